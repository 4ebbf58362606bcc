"""Who is said to have said what, edited by hand: pure. Offsets are code points of the draft, half-open."""

from collections.abc import Sequence

from msgspec.structs import replace

from factcheck.domain.statement import Attribution
from factcheck.domain.text import Span

Attributions = tuple[Attribution, ...]


def with_speaker(
    old: Attributions, index: int | None, source: Span | None, speaker: str, whole: Span
) -> Attributions:
    """Another speaker, by his place in the draft or (without one) by name. None for the index makes a new
    attribution, of which `whole` is the content.
    """
    if index is None:
        return nested((*old, Attribution(source, speaker, None, (whole,), is_inferred=False, within=None)))
    return _changed(old, index, replace(old[index], source=source, speaker=speaker, is_inferred=False))


def with_cue(old: Attributions, index: int | None, cue: Span | None, whole: Span) -> Attributions:
    """Another cue, or none."""
    if index is None:
        return nested((*old, Attribution(None, "", cue, (whole,), is_inferred=False, within=None)))
    return _changed(old, index, replace(old[index], cue=cue))


def with_content(old: Attributions, index: int | None, content: Span) -> Attributions:
    """Other boundaries of what is said to have been said."""
    if index is None:
        return nested((*old, Attribution(None, "", None, (content,), is_inferred=False, within=None)))
    return _changed(old, index, replace(old[index], content=(content,)))


def without(old: Attributions, index: int) -> Attributions:
    """One attribution less."""
    return nested((*old[:index], *old[index + 1 :]))


def nested(attributions: Sequence[Attribution]) -> Attributions:
    """The same, each within the smallest one whose content has its cue, or else all of its content."""
    return tuple(
        replace(one, within=_enclosing(attributions, index)) for index, one in enumerate(attributions)
    )


def _changed(old: Attributions, index: int, new: Attribution) -> Attributions:
    return nested((*old[:index], new, *old[index + 1 :]))


def _enclosing(attributions: Sequence[Attribution], index: int) -> int | None:
    one = attributions[index]
    wanted = (one.cue,) if one.cue else one.content
    larger = [
        (_length(other), place)
        for place, other in enumerate(attributions)
        if _length(other) > _length(one)
        and all(any(span.covers(w) for span in other.content) for w in wanted)
    ]
    return min(larger)[1] if larger else None


def _length(attribution: Attribution) -> int:
    return sum(map(len, attribution.content))
