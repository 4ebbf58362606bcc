"""The queries of a statement as a report prints them."""

from factcheck.domain.canonical import Json
from factcheck.domain.confidence import Discretion
from factcheck.domain.statement import Statement


def query_forms(statement: Statement, discretion: Discretion) -> list[Json]:
    """Its queries with what came back; of one that could give a confidential source away only the id."""
    forms: list[Json] = []
    for query in statement.queries:
        if not discretion.lets_out(query):
            forms.append({"id": query.id})
            continue
        forms.append(
            {
                "id": query.id,
                "to": query.to.value,
                "name": query.name or None,
                "state": query.state.value,
                "text": query.text,
                "answer": query.answer or None,
                "by": query.by,
                "at": query.at,
            }
        )
    return forms
