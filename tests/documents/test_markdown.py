"""Markdown: the words and their blocks; footnotes and comments hang on their words; nothing runs or is lost."""

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.documents.document import NoteKind, Taken
from factcheck.documents.intake import document_in, document_of
from factcheck.documents.markdown import take
from factcheck.domain.article import BlockKind
from tests.conftest import FIXTURES


def taken(text: str) -> Taken:
    return take(text.encode(), {}, lambda done, of: None)


def test_marks_go_and_blocks_stay() -> None:
    found = taken(
        "# Bridge *plan*\n\nAda said\n“so”.  \nAgain `x`.\n\n- one\n- two\n\n> Quote\n\n## Costs\n\n    code\n\n"
        "| a | b |\n|---|---|\n| 1 | 2 |\n"
    )
    assert found.text == (
        "Bridge plan\n\nAda said “so”.\nAgain x.\n\none\n\ntwo\n\nQuote\n\nCosts\n\ncode\n\na\tb\n\n1\t2"
    )
    assert [(s.span.of(found.text), s.kind) for s in found.stated] == [
        ("Bridge plan", BlockKind.HEADLINE),
        ("Costs", BlockKind.SUBHEAD),
    ]


def test_a_footnote_hangs_on_the_words_before_it_and_keeps_its_address() -> None:
    found = taken(
        "Ada paid.[^1] Bob left.[^b]\n\n[^1]: See [the report](http://x.example/r).\n[^b]: His diary.\n"
    )
    assert found.text == "Ada paid. Bob left."
    assert [(found.text[: n.offset], n.kind, n.text) for n in found.notes] == [
        ("Ada paid.", NoteKind.FOOTNOTE, "See the report <http://x.example/r>."),
        ("Ada paid. Bob left.", NoteKind.FOOTNOTE, "His diary."),
    ]


def test_a_comment_hangs_where_it_stands() -> None:
    found = taken("Ada paid. <!-- who says? --> Bob left.\n\n<!-- and this? -->\n\nSo.\n")
    assert [(found.text[: n.offset], n.text) for n in found.notes] == [
        ("Ada paid. ", "who says?"),
        ("Ada paid.  Bob left.", "and this?"),
    ]


def test_a_footnote_in_a_table_hangs_on_its_cell() -> None:
    found = taken("| a | b |\n|---|---|\n| 1[^x] | 2 |\n\n[^x]: Count of May.\n")
    assert found.text == "a\tb\n\n1\t2"
    assert [found.text[: n.offset] for n in found.notes] == ["a\tb\n\n1"]


def test_a_footnote_that_nothing_names_is_put_at_the_end_and_said() -> None:
    found = taken("So.\n\n[^x]: Orphan.\n")
    assert found.text == "So.\n\nOrphan."
    assert "belongs to no words" in found.warnings[0]


def test_what_is_struck_out_stays_visibly_so() -> None:
    assert taken("It cost ~~4~~ 5 crowns.").text == "It cost ~~4~~ 5 crowns."


def test_front_matter_is_proposed_and_is_no_text() -> None:
    found = taken("---\ntitle: “Ferry” late\nauthor: 'A. Quill'\ndate: 2024-05-03\n---\nIt is late.\n")
    assert (found.proposals.title, found.proposals.author, found.proposals.date) == (
        "“Ferry” late",
        "A. Quill",
        "2024-05-03",
    )
    assert found.text == "It is late."


def test_a_picture_is_its_description_as_a_caption() -> None:
    found = taken("![The bridge](b.png 'Photo: J. Doe')\n")
    assert found.text == "The bridge Photo: J. Doe"
    assert [s.kind for s in found.stated] == [BlockKind.CAPTION]


def test_p12_scripts_are_left_out_and_said_and_deep_nesting_is_said() -> None:
    document = document_in(FIXTURES / "hostile" / "markdown" / "evil.md")
    assert "alert(2)" not in document.text
    assert any("HTML" in warning for warning in document.provenance.warnings)
    assert any("nested" in warning for warning in document.provenance.warnings)


def test_each_paragraph_knows_its_line() -> None:
    found = taken("One.\n\nTwo.\n")
    assert [(o.span.of(found.text), o.place) for o in found.origins] == [
        ("One.", "line 1"),
        ("Two.", "line 3"),
    ]


def test_the_original_and_how_it_was_decoded_are_recorded() -> None:
    content = "\ufeffSo “it” is.\r\n".encode()
    document = document_of(content, "a.md")
    assert (document.original, document.provenance.size) == (content, len(content))
    assert (document.provenance.media_type, document.provenance.encoding) == ("text/markdown", "utf-8")
    assert document.provenance.warnings == (
        "A byte order mark at the start was removed.",
        "1 Windows line ends were changed to plain ones.",
    )


PIECES = [
    "*",
    "_",
    "`",
    "[^1]",
    "[^1]: x",
    "\n",
    "\n\n",
    "# ",
    "- ",
    "> ",
    "|",
    "<!--",
    "-->",
    "<script>",
    "a",
    "é",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_p12_no_text_makes_it_fail_and_offsets_stay_within(text: str) -> None:
    found = taken(text)
    assert all(0 <= note.offset <= len(found.text) for note in found.notes)
    spans = [one.span for one in found.stated] + [one.span for one in found.origins]
    assert all(span.end <= len(found.text) for span in spans)
