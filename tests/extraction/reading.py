"""Short ways to ask what the extraction finds in a text."""

from factcheck.domain.statement import DetailType
from factcheck.domain.text import Span
from factcheck.extraction.extractor import extract
from factcheck.extraction.sentences import sentences_of

LEAD = "The town council of Hallowmere met in the evening and went home late at night.\n\n"
"""A paragraph before, so that what follows is body text whatever it looks like."""


def sentences(text: str) -> list[str]:
    """The sentences of one paragraph."""
    return [span.of(text) for span in sentences_of(text, Span(0, len(text)))]


def kinds(text: str) -> list[tuple[str, str]]:
    """Kind and words of each block."""
    return [(block.kind.value, block.span.of(text)) for block in extract(text).blocks]


def details(sentence: str, kind: DetailType) -> list[str]:
    """The characters of the details of one type in a paragraph of body text."""
    text = LEAD + sentence
    return [
        detail.span.of(text)
        for statement in extract(text).statements[1:]
        for detail in statement.details
        if detail.type is kind
    ]


def normalized(sentence: str, kind: DetailType) -> list[str | None]:
    """The plain values of the details of one type in a paragraph of body text."""
    found = extract(LEAD + sentence).statements[1:]
    return [detail.normalized for one in found for detail in one.details if detail.type is kind]


def attributions(paragraphs: str) -> list[tuple[str, str, str]]:
    """Speaker, cue and content of each attribution in body text; the parts of a content joined by " … "."""
    text = LEAD + paragraphs
    return [
        (one.speaker, one.cue.of(text) if one.cue else "", " … ".join(span.of(text) for span in one.content))
        for statement in extract(text).statements[1:]
        for one in statement.attributions
    ]
