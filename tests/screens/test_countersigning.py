"""The editor's end of the sign-off by keys: what is decided, and what came back, is what is stored."""

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from factcheck.app import FactcheckApp
from factcheck.domain.reasons import POLICIES
from factcheck.domain.signoff import Signoff
from factcheck.screens.sign_off import SignOffScreen
from factcheck.services.countersigning import open_package
from factcheck.services.packaging import sign_and_write
from factcheck.services.preparing import Who
from factcheck.services.signing_off import countersigned
from factcheck.signing.countersigning import Decision
from factcheck.signing.finding import open_signer, signers
from factcheck.signing.making import make_key
from factcheck.signing.package import with_countersign, write_package
from tests.build import Shop, open_shop
from tests.screens.real import reviewing
from tests.screens.running import WIDE, shown, status, until
from tests.screens.test_sign_off import let_all_stand, looked

NEXT = "enter"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder with the checker's key and an editor's, and no agent."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)
    monkeypatch.chdir(tmp_path)
    make_key(tmp_path / ".ssh" / "id_ed25519", "ann@example.org", "")
    make_key(tmp_path / ".ssh" / "id_ecdsa", "eve@example.org", "")
    return tmp_path


@pytest.fixture
def shop(home: Path) -> Iterator[Shop]:
    """A store with a short article that Ann has signed; Eve lets all of it stand."""
    opened = open_shop(home / "shop")
    let_all_stand(opened)
    ann = signers(key=home / ".ssh" / "id_ed25519", environ={})[0]
    who = Who("ann", "Ann", "ann@example.org")
    path = home / f"{opened.article.slug}.factcheck.zip"
    ledger, article = opened.ledgers["ann"], opened.article
    sign_and_write(ledger, opened.reader, article.id, who, ann, "", POLICIES[0], path)
    yield opened
    opened.close()


def packed(shop: Shop, home: Path) -> Path:
    return home / f"{shop.article.slug}.factcheck.zip"


def signoff(shop: Shop) -> Signoff:
    article = shop.reader.article(shop.article.id)
    assert article is not None
    assert article.signoff is not None
    return article.signoff


async def at_the_gate(app: FactcheckApp, pilot: Pilot[None]) -> SignOffScreen:
    await pilot.press("O")
    return await looked(app)


async def test_an_editor_countersigns_on_this_machine_in_the_store_and_in_the_package(
    shop: Shop, home: Path
) -> None:
    async with reviewing(shop) as (app, pilot):
        screen = await at_the_gate(app, pilot)
        assert "recorded for Eve, not countersigned" in shown(app)
        await pilot.press("C")
        assert "revision 1, signed by Ann <ann@example.org>" in shown(app)
        statements = shop.reader.tally(shop.article.id).statements
        assert f"let stand in the name of Eve ({statements}): a reprint" in shown(app)
        await pilot.press("end", "ctrl+s")
        await until(lambda: "Nothing was decided" in shown(app), True)
        assert "id_ecdsa" in shown(app)
        assert "id_ed25519" not in shown(app)  # the checker's own key countersigns nothing
        await pilot.press("c", *"fine", NEXT, *"Eve", NEXT, *"eve@example.org", "ctrl+s")
        await until(lambda: screen.is_current, True)
        await looked(app)
        assert "countersigned by Eve: approved-with-changes" in shown(app)
        assert packed(shop, home).name in shown(app).replace("\n", "")
        assert "not countersigned" not in shown(app)
        assert "signed, countersigned by Eve with changes" in shown(app)
        await pilot.press("escape")
        assert "countersigned by Eve with changes" in status(app)
    [note] = signoff(shop).countersigns
    assert (note.by, note.decision) == ("Eve", "approved-with-changes")
    with zipfile.ZipFile(packed(shop, home)) as package:
        said = json.loads(package.read(f"{shop.article.slug}/countersign-1.json"))
    assert (said["remark"], said["by"]["principal"]) == ("fine", "eve@example.org")
    assert shop.findings() == []


async def test_what_was_changed_since_is_not_countersigned_and_says_what_to_do(shop: Shop) -> None:
    async with reviewing(shop) as (app, pilot):
        await pilot.press("c")
        await at_the_gate(app, pilot)
        await pilot.press("C")
        assert "Have the checker sign it anew" in shown(app)
    assert signoff(shop).countersigns == ()


async def test_undo_says_why_a_signature_stays_and_a_withdrawal_is_on_the_record_on_every_screen(
    shop: Shop,
) -> None:
    async with reviewing(shop) as (app, pilot):
        await pilot.press("z")
        assert "undo does not reach behind a signature" in shown(app).replace("\n", " ")
        screen = await at_the_gate(app, pilot)
        await pilot.press("W", "enter")
        await until(lambda: "only withdrawn with a reason" in shown(app), True)
        assert signoff(shop).withdrawn is None
        await pilot.press(*"name", "enter")
        await until(lambda: screen.is_current, True)
        await looked(app)
        assert "sign-off withdrawn, revision 1" in shown(app)
        await pilot.press("C")
        assert "The sign-off was withdrawn. Have the checker sign it anew" in shown(app)
        await pilot.press("escape", "P")
        assert "The sign-off was withdrawn: an unsigned copy" in shown(app)
        await pilot.press("escape", "z")
        assert "undone: let stand" in shown(app)
        assert "signed, withdrawn by ann" in status(app)
    withdrawn = signoff(shop).withdrawn
    assert withdrawn is not None
    assert (withdrawn.by, withdrawn.why) == ("ann", "name")


def countersign_elsewhere(shop: Shop, home: Path, name: str = "b.zip") -> Path:
    opened = open_package(packed(shop, home))
    eve = open_signer(signers(key=home / ".ssh" / "id_ecdsa", environ={})[0], str)
    by = Who("", "Eve", "eve@example.org")
    made = countersigned(opened.sealed, eve, by, Decision.APPROVED, "", "2026-01-01T00:00:00Z")
    write_package(with_countersign(opened.files, made), home / name, opened.slug)
    return home / name


async def test_what_an_editor_countersigned_elsewhere_is_taken_over_once_somebody_says_whose_key_it_is(
    shop: Shop, home: Path
) -> None:
    countersign_elsewhere(shop, home)
    packed(shop, home).rename(home / "a.zip")
    async with reviewing(shop) as (app, pilot):
        screen = await at_the_gate(app, pilot)
        await pilot.press("i", *"a.zip", "enter")
        await until(lambda: "Nobody has countersigned" in shown(app), True)
        await pilot.press("home", "delete", "b", "enter")
        await until(lambda: "Is this the editor’s key?" in shown(app), True)
        assert "approved by Eve <eve@example.org> with SHA256:" in shown(app).replace("\n", " ")
        await pilot.press("n", "enter")
        await until(lambda: "You did not say yes" in shown(app), True)
        assert signoff(shop).countersigns == ()
        await pilot.press("y", "enter")
        await until(lambda: screen.is_current, True)
        await looked(app)
        assert "countersigned by Eve: approved" in shown(app)
    assert [note.by for note in signoff(shop).countersigns] == ["Eve"]
    assert shop.findings() == []


async def test_the_list_of_the_newsroom_answers_for_the_key_or_refuses_it(shop: Shop, home: Path) -> None:
    back, trusted = countersign_elsewhere(shop, home), home / "allowed"
    ann = (home / ".ssh" / "id_ed25519.pub").read_text().split()
    trusted.write_text(f"ann@example.org {ann[0]} {ann[1]}\n")
    async with reviewing(shop, WIDE) as (app, pilot):
        screen = await at_the_gate(app, pilot)
        screen.review.allowed_signers = str(trusted)
        await pilot.press("i", *back.name, "enter")
        await until(lambda: "whom the newsroom trusts" in shown(app).replace("\n", " "), True)
        assert signoff(shop).countersigns == ()
        eve = (home / ".ssh" / "id_ecdsa.pub").read_text().split()
        trusted.write_text(f"eve@example.org {eve[0]} {eve[1]}\n")
        await pilot.press("enter")
        await until(lambda: screen.is_current, True)
        await looked(app)
    assert [note.by for note in signoff(shop).countersigns] == ["Eve"]


async def test_with_no_key_but_the_checkers_nobody_countersigns_and_reports_are_a_key_away(
    shop: Shop, home: Path
) -> None:
    (home / ".ssh" / "id_ecdsa").unlink()
    async with reviewing(shop) as (app, pilot):
        screen = await at_the_gate(app, pilot)
        assert "revision 1, signed by Ann · C countersigns · P writes it" in shown(app)
        await pilot.press("C")
        await until(lambda: "no SSH key here but the checker’s" in shown(app), True)
        assert app.screen is screen
        await pilot.press("P")
        assert "The signed report, to the byte" in shown(app)
        await pilot.press("escape")
        assert app.screen is screen
    assert signoff(shop).countersigns == ()
