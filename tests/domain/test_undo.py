from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.event import EventKind
from factcheck.domain.undo import Act, redo_target, undo_target


class Editor:
    """The plain model of undo: two stacks. The log only ever grows."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.undone: list[str] = []
        self.log: list[Act] = []

    def act(self) -> None:
        group = f"g{len(self.log)}"
        self.log.append(Act(group, EventKind.VERDICT_GIVEN))
        self.done.append(group)
        self.undone.clear()

    def undo(self) -> None:
        if self.done:
            target = self.done.pop()
            self.undone.append(target)
            self.log.append(Act(f"g{len(self.log)}", EventKind.UNDONE, target))

    def redo(self) -> None:
        if self.undone:
            target = self.undone.pop()
            self.done.append(target)
            self.log.append(Act(f"g{len(self.log)}", EventKind.REDONE, target))


@given(st.lists(st.sampled_from(["act", "undo", "undo", "redo"]), max_size=40))
def test_p06_the_log_alone_says_what_two_stacks_would(steps: list[str]) -> None:
    editor = Editor()
    for step in steps:
        getattr(editor, step)()
        newest_first = editor.log[::-1]
        assert undo_target(newest_first) == (editor.done[-1] if editor.done else None)
        assert redo_target(newest_first) == (editor.undone[-1] if editor.undone else None)


def test_an_import_is_never_undone() -> None:
    assert undo_target([Act("g1", EventKind.ARTICLE_IMPORTED)]) is None
