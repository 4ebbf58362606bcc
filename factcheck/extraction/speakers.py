"""The speaker carried on to the other sentences of one quotation, marked as inferred."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from factcheck.domain.extracted import Extracted
from factcheck.domain.statement import Attribution, DetailType
from factcheck.domain.text import Span
from factcheck.extraction.places import touched


class Speaker(Struct, frozen=True):
    """Who spoke last: where he is named, in which characters, and whether more of his words must follow."""

    source: Span
    name: str
    goes_on: bool = False


def carried_on(
    statements: Sequence[Extracted], quotations: Sequence[Span], before: Speaker | None
) -> tuple[list[Extracted], Speaker | None]:
    """Give the sentences of a block's quotations the speaker that another sentence names.

    `before` is who spoke at the end of the block before, when his quotation goes on here. Returns the
    statements and who spoke last. Only statements without an attribution of their own content get one.
    """
    spans = [statement.span for statement in statements]
    owners = [
        _owner([statements[place] for place in touched(spans, quotation)], quotation)
        for quotation in quotations
    ]
    done: list[Extracted] = []
    last = before if before and before.goes_on else None
    for statement in statements:
        parts = touched(quotations, statement.span)
        named = _named(statement)
        heard = named or last
        carried = statement
        for place in parts:
            quotation = quotations[place]
            speaker = owners[place] or (last if _is_mostly(quotation, statement.span) else None)
            if speaker and not _is_attributed(carried, quotation):
                carried = _with(carried, speaker, quotation)
                heard = speaker
        done.append(carried)
        last = heard if named or parts else None
    return done, last


def _owner(statements: Sequence[Extracted], quotation: Span) -> Speaker | None:
    """Who is named as saying a part of the quotation from outside of it."""
    for statement in statements:
        for one in statement.attributions:
            outside = one.source and one.cue and not quotation.covers(one.cue)
            if one.source and outside and any(span.overlaps(quotation) for span in one.content):
                return Speaker(one.source, one.speaker)
    return None


def _named(statement: Extracted) -> Speaker | None:
    """The last speaker of a statement; without one, the name before a colon that opens a quotation."""
    for one in reversed(statement.attributions):
        if one.source and one.within is None:
            return Speaker(one.source, one.speaker, goes_on=statement.exact.endswith((":", ",")))
    if statement.exact.endswith(":"):
        titles = [detail.span for detail in statement.details if detail.type is DetailType.TITLE]
        for detail in statement.details:
            is_name = detail.type is DetailType.NAME
            if is_name and not any(title.covers(detail.span) for title in titles):
                name = statement.exact[
                    detail.span.start - statement.span.start : detail.span.end - statement.span.start
                ]
                return Speaker(detail.span, name, goes_on=True)
    return None


def _is_mostly(quotation: Span, statement: Span) -> bool:
    common = min(quotation.end, statement.end) - max(quotation.start, statement.start)
    return common * 10 >= len(statement) * 8


def _is_attributed(statement: Extracted, quotation: Span) -> bool:
    return any(
        span.overlaps(quotation)
        for one in statement.attributions
        if one.cue is None or not quotation.covers(one.cue)
        for span in one.content
    )


def _with(statement: Extracted, speaker: Speaker, quotation: Span) -> Extracted:
    """The statement with the inferred speaker outermost; what it had inside the quotation stands within."""
    content = Span(max(quotation.start, statement.span.start), min(quotation.end, statement.span.end))
    outer = len(statement.attributions)
    inner = tuple(
        replace(one, within=outer) if one.within is None and one.cue and content.covers(one.cue) else one
        for one in statement.attributions
    )
    made = Attribution(speaker.source, speaker.name, None, (content,), is_inferred=True)
    return replace(statement, attributions=(*inner, made))


def still_speaking(speaker: Speaker | None, *, is_open: bool) -> Speaker | None:
    """Who goes on speaking in the next block: only when a quotation is open or a colon announced one."""
    if speaker and (is_open or speaker.goes_on):
        return replace(speaker, goes_on=True)
    return None
