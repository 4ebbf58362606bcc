"""Signing with a security key in a real terminal: its PIN is asked for where it is seen, and the screen comes back."""

import zipfile
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from factcheck.cli.main import main
from factcheck.signing.verifying import verify
from tests.conftest import ROOT
from tests.signing.keys import stock_accepts
from tests.signing.security_key import PIN, public_half, put_in
from tests.terminal import Terminal

SLUG = "the-bridge"
ASKED = b"Enter PIN for ED25519-SK key:"


@pytest.fixture
def home(factcheck_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An article with nothing against it, for somebody whose only key is a security key; the folder of the store."""
    put_in(tmp_path / ".ssh", tmp_path / "bin")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path / "bin"), prepend=":")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bridge.txt").write_text("The bridge cost a lot.\n\nWork on it has slowed.\n")
    assert main(["import", "bridge.txt", "--title", "The bridge"]) == 0
    assert main(["stet", SLUG, "untouched", "--by", "Eve", "--reason", "a reprint"]) == 0
    return factcheck_home


def was_asked(terminal: Terminal, times: int) -> bool:
    """Whether the PIN was asked for so many times."""
    return terminal.raw.count(ASKED) == times


def test_a_security_keys_pin_is_asked_for_on_a_terminal_of_its_own_and_the_signature_is_good(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Terminal("review", SLUG, home=home) as terminal:
        terminal.wait_for("1/2")
        terminal.press("O")
        terminal.wait_for("nothing stands against it")
        terminal.press("S")
        terminal.wait_for("Sign this report?", "id_ed25519_sk")
        terminal.press("Ann", "\r", "ann@example.org", "\r", "\r", "\r")
        terminal.wait_for("Signing with", "touch the security key when it blinks", ASKED.decode())
        terminal.press("\x03")  # gives up the PIN, not the review
        terminal.wait_for("Sign this report?", "did not sign with")
        terminal.press("\r")
        for asked in (2, 3):  # for the report, and for the list of what is in the package
            terminal.wait_until(partial(was_asked, terminal, asked))
            terminal.press(f"{PIN}\r")
        terminal.wait_for("signed off, revision 1", "The package is")
        terminal.press("\x1b")
        terminal.wait_for("1/2", "signed")
        terminal.press("\x11")
        assert terminal.wait() == 0
        assert PIN.encode() not in terminal.raw
    trusted = tmp_path / "allowed_signers"
    trusted.write_text(f"ann@example.org {public_half().line()}\n")
    package = tmp_path / f"{SLUG}.factcheck.zip"
    assert verify(package, trusted, None, datetime.now(UTC)).code == 0
    with zipfile.ZipFile(package) as packed:
        report = packed.read(f"{SLUG}/report.json")
        (tmp_path / "signature").write_bytes(packed.read(f"{SLUG}/report.json.sig"))
    monkeypatch.undo()  # the stock tool stands behind its stand-in
    assert stock_accepts(report, tmp_path / "signature", trusted, "ann@example.org", "factcheck-report")
