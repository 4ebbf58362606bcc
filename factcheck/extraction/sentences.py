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
    LEGAL_CAPITALS,
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
_ITEM = re.compile(r"(?<!\S)[\u2022\u2043*]?\s?(?P<value>[0-9]{1,2}|[a-z])(?P<closer>\.\)|[.)])\s")
_REACH = 64
_SUBJECT = re.compile(r"[A-Z]\w* (?:is|was|are|were|has|have|had|will|would|can|could)\b")
_LOST_SPACE = re.compile(r"([A-Z][a-z]{0,11})\s")
_GLUED = re.compile(
    r"(?<=[^\W_]) (?=(?:(?:In|At|For|From|During|After|Under) the|On (?:the|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
    r"|According to|(?:It|This|There|He|She|They) (?:is|was|are|were|has|have|had|will))[ ,])"
)
_LINKS = frozenset({"of", "and", "the", "in", "at", "de", "von", "for", "a"})
_LONGEST_GLUED = 160
_SHORT = 4
"""So few words before a title are its own sentence's: "At 5 a.m. Mr. Vall left"."""


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
    for item in _items(text, span):
        for sentence in _sentences(text, item):
            yield from _parted(text, sentence)


def _items(text: str, span: Span) -> Iterator[Span]:
    """The items of a list inside a run: "1. Lower rents 2. More staff" are two; a run without a list is one."""
    begin, wanted, closer = span.start, "", ""
    if text.find(":", span.start, span.end) < 0 and not _ITEM.match(text, span.start, span.end):
        yield span  # no list begins here
        return
    for found in _ITEM.finditer(text, span.start, span.end):
        value, start = found["value"], found.start()
        is_led = value == "1" and text[start - 2 : start - 1] == ":"
        if is_led or (value in {"1", "a"} and start == span.start):
            closer = found["closer"]
        elif not wanted or value != wanted or found["closer"] != closer:
            continue
        elif item := trimmed(text, begin, start):
            yield item
            begin = start
        wanted = str(int(value) + 1) if value.isdigit() else chr(ord(value) + 1)
    yield Span(begin, span.end)


def _sentences(text: str, span: Span) -> Iterator[Span]:
    begin = span.start
    for found in _MARK.finditer(text, span.start, span.end):
        cut = found.end()
        if cut >= span.end or not _may_cut(text, begin, found):
            continue
        if _ends_sentence(text, begin, span.end, found):
            if sentence := trimmed(text, begin, cut):
                yield sentence
            begin = cut
    if sentence := trimmed(text, begin, span.end):
        yield sentence


def _may_cut(text: str, begin: int, found: re.Match[str]) -> bool:
    """Whether a sentence can end at a mark: before white space, or where the space was lost ("ended.The")."""
    cut = found.end()
    if text[cut].isspace() or found["mark"][-1] in _IDEOGRAPHIC:
        return True
    if not text[cut].isupper() or not text[found.start() - 1 : found.start()].islower():
        return False
    after = _LOST_SPACE.match(text, cut)
    before = text[max(begin, found.start() - _REACH) : found.start()].rsplit(maxsplit=1)
    is_address = not before or any(char in "./@:" for char in before[-1])
    return after is not None and after[1].lower() in STARTERS and not is_address


def _parted(text: str, sentence: Span) -> Iterator[Span]:
    """Part a caption, label or date from the sentence that it was glued to: "Ann Vall of Marram In the port …".

    A small word with a capital stands there in mid-sentence, and it belongs to no quotation and no title.
    """
    begin = sentence.start
    for found in _GLUED.finditer(text, sentence.start, sentence.end):
        before = text[begin : found.start()] if found.start() - begin <= _LONGEST_GLUED else ""
        is_quoted = before.count('"') % 2 == 1 or before.count("\u201c") > before.count("\u201d")
        if (
            len(before.split()) > 1
            and not is_quoted
            and not _is_title(before, text[found.end() : found.end() + _REACH])
        ):
            yield Span(begin, found.start())
            begin = found.end()
    yield Span(begin, sentence.end)


def _is_title(before: str, after: str) -> bool:
    """Whether capitals on both sides of a place, after other words, are those of a title: "… Upon a Time In the West"."""
    words, rest = before.split(), after.split()
    has_verb = any(word.islower() and word not in _LINKS for word in words)
    return words[-1][0].isupper() and has_verb and rest[-1 if len(rest) < 3 else 2][0].isupper()


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
        return _ellipsis_ends(before, mark, close, first, is_subject=bool(_SUBJECT.match(opened)))
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


def _is_item(before: str, last: str) -> bool:
    """Whether the number before a full stop counts an item of a list inside a line: "Two rules: 1. Be kind."."""
    return len(last) < 3 and last.isdigit() and before[: -len(last)].rstrip()[-1:] in {":", ";", ","}


def _ellipsis_ends(before: str, mark: str, close: str, first: str, *, is_subject: bool) -> bool:
    if "]" in close or ")" in close:
        return first.lower() in STARTERS or is_subject
    if mark.count(".") == 4:
        return True
    if before[-1:].isspace() or mark.count(" "):
        return first.lower() in STARTERS and first != "I"
    return True


def _stop_ends(before: str, first: str) -> bool:
    """Whether a single full stop after `before` ends the sentence when `first` is the next word."""
    last = before.rsplit(maxsplit=1)[-1] if before and not before[-1].isspace() else ""
    last = last.lstrip("\"'\u201c\u2018\u00ab([{\u2013\u2014-")
    if _is_item(before, last) or last in LEGAL_CAPITALS:
        return False
    word = last.lower()
    starts = first.lower() in STARTERS or not first
    if word in BEFORE_NAMES or last in NEVER_LAST:
        return False
    if word in BEFORE_NUMBERS:
        return not first[:1].isdigit() and word not in {"p", "pp"}
    if len(last) == 1 and last.isupper():
        return starts and (last == "I" or first.lower() not in {"i", "a"})
    if word in {"a.m", "p.m"} and first.lower() in BEFORE_NAMES and len(before.split()) > _SHORT:
        return True
    if word in MAY_END or _DOTTED.match(last):
        return starts
    return True
