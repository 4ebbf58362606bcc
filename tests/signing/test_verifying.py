"""What a check finds: a whole package, and every way of tampering with one that we could think of."""

import base64
import json
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from factcheck.domain.canonical import canonical_bytes
from factcheck.errors import ExitCode, UsageError
from factcheck.report.html_form import render_html
from factcheck.report.sealed import Countersign
from factcheck.signing.namespaces import COUNTERSIGN, PACKAGE, REPORT
from factcheck.signing.package import package_files, sealed_in, sums, zipped
from tests.signing.keys import KEYS, public, signer, stock_signs, trusting
from tests.signing.packed import CHECKER, EDITOR, Desk, countersign, desk, document, sealed

Files = dict[str, bytes]


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """One desk for all tests of this file: none of them changes it."""
    return desk(tmp_path_factory.mktemp("desk"))


def test_a_whole_package_is_valid_as_zip_file_and_as_folder(ours: Desk, tmp_path: Path) -> None:
    outcome = ours.verify(ours.files)
    assert (outcome.code, outcome.reasons) == (ExitCode.OK, ())
    assert outcome.signer
    assert (outcome.signer.principal, outcome.fingerprint) == (CHECKER, public("checker").fingerprint)
    assert [(one.principal, one.decision) for one in outcome.countersigners] == [(EDITOR, "approved")]
    for name, content in ours.files.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / ".DS_Store").write_bytes(b"what a file manager leaves")
    (tmp_path / "allowed_signers").write_bytes(b"what VERIFY.txt tells the recipient to put there")
    assert ours.verify_path(tmp_path).code is ExitCode.OK


def test_a_report_with_its_signature_beside_it_is_enough(ours: Desk, tmp_path: Path) -> None:
    (tmp_path / "ferry.json").write_bytes(ours.files["report.json"])
    assert ours.verify_path(tmp_path / "ferry.json").code is ExitCode.INCOMPLETE
    (tmp_path / "ferry.json.sig").write_bytes(ours.files["report.json.sig"])
    assert ours.verify_path(tmp_path / "ferry.json").code is ExitCode.OK


def test_a_page_alone_is_checked_with_all_that_it_carries(ours: Desk, tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    page.write_bytes(ours.files["report.html"])
    outcome = ours.verify_path(page)
    assert (outcome.code, outcome.form, len(outcome.countersigners)) == (ExitCode.OK, "html", 1)


def test_a_page_of_another_version_is_covered_only_as_far_as_its_payload(ours: Desk, tmp_path: Path) -> None:
    report = document()
    report["tool"]["version"] = "0.0.1"
    page = tmp_path / "report.html"
    page.write_bytes(render_html(sealed(canonical_bytes(report), ours.checker)))
    outcome = ours.verify_path(page)
    assert outcome.code is ExitCode.INCOMPLETE
    assert "Payload checked, pages not covered" in outcome.reasons[0]
    assert ours.verify(ours.pack(report, page=page.read_bytes())).code is ExitCode.OK


@pytest.mark.parametrize("name", ["checker", "ecdsa-256", "ecdsa-384", "ecdsa-521", "rsa-3072"])
def test_what_the_stock_tool_signs_is_valid_with_every_kind_of_key(
    name: str, ours: Desk, tmp_path: Path
) -> None:
    key = tmp_path / name
    key.touch(0o600)
    key.write_bytes((KEYS / name).read_bytes())
    report = canonical_bytes(document(name))
    (tmp_path / "report.json").write_bytes(report)
    (tmp_path / "report.json.sig").write_bytes(stock_signs(report, key, REPORT))
    allowed = trusting(tmp_path, f"{CHECKER} {public(name).line()}")
    outcome = ours.verify_path(tmp_path / "report.json", allowed_signers=allowed)
    assert (outcome.code, outcome.reasons) == (ExitCode.OK, ())


def test_a_package_by_the_stock_tool_alone_is_valid(ours: Desk, tmp_path: Path) -> None:
    key = tmp_path / "checker"
    key.touch(0o600)
    key.write_bytes((KEYS / "checker").read_bytes())
    files = {"report.json": ours.files["report.json"]}
    files["report.json.sig"] = stock_signs(files["report.json"], key, REPORT)
    files["SHA256SUMS"] = sums(files)
    files["SHA256SUMS.sig"] = stock_signs(files["SHA256SUMS"], key, PACKAGE)
    assert ours.verify(files).code is ExitCode.OK


# ------------------------------------------------------------------------------------------ tampering


def edited(report: bytes, change: Callable[[dict[str, Any]], object]) -> bytes:
    value = json.loads(report)
    change(value)
    return canonical_bytes(value)


def with_report(files: Files, content: bytes) -> Files:
    return {**files, "report.json": content}


def in_report(change: Callable[[dict[str, Any]], object]) -> Callable[[Desk], Files]:
    """Somebody changes something in report.json and writes it as it should be written."""
    return lambda d: with_report(d.files, edited(d.files["report.json"], change))


def as_bytes(change: Callable[[bytes], bytes]) -> Callable[[Desk], Files]:
    """Somebody changes report.json in an editor."""
    return lambda d: with_report(d.files, change(d.files["report.json"]))


def signed_anew(change: Callable[[dict[str, Any]], object]) -> Callable[[Desk], Files]:
    """The checker's own key signs something that contradicts itself."""
    return lambda d: d.pack(edited(d.files["report.json"], change))


def without(*names: str) -> Callable[[Desk], Files]:
    return lambda d: {name: content for name, content in d.files.items() if name not in names}


def replaced(name: str, change: Callable[[bytes], bytes]) -> Callable[[Desk], Files]:
    return lambda d: {**d.files, name: change(d.files[name])}


def flipped(content: bytes) -> bytes:
    """A signature with one bit of its last bytes turned over."""
    lines = content.decode().splitlines()
    blob = bytearray(base64.b64decode("".join(lines[1:-1])))
    blob[-3] ^= 1
    return "\n".join([lines[0], base64.b64encode(blob).decode(), lines[-1], ""]).encode()


def stranger(d: Desk) -> Files:
    """Somebody else signs all of it, names the own key in it, and brings an own list of trusted signers."""
    strange = signer("stranger", d.folder)
    report = edited(d.files["report.json"], lambda r: r["people"][0].update(key=strange.public.fingerprint))
    return package_files(sealed(report, strange), None, {}, strange)


def nobody(d: Desk) -> Files:
    """The checker's signature under a report that nobody signs off."""
    report = edited(d.files["report.json"], lambda r: r.update(signoff=None))
    files = {"report.json": report, "report.json.sig": d.checker.sign(report, REPORT)}
    listed = sums(files)
    return {**files, "SHA256SUMS": listed, "SHA256SUMS.sig": d.checker.sign(listed, PACKAGE)}


def weak(d: Desk) -> Files:
    """Signed with an RSA key that is too short."""
    key = d.folder / "weak"
    key.touch(0o600)
    key.write_bytes((KEYS / "rsa-1024").read_bytes())
    return {**d.files, "report.json.sig": stock_signs(d.files["report.json"], key, REPORT)}


def with_countersigned(change: Callable[[Desk, Countersign], Countersign]) -> Callable[[Desk], Files]:
    def tamper(d: Desk) -> Files:
        one = change(d, sealed_in(d.files).countersigns[0])
        return {**d.files, "countersign-1.json": one.statement, "countersign-1.json.sig": one.signature}

    return tamper


def of_another_report(d: Desk, _: Countersign) -> Countersign:
    other = edited(d.files["report.json"], lambda r: r.update(nonce="11" * 32))
    return countersign(sealed(other, d.checker), d.editor)


def resigned(d: Desk, one: Countersign, **change: Any) -> Countersign:
    statement = edited(one.statement, lambda s: s.update(change))
    return Countersign(statement, d.editor.sign(statement, COUNTERSIGN))


def page_of(d: Desk, change: Callable[[bytes], bytes]) -> Files:
    """The page is changed, and the packer signs the new sums."""
    return d.pack(d.files["report.json"], page=change(render_html(sealed(d.files["report.json"], d.checker))))


def first(report: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = report["statements"][0]
    return found


BAD, TRUST, CONTRA = ExitCode.BAD_SIGNATURE, ExitCode.NOT_TRUSTED, ExitCode.CONTRADICTS
FORM, GONE, NEWER = ExitCode.MALFORMED, ExitCode.INCOMPLETE, ExitCode.NEWER_FORMAT
TAMPERING: dict[str, tuple[Callable[[Desk], Files], ExitCode]] = {
    "a verdict": (in_report(lambda r: first(r)["so"].update(verdict="confirmed", basis=None)), BAD),
    "a time": (in_report(lambda r: r["signoff"].update(at="2024-03-08T16:00:00.000Z")), BAD),
    "a note": (in_report(lambda r: first(r).update(public_note="All is well.")), BAD),
    "the text": (
        in_report(lambda r: r["article"].update(text=r["article"]["text"].replace("412", "142"))),
        BAD,
    ),
    "an anchor": (in_report(lambda r: first(r)["anchor"].update(start=0)), BAD),
    "the signer's name": (in_report(lambda r: r["people"][0].update(name="Someone Else")), BAD),
    "a statement left out": (in_report(lambda r: r["statements"].pop()), BAD),
    "reformatted JSON": (as_bytes(lambda b: json.dumps(json.loads(b), indent=1).encode()), FORM),
    "keys in another order": (
        as_bytes(
            lambda b: json.dumps(
                dict(reversed(json.loads(b).items())), ensure_ascii=False, separators=(",", ":")
            ).encode()
        ),
        FORM,
    ),
    "a newline at the end": (as_bytes(lambda b: b + b"\n"), FORM),
    "a byte order mark": (as_bytes(lambda b: b"\xef\xbb\xbf" + b), FORM),
    "a key twice": (as_bytes(lambda b: b.replace(b'"version":1}', b'"version":1,"version":1}')), FORM),
    "a float": (as_bytes(lambda b: b.replace(b'"revision":1', b'"revision":1.0')), FORM),
    "NaN": (as_bytes(lambda b: b.replace(b'"revision":1', b'"revision":NaN')), FORM),
    "a huge number": (as_bytes(lambda b: b.replace(b'"revision":1', b'"revision":1' + b"0" * 5000)), FORM),
    "deep nesting": (as_bytes(lambda b: b"[" * 100_000 + b"]" * 100_000), FORM),
    "an escape where none is needed": (as_bytes(lambda b: b.replace(b"ferry", b"f\\u0065rry", 1)), FORM),
    "cut off": (as_bytes(lambda b: b[:-100]), FORM),
    "nothing": (as_bytes(lambda b: b""), FORM),
    "another program's JSON": (as_bytes(lambda b: b'{"format":"other","version":1}'), FORM),
    "a field that is missing": (signed_anew(lambda r: r["article"].pop("text_chars")), FORM),
    "a newer version": (signed_anew(lambda r: r.update(version=2)), NEWER),
    "no signature": (without("report.json.sig"), GONE),
    "no report": (without("report.json"), GONE),
    "a bit of the signature": (replaced("report.json.sig", flipped), BAD),
    "an empty signature": (replaced("report.json.sig", lambda b: b""), FORM),
    "a signature that is something else": (replaced("report.json.sig", lambda b: b"hello"), FORM),
    "another namespace": (
        lambda d: {**d.files, "report.json.sig": d.checker.sign(d.files["report.json"], "file")},
        BAD,
    ),
    "a countersign's namespace": (
        lambda d: {**d.files, "report.json.sig": d.checker.sign(d.files["report.json"], COUNTERSIGN)},
        BAD,
    ),
    "signed by another key than the one named": (
        lambda d: {**d.files, "report.json.sig": d.editor.sign(d.files["report.json"], REPORT)},
        CONTRA,
    ),
    "a short RSA key": (weak, NEWER),
    "a stranger's package, whole in itself": (stranger, TRUST),
    "nobody signs off": (nobody, CONTRA),
    "text of another hash": (signed_anew(lambda r: r["article"].update(text_sha256="0" * 64)), CONTRA),
    "text of another length": (signed_anew(lambda r: r["article"].update(text_chars=1)), CONTRA),
    "a statement at another place": (signed_anew(lambda r: first(r)["anchor"].update(end=30)), CONTRA),
    "another prefix": (signed_anew(lambda r: first(r)["anchor"].update(prefix="x")), CONTRA),
    "text in no statement": (signed_anew(lambda r: r["not_checked"].pop()), CONTRA),
    "a wrong count": (signed_anew(lambda r: r["summary"].update(verdicts=99)), CONTRA),
    "a verdict that there is not": (signed_anew(lambda r: first(r)["so"].update(verdict="true")), CONTRA),
    "a link to nowhere": (
        signed_anew(lambda r: first(r)["links"].append({"type": "denies", "to": "x", "settled": True})),
        CONTRA,
    ),
    "a source that is not there": (
        signed_anew(
            lambda r: first(r)["citations"].append({"source": "x", "question": "so", "stance": "supports"})
        ),
        CONTRA,
    ),
    "an answer by nobody": (signed_anew(lambda r: first(r)["so"].update(by="Nobody")), CONTRA),
    "two statements of one id": (
        signed_anew(lambda r: first(r).update(id=r["statements"][1]["id"])),
        CONTRA,
    ),
    "a countersign's decision": (
        with_countersigned(
            lambda d, c: replace(c, statement=c.statement.replace(b'"approved"', b'"rejected"'))
        ),
        BAD,
    ),
    "a countersign of another report": (with_countersigned(of_another_report), CONTRA),
    "a countersign by the checker": (
        with_countersigned(lambda d, c: countersign(replace(sealed_in(d.files), countersigns=()), d.checker)),
        CONTRA,
    ),
    "a countersign that names another key": (
        with_countersigned(lambda d, c: countersign(sealed_in(d.files), d.editor, key="SHA256:x")),
        CONTRA,
    ),
    "a countersign by a stranger": (
        with_countersigned(lambda d, c: countersign(sealed_in(d.files), signer("stranger", d.folder))),
        TRUST,
    ),
    "a countersign for a report": (
        with_countersigned(lambda d, c: replace(c, signature=d.editor.sign(c.statement, REPORT))),
        BAD,
    ),
    "a countersign with a newline": (
        with_countersigned(lambda d, c: replace(c, statement=c.statement + b"\n")),
        FORM,
    ),
    "a countersign without words": (with_countersigned(lambda d, c: resigned(d, c, decision="fine")), FORM),
    "a newer countersign": (with_countersigned(lambda d, c: resigned(d, c, version=2)), NEWER),
    "a countersign without its signature": (without("countersign-1.json.sig"), GONE),
    "only a countersign's signature": (without("countersign-1.json"), GONE),
    "the article's text": (replaced("article.txt", lambda b: b.replace(b"412", b"142")), CONTRA),
    "the page in the package": (replaced("report.html", lambda b: b.replace(b"412", b"142")), CONTRA),
    "a page packed after it was altered": (
        lambda d: page_of(d, lambda b: b.replace(b"Disputed", b"Confirmed", 1)),
        CONTRA,
    ),
    "a page of another report": (
        lambda d: d.pack(
            edited(d.files["report.json"], lambda r: r.update(nonce="11" * 32)), page=d.files["report.html"]
        ),
        CONTRA,
    ),
    "no sums": (without("SHA256SUMS"), GONE),
    "no signature of the sums": (without("SHA256SUMS.sig"), GONE),
    "sums packed by a stranger": (
        lambda d: d.pack(d.files["report.json"], packer=signer("stranger", d.folder)),
        CONTRA,
    ),
    "sums that are none": (replaced("SHA256SUMS", lambda b: b + b"0"), FORM),
    "a changed sum": (replaced("SHA256SUMS", lambda b: b.replace(b"0", b"1", 1)), BAD),
    "a file that is missing": (without("VERIFY.txt"), GONE),
    "a file that nobody packed": (lambda d: {**d.files, "note.txt": b"All is well."}, CONTRA),
}


@pytest.mark.parametrize("kind", TAMPERING)
def test_tampering_is_found_and_ends_with_its_code(kind: str, ours: Desk) -> None:
    tamper, code = TAMPERING[kind]
    files = tamper(ours)
    assert files != ours.files
    outcome = ours.verify(files)
    assert outcome.code is code, outcome.findings
    assert outcome.reasons


PAGES: dict[str, tuple[Callable[[bytes], bytes], ExitCode]] = {
    "words": (lambda b: b.replace(b"412", b"142", 1), CONTRA),
    "a comment": (lambda b: b + b"<!-- -->", CONTRA),
    "no payload": (lambda b: b.replace(b'id="factcheck-report"', b'id="other"'), GONE),
    "no signature": (lambda b: b.replace(b'id="factcheck-signature"', b'id="other"'), GONE),
    "two payloads": (
        lambda b: b + b'<script type="application/json+base64" id="factcheck-report">e30=</script>',
        FORM,
    ),
    "damaged payload": (lambda b: b.replace(b'id="factcheck-report">', b'id="factcheck-report">*'), FORM),
    "a part of its own": (
        lambda b: b + b'<script type="application/json+base64" id="factcheck-more">e30=</script>',
        FORM,
    ),
}


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_that_was_altered_is_found(kind: str, ours: Desk, tmp_path: Path) -> None:
    change, code = PAGES[kind]
    page = tmp_path / "page.html"
    page.write_bytes(change(ours.files["report.html"]))
    assert ours.verify_path(page).code is code


# ---------------------------------------------------------------------------------------------- trust


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("* KEY", ExitCode.OK),
        ("*@example.org,!nora* KEY", TRUST),
        ("somebody@example.org KEY", TRUST),
        (f'{CHECKER} namespaces="file,git" KEY', TRUST),
        (f'{CHECKER} namespaces="factcheck-report" KEY', TRUST),  # not for the package
        (f'{CHECKER} valid-before="20240101Z" KEY', TRUST),
        (f'{CHECKER} valid-after="20250101Z" KEY', TRUST),
        (f'{CHECKER} valid-after="20240101",valid-before="20250101" KEY', ExitCode.OK),
        (f"{CHECKER} cert-authority KEY", TRUST),
    ],
)
def test_trust_is_only_what_the_list_says_for_principal_purpose_and_time(
    line: str, code: ExitCode, ours: Desk, tmp_path: Path
) -> None:
    allowed = trusting(
        tmp_path,
        line.replace("KEY", public("checker").line()),
        f"{EDITOR} {public('editor').line()}",
    )
    outcome = ours.verify(ours.files, allowed_signers=allowed)
    assert outcome.code is code, outcome.findings


def test_without_a_list_nothing_is_trusted_not_even_the_packages_own_example(ours: Desk) -> None:
    outcome = ours.verify(ours.files, allowed_signers=None)
    assert (outcome.code, outcome.trust_file) == (TRUST, None)


def test_an_editors_key_that_expired_ends_with_its_code(ours: Desk) -> None:
    assert ours.verify(ours.files, now=datetime(2031, 1, 1, tzinfo=UTC)).code is TRUST


@pytest.mark.parametrize("listed", [public("checker").line(), public("checker").fingerprint])
def test_a_revoked_key_is_not_trusted(listed: str, ours: Desk, tmp_path: Path) -> None:
    revoked = tmp_path / "revoked"
    revoked.write_text(f"# lost on the ferry\n{listed}\n")
    assert ours.verify(ours.files, revoked=revoked).code is TRUST


@pytest.mark.parametrize(
    "line", ["ann@example.org", "ann@example.org shiny KEY", "ann x=1 KEY", '"ann KEY', "a ssh-rsa AAAA"]
)
def test_a_list_that_cannot_be_read_is_said_with_its_line(line: str, ours: Desk, tmp_path: Path) -> None:
    allowed = trusting(tmp_path, "# first", line.replace("KEY", public("checker").line()))
    with pytest.raises(UsageError, match="Line 2"):
        ours.verify(ours.files, allowed_signers=allowed)


# ------------------------------------------------------------------------------------------- evidence


@pytest.mark.parametrize(
    ("content", "code"), [(b"minutes", ExitCode.OK), (b"minutez", ExitCode.EVIDENCE_CHANGED)]
)
def test_evidence_is_compared_with_the_hashes_in_the_report(
    content: bytes, code: ExitCode, ours: Desk, tmp_path: Path
) -> None:
    from hashlib import sha256

    report = document()
    source = {"id": "s1", "kind": "document", "title": "Minutes", "bytes": 7}
    report["sources"].append({**source, "sha256": sha256(b"minutes").hexdigest()})
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "scan.pdf").write_bytes(content)
    assert ours.verify(ours.pack(report), evidence=tmp_path).code is code


# ------------------------------------------------------------------------------------------ zip files


def zip_of(*members: tuple[str | zipfile.ZipInfo, bytes]) -> bytes:
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, inner in members:
            archive.writestr(name, inner)
    return content.getvalue()


def link() -> zipfile.ZipInfo:
    info = zipfile.ZipInfo("report.json")
    info.create_system, info.external_attr = 3, 0o120777 << 16
    return info


HOSTILE = {
    "not a zip file": b"PK\x03\x04 and then nothing of it",
    "a bomb": zip_of(("report.json", bytes(8 << 20))),
    "a way out": zip_of(("../report.json", b"{}")),
    "a way to the root": zip_of(("/report.json", b"{}")),
    "a way on another system": zip_of(("a\\..\\report.json", b"{}")),
    "a link": zip_of((link(), b"/etc/passwd")),
    "two of one name": zip_of(("report.json", b"{}"), ("Report.json", b"{}")),
    "two folders": zip_of(("a/report.json", b"{}"), ("b/report.json.sig", b"{}")),
    "folders in folders": zip_of(("a/b/report.json", b"{}")),
    "something before it": b"PK\x03\x04" + zip_of(("report.json", b"{}")),
    "something after it": zip_of(("report.json", b"{}")) + b"more",
    "too many files": zip_of(*((f"{n}.txt", b"") for n in range(501))),
    "a cut file": zip_of(("report.json", b"{}" * 1000))[:-40],
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_p12_a_hostile_zip_file_is_refused(kind: str, ours: Desk, tmp_path: Path) -> None:
    path = tmp_path / "package.zip"
    path.write_bytes(HOSTILE[kind])
    outcome = ours.verify_path(path)
    assert (outcome.code, outcome.signer) == (FORM, None), outcome.findings


def test_p12_a_folder_with_a_link_in_it_is_refused(ours: Desk, tmp_path: Path) -> None:
    (tmp_path / "report.json").symlink_to(ours.allowed)
    assert ours.verify_path(tmp_path).code is FORM


def test_packing_the_same_files_gives_the_same_bytes_and_no_file_leaves_the_folder(ours: Desk) -> None:
    assert zipped(ours.files, "a") == zipped(dict(reversed(ours.files.items())), "a")
    with pytest.raises(ValueError, match="called"):
        package_files(sealed_in(ours.files), None, {"../report.html": b""}, ours.checker)


def test_p12_what_is_too_large_is_refused_before_it_is_read(
    ours: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = tmp_path / "report.json"
    report.write_bytes(ours.files["report.json"])
    monkeypatch.setattr("factcheck.signing.verifying.LARGEST_REPORT", 1000)
    assert (ours.verify_path(report).code, ours.verify(ours.files).code) == (FORM, FORM)
    monkeypatch.undo()
    monkeypatch.setattr("factcheck.signing.container.LARGEST_FILE", 1000)
    assert (ours.verify_path(report).code, ours.verify(ours.files).code) == (FORM, FORM)
    monkeypatch.undo()
    monkeypatch.setattr("factcheck.signing.container.LARGEST_WHOLE", 1000)
    for name, content in ours.files.items():
        (tmp_path / name).write_bytes(content)
    assert (ours.verify_path(tmp_path).code, ours.verify(ours.files).code) == (FORM, FORM)


def test_the_first_failure_decides_and_the_others_are_still_told(ours: Desk) -> None:
    files = {**ours.files, "article.txt": b"another text"}
    del files["report.json.sig"]
    outcome = ours.verify(files)
    assert outcome.code is ExitCode.INCOMPLETE
    assert [f.code for f in outcome.findings if f.code][:2] == [ExitCode.INCOMPLETE, CONTRA]
    assert outcome.signer is None


@pytest.mark.parametrize("content", [b"", b"# A report in Markdown", b"\xef\xbb\xbf{}", b"[]", b"\x00" * 100])
def test_a_file_that_carries_no_report_is_said_so(content: bytes, ours: Desk, tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_bytes(content)
    outcome = ours.verify_path(path)
    assert (outcome.code, outcome.report_sha256) == (FORM, None)
    assert "report.md was refused" in outcome.reasons[0]
