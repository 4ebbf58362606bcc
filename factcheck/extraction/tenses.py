"""Whether the words around a date speak of what has been, of what is to come, or of either."""

import re
from enum import Enum

from factcheck.extraction.lexicon import words

_NEAR = 10
_RELATIVE = re.compile(r"\b(?:who|which|whose|that)\b")
_WORD = re.compile(r"[a-z]+")
_CONTRACTED = (("won't", "will not"), ("n't", " not"), ("'ll", " will"), ("'d ", " would "))
_AHEAD = words("will shall due scheduled upcoming tomorrow expected plan plans planned going set next hopes")
_PAST = words(
    """
    was were had did came went began became took said told wrote left fell rose met won lost held made gave got saw
    found knew ran sat spoke stood broke brought bought caught drew drove flew grew heard kept led paid sank sent shot
    sold struck swore threw yesterday has since
    """
)
_OPEN = words(
    """
    would could should may might until meets opens starts begins ends closes returns plays faces expires votes airs
    launches leaves arrives runs goes takes falls
    """
)
"""After these a day may lie behind or ahead."""
_NOT_FINITE = words("be get stay stays remain remains being")


class Tense(Enum):
    """What a date is told in."""

    PAST = "past"
    AHEAD = "ahead"
    OPEN = "open"


def tense_of(before: str, after: str) -> Tense | None:
    """The tense of a date by its sentence before and after it; None when no word tells.

    The nearest word before it decides; with none before, the first after it that is in no relative clause.
    """
    told = _told(before)
    if told:
        return told[0]
    following = _told(after, is_after=True)
    if not following:
        return None
    is_plain = len(set(following)) == 1 or not _RELATIVE.search(after)
    return following[0] if is_plain else Tense.OPEN


def _told(sentence: str, *, is_after: bool = False) -> list[Tense]:
    """The tenses of the words of a run that are nearest to the date, the nearest first."""
    low = sentence.lower().replace("\u2019", "'")
    for short, full in _CONTRACTED:
        low = low.replace(short, full)
    listed = _WORD.findall(low)
    listed = listed[:_NEAR] if is_after else listed[-_NEAR:]
    places = range(len(listed)) if is_after else range(len(listed) - 1, -1, -1)
    found = (_tense_at(listed, place) for place in places)
    return [one for one in found if one]


def _tense_at(listed: list[str], place: int) -> Tense | None:
    word = listed[place]
    before = listed[place - 1] if place else ""
    if word == "to" and before in {"is", "are", "due"}:
        return Tense.AHEAD
    if word == "to" and before in {"was", "were"}:
        return Tense.OPEN
    if word == "until" and not _AHEAD.isdisjoint(listed[:place]):
        return Tense.AHEAD
    if word in _AHEAD:
        return Tense.AHEAD
    if word in _OPEN:
        return Tense.OPEN
    is_verb = word in _PAST or (len(word) > 4 and word.endswith("ed"))
    if is_verb and before not in _NOT_FINITE:
        return Tense.PAST
    return None
