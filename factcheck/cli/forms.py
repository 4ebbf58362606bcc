"""Statements as `--json` prints them."""

from typing import TYPE_CHECKING

from factcheck.domain.canonical import Json
from factcheck.domain.progress import is_gone_over, work_state
from factcheck.domain.statement import Statement
from factcheck.domain.verdict import Question

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.domain.around import Around
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
        "wording": _wording_json(statement),
        "private_note": statement.private_note,
        "public_note": statement.public_note,
        "flags": flags,
        "for_publication": statement.is_for_publication,
        "links": [_link_json(statement, link) for link in statement.links],
        "reply": _reply_json(statement),
    }


def alone_json(statement: Statement, around: "Around") -> dict[str, Json]:
    """What is shown of one statement only: its details, and what was let stand, which need what is around it."""
    let_stand = _let_stand_json(statement, around)
    return {**_details_json(statement, around.ticked_at), "let_stand": let_stand}


def _details_json(statement: Statement, ticked_at: "Mapping[str, int]") -> dict[str, Json]:
    """Its hard details with their letters, and whether it is gone over."""
    from factcheck.domain.checklist import DetailState, checklist

    details: list[Json] = [
        {
            "letter": item.label,
            "type": item.detail.type.value,
            "start": item.detail.start,
            "end": item.detail.end,
            "words": item.words,
            "state": None if item.state is DetailState.NOT_YET else item.state.value,
            "right": item.right or None,
            "ticked_at": item.ticked_at,
        }
        for item in checklist(statement, ticked_at)
    ]
    return {"gone_over": is_gone_over(statement, ticked_at), "details": details}


def _let_stand_json(statement: Statement, around: "Around") -> list[Json]:
    """What an editor has let stand before the sign-off; `counts` while what that was given for is unchanged."""
    if not statement.overrides:
        return []
    from factcheck.domain.gate import let_stand

    return [
        {
            "blocker": override.blocker.value,
            "by": override.by,
            "reason": override.reason,
            "recorded_by": override.recorded_by,
            "at": override.at,
            "counts": counts,
        }
        for override, counts in let_stand(statement, around.sources, around.ticked_at)
    ]


def _wording_json(statement: Statement) -> Json:
    """The suggested wording; `counts` while the words that it is for stand there."""
    wording = statement.suggested
    if wording is None:
        return None
    return {
        "from": wording.old,
        "to": wording.new,
        "kind": wording.kind.value,
        "state": wording.state.value,
        "counts": wording.old == statement.exact,
        "decided_by": wording.decided_by,
        "decided_at": wording.decided_at,
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
