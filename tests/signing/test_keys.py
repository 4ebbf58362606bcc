"""Keys that people have: found, opened, and good for signatures that the stock tool accepts."""

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Never

import pytest

from factcheck.errors import KeyRefusedError
from factcheck.signing.finding import Found, open_signer, signers
from factcheck.signing.hardware import ChildSigner
from factcheck.signing.key_file import look_at, open_key
from factcheck.signing.namespaces import COUNTERSIGN, REPORT
from tests.signing.keys import (
    KEYS,
    PASSPHRASE,
    SIGNING_KEYS,
    found,
    private,
    public,
    signer,
    stock_accepts,
    trusting,
)
from tests.signing.security_key import put_in

MESSAGE = "a report — as bytes\n".encode()


def nobody_asks() -> Never:
    raise AssertionError("no passphrase is needed")


@pytest.fixture
def agent(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The surroundings of an ssh-agent of the test's own."""
    address = tmp_path / "agent"
    agent = subprocess.Popen(
        ["ssh-agent", "-D", "-a", str(address)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert agent.stdout
    assert b"SSH_AUTH_SOCK" in agent.stdout.readline()  # it listens by now
    home = tmp_path / "home"
    yield {"SSH_AUTH_SOCK": str(address), "HOME": str(home), "FACTCHECK_HOME": str(home / "factcheck")}
    agent.send_signal(signal.SIGTERM)
    agent.wait()
    agent.stdout.close()


def add(agent: dict[str, str], key: Path) -> None:
    subprocess.run(["ssh-add", "-q", str(key)], env={**os.environ, **agent}, check=True, capture_output=True)


@pytest.mark.parametrize("name", SIGNING_KEYS)
def test_the_stock_tool_accepts_what_each_kind_of_key_signs_and_only_that(name: str, tmp_path: Path) -> None:
    one = found(name, tmp_path)
    assert one.needs_passphrase == name.endswith("passphrase")
    allowed = trusting(tmp_path, f"ann@example.org {public(name).line()}")
    signature = tmp_path / "signature"
    signature.write_bytes(open_signer(one, lambda: PASSPHRASE).sign(MESSAGE, REPORT))
    assert stock_accepts(MESSAGE, signature, allowed, "ann@example.org", REPORT)
    assert not stock_accepts(MESSAGE + b" ", signature, allowed, "ann@example.org", REPORT)
    assert not stock_accepts(MESSAGE, signature, allowed, "ann@example.org", COUNTERSIGN)


@pytest.mark.parametrize("name", ["ed25519-passphrase", "rsa-pem-passphrase", "ecdsa-pkcs8-passphrase"])
def test_a_wrong_passphrase_opens_no_key(name: str, tmp_path: Path) -> None:
    with pytest.raises(KeyRefusedError, match="passphrase"):
        open_signer(found(name, tmp_path), lambda: "fairy sound")


@pytest.mark.parametrize("name", ["dsa", "rsa-1024"])
def test_a_key_too_weak_to_be_accepted_signs_nothing(name: str, tmp_path: Path) -> None:
    with pytest.raises(KeyRefusedError):
        open_key(private(name, tmp_path), None)


def test_a_key_of_a_kind_that_is_out_of_use_is_refused_when_it_is_named(tmp_path: Path) -> None:
    with pytest.raises(KeyRefusedError, match="kind"):
        signers(key=private("dsa", tmp_path), environ={})


def test_a_key_that_others_may_read_signs_nothing(tmp_path: Path) -> None:
    path = private("checker", tmp_path)
    path.chmod(0o640)
    with pytest.raises(KeyRefusedError, match="read or write"):
        open_key(path, None)


@pytest.mark.parametrize("name", ["checker", "rsa-3072", "ed25519-passphrase"])
def test_the_public_half_is_known_before_a_key_file_is_opened(name: str, tmp_path: Path) -> None:
    path = private(name, tmp_path)
    path.with_name(f"{name}.pub").unlink()
    seen = look_at(path)
    assert seen
    assert seen.public
    assert seen.public.blob == public(name).blob
    assert (
        seen.public.fingerprint
        in subprocess.run(
            ["ssh-keygen", "-lf", str(KEYS / f"{name}.pub")], capture_output=True, text=True, check=True
        ).stdout.split()
    )


def test_the_agents_keys_come_first_then_the_usual_files_and_each_key_once(
    agent: dict[str, str], tmp_path: Path
) -> None:
    usual = Path(agent["HOME"]) / ".ssh"
    usual.mkdir(parents=True)
    for name, own in (("checker", "id_ed25519"), ("ecdsa-256", "id_ecdsa"), ("rsa-3072", "id_rsa")):
        shutil.copyfile(KEYS / name, usual / own)
    (usual / "id_ed25519_sk").write_text("not a key")
    add(agent, private("rsa-3072", tmp_path))
    add(agent, private("editor", tmp_path))
    shown = [(one.where, one.public.blob) for one in signers(key=None, environ=agent) if one.public]
    assert shown == [
        ("agent", public("rsa-3072").blob),
        ("agent", public("editor").blob),
        (str(usual / "id_ed25519"), public("checker").blob),
        (str(usual / "id_ecdsa"), public("ecdsa-256").blob),
    ]


def test_the_agent_signs_with_every_kind_of_key(agent: dict[str, str], tmp_path: Path) -> None:
    names = ("checker", "ecdsa-256", "ecdsa-521", "rsa-3072")
    for name in names:
        add(agent, private(name, tmp_path))
    allowed = trusting(tmp_path, *(f"{name}@example.org {public(name).line()}" for name in names))
    signature = tmp_path / "signature"
    for name, one in zip(names, signers(key=None, environ=agent), strict=True):
        signature.write_bytes(open_signer(one, nobody_asks).sign(MESSAGE, REPORT))
        assert stock_accepts(MESSAGE, signature, allowed, f"{name}@example.org", REPORT)


def test_naming_a_public_key_asks_the_agent_for_its_private_half(
    agent: dict[str, str], tmp_path: Path
) -> None:
    path = private("editor", tmp_path)
    add(agent, path)
    path.unlink()
    (one,) = signers(key=path.with_name("editor.pub"), environ=agent)
    assert one.where == "agent"
    assert b"BEGIN SSH SIGNATURE" in open_signer(one, nobody_asks).sign(MESSAGE, REPORT)
    subprocess.run(["ssh-add", "-q", "-D"], env={**os.environ, **agent}, check=True, capture_output=True)
    with pytest.raises(KeyRefusedError, match="agent"):
        open_signer(one, nobody_asks).sign(MESSAGE, REPORT)


def test_without_an_agent_that_answers_the_files_are_still_found(tmp_path: Path) -> None:
    usual = tmp_path / ".ssh"
    usual.mkdir()
    shutil.copyfile(KEYS / "checker", usual / "id_ed25519")
    environ = {
        "HOME": str(tmp_path),
        "SSH_AUTH_SOCK": str(tmp_path / "gone"),
        "FACTCHECK_HOME": str(tmp_path / "f"),
    }
    assert [one.where for one in signers(key=None, environ=environ)] == [str(usual / "id_ed25519")]


@pytest.mark.parametrize("content", [None, b"", b"not a key", b"\xff\xfe", b"ssh-ed25519 AAAA"])
def test_what_is_no_key_is_said_so(content: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "key"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(KeyRefusedError):
        signers(key=path, environ={})


def test_a_key_that_only_ssh_keygen_can_use_signs_through_it(tmp_path: Path) -> None:
    path = private("checker", tmp_path)
    child = ChildSigner(public("checker"), path)
    assert child.sign(MESSAGE, REPORT) == signer("checker", tmp_path).sign(MESSAGE, REPORT)
    path.unlink()
    with pytest.raises(KeyRefusedError):
        child.sign(MESSAGE, REPORT)


@pytest.mark.parametrize("cipher", [b"none", b"aes256-ctr"])
def test_for_a_hardware_key_ssh_keygen_asks_whatever_it_wants_and_nobody_else(
    cipher: bytes, tmp_path: Path
) -> None:
    (one,) = signers(key=put_in(tmp_path / "keys", tmp_path / "bin", cipher), environ={})
    assert one.asks_on_terminal
    assert not one.needs_passphrase
    assert not found("checker", tmp_path).asks_on_terminal


def test_a_hardware_key_is_left_to_ssh_keygen(tmp_path: Path) -> None:
    hardware = public("checker").__class__("sk-ssh-ed25519@openssh.com", b"blob")
    assert open_signer(Found(hardware, tmp_path, None, False), nobody_asks) == ChildSigner(hardware, tmp_path)
