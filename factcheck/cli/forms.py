"""Statements as `--json` prints them."""

from typing import TYPE_CHECKING

from factcheck.domain.canonical import Json
from factcheck.domain.progress import work_state
from factcheck.domain.statement import Statement
from factcheck.domain.verdict import Question

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.domain.link import Link
    from factcheck.domain.query import Query
    from factcheck.domain.source import Citation


def statement_json(number: int, statement: Statement) -> dict[str, Json]:
    """A statement: an answer that no longer counts is under `was`."""
    form: dict[str, Json] = {
        "number": number,
        "id": statement.id,
        "kind": statement.kind.value,
        "start": statement.span.start,
        "end": statement.span.end,
        "exact": statement.exact,
        "state": work_state(statement).value,
    }
    for question in Question:
        form[question.value] = _answer_json(statement, question)
    flags: list[Json] = [flag.value for flag in sorted(statement.flags)]
    return form | {
        "citations": _forms(statement.citations) if statement.citations else [],
        "queries": _forms(statement.queries) if statement.queries else [],
        "private_note": statement.private_note,
        "public_note": statement.public_note,
        "flags": flags,
        "for_publication": statement.is_for_publication,
        "links": [_link_json(statement, link) for link in statement.links],
        "reply": _reply_json(statement),
    }


def _reply_json(statement: Statement) -> Json:
    hearing = statement.hearing
    if hearing is None:
        return None
    return {"put_to": hearing.put_to, "put_at": hearing.put_at, "answer": hearing.answer}


def _link_json(statement: Statement, link: "Link") -> Json:
    """A link by the id of the other statement; `counts` while both have the words for which it was given."""
    return {
        "id": link.id,
        "kind": link.type.value,
        "other": link.other,
        "from_here": link.is_from_here,
        "settled": link.settled,
        "counts": statement.link_counts(link),
    }


def _answer_json(statement: Statement, question: Question) -> Json:
    if question not in statement.questions:
        return None
    answer = statement.answer(question)
    counts = statement.counts(question)
    current = answer if counts else None
    return {
        "verdict": current.verdict.value if current and current.verdict else None,
        "left_to_speaker": bool(current and current.is_left_to_speaker),
        "basis": current.basis.value if current and current.basis else None,
        "was": answer.words if answer and not counts else None,
        "by": answer.by if answer else None,
        "at": answer.at if answer else None,
    }


def _forms(values: "Sequence[Citation] | Sequence[Query]") -> Json:
    from factcheck.domain.work_form import forms_of  # most statements that are listed have none

    return forms_of(values)
