"""The queries of an article as one list, and the message that takes the open ones to whom they are for."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from msgspec import Struct

from factcheck.domain.confidence import confidential_names, gives_away, is_same_name, plain
from factcheck.domain.query import Addressee, Query, QueryState
from factcheck.domain.source import Source
from factcheck.domain.statement import Statement
from factcheck.domain.visible import visible

_ADDRESSEES = list(Addressee)
_STATES = list(QueryState)


class Asked(Struct, frozen=True):
    """A query where it was asked: the statement's number, from 1, and the query's number in it, from 1."""

    number: int
    place: int
    statement: Statement
    query: Query


class Message(Struct, frozen=True):
    """What is sent to one addressee. `left_out` is how many queries would have given a confidential source away."""

    text: str
    count: int
    left_out: int


def asked_in(number: int, statement: Statement) -> Iterator[Asked]:
    """The queries of a statement with this number."""
    for place, query in enumerate(statement.queries, 1):
        yield Asked(number, place, statement, query)


def in_order(asked: Iterable[Asked]) -> list[Asked]:
    """Grouped by addressee and name; in each group the open ones first, then in the order of the text."""
    return sorted(asked, key=lambda a: (*_group(a.query), _STATES.index(a.query.state), a.number, a.place))


def are_to_the_same(one: Query, other: Query) -> bool:
    """Whether two queries go to the same addressee."""
    return _group(one) == _group(other)


def _group(query: Query) -> tuple[int, str]:
    return _ADDRESSEES.index(query.to), plain(query.name)


def named(asked: Iterable[Asked], wanted: str) -> list[Asked]:
    """The queries to an addressee by its words ("author", "source Ada Quill") or by its name alone."""
    wanted = plain(wanted)
    everybody = list(asked)
    exactly = [a for a in everybody if plain(a.query.addressee) == wanted]
    return exactly or [a for a in everybody if a.query.name and plain(a.query.name) == wanted]


def message_to(title: str, asked: Sequence[Asked], sources: Collection[Source]) -> Message:
    """The open ones of some queries to one addressee as one message: nothing but words of the article and questions.

    A question that names a confidential source stays out, unless it goes to that source itself. Whatever
    cannot be seen is made visible, as nobody knows where the message will be pasted.
    """
    waiting = [a for a in asked if a.query.state is QueryState.OPEN]
    sent = [a for a in waiting if not _tells_too_much(a.query, sources)]
    parts = [" ".join(title.split())]
    for count, one in enumerate(sent, 1):
        words = " ".join(one.statement.exact.split())
        parts.append(f"{count}. (statement {one.number})\n> {words}\n{one.query.text.strip()}")
    text = visible("\n\n".join(parts) + "\n", keep_line_feeds=True)
    return Message(text, len(sent), len(waiting) - len(sent))


def _tells_too_much(query: Query, sources: Collection[Source]) -> bool:
    is_to_source = query.to is Addressee.SOURCE
    others = [s for s in sources if not (is_to_source and is_same_name(query.name, s))]
    return gives_away(query.text, confidential_names(others))
