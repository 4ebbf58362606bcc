"""Comments and tracked changes in the author's own Word file, read back by the importer."""

from typing import Any

import pytest
from lxml import etree
from msgspec.structs import replace

from factcheck.documents.docx import take
from factcheck.documents.docx_places import place
from factcheck.report.author_docx import render_author_docx
from factcheck.report.document import report_document
from factcheck.report.manuscript import Leaf, Manuscript
from factcheck.report.sealed import Sealed, unsigned
from factcheck.report.wishes import Wishes
from tests.documents.word import W, docx, p, r
from tests.report.full_sample import full_document, full_review, sealed_report
from tests.report.sample import TOOL, review_of
from tests.report.test_docx import parts

BOLD, ITALIC = "<w:b/>", "<w:i/>"
BODY = (
    p(r("Ferry carried 412"), style="Title")
    + p(
        r("  She was "),
        r("licensed", BOLD),
        r(" for 205, he"),
        r(" said.", ITALIC),
        r(" It "),
        r("ran aground."),
    )
    + p(
        f'<w:ins w:id="4" w:author="Liv" w:date="2024-01-01T00:00:00Z">{r("The list was 300.")}</w:ins>',
        f'<w:hyperlink w:anchor="x">{r(" It is public.")}</w:hyperlink>',
        "<w:r><w:t>Tab</w:t><w:tab/><w:t>and more.</w:t></w:r>",
    )
)
OLD_COMMENT = f'<w:comment w:id="7" w:author="Liv">{p("an old one")}</w:comment>'
HELD = '<w:p><w:commentRangeStart w:id="7"/><w:r><w:t>Held.</w:t></w:r><w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r></w:p>'


def manuscript(content: bytes) -> Manuscript:
    placed = place(content)
    leaves = (Leaf(one.start, one.end, one.element, one.offset) for one in placed.places)
    return Manuscript(placed.parts, placed.document, placed.tree, tuple(leaves))


def report(text: str, sentences: dict[str, str | None]) -> Sealed:
    """A report of the text, with these sentences as its statements, some with words suggested in their place."""
    base = full_review().statements[8]
    statements = []
    for number, words in enumerate(sentences):
        start = text.index(words)
        span = replace(base.span, start=start, end=start + len(words))
        statements.append(replace(base, id=f"s{number}", span=span, exact=words, details=(), attributions=()))
    document: Any = report_document(review_of(text, tuple(statements)), TOOL)
    for one, new in zip(document["statements"], sentences.values(), strict=True):
        if new is not None:
            one["change"] = {
                "from": one["anchor"]["exact"],
                "to": new,
                "kind": "correction",
                "state": "pending",
            }
    return unsigned(document)


def marked(body: str, sentences: dict[str, str | None], **more: str) -> bytes:
    content = docx(body, **more)
    sealed = report(place(content).text, sentences)
    return render_author_docx(sealed, Wishes(is_on_all=True, manuscript=manuscript(content)))


def tree(content: bytes) -> Any:
    return etree.fromstring(parts(content)["word/document.xml"])


def commented(content: bytes) -> dict[str, str]:
    """The text between the two anchors of each comment, by the comment's number; deleted words included."""
    found: dict[str, str] = {}
    active: list[str] = []
    for one in tree(content).iter():
        name = str(one.tag).rpartition("}")[2]
        if name == "commentRangeStart":
            active.append(str(one.get(f"{{{W}}}id")))
            found[active[-1]] = ""
        elif name == "commentRangeEnd":
            active.remove(str(one.get(f"{{{W}}}id")))
        elif name in {"t", "delText", "tab"} and not any(
            a.tag.endswith("}ins") and a.get(f"{{{W}}}author") != "Liv" for a in one.iterancestors()
        ):
            for number in active:
                found[number] += one.text or "\t"
    assert active == []
    return found


def without_changes(content: bytes) -> str:
    """The text as it is when every change of ours is rejected."""
    root = tree(content)
    for one in list(root.iter(f"{{{W}}}ins")):
        if one.get(f"{{{W}}}author") != "Liv":
            one.getparent().remove(one)
    for one in list(root.iter(f"{{{W}}}del")):
        for run in list(one):
            one.addprevious(run)
        one.getparent().remove(one)
    for one in root.iter(f"{{{W}}}delText"):
        one.tag = f"{{{W}}}t"
    body = b"".join(etree.tostring(p) for p in root[0]).decode()
    return read(docx(body))


def read(content: bytes) -> str:
    return take(content, {}, lambda done, of: None).text


def test_each_comment_is_on_the_very_words_of_its_statement() -> None:
    sentences: dict[str, str | None] = {
        "Ferry carried 412": None,
        "She was licensed for 205, he said.": None,
        "It ran aground.": None,
        "The list was 300.": None,
        "It is public.": None,
        "Tab\tand": None,
    }
    content = marked(BODY, sentences)
    assert list(commented(content).values()) == list(sentences)
    assert read(content) == read(docx(BODY))
    notes = {
        n.text.splitlines()[1 if i == 0 else 0]
        for i, n in enumerate(take(content, {}, lambda done, of: None).notes)
    }
    assert notes == {f"Statement {number}" for number in range(1, 7)}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("She was licensed for 205, he said.", "She was licensed for 206, he said."),
        ("She was licensed for 205, he said.", "Later she was licensed for 205, he told us."),
        ("It ran aground.", "It ran aground twice, off the coast.\nSo they say."),
        ("The list was 300.", "The list was about 301 names."),
        ("It is public.", "It was never public!"),
        ("Tab\tand more.", "Tab and less."),
        ("Ferry carried 412", "412"),
        ("Ferry carried 412", "\u0007 <w:t> & none"),
    ],
)
def test_suggested_words_are_tracked_changes_that_can_be_taken_or_left(old: str, new: str) -> None:
    content = marked(BODY, {old: new})
    before = read(docx(BODY))
    assert read(content) == before.replace(old, new.replace("\u0007", "\u2407"))
    assert without_changes(content) == before
    for one in tree(content).iter(f"{{{W}}}ins", f"{{{W}}}del"):
        assert one.get(f"{{{W}}}author")
        assert str(one.get(f"{{{W}}}date")).endswith("Z")


def test_words_keep_their_looks_on_both_sides_of_a_cut() -> None:
    content = marked(BODY, {"licensed for 205, he": "licensed for 206, he"})
    looks = {
        "".join(t.text or "" for t in run.iter(f"{{{W}}}t", f"{{{W}}}delText")): [
            str(x.tag)[-2:] for x in run.find(f"{{{W}}}rPr")
        ]
        for run in tree(content).iter(f"{{{W}}}r")
        if run.find(f"{{{W}}}rPr") is not None
    }
    assert looks["licensed"] == ["}b"]
    assert looks[" said."] == ["}i"]
    assert looks["205"] == looks["206"] == looks[" for "] == []


def test_comments_that_are_there_are_kept_and_ours_get_other_numbers() -> None:
    content = marked(HELD, {"Held.": None}, comments=OLD_COMMENT)
    notes = take(content, {}, lambda done, of: None).notes
    assert notes[0].text == "an old one"
    assert len(notes) == 2
    assert set(commented(content)) == {"7", "8"}
    assert b"comments1.xml" not in parts(content)["word/_rels/document.xml.rels"]


def test_parts_that_are_not_touched_keep_their_bytes() -> None:
    original = docx(BODY, styles='<w:style w:styleId="Title"><w:name w:val="Title"/></w:style>')
    content = render_author_docx(
        report(place(original).text, {"It ran aground.": None}),
        Wishes(is_on_all=True, manuscript=manuscript(original)),
    )
    before, after = parts(original), parts(content)
    touched = {"word/document.xml", "word/_rels/document.xml.rels"}
    assert {name for name in before if before[name] != after[name]} == touched
    assert set(after) - set(before) == {"word/comments.xml"}


def test_an_article_that_came_in_no_word_file_gets_one_of_its_text() -> None:
    content = render_author_docx(sealed_report())
    text = read(content)
    for one in full_document()["statements"]:
        new = one["change"]["to"] if one["change"] else one["anchor"]["exact"]
        assert new in text
    words = {n.text for n in take(content, {}, lambda done, of: None).notes}
    assert any("so: ✗ disputed — accounts differ" in one for one in words)
    assert etree.fromstring(parts(content)["word/comments.xml"]) is not None


def test_by_default_only_what_needs_attention_is_commented_and_internal_sources_stay_inside() -> None:
    few, every = (
        etree.fromstring(
            parts(render_author_docx(sealed_report(), Wishes(is_on_all=all_of_them)))["word/comments.xml"]
        )
        for all_of_them in (False, True)
    )
    assert len(every) == 11
    assert 0 < len(few) < 11
    told = "".join(few.itertext()) + "".join(every.itertext())
    assert "Press point of the harbour" in told
    assert "Passenger list" not in told
    assert "four hundred and twelve" in told


def test_a_checked_copy_has_the_recommended_changes_and_nothing_else() -> None:
    content = render_author_docx(sealed_report(), Wishes(is_checked_copy=True))
    comments = etree.fromstring(parts(content)["word/comments.xml"])
    assert ["".join(one.itertext()) for one in comments] == ["Statement 5: correction, pending"]
    assert "licensed for 206" in read(content)
    assert len(list(tree(content).iter(f"{{{W}}}del"))) == 1
