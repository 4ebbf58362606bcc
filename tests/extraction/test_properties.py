"""What holds for every text, however strange."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.text import Span
from factcheck.extraction.contract import as_json
from factcheck.extraction.extractor import extract, statements_of

PIECES = st.sampled_from(
    [
        *(
            "“",
            "”",
            "‘",
            "’",
            '"',
            "'",
            "«",
            "»",
            "(",
            ")",
            "[sic]",
            "[...]",
            ".",
            "...",
            "…",
            "!",
            "?",
            ",",
            ":",
            ";",
        ),
        *(
            " ",
            " ",
            " ",
            "\n",
            "\n\n",
            "\r",
            "\t",
            "\u00a0",
            "\u2029",
            "\x00",
            "\x1b[31m",
            "\u200b",
            "\u0301",
            "\ufeff",
        ),
        *(
            "Mr.",
            "U.S.",
            "a.m.",
            "No.",
            "J.",
            "said",
            "says",
            "adding",
            "that",
            "told",
            "according",
            "to",
            "and",
            "who",
        ),
        *(
            "Zelensky",
            "Mark Rutte",
            "the head of",
            "NATO",
            "President",
            "Photo: EPA",
            "NewsPolitics",
            "pdfshareprint",
        ),
        *(
            "10,000",
            "1.5bn",
            "$",
            "%",
            "second",
            "two hundred",
            "May",
            "13 March 2024",
            "Thursday",
            "last week",
            "22:30",
        ),
        *(
            "denied",
            "no evidence",
            "if confirmed",
            "İstanbul",
            "ﬀ",
            "𝟙𝟚",
            "١٢",
            "½",
            "日本。",
            "👩‍🚀",
            "Terms of use.",
            "By",
        ),
    ]
)
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(PIECES, max_size=60).map("".join),
    st.lists(PIECES, max_size=40).map(" ".join),
)


@given(TEXTS)
def test_every_character_is_in_one_statement_or_one_excluded_block(text: str) -> None:
    found = extract(text)
    kept = [one.span for one in found.statements] + [
        block.span for block in found.blocks if block.is_excluded
    ]
    covered = [0] * len(text)
    for span in kept:
        for place in range(span.start, span.end):
            covered[place] += 1
    assert all(count == 1 for count, char in zip(covered, text, strict=True) if not char.isspace())
    assert max(covered, default=0) <= 1


@given(TEXTS)
def test_blocks_and_statements_are_in_order_exact_and_trimmed(text: str) -> None:
    found = extract(text)
    for spans in ([block.span for block in found.blocks], [one.span for one in found.statements]):
        assert all(one.end <= other.start for one, other in pairwise(spans))
        assert all(span.end <= len(text) and span.of(text) == span.of(text).strip() for span in spans)
    assert [block.number for block in found.blocks] == list(range(len(found.blocks)))
    for one in found.statements:
        assert one.exact == text[one.span.start : one.span.end]
        assert found.blocks[one.block].span.covers(one.span)
        assert not found.blocks[one.block].is_excluded


@given(TEXTS)
def test_details_lie_inside_their_statement_and_attributions_inside_the_text(text: str) -> None:
    for statement in extract(text).statements:
        assert all(statement.span.covers(detail.span) for detail in statement.details)
        for place, one in enumerate(statement.attributions):
            spans = [span for span in (one.source, one.cue, *one.content) if span]
            assert all(span.end <= len(text) for span in spans)
            assert one.content
            assert all(
                statement.span.covers(span) for span in (*one.content, *([one.cue] if one.cue else []))
            )
            assert one.speaker == (one.source.of(text) if one.source else "")
            assert one.within is None or (
                one.within != place and 0 <= one.within < len(statement.attributions)
            )
            assert one.is_inferred == (one.cue is None)


@given(TEXTS)
def test_an_excluded_block_taken_back_is_covered_by_its_statements(text: str) -> None:
    for block in extract(text).blocks:
        back = statements_of(text, block)
        covered = {place for one in back for place in range(one.span.start, one.span.end)}
        assert all(
            text[place].isspace() or place in covered for place in range(block.span.start, block.span.end)
        )


@given(TEXTS)
def test_the_same_text_gives_the_same_json(text: str) -> None:
    assert as_json(text, extract(text)) == as_json(text, extract(text))


@pytest.mark.parametrize(
    "text",
    [
        "\x1b[31mRed\x1b[0m \x1b[2J wiped \x07 said \x9b31m",
        "[bold red]Rutte[/] said [link=https://evil.example]no[/link] evidence",
        "NATO \u202econfirmed\u202c no evidence \u2067(10,000)\u2069",
        "no\u200bevi\u200cden\u2060ce so\u00adft \ufeffmid",
        "a\ufffeb\uffffc\ufdd0d\U0001ffffe",
        "confirmed\b\b\b\b\b\b\b\b\bdisputed\rVERIFIED",
    ],
)
def test_control_and_hidden_characters_are_kept_in_statements(text: str) -> None:
    statements = extract(text).statements
    assert "".join("".join(one.exact.split()) for one in statements) == "".join(text.split())


def test_a_hidden_character_does_not_cut_a_name() -> None:
    text = "The council met in the hall. It heard Kyr\u200bylo Bu\u0301danov there."
    names = [detail.span.of(text) for detail in extract(text).statements[1].details]
    assert names == ["Kyr\u200bylo Bu\u0301danov"]


def test_spans_of_a_text_beyond_the_first_plane_count_code_points() -> None:
    text = "👩‍🚀👩‍🚀 The boat carried 2,600 people."
    (number,) = [
        detail for one in extract(text).statements for detail in one.details if detail.type == "number"
    ]
    assert number.span == Span(text.index("2,600"), text.index("2,600") + 5)
