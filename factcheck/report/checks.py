"""What a report must satisfy in itself: every character accounted for, every count equal to a recount."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from factcheck.domain.canonical import Json
from factcheck.domain.progress import WorkState
from factcheck.report.vocabulary import (
    EXCLUDED,
    LEFT_TO_SPEAKER,
    NOT_ANSWERED,
    QUESTIONS,
    RECHECK,
    SO,
    VERDICTS,
)

Document: TypeAlias = Mapping[str, Any]
"""A report as `report_document` builds it, or as it was read from report.json."""

Run: TypeAlias = tuple[int, int]
"""[start, end) in code points of the draft."""


def uncovered(text: str, runs: Iterable[Run]) -> list[Run]:
    """The runs of the text, without blanks at their ends, that hold a non-blank character and lie in none."""
    gaps: list[Run] = []
    cursor = 0
    for start, end in [*sorted(runs), (len(text), len(text))]:
        piece = text[cursor:start] if start > cursor else ""
        bare = piece.strip()
        if bare:
            begin = cursor + len(piece) - len(piece.lstrip())
            gaps.append((begin, begin + len(bare)))
        cursor = max(cursor, end)
    return gaps


def coverage_gaps(document: Document) -> list[Run]:
    """The runs of the article that are in no statement and not listed as not checked; none in a whole report.

    Raises ValueError when the report was made without the article's text.
    """
    text = document["article"]["text"]
    if text is None:
        raise ValueError("the report has no text to compare with")
    anchors = [(s["anchor"]["start"], s["anchor"]["end"]) for s in document["statements"]]
    return uncovered(text, anchors + [(n["start"], n["end"]) for n in document["not_checked"]])


def recount(statements: Sequence[Mapping[str, Any]]) -> dict[str, Json]:
    """The summary, counted from a report's statements: how far they are, and each question's answers.

    `asked` is how many statements pose the question, excluded ones left out; the other counts of the
    question add up to it. `verdicts` is the number of verdicts on both questions together.
    """
    states = {state.value: 0 for state in WorkState}
    questions = {question: _no_answers(question) for question in QUESTIONS}
    for statement in statements:
        states[statement["state"]] += 1
        if statement["state"] == EXCLUDED:
            continue
        for name, counts in questions.items():
            if statement[name] is not None:
                counts["asked"] += 1
                counts[standing(statement[name])] += 1
    verdicts = sum(counts[verdict] for counts in questions.values() for verdict in VERDICTS)
    return {"statements": len(statements), "verdicts": verdicts, "states": states, **questions}


def _no_answers(question: str) -> dict[str, int]:
    names = ["asked", *VERDICTS, RECHECK, NOT_ANSWERED]
    if question == SO:
        names.append(LEFT_TO_SPEAKER)
    return dict.fromkeys(names, 0)


def standing(answer: Mapping[str, Any]) -> str:
    """How a question stands: its verdict, left to the speaker, to recheck, or not answered."""
    if answer["verdict"] is not None:
        return str(answer["verdict"])
    if answer["left_to_speaker"]:
        return LEFT_TO_SPEAKER
    return RECHECK if answer["was"] is not None else NOT_ANSWERED
