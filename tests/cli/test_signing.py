"""`verify` and `key` on the command line."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.errors import ExitCode
from factcheck.signing.finding import open_signer, signers
from factcheck.signing.package import write_package
from tests.cli.conftest import Run
from tests.conftest import FIXTURES, ROOT, without_coverage
from tests.signing.keys import public
from tests.signing.packed import CHECKER, desk


class Terminal(io.StringIO):
    """Somebody who types."""

    def isatty(self) -> bool:
        return True


def test_verify_names_signer_fingerprint_and_trust_file_and_needs_no_store(
    run: Run, tmp_path: Path, factcheck_home: Path
) -> None:
    ours = desk(tmp_path)
    package = tmp_path / "ferry.zip"
    write_package(ours.files, package, "ferry")
    code, out, _ = run("verify", str(package), "--allowed-signers", str(ours.allowed))
    assert code == 0
    for told in (CHECKER, public("checker").fingerprint, str(ours.allowed), "does not prove the true time"):
        assert told in out
    code, out, _ = run("verify", str(package), "--json")
    told = json.loads(out)
    assert (code, told["code"], told["trust_file"]) == (11, 11, None)
    assert told["signer"]["fingerprint"] == public("checker").fingerprint
    assert not (factcheck_home / "factcheck.db").exists()
    factcheck_home.mkdir()
    (factcheck_home / "settings.toml").write_text(f'allowed_signers = "{ours.allowed}"\n')
    assert run("verify", str(package))[0] == 0


def test_verify_of_what_is_not_there_is_a_mistake_of_usage(run: Run, tmp_path: Path) -> None:
    assert run("verify", str(tmp_path / "none.zip"))[0] == ExitCode.USAGE
    (tmp_path / "x.json").write_text("{}")
    assert run("verify", str(tmp_path / "x.json"), "--allowed-signers", str(tmp_path / "none"))[0] == 2
    assert run("verify", str(tmp_path / "x.json"))[0] == ExitCode.MALFORMED


def test_a_new_key_is_ones_own_is_found_and_is_not_written_over(
    run: Run, factcheck_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)
    asked = iter(["ferry sound", "ferry sound"])
    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr("getpass.getpass", lambda _: next(asked))
    code, out, err = run("key", "new", "--name", "Ann Berg", "--email", "ann@example.org")
    assert (code, out.split()[0]) == (0, "ssh-ed25519")
    assert 'ann@example.org namespaces="factcheck-report,factcheck-countersign,factcheck-package"' in err
    (one,) = signers(key=None, environ={"HOME": str(tmp_path), "FACTCHECK_HOME": str(factcheck_home)})
    assert one.path
    assert (one.path.stat().st_mode & 0o777, one.needs_passphrase) == (0o600, True)
    assert open_signer(one, lambda: "ferry sound").public.comment == "Ann Berg <ann@example.org>"
    assert [x["fingerprint"] for x in json.loads(run("key", "list", "--json")[1])] == [
        one.public.fingerprint if one.public else ""
    ]
    before = one.path.read_bytes()
    assert run("key", "new", "--no-passphrase")[0] == ExitCode.USAGE
    assert one.path.read_bytes() == before


@pytest.mark.parametrize("typed", [["", ""], ["ferry", "fairy"]])
def test_no_key_is_made_with_an_empty_or_mistyped_passphrase(
    typed: list[str], run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = iter(typed)
    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr("getpass.getpass", lambda _: next(asked))
    assert run("key", "new", "--output", str(tmp_path / "key"))[0] == ExitCode.USAGE
    assert not (tmp_path / "key").exists()


PROBE = """
import sys
from factcheck.cli.main import main
code = main(sys.argv[1:])
sys.stdout.flush()
print("\\n" + " ".join([str(int(code)), *sorted(sys.modules)]))
"""


def test_a_check_of_a_report_loads_neither_screens_nor_store_nor_what_makes_pages() -> None:
    kept = FIXTURES / "signing"
    report = kept / "harbour-ferry-1" / "report.json"
    arguments = ["verify", str(report), "--allowed-signers", str(kept / "allowed_signers")]
    ran = subprocess.run(
        [sys.executable, "-c", PROBE, *arguments],
        cwd=ROOT,
        env=without_coverage(),
        capture_output=True,
        text=True,
        check=True,
    )
    code, *loaded = ran.stdout.splitlines()[-1].split()
    assert code == "0", ran.stdout
    assert "cryptography" in loaded
    unwanted = {
        "alembic",
        "bcrypt",
        "lxml",
        "pydantic",
        "pypdfium2",
        "rich",
        "sqlite3",
        "sqlmodel",
        "textual",
    }
    assert unwanted & set(loaded) == set()
    assert [name for name in loaded if name.startswith(("factcheck.services", "factcheck.screens"))] == []
