"""Sentences of a paragraph, also inside a quotation of several sentences.

Each place where a sentence might end is judged by at most 64 characters before and after it, so the time
is linear in the length of the text.
"""

import re
from collections.abc import Iterator

from factcheck.domain.text import Span
from factcheck.extraction.abbreviations import (
    BEFORE_NAMES,
    BEFORE_NUMBERS,
    MAY_END,
    NEVER_LAST,
    SPEECH_TAGS,
    STARTERS,
)

_CLOSERS = "\"'\u201d\u2019\u00bb\u203a)\\]}"
_MARK = re.compile(
    r"(?P<mark>\.(?>(?:[ \u00a0]\.)+)|[.!?\u2026\u203d\u3002\uff01\uff1f]++)"
    rf"(?P<close>[{_CLOSERS}]*+)(?>(?:\[\d{{1,3}}\])*)"
)
_IDEOGRAPHIC = frozenset("\u3002\uff01\uff1f")
_OPENERS = "\"'\u201c\u201e\u2018\u00ab\u2039([{\u2013\u2014-\u2026*_ \u00a0\t\n\r"
_WORD = re.compile(r"[^\W_]+(?:['\u2019.-][^\W_]+)*")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]\Z")
_MARKER = re.compile(r"[(\[\u2022\u2043*\u2013-]*\s*(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})\Z")
_REACH = 64


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The run [start, end) without white space at its ends; None when nothing else is there."""
    piece = text[start:end]
    bare = piece.strip()
    if not bare:
        return None
    begin = start + len(piece) - len(piece.lstrip())
    return Span(begin, begin + len(bare))


def sentences_of(text: str, span: Span) -> Iterator[Span]:
    """The sentences of a run of the text, in order, trimmed of white space.

    Offsets are code points of the whole text. Together the sentences hold every character of the run
    that is not white space.
    """
    begin = span.start
    for found in _MARK.finditer(text, span.start, span.end):
        cut = found.end()
        if cut >= span.end or not _may_cut(text, cut, found["mark"]):
            continue
        if _ends_sentence(text, begin, span.end, found):
            if sentence := trimmed(text, begin, cut):
                yield sentence
            begin = cut
    if sentence := trimmed(text, begin, span.end):
        yield sentence


def _may_cut(text: str, cut: int, mark: str) -> bool:
    return text[cut].isspace() or mark[-1] in _IDEOGRAPHIC


def _ends_sentence(text: str, begin: int, end: int, found: re.Match[str]) -> bool:
    mark, close = found["mark"], found["close"]
    if mark[-1] in _IDEOGRAPHIC:
        return True
    rest = text[found.end() : min(end, found.end() + _REACH)]
    opened = rest.lstrip(_OPENERS)
    if not opened:
        return True
    word = _WORD.match(opened)
    first = word.group() if word else ""
    if first[:1].islower() and not _is_camel(first):
        return False
    start = found.start()
    before = text[max(begin, start - _REACH) : start]
    if mark[-1] in "!?\u203d":
        return not (_has_quote(close) and _is_speech_tag(opened))
    if len(mark) > 1 or mark == "\u2026":
        return _ellipsis_ends(before, mark, close, first)
    if start - begin < 8 and _MARKER.match(text[begin:start].strip()):
        return False
    return bool(close) or _stop_ends(before, first)


def _is_camel(word: str) -> bool:
    """Whether a word starts with a small letter but is a name: iPhone, eBay, al-Qaeda."""
    return any(char.isupper() for char in word[1:4]) and word.isascii()


def _has_quote(close: str) -> bool:
    return any(char in "\"'\u201d\u2019\u00bb" for char in close)


def _is_speech_tag(rest: str) -> bool:
    """Whether what follows a closing quotation mark is "Mr Smith asked" and so belongs to the sentence."""
    words = _WORD.findall(rest)[:4]
    for place, word in enumerate(words):
        if word.lower() in SPEECH_TAGS:
            return place > 0
        if not word[0].isupper():
            return False
    return False


def _ellipsis_ends(before: str, mark: str, close: str, first: str) -> bool:
    if "]" in close or ")" in close:
        return first.lower() in STARTERS
    if mark.count(".") == 4:
        return True
    if before[-1:].isspace() or mark.count(" "):
        return first.lower() in STARTERS and first != "I"
    return True


def _stop_ends(before: str, first: str) -> bool:
    """Whether a single full stop after `before` ends the sentence when `first` is the next word."""
    last = before.rsplit(maxsplit=1)[-1] if before and not before[-1].isspace() else ""
    last = last.lstrip("\"'\u201c\u2018\u00ab([{\u2013\u2014-")
    word = last.lower()
    starts = first.lower() in STARTERS or not first
    if word in BEFORE_NAMES or last in NEVER_LAST:
        return False
    if word in BEFORE_NUMBERS:
        return not first[:1].isdigit() and word not in {"p", "pp"}
    if len(last) == 1 and last.isupper():
        return starts and (last == "I" or first.lower() not in {"i", "a"})
    if word in MAY_END or _DOTTED.match(last):
        return starts
    return True
