"""The same quotation worded differently: headline against body, one paragraph against another."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from factcheck.domain.extracted import Hint
from factcheck.domain.statement import DetailType
from factcheck.extraction.hint_words import EMPTY
from factcheck.extraction.traits import Readable, stem_of, words_of

_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
_LONGEST = 60
_LEAST_WORDS, _LEAST_CONTENT = 3, 2
_POSTING = 12
_ALIKE, _SAME_CONTENT = 0.7, 0.6
"""So much of the shorter stands in the longer; less when both have the same words of content."""
_SHOWN = 90


class _Quotation:
    """A quotation as its words; `stems` are those of content."""

    __slots__ = ("index", "is_whole", "stems", "words")

    def __init__(self, index: int, quoted: str) -> None:
        self.index = index
        self.words = [word.lower().replace("\u2019", "'") for word in _WORD.findall(quoted)[:_LONGEST]]
        self.stems = {stem_of(word) for word in self.words if word not in EMPTY}


def wordings(statements: Sequence[Readable]) -> Iterator[Hint]:
    """Two quotations that share most words, in one order, and are not the same nor part of one another."""
    postings: dict[str, list[_Quotation]] = {}
    for index, statement in enumerate(statements):
        for detail in statement.details:
            if detail.type is not DetailType.QUOTE:
                continue
            mine = _Quotation(index, words_of(statement, detail.span))
            if len(mine.words) < _LEAST_WORDS or len(mine.stems) < _LEAST_CONTENT:
                continue
            yield from _against(mine, postings)
            for stem in mine.stems:
                entries = postings.setdefault(stem, [])
                if len(entries) < _POSTING:
                    entries.append(mine)


def _against(mine: _Quotation, postings: dict[str, list[_Quotation]]) -> Iterator[Hint]:
    shared: dict[int, tuple[int, _Quotation]] = {}
    for stem in mine.stems:
        for other in postings.get(stem, ()):
            count = shared.get(id(other), (0, other))[0]
            shared[id(other)] = count + 1, other
    for count, other in sorted(shared.values(), key=lambda pair: (-pair[0], pair[1].index))[:6]:
        least = min(len(mine.stems), len(other.stems))
        is_close = count >= _LEAST_CONTENT and count * 10 >= least * 6
        share = _SAME_CONTENT if mine.stems == other.stems else _ALIKE
        if other.index != mine.index and is_close and (alike := _alike(mine.words, other.words, share)):
            why = f"the same words quoted differently: {_shown(mine)} here, {_shown(other)} there"
            yield Hint("differs_wording", mine.index, other.index, round(alike, 2), why)


def _alike(one: list[str], other: list[str], share: float) -> float:
    """How much of the shorter stands in the longer, nearly in one piece; 0 when wholly, or too little."""
    short, long = sorted((one, other), key=len)
    if _holds(long, short):
        return 0.0
    blocks = [
        block
        for block in SequenceMatcher(None, short, long, autojunk=False).get_matching_blocks()
        if block.size
    ]
    if not blocks:
        return 0.0
    same = sum(block.size for block in blocks)
    reach = blocks[-1].b + blocks[-1].size - blocks[0].b
    is_compact = reach <= len(short) + max(2, len(short) // 3)
    return same / len(short) if is_compact and same >= share * len(short) else 0.0


def _holds(long: list[str], short: list[str]) -> bool:
    """Whether the shorter run of words stands in the longer as it is: a partial quotation differs in nothing."""
    return f" {' '.join(short)} " in f" {' '.join(long)} "


def _shown(quotation: _Quotation) -> str:
    words = " ".join(quotation.words)
    return f"“{words if len(words) <= _SHOWN else words[: _SHOWN - 1] + '…'}”"
