"""What a revision would carry: the units of an old text against those of a new one.

A unit is carried only when the normal form of its words is the same, who is said to have said them too, and it
can stand at no other place. Likeness proposes a place for the rest, and no more.
"""

from collections.abc import Iterable, Sequence
from operator import attrgetter

from msgspec import Struct

from factcheck.domain.article import Block
from factcheck.domain.draft import Stated
from factcheck.domain.extracted import Extracted
from factcheck.domain.revision import Became, Comparison, Outcome
from factcheck.domain.text import Span, normal_form
from factcheck.extraction.extractor import extract_voices
from factcheck.extraction.matching import match

Voice = tuple[tuple[str, str, tuple[str, ...]], ...]


class Unit(Struct, frozen=True):
    """A statement or an excluded block: its words in their normal form, and who is said to have said what.

    `voice` is empty when the article speaks itself.
    """

    span: Span
    words: str
    voice: Voice = ()
    is_excluded: bool = False


def units_in(text: str, stated: Sequence[Stated] = ()) -> list[Unit]:
    """The units of a text that nobody has checked, in order. Together they hold all that can be seen."""
    found = extract_voices(text, stated)
    return units_of(text, found.blocks, found.statements)


def units_of(text: str, blocks: Iterable[Block], statements: Iterable[Extracted]) -> list[Unit]:
    """The units of a text as an extraction found them, in order."""
    units = [Unit(one.span, normal_form(one.exact), _voice(one)) for one in statements]
    units += [
        Unit(block.span, normal_form(block.span.of(text)), is_excluded=True)
        for block in blocks
        if block.is_excluded
    ]
    return sorted(units, key=attrgetter("span"))


def _voice(one: Extracted) -> Voice:
    """Speaker, cue and content of each attribution, as far as they are words of the statement."""
    return tuple(
        (normal_form(a.speaker), _within(one, a.cue), tuple(_within(one, run) for run in a.content))
        for a in one.attributions
    )


def _within(one: Extracted, span: Span | None) -> str:
    if span is None:
        return ""
    start, end = span.start - one.span.start, span.end - one.span.start
    return normal_form(one.exact[max(0, start) : max(0, end)])


def compared(old: Sequence[Unit], new: Sequence[Unit]) -> Comparison:
    """What became of each old unit, and which new ones nothing became."""
    placings = match([unit.words for unit in old], [unit.words for unit in new])
    became = []
    for unit, placing in zip(old, placings, strict=True):
        if placing is None:
            became.append(Became(unit.span, None, Outcome.REMOVED))
            continue
        there = new[placing.new]
        is_carried = placing.is_same and stands(unit, there)
        became.append(Became(unit.span, there.span, Outcome.CARRIED if is_carried else Outcome.RECHECK))
    taken = {placing.new for placing in placings if placing}
    return Comparison(tuple(became), tuple(unit.span for place, unit in enumerate(new) if place not in taken))


def stands(old: Unit, new: Unit) -> bool:
    """Whether all that verdicts are given for is the same in both."""
    return old.words == new.words and old.voice == new.voice
