"""The page: what is at its upper edge, and that nobody reads more of the draft than fits on it."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.article import Block, BlockKind
from factcheck.domain.mark import BlockText, Mark, Sign
from factcheck.domain.progress import WorkState
from factcheck.domain.text import Span
from factcheck.widgets.pages import CHUNK, Pages

_TEXT = "Each paragraph of this long article says one thing and then another thing."


class Draft:
    """Very many equal paragraphs of two statements each; counts what is read."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.blocks_read = 0

    def blocks(self, first: int, count: int) -> Sequence[BlockText]:
        self.blocks_read += count
        size = len(_TEXT)
        return [
            BlockText(Block(n, BlockKind.PARAGRAPH, Span(n * size, (n + 1) * size)), _TEXT)
            for n in range(first, min(self.count, first + count))
        ]

    def marks(self, first: int, last: int) -> Sequence[Mark]:
        return [
            m for n in range(first, min(self.count - 1, last) + 1) for m in (self.mark(n, 0), self.mark(n, 1))
        ]

    def mark(self, block: int, part: int) -> Mark:
        start = block * len(_TEXT)
        span = Span(start, start + 40) if part == 0 else Span(start + 41, start + len(_TEXT))
        kind = BlockKind.PARAGRAPH
        return Mark(f"{block}.{part}", block, kind, span, WorkState.UNTOUCHED, None, Sign.NOT_YET)


def pages_of(count: int, width: int = 30) -> tuple[Pages, Draft]:
    draft = Draft(count)
    pages = Pages(count, draft.blocks, draft.marks)
    pages.set_width(width)
    return pages, draft


@given(st.integers(1, 60), st.integers(0, 59), st.integers(0, 1), st.integers(0, 59), st.integers(3, 30))
def test_a_statement_that_is_shown_is_wholly_on_the_page(
    count: int, block: int, part: int, top: int, height: int
) -> None:
    pages, draft = pages_of(count)
    mark = draft.mark(min(block, count - 1), part)
    anchor = pages.showing((min(top, count - 1), 0), mark, height)
    first, last = pages.rows_of(mark)
    rows = [(b.text.block.number, row) for b, row in pages.rows_from(anchor, height)]
    assert {(mark.block, row) for row in range(first, last + 1)} <= set(rows)


def test_a_step_within_the_page_does_not_move_the_page() -> None:
    pages, draft = pages_of(20)
    assert pages.showing((3, 0), draft.mark(5, 0), 30) == (3, 0)


def test_going_on_turns_the_page_seldom_and_keeps_what_was_read_above() -> None:
    pages, draft = pages_of(50)
    height, anchor, turns = 30, (0, 0), 0
    for block in range(40):
        mark = draft.mark(block, 0)
        moved = pages.showing(anchor, mark, height)
        if moved != anchor:
            turns += 1
            above = pages.distance(moved, (mark.block, pages.rows_of(mark)[0]), height)
            assert above >= height // 3 or moved == pages.clamped((49, 9), height)
        anchor = moved
    assert turns <= 40 * pages.block(0).rows // (height // 2)


def test_going_back_turns_the_page_too() -> None:
    pages, draft = pages_of(50)
    anchor = pages.showing((30, 0), draft.mark(29, 1), 30)
    assert pages.distance(anchor, (30, 0), 30) >= 15


def test_a_far_jump_in_a_hundred_thousand_blocks_reads_a_few_of_them() -> None:
    pages, draft = pages_of(100_000)
    pages.showing((0, 0), draft.mark(0, 0), 40)
    draft.blocks_read = 0
    anchor = pages.showing((0, 0), draft.mark(70_000, 0), 40)
    list(pages.rows_from(anchor, 40))
    assert draft.blocks_read <= 5 * CHUNK


def test_what_was_laid_out_does_not_pile_up() -> None:
    pages, draft = pages_of(100_000)
    for block in range(0, 50_000, 100):
        pages.showing((block, 0), draft.mark(block, 0), 40)
    assert len(pages._chunks) * CHUNK <= 400


@given(st.integers(1, 30), st.integers(-300, 300), st.integers(1, 40))
def test_a_page_is_never_emptier_than_it_must_be(count: int, by: int, height: int) -> None:
    pages, _ = pages_of(count)
    anchor = pages.clamped(pages.moved((0, 0), by), height)
    total = count * pages.block(0).rows - 1
    assert len(list(pages.rows_from(anchor, height))) >= min(height, total)


def test_moving_down_and_up_again_comes_back() -> None:
    pages, _ = pages_of(30)
    assert pages.moved(pages.moved((4, 1), 17), -17) == (4, 1)
