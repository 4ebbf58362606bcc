"""The list of trusted signers is read as the stock tool reads it, line by line."""

import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from factcheck.errors import UsageError
from factcheck.signing.allowed import matches, read_allowed_signers
from factcheck.signing.namespaces import PACKAGE, REPORT
from tests.signing.keys import public, signer, trusting

ANN = "ann@example.org"
NOW = datetime(2024, 6, 1, 12, 0, 0, tzinfo=UTC)
LINES = {
    "KEY of nobody": False,
    f"{ANN} KEY": True,
    f"{ANN} KEY with a comment": True,
    f"  {ANN}\t KEY": True,
    f'"{ANN}" KEY': True,
    f"bob@example.org,{ANN} KEY": True,
    "*@example.org KEY": True,
    "???@example.org KEY": True,
    "*@example.com KEY": False,
    f"*,!{ANN} KEY": False,
    f"!bob@example.org,{ANN} KEY": True,
    "ANN@example.org KEY": False,
    f'{ANN} namespaces="{REPORT}" KEY': True,
    f'{ANN} namespaces="file,factcheck-*" KEY': True,
    f'{ANN} namespaces="*,!{REPORT}" KEY': False,
    f'{ANN} NAMESPACES="{PACKAGE}" KEY': False,
    f'{ANN} valid-after="20240601Z" KEY': True,
    f'{ANN} valid-after="20240601120001Z" KEY': False,
    f'{ANN} valid-before="20240601115959Z" KEY': False,
    f'{ANN} valid-before="202406011200Z" KEY': True,
    f'{ANN} valid-after="20240101",valid-before="20250101" KEY': True,
    f'{ANN} namespaces="{REPORT}",valid-before="20240101Z" KEY': False,
    f"{ANN} cert-authority KEY": False,
    f"# {ANN} KEY": False,
}


@pytest.fixture(scope="module")
def signature(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("signed")
    path = folder / "signature"
    path.write_bytes(signer("checker", folder).sign(b"report", REPORT))
    return path


@pytest.mark.parametrize("line", LINES)
def test_a_line_lets_a_key_sign_or_not_as_the_stock_tool_says(
    line: str, signature: Path, tmp_path: Path
) -> None:
    allowed = trusting(
        tmp_path,
        f"other@example.org {public('editor').line()}",
        "",
        line.replace("KEY", public("checker").line().removesuffix(" for tests only")),
    )
    when = f"verify-time={NOW:%Y%m%d%H%M%S}Z"
    command = ["ssh-keygen", "-Y", "verify", "-f", str(allowed), "-I", ANN, "-n", REPORT, "-O", when]
    stock = subprocess.run(
        [*command, "-s", str(signature)], input=b"report", capture_output=True, check=False
    )
    objection = _objection(allowed)
    assert (stock.returncode == 0, objection is None) == (LINES[line], LINES[line]), (objection, stock.stderr)


def _objection(allowed: Path) -> str | None:
    try:
        return read_allowed_signers(allowed).objection(public("checker"), ANN, REPORT, NOW)
    except UsageError as error:
        return error.sentence


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("bob@example.org KEY", "is not for 'ann@example.org'"),
        (f'{ANN} namespaces="git" KEY', "does not let the key sign for 'factcheck-report'"),
        (f'{ANN} valid-before="20240101Z" KEY', "only until 2024-01-01 00:00 UTC"),
        (f"{ANN} cert-authority KEY", "certificates, which are not supported"),
    ],
)
def test_an_objection_names_the_line_and_the_reason(line: str, told: str, tmp_path: Path) -> None:
    allowed = trusting(tmp_path, "# ours", line.replace("KEY", public("checker").line()))
    said = _objection(allowed)
    assert said
    assert "Line 2" in said
    assert told in said


@pytest.mark.parametrize(
    "line",
    [
        f'{ANN} valid-before="soon" KEY',
        f'{ANN} valid-before="20241301" KEY',
        f"{ANN} valid-before KEY",
        f'{ANN} cert-authority="x" KEY',
        f'{ANN} namespaces="a",namespaces="b" KEY',
        f'{ANN} shiny="1" KEY',
        f"{ANN} ssh-rsa {'A' * 40}",
        f'"{ANN} KEY',
        ANN,
    ],
)
def test_a_line_that_cannot_be_read_stops_the_check(line: str, tmp_path: Path) -> None:
    said = _objection(trusting(tmp_path, line.replace("KEY", public("checker").line())))
    assert said
    assert said.startswith("Line 1 of ")


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"SSHKRL\n\0\xff\xff"])
def test_a_file_that_is_no_list_is_said_so(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "list"
    path.write_bytes(content)
    with pytest.raises(UsageError):
        read_allowed_signers(path)
    trusted = trusting(tmp_path, f"{ANN} {public('checker').line()}")
    with pytest.raises(UsageError):
        read_allowed_signers(trusted, revoked=path)


def test_a_pattern_is_no_regular_expression() -> None:
    assert matches("a.b", "a.b")
    assert not matches("axb", "a.b")
    assert matches("a+b@x", "a+b@*")
