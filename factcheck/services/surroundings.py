"""Reading what belongs to a statement beside its own words."""

from factcheck.domain.around import NOTHING_AROUND, Around, Neighbour
from factcheck.domain.statement import COUNT_ELSEWHERE, Statement
from factcheck.store.reading import Reader


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
