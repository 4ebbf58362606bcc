"""What a report prints of sources: never anything that leads to a confidential one, nor a private note (P9)."""

import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from factcheck.domain.source import Citation, Level, Source, SourceKind, Stance, Tier
from factcheck.domain.verdict import Question, Verdict
from factcheck.report.document import Tool
from factcheck.report.forms import FORMS
from factcheck.report.wishes import Wishes
from factcheck.services.exporting import export
from factcheck.services.sourcing import Sourcing
from tests.build import Shop, open_shop
from tests.report.unpacked import unpacked

TOOL = Tool("factcheck", "0")
SECRETS = (
    "TITLE-7f3a",
    "ADDRESS-7f3a",
    "CREATOR-7f3a",
    "LOCATOR-7f3a",
    "EXCERPT-7f3a",
    "1999-07-13",
    "FILE-7f3a",
)
SECRET = Source(
    "", "", SECRETS[0], SourceKind.INTERVIEW, Tier.PRIMARY, Level.CONFIDENTIAL, SECRETS[1], SECRETS[2]
)
SECRET_USE = Citation("", "", Question.SO, Stance.SUPPORTS, SECRETS[3], SECRETS[4], SECRETS[5])
MINUTES = Source("", "", "Minutes", SourceKind.DOCUMENT, Tier.PRIMARY, Level.PUBLIC, "https://x.example/1")
NOTE = "NOTE-7f3a"


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Shop:
    """An article with a public, an internal, a confidential and a merged source, and a private note."""
    folder: Path = tmp_path_factory.mktemp("sources")
    opened = open_shop(folder)
    sourcing = Sourcing(opened.ledgers["ann"])
    use = Citation("", "", Question.SO, Stance.SUPPORTS, "p. 3", "it rained", "2024-10-17")
    sourcing.add_and_cite(opened.number(1), MINUTES, use)
    sourcing.add_and_cite(opened.number(2), replace(MINUTES, title="The same minutes"), use)
    sourcing.add_and_cite(opened.number(3), replace(MINUTES, title="House style", level=Level.INTERNAL), use)
    sourcing.add_and_cite(opened.number(4), SECRET, SECRET_USE)
    sourcing.add(opened.article.id, replace(MINUTES, title="Never cited"))
    minutes, same, _, secret, _ = opened.reader.surroundings.sources(opened.article.id)
    file = folder / SECRETS[6]
    file.write_bytes(b"bytes")
    sourcing.attach(minutes, file)
    sourcing.attach(secret, file)
    minutes, same, *_ = opened.reader.surroundings.sources(opened.article.id)
    sourcing.merge(same, minutes)
    opened.by().give_verdict(opened.number(4), Question.SO, Verdict.CONFIRMED)
    opened.by().write_private_note(opened.number(4), NOTE)
    return opened


@pytest.mark.parametrize("form", FORMS)
def test_p09_no_byte_of_any_export_leads_to_a_confidential_source_or_a_private_note(
    shop: Shop, form: str
) -> None:
    content = unpacked(export(shop.reader, shop.article, form, TOOL, Wishes(is_on_all=True)))
    assert (b"Minutes" in content) == (form not in {"claimreview", "webannotation"})
    assert [secret for secret in (*SECRETS, NOTE) if secret.encode() in content] == []


def test_sources_and_citations_are_printed_as_the_format_says(shop: Shop) -> None:
    report = json.loads(export(shop.reader, shop.article, "json", TOOL))
    by_title = {s.get("title"): s for s in report["sources"]}
    assert set(by_title) == {"Minutes", "House style", None}
    minutes = by_title["Minutes"]
    assert (minutes["uri"], minutes["level"], minutes["bytes"]) == ("https://x.example/1", "public", 5)
    assert list(minutes) == [
        *("archive_uri", "bytes", "captured_at", "creator", "id", "kind"),
        *("level", "media_type", "sha256", "tier", "title", "uri"),
    ]
    assert set(by_title[None]) == {"id", "kind", "commitment"}
    first, second, _, fourth = (s["citations"] for s in report["statements"][:4])
    assert first == second
    assert first == [
        {
            "source": minutes["id"],
            "question": "so",
            "stance": "supports",
            "detail": None,
            "locator": "p. 3",
            "excerpt": "it rained",
            "accessed": "2024-10-17",
        }
    ]
    assert fourth == [{"source": by_title[None]["id"], "question": "so", "stance": "supports"}]
    text = export(shop.reader, shop.article, "md", TOOL).decode()
    assert "confidential interview" in text
