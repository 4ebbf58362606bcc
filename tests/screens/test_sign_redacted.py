"""The redacted report by keys: signed by itself after the full one, and nothing of what it leaves out is in its package."""

import hashlib
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.app import FactcheckApp
from factcheck.domain.query import Addressee
from factcheck.domain.reasons import POLICIES
from factcheck.domain.signoff import SignedState
from factcheck.domain.source import Citation, Level, Source, SourceKind, Stance, Tier
from factcheck.domain.verdict import Question
from factcheck.report.document import Tool
from factcheck.screens.sign_off import SignOffScreen
from factcheck.services.gating import Gating, gate_of
from factcheck.services.packaging import redacted_path
from factcheck.services.preparing import Who, prepare
from factcheck.services.querying import Querying
from factcheck.services.signing_off import SigningOff
from factcheck.services.sourcing import Sourcing
from factcheck.signing.finding import open_signer, signers
from factcheck.signing.making import make_key
from factcheck.signing.verifying import verify
from tests.build import Shop, open_shop
from tests.screens.real import reviewing
from tests.screens.running import shown, until

SECRET = b"Leaked ledger of the yard"


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shop]:
    """An article with an internal source and a query, for somebody who has two keys and no agent."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)
    monkeypatch.chdir(tmp_path)
    make_key(tmp_path / ".ssh" / "id_ed25519", "ann@example.org", "")
    make_key(tmp_path / ".ssh" / "id_ecdsa", "eve@example.org", "")
    opened = open_shop(tmp_path / "shop")
    source = Source("", opened.article.id, SECRET.decode(), SourceKind.DATA, Tier.PRIMARY, Level.INTERNAL)
    citation = Citation("", "", Question.SO, Stance.SUPPORTS, "sheet 4", excerpt="cell by cell")
    Sourcing(opened.ledgers["ann"]).add_and_cite(opened.number(1), source, citation)
    Querying(opened.ledgers["ann"]).ask(opened.number(2), Addressee.AUTHOR, "Who at the yard?")
    yield opened
    opened.close()


def sign(shop: Shop, folder: Path) -> None:
    """The full report, with the first key."""
    opened = shop.ledgers["ann"]
    blocks = gate_of(shop.reader, shop.article, POLICIES[0]).shut_by
    Gating(opened).let_stand(shop.article.id, blocks, "Eve", "a reprint")
    signer = open_signer(signers(key=folder / ".ssh" / "id_ed25519", environ={})[0], lambda: "")
    who, key = Who("ann", "Ann", "ann@example.org"), signer.public.fingerprint
    prepared = prepare(shop.reader, shop.article.id, who, key, POLICIES[0], Tool("f", "0"), shop.clock)
    SigningOff(opened).sign(prepared, signer)


async def at_the_gate(app: FactcheckApp) -> SignOffScreen:
    screen = app.screen
    assert isinstance(screen, SignOffScreen)
    await until(lambda: screen._is_looking, False)
    return screen


async def test_a_redacted_report_of_what_is_signed_is_shown_signed_and_verified(
    shop: Shop, tmp_path: Path
) -> None:
    sign(shop, tmp_path)
    async with reviewing(shop) as (app, pilot):
        await pilot.press("O")
        await at_the_gate(app)
        await pilot.press("R")
        await until(lambda: "Sign this redacted report?" in shown(app), True)
        told = " ".join(shown(app).split())
        assert "left out: 1 internal source, 1 excerpt, 1 query" in told
        assert "stays here: what was left out, private notes" in told
        assert "eve@example.org" not in told  # that one has not signed the full report
        await pilot.press("enter", "enter")
        await until(lambda: isinstance(app.screen, SignOffScreen), True)
        assert "The redacted report is signed; its SHA-256 is" in shown(app)
    package = redacted_path(tmp_path / f"{shop.article.slug}.factcheck.zip")
    with zipfile.ZipFile(package) as packed:
        report = json.loads(packed.read(f"{shop.article.slug}-redacted/report.json"))
        inside = b"".join(packed.read(name) for name in packed.namelist())
    article = shop.reader.article(shop.article.id)
    assert article is not None
    assert article.signoff is not None
    full = shop.reader.signed_file(article.id, article.signoff.report)
    assert SECRET in full
    assert SECRET not in inside
    assert report["redaction"]["of"] == hashlib.sha256(full).hexdigest()
    trusted = tmp_path / "allowed"
    kind, blob, _ = (tmp_path / ".ssh" / "id_ed25519.pub").read_text().split()
    trusted.write_text(f"ann@example.org {kind} {blob}\n")
    assert verify(package, trusted, None, shop.clock()).code == 0
    assert shop.reader.signed_state(article) is SignedState.SIGNED
    assert shop.findings() == []


async def test_nothing_is_redacted_of_what_is_not_signed_as_it_stands(shop: Shop, tmp_path: Path) -> None:
    sign(shop, tmp_path)
    async with reviewing(shop) as (app, pilot):
        await pilot.press("c", "O")
        await at_the_gate(app)
        await pilot.press("R")
        await until(lambda: "not signed as it stands" in shown(app), True)
        assert isinstance(app.screen, SignOffScreen)
    assert not list(tmp_path.glob("*.zip"))
