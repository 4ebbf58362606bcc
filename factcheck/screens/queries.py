"""The queries of the article: by addressee, the open ones first; answered here, or sent off as one message."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.commands.command import Where
from factcheck.domain.asking import Asked, are_to_the_same, message_to
from factcheck.domain.query import QueryState
from factcheck.screens.commanded import Act, bindings_of
from factcheck.screens.review_list import ReviewList
from factcheck.widgets.painted import PaintedLine
from factcheck.widgets.query_lines import Context, query_lines

if TYPE_CHECKING:
    from factcheck.screens.review import ReviewScreen

_ACTS = frozenset({"go_to_query", "answer_query", "close_query", "reopen_query", "copy_queries"})


class QueriesScreen(ReviewList, inherit_bindings=False):
    """All queries, or only those that are open."""

    CSS_PATH = "queries.tcss"
    BINDINGS = bindings_of(Where.QUERIES)
    WHERE = Where.QUERIES
    NAME = "Queries"
    LIST = "queries"

    def __init__(self, review: "ReviewScreen") -> None:
        super().__init__(review)
        self._is_open_only = False
        self._all: Sequence[Asked] = ()
        self._listed: Sequence[Asked] = ()
        self._surroundings: dict[str, Context] = {}

    def acts(self) -> dict[str, Act]:
        return super().acts() | {
            "go_to_query": self._go_there,
            "answer_query": self._answer,
            "close_query": self._close,
            "reopen_query": self._reopen,
            "copy_queries": self._copy,
            "show_queries": self._show_others,
            "undo": self.undo,
        }

    # ------------------------------------------------------------------------------------------ what is listed

    def read_again(self) -> None:
        """Read all queries; the one that was chosen stays so, wherever it is now."""
        chosen = self._listed[self._list.chosen].query.id if self._listed else None
        self._all = self.port.querying.asked()
        self._surroundings.clear()
        self._listed = [a for a in self._all if not self._is_open_only or _is_open(a)]
        ids = [a.query.id for a in self._listed]
        if chosen in ids:
            self._list.chosen = ids.index(chosen)
        self.frame.say_where("only those that are open" if self._is_open_only else "")
        self._keys.dim(self._idle())
        self.show_entries()

    def _idle(self) -> frozenset[str]:
        if not self._listed:
            return _ACTS if self._all else _ACTS | {"show_queries"}
        return (
            frozenset() if any(map(_is_open, self._listed)) else frozenset({"answer_query", "copy_queries"})
        )

    def count(self) -> int:
        return len(self._listed)

    def lines_of(self, index: int, width: int) -> Sequence[PaintedLine]:
        asked = self._listed[index]
        is_first = index == 0 or not are_to_the_same(self._listed[index - 1].query, asked.query)
        now, zone = self.review.clock(), self.review.zone
        return query_lines(asked, self._around(asked), width, is_first=is_first, now=now, zone=zone)

    def _around(self, asked: Asked) -> Context:
        """What stands around the statement in its block."""
        statement = asked.statement
        if statement.id not in self._surroundings:
            found = Context()
            for block in self.port.blocks(statement.block, 1):
                start, end = (x - block.block.span.start for x in (statement.span.start, statement.span.end))
                found = Context(block.text[: max(0, start)], block.text[end:])
            self._surroundings[statement.id] = found
        return self._surroundings[statement.id]

    def standing(self) -> PaintedLine:
        counts = [f"{sum(a.query.state is s for a in self._all)} {s.value}" for s in QueryState]
        return ((f"{' · ' if self.count() else ''}{' · '.join(counts)}", ""),)

    def empty(self) -> Sequence[PaintedLine]:
        if self._all:
            key = self.key_of("show_queries")
            return [(("  No query is open.", "strong"),), (), ((f"  {key} shows them all.", "muted"),)]
        key = self.review.key_of("query")
        return [
            (("  No queries yet.", "strong"),),
            (),
            ((f"  {key}", "accent"), ("   on a statement asks author, editor or a source", "")),
        ]

    # ------------------------------------------------------------------------------------------ what is done

    def _asked(self) -> Asked | None:
        index = self.chosen()
        return None if index is None else self._listed[index]

    def on_block_list_entry_taken(self) -> None:
        """A click on the chosen query goes to its statement."""
        self.call_later(self._go_there)

    def _go_there(self) -> None:
        asked = self._asked()
        if asked is not None:
            self.leave_to(asked.statement.id)

    def _answer(self) -> None:
        asked = self._asked()
        if asked is None:
            return
        if not _is_open(asked):
            self.say(f"this query is {asked.query.state.value}; {self.key_of('reopen_query')} opens it again")
            return
        from factcheck.screens.asking import answering

        dialog, save = answering(self.review, asked, self.write, self.say)
        self.app.push_screen(dialog, save)

    async def _close(self) -> None:
        asked = self._asked()
        if asked is not None:
            await self.write(lambda: self.port.querying.close(asked.statement, asked.query.id))

    async def _reopen(self) -> None:
        asked = self._asked()
        if asked is not None:
            await self.write(lambda: self.port.querying.reopen(asked.statement, asked.query.id))

    def _copy(self) -> None:
        """Hand all open queries to this addressee to the terminal's clipboard, as one message."""
        asked = self._asked()
        if asked is None:
            return
        theirs = [a for a in self._all if are_to_the_same(a.query, asked.query)]
        message = message_to(self.port.article.title, theirs, self.port.querying.sources())
        left_out = f"; {message.left_out} left out: confidential" if message.left_out else ""
        who = asked.query.addressee
        if not message.count:
            self.say(f"nothing is open to the {who}{left_out}")
            return
        self.app.copy_to_clipboard(message.text)
        self.say(
            f"copied {message.count} to the {who}, where the terminal allows it{left_out}; "
            f"`factcheck queries ARTICLE --message '{who}'` prints it"
        )

    def _show_others(self) -> None:
        self._is_open_only = not self._is_open_only
        self._list.chosen = 0
        self._listed = ()
        self.read_again()


def _is_open(asked: Asked) -> bool:
    return asked.query.state is QueryState.OPEN
