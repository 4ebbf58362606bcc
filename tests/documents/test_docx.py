"""Word files: insertions in, deletions out; notes on their words; styles believed; bombs and entities refused."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.documents.document import NoteKind, Taken
from factcheck.documents.docx import take
from factcheck.documents.intake import document_in, document_of
from factcheck.domain.article import BlockKind
from factcheck.errors import InputRefusedError
from tests.conftest import FIXTURES
from tests.documents.word import docx, p, part, r, relations, zipped

HOSTILE = FIXTURES / "hostile" / "docx"


def taken(body: str, **parts: str) -> Taken:
    return take(docx(body, **parts), {}, lambda done, of: None)


def test_insertions_are_in_and_deletions_out_and_both_are_said() -> None:
    found = taken(
        p(
            "Troops: ",
            '<w:del w:id="1"><w:r><w:delText>9,000</w:delText></w:r></w:del>',
            f'<w:ins w:id="2">{r("10,000")}</w:ins>',
            f'<w:moveFrom w:id="3">{r(" gone")}</w:moveFrom><w:moveTo w:id="4">{r(" come")}</w:moveTo>',
        )
    )
    assert found.text == "Troops: 10,000 come"
    assert "2 insertions taken as made, 2 deletions left out" in found.warnings[0]


def test_a_deleted_paragraph_mark_joins_the_paragraphs() -> None:
    found = taken(
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + r("It is ") + "</w:p>" + p("late.") + p("So.")
    )
    assert found.text == "It is late.\n\nSo."


def test_hidden_text_is_kept_and_said_also_when_a_style_hides_it() -> None:
    styles = '<w:style w:styleId="H"><w:name w:val="Hid"/><w:rPr><w:vanish/></w:rPr></w:style>'
    found = taken(
        p(
            "Shown",
            r(" hidden", "<w:vanish/>"),
            r(" too", '<w:rStyle w:val="H"/>'),
            r(" not", '<w:vanish w:val="0"/>'),
        ),
        styles=styles,
    )
    assert found.text == "Shown hidden too not"
    assert found.warnings == ("Text that is formatted as hidden is in it (2 places).",)


def test_tables_text_boxes_links_and_breaks_are_read() -> None:
    cell = "<w:tc>{}</w:tc>".format
    found = taken(
        p("One", "<w:r><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t><w:noBreakHyphen/></w:r>")
        + p(f'<w:hyperlink r:id="x">{r("a link")}</w:hyperlink>')
        + f"<w:tbl><w:tr>{cell(p('a'))}{cell(p('b'))}</w:tr><w:tr>{cell(p('c') + p('d'))}{cell(p('e'))}</w:tr></w:tbl>"
        + p(
            "Anchor",
            "<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>"
            + p("Box")
            + "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>"
            + p("Box")
            + "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>",
        )
        + f"<w:sdt><w:sdtContent>{p('Control')}</w:sdtContent></w:sdt>"
    )
    assert found.text == (
        "One\ttwo\nthree\u2011\n\na link\n\na\tb\n\nc\n\nd\n\ne\n\nAnchor\n\nBox\n\nControl"
    )


def test_notes_hang_on_their_words_with_author_and_address() -> None:
    found = taken(
        p("Ada paid.", '<w:r><w:footnoteReference w:id="2"/></w:r>', " Bob left.", '<w:r><w:endnoteReference w:id="1"/></w:r>')
        + p("He ", '<w:commentRangeStart w:id="7"/>', "lied", '<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>', "."),
        footnotes='<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2">'
        + p("See ", f'<w:hyperlink r:id="rId1">{r("the report")}</w:hyperlink>')
        + "</w:footnote>",
        footnotes_links=relations(("rId1", "hyperlink", "http://x.example/r")),
        endnotes=f'<w:endnote w:id="1">{p("His diary.")}</w:endnote>',
        comments=f'<w:comment w:id="7" w:author="Ann">{p("says who?")}</w:comment><w:comment w:id="8">{p("lost")}</w:comment>',
    )  # fmt: skip
    assert found.text == "Ada paid. Bob left.\n\nHe lied."
    assert [(found.text[: n.offset], n.kind, n.text, n.author) for n in found.notes] == [
        ("Ada paid.", NoteKind.FOOTNOTE, "See the report <http://x.example/r>", ""),
        ("Ada paid. Bob left.", NoteKind.ENDNOTE, "His diary.", ""),
        ("Ada paid. Bob left.\n\nHe l", NoteKind.COMMENT, "says who?", "Ann"),
    ]
    assert found.warnings == ("Left out, as on no words: 1 note of the author’s.",)


def test_styles_say_what_a_paragraph_is() -> None:
    named = {"T": "Title", "S": "Subtitle", "B": "Byline", "H": "heading 2", "C": "caption", "X": "toc 1"}
    styles = "".join(f'<w:style w:styleId="{k}"><w:name w:val="{v}"/></w:style>' for k, v in named.items())
    found = taken(
        "".join(p(name, style=key) for key, name in named.items()) + p("Body text"),
        core="<dc:title>Template</dc:title><dc:creator>Ada</dc:creator><dcterms:created>2024-05-03T10:00:00Z</dcterms:created>",
        styles=styles,
    )
    assert [s.kind for s in found.stated] == [
        BlockKind.HEADLINE,
        BlockKind.STANDFIRST,
        BlockKind.BYLINE,
        BlockKind.SUBHEAD,
        BlockKind.CAPTION,
        BlockKind.FURNITURE,
    ]
    assert (found.proposals.title, found.proposals.author, found.proposals.date) == (
        "Title",
        "Ada",
        "2024-05-03",
    )


def test_each_word_knows_its_paragraph_and_run() -> None:
    found = taken(p("One ", "two") + p("Three"))
    assert [(o.span.of(found.text), o.place) for o in found.origins] == [
        ("One ", "p1 r1"),
        ("two", "p1 r2"),
        ("Three", "p2 r1"),
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ok.docx", "Rutte said no evidence."),
        ("tracked-changes.docx", "Troops: 10,000"),
        ("remote-template.docx", "x"),
    ],
)
def test_p12_files_that_are_only_odd_are_read(name: str, text: str) -> None:
    document = document_in(HOSTILE / name)
    assert document.text == text
    assert document.original is not None


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("no-document.docx", "no Word file"),
        ("xxe-file.docx", "declares entities"),
        ("zip-ratio-1000.docx", "too large"),
    ],
)
def test_p12_hostile_files_are_refused(name: str, told: str) -> None:
    with pytest.raises(InputRefusedError, match=told):
        document_in(HOSTILE / name)


def test_p12_a_zip_that_is_damaged_locked_or_doubled_is_refused() -> None:
    whole = docx(p("So."))
    locked = whole.replace(b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00")
    double = io.BytesIO(whole)
    with zipfile.ZipFile(double, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("word/document.xml", part("document", "<w:body/>"))
    for content in (whole[:-30], whole[:200], locked, double.getvalue(), zipped({"a": "b"}), b"PK\x03\x04"):
        with pytest.raises(InputRefusedError):
            take(content, {}, lambda done, of: None)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16"])
def test_p12_entities_are_refused_in_other_encodings_too(encoding: str) -> None:
    xml = (
        '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE w [<!ENTITY x "y">]>'
        + part("document", p("&x;"))[38:]
    )
    held = io.BytesIO(docx(""))
    files = {"_rels/.rels": relations(("r1", "officeDocument", "word/document.xml"))}
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("_rels/.rels", files["_rels/.rels"])
        archive.writestr("word/document.xml", xml.encode(encoding))
    with pytest.raises(InputRefusedError, match=r"entities|damaged"):
        take(held.getvalue(), {}, lambda done, of: None)


def test_p12_an_old_or_locked_word_file_is_refused_by_name() -> None:
    with pytest.raises(InputRefusedError, match="password"):
        document_of(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a.docx")


PIECES = [p("so"), "<w:p>", "</w:p>", "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>", "<w:del>", "</w:del>",
          '<w:r><w:commentReference w:id="1"/></w:r>', "<w:br/>", "<w:sym/>", "<mc:AlternateContent/>", "&amp;", "&x;"]  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), max_size=20).map("".join),
    st.binary(max_size=3),
    st.integers(0, 900),
    st.integers(0, 9),
)
def test_p12_any_word_file_is_read_or_refused(body: str, noise: bytes, at: int, gone: int) -> None:
    content = docx(body, comments=f'<w:comment w:id="1">{p("?")}</w:comment>')
    try:
        found = take(content[:at] + noise + content[at + gone :], {}, lambda done, of: None)
    except InputRefusedError:
        return
    assert all(0 <= note.offset <= len(found.text) for note in found.notes)
