"""VERIFY.txt, followed to the letter with nothing but what every recipient has."""

import re
import subprocess
from pathlib import Path

import pytest

from factcheck.signing.how_to_verify import allowed_line, how_to_verify
from factcheck.signing.package import sealed_in, write_package
from tests.signing.keys import public
from tests.signing.packed import CHECKER, Desk, desk, document, sealed


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return desk(tmp_path_factory.mktemp("desk"))


def commands(text: str) -> list[str]:
    """The indented lines, which are commands, of step 2 on; step 1 has none."""
    return re.findall(r"^ {7}(\w.*)$", text, flags=re.MULTILINE)


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, shell=True, cwd=folder, capture_output=True, text=True, check=False)


def test_each_stock_command_of_verify_txt_succeeds_and_fails_after_tampering(
    ours: Desk, tmp_path: Path
) -> None:
    told = how_to_verify(document(), sealed_in(ours.files))
    write_package({**ours.files, "VERIFY.txt": told.encode()}, tmp_path, "ferry")
    (tmp_path / "SHA256SUMS").write_bytes(ours.files["SHA256SUMS"])
    (tmp_path / "VERIFY.txt").write_bytes(ours.files["VERIFY.txt"])
    (tmp_path / "allowed_signers").write_bytes(ours.allowed.read_bytes())
    listed = commands(told)
    assert [
        line.split()[0] for line in listed
    ] == "ssh-keygen ssh-keygen sha256sum sha256sum ssh-keygen".split()
    for command in listed:
        ran = run(command, tmp_path)
        assert ran.returncode == 0, (command, ran.stderr)
    printed = run(listed[3], tmp_path).stdout.split()[::2]
    assert all(one in (tmp_path / "countersign-1.json").read_text() for one in printed)
    for name in ("report.json", "countersign-1.json"):
        (tmp_path / name).write_bytes(ours.files[name].replace(b"Nora", b"Cora").replace(b"Kari", b"Mari"))
    assert [run(command, tmp_path).returncode != 0 for command in listed] == [True, False, True, False, True]


def test_the_example_is_a_line_that_the_stock_tool_takes(ours: Desk, tmp_path: Path) -> None:
    write_package(ours.files, tmp_path, "ferry")
    command = commands((tmp_path / "VERIFY.txt").read_text())[0]
    ran = run(command.replace("-f allowed_signers", "-f allowed_signers.example"), tmp_path)
    assert ran.returncode == 0, ran.stderr


@pytest.mark.parametrize("principal", ["", "a b", "a\nb", "*", "a,b", "!a", 'a"b', "a\x1bb"])
def test_a_principal_that_would_mean_something_to_a_shell_or_a_list_is_refused(
    principal: str, ours: Desk
) -> None:
    with pytest.raises(ValueError, match="principal"):
        allowed_line(principal, public("checker"))
    report = document()
    report["people"] = [
        {**p, "principal": principal or " "} if p["principal"] else p for p in report["people"]
    ]
    with pytest.raises(ValueError, match="principal"):
        how_to_verify(report, sealed(b"{}", ours.checker))


def test_a_shell_gets_the_principal_as_one_word(ours: Desk) -> None:
    report = document()
    report["people"] = [
        {**p, "principal": "$(touch${IFS}x)"} if p["principal"] else p for p in report["people"]
    ]
    assert "-I '$(touch${IFS}x)' " in how_to_verify(report, sealed(b"{}", ours.checker))
    assert CHECKER in how_to_verify(document(), sealed(b"{}", ours.checker))
