"""What the program says to a first-time user fits a small window, and no key leads into an empty box."""

from pathlib import Path

import pytest

from factcheck.errors import UsageError
from factcheck.screens.desk import DeskScreen
from factcheck.screens.dialogs.form import Field, FormDialog
from factcheck.screens.review import ReviewScreen
from factcheck.widgets.key_line import KeyLine
from factcheck.widgets.lines import Alert
from tests.build import Shop, open_shop
from tests.screens.fake_desk import FakeDesk
from tests.screens.fake_settings import FakeSettings
from tests.screens.fakes import FakeReview
from tests.screens.real import reviewing
from tests.screens.running import NARROW, app_of, review_of, running, shown

pytestmark = (
    pytest.mark.no_cover
)  # what it looks at is covered by the services' and the other screens' tests; tracing takes twice the time

ONE_BY_ONE = "The harbour was shut. It rained.\n"


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    opened = open_shop(tmp_path, ONE_BY_ONE)
    opened.close()
    return opened


@pytest.mark.parametrize("columns", [60, 80, 100, 120])
async def test_the_first_keys_are_named_whole_in_every_width(columns: int) -> None:
    app = app_of(FakeReview(), keeper=FakeSettings(is_hint_wanted=True))
    async with running(app, (columns, 24)):
        assert "? shows all keys" in shown(app)
        assert "…" not in review_of(app).writing.notice("")


async def test_what_a_key_says_is_never_cut_and_goes_with_the_next_one(shop: Shop) -> None:
    async with reviewing(shop, NARROW) as (app, pilot):
        await pilot.press("end", "+")
        assert "statements are not joined across its end." in " ".join(shown(app).split())
        assert review_of(app).writing.alert.display
        await pilot.press("k")
        assert not review_of(app).writing.alert.display
        assert "not joined" not in shown(app)


async def test_with_no_source_on_file_the_key_for_them_says_how_one_gets_there(shop: Shop) -> None:
    async with reviewing(shop, NARROW) as (app, pilot):
        await pilot.press("E")
        assert isinstance(app.screen, ReviewScreen)
        assert "no source is on file yet; e adds one" in shown(app)


async def test_the_boxes_of_words_say_how_one_gets_to_a_word(shop: Shop) -> None:
    async with reviewing(shop, NARROW) as (app, pilot):
        for key in "xaw":
            await pilot.press(key)
            assert "h l j k and the arrows go through the words" in shown(app)
            await pilot.press("escape")


async def test_in_an_empty_list_all_keys_that_want_an_entry_are_dim(shop: Shop) -> None:
    async with reviewing(shop, (120, 40)) as (app, pilot):
        for screen, idle in (("C", "fG"), ("H", "fG"), ("Q", "fa")):
            await pilot.press(screen)
            (line,) = app.screen.query(KeyLine)
            looks = dict(line.lines_for(118, 1)[0])
            assert [looks[key] for key in idle] == ["muted", "muted"]
            assert looks["?"] == "accent"
            await pilot.press("escape")


async def test_the_borders_of_the_desk_follow_a_window_that_is_dragged() -> None:
    app = app_of(None, FakeDesk(FakeReview()))
    async with running(app, (120, 40)) as pilot:
        wide = shown(app)
        assert "How it begins" in wide
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "How it begins" not in shown(app)
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert shown(app) == wide


async def test_what_the_desk_says_is_never_cut_and_an_alarm_has_its_cause_and_next_step() -> None:
    app = app_of(None, FakeDesk(FakeReview()))
    async with running(app, NARROW) as pilot:
        desk = app.screen
        assert isinstance(desk, DeskScreen)
        desk.say("factcheck export " + "long-name-" * 9 + " --format html")
        await pilot.pause()
        assert "--format html" in shown(app)
        await pilot.press("j")
        assert "--format html" not in shown(app)
        desk.alert(UsageError("The disk is full.", "Make room and try again."))
        await pilot.pause()
        (alert,) = desk.query(Alert)
        assert alert.size.height == 3
        assert "Make room and try again." in shown(app)


async def test_an_empty_desk_says_that_there_is_something_in_the_archive() -> None:
    desk = FakeDesk(FakeReview())
    app = app_of(None, desk)
    async with running(app, NARROW) as pilot:
        await pilot.press("a", "p")
        await pilot.pause()
        assert "A   look into the archive" in shown(app)


async def test_what_stands_above_the_fields_of_a_form_is_read_by_key_in_a_low_window() -> None:
    async def refuse(typed: object) -> None:
        raise UsageError("No key was chosen.", "Choose one.")

    app = app_of(FakeReview())
    async with running(app, NARROW) as pilot:
        lines = [(f"line {number}", "") for number in range(30)]
        fields = [Field("name", "Name")]
        form: FormDialog[None] = FormDialog(
            "Sign?", lines, fields, {}, "", ask=refuse, keep=lambda text: None
        )
        app.push_screen(form)
        await pilot.pause()
        box = form.query_one("#box")
        assert "pgup read above" in shown(app)
        assert box.scroll_y == box.max_scroll_y > 0
        await pilot.press("pageup", "pageup")
        assert box.scroll_y == 0
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert box.scroll_y == box.max_scroll_y  # what is wrong stands at the end, and so do the keys
