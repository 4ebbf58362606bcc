"""Sources as sub-commands and in the line mode: the same use cases, read back from the store."""

import json
from pathlib import Path

import pytest

from factcheck.cli.main import main
from factcheck.cli.source_arguments import KINDS, LEVELS, STANCES, TIERS
from factcheck.domain.source import Level, SourceKind, Stance, Tier
from tests.build import open_shop
from tests.cli.lines import Lines
from tests.conftest import SAMPLE_ARTICLE
from tests.screens.sourced import leave_a_lead

ADD = ("--title", "Minutes [sic]", "--kind", "document", "--tier", "primary", "--level", "confidential")


@pytest.fixture
def slug(factcheck_home: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """An imported article's name."""
    assert main(["import", str(SAMPLE_ARTICLE)]) == 0
    return capsys.readouterr().out.strip()


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(list(arguments)) == 0
    return capsys.readouterr().out


def test_the_words_of_the_command_line_are_those_of_the_domain() -> None:
    for words, members in ((KINDS, SourceKind), (TIERS, Tier), (LEVELS, Level), (STANCES, Stance)):
        assert words == tuple(member.value for member in members)


def test_a_source_is_put_on_file_edited_merged_and_has_a_file_attached(
    slug: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "minutes.txt"
    file.write_text("minutes", encoding="utf-8")
    assert printed(capsys, "source", "add", slug, *ADD) == "source added: source 1\n"
    printed(capsys, "source", "add", slug, *ADD)
    assert printed(capsys, "source", "edit", slug, "1", "--title", "Of May", "--independent", "yes")
    assert (
        printed(capsys, "source", "attach", slug, "1", str(file)) == "evidence attached: 7 bytes: source 1\n"
    )
    assert printed(capsys, "source", "merge", slug, "2", "1").startswith("source merged")
    (listed,) = json.loads(printed(capsys, "source", "list", slug, "--json"))
    assert (listed["title"], listed["is_independent"], listed["used_in"]) == ("Of May", True, [])
    assert [a["name"] for a in listed["attachments"]] == ["minutes.txt"]
    assert "  1  Of May\n" in printed(capsys, "source", "list", slug)
    assert "Nothing is wrong" in (main(["doctor"]), capsys.readouterr().err)[1]


def test_a_statement_is_cited_for_changed_and_cleared_again(
    slug: str, capsys: pytest.CaptureFixture[str]
) -> None:
    printed(capsys, "source", "add", slug, *ADD)
    said = printed(
        capsys, "cite", slug, "1", "1", "--stance", "supports", "--on", "said", "--locator", "p. 3"
    )
    assert said == "source cited for said: supports on 1\n"
    printed(capsys, "cite", slug, "2", "--locator", "p. 4")
    shown = printed(capsys, "show", slug, "2")
    assert "Source 1: Minutes [sic], confidential; p. 4; for so; supports\n" in shown
    printed(capsys, "verdict", slug, "2", "disputed", "--basis", "contradicted_by_evidence")
    assert "Lacking: no source that contradicts it is cited for so\n" in printed(capsys, "show", slug, "2")
    printed(capsys, "cite", slug, "2", "--change", "1", "--stance", "contradicts")
    assert "Lacking" not in printed(capsys, "show", slug, "2")
    told = json.loads(printed(capsys, "uncite", slug, "1", "1", "--json"))
    assert told["statements"][0]["citations"] == []
    printed(capsys, "undo", slug)
    told = json.loads(printed(capsys, "show", slug, "1", "--json"))
    assert [c["locator"] for c in told["statements"][0]["citations"]] == ["p. 3"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("cite", "{}", "1", "7", "--stance", "supports"), "There is no source 7"),
        (("cite", "{}", "1"), "You have cited nothing"),
        (("uncite", "{}", "1", "1"), "There is no citation 1"),
        (("source", "attach", "{}", "1", "none"), "There is no source 1"),
    ],
)
def test_what_there_is_not_is_said(
    slug: str, arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([a.format(slug) for a in arguments]) == 2
    assert said in capsys.readouterr().err


def test_the_line_mode_adds_cites_and_takes_off(tmp_path: Path) -> None:
    lines = Lines(open_shop(tmp_path))
    code, out = lines.run(
        *("e Minutes", "fiction", "document", "primary", "public", "", "Council", "", "supports", "p. 3", ""),
        *("n", ". p. 4", "E", "E 1", "context", "p. 5", "it rained", "show"),
        *("uncite 1", "z", "uncite 7", "e", ""),
    )
    assert code == 0
    first, second = lines.shop.number(1), lines.shop.number(2)
    assert [(c.locator, c.stance) for c in first.citations] == [("p. 3", Stance.SUPPORTS)]
    assert [(c.locator, c.excerpt) for c in second.citations] == [("p. 4", ""), ("p. 5", "it rained")]
    assert "1, Minutes: document, primary, public" in out
    assert "Source 2: Minutes; p. 5; for so; context" in out
    assert "There is no citation 7 here." in out
    assert "Nothing was saved." in out
    assert lines.shop.findings() == []


def test_a_lead_of_the_author_is_used_by_its_number(tmp_path: Path) -> None:
    shop = open_shop(tmp_path)
    assert shop.location.file is not None
    leave_a_lead(shop.location.file, shop.number(1).id)
    lines = Lines(shop)
    source = ("Minutes", "document", "primary", "public", "", "", "", "supports", "p. 3", "")
    _, out = lines.run("show", "lead 2", "lead 1", *source, "show", "lead 1", *source)
    assert "Lead 1: footnote by Ben: Minutes of May" in out
    assert "There is no lead 2 here." in out
    assert "Lead 1, used: footnote by Ben" in out
    assert "There is no such lead, or it was used." in out
    assert len(shop.number(1).citations) == 1
    assert shop.findings() == []
