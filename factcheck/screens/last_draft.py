"""The draft under review as it was taken: what it did to each statement, how that stands now, what is still gone."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from factcheck.commands.command import Where
from factcheck.domain.revision import Happened, PastRevision
from factcheck.extraction.requoting import requoted
from factcheck.screens.commanded import Act, bindings_of
from factcheck.screens.dialogs.pick import Menu, Offer, PickDialog
from factcheck.screens.review_list import ReviewList
from factcheck.widgets.local_time import day_and_hour
from factcheck.widgets.painted import PaintedLine
from factcheck.widgets.past_lines import Past, past_lines

if TYPE_CHECKING:
    from factcheck.domain.statement import Statement
    from factcheck.screens.review import ReviewScreen

_NUMBER = 7
_LONGEST = 120
_ACTS = frozenset({"go_to_changed", "recheck_here", "place_gone"})


class LastDraftScreen(ReviewList, inherit_bindings=False):
    """All that happened, or only what is still to be decided."""

    CSS_PATH = "last_draft.tcss"
    BINDINGS = bindings_of(Where.DRAFT)
    WHERE = Where.DRAFT
    NAME = "Last draft"
    LIST = "happenings"

    def __init__(self, review: "ReviewScreen", past: PastRevision) -> None:
        super().__init__(review)
        self._past = past
        self._is_open_only = False
        self._listed: Sequence[int] = range(len(past.happenings))
        self._read: dict[int, Past] = {}

    def acts(self) -> dict[str, Act]:
        return super().acts() | {
            "go_to_changed": self._go_there,
            "recheck_here": self._next_recheck,
            "place_gone": self._ask_where,
            "show_changed": self._show_others,
            "undo": self.undo,
        }

    # ------------------------------------------------------------------------------------------ what is listed

    def read_again(self) -> None:
        """Read how all of it stands now; the draft itself may have been taken back meanwhile."""
        past = self.port.revising.last()
        if past is None or past.number != self._past.number:
            self._leave()
            return
        self._read.clear()
        chosen = self._listed[self._list.chosen] if self._listed else 0
        everything = range(len(self._past.happenings))
        self._listed = [n for n in everything if self._is_open(n)] if self._is_open_only else everything
        if chosen in self._listed:
            self._list.chosen = self._listed.index(chosen)
        when = day_and_hour(self._past.at, self.review.clock(), self.review.zone)
        only = " · only what is to be rechecked or gone" if self._is_open_only else ""
        self.frame.say_where(f"draft {self._past.number}, taken by {self._past.by} {when}{only}")
        self._keys.dim(self._idle())
        self.show_entries()

    def _idle(self) -> frozenset[str]:
        if self._listed:
            return frozenset()
        return _ACTS if self._past.happenings else _ACTS | {"show_changed"}

    def _is_open(self, index: int) -> bool:
        one = self._entry(index)
        return one.is_gone or one.is_to_recheck

    def _entry(self, index: int) -> Past:
        if index not in self._read:
            happening = self._past.happenings[index]
            before = self.port.revising.before(happening)
            now = self.port.statement(happening.statement_id)
            new = now.exact if now is not None and happening.what.is_gone else happening.exact
            moved = requoted(before.exact, new).sentence if before is not None and new else ""
            self._read[index] = Past(
                happening, before, now, self.port.number_of(happening.statement_id), moved
            )
        return self._read[index]

    def count(self) -> int:
        return len(self._listed)

    def lines_of(self, index: int, width: int) -> Sequence[PaintedLine]:
        return tuple(past_lines(self._entry(self._listed[index]), width))

    def standing(self) -> PaintedLine:
        return ((f"{' · ' if self.count() else ''}{self._past.summary}", ""),)

    def empty(self) -> Sequence[PaintedLine]:
        if self._past.happenings:
            told = "Nothing of it is to be rechecked or gone any longer."
            key = self.key_of("show_changed")
            return [((f"  {told}", "strong"),), (), ((f"  {key} shows all that it did.", "muted"),)]
        return [(("  This draft carried every statement as it was.", "strong"),)]

    # ------------------------------------------------------------------------------------------ what is done

    def on_block_list_entry_taken(self) -> None:
        """A click on the chosen one goes to its statement."""
        self.call_later(self._go_there)

    def _chosen(self) -> Past | None:
        index = self.chosen()
        return None if index is None else self._entry(self._listed[index])

    def _go_there(self) -> None:
        one = self._chosen()
        if one is None:
            return
        if one.now is None:
            key = self.key_of("place_gone")
            self.say(
                f"this one is gone; {key} places it"
                if one.is_gone
                else "this one is not in the draft any longer"
            )
            return
        self.leave_to(one.now.id)

    def _next_recheck(self) -> None:
        """Choose the next one that is to be rechecked, once around."""
        count, here = self.count(), self._list.chosen
        for step in range(1, count + 1):
            index = (here + step) % count
            if self._entry(self._listed[index]).is_to_recheck:
                self._list.choose(index)
                self.say("from the end on to the start" if index <= here and step < count else "")
                if step == count:
                    self.say("this is the only one to be rechecked")
                self._show_status()
                return
        self.say("nothing here is to be rechecked")

    def _show_others(self) -> None:
        self._is_open_only = not self._is_open_only
        self.read_again()

    # ------------------------------------------------------------------------------------------ placing

    def _ask_where(self) -> None:
        one = self._chosen()
        if one is None:
            return
        if not one.is_gone:
            self.say("only what is gone can be placed")
            return
        if self.port.is_read_only:
            self.say("the store can only be read: nothing can be placed")
            return
        gone = next((s for s in self.port.revising.gone() if s.id == one.happening.statement_id), None)
        if gone is None:
            self.say("this one is not gone any longer")
            return
        dialog = PickDialog(
            Menu("Where does it stand now? — a number, or words of that statement", ()),
            after=lambda: None,
            search=partial(self._search, gone),
        )
        self.app.push_screen(dialog)

    def _search(self, gone: "Statement", typed: str) -> Iterator[list[Offer]]:
        """Those that are new while nothing is typed, the statement with that number, those with the words."""
        words = typed.split()
        if not words:
            new = (self._entry(n) for n, h in enumerate(self._past.happenings) if h.what is Happened.NEW)
            yield [self._offer(gone, one.number, one.now.exact) for one in new if one.now is not None]
            return
        if len(words) == 1 and words[0].isdecimal() and len(words[0]) < 10:
            found = self.port.by_number(int(words[0]))
            if found is not None:
                yield [self._offer(gone, int(words[0]), found.exact)]
        for batch in self.port.linking.with_words(words):
            yield [self._offer(gone, number, exact) for number, exact in batch]

    def _offer(self, gone: "Statement", number: int, exact: str) -> Offer:
        text = " ".join(exact.split())
        short = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
        return Offer(
            ((str(number).ljust(_NUMBER), "accent"), (short, "")), act=partial(self._put, gone, number)
        )

    async def _put(self, gone: "Statement", number: int) -> None:
        there = self.port.by_number(number)
        if there is None:
            self.say(f"there is no statement {number} any more")
            return
        changes = await self.write(lambda: self.port.revising.place(gone, there))
        if changes is not None and not changes.is_empty:
            self.say(f"placed at {number}; what was said of other words is to be rechecked")
