"""Blocks of a pasted page: headline, caption, paragraph, furniture and the rest.

What is excluded is only a suggestion with its reason, to be taken back by hand; nothing is dropped.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import zip_longest

from msgspec import Struct

from factcheck.domain.article import EXCLUDED_KINDS, Block, BlockKind
from factcheck.domain.draft import Stated
from factcheck.domain.text import Span
from factcheck.extraction.captions import is_bare_credit, is_photo_description, is_repeated_caption
from factcheck.extraction.furniture import FOOTER, MASTHEAD, NAVIGATION, furniture_reason, is_tail_label
from factcheck.extraction.layout import LONGEST, is_headline, is_prose, quoted_inside, shape_of
from factcheck.extraction.lines import runs_of

_HEAD, _NAME = 25, 3
"""Within so many lines the headline stands; a name of so many words may be the page's."""
_LOOKED_FOR = 40
"""How many quotations standing alone are looked for in the rest of the text: keeps the time linear."""
_REPEATABLE = frozenset(
    {BlockKind.CAPTION, BlockKind.HEADLINE, BlockKind.PULL_QUOTE, BlockKind.STANDFIRST, BlockKind.BYLINE}
)


class _Run(Struct):
    """A run of the page while its kind is being found; `words` is empty for runs too long to be labels."""

    span: Span
    words: str
    kind: BlockKind | None
    reason: str | None = None
    same_as: int | None = None

    @property
    def is_body(self) -> bool:
        return self.kind is BlockKind.PARAGRAPH


def blocks_of(text: str, stated: Sequence[Stated] = ()) -> tuple[Block, ...]:
    """The blocks of a text, in order. Offsets are code points, half-open, trimmed of white space.

    Every character that is not white space is in exactly one block; a blank text has none. What the file
    states of a run is believed, whatever the run looks like.
    """
    runs = [_run(text, span) for span in runs_of(text)]
    told = _told(runs, stated)
    _believe(told)
    _find_head(runs)
    _find_furniture(runs)
    _find_captions(runs)
    _find_labels(runs)
    _find_pull_quotes(text, runs)
    if any(one.kind is BlockKind.HEADLINE for _, one in told):
        _find_no_second_headline(runs)
    _believe(told)
    _find_duplicates(text, runs)
    return tuple(
        Block(
            number,
            run.kind or BlockKind.PARAGRAPH,
            run.span,
            run.kind in EXCLUDED_KINDS,
            run.reason,
            run.same_as,
        )
        for number, run in enumerate(runs)
    )


def _told(runs: list[_Run], stated: Sequence[Stated]) -> list[tuple[_Run, Stated]]:
    """The runs that lie within what the file states, each with that."""
    starts = [one.span.start for one in stated]
    found = []
    for run in runs if stated else ():
        place = bisect_right(starts, run.span.start) - 1
        if place >= 0 and run.span.end <= stated[place].span.end:
            found.append((run, stated[place]))
    return found


def _believe(told: list[tuple[_Run, Stated]]) -> None:
    for run, one in told:
        run.kind, run.reason = one.kind, one.reason


def _find_no_second_headline(runs: list[_Run]) -> None:
    for run in runs:
        if run.kind is BlockKind.HEADLINE:
            run.kind = BlockKind.SUBHEAD


def _run(text: str, span: Span) -> _Run:
    words = span.of(text) if len(span) <= LONGEST else ""
    return _Run(span, words, shape_of(words) if words else BlockKind.PARAGRAPH)


def _find_head(runs: list[_Run]) -> None:
    """Find the headline, the menu before it and the standfirst after it."""
    head = next((place for place, run in enumerate(runs) if run.is_body or place > _HEAD), len(runs))
    menu = {
        place: reason
        for place, run in enumerate(runs[:head])
        if run.kind is None and (reason := furniture_reason(run.words, is_lead=True))
    }
    titles = [
        place
        for place, run in enumerate(runs[:head])
        if run.kind is None and place not in menu and is_headline(run.words) and len(runs) > place + 1
    ]
    if titles and _is_masthead(runs, titles, menu):
        first = titles.pop(0)
        runs[first].kind, runs[first].reason = BlockKind.FURNITURE, MASTHEAD
    headline = titles[0] if titles else head
    for place, reason in menu.items():
        if place < headline:
            runs[place].kind, runs[place].reason = BlockKind.FURNITURE, reason
    if titles:
        runs[headline].kind = BlockKind.HEADLINE
        _find_standfirst(runs, headline + 1)


def _is_masthead(runs: list[_Run], titles: list[int], menu: dict[int, str]) -> bool:
    """Whether the first line is the page's name: short, and a menu stands between it and a real headline."""
    first = titles[0]
    later = [place for place in titles[1:] if len(runs[place].words.split()) > _NAME]
    is_short = len(runs[first].words.split()) <= _NAME
    return (
        is_short
        and bool(later)
        and any(first < place < later[0] and reason == NAVIGATION for place, reason in menu.items())
    )


def _find_standfirst(runs: list[_Run], place: int) -> None:
    """The line under the headline, when a byline or dateline follows it or it ends without a full stop."""
    if place + 1 >= len(runs):
        return
    run, after = runs[place], runs[place + 1]
    count = len(run.words.split())
    is_followed = after.kind in {BlockKind.BYLINE, BlockKind.DATELINE}
    if run.words and furniture_reason(run.words, is_lead=True):
        return
    if (run.is_body and is_followed and 0 < count <= 60) or (run.kind is None and 7 <= count <= 40):
        run.kind = BlockKind.STANDFIRST


def _find_furniture(runs: list[_Run]) -> None:
    is_tail = False
    for place, run in enumerate(runs):
        if not run.words or run.kind in {BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.FURNITURE}:
            continue
        reason = furniture_reason(run.words, is_lead=False)
        if not reason and is_tail and run.kind is None and not is_prose(run.words):
            reason = FOOTER
        if reason:
            run.kind, run.reason = BlockKind.FURNITURE, reason
        after_half = place * 2 >= len(runs)
        is_tail = is_tail or (bool(reason) and after_half and is_tail_label(run.words))


def _find_captions(runs: list[_Run]) -> None:
    """Descriptions of pictures without a label: by their words, or because they stand twice in a row."""
    body = 0
    for run, after in zip_longest(runs, runs[1:]):
        if run.kind in {None, BlockKind.PARAGRAPH} and run.words:
            is_twice = after is not None and _same_words(run.words, after.words)
            is_near_head = body == 0 and run is not runs[0]
            if is_photo_description(run.words, is_near_head=is_near_head) or (
                is_twice and is_repeated_caption(run.words)
            ):
                run.kind = BlockKind.CAPTION
        body += run.is_body


def _find_labels(runs: list[_Run]) -> None:
    """Short lines without a full stop before a paragraph are subheads; what is left is a paragraph."""
    for run, after in zip_longest(runs, runs[1:]):
        if run.kind is not None:
            continue
        if is_bare_credit(run.words):
            run.kind = BlockKind.CREDIT
            continue
        is_short = len(run.words.split()) <= 12 and run.words[:1].isalnum() and not run.words[:1].islower()
        leads = after is not None and after.kind not in EXCLUDED_KINDS
        run.kind = BlockKind.SUBHEAD if is_short and leads and is_headline(run.words) else BlockKind.PARAGRAPH


def _find_pull_quotes(text: str, runs: list[_Run]) -> None:
    """A quotation that stands alone and whose words stand in another paragraph too."""
    looked_for = 0
    for run in runs:
        inside = quoted_inside(run.words) if run.kind in {BlockKind.PARAGRAPH, BlockKind.SUBHEAD} else None
        if not inside or looked_for >= _LOOKED_FOR:
            continue
        looked_for += 1
        if text.find(inside, 0, run.span.start) >= 0 or text.find(inside, run.span.end) >= 0:
            run.kind = BlockKind.PULL_QUOTE


def _find_duplicates(text: str, runs: list[_Run]) -> None:
    """Short pieces that stand twice anywhere, and any piece of five words that stands twice in a row."""
    seen: dict[str, int] = {}
    for place, run in enumerate(runs):
        words = " ".join(run.words.split()) if run.kind in _REPEATABLE else ""
        first = seen.setdefault(words, place) if words else place
        if first == place and place and _is_repeat(text, runs[place - 1], run):
            before = runs[place - 1].same_as
            first = place - 1 if before is None else before
        if first != place:
            run.kind, run.same_as = BlockKind.DUPLICATE, first
            run.reason = f"repeats block {first + 1}"


def _is_repeat(text: str, before: _Run, run: _Run) -> bool:
    if run.kind is BlockKind.FURNITURE or before.kind is BlockKind.FURNITURE:
        return False
    if text[run.span.start] != text[before.span.start]:
        return False
    mine, other = run.span.of(text), before.span.of(text)
    return _same_words(mine, other) and len(mine.split()) >= 5


def _same_words(one: str, other: str) -> bool:
    """Whether two runs without white space at their ends have the same words."""
    return one == other or (one[:1] == other[:1] and one.split() == other.split())
