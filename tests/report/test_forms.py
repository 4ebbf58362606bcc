import hashlib
import re
import subprocess
from base64 import b64encode
from html import unescape
from typing import Any

import pytest
import rfc8785
from markdown_it import MarkdownIt
from markdown_it.token import Token
from msgspec.structs import replace

from factcheck.domain.canonical import canonical_bytes
from factcheck.domain.review import Review
from factcheck.domain.statement import Attribution
from factcheck.domain.text import Span, sha256_of
from factcheck.domain.verdict import Basis, Question, Verdict
from factcheck.report.checks import Document
from factcheck.report.document import Tool, report_document
from factcheck.report.forms import FORMS
from factcheck.report.json_form import report_sha256
from factcheck.report.sealed import Countersign, Sealed, unsigned
from factcheck.report.wishes import Wishes
from tests.report.full_sample import full_document
from tests.report.pages import Page, read_page
from tests.report.sample import PRIVATE, TOOL, answered, review, review_of, stale, untouched_review
from tests.report.unpacked import unpacked

HOSTILE = (
    "[sic] and [/] and [B]ecause",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)> <!-- & &lt; &#60;",
    '" onmouseover="alert(1)" x="',
    "javascript:alert(1)",
    "[a link](javascript:alert(1)) ![an image](https://example.org/x.png) <https://example.org>",
    "https://example.org/x www.example.org someone@example.org example.org",
    "# heading",
    "- item",
    "1. item",
    "2) item",
    "> quotation",
    "```\ncode\n```",
    "~~~ code",
    "    code",
    "---",
    "a\n===\nb\n---",
    "| a | b |\n| --- | --- |\n| c | d |",
    "*a* _b_ **c** `d` ~~e~~ \\*f",
    "[x]: https://example.org 'y'\n\n[x]",
    "\x1b]52;c;aGk=\x07 \x1b[31mred\x1b[0m \x9b31m",
    "a\u202eb\u2066c\u200bd\ufeffe\u00adf",
    "{{ d }} {% raw %} {# x #} ${x}",
    "\u05e9\u05dc\u05d5\u05dd 412",
)


def document() -> dict[str, Any]:
    return report_document(review(), TOOL)


def rendered(name: str, report: Document) -> bytes:
    return FORMS[name].render(unsigned(report))


def html(report: dict[str, Any] | None = None) -> Page:
    return read_page(rendered("html", report or document()))


def markdown(report: dict[str, Any] | None = None) -> str:
    return rendered("md", report or document()).decode("utf-8")


def tokens(source: str) -> list[Token]:
    found = []
    for token in MarkdownIt("gfm-like").parse(source):
        found += [token, *(token.children or ())]
    return found


def shape(source: str) -> list[tuple[str, str]]:
    """The markup of a Markdown text: its tokens and their links, without the words."""
    kept = (t for t in tokens(source) if t.type not in {"text", "text_special", "inline", "hardbreak"})
    return [(t.type, str(t.attrs.get("href", ""))) for t in kept]


def hostile_review(words: str) -> Review:
    """The words wherever text from outside can be: article, names, notes, reasons, file, slug, device."""
    text = f"{words}\n\nBefore {words} after.\n\n{words}"
    start = len(words) + 2
    middle = Span(start, start + len(f"Before {words} after."))
    base = replace(untouched_review().statements[3], details=())
    first = replace(base, id="one", span=Span(0, len(words)), exact=words, attributions=())
    second = replace(
        base,
        id="two",
        span=middle,
        exact=middle.of(text),
        attributions=(Attribution(None, words, None, (middle,), is_inferred=False, within=None),),
        public_note=words,
    )
    second = answered(second, Question.SAID, Verdict.DISPUTED, Basis.WORDED_DIFFERENTLY)
    second = replace(second, said=replace(second.said, by=words) if second.said else None)
    third_span = Span(len(text) - len(words), len(text))
    third = replace(base, id="three", span=third_span, exact=words, attributions=(), excluded=words)
    made = review_of(text, (first, second, third))
    source = replace(made.draft.provenance, name=words, media_type=words, importer=words, encoding=words)
    return replace(
        made,
        article=replace(made.article, title=words, slug=words, author=words, editor=words, dateline=words),
        draft=replace(made.draft, provenance=source, extractor=words),
        log=(replace(made.log[0], device=words),),
    )


# --- all forms


def test_each_form_is_known_by_its_name_and_ends_as_its_files_do() -> None:
    assert {name: (form.name, form.suffix) for name, form in FORMS.items()} == {
        "json": ("json", ".json"),
        "html": ("html", ".html"),
        "md": ("md", ".md"),
        "csv": ("csv", ".csv"),
        "xlsx": ("xlsx", ".xlsx"),
        "docx": ("docx", ".docx"),
        "author-docx": ("author-docx", "-comments.docx"),
        "pdf": ("pdf", ".pdf"),
        "claimreview": ("claimreview", "-claimreview.json"),
        "webannotation": ("webannotation", "-annotations.json"),
    }


@pytest.mark.parametrize("name", FORMS)
def test_p09_a_private_note_is_in_no_byte_of_any_form(name: str) -> None:
    base = review()
    noted = replace(base, statements=tuple(replace(s, private_note=PRIVATE) for s in base.statements))
    made = rendered(name, report_document(noted, TOOL))
    assert PRIVATE.encode() not in unpacked(made)


@pytest.mark.parametrize("name", FORMS)
def test_the_same_state_gives_the_same_bytes(name: str) -> None:
    assert rendered(name, document()) == rendered(name, document())


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("wishes", [Wishes(), Wishes(is_checked_copy=True)])
def test_what_a_report_was_made_of_gives_the_bytes_that_reading_it_gives(name: str, wishes: Wishes) -> None:
    made = unsigned(full_document())
    read = Sealed(made.report)
    assert made.stated is not None
    assert read.stated is None
    assert FORMS[name].render(made, wishes) == FORMS[name].render(read, wishes)
    assert canonical_bytes(dict(made.stated)) == made.report


@pytest.mark.parametrize("name", ["html", "md"])
def test_no_page_calls_itself_checked_or_anything_false(name: str) -> None:
    made = rendered(name, document()).decode().lower()
    shown = re.sub(r"<script.*?</script>", "", made, flags=re.DOTALL)
    shown = re.sub(r"<style>.*?</style>", "", shown, flags=re.DOTALL)
    for word in ("verified", "false", "fake", "score", "rating", "annotation"):
        assert not re.search(rf"\b{word}\b", shown), word
    assert "no evidence found" in shown
    assert "left to the speaker" in shown
    assert "accounts differ" in shown
    assert "unsigned working copy" in shown


@pytest.mark.parametrize("name", ["html", "md"])
def test_pages_are_in_the_order_in_which_an_editor_reads(name: str) -> None:
    made = rendered(name, document()).decode()
    titles = (
        "Fact-check report",
        "Needs attention</h2>|## Needs attention",
        "Every statement",
        "The article, with the marks in place",
        "Sources</h2>|## Sources",
        "What was not checked, and why",
        "Sign-off, and how to check this copy",
    )
    places = [re.search(title, made) for title in titles]
    assert all(places)
    assert [p.start() for p in places if p] == sorted(p.start() for p in places if p)


@pytest.mark.parametrize("name", ["html", "md"])
def test_p21_a_stale_answer_is_not_shown_as_a_verdict(name: str) -> None:
    base = untouched_review()
    confirmed = answered(base.statements[1], Question.SO, Verdict.CONFIRMED)
    fresh, old = (
        rendered(name, report_document(review_of(base.text, (one,)), TOOL)).decode()
        for one in (confirmed, stale(confirmed, Question.SO))
    )
    verdict = {"html": "<b>confirmed</b>", "md": "✓ **confirmed**"}[name]
    assert verdict in fresh
    assert verdict not in old
    assert "was confirmed, given for something that has changed since" in old


@pytest.mark.parametrize("name", ["html", "md"])
def test_a_report_without_the_text_and_with_all_that_later_versions_bring_has_its_pages(name: str) -> None:
    report = document()
    report["article"] |= {"text": None, "language": "en-GB"}
    report["sources"] = [
        {
            "id": "s1",
            "kind": "recording",
            "tier": "primary",
            "title": "Press point",
            "uri": "https://example.org",
        },
        {"id": "s2", "kind": "interview", "commitment": "ab"},
    ]
    report["overrides"] = [
        {"blocker": "open query", "by": "Ed", "reason": "answered by phone", "at": "today"}
    ]
    report["signoff"] = {"by": "Nora", "at": "2024-03-09T11:00:00Z", "sentence": "I stand by it.", "open": []}
    one = report["statements"][4]
    one["citations"] = [
        {
            "source": "s1",
            "question": "said",
            "locator": "00:14:20",
            "stance": "supports",
            "excerpt": "licensed",
        },
        {"source": "s2", "question": "so", "stance": "supports"},
    ]
    one["change"] = {"from": "205", "to": "206", "kind": "correction", "state": "pending"}
    one["links"] = [{"type": "contradicts", "to": report["statements"][7]["id"], "settled": False}]
    asked = {"id": "q", "to": "author", "name": None, "state": "open", "text": "By whom?", "answer": None}
    one["queries"] = [asked | {"by": "Nora Lind", "at": "2024-03-09T10:00:00Z"}, {"id": "hidden"}]
    made = rendered(name, report).decode()
    shown = read_page(made.encode()).text if name == "html" else made.replace("\\", "")
    for words in (
        "Press point",
        "00:14:20",
        "205 → 206",
        "contradicts ↔ 8 (open)",
        "answered by phone",
        "5, to the author: By whom?",
        "By whom? (open)",
        "I stand by",
    ):
        assert words in shown, words
    assert "Unsigned" not in shown
    if name == "html":
        page = read_page(made.encode())
        assert all(link[1:] in page.ids for link in page.links)
    else:
        assert "### Confirmed without a located source" in shown


@pytest.mark.parametrize("name", FORMS)
def test_an_article_without_statements_has_each_form(name: str) -> None:
    assert rendered(name, report_document(review_of("Only this.", ()), TOOL))


# --- JSON


@pytest.mark.parametrize("words", HOSTILE)
def test_report_json_is_canonical_to_the_byte(words: str) -> None:
    report = report_document(hostile_review(words), TOOL)
    made = rendered("json", report)
    assert made == rfc8785.dumps(report)
    assert not made.endswith(b"\n")
    assert report_sha256(report) == hashlib.sha256(made).hexdigest()


# --- HTML


def test_the_page_runs_no_script_asks_for_nothing_and_says_so_in_its_policy() -> None:
    page = html()
    for tag, attributes in page.elements:
        assert tag not in {
            "img",
            "link",
            "iframe",
            "object",
            "embed",
            "form",
            "base",
            "svg",
            "video",
            "audio",
        }
        assert not [
            name for name in attributes if name.startswith("on") or name in {"src", "style", "action"}
        ]
        assert tag != "script" or attributes["type"] == "application/json+base64"
        assert attributes.get("href", "#").startswith("#")
    policies = [a["content"] for t, a in page.elements if a.get("http-equiv") == "Content-Security-Policy"]
    hashed = b64encode(hashlib.sha256(page.style.encode()).digest()).decode()
    assert policies == [
        f"default-src 'none'; style-src 'sha256-{hashed}'; base-uri 'none'; form-action 'none'"
    ]
    assert not re.search(r"url\(|@import|expression", page.style)


def test_the_page_carries_report_json_and_the_stock_tools_find_it(tmp_path: Any) -> None:
    report = document()
    made = rendered("html", report)
    page = read_page(made)
    assert page.payload == rendered("json", report)
    (tmp_path / "report.html").write_bytes(made)
    command = re.search(r"<pre[^>]*>(sed .*?)</pre>", made.decode())
    assert command
    ran = subprocess.run(
        ["sh", "-c", unescape(command[1])], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert ran.stdout.split()[0] == report_sha256(report)
    assert report_sha256(report) in page.text


def sealed() -> Sealed:
    countersign = Countersign(b'{"decision":"approved"}', b"-----BEGIN second")
    return Sealed(rendered("json", document()), b"-----BEGIN first\nA==\n", (countersign,))


def test_a_signed_page_carries_each_signature_beside_what_it_is_of() -> None:
    page = read_page(FORMS["html"].render(sealed()))
    assert page.scripts == {
        "factcheck-report": sealed().report,
        "factcheck-signature": b"-----BEGIN first\nA==\n",
        "factcheck-countersign-1": b'{"decision":"approved"}',
        "factcheck-countersign-1-signature": b"-----BEGIN second",
    }


def test_signed_markdown_has_its_signature_as_a_block_of_code() -> None:
    made = FORMS["md"].render(sealed()).decode()
    assert [t.content for t in tokens(made) if t.type == "code_block"] == ["-----BEGIN first\nA==\n"]


def test_ids_are_unique_and_every_link_leads_somewhere() -> None:
    page = html()
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links} <= set(page.ids)


def test_statement_list_and_article_are_linked_both_ways() -> None:
    page = html()
    for one in document()["statements"]:
        number = one["number"]
        assert f"#t{number}" in page.links
        assert f"#s{number}" in page.links
        assert page.by_id[f"t{number}"] == one["anchor"]["exact"]
        assert one["anchor"]["exact"] in page.by_id[f"s{number}"]


def test_the_marked_article_has_every_character_of_the_text_that_is_not_blank() -> None:
    page, report = html(), document()
    made = rendered("html", report).decode()
    article = re.search(r'<div class="article".*?</div>', made, re.DOTALL)
    assert article
    bare = re.sub(r'<a class="ref.*?</a>', "", article[0])
    shown = unescape(re.sub(r"<[^>]+>", "", bare))
    assert "".join(shown.split()) == "".join(report["article"]["text"].split())
    assert "not checked" in page.text


def test_the_page_can_be_found_through_by_a_screen_reader() -> None:
    page = html()
    tags = [tag for tag, _ in page.elements]
    assert page.elements[0] == ("html", {"lang": "en"})
    assert [tags.count(tag) for tag in ("header", "nav", "main", "h1", "title")] == [1] * 5
    assert page.headings[0] == 1
    assert all(after - before <= 1 for before, after in zip(page.headings, page.headings[1:], strict=False))
    for tag, attributes in page.elements:
        assert tag != "section" or attributes["aria-labelledby"] in page.ids
        assert tag != "th" or attributes["scope"] in {"row", "col"}
        assert "glyph" not in attributes.get("class", "") or attributes["aria-hidden"] == "true"


@pytest.mark.parametrize("words", HOSTILE)
def test_p13_text_from_outside_is_only_text_in_the_page(words: str) -> None:
    report = report_document(hostile_review(words), Tool("factcheck", "0.1.0"))
    page = html(report)
    plain = html(report_document(hostile_review("x" * len(words)), TOOL))
    assert [tag for tag, _ in page.elements] == [tag for tag, _ in plain.elements]
    assert [sorted(a) for _, a in page.elements] == [sorted(a) for _, a in plain.elements]
    assert all(link.startswith("#") for link in page.links)
    raw = rendered("html", report).decode()
    assert not re.search(
        r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]", raw
    )
    if words.isascii() and words.isprintable():
        assert words in page.by_id["t1"]
        assert words in page.text


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_and_signs_have_enough_contrast_in_light_and_dark(scheme: str) -> None:
    style = html().style
    light, dark = re.findall(r":root \{(.*?)\}", style, re.DOTALL)[:2]
    colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", light if scheme == "light" else dark))
    assert len(colours) == 12
    for name in colours.keys() - {"paper", "card", "rule"}:
        for ground in ("paper", "card"):
            assert contrast(colours[name], colours[ground]) >= 4.5, (name, ground)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (WCAG 2.2, "contrast ratio" and "relative luminance")."""

    def luminance(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


# --- Markdown


@pytest.mark.parametrize("words", HOSTILE)
def test_p13_text_from_outside_is_only_text_in_markdown(words: str) -> None:
    made = markdown(report_document(hostile_review(words), TOOL))
    plain = re.sub(r"\S", "x", words)
    assert shape(made) == shape(markdown(report_document(hostile_review(plain), TOOL)))
    assert not re.search(
        r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]", made
    )
    if words.isascii() and words.isprintable():
        shown = "".join(t.content for t in tokens(made) if t.type in {"text", "text_special"})
        assert words.strip() in shown


def test_markdown_ends_with_the_hash_of_report_json() -> None:
    report = document()
    assert markdown(report).endswith(f"SHA-256 of report.json: `{report_sha256(report)}`\n")


def test_markdown_links_each_mark_to_its_statement() -> None:
    made = markdown()
    for one in document()["statements"]:
        assert f"### Statement {one['number']}\n" in made
        assert f"](#statement-{one['number']})" in made


def test_markdown_has_the_text_of_every_statement() -> None:
    shown = "".join(t.content for t in tokens(markdown()) if t.type in {"text", "text_special"})
    for one in document()["statements"]:
        assert shown.count(one["anchor"]["exact"]) >= 2


def test_the_text_that_is_printed_is_the_one_that_is_named() -> None:
    report = document()
    assert report["article"]["text_sha256"] == sha256_of(report["article"]["text"])
    assert report["article"]["text_sha256"] in html().text
    assert report["article"]["text_sha256"] in markdown()
