"""PDFs: columns in reading order, paragraphs from geometry, furniture aside; scans, bombs and ruins refused."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.documents.document import Taken
from factcheck.documents.intake import document_in
from factcheck.documents.pdf import take
from factcheck.documents.pdf_layout import Bit, in_reading_order, lines_of, paragraphs_of
from factcheck.errors import InputRefusedError
from tests.conftest import FIXTURES
from tests.documents.paper import Placed, column, pdf

HOSTILE = FIXTURES / "hostile" / "pdf"


def taken(*pages: list[Placed], **told: str) -> Taken:
    return take(pdf(*pages, **told), {}, lambda done, of: None)  # type: ignore[arg-type]  # `info` alone is a str


def test_lines_become_paragraphs_by_space_and_by_indentation() -> None:
    found = taken(
        [
            *column(40, 500, "The ferry was late on Thursday, and the", "mayor said so.", pitch=12),
            *column(
                40,
                460,
                "Nobody wrote to the town about it, and it",
                "was the third time in a week that it was",
            ),
            *column(55, 436, "An indented paragraph begins here, and it"),
            *column(40, 424, "goes on at the margin."),
        ]
    )
    assert found.text.split("\n\n") == [
        "The ferry was late on Thursday, and the mayor said so.",
        "Nobody wrote to the town about it, and it was the third time in a week that it was",
        "An indented paragraph begins here, and it goes on at the margin.",
    ]


def test_columns_are_read_one_after_the_other_whatever_their_order_in_the_file() -> None:
    left = column(40, 450, *(f"left column line {n} goes on" for n in range(6)))
    right = column(220, 450, *(f"right column line {n} goes on" for n in range(6)))
    placed = [(40.0, 500.0, "A headline that runs across both of the columns here"), *left, *right]
    random.Random(3).shuffle(placed)
    words = taken(placed).text.split()
    assert words[0] == "A"
    assert words.index("left") < words.index("right")
    assert max(n for n, word in enumerate(words) if word == "left") < words.index("right")
    assert [word for word in words if word.isdigit()] == list("012345012345")


def test_a_divided_word_is_put_together_and_said_and_a_compound_keeps_its_hyphen() -> None:
    found = taken(
        column(
            40, 500, "The well-known ferry was extra-", "ordinarily late, and a well-", "known mayor said so."
        )
    )
    assert found.text == "The well-known ferry was extraordinarily late, and a well-known mayor said so."
    assert found.warnings == ("Put together again, as divided at a line end: 1 word: extraordinarily.",)


def test_headers_and_page_numbers_stand_aside_and_the_paragraph_runs_on_over_the_page() -> None:
    found = taken(
        [
            (40, 570, "Fenwick News, May 3"),
            *column(40, 500, "The ferry was late on Thursday and"),
            (200, 20, "1"),
        ],
        [(40, 570, "Fenwick News, May 4"), *column(40, 500, "nobody knew why it was so."), (200, 20, "2")],
    )
    assert found.text.split("\n\n")[0] == "The ferry was late on Thursday and nobody knew why it was so."
    assert [(s.span.of(found.text), s.reason) for s in found.stated] == [
        ("Fenwick News, May 3", "stands at the edge of 2 pages"),
        ("1", "page number"),
        ("Fenwick News, May 4", "stands at the edge of 2 pages"),
        ("2", "page number"),
    ]


def test_each_word_knows_its_page() -> None:
    found = taken([(40, 400, "It was late and")], [(40, 400, "nobody knew.")])
    assert [(o.span.of(found.text), o.place) for o in found.origins] == [
        ("It was late and ", "page 1"),
        ("nobody knew.", "page 2"),
    ]


def test_what_the_file_says_of_itself_is_proposed_unless_a_program_made_it_up() -> None:
    told = "/Title (Ferry late) /Author (Ada) /CreationDate (D:20240503100000)"
    proposals = taken([(40, 400, "So.")], info=told).proposals
    assert (proposals.title, proposals.author, proposals.date) == ("Ferry late", "Ada", "2024-05-03")
    assert taken([(40, 400, "So.")], info="/Title (Microsoft Word - x.doc)").proposals.title == ""


def test_p12_invisible_text_is_said() -> None:
    found = take(pdf([(40, 400, "So.")], mode=3), {}, lambda done, of: None)
    assert "Invisible text is in it (1 place)" in found.warnings[0]


def test_a_page_without_text_is_named() -> None:
    assert "perhaps scanned: page 2" in taken([(40, 400, "So.")], []).warnings[0]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("image-only.pdf", "OCR"),
        ("nested-arrays.pdf", "damaged"),
        ("truncated.pdf", "damaged"),
        ("double-bomb.pdf", "OCR"),
    ],
)
def test_p12_scans_bombs_and_ruins_are_refused(name: str, told: str) -> None:
    with pytest.raises(InputRefusedError, match=told):
        document_in(HOSTILE / name)


def test_a_plain_one_is_read() -> None:
    assert document_in(HOSTILE / "ok.pdf").text == "Rutte said no evidence."


BITS = st.builds(
    lambda x, y, w, page: Bit("so", x, y, x + w, y + 10, 10, page),
    st.integers(0, 300),
    st.integers(0, 500),
    st.integers(1, 200),
    st.integers(1, 2),
)


@settings(max_examples=100, deadline=None)
@given(st.lists(BITS, max_size=30))
def test_no_arrangement_loses_or_doubles_a_piece(bits: list[Bit]) -> None:
    ordered = in_reading_order(bits)
    assert sorted(map(repr, ordered)) == sorted(map(repr, bits))
    lines = list(lines_of(ordered))
    assert "".join(line.words for line in lines).count("so") == len(bits)
    assert [line for paragraph in paragraphs_of(lines) for line in paragraph] == lines


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 900), st.binary(min_size=1, max_size=6))
def test_p12_any_damage_is_read_or_refused(at: int, noise: bytes) -> None:
    content = pdf([(40, 400, "So it is."), (40, 380, "Or not.")])
    try:
        found = take(content[:at] + noise + content[at + len(noise) :], {}, lambda done, of: None)
    except InputRefusedError:
        return
    assert found.text
