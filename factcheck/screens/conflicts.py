"""The conflicts: each linked pair side by side, with what both say and how their questions stand."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from factcheck.commands.command import Where
from factcheck.domain.link import Link
from factcheck.domain.statement import Statement
from factcheck.screens.commanded import Act, bindings_of
from factcheck.screens.later import later
from factcheck.screens.link_settling import ask_why
from factcheck.screens.pairs import PairsScreen
from factcheck.widgets.painted import PaintedLine
from factcheck.widgets.pair_lines import Pair

_AT_ONCE = 3
"""So many parts of the article, a thousand statements each, are read before the screen is shown."""
_PAUSE = 0.001
_BEFORE_ALL = -1
_ACTS = frozenset(
    {"settle_link", "open_link", "confirm_link", "remove_link", "first_of_link", "second_of_link"}
)


class Linked(Struct, frozen=True):
    """A link, by the statement at which it was found."""

    statement_id: str
    link: Link


class ConflictsScreen(PairsScreen, inherit_bindings=False):
    """The links of the article, all of them or only those that are open, in the order of the text."""

    BINDINGS = bindings_of(Where.CONFLICTS)
    WHERE = Where.CONFLICTS
    NAME = "Conflicts"
    _is_open_only = False
    _all: Sequence[Linked] = ()
    _listed: Sequence[Linked] = ()
    _reading: Iterator[list[Statement]] | None = None

    def acts(self) -> dict[str, Act]:
        return super().acts() | {
            "settle_link": self._settle,
            "open_link": self._open_again,
            "confirm_link": self._confirm,
            "remove_link": self._remove,
            "show_open_links": self._show_others,
            "first_of_link": self.leave_for(0),
            "second_of_link": self.leave_for(1),
            "undo": self.undo,
        }

    # ------------------------------------------------------------------------------------------ what is listed

    def read_again(self) -> None:
        self._reading = self.port.linking.linked(_BEFORE_ALL)
        self._found: dict[str, Linked] = {}
        self._read_on(_AT_ONCE)

    def _read_on(self, parts: int) -> None:
        """Read some parts of the article, and come back for the rest when keys have had their turn."""
        while self._reading is not None and parts > 0:
            batch = next(self._reading, None)
            parts -= 1
            if batch is None:
                self._reading = None
                break
            for statement in batch:
                for link in statement.links:
                    if link.is_from_here or link.id not in self._found:
                        self._found[link.id] = Linked(statement.id, link)
        if self._reading is not None:
            later(self, _PAUSE, lambda: self._read_on(1))
            if self._all:
                return  # what is shown stays until all is read anew
        else:
            self._all = tuple(self._found.values())
        self._show()

    def _show(self) -> None:
        self._listed = [x for x in self._all if not self._is_open_only or x.link.settled is None]
        self.frame.say_where("only those that are open" if self._is_open_only else "")
        self._keys.dim(self._idle())
        self.show_pairs()

    def _idle(self) -> frozenset[str]:
        """The keys that can do nothing here."""
        if not self._listed:
            return _ACTS if self._all else _ACTS | {"show_open_links"}
        return frozenset({"open_link"} if all(x.link.settled is None for x in self._listed) else ())

    def count(self) -> int:
        return len(self._listed)

    def read_pair(self, index: int) -> Pair:
        found = self._listed[index]
        here, there = self.end(found.statement_id), self.end(found.link.other)
        source, target = (here, there) if found.link.is_from_here else (there, here)
        head = self.sentence(str(source.number or "–"), found.link.type, str(target.number or "–"))
        counts = here.statement is not None and here.statement.link_counts(found.link)
        if not counts:
            state: PaintedLine = ((" · given for other words: look again", "was"),)
        elif found.link.settled is None:
            state = ((" · open", "warning"),)
        else:
            state = ((f" · settled: {found.link.settled}", "muted"),)
        return Pair((*head, *state), source, target)

    def standing(self) -> PaintedLine:
        settled = sum(x.link.settled is not None for x in self._all)
        counts = f"{len(self._all) - settled:,} open · {settled:,} settled"
        more = " · reading on …" if self._reading is not None else ""
        return ((f"{' · ' if self.count() else ''}{counts}{more}", ""),)

    def empty(self) -> Sequence[PaintedLine]:
        if self._all:
            key = self.key_of("show_open_links")
            return [(("  Every link is settled.", "strong"),), (), ((f"  {key} shows them all.", "muted"),)]
        link, hints = self.review.key_of("link"), self.review.key_of("hints")
        return [
            (("  No two statements are linked yet.", "strong"),),
            (),
            ((f"  {link}", "accent"), ("   links the current statement to another one that it contradicts, denies", "")),
            (("      or differs from", ""),),
            ((f"  {hints}", "accent"), ("   shows pairs that were found by their words", "")),
        ]  # fmt: skip

    # ------------------------------------------------------------------------------------------ what is done

    def _chosen_link(self) -> tuple[Link, Statement, Statement | None] | None:
        """The chosen link with both statements as they are shown; None where there is none."""
        index = self.chosen()
        if index is None:
            return None
        link, pair = self._listed[index].link, self.pair(index)
        ends = (pair.source.statement, pair.target.statement)
        here, there = ends if link.is_from_here else ends[::-1]
        if here is None:
            self.say("this statement is no longer there")
            return None
        return link, here, there

    def _settle(self) -> None:
        chosen = self._chosen_link()
        if chosen is not None:
            link, here, there = chosen
            ask_why(self.review, here, there, link, then=self._settled)

    def _settled(self) -> None:
        self.read_again()
        self.say("link settled")

    async def _open_again(self) -> None:
        chosen = self._chosen_link()
        if chosen is not None:
            link, here, there = chosen
            await self.write(lambda: self.port.linking.open_again(here, there, link.id))

    async def _confirm(self) -> None:
        chosen = self._chosen_link()
        if chosen is None:
            return
        link, here, there = chosen
        if there is None:
            self.say("the other statement is no longer there")
            return
        await self.write(lambda: self.port.linking.confirm(here, there, link.id))

    async def _remove(self) -> None:
        chosen = self._chosen_link()
        if chosen is not None:
            link, here, there = chosen
            await self.write(lambda: self.port.linking.remove(here, there, link.id))

    def _show_others(self) -> None:
        self._is_open_only = not self._is_open_only
        self._list.chosen = 0
        self._show()
