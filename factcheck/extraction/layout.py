"""What a run of the page looks like by itself: dateline, byline, credit, caption, quotation."""

import re

from factcheck.domain.article import BlockKind
from factcheck.extraction.calendar import is_dateline

_CREDIT = re.compile(
    r"(?:(?:file\s+)?(?:photo(?:graph)?s?|image|picture|illustration|graphic|video|screenshot|map|credits?)"
    r"(?:\s*/\s*\w+)?\s*(?::|\u00a9|\s+by\s+(?=[A-Z])|\s+courtesy\b)"
    r"|\((?:[A-Z][\w.\u2019'-]*[ /]){1,6}(?:photo|images|via\s+\w+|pool)[^()]{0,60}\)|\u00a9\s*[A-Z])",
    re.IGNORECASE,
)
_HAS_CREDIT = re.compile(r"[:\u00a9(]|\s(?:by|courtesy)\s")
_OF_CREDITS = (
    *("photo", "image", "picture", "illustration", "graphic", "video", "screenshot", "map", "credit"),
    *("via", "pool", "\u00a9"),
)
"""Each credit has one of these in it."""
_BYLINE = re.compile(
    r"(?:(?:story|words|text|report|reporting|article|written|interview)?\s*by\s+(?=[A-Z\u00c0-\u00de])"
    r"|(?:words|text|author|reporter|reporting|editing|translation|translated by)\s*:\s)",
    re.IGNORECASE,
)
_PICTURED = re.compile(
    r"(?:pictured|caption|in this photo|file photo of|above|below|left|right)\s*[:,]\s", re.IGNORECASE
)
_SIGNED = re.compile(r"[\u2014\u2013-]\s*(?=[A-Z\u00c0-\u00de])")
_PROSE_END = re.compile(r"[.!?\u2026][\"'\u201d\u2019\u00bb)\]]*\Z")
_FULL_STOP = re.compile(r"(?<!\.)[.;:][\"'\u201d\u2019\u00bb)\]]*\Z")
_OPENING = "\"\u201c\u201e\u00ab\u2018'"
_CLOSING = "\"\u201d\u201c\u00bb\u2019'"
LONGEST = 900
"""A longer run, in code points, is a paragraph: no caption, label or headline is that long."""


def shape_of(line: str) -> BlockKind | None:
    """The kind that a run shows by its own words, or None when only its place can tell.

    A long run is a paragraph, and so is what ends like a sentence and shows nothing else.
    """
    if len(line) > LONGEST:
        return BlockKind.PARAGRAPH
    words = len(line.split())
    if words <= 16 and is_dateline(line):
        return BlockKind.DATELINE
    if words <= 16 and _BYLINE.match(line) and not _PROSE_END.search(line):
        return BlockKind.BYLINE
    if found := credit_in(line):
        return BlockKind.CREDIT if found == 0 else BlockKind.CAPTION
    if words <= 60 and _PICTURED.match(line):
        return BlockKind.CAPTION
    if words <= 12 and _SIGNED.match(line) and not _PROSE_END.search(line):
        return BlockKind.CREDIT
    return BlockKind.PARAGRAPH if _PROSE_END.search(line) and words > 2 else None


def credit_in(line: str) -> int | None:
    """Where the credit of a caption begins ("Photo: …"), in code points from the line's start.

    The credit stands last and is short; None when there is none.
    """
    low = line.lower()
    if not any(word in low for word in _OF_CREDITS) or not _HAS_CREDIT.search(line):
        return None
    for found in _CREDIT.finditer(line):
        before, after = line[: found.start()], line[found.end() :]
        if not before.strip():
            return 0 if len(after.split()) <= 14 else None
        is_apart = before[-1] in " \n([|" and len(after.split()) <= 12
        if (is_apart and found.group()[:1].isupper()) or (is_apart and found.group()[:1] in "(\u00a9"):
            return len(before.rstrip(" ")) if before[-1] == " " else found.start()
    return None


def is_headline(line: str) -> bool:
    """Whether a run could be a headline: at most 30 words and no full stop at its end."""
    return len(line) <= 240 and len(line.split()) <= 30 and not _FULL_STOP.search(line)


def is_prose(line: str) -> bool:
    """Whether a run ends as a sentence does."""
    return bool(_PROSE_END.search(line[-12:]))


def quoted_inside(line: str) -> str | None:
    """The words between the quotation marks of a run that is a quotation as a whole, at most 60 words."""
    bare = line.strip()
    if len(bare) < 12 or bare[0] not in _OPENING or bare[-1] not in _CLOSING or len(bare.split()) > 60:
        return None
    return bare[1:-1].strip(" .,\u2026")
