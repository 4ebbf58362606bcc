"""The gate, stet, signing and countersigning from the shell, with a key of OpenSSH's own kind."""

import hashlib
import json
import os
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from factcheck.signing.making import make_key
from tests.cli.conftest import Run

TEXT = "Mayor Ada Quill said the bridge cost 40,000 crowns.\n\nWork on the bridge has slowed.\n"


@pytest.fixture
def short(run: Run, tmp_path: Path) -> str:
    """A very short article, imported."""
    file = tmp_path / "bridge.txt"
    file.write_text(TEXT)
    code, out, _ = run("import", str(file))
    assert code == 0
    return out.strip()


@pytest.fixture
def keys(tmp_path: Path) -> dict[str, str]:
    """A checker's key and an editor's."""
    paths = {name: tmp_path / f"key-{name}" for name in ("ann", "eve")}
    for name, path in paths.items():
        make_key(path, f"{name}@example.org", "")
    return {name: str(path) for name, path in paths.items()}


def by(name: str, keys: dict[str, str]) -> list[str]:
    return ["--key", keys[name], "--name", name.title(), "--email", f"{name}@example.org", "--yes"]


def let_stand(run: Run, slug: str, blocker: str = "untouched") -> None:
    assert run("stet", slug, blocker, "--by", "Eve", "--reason", "a reprint")[0] == 0


def test_a_shut_gate_ends_with_7_and_names_each_blocker(run: Run, short: str, keys: dict[str, str]) -> None:
    code, out, err = run("sign", short, *by("ann", keys))
    assert code == 7
    assert "untouched: nothing was checked (2)" in out
    assert "  1: nobody has checked it" in out
    assert "Not ready to be signed" in err
    code, out, _ = run("sign", short, "--dry-run", "--json")
    form: dict[str, Any] = json.loads(out)
    assert (code, form["open"]) == (7, False)
    assert {(b["blocker"], b["number"], b["let_stand"]) for b in form["blockers"]} == {
        ("untouched", 1, None),
        ("untouched", 2, None),
    }


def test_a_blocker_is_let_stand_on_one_statement_or_on_all_and_taken_back(run: Run, short: str) -> None:
    code, out, _ = run("stet", short, "untouched", "2", "--by", "Eve", "--reason", "a reprint")
    assert (code, out) == (0, "let stand: nothing was checked (statement 2) on 2\n")
    code, out, _ = run("sign", short, "--dry-run")
    assert code == 7
    assert "  2: nobody has checked it  [let stand by Eve: a reprint (recorded by " in out
    told = run("show", short, "2")[1]
    assert re.search(r"Let stand by Eve \(recorded by [^)]+\): nothing was checked; a reprint", told)
    assert run("show", short, "1", "--json")[1].count("a reprint") == 0
    let_stand(run, short)
    code, _, err = run("sign", short, "--dry-run")
    assert code == 0
    assert "let stand by Eve: nothing was checked (2 statements: 1, 2): a reprint" in err
    assert "leaves this machine: the text" in err
    assert run("unstet", short, "untouched", "1")[0] == 0
    assert run("sign", short, "--dry-run")[0] == 7
    assert run("stet", short, "query_open", "--by", "Eve", "--reason", "x")[0] == 2


def test_what_was_let_stand_says_so_at_its_statement_until_what_it_was_given_for_changes(
    run: Run, short: str
) -> None:
    let_stand(run, short)
    shown = json.loads(run("show", short, "1", "--json")[1])["statements"][0]["let_stand"]
    assert [(o["blocker"], o["by"], o["reason"], o["counts"]) for o in shown] == [
        ("untouched", "Eve", "a reprint", True)
    ]
    assert run("verdict", short, "1", "confirmed", "--on", "so")[0] == 0
    [later] = json.loads(run("show", short, "1", "--json")[1])["statements"][0]["let_stand"]
    assert not later["counts"]
    told = run("show", short, "1")[1]
    assert re.search(
        r"Eve \(recorded by [^)]+\), for what has changed since, so it does not count any longer", told
    )


def test_what_is_signed_is_packed_and_what_is_exported_afterwards_are_the_same_bytes(
    run: Run, short: str, keys: dict[str, str], tmp_path: Path
) -> None:
    let_stand(run, short)
    package = tmp_path / "out.factcheck.zip"
    code, out, err = run("sign", short, *by("ann", keys), "--output", str(package))
    assert (code, out) == (0, f"{package}\n")
    assert "You sign:" in err
    with zipfile.ZipFile(package) as packed:
        report = packed.read(f"{short}/report.json")
        names = {name.rpartition("/")[2] for name in packed.namelist()}
    assert names >= {
        "report.json",
        "report.json.sig",
        "article.txt",
        "report.html",
        "SHA256SUMS",
        "VERIFY.txt",
    }
    exported = tmp_path / "r.json"
    assert run("export", short, "--format", "json", "--output", str(exported))[0] == 0
    assert exported.read_bytes() == report
    assert run("verify", str(package))[0] == 11  # nobody has said whom to trust
    trusted = tmp_path / "allowed"
    public = Path(f"{keys['ann']}.pub").read_text().split()
    trusted.write_text(f"ann@example.org {public[0]} {public[1]}\n")
    assert run("verify", str(package), "--allowed-signers", str(trusted))[0] == 0


def test_a_redacted_report_is_signed_by_itself_names_the_full_one_and_has_nothing_of_what_it_leaves_out(
    run: Run, short: str, keys: dict[str, str], tmp_path: Path
) -> None:
    assert run("ask", short, "1", "author", "Who at the yard said so?")[0] == 0
    for blocker in ("untouched", "unfinished", "not_gone_over", "query_open"):
        run("stet", short, blocker, "--by", "Eve", "--reason", "a reprint")
    package, less = tmp_path / "out.factcheck.zip", tmp_path / "out-redacted.factcheck.zip"
    code, out, err = run("sign", short, *by("ann", keys), "--redact", "--output", str(package))
    assert (code, out) == (0, f"{package}\n{less}\n")
    assert "also: a redacted report of its own" in err
    with zipfile.ZipFile(package) as full, zipfile.ZipFile(less) as packed:
        whole = full.read(f"{short}/report.json")
        report = json.loads(packed.read(f"{short}-redacted/report.json"))
        told = b"".join(packed.read(name) for name in packed.namelist())
    assert report["redaction"]["of"] == hashlib.sha256(whole).hexdigest()
    assert report["nonce"] not in (None, json.loads(whole)["nonce"])
    assert b"Who at the yard" in whole
    assert b"Who at the yard" not in told
    trusted = tmp_path / "allowed"
    public = Path(f"{keys['ann']}.pub").read_text().split()
    trusted.write_text(f"ann@example.org {public[0]} {public[1]}\n")
    code, out, _ = run("verify", str(less), "--allowed-signers", str(trusted))
    assert code == 0
    assert "It is a redacted report, which leaves out" in out
    assert "queries: 1" in out


def test_of_an_article_that_is_signed_as_it_stands_only_the_redacted_report_is_signed(
    run: Run, short: str, keys: dict[str, str], tmp_path: Path
) -> None:
    let_stand(run, short)
    assert run("sign", short, *by("ann", keys), "--output", str(tmp_path / "out"))[0] == 0
    code, _, err = run("sign", short, *by("eve", keys), "--redact", "--output", str(tmp_path / "out"))
    assert code == 2
    assert "this is another" in err
    code, out, _ = run("sign", short, *by("ann", keys), "--redact", "--output", str(tmp_path / "out"))
    assert (code, out) == (0, f"{tmp_path / 'out-redacted'}\n")
    assert json.loads((tmp_path / "out-redacted" / "report.json").read_bytes())["revision"] == 1


def test_an_editor_countersigns_a_package_and_an_article_with_another_key(
    run: Run, short: str, keys: dict[str, str], tmp_path: Path
) -> None:
    let_stand(run, short)
    assert run("countersign", short, *by("eve", keys))[0] == 2
    package = str(tmp_path / "out.factcheck.zip")
    assert run("sign", short, *by("ann", keys), "--output", package)[0] == 0
    code, _, err = run("countersign", package, *by("ann", keys))
    assert code == 2
    assert "another key" in err
    assert run("countersign", package, *by("eve", keys), "--remark", "fine")[0] == 0
    assert run("verify", package)[0] == 11
    with zipfile.ZipFile(package) as packed:
        said = json.loads(packed.read(f"{short}/countersign-1.json"))
    assert (said["decision"], said["remark"], said["by"]["name"]) == ("approved", "fine", "Eve")
    code, out, _ = run("countersign", short, *by("eve", keys), "--decision", "rejected", "--json")
    assert (code, json.loads(out)["decision"]) == (0, "rejected")


def test_what_was_countersigned_in_the_package_is_taken_over_once_and_told_in_later_reports(
    run: Run, short: str, keys: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_stand(run, short)
    package = str(tmp_path / "out.factcheck.zip")
    assert run("sign", short, *by("ann", keys), "--output", package)[0] == 0
    assert run("countersign", "--import", package)[0] == 8  # nobody has yet
    here = os.environ["FACTCHECK_HOME"]
    monkeypatch.setenv("FACTCHECK_HOME", str(tmp_path / "elsewhere"))
    assert run("countersign", package, *by("eve", keys), "--decision", "approved-with-changes")[0] == 0
    assert not (tmp_path / "elsewhere").exists()  # the editor needs no store
    assert run("countersign", "--import", package)[0] == 2
    monkeypatch.setenv("FACTCHECK_HOME", here)
    code, _, err = run("countersign", "--import", package)
    assert code == 2  # nobody says that the key is Eve's
    assert "is that the editor’s key?" in err
    trusted = tmp_path / "allowed"
    trusted.write_text(Path(f"{keys['ann']}.pub").read_text().replace("ssh-", "eve@example.org ssh-"))
    assert run("countersign", "--import", package, "--allowed-signers", str(trusted))[0] == 8
    trusted.write_text(Path(f"{keys['eve']}.pub").read_text().replace("ssh-", "eve@example.org ssh-"))
    code, out, err = run("countersign", "--import", package, "--allowed-signers", str(trusted))
    assert (code, out) == (0, f"{short}\n")
    assert "Countersigned by Eve: approved-with-changes." in err
    assert "known already" in run("countersign", "--import", package, "--yes")[2]
    assert "signed, countersigned by Eve with changes" in run("list")[1]
    (line,) = json.loads(run("list", "--json")[1])
    assert (line["signed"], [c["by"] for c in line["countersigned"]]) == ("signed", ["Eve"])
    assert "countersigned" in run("export", short, "--format", "md", "--output", "-")[1].casefold()
    assert run("doctor")[0] == 0


def test_a_package_that_is_countersigned_where_the_store_has_the_article_is_recorded_there_at_once(
    run: Run, short: str, keys: dict[str, str], tmp_path: Path
) -> None:
    let_stand(run, short)
    package = str(tmp_path / "out.factcheck.zip")
    assert run("sign", short, *by("ann", keys), "--output", package)[0] == 0
    code, _, err = run("countersign", package, *by("eve", keys), "--decision", "rejected")
    assert code == 0
    assert f"recorded for {short}" in err
    assert "signed, rejected by Eve" in run("list")[1]


def test_a_sign_off_is_withdrawn_with_a_reason_and_the_list_says_so(
    run: Run, short: str, keys: dict[str, str], tmp_path: Path
) -> None:
    let_stand(run, short)
    assert run("unsign", short, "--reason", "x")[0] == 2
    assert run("sign", short, *by("ann", keys), "--output", str(tmp_path / "out.factcheck.zip"))[0] == 0
    code, _, err = run("undo", short)
    assert code == 2
    assert "does not reach behind a signature" in err
    assert run("unsign", short, "--reason", "a wrong name")[0] == 0
    assert json.loads(run("list", "--json")[1])[0]["signed"] == "signed, withdrawn"
    assert "signed, withdrawn by" in run("list")[1]
    assert run("undo", short)[0] == 0


def test_nobody_countersigns_a_package_that_was_altered(
    run: Run, short: str, keys: dict[str, str], tmp_path: Path
) -> None:
    let_stand(run, short)
    package = tmp_path / "out"
    assert run("sign", short, *by("ann", keys), "--output", str(package))[0] == 0
    report = package / "report.json"
    report.write_bytes(report.read_bytes().replace(b"untouched", b"unfinishd"))
    code, _, err = run("countersign", str(package), *by("eve", keys))
    assert code == 8
    assert "Bad signature" in err
    assert not (package / "countersign-1.json").exists()


def test_without_a_yes_a_name_or_a_key_nothing_is_signed(
    run: Run, short: str, keys: dict[str, str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    let_stand(run, short)
    signs = by("ann", keys)
    assert run("sign", short, *signs[:-1])[0] == 2
    assert run("sign", short, "--key", keys["ann"], "--yes")[0] == 2
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)
    code, _, err = run("sign", short, *signs[2:])
    assert code == 2
    assert "no SSH key" in err
    assert "0 " not in run("export", short, "--format", "json", "--output", "-")[1][:2]


def test_a_change_after_the_signature_is_told_in_the_next_report(
    run: Run, short: str, keys: dict[str, str], tmp_path: Path
) -> None:
    let_stand(run, short)
    signed = json.loads(
        run("sign", short, *by("ann", keys), "--output", str(tmp_path / "a.zip"), "--json")[1]
    )
    run("note", short, "1", "see page 3", "--public")
    later = json.loads(run("export", short, "--format", "json", "--output", "-")[1])
    assert (later["supersedes"], later["signoff"]) == (signed["report_sha256"], None)
    _, out, _ = run("list", "--json")
    assert json.loads(out)[0]["signed"] == "signed, changed since"
    _, out, _ = run("undo", short)
    assert json.loads(run("list", "--json")[1])[0]["signed"] == "signed"
    assert "signed" in run("list")[1]
