"""A signed report in HTML and Markdown: who stands behind it, what came before, and how anyone checks it."""

import re
import subprocess
from base64 import b64decode
from html import unescape
from pathlib import Path

import pytest
from msgspec.structs import replace

from factcheck.domain.canonical import canonical_bytes
from factcheck.report.forms import FORMS
from factcheck.report.sealed import Sealed, unsigned
from factcheck.report.signed import check_command
from tests.report.full_sample import full_document, sealed_report, signed_document
from tests.report.pages import read_page

PAGES = ("html", "md")


def shown(name: str, sealed: Sealed) -> str:
    made = FORMS[name].render(sealed)
    return read_page(made).text if name == "html" else re.sub(r"\\(?=\W)", "", made.decode())


@pytest.mark.parametrize("name", PAGES)
def test_a_signed_report_says_who_signed_who_countersigned_and_what_it_replaces(name: str) -> None:
    text = shown(name, sealed_report())
    for words in (
        "Nora Lind, checker",
        "I went over each statement of this draft",
        "nora@paper.example",
        "Ed Marsh, editor",
        "approved with changes",
        "Print “206”.",
        f"replaces the signed one whose report.json has the SHA-256 {'e7' * 32}",
        "no evidence for ← 7 (open)",
        "confidential interview",
    ):
        assert words in text, words
    assert not re.search(r"\bverified\b|Unsigned", text)


@pytest.mark.parametrize("name", PAGES)
def test_what_an_editor_passed_is_only_recorded_until_that_editor_countersigns(name: str) -> None:
    words = "open query (1): the author is at sea"
    said = "recorded for Ed Marsh by Nora Lind, not countersigned"
    for sealed in (replace(sealed_report(), countersigns=()), sealed_report(by="Somebody Else")):
        assert words in shown(name, sealed)
        assert said in shown(name, sealed)
    assert words in shown(name, sealed_report())
    assert said not in shown(name, sealed_report())


@pytest.mark.parametrize("name", PAGES)
def test_a_rejecting_countersign_stands_behind_nothing(name: str) -> None:
    sealed = sealed_report()
    rejecting = sealed.countersigns[0].statement.replace(b"approved-with-changes", b"rejected")
    sealed = replace(sealed, countersigns=(replace(sealed.countersigns[0], statement=rejecting),))
    assert "not countersigned" in shown(name, sealed)


@pytest.mark.parametrize("name", PAGES)
def test_p14_a_working_copy_after_a_signature_says_that_the_signed_version_is_superseded(name: str) -> None:
    document = full_document() | {"supersedes": "ab" * 32}
    text = shown(name, unsigned(document))
    assert f"Its report.json has the SHA-256 {'ab' * 32}" in text
    assert text.index("Signed version superseded") < text.index("Needs attention")


@pytest.mark.parametrize("name", PAGES)
def test_a_redacted_report_says_what_was_left_out(name: str) -> None:
    document = full_document() | {"redaction": {"of": "cd" * 32, "left_out": {"excerpts": 3, "queries": 2}}}
    assert "Left out: excerpts: 3, queries: 2." in shown(name, unsigned(document))


@pytest.mark.parametrize("name", PAGES)
def test_a_signed_document_without_its_signature_does_not_pass_for_a_signed_report(name: str) -> None:
    text = shown(name, unsigned(signed_document()))
    assert "Not signed yet" in text
    assert "No signature is with this copy." in text


def test_the_stock_tools_take_report_and_signature_out_of_the_page(tmp_path: Path) -> None:
    sealed = sealed_report()
    made = FORMS["html"].render(sealed)
    (tmp_path / "report.html").write_bytes(made)
    blocks = [unescape(found) for found in re.findall(r"<pre[^>]*>(sed .*?)</pre>", made.decode(), re.DOTALL)]
    *commands, check = blocks[0].splitlines()
    for command in commands:
        subprocess.run(["sh", "-c", command], cwd=tmp_path, check=True)
    assert (tmp_path / "report.json").read_bytes() == sealed.report
    assert (tmp_path / "report.json.sig").read_bytes() == sealed.signature
    assert check.startswith(
        "ssh-keygen -Y verify -f allowed_signers -I nora@paper.example -n factcheck-report"
    )


def test_a_principal_cannot_add_to_the_command_that_is_shown() -> None:
    document = signed_document()
    document["people"][0]["principal"] = "x; rm -rf ~ '\n"
    assert """-I 'x; rm -rf ~ '"'"'\n' -n""" in check_command(document)


def test_sources_and_the_statements_that_cite_them_are_linked_both_ways() -> None:
    made = FORMS["html"].render(sealed_report()).decode()
    row = re.search(r'<tr id="source1">.*?</tr>', made)
    assert row
    assert 'href="#s4"' in row[0]
    assert 'href="#s5"' in row[0]
    assert made.count('href="#source1"') >= 2


def test_what_a_suggestion_changes_is_marked_as_deleted_and_inserted() -> None:
    made = FORMS["html"].render(sealed_report()).decode()
    assert "<del>205</del>" in made
    assert "<ins>206</ins>" in made


def test_a_page_is_the_same_when_it_is_made_again_from_what_it_carries() -> None:
    made = FORMS["html"].render(sealed_report())
    carried = {i: b64decode(b) for i, b in re.findall(rb'id="(factcheck-[\w-]+)">([^<]*)<', made)}
    assert carried[b"factcheck-report"] == canonical_bytes(signed_document())
    again = replace(
        sealed_report(), report=carried[b"factcheck-report"], signature=carried[b"factcheck-signature"]
    )
    assert FORMS["html"].render(again) == made
