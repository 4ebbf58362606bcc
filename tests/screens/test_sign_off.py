"""The sign-off and the reports by keys: what is listed, let stand, signed and written is what is stored."""

import asyncio
import errno
import json
import os
import zipfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from factcheck.app import FactcheckApp
from factcheck.domain.override import Blocker
from factcheck.domain.reasons import POLICIES
from factcheck.domain.signoff import SignedState
from factcheck.domain.verdict import Question, Verdict
from factcheck.report.document import Tool
from factcheck.screens.dialogs.form import FormDialog
from factcheck.screens.dialogs.passphrase import PassphraseDialog
from factcheck.screens.report_choices import CHECKED, ON_ALL, RAW, REDACTED, WAYS, switched, wishes
from factcheck.screens.reports import ReportsScreen
from factcheck.screens.sign_off import SignOffScreen
from factcheck.services.gating import Gating, gate_of
from factcheck.services.preparing import Who, prepare
from factcheck.services.signing_off import SigningOff, sealed_of
from factcheck.signing.countersigning import Decision
from factcheck.signing.making import make_key
from tests.build import Shop, open_shop
from tests.screens.fake_settings import FakeSettings
from tests.screens.real import reviewing
from tests.screens.running import review_of, shown, status, until
from tests.services.signers import FakeSigner


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """A store with a short article."""
    opened = open_shop(tmp_path / "shop")
    yield opened
    opened.close()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder with one key in it, and no agent."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def let_all_stand(shop: Shop) -> None:
    shop.by()
    article = shop.reader.article(shop.article.id)
    assert article is not None
    blocks = gate_of(shop.reader, article, POLICIES[0]).shut_by
    Gating(shop.ledgers["ann"]).let_stand(shop.article.id, blocks, "Eve", "a reprint")


def countersign(shop: Shop) -> None:
    article = shop.reader.article(shop.article.id)
    assert article is not None
    sealed = sealed_of(shop.reader, article)
    assert sealed is not None
    eve = Who("eve", "Eve", "eve@example.org")
    signing = SigningOff(shop.ledgers["ann"])
    signing.countersign(article, sealed, FakeSigner("eve"), eve, Decision.APPROVED, "", shop.clock)


async def looked(app: FactcheckApp) -> SignOffScreen:
    """The sign-off, once every statement was looked at."""
    screen = app.screen
    assert isinstance(screen, SignOffScreen)
    await until(lambda: screen._is_looking, False)  # nothing else shows that it goes on
    await asyncio.sleep(0)
    return screen


def state(shop: Shop) -> SignedState:
    article = shop.reader.article(shop.article.id)
    assert article is not None
    return shop.reader.signed_state(article)


async def test_what_stands_against_the_sign_off_is_listed_and_enter_goes_to_it(shop: Shop) -> None:
    async with reviewing(shop) as (app, pilot):
        await pilot.press("O")
        await looked(app)
        await pilot.pause()
        assert "nothing was checked" in shown(app)
        assert f"1 of {shop.reader.tally(shop.article.id).statements}" in shown(app)
        await pilot.press("S")
        assert "stand against it: finish them" in shown(app)
        await pilot.press("j", "j", "enter")
        await pilot.pause()
        assert review_of(app).stand.number == 3


async def test_a_blocker_is_let_stand_for_one_or_for_all_and_taken_back(shop: Shop) -> None:
    async with reviewing(shop) as (app, pilot):
        await pilot.press("O")
        await looked(app)
        await pilot.press("s", *"Eve", "enter", *"[/]late", "enter", "o", "enter")
        screen = await looked(app)
        assert [b.number for b in screen.gate.passed] == [1]
        assert "let stand by Eve: [/]late (recorded for Eve, not countersigned)" in shown(app)
        await pilot.press("s", *"Eve", "enter", *"late", "enter", "a", "enter")
        screen = await looked(app)
        assert screen.gate.is_open
        await pilot.press("minus")
        screen = await looked(app)
        assert len(screen.gate.shut_by) == 1
        await pilot.press("z")
        screen = await looked(app)
        assert screen.gate.is_open
    assert shop.findings() == []


@asynccontextmanager
async def asked_to_sign(shop: Shop, home: Path) -> AsyncIterator[tuple[FactcheckApp, Pilot[None]]]:
    """The form of an article against which nothing stands, with one key, whose passphrase is "very secret"."""
    make_key(home / ".ssh" / "id_ed25519", "ann@example.org", "very secret")
    let_all_stand(shop)
    async with reviewing(shop) as (app, pilot):
        await pilot.press("O")
        await looked(app)
        await pilot.press("S")
        await pilot.pause()
        yield app, pilot


async def test_an_open_gate_is_signed_with_a_key_and_its_passphrase_which_is_kept_nowhere(
    shop: Shop, home: Path
) -> None:
    async with asked_to_sign(shop, home) as (app, pilot):
        assert "leaves this machine: the text" in shown(app)
        await pilot.press(*"Ann", "enter", *"ann@x.org", "enter", "enter", "enter")
        await until(lambda: "passphrase" in shown(app), True)
        await pilot.press(*"wrong", "enter")
        await until(lambda: "Try again, or choose another key." in shown(app), True)
        assert state(shop) is SignedState.UNSIGNED
        await pilot.press("end", *["backspace"] * 5, *"very", "space", *"secret", "enter")
        await until(lambda: isinstance(app.screen, SignOffScreen), True)
        await looked(app)
        assert "signed off, revision 1" in shown(app)
        assert "The package is /" in shown(app).replace("\n", " ")
        assert "very secret" not in shown(app)
    assert state(shop) is SignedState.SIGNED
    assert shop.location.file is not None
    assert b"very secret" not in shop.location.file.read_bytes()
    with zipfile.ZipFile(home / f"{shop.article.slug}.factcheck.zip") as package:
        report = json.loads(package.read(f"{shop.article.slug}/report.json"))
    assert report["signoff"]["by"] == "Ann"
    assert shop.findings() == []


async def test_a_form_without_a_name_is_refused_before_the_passphrase_and_leaving_that_leads_back_to_it(
    shop: Shop, home: Path
) -> None:
    async with asked_to_sign(shop, home) as (app, pilot):
        assert "ctrl+s sign" in shown(app)
        await pilot.press("down", *"ann@x.org", "ctrl+s")
        await until(lambda: "signed with a name and an e-mail address" in shown(app), True)
        assert isinstance(app.screen, FormDialog)
        await pilot.press("up", *"Ann", "ctrl+s")
        await until(lambda: isinstance(app.screen, PassphraseDialog), True)
        await pilot.press("escape")
        await until(lambda: isinstance(app.screen, FormDialog), True)
        assert isinstance(app.screen, FormDialog)
        typed = json.loads(app.screen.typed)
        assert (typed["name"], typed["email"]) == ("Ann", "ann@x.org")
        await pilot.press("ctrl+s")
        await until(lambda: isinstance(app.screen, PassphraseDialog), True)
        await pilot.press(*"very", "space", *"secret", "enter")
        await until(lambda: isinstance(app.screen, SignOffScreen), True)
        await looked(app)
    assert state(shop) is SignedState.SIGNED


async def test_p14_a_signed_article_says_so_and_that_it_was_changed_since_until_that_is_undone(
    shop: Shop,
) -> None:
    let_all_stand(shop)
    who = Who("ann", "Ann", "ann@example.org")
    key = FakeSigner().public.fingerprint
    one = prepare(shop.reader, shop.article.id, who, key, POLICIES[0], Tool("f", "0"), shop.clock)
    SigningOff(shop.ledgers["ann"]).sign(one, FakeSigner())
    countersign(shop)
    async with reviewing(shop) as (app, pilot):
        await pilot.pause()
        assert "· signed, countersigned by Eve" in status(app)
        await pilot.press("c")
        assert "· signed, changed since" in status(app)
        await pilot.press("Q")
        assert "· signed, changed since" in shown(app)
        await pilot.press("escape", "S")
        await pilot.pause()
        assert "Sources  signed, changed since" in shown(app)
        await pilot.press("escape", "z")
        await pilot.pause()
        assert "changed since" not in status(app)
        assert "· signed, countersigned by Eve" in status(app)


async def test_the_chosen_forms_are_written_into_the_folder_and_said(shop: Shop, home: Path) -> None:
    async with reviewing(shop) as (app, pilot):
        await pilot.press("P")
        assert isinstance(app.screen, ReportsScreen)
        assert "An unsigned working copy" in shown(app)
        await pilot.press("o")
        assert "not written yet" in shown(app)
        await pilot.press("space", "w")
        written = home / f"{shop.article.slug}.json"
        await until(lambda: str(written)[-20:] in shown(app).replace("\n", "") and written.exists(), True)
        assert json.loads(written.read_bytes())["format"] == "factcheck-report"
        await pilot.press("f", *["backspace"] * 200, *"/nowhere", "enter")
        await until(lambda: "is not a folder" in shown(app), True)


async def test_a_redacted_report_and_a_checked_copy_are_files_of_their_own_and_a_public_page_is_asked_for(
    shop: Shop, home: Path
) -> None:
    async with reviewing(shop) as (app, pilot):
        await pilot.press("P")
        screen = app.screen
        assert isinstance(screen, ReportsScreen)
        assert "a Word file of the text, with comments" in shown(app)
        names = [form.name for form in screen._forms] + [way.name for way in WAYS]
        for name in ("html", "json", "author-docx", REDACTED, CHECKED):
            screen._list.chosen = names.index(name)
            await pilot.press("space")
        assert "A checked copy: the recommended changes alone" in shown(app)
        left_out = [line for line in shown(app).splitlines() if "no checked copy: this form has" in line]
        assert [line.split()[:2] for line in left_out] == [
            ["[-]", "json"],
            ["-", "claimreview"],
            ["-", "webannotation"],
        ]
        assert "1 chosen" in shown(app)
        screen._list.chosen = names.index("claimreview")
        await pilot.press("space", *"example.org", "enter")
        await until(lambda: "no address of a public page" in shown(app), True)
        await pilot.press("home", *"https://", "enter")
        await until(lambda: screen.is_current, True)
        await pilot.press("w")
        await until(lambda: screen._is_writing, False)
        assert "no checked copy: this form has what was found out" in shown(app)
        assert [path.name for path in home.glob(f"{shop.article.slug}*")] == [
            f"{shop.article.slug}-redacted-checked.docx"
        ]
        screen._list.chosen = names.index(CHECKED)
        await pilot.press("space")
        assert "A redacted copy: unsigned" in shown(app)
        await pilot.press("w")
        await until(lambda: screen._is_writing, False)
    slug = shop.article.slug
    written = {path.name for path in home.glob(f"{slug}*")}
    assert written == {
        f"{slug}-redacted.json",
        f"{slug}-redacted-checked.docx",
        f"{slug}-redacted-comments.docx",
        f"{slug}-redacted-claimreview.json",
    }
    assert json.loads((home / f"{slug}-redacted.json").read_bytes())["redaction"]["left_out"]


def test_a_checked_copy_and_comments_on_every_statement_take_turns() -> None:
    assert switched({ON_ALL, RAW}, CHECKED) == {CHECKED, RAW}
    assert switched({CHECKED}, CHECKED) == set()
    asked = wishes({CHECKED, RAW}, "https://example.org")
    assert (asked.is_checked_copy, asked.is_raw, asked.is_on_all) == (True, True, False)


async def test_what_the_gate_asks_for_is_set_over_the_sign_off_and_counts_at_once(shop: Shop) -> None:
    for number in range(1, shop.reader.tally(shop.article.id).statements + 1):
        for question in shop.number(number).questions:
            shop.by().give_verdict(shop.number(number), question, Verdict.CONFIRMED)
    keeper = FakeSettings()
    async with reviewing(shop) as (app, pilot):
        app._keeper = keeper
        await pilot.press("O")
        screen = await looked(app)
        assert screen.gate.of(Blocker.NOT_GONE_OVER)
        await pilot.press("comma", *"jjjjj", "enter", "escape")
        await until(lambda: screen.is_current, True)
        await looked(app)
        assert not keeper.settings.gate_details
        assert screen.gate.of(Blocker.NOT_GONE_OVER) == ()
        assert screen.gate.of(Blocker.NO_SOURCE)


async def test_p17_a_store_that_can_only_be_read_still_shows_what_stands_against_it_and_writes_reports(
    shop: Shop, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop.by().give_verdict(shop.number(1), Question.SO, Verdict.CONFIRMED)
    usual = os.open

    def refused(path: Any, flags: int, *rest: int, **named: int) -> int:
        if path == shop.location.file and flags & os.O_RDWR:
            raise PermissionError(errno.EACCES, "Permission denied")
        return usual(path, flags, *rest, **named)

    monkeypatch.setattr(os, "open", refused)
    async with reviewing(shop) as (app, pilot):
        await pilot.press("O")
        await looked(app)
        assert "against the sign-off" in shown(app)
        await pilot.press("escape", "P", "w")
        written = home / f"{shop.article.slug}.html"
        await until(written.exists, True)
