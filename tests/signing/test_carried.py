"""A report that is carried in a Word file or a PDF is found there, and checked as far as that goes."""

import ctypes
import zipfile
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest

from factcheck.errors import ExitCode
from factcheck.report.carried import carried_files
from factcheck.report.docx_form import render_docx
from factcheck.signing import carried
from factcheck.signing.container import RefusedError
from factcheck.signing.package import package_files, sealed_in
from tests.signing.packed import Desk, desk, document, sealed


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return desk(tmp_path_factory.mktemp("desk"))


def a_pdf(files: dict[str, bytes]) -> bytes:
    """An empty page with files attached to it."""
    pdf = pypdfium2.PdfDocument.new()
    pdf.new_page(200, 200).close()
    for name, content in files.items():
        pdf.new_attachment(name).set_data((ctypes.c_ubyte * len(content)).from_buffer_copy(content))
    target = BytesIO()
    pdf.save(target)
    pdf.close()
    return target.getvalue()


def remade(docx: bytes, old: bytes, new: bytes) -> bytes:
    """The Word file with something else in its parts."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(docx)) as source, zipfile.ZipFile(target, "w") as archive:
        for info in source.infolist():
            archive.writestr(info.filename, source.read(info).replace(old, new))
    return target.getvalue()


def test_a_word_file_gives_back_to_the_byte_what_it_carries(ours: Desk) -> None:
    one = sealed_in(ours.files)
    assert carried.in_docx(render_docx(one)) == dict(carried_files(one))


def test_a_pdf_gives_back_to_the_byte_what_is_attached_to_it_and_nothing_else(ours: Desk) -> None:
    files = dict(carried_files(sealed_in(ours.files)))
    assert carried.in_pdf(a_pdf({**files, "notes.txt": b"of something else"})) == files


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_alone_its_payload_is_checked_and_its_pages_are_not_covered(
    form: str, ours: Desk, tmp_path: Path
) -> None:
    one = sealed_in(ours.files)
    content = render_docx(one) if form == "docx" else a_pdf(dict(carried_files(one)))
    path = tmp_path / "report"
    path.write_bytes(content)
    outcome = ours.verify_path(path)
    assert (outcome.code, outcome.form) == (ExitCode.INCOMPLETE, form)
    assert [reason for reason in outcome.reasons if "Payload checked, pages not covered" not in reason] == []
    assert outcome.signer
    path.write_bytes(render_docx(sealed(one.report, ours.editor)))
    assert ours.verify_path(path).code is ExitCode.CONTRADICTS


def test_in_a_package_all_renderings_carry_the_same_report(ours: Desk) -> None:
    one = sealed_in(ours.files)
    renderings = {"report.docx": render_docx(one), "report.pdf": a_pdf(dict(carried_files(one)))}
    assert ours.verify(package_files(one, None, renderings, ours.checker)).code is ExitCode.OK
    other = sealed(ours.pack({**document(), "nonce": "11" * 32})["report.json"], ours.checker)
    for name, content in (
        ("report.docx", render_docx(other)),
        ("report.pdf", a_pdf(dict(carried_files(other)))),
        ("report.docx", remade(render_docx(one), b'name="report.json"', b'name="other.json"')),
        ("report.pdf", a_pdf({})),
    ):
        files = package_files(one, None, {name: content}, ours.checker)
        assert ours.verify(files).code is ExitCode.CONTRADICTS


def test_a_word_file_that_was_edited_in_a_package_is_found(ours: Desk) -> None:
    one = sealed_in(ours.files)
    files = package_files(one, None, {"report.docx": render_docx(one)}, ours.checker)
    files["report.docx"] = remade(files["report.docx"], b"412", b"142")
    assert ours.verify(files).code is ExitCode.CONTRADICTS


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"<carried ", b"<!DOCTYPE carried><carried "),
        (b"</carried>", b"<carried>"),
        (b'name="report.json">', b'name="report.json">*'),
    ],
)
def test_p12_custom_xml_that_is_damaged_or_defines_something_is_refused(
    old: bytes, new: bytes, ours: Desk
) -> None:
    with pytest.raises(RefusedError):
        carried.in_docx(remade(render_docx(sealed_in(ours.files)), old, new))


def test_p12_no_damage_to_its_directory_makes_the_reading_of_a_word_file_fall_over(ours: Desk) -> None:
    one = sealed_in(ours.files)
    whole, files = render_docx(one), dict(carried_files(one))
    refused = 0
    for at in range(len(whole) - 400, len(whole), 3):
        damaged = bytearray(whole)
        damaged[at] ^= 0x84
        try:
            found = carried.in_docx(bytes(damaged))
        except RefusedError:
            refused += 1
        else:
            assert found in (files, {})
    assert refused > 10


def test_p12_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(RefusedError):
        carried.in_pdf(b"%PDF-1.7 and then nothing of it")


def test_a_spreadsheet_carries_too_little_to_be_checked(ours: Desk, tmp_path: Path) -> None:
    path = tmp_path / "report.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "")
    assert ours.verify_path(path).code is ExitCode.INCOMPLETE
