"""The JSON that `extract --json` and `compare --json` print. Other programs read it, so its shape only grows by version."""

from typing import Any

from factcheck.domain.article import Block
from factcheck.domain.extracted import Extracted, Extraction, Hint
from factcheck.domain.revision import Comparison
from factcheck.domain.statement import Attribution, Detail, DetailType
from factcheck.domain.text import Span, sha256_of

FORMAT = "factcheck-extract"
VERSION = 1
REVISION_FORMAT = "factcheck-revision"
REVISION_VERSION = 1


def as_json(text: str, extraction: Extraction, *, is_dated: bool = False) -> dict[str, Any]:
    """The extraction of a text as a JSON object: statements count from 1, blocks from 0, offsets are code points.

    With `is_dated`, each date says what it is `resolved` to by the dateline that was told, or null. Raises UnicodeEncodeError when the text holds lone surrogates, which no text file can.
    """
    return {
        "format": FORMAT,
        "version": VERSION,
        "extractor": extraction.extractor,
        "offset_unit": "unicode-code-point",
        "text": text,
        "sha256": sha256_of(text),
        "blocks": [_block(block) for block in extraction.blocks],
        "statements": [
            _statement(number, one, is_dated=is_dated) for number, one in enumerate(extraction.statements, 1)
        ],
        "hints": [_hint(hint) for hint in extraction.hints],
    }


def _pair(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def _block(block: Block) -> dict[str, Any]:
    return {
        "kind": block.kind.value,
        "start": block.span.start,
        "end": block.span.end,
        "excluded": block.is_excluded,
        "reason": block.reason,
        "same_as": block.same_as,
    }


def _statement(number: int, statement: Extracted, *, is_dated: bool) -> dict[str, Any]:
    return {
        "id": number,
        "kind": statement.kind.value,
        "block": statement.block,
        "start": statement.span.start,
        "end": statement.span.end,
        "voice": statement.voice.value,
        "details": [_detail(detail, is_dated=is_dated) for detail in statement.details],
        "attributions": [_attribution(one) for one in statement.attributions],
    }


def _detail(detail: Detail, *, is_dated: bool) -> dict[str, Any]:
    told = {
        "type": detail.type.value,
        "start": detail.start,
        "end": detail.end,
        "normalized": detail.normalized,
    }
    return told | {"resolved": detail.resolved} if is_dated and detail.type is DetailType.DATE else told


def _attribution(attribution: Attribution) -> dict[str, Any]:
    return {
        "source": _pair(attribution.source),
        "cue": _pair(attribution.cue),
        "content": [_pair(span) for span in attribution.content],
        "inferred": attribution.is_inferred,
        "within": attribution.within,
    }


def _hint(hint: Hint) -> dict[str, Any]:
    return {
        "type": hint.type,
        "from": hint.source + 1,
        "to": hint.target + 1,
        "score": hint.score,
        "why": hint.why,
    }


def comparison_json(comparison: Comparison) -> dict[str, Any]:
    """What a revision would carry as a JSON object; offsets are code points, half-open."""
    return {
        "format": REVISION_FORMAT,
        "version": REVISION_VERSION,
        "statements": [
            {
                "old": _place(one.old),
                "new": one.new and _place(one.new),
                "status": one.outcome.value,
            }
            for one in comparison.became
        ],
        "added": [_place(span) for span in comparison.added],
    }


def _place(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}
