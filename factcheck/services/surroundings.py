"""Reading what belongs to a statement beside its own words."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from factcheck.domain.around import NOTHING_AROUND, Around, Neighbour, Suggested
from factcheck.domain.article import Article
from factcheck.domain.statement import COUNT_ELSEWHERE, Statement
from factcheck.store.reading import Reader

if TYPE_CHECKING:
    from factcheck.domain.link import StoredHint


def around(reader: Reader, statement: Statement) -> Around:
    """The sources that a statement cites, the statements that it is linked to, and where its names are ticked."""
    names = {h for detail, h, _ in statement.hard_details() if detail.type in COUNT_ELSEWHERE}
    ticked = reader.surroundings.ticked_at(statement.article_id, names)
    if not (statement.citations or statement.links or ticked):
        return NOTHING_AROUND
    return Around(
        sources=reader.surroundings.sources_by_id({c.source for c in statement.citations}),
        linked=_linked(reader, statement),
        ticked_at=ticked,
    )


def _linked(reader: Reader, statement: Statement) -> dict[str, Neighbour]:
    others = [link.other for link in statement.links]
    numbers = reader.surroundings.numbers(others)
    found = ((other, reader.statement(other)) for other in numbers)
    return {other: Neighbour(numbers[other], s.exact) for other, s in found if s is not None}


def with_hints(
    reader: Reader, article: Article, found: Around, statement: Statement, numbers: Iterable[int]
) -> Around:
    """The same with the links that these hints suggest, where nobody has looked at them and there is no such link."""
    hints = list(_to_look_at(reader, article, statement, numbers))
    if not hints:
        return found
    others = {h: h.to_id if h.from_id == statement.id else h.from_id for h in hints}
    counted = reader.surroundings.numbers(list(others.values()))
    suggested = (
        Suggested(h.type, counted[other], h.from_id == statement.id)
        for h, other in others.items()
        if other in counted
    )
    return replace(found, suggested=tuple(suggested))


def _to_look_at(
    reader: Reader, article: Article, statement: Statement, numbers: Iterable[int]
) -> "Iterator[StoredHint]":
    linked = {(link.other, link.type) for link in statement.links}
    for number in numbers:
        hint = reader.surroundings.hint(article, number)
        if hint is None or not hint.is_open:
            continue
        if not {(hint.from_id, hint.type), (hint.to_id, hint.type)} & linked:
            yield hint
