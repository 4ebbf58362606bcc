"""Choosing which statements the stepping keys go through."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, TypeAlias

from factcheck.domain.filter import Filter, FilterBy, ready_filters
from factcheck.domain.mark import Sign
from factcheck.domain.tally import Tally
from factcheck.domain.verdict import Question, Verdict
from factcheck.screens.commanded import Act
from factcheck.screens.later import later
from factcheck.widgets.painted import PaintedLine, padded

if TYPE_CHECKING:
    from factcheck.screens.dialogs.choice import ChoiceDialog
    from factcheck.screens.review import ReviewScreen

Counting: TypeAlias = Iterator[Mapping[Filter, int] | None]

AT_ONCE = 1000
"""Up to so many statements are counted before the menu is shown; more take longer than a key may."""
_PAUSE = 0.001
_ROOM = 16
_GROUP = 13
_WORDS = 44
_FEW_WORDS = 26
_WIDE_ENOUGH = 80
_COUNT = 7
_GROUPS = {
    FilterBy.STATE: "state",
    FilterBy.LACK: "wants",
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
        now = selection.wanted if selection is not None else None
        key = screen.key_of("show_all")
        title = "Go through only" if now is None else f"Go through only — {key} goes through all again"
        counting = screen.port.counting_filters()
        is_quick = screen.stand.tally.statements <= AT_ONCE
        counts = _whole(counting) if is_quick else _known(screen.stand.tally)
        offered = list(_offered(counts))
        if now is not None and now not in offered:
            offered.append(now)

        async def chosen(index: int | None) -> None:
            if index is not None:
                self._set(offered[index])

        at = offered.index(now) if now is not None else 0
        rows = list(self._rows(offered, counts, is_whole=is_quick))
        if is_quick:
            screen.push(ChoiceDialog(title, rows, chosen=at), chosen)
            return
        dialog = ChoiceDialog(f"{title} · counting …", rows, chosen=at, room=_ROOM)
        screen.push(dialog, chosen)
        self._count_on(dialog, title, counting, offered)

    def _count_on(
        self, dialog: "ChoiceDialog", title: str, counting: Counting, offered: list[Filter]
    ) -> None:
        """Read on a little, until the rest can be offered too, behind what is there: no key changes its meaning."""
        counts = next(counting)
        if counts is None:
            later(dialog, _PAUSE, lambda: self._count_on(dialog, title, counting, offered))
            return
        offered += [wanted for wanted in _offered(counts) if wanted not in offered]
        dialog.entitle(title)
        dialog.fill(list(self._rows(offered, counts)))

    def _rows(
        self, offered: list[Filter], counts: Mapping[Filter, int], *, is_whole: bool = True
    ) -> Iterator[PaintedLine]:
        group, room = None, _WORDS if self._screen.size.width >= _WIDE_ENOUGH else _FEW_WORDS
        for wanted in offered:
            count = counts.get(wanted, 0)
            number = f"{count:,}" if is_whole or wanted in counts else "…"
            words = wanted.words.removeprefix(f"{wanted.by} ")
            yield (
                padded(_GROUPS[wanted.by] if wanted.by is not group else "", _GROUP, "muted"),
                padded(words, room, "" if count else "muted"),
                (number.rjust(_COUNT), "" if count else "muted"),
            )
            group = wanted.by

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


def _whole(counting: Counting) -> Mapping[Filter, int]:
    return next(counts for counts in counting if counts is not None)


def _known(tally: Tally) -> dict[Filter, int]:
    """What is known without counting."""
    counts = {
        Filter(FilterBy.ANSWER, f"{question}:{verdict}"): tally.verdict_count(question, verdict)
        for question in Question
        for verdict in Verdict
    }
    counts[Filter(FilterBy.ANSWER, f"so:{Sign.LEFT}")] = tally.so_left_to_speaker
    for state in ("open", "recheck", "untouched", "in_progress", "done"):
        counts[Filter(FilterBy.STATE, state)] = getattr(tally, state)
    return counts


def _offered(counts: Mapping[Filter, int]) -> Iterator[Filter]:
    """The filters that let something through, in the order of the menu, and those that are asked for most."""
    ready = [w for w in ready_filters() if counts.get(w) or str(w) in _ALWAYS]
    speakers = [w for w in counts if w.by is FilterBy.SPEAKER]
    for by in _GROUPS:
        yield from speakers if by is FilterBy.SPEAKER else (w for w in ready if w.by is by)
