"""What a new draft does to each statement, with both wordings word by word. Nothing is stored until it is taken."""

from collections.abc import Iterator, Sequence

from factcheck.commands.command import Where
from factcheck.domain.revision import Outcome
from factcheck.extraction.carrying import Taken
from factcheck.extraction.requoting import requoted
from factcheck.screens.commanded import Act, bindings_of, keys_of
from factcheck.screens.dialogs.reading import ReadingDialog
from factcheck.services.revising import Revision
from factcheck.widgets.key_line import Key
from factcheck.widgets.painted import PaintedLine, paragraph
from factcheck.widgets.wording_lines import diff_lines

_MOST = 300
"""So many statements are shown; a book that was rewritten has thousands, and nobody reads them here."""
_LONGEST = 5_000
"""Longer words are not compared word by word."""


class RevisionDialog(ReadingDialog, inherit_bindings=False):
    """Ends with True when the draft is to be taken. `is_taken` says so once it was left."""

    BINDINGS = bindings_of(Where.REVISION)
    WHERE = Where.REVISION

    def __init__(self, revision: Revision) -> None:
        self.is_taken = False
        super().__init__(f"Draft {revision.number}", lambda width: list(_lines(revision, width)))

    def keys(self) -> Sequence[Key]:
        return keys_of(self.WHERE, is_modal=True)

    def acts(self) -> dict[str, Act]:
        moves = {name: act for name, act in super().acts().items() if name not in ("choose", "close")}
        return moves | {"take_draft": self._take, "leave_draft": self._close}

    def _take(self) -> None:
        self.is_taken = True
        self._close()


def _lines(revision: Revision, width: int) -> Iterator[PaintedLine]:
    yield from paragraph(revision.summary, width, "strong")
    yield from paragraph("Nothing is stored yet. One undo takes all of it back.", width, "muted")
    numbers = revision.numbers
    told = [(n, one) for n, one in enumerate(revision.taken, 1) if one.outcome is not Outcome.CARRIED]
    for number, one in told[:_MOST]:
        yield ()
        yield from _taken(one, number, numbers.get(one.before.id), width)
    for one in revision.returned[:_MOST]:
        yield ()
        yield from _back(one, numbers[one.before.id], width)
    for statement in revision.added[:_MOST]:
        yield ()
        yield from paragraph(f"{numbers[statement.id]} · new", width, "accent")
        yield from paragraph(statement.exact, width)
    more = sum(max(0, len(those) - _MOST) for those in (told, revision.returned, revision.added))
    if more:
        yield ()
        yield from paragraph(f"and {more} more", width, "muted")


def _back(one: Taken, number: int, width: int) -> Iterator[PaintedLine]:
    is_again = one.outcome is Outcome.RECHECK and one.is_to_recheck
    yield from paragraph(f"{number} · back from an earlier draft", width, "warning" if is_again else "accent")
    yield from paragraph(one.before.exact, width)
    if is_again:
        yield from paragraph("to be rechecked", width, "muted")


def _taken(one: Taken, number: int, now: int | None, width: int) -> Iterator[PaintedLine]:
    old = one.before.exact
    if one.after is None:
        yield from paragraph(f"{number} of the old draft · gone", width, "warning")
        yield from paragraph(old, width, "muted")
        return
    new = one.after.exact
    is_again = one.is_to_recheck
    what, look = (
        ("to be rechecked", "warning") if is_again else ("changed; nothing is to be rechecked", "accent")
    )
    yield from paragraph(f"{now} · {what}", width, look)
    if one.has_same_words:
        yield from paragraph(new, width)
        yield from paragraph(
            "the same words; another speaker, or more than one place for them", width, "muted"
        )
        return
    if max(len(old), len(new)) > _LONGEST:
        yield from (*paragraph(f"− {old}", width, "muted"), *paragraph(f"+ {new}", width))
        return
    yield from diff_lines(old, new, width)
    if moved := requoted(old, new).sentence:
        yield from paragraph(moved, width, "warning")
