"""Choosing which statements the stepping keys go through."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from factcheck.domain.filter import Filter, FilterBy, ready_filters
from factcheck.screens.commanded import Act
from factcheck.widgets.painted import PaintedLine, padded

if TYPE_CHECKING:
    from factcheck.screens.review import ReviewScreen

_GROUP = 13
_WORDS = 44
_COUNT = 7
_GROUPS = {
    FilterBy.STATE: "state",
    FilterBy.ANSWER: "answer",
    FilterBy.KIND: "kind",
    FilterBy.SPEAKER: "speaker",
    FilterBy.FLAG: "flag",
    FilterBy.NOTE: "note",
    FilterBy.PUBLICATION: "publication",
}
_ALWAYS = frozenset({"state:open", "state:recheck"})


class Filtering:
    """The acts that set a filter and clear it. It stays until it is cleared, also over a restart."""

    def __init__(self, screen: "ReviewScreen") -> None:
        self._screen = screen

    def acts(self) -> dict[str, Act]:
        """What each command does."""
        return {"filter": self._ask, "show_all": self._clear}

    def _ask(self) -> None:
        from factcheck.screens.dialogs.choice import ChoiceDialog

        screen, selection = self._screen, self._screen.stand.selection
        counts = screen.port.filter_counts()
        offered = list(_offered(counts))
        now = selection.wanted if selection is not None else None
        if now is not None and now not in offered:
            offered.append(now)

        async def chosen(index: int | None) -> None:
            if index is not None:
                self._set(offered[index])

        at = offered.index(now) if now is not None else 0
        title = "Go through only" if now is None else "Go through only — F goes through all again"
        screen.push(ChoiceDialog(title, list(_rows(offered, counts)), chosen=at), chosen)

    def _set(self, wanted: Filter) -> None:
        screen = self._screen
        screen.filter_by(wanted)
        count = screen.stand.go_into_selection()
        key = screen.key_of("show_all")
        if not count:
            screen.say(f"no statement is here: {wanted.words}; {key} goes through all again")
        else:
            screen.say(
                f"only {wanted.words}: {count} of {screen.stand.tally.statements}; {key} goes through all"
            )

    def _clear(self) -> None:
        screen = self._screen
        if screen.stand.selection is None:
            screen.say(f"no filter is set; {screen.key_of('filter')} sets one")
        else:
            screen.filter_by(None)
            screen.say("no filter any more: all statements")


def _offered(counts: Mapping[Filter, int]) -> Iterator[Filter]:
    """The filters that let something through, in the order of the menu, and those that are asked for most."""
    ready = [w for w in ready_filters() if counts.get(w) or str(w) in _ALWAYS]
    speakers = [w for w in counts if w.by is FilterBy.SPEAKER]
    for by in _GROUPS:
        yield from speakers if by is FilterBy.SPEAKER else (w for w in ready if w.by is by)


def _rows(offered: list[Filter], counts: Mapping[Filter, int]) -> Iterator[PaintedLine]:
    group = None
    for wanted in offered:
        count = counts.get(wanted, 0)
        words = wanted.words.removeprefix(f"{wanted.by} ")
        yield (
            padded(_GROUPS[wanted.by] if wanted.by is not group else "", _GROUP, "muted"),
            padded(words, _WORDS, "" if count else "muted"),
            (f"{count:>{_COUNT},}", "" if count else "muted"),
        )
        group = wanted.by
