"""What belongs to the page and not to the article: menus, share buttons, footers.

Only short lines are ever furniture. Running prose is not, whatever words it uses.
"""

import re

from factcheck.extraction.page_words import ACTIONS, BUTTONS, LEGAL, SECTIONS, TAIL_LABELS

NAVIGATION = "navigation"
BUTTONS_REASON = "share buttons"
FOOTER = "footer"
LABEL = "label of the page"
MASTHEAD = "name of the page"
LONGEST = 300
"""Longer runs, in code points, are never furniture."""

_PARTS = re.compile(r"\s*[|\u00b7\u2022/>\u203a\u00bb,\t\u2192]\s*|\s{2,}")
_CHUNK = re.compile(r"[^\s|\u00b7\u2022/>\u203a\u00bb,\u2192]+")
_CAMEL = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|&")
_SCRAPS = re.compile(r"[.|\u00b7\u2022\n]+")
_PROSE_END = re.compile(r"[.!?\u2026][\"'\u201d\u2019)\]]*\Z")
_COPYRIGHT = re.compile(
    r"(?:\u00a9.{0,40}|(?:\(c\)|copyright(?:\s*(?:\u00a9|\(c\)))?)\s*)\b(?:19|20)\d\d\b", re.IGNORECASE
)
_COUNTED = re.compile(
    r"\d{1,4}(?:\.\d)?k?\s*(?:min(?:ute)?s?\s+(?:read|listen)|comments?|shares?|views?|likes?)"
    r"|comments?\s*\(\d{1,5}\)",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"(?:(?:read|see|watch)\s+(?:more|also|next|now)|related|also read|more from|more on)\s*(?::|\u2013|\u2014|>)"
    r"|(?:tags?|topics?|filed under|tagged(?: as| with)?|keywords|categor(?:y|ies))\s*:"
    r"|(?:share|post|send|tweet|email)\s+(?:on|to|via|this)\b"
    r"|(?:follow|find|like|join|share)\s+(?:this|us|the\s+\w+)\s+on\b"
    r"|sign up (?:for|to)\b|subscribe (?:to|now|for)\b|click here\b|skip to\b|download (?:the|our) app\b",
    re.IGNORECASE,
)


def furniture_reason(line: str, *, is_lead: bool) -> str | None:
    """Why a line is furniture, in plain words, or None when it belongs to the article.

    `is_lead` says that the headline is still to come: there, a lone section name is a menu.
    """
    if len(line) > LONGEST:
        return None
    low = " ".join(line.lower().split())
    bare = low.rstrip(" :\u203a\u00bb>.\u2026")
    if _is_footer(line, low):
        return FOOTER
    if bare in BUTTONS or _COUNTED.fullmatch(low):
        return LABEL
    if _LEADS.match(low) and len(low.split()) <= 20 and not _PROSE_END.search(low):
        return LABEL
    return _menu_reason(line, is_lead)


def is_tail_label(line: str) -> bool:
    """Whether the line is a label such as "Most read", after which only links follow."""
    return " ".join(line.lower().split()).rstrip(" :") in TAIL_LABELS


def _menu_reason(line: str, is_lead: bool) -> str | None:
    first = _CHUNK.search(line)
    if first and not _pieces(first.group()):
        return None
    words: list[str] = []
    is_glued = False
    for part in _PARTS.split(line):
        for chunk in part.split():
            pieces = _pieces(chunk)
            if not pieces:
                return None
            is_glued = is_glued or len(pieces) > 1
            words += pieces
    content = [word for word in words if word not in {"and", "&", "the", "of"}]
    if not content or len(words) > 40:
        return None
    if all(word in ACTIONS for word in content):
        return BUTTONS_REASON
    is_list = len(_PARTS.split(line)) > 2 and "," not in line
    return NAVIGATION if is_glued or is_lead or is_list else None


def _pieces(chunk: str) -> list[str]:
    """The page words that a chunk without spaces is made of; empty when it is made of anything else."""
    low = chunk.lower()
    if low in ACTIONS or low in SECTIONS:
        return [low]
    if len(chunk) > 120 or not chunk.isascii():
        return []
    camel = [piece.lower() for piece in _CAMEL.findall(chunk)]
    if len(camel) > 1 and "".join(camel) == low and all(_is_page_word(piece) for piece in camel):
        return camel
    return _segmented(low)


def _is_page_word(word: str) -> bool:
    return word in ACTIONS or word in SECTIONS


def _segmented(low: str) -> list[str]:
    """Cut a run of small letters such as "pdfshareprint" into page words of three letters or more."""
    ways: dict[int, list[str]] = {0: []}
    for end in range(3, len(low) + 1):
        for size in range(3, min(14, end) + 1):
            word = low[end - size : end]
            if end - size in ways and _is_page_word(word):
                ways[end] = [*ways[end - size], word]
                break
    return ways.get(len(low), [])


def _is_footer(line: str, low: str) -> bool:
    scraps = [scrap for scrap in (piece.strip() for piece in _SCRAPS.split(low)) if scrap]
    if not scraps or max(len(scrap.split()) for scrap in scraps) > 7:
        return bool(_COPYRIGHT.match(line)) and len(low.split()) <= 30
    return any(scrap in LEGAL for scrap in scraps) or bool(_COPYRIGHT.search(line))
