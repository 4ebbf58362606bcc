"""A review as the one document that is signed, and that every other form is a rendering of.

What is in it depends only on what may be reported: a private note changes nothing but the audit.
"""

import re
from collections.abc import Collection, Mapping
from uuid import UUID, uuid5

from msgspec import Struct
from msgspec.structs import replace

from factcheck.domain.article import Article
from factcheck.domain.canonical import Json
from factcheck.domain.confidence import Discretion
from factcheck.domain.draft import Draft
from factcheck.domain.progress import WorkState, work_state
from factcheck.domain.review import Review
from factcheck.domain.signoff import Signing
from factcheck.domain.source import Source
from factcheck.domain.statement import Attribution, Statement
from factcheck.domain.text import Span, sha256_of
from factcheck.domain.verdict import Answer, Question
from factcheck.report.asked import query_forms
from factcheck.report.checks import recount, uncovered
from factcheck.report.details import change_form, details_form, flags_form, links_form, names_ticked
from factcheck.report.signing import overrides_form, people_form, revision_form, signoff_form
from factcheck.report.sources import citations_form, sources_form, used_sources
from factcheck.report.vocabulary import IN_NO_STATEMENT, LEFT_TO_SPEAKER, vocabulary

FORMAT = "factcheck-report"
VERSION = 1
CONTEXT = 32
"""How many characters before and after a statement its anchor holds, so that it can be found again."""

_REPORT_IDS = UUID("5c0b1f6e-8d0f-4d52-9a3c-6f1de7a2b944")
_WEB = re.compile(r"https?://", re.IGNORECASE)


class Tool(Struct, frozen=True):
    """The program that makes the report."""

    name: str
    version: str


def report_document(review: Review, tool: Tool, signing: Signing | None = None) -> dict[str, Json]:
    """The report of a review, as it is signed, or else unsigned: without nonce and sign-off.

    Raises ValueError when the text is not the one that was checked, or a statement is not at its place.
    """
    if sha256_of(review.text) != review.draft.sha256:
        raise ValueError("the text is not the one whose hash the draft names")
    used, discretion = used_sources(review), Discretion(review.sources)
    names, present = names_ticked(review.statements), {s.id for s in review.statements}
    around = _Around(review.text, used, names, present, discretion)
    statements = [_statement(number, s, around) for number, s in enumerate(review.statements, 1)]
    overrides = overrides_form(review, used, names, discretion)
    return {
        "format": FORMAT,
        "version": VERSION,
        "report_id": _report_id(review),
        **revision_form(review, signing),
        "redaction": None,
        "article": _article(review.article, review.draft, review.text),
        "statements": statements,
        "not_checked": _not_checked(review),
        "sources": sources_form(used),
        "overrides": overrides,
        "summary": recount(statements),
        "people": people_form(statements, overrides, signing),
        "signoff": signoff_form(signing),
        "audit": [{"device": h.device, "events": h.events, "head": h.head} for h in review.log],
        "tool": {
            "name": tool.name,
            "version": tool.version,
            "extractor": review.draft.extractor,
            "vocabulary": vocabulary(),
        },
    }


def _report_id(review: Review) -> str:
    return str(uuid5(_REPORT_IDS, f"{review.article.id}\n{review.draft.number}\n{review.draft.sha256}"))


def _article(article: Article, draft: Draft, text: str) -> dict[str, Json]:
    source = draft.provenance
    return {
        "slug": article.slug,
        "title": article.title,
        "author": article.author,
        "editor": article.editor,
        "language": None,
        "dateline": article.dateline,
        "draft": draft.number,
        "source": {
            "name": _bare_name(source.name),
            "media_type": source.media_type,
            "sha256": source.sha256,
            "bytes": source.size,
            "encoding": source.encoding,
            "importer": source.importer,
        },
        "text_sha256": draft.sha256,
        "text_chars": len(text),
        "offset_unit": "unicode-code-point",
        "text": text,
    }


def _bare_name(name: str) -> str:
    """A file's name without the folders of the machine that it was imported on; a web address stays."""
    return name if _WEB.match(name) else re.split(r"[\\/]", name)[-1]


class _Around(Struct, frozen=True):
    """What the report of each statement is made from besides the statement."""

    text: str
    used: Mapping[str, Source]
    names: frozenset[str]
    present: Collection[str]
    discretion: Discretion


def _statement(number: int, statement: Statement, around: _Around) -> dict[str, Json]:
    """One statement. `_value_` is what `value` calls Python for, which a long report asks a hundred thousand times."""
    if statement.span.of(around.text) != statement.exact:
        raise ValueError(f"statement {number} is not at its place in the text")
    state = work_state(replace(statement, private_note="") if statement.private_note else statement)
    counted = _counted(statement, state)
    newest = max(counted.values(), key=lambda answer: answer.at, default=None)
    return {
        "id": statement.id,
        "number": number,
        "kind": statement.kind._value_,
        "anchor": _anchor(statement, around.text),
        "voice": statement.voice._value_,
        "attributions": [_attribution(one) for one in statement.attributions],
        "state": state._value_,
        "excluded": statement.excluded,
        "said": _answer(statement, Question.SAID, counted, state) if statement.attributions else None,
        "so": _answer(statement, Question.SO, counted, state),
        "details": details_form(statement, around.names),
        "citations": citations_form(statement, around.used),
        "links": links_form(statement, around.present, around.discretion) if statement.links else [],
        "queries": query_forms(statement, around.discretion),
        "change": change_form(statement, around.discretion),
        "public_note": statement.public_note or None,
        "flags": flags_form(statement),
        "carried_from": None,
        "by": newest.by if newest else None,
        "at": newest.at if newest else None,
    }


def _anchor(statement: Statement, text: str) -> dict[str, Json]:
    start, end = statement.span.start, statement.span.end
    return {
        "start": start,
        "end": end,
        "exact": statement.exact,
        "prefix": text[max(0, start - CONTEXT) : start],
        "suffix": text[end : end + CONTEXT],
    }


def _attribution(attribution: Attribution) -> dict[str, Json]:
    return {
        "speaker": attribution.speaker,
        "cue": _span(attribution.cue) if attribution.cue else None,
        "content": [_span(span) for span in attribution.content],
        "inferred": attribution.is_inferred,
        "within": attribution.within,
    }


def _span(span: Span) -> dict[str, Json]:
    return {"start": span.start, "end": span.end}


def _counted(statement: Statement, state: WorkState) -> dict[Question, Answer]:
    """The answers that count. Only a statement to recheck has one that does not, so only it is hashed."""
    if state is WorkState.EXCLUDED:
        return {}
    answers = {q: a for q in statement.questions if (a := statement.answer(q)) is not None}
    if state is not WorkState.RECHECK:
        return answers
    return {q: a for q, a in answers.items() if statement.counts(q)}


_NO_ANSWER: dict[str, Json] = {
    "verdict": None,
    "basis": None,
    "left_to_speaker": False,
    "given_for": None,
    "was": None,
    "by": None,
    "at": None,
}
"""Nobody has answered: one value for all of the many questions of which that is so."""


def _answer(
    statement: Statement, question: Question, counted: dict[Question, Answer], state: WorkState
) -> dict[str, Json]:
    """One question's answer. One that does not count any longer is no verdict: only `was` names it."""
    if statement.answer(question) is None:
        return _NO_ANSWER
    answer = counted.get(question)
    earlier = statement.answer(question) if answer is None and state is WorkState.RECHECK else None
    return {
        "verdict": answer.verdict._value_ if answer and answer.verdict else None,
        "basis": answer.basis._value_ if answer and answer.basis else None,
        "left_to_speaker": answer is not None and answer.is_left_to_speaker,
        "given_for": answer.given_for if answer else None,
        "was": _value(earlier) if earlier else None,
        "by": answer.by if answer else None,
        "at": answer.at if answer else None,
    }


def _value(answer: Answer) -> str:
    return answer.verdict.value if answer.verdict else LEFT_TO_SPEAKER


def _not_checked(review: Review) -> list[Json]:
    """Excluded blocks and statements with their reasons, and what neither covers, lest text disappear."""
    runs = [(span.start, span.end, reason) for span, reason in review.excluded()]
    runs += [(s.span.start, s.span.end, s.excluded) for s in review.statements if s.excluded is not None]
    covered = [(s.span.start, s.span.end) for s in review.statements]
    covered += [(start, end) for start, end, _ in runs]
    runs += [(start, end, IN_NO_STATEMENT) for start, end in uncovered(review.text, covered)]
    return [{"start": start, "end": end, "reason": reason} for start, end, reason in sorted(runs)]
