"""Web pages: the article with its headings and captions, what the page says of itself, and what it hides."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from factcheck.documents.document import Taken
from factcheck.documents.html import take
from factcheck.documents.html_rest import missed
from factcheck.documents.html_source import refuse_bombs
from factcheck.documents.intake import document_in, document_of
from factcheck.domain.article import BlockKind
from factcheck.errors import InputRefusedError
from tests.conftest import FIXTURES

HOSTILE = FIXTURES / "hostile" / "html"
PAGE = """<!doctype html><html><head><meta charset="utf-8"><title>Ferry late again - The Fenwick News</title>
<meta name="author" content="Ada Quill"><meta property="article:published_time" content="2024-05-03T10:00:00Z">
<meta property="og:site_name" content="Fenwick News"><meta property="og:title" content="Ferry late again"></head>
<body><nav><a href=/>Home</a></nav><article><h1>Ferry late again</h1>
<figure><img src=a.jpg><figcaption>The ferry, 3 May 2024. Photo: J. Doe</figcaption></figure>
<p>The ferry was late on <a href="http://x.example/">Thursday</a>, said Mayor Bob Hill.<br>It was the third time.</p>
<h2>Costs</h2><p>The town had spent &ldquo;more than 40,000 crowns&rdquo; on the quay, the mayor said to the paper.</p>
<ul><li>The first point is the fog that came.</li></ul><blockquote>Nobody wrote [sic] to us.</blockquote>
<table><tr><th>Year</th><th>Late</th></tr><tr><td>2023</td><td>12</td></tr></table></article>
<footer>Copyright 2024 Fenwick</footer></body></html>"""


def taken(page: str | bytes, **options: str) -> Taken:
    return take(page.encode() if isinstance(page, str) else page, options, lambda done, of: None)


def test_the_article_is_taken_and_the_page_around_it_is_not() -> None:
    assert taken(PAGE).text.split("\n\n") == [
        "Ferry late again",
        "The ferry was late on Thursday, said Mayor Bob Hill.\nIt was the third time.",
        "Costs",
        "The town had spent “more than 40,000 crowns” on the quay, the mayor said to the paper.",
        "The first point is the fog that came.",
        "Nobody wrote [sic] to us.",
        "Year\tLate",
        "2023\t12",
        "The ferry, 3 May 2024. Photo: J. Doe",
    ]


def test_headings_and_captions_are_known_as_such() -> None:
    found = taken(PAGE)
    assert [(s.span.of(found.text)[:9], s.kind) for s in found.stated] == [
        ("Ferry lat", BlockKind.HEADLINE),
        ("Costs", BlockKind.SUBHEAD),
        ("The ferry", BlockKind.CAPTION),
    ]


def test_a_caption_and_a_headline_keep_the_words_behind_a_link_or_emphasis() -> None:
    page = PAGE.replace(
        "The ferry, 3 May 2024.", "The <em>old</em> ferry, <a href=/>3 May</a> 2024."
    ).replace("<h1>Ferry late again</h1>", "</article><h1>Ferry <i>late</i><br>again</h1><article>")
    assert "The old ferry, 3 May 2024. Photo: J. Doe" in taken(page).text
    assert taken(page).text.startswith("Ferry late again\n\n")


PART = "<div class=part><div class=text>{}</div></div>"
PROSE = [f"<p>The mayor of Fenwick said in point {n} that the town would pay for it.</p>" for n in range(8)]


def test_a_second_part_of_the_article_is_taken_though_the_extraction_leaves_it_out() -> None:
    parts = [PART.format("".join(PROSE[:4])), "<div class=ad>Buy</div>", PART.format("".join(PROSE[4:]))]
    page = f"<html><body><article><h1>Ferry</h1>{''.join(parts)}</article></body></html>"
    found = [words for words in taken(page).text.split("\n\n") if "in point" in words]
    assert [words.split("point ")[1][0] for words in found] == list("01234567")


def test_only_prose_of_the_same_kind_in_the_same_article_is_missed() -> None:
    first, later = "".join(PROSE[:4]), "".join(PROSE[4:])
    linked = "<p><a href=/>The mayor of Orrin said that the town would not pay for it at all</a></p>"
    page = (
        f"<body><article>{PART.format(first)}{PART.format(later + linked + '<p>Read more</p>')}"
        f"<aside>{PART.format(PROSE[0].replace('Fenwick', 'Orrin'))}</aside></article>"
        f"<article>{PART.format(PROSE[0].replace('Fenwick', 'Lower Orrin'))}</article></body>"
    )
    tree = html.document_fromstring(page)
    plain = [words.removesuffix("</p>").removeprefix("<p>") for words in PROSE]
    assert [(one.words, one.behind) for one in missed(tree, plain[:4])] == [
        (words, before) for words, before in zip(plain[4:], plain[3:], strict=False)
    ]
    assert missed(tree, plain[:2]) == []


def test_a_long_value_of_one_attribute_is_no_bomb() -> None:
    words = "the ferry was late " * 1000
    assert "It was the third time." in taken(PAGE.replace("<body>", f"<body data-text='{words}'>")).text


def test_what_the_page_says_of_itself_is_proposed() -> None:
    told = taken(PAGE).proposals
    assert (told.title, told.author, told.date, told.source) == (
        "Ferry late again",
        "Ada Quill",
        "2024-05-03",
        "Fenwick News",
    )


@pytest.mark.parametrize(
    ("content", "options", "encoding"),
    [
        ("<p>Café “so”</p>".encode("cp1252"), {"encoding": "cp1252"}, "cp1252"),
        ('<meta charset="iso-8859-1"><p>Café “so”</p>'.encode("cp1252"), {}, "cp1252"),
        ("<p>Café “so”</p>".encode("koi8-r", "replace"), {"charset": "koi8-r"}, "koi8-r"),
        ("\ufeff<p>Café “so”</p>".encode("utf-16-le"), {}, "utf-16-le"),
    ],
)
def test_the_encoding_is_the_one_that_is_told_or_declared(
    content: bytes, options: dict[str, str], encoding: str
) -> None:
    found = taken(content, **options)
    assert found.encoding == encoding
    assert found.text.startswith("Caf")


def test_p12_an_undeclared_encoding_is_not_guessed() -> None:
    with pytest.raises(InputRefusedError, match="not text in utf-8"):
        taken("<p>Café</p>".encode("cp1252"))
    with pytest.raises(InputRefusedError, match="and is not"):
        taken(b'<meta charset="utf-8"><p>' + b"\xe9 " * 99)


def test_p12_one_spoiled_character_is_shown_and_said() -> None:
    page = b'<meta charset="utf-8"><p>' + b"It is so. " * 30 + b"\xff</p>"
    assert "1 characters could not be decoded" in taken(page).warnings[0]


def test_p12_what_the_page_hides_is_said() -> None:
    assert "hides from its readers" in document_in(HOSTILE / "hidden.html").provenance.warnings[0]


def test_p12_no_script_is_in_the_text() -> None:
    document = document_in(HOSTILE / "xss.html")
    assert "alert" not in document.text
    assert document.text == "Head\n\nBody text"


def test_p12_a_small_part_of_the_page_is_said_to_be_small() -> None:
    page = f"<html><body><article><p>{'The ferry was late. ' * 15}</p></article><nav>{'<a>Go to a page</a> ' * 400}</nav>"
    assert "look whether all of it is there" in " ".join(taken(page).warnings)


def test_no_repeated_paragraph_is_left_out_in_silence() -> None:
    words = "The ferry was late on Thursday, said the mayor. " * 8
    found = taken(f"<html><body><article>{f'<p>{words}</p>' * 20}</article></body></html>")
    left_out = 20 - found.text.count(words.strip())
    said = [warning for warning in found.warnings if "repeats word for word" in warning]
    assert left_out == (int(said[0].split()[0]) if said else 0)


@pytest.mark.parametrize(
    "page", ["<div>" * 5_000 + "so", f"<p {' '.join(f'a{n}' for n in range(9_999))}>so</p>"]
)
def test_p12_bombs_are_refused_before_they_are_parsed(page: str) -> None:
    with pytest.raises(InputRefusedError):
        refuse_bombs(page)


def test_p12_a_page_without_text_is_refused() -> None:
    with pytest.raises(InputRefusedError):
        document_of(b"<html><body><img src=a></body></html>", "a.html")


def test_a_page_is_known_by_its_first_words_whatever_its_name() -> None:
    assert document_of(PAGE.encode(), "page.txt").provenance.media_type == "text/html"


PIECES = [
    "<p>",
    "</p>",
    "<div hidden>",
    "<![x",
    "<!--",
    "-->",
    "<script>",
    "&#x",
    "\x00",
    "<h1>",
    "so it is ",
    "é",
    "<table>",
    "<td>",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_p12_any_page_is_taken_or_refused(page: str) -> None:
    try:
        found = taken(page)
    except InputRefusedError:
        return
    assert found.text.strip()
    assert "\x00" not in found.text
