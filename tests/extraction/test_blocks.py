"""Blocks of pasted pages: what is excluded, and what never is."""

from importlib.resources import files

import pytest

from factcheck.domain.article import BlockKind
from factcheck.extraction.blocks import blocks_of
from factcheck.extraction.extractor import extract, statements_of
from tests.extraction.reading import kinds

BODY = "The harbour was closed for three days after the storm, the town said. Nobody was hurt."


@pytest.mark.parametrize("text", ["", " ", "\n\n\t \u3000\u2029", "\u00a0"])
def test_a_blank_text_has_neither_blocks_nor_statements(text: str) -> None:
    found = extract(text)
    assert found.blocks == ()
    assert found.statements == ()


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("NewsPolitics", "navigation"),
        ("HomeWorldEuropeOpinion", "navigation"),
        ("Home | World | Sport", "navigation"),
        ("pdfshareprint", "share buttons"),
        ("Share", "share buttons"),
        ("Facebook Twitter WhatsApp", "share buttons"),
        ("Read more: The storm that never came", "label of the page"),
        ("4 min read", "label of the page"),
        ("Comments (12)", "label of the page"),
        ("Tags: Saltgate, flooding", "label of the page"),
        ("Share on Facebook", "label of the page"),
        ("© 2024 The Lantern. All rights reserved.", "footer"),
        ("Editor — Mirjam Sollis. Terms of use. Privacy policy.", "footer"),
    ],
)
def test_furniture_is_excluded_and_says_why(line: str, reason: str) -> None:
    text = f"Storm shuts the harbour\n\n{BODY}\n\n{line}\n"
    last = blocks_of(text)[-1]
    assert (last.kind, last.is_excluded, last.reason) == (BlockKind.FURNITURE, True, reason)
    assert last.span.of(text) == line


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell by 40 per cent on Tuesday.",
        "The newspaper changed its terms of use and its privacy policy last week, and nobody noticed.",
        "He will print the news, she said.",
        "Politics is a hard trade.",
        "Follow the money, the auditor told the council, and you will find the ferry.",
        "Copyright was no concern of hers in 2024, when she copied the whole book by hand for her students.",
    ],
)
def test_running_prose_is_never_furniture(line: str) -> None:
    text = f"Storm shuts the harbour\n\n{BODY}\n\n{line}\n\n{BODY}"
    assert all(not block.is_excluded for block in blocks_of(text) if block.span.of(text) == line)


def test_a_headline_without_a_full_stop_is_found_below_the_menu() -> None:
    text = f"NewsPolitics\n\nStorm shuts the harbour for three days\n\n{BODY}"
    assert [kind for kind, _ in kinds(text)] == ["furniture", "headline", "paragraph"]


def test_a_first_sentence_with_a_full_stop_is_no_headline() -> None:
    assert [kind for kind, _ in kinds(f"The harbour is closed.\n\n{BODY}")] == ["paragraph", "paragraph"]


def test_the_head_of_an_article_is_told_apart() -> None:
    text = (
        "Storm shuts the harbour\n\nThe town waits for its ferries, and for an answer from the mainland.\n\n"
        f"By Ines Vall\n\nMonday, 4 March 2024\n\n{BODY}\n\nWhat the divers saw\n\n{BODY}"
    )
    assert [kind for kind, _ in kinds(text)] == [
        "headline",
        "standfirst",
        "byline",
        "dateline",
        "paragraph",
        "subhead",
        "paragraph",
    ]


@pytest.mark.parametrize(
    ("credit", "caption"),
    [
        ("Photo: Ines Vall / Marram Press", "Waves break over the pier."),
        ("Image: Nick Moro.", "A boat at Saltgate"),
        ("(Ines Vall/Marram Photo)", "Waves break over the pier."),
    ],
)
def test_a_credit_on_a_captions_line_is_a_statement_of_its_own_kind(credit: str, caption: str) -> None:
    text = f"Storm shuts the harbour\n\n{caption} {credit}\n\n{BODY}"
    found = extract(text)
    assert found.blocks[1].kind is BlockKind.CAPTION
    parts = [(one.kind, one.exact) for one in found.statements if one.block == 1]
    assert parts == [(BlockKind.CAPTION, caption), (BlockKind.CREDIT, credit)]


def test_a_caption_that_stands_twice_is_excluded_once() -> None:
    caption = "Waves break over the pier, 4 March 2024. Photo: Ines Vall"
    text = f"Storm shuts the harbour\n\n{caption}\n\n{BODY}\n\n{caption.replace(' pier', '  pier')}"
    last = blocks_of(text)[-1]
    assert (last.kind, last.same_as, last.reason) == (BlockKind.DUPLICATE, 1, "repeats block 2")


def test_a_paragraph_that_comes_back_later_is_kept() -> None:
    text = f"Storm shuts the harbour\n\n{BODY}\n\nThe mayor came later, with soup.\n\n{BODY}"
    assert all(not block.is_excluded for block in blocks_of(text))


def test_a_quotation_that_stands_alone_and_in_the_body_is_a_pull_quote() -> None:
    quote = "We never saw a wave like that one"
    text = f"Storm shuts the harbour\n\n{BODY}\n\n“{quote}”\n\n“{quote},” the pilot said. “It came from the west.”"
    assert [kind for kind, _ in kinds(text)] == ["headline", "paragraph", "pull_quote", "paragraph"]


def test_paragraphs_parted_by_single_line_ends_are_blocks() -> None:
    text = f"Storm shuts the harbour\n{BODY}\n{BODY[::-1].replace('.', '')} ends here."
    assert len(blocks_of(text)) == 3


def test_lines_cut_to_a_width_are_one_paragraph() -> None:
    text = (
        "The harbour was closed for three days after the storm, the town\n"
        "said on Monday, and nobody knew when the ferries would be sailing\n"
        "again. The mayor asked for patience and for volunteers with boats,\n"
        "and by the evening she had found forty of them."
    )
    assert len(blocks_of(text)) == 1
    assert len(extract(text).statements) == 2


def test_an_excluded_block_can_be_taken_back_as_a_paragraph_or_as_what_it_is() -> None:
    caption = "Waves break over the pier, 4 March 2024. Photo: Ines Vall"
    text = f"Storm shuts the harbour\n\n{caption}\n\n{caption}\n\n{BODY}"
    twice = blocks_of(text)[2]
    assert twice.is_excluded
    assert {one.kind for one in statements_of(text, twice)} == {BlockKind.PARAGRAPH}
    as_caption = statements_of(text, twice, kind=BlockKind.CAPTION)
    assert [one.kind for one in as_caption] == [BlockKind.CAPTION, BlockKind.CREDIT]
    assert [one.block for one in as_caption] == [2, 2]


def test_the_demos_article_has_every_trap_of_a_pasted_page() -> None:
    text = (files("factcheck.demo") / "article.txt").read_text(encoding="utf-8")
    found = extract(text)
    assert [block.reason for block in found.blocks if block.is_excluded] == [
        "navigation",
        "repeats block 3",
        "share buttons",
        "footer",
    ]
    assert [one.kind.value for one in found.statements[:3]] == ["headline", "caption", "credit"]
    assert 12 <= len(found.statements) <= 18
    assert any(one.is_inferred for statement in found.statements for one in statement.attributions)


def test_the_pages_name_and_the_menu_under_it_are_furniture_and_the_headline_is_found_below() -> None:
    text = (
        f"The Lantern\nSubscribe\nNews\nPolitics\nStorm shuts the harbour of Saltgate\n{BODY}\n{BODY[:40]}."
    )
    found = blocks_of(text)
    assert [block.kind.value for block in found[:5]] == ["furniture"] * 4 + ["headline"]
    assert found[0].reason == "name of the page"


def test_a_short_headline_with_share_buttons_under_it_stays_the_headline() -> None:
    text = f"Sinking\nShare\nTweet\nWhy the harbour of Saltgate is sinking\n{BODY}"
    assert kinds(text)[0] == ("headline", "Sinking")


@pytest.mark.parametrize(
    "caption",
    [
        "Rescuers carry a child across the market square on 2 February 2024.",
        "Waves break over the pier at Saltgate, March 2024",
        "A woman stands on the flooded quay of Saltgate",
    ],
)
def test_a_present_tense_description_by_the_headline_is_a_caption(caption: str) -> None:
    text = f"Storm shuts the harbour\n\nBy Ines Vall\n\n{caption}\n\n{BODY}"
    assert kinds(text)[2] == ("caption", caption)


@pytest.mark.parametrize(
    "line",
    [
        "The boats leave at noon.",
        "“We stand here until 2 March,” Brandt said.",
        "Brandt said the boats leave on 2 March.",
        "The boats were lost on 2 March.",
    ],
)
def test_prose_of_the_body_is_no_caption(line: str) -> None:
    text = f"Storm shuts the harbour\n\n{BODY}\n\n{line}\n\n{BODY}"
    assert kinds(text)[2] == ("paragraph", line)


def test_a_line_that_stands_twice_in_a_row_is_a_caption_and_its_repeat_is_excluded() -> None:
    line = "The old pier of Saltgate before the storm."
    text = f"Storm shuts the harbour\n\n{BODY}\n\n{line}\n\n{line}\n\n{BODY}"
    assert [kind for kind, _ in kinds(text)][2:4] == ["caption", "duplicate"]


@pytest.mark.parametrize("line", ["Ines Vall/The Lantern", "Nick Moro via AP", "Getty Images"])
def test_a_maker_and_an_agency_alone_are_a_credit(line: str) -> None:
    text = f"Storm shuts the harbour\n\n{BODY}\n\n{line}\n\n{BODY}"
    assert kinds(text)[2] == ("credit", line)


def test_a_date_with_a_reading_time_is_a_dateline() -> None:
    text = f"Storm shuts the harbour\n\n4 March 2024 • 6 min read\n\n{BODY}"
    assert kinds(text)[1][0] == "dateline"
