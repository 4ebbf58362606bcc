"""Line by line the end of a review: what stands against the sign-off, what is let stand, the signature, the reports."""

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.domain.signoff import SignedState
from factcheck.signing.making import make_key
from tests.cli.lines import Lines, open_lines

BY_EVE = ("Eve Editor", "a [re]print")


@pytest.fixture
def short(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Lines]:
    """Two statements, in a folder of their own, for somebody who has no key yet."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)
    monkeypatch.chdir(tmp_path)
    opened = open_lines(tmp_path / "shop", "The bridge cost 40,000 crowns.\n\nWork on it has slowed.\n")
    yield opened
    opened.close()


def test_what_shuts_the_gate_is_read_by_name_and_let_stand_for_one_or_for_all_and_undone(
    short: Lines,
) -> None:
    told = short("O")
    assert "untouched: nothing was checked (2)\n1: nobody has checked it" in told
    assert "2 stand against the sign-off; the article is not signed." in told
    told = short("stet 2", *BY_EVE)
    assert "2, nothing was checked: nobody has checked it" in told
    assert "let stand: nothing was checked (statement 2). Saved." in told
    assert "[let stand by Eve Editor: a [re]print (recorded by ann)]" in short("gate")
    assert "only passed by name and with a reason" in short("stet 1", "", "")
    assert "one name" in short("stet all", *BY_EVE)
    assert "Nothing is called late." in short("stet 1 late", *BY_EVE)
    assert "nothing of that kind on statement 7" in short("stet 7", *BY_EVE)
    assert "Saved" in short("stet all nothing was checked", *BY_EVE)
    assert "Nothing stands against the sign-off" in short("gate")
    assert "Saved" in short("unstet 1 untouched")
    assert "1 stand against" in short("gate")
    short("z")
    assert "Nothing stands against the sign-off" in short("gate")
    assert short.shop.findings() == []


def test_a_report_is_signed_after_a_yes_with_a_passphrase_that_no_line_carries(
    short: Lines, tmp_path: Path
) -> None:
    assert "Not ready to be signed" in short("sign")
    short("stet all untouched", *BY_EVE)
    assert "no SSH key" in short("sign")
    make_key(tmp_path / ".ssh" / "id_ed25519", "ann@example.org", "very secret")
    make_key(tmp_path / ".ssh" / "id_ecdsa", "other@example.org", "")
    asked: list[str] = []

    def passphrase() -> str:
        asked.append("once")
        return "very secret"

    short.review.passphrase = passphrase
    assert "did not say yes" in short("sign", "1", "Ann", "ann@example.org", "no")
    assert "There is no key 3." in short("sign", "3")
    assert asked == []
    told = short("sign", "1", "Ann", "ann@example.org", "yes")
    assert "leaves this machine: the text" in told
    assert "signed off, revision 1. Saved." in told
    assert asked == ["once"]
    with zipfile.ZipFile(tmp_path / f"{short.shop.article.slug}.factcheck.zip") as package:
        assert f"{short.shop.article.slug}/report.json.sig" in package.namelist()
    assert short.session.signing.state() is SignedState.SIGNED
    assert "the article is signed." in short("gate")


def test_the_redacted_report_of_what_is_signed_is_heard_and_signed_line_by_line(
    short: Lines, tmp_path: Path
) -> None:
    make_key(tmp_path / ".ssh" / "id_ed25519", "ann@example.org", "")
    short("stet all untouched", *BY_EVE)
    assert "not signed as it stands" in short("sign-redacted")
    short("sign", "Ann", "ann@example.org", "yes")
    package = tmp_path / f"{short.shop.article.slug}-redacted.factcheck.zip"
    assert "did not say yes" in short("sign-redacted", "no")
    assert not package.exists()
    told = short("sign-redacted", "yes")
    assert "left out: 0 internal sources, 0 excerpts, 0 queries" in told
    assert "The redacted report’s SHA-256 is" in told
    with zipfile.ZipFile(package) as packed:
        report = json.loads(packed.read(f"{short.shop.article.slug}-redacted/report.json"))
        assert f"{short.shop.article.slug}-redacted/report.json.sig" in packed.namelist()
    assert report["redaction"]["left_out"]["queries"] == 0


def test_a_report_is_written_in_a_form_where_it_is_wanted(short: Lines, tmp_path: Path) -> None:
    assert "Forms: json, html, md" in short("P")
    assert "There is no report form word here." in short("report word")
    assert "unsigned" not in short("report json")
    assert json.loads((tmp_path / f"{short.shop.article.slug}.json").read_bytes())["signoff"] is None
    assert "The article is not signed." in short(f"report md {tmp_path / 'a b.md'}")
    assert (tmp_path / "a b.md").read_text().startswith("#")
    assert "--output" in short("report md /nowhere/at/all.md")


def test_a_report_is_made_how_it_is_wished_and_what_does_not_go_together_is_refused(
    short: Lines, tmp_path: Path
) -> None:
    slug = short.shop.article.slug
    assert "A redacted, unsigned copy." in short("report json redacted")
    assert json.loads((tmp_path / f"{slug}-redacted.json").read_bytes())["redaction"]["left_out"]
    assert f"{slug}-checked.docx" in short("report author-docx checked")
    assert f"{slug}-changes.md" in short("report md checked")
    assert "There is no checked copy as json" in short("report json checked")
    short(f"report csv raw {tmp_path / 'raw table.csv'}")
    assert not (tmp_path / "raw table.csv").read_text().startswith("\ufeff")
    assert "raw is for csv only" in short("report md raw")
    assert "either every or checked" in short("report author-docx every checked")
    assert "none is named" in short("report claimreview numbers")
    assert f"{slug}-claimreview.json" in short("report claimreview https://example.org numbers")
    assert json.loads((tmp_path / f"{slug}-claimreview.json").read_bytes()) is not None


def test_an_editor_countersigns_by_lines_and_takes_over_and_a_sign_off_is_withdrawn(
    short: Lines, tmp_path: Path
) -> None:
    make_key(tmp_path / ".ssh" / "id_ed25519", "ann@example.org", "")
    make_key(tmp_path / ".ssh" / "id_ecdsa", "eve@example.org", "")
    assert "not signed yet" in short("countersign")
    short("stet all untouched", *BY_EVE)
    short("sign", "1", "Ann", "ann@example.org", "yes")
    package = tmp_path / f"{short.shop.article.slug}.factcheck.zip"
    alone = package.read_bytes()
    assert "Nobody has countersigned" in short(f"take-over {package}")
    eve = ("approved-with-changes", "fine", "Eve", "eve@example.org", str(package))
    assert "another key than the checker" in short("countersign", "1", *eve, "yes")
    assert "did not say yes" in short("countersign", "2", *eve, "")
    assert "the article is signed." in short("gate")
    told = short("countersign", "2", *eve, "yes")
    assert "let stand in the name of Eve Editor (2): a [re]print" in told
    assert "countersigned by Eve: approved-with-changes. Saved." in told
    assert "signed, countersigned by Eve with changes" in short("gate")
    countersigned = package.read_bytes()
    assert countersigned != alone
    assert "is known already" in short(f"take-over {package}", "yes")
    assert "undo does not reach behind a signature" in short("undo")
    assert "unsign wants WHY." in short("unsign")
    assert "sign-off withdrawn, revision 1. Saved." in short("unsign a wrong name")
    assert "the article is signed, withdrawn by ann" in short("gate")
    assert short.shop.findings() == []
