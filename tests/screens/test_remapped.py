"""Whoever has put commands on other keys is told those, in every sentence that names a key."""

from msgspec.structs import replace

from factcheck.settings import Settings
from factcheck.widgets.lines import ListFrame
from tests.screens.desks import full_desk
from tests.screens.fake_article import made
from tests.screens.fake_desk import FakeDesk
from tests.screens.fakes import FakeReview
from tests.screens.running import app_of, running, shown

SETTINGS = Settings(
    "Vera",
    keys={
        "basis": ("ß",),
        "add_source": ("ø",),
        "other_pane": ("ŧ",),
        "page_down": ("þ", "pagedown"),
        "page_up": ("ħ", "pageup"),
        "leave_ticking": ("đ",),
        "excluded": ("ŋ",),
        "filter": ("ł",),
        "show_all": ("Ł",),
        "private_note": ("æ",),
        "import_file": ("ĸ",),
        "import_paste": ("ı",),
        "archive": ("ä",),
        "archived": ("Ä",),
        "show_desk": ("ö",),
        "quit": ("ctrl+x",),
    },
)


async def test_the_card_names_the_keys_of_the_user_for_what_it_lacks() -> None:
    app = app_of(FakeReview(), settings=SETTINGS)
    async with running(app) as pilot:
        await pilot.press("u")
        assert "without a basis — ß" in shown(app)
        await pilot.press("c")
        assert " — ø" in shown(app)
        assert " — e" not in shown(app)
        await pilot.press("ŧ")
        assert "ħ and þ scroll the card" in shown(app)


async def test_a_note_that_is_not_saved_names_the_key_of_the_user_and_so_does_what_lies_below_the_card() -> (
    None
):
    article = made()
    words = " ".join(["It is long."] * 90)
    article.statements[0] = replace(article.statements[0], private_note=words)
    app = app_of(FakeReview(article), settings=SETTINGS)
    async with running(app) as pilot:
        assert "more · ŧ, þ" in shown(app)
        await pilot.press("j", "æ", *"why", "escape")
        assert "not saved yet — æ" in shown(app)


async def test_menus_and_notices_name_the_keys_of_the_user() -> None:
    review = FakeReview()
    app = app_of(review, settings=SETTINGS)
    async with running(app) as pilot:
        await pilot.press("t", "v")
        assert "đ ends ticking" in shown(app)
        await pilot.press("đ", "Ł")
        assert "ł sets one" in shown(app)
        await pilot.press("ł", "enter", "ł")
        assert "Ł goes through all again" in shown(app)
        await pilot.press("escape", "ctrl+c")
        assert [n.message for n in app._notifications] == ["ctrl+x leaves; all is saved"]


async def test_an_empty_desk_and_an_empty_archive_name_the_keys_of_the_user() -> None:
    app = app_of(None, FakeDesk(), settings=SETTINGS)
    async with running(app) as pilot:
        assert "  ĸ   import an article from a file" in shown(app)
        assert "  ı   paste an article" in shown(app)
        await pilot.press("Ä")
        assert "Ä   goes back to the desk, where ä puts" in shown(app)
        assert "Ä leads back to the desk" in str(app.screen.query_one(ListFrame).painted[0])


async def test_what_is_looked_for_on_the_desk_is_left_with_the_key_of_the_user() -> None:
    app = app_of(None, full_desk(), settings=SETTINGS)
    async with running(app) as pilot:
        await pilot.press("slash")
        assert "enter keep · ö all" in shown(app)
        await pilot.press(*"nothing", "enter")
        assert "ö   shows all again" in shown(app)
        assert "ö shows all" in shown(app)
