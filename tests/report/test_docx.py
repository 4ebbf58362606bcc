"""The Word report, read back by the importer of Word files and by a parser of XML."""

import io
import re
import subprocess
import zipfile
from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from factcheck.documents.docx import take
from factcheck.report.document import report_document
from factcheck.report.forms import FORMS
from factcheck.report.sealed import unsigned
from tests.report.full_sample import sealed_report, signed_document
from tests.report.sample import TOOL
from tests.report.test_forms import HOSTILE, hostile_review


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def read_back(content: bytes) -> str:
    return take(content, {}, lambda done, of: None).text


def tree(content: bytes) -> Any:
    return etree.fromstring(parts(content)["word/document.xml"])


def values(content: bytes, tag: str, attribute: str) -> list[str]:
    return [
        str(v)
        for e in tree(content).iter(f"{{*}}{tag}")
        for k, v in e.attrib.items()
        if k.endswith(f"}}{attribute}")
    ]


def test_a_word_report_has_each_statement_answer_and_name_in_the_order_of_an_editor() -> None:
    text = read_back(FORMS["docx"].render(sealed_report()))
    for one in signed_document()["statements"]:
        assert text.count(one["anchor"]["exact"]) >= 2
    titles = (
        "Needs attention",
        "Every statement",
        "The article, with the marks",
        "Sources",
        "What was not",
        "Sign-off",
    )
    places = [text.index(title) for title in titles]
    assert places == sorted(places)
    for words in (
        "accounts differ",
        "confidential interview",
        "Ed Marsh, editor",
        "Print “206”.",
        "Signed off by Nora Lind",
    ):
        assert words in text


def test_the_file_carries_report_and_signatures_in_a_custom_xml_part() -> None:
    sealed = sealed_report()
    root = etree.fromstring(parts(FORMS["docx"].render(sealed))["customXml/item1.xml"])
    carried = {str(file.get("name")): b64decode(file.text or "", validate=True) for file in root}
    assert carried == {
        "report.json": sealed.report,
        "report.json.sig": sealed.signature,
        "countersign-1.json": sealed.countersigns[0].statement,
        "countersign-1.json.sig": sealed.countersigns[0].signature,
    }


def test_the_command_that_is_shown_takes_the_report_out(tmp_path: Path) -> None:
    content = FORMS["docx"].render(sealed_report())
    (tmp_path / "item1.xml").write_bytes(parts(content)["customXml/item1.xml"])
    command = re.search(
        r"unzip -p report.docx customXml/item1.xml (\|.*> report\.json)$", read_back(content), re.MULTILINE
    )
    assert command
    subprocess.run(["sh", "-c", f"cat item1.xml {command[1]}"], cwd=tmp_path, check=True)
    assert (tmp_path / "report.json").read_bytes() == sealed_report().report


def test_statements_and_article_are_linked_both_ways() -> None:
    content = FORMS["docx"].render(sealed_report())
    names, anchors = values(content, "bookmarkStart", "name"), values(content, "hyperlink", "anchor")
    ids = values(content, "bookmarkStart", "id")
    assert len(set(names)) == len(names)
    assert len(set(ids)) == len(ids)
    assert set(anchors) <= set(names)
    for one in signed_document()["statements"]:
        assert {f"s{one['number']}", f"t{one['number']}"} <= set(anchors)


def test_every_part_is_sound_xml_and_every_style_is_there() -> None:
    content = FORMS["docx"].render(sealed_report())
    for name, part in parts(content).items():
        assert etree.fromstring(part) is not None, name
    styles = {
        str(v)
        for s in etree.fromstring(parts(content)["word/styles.xml"])
        for k, v in s.attrib.items()
        if k.endswith("styleId")
    }
    used = {v for tag in ("pStyle", "rStyle", "tblStyle") for v in values(content, tag, "val")}
    assert used <= styles


@pytest.mark.parametrize("words", HOSTILE)
def test_p13_text_from_outside_is_only_text_in_a_word_report(words: str) -> None:
    content = FORMS["docx"].render(unsigned(report_document(hostile_review(words), TOOL)))
    document = parts(content)["word/document.xml"].decode()
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u202e\ufeff]", document)
    relations = parts(content)["word/_rels/document.xml.rels"].decode()
    assert "External" not in relations
    if words.isascii() and words.isprintable():
        assert words in read_back(content)


def test_hebrew_is_set_from_the_right() -> None:
    content = FORMS["docx"].render(
        unsigned(report_document(hostile_review("\u05e9\u05dc\u05d5\u05dd 412"), TOOL))
    )
    assert len(list(tree(content).iter("{*}bidi"))) > 3


def test_what_a_suggested_wording_changes_is_struck_out_or_underlined() -> None:
    runs = list(tree(FORMS["docx"].render(sealed_report())).iter("{*}r"))
    looks = [({one.tag.split("}")[1] for one in run.iterfind("{*}rPr/*")}, run) for run in runs]
    struck = {"".join(run.itertext("{*}t")) for look, run in looks if "strike" in look}
    new = {"".join(run.itertext("{*}t")) for look, run in looks if {"b", "u"} <= look}
    assert (struck, new) == ({"205"}, {"206"})
