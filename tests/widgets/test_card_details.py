"""The card shows how each detail stands in words and glyphs, within its width, and a click finds the letter."""

import pytest
from msgspec.structs import replace

from factcheck.domain.around import NOTHING_AROUND, Around
from factcheck.domain.checklist import checklist
from factcheck.domain.statement import Detail, DetailType, Statement
from factcheck.domain.text import Span
from factcheck.domain.tick import Tick, TickState
from factcheck.widgets.card_details import detail_rows, label_at
from factcheck.widgets.painted import PaintedLine, width_of_line
from tests.build import said_statement

EXACT = "Ada Quill and Ben Moor said on Monday that “more than 40,000 crowns” went to Lower Fenwick."


def of(kind: DetailType, words: str) -> Detail:
    return Detail.at(kind, Span(EXACT.index(words), EXACT.index(words) + len(words)))


STATEMENT = said_statement(
    exact=EXACT,
    span=Span(0, len(EXACT)),
    attributions=(),
    details=(
        of(DetailType.NAME, "Ada Quill"),
        of(DetailType.NAME, "Ben Moor"),
        of(DetailType.DATE, "Monday"),
        of(DetailType.QUOTE, "“more than 40,000 crowns”"),
        of(DetailType.NAME, "Lower Fenwick"),
    ),
)
ITEMS = checklist(STATEMENT)


def with_ticks(**states: str | None) -> Statement:
    """The statement with these letters wrong, with the right value, or ticked where there is none."""
    items = {item.label: item for item in ITEMS}
    return replace(
        STATEMENT,
        ticks=tuple(
            Tick(items[x].given_for, 0, TickState.TICKED if r is None else TickState.WRONG, "ann", "", r)
            for x, r in states.items()
        ),
    )


def rows(statement: Statement, width: int = 60, around: Around = NOTHING_AROUND) -> list[PaintedLine]:
    return list(detail_rows(statement, around, 3, width))


def text(lines: list[PaintedLine]) -> str:
    return "\n".join("".join(piece for piece, _ in line) for line in lines)


def test_each_state_is_told_by_a_glyph_and_words() -> None:
    around = Around(ticked_at={ITEMS[1].given_for: 8, ITEMS[2].given_for: 3})
    shown = text(rows(with_ticks(a=None, d="Tuesday"), 90, around))
    for wanted in ("a ✓ Ada Quill", "b   Ben Moor ✓ at 8", "c   Lower Fenwick ✓ here", "e · “more than"):
        assert wanted in shown
    assert "d ✗ Monday → Tuesday" in shown


@pytest.mark.parametrize("width", [34, 44, 60, 76])
def test_no_row_is_wider_than_the_card_and_no_word_is_missing(width: int) -> None:
    lines = rows(with_ticks(a=None, e="more than 41,000 crowns or so, says the ledger of the town"), width)
    assert all(width_of_line(line) <= width for line in lines)
    assert "ledger of the town" in " ".join(text(lines).split()).replace("DETAILS ", "")


@pytest.mark.parametrize("width", [34, 60])
def test_a_click_on_a_detail_finds_its_letter_and_one_beside_it_finds_none(width: int) -> None:
    lines = rows(STATEMENT, width)
    found = {label_at(lines, y, x) for y, line in enumerate(lines) for x in range(20, width_of_line(line))}
    assert {"a", "b", "c", "d", "e"} <= found
    for y, line in enumerate(lines):
        shown = text([line])
        if "b ·" in shown:
            assert label_at(lines, y, shown.index("b ·") + 5) == "b"
        assert label_at(lines, y, 1) is None


@pytest.mark.parametrize("width", [34, 76])
def test_a_long_type_of_a_cue_is_not_cut(width: int) -> None:
    lines = rows(replace(STATEMENT, details=(of(DetailType.COMPARATIVE, "more than"),)), width)
    assert "comparative more than" in text(lines)
    assert all(width_of_line(line) <= width for line in lines)
