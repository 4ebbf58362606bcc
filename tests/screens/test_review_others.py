"""Other windows and people, the article at a glance, settings, own keys, the first-run hint."""

import asyncio
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.screen import Screen

from factcheck.app import FactcheckApp
from factcheck.domain.filter import Filter, FilterBy
from factcheck.domain.history import News
from factcheck.domain.verdict import Question, Verdict
from factcheck.errors import LockedError, StorageFailedError, UsageError
from factcheck.screens.place_keeper import DELAY
from factcheck.screens.remapping import check_keys
from factcheck.settings import Settings, SettingsFile, load_settings
from factcheck.widgets.overview import Overview
from tests.screens.fake_desk import FakeDesk
from tests.screens.fake_settings import FakeSettings
from tests.screens.fakes import FakeReview
from tests.screens.running import NARROW, WIDE, app_of, review_of, running, shown, status


async def wait_for_flush(app: FactcheckApp) -> None:
    """Save the place now, and wait until it is on the disk."""
    if (future := review_of(app).placing.flush()) is not None:
        await future
    await asyncio.sleep(0)


async def test_news_of_another_person_are_said_and_shown() -> None:
    review = FakeReview()
    app = app_of(review)
    async with running(app):
        review.hear("s1", Question.SO, Verdict.DISPUTED)
        review_of(app)._watching.look()
        assert "changed by ben [/] at 10:42: so: disputed on 1" in shown(app)
        assert "1 verdicts" in status(app)
        assert "✗ disputed" in shown(app)
        margin = next(line for line in review_of(app).article.painted if "Harbour master calls" in line)
        assert margin.rstrip().endswith("·✗")


async def test_news_from_another_window_of_ones_own_and_several_at_once() -> None:
    review = FakeReview()
    app = app_of(review)
    async with running(app):
        review.hear("s2", Question.SO, Verdict.CONFIRMED, by=review.person)
        review.hear("s3", Question.SO, Verdict.CONFIRMED, by=review.person)
        review_of(app)._watching.look()
        assert "changed in another window at 10:43: so: confirmed on 3, and 1 more" in shown(app)


async def test_after_news_an_answer_is_given_to_what_is_shown_now() -> None:
    review = FakeReview()
    app = app_of(review)
    async with running(app) as pilot:
        review.hear("s1", Question.SO, Verdict.DISPUTED)
        review_of(app)._watching.look()
        await pilot.press("c")
        assert "2 verdicts · saved" in status(app)


async def test_a_move_away_and_back_is_saved_because_another_window_may_have_moved_in_between() -> None:
    review = FakeReview()
    app = app_of(review)
    async with running(app) as pilot:
        await pilot.press("j", "k")
        review_of(app).placing.flush()
        saved = len(review.places)
        await pilot.press("j", "k")
        review_of(app).placing.flush()
        assert len(review.places) == saved + 1
        assert review.places[-1] == review.places[-2]


async def test_quitting_leaves_the_place_to_the_window_that_moved_last() -> None:
    review = FakeReview()
    app = app_of(review)
    async with running(app) as pilot:
        await pilot.press("j")
        await wait_for_flush(app)
        assert review_of(app).placing.flush() is None


async def test_what_another_window_left_half_typed_is_taken_over_and_stays() -> None:
    review = FakeReview()
    app = app_of(review)
    async with running(app) as pilot:
        review_of(app).keep_typed("private_note:s2", "mine")
        await wait_for_flush(app)
        assert review.saved_place is not None
        theirs = {"private_note:s1": "theirs", "private_note:s2": "mine"}
        review.saved_place = replace(review.saved_place, typed=theirs)
        review_of(app).keep_typed("private_note:s2", None)
        review_of(app).keep_typed("private_note:s3", "more")
        await pilot.press("j")
        await wait_for_flush(app)
        assert review.saved_place.typed == {"private_note:s1": "theirs", "private_note:s3": "more"}
        review.hear("s1", Question.SO, Verdict.DISPUTED)
        review_of(app)._watching.look()
        assert review_of(app).typed == review.saved_place.typed


async def test_news_alone_leave_the_place_to_the_window_that_moved_last() -> None:
    review = FakeReview()
    app = app_of(review)
    async with running(app) as pilot:
        await pilot.press("j")
        review_of(app).placing.flush()
        saved = len(review.places)
        review.hear("s1", Question.SO, Verdict.DISPUTED)
        review_of(app)._watching.look()
        await pilot.pause(2 * DELAY)
        assert len(review.places) == saved


async def test_news_change_what_a_filter_lets_through() -> None:
    review = FakeReview()
    app = app_of(review)
    async with running(app) as pilot:
        review_of(app).filter_by(Filter(FilterBy.ANSWER, "so:disputed"))
        review.hear("s7", Question.SO, Verdict.DISPUTED)
        review_of(app)._watching.look()
        assert "filter: so disputed · 1" in status(app)
        await pilot.press("j")
        assert review_of(app).stand.number == 7


async def test_news_about_the_whole_article_read_everything_again() -> None:
    review = FakeReview()
    app = app_of(review)
    async with running(app):
        review.article = replace(review.article, dateline="Oslo [/]")
        review.unheard.append(News(7, "2025-03-04T10:50:00.000Z", "ben", "dateline set", None, "g"))
        review_of(app)._watching.look()
        assert "changed by ben at 10:50: dateline set" in shown(app)
        assert "Oslo [/]" in shown(app)


async def test_looking_for_news_paints_nothing_when_there_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    app = app_of(FakeReview())
    async with running(app) as pilot:
        frames: list[int] = []
        paint = Screen._compositor_refresh

        def painted(screen: Screen[object]) -> None:
            frames.append(1)
            paint(screen)

        monkeypatch.setattr(Screen, "_compositor_refresh", painted)
        review_of(app)._watching.look()
        await pilot.pause()
        assert not frames


async def test_a_busy_store_is_asked_for_news_another_time() -> None:
    review = FakeReview()
    app = app_of(review)
    async with running(app):

        def busy() -> list[News]:
            raise LockedError("The store is busy.", "Wait.")

        review.news = busy  # type: ignore[method-assign]  # another process is writing
        review_of(app)._watching.look()
        assert "busy" not in shown(app)


async def test_a_conflict_tells_its_moments_in_local_time() -> None:
    review = FakeReview()
    app = app_of(review)
    async with running(app) as pilot:
        review.overtake(
            "s1",
            "Changed by ben [/] at 2025-03-04T10:40:12.345Z: it is now so: disputed. Yours was so: confirmed.",
        )
        await pilot.press("c")
        assert "at 10:40: it is now so: disputed. Yours was so: confirmed." in shown(app).replace("\n", " ")


async def test_the_overview_shows_each_statement_and_a_click_goes_there() -> None:
    app = app_of(FakeReview())
    async with running(app) as pilot:
        overview = app.screen.query_one(Overview)
        assert overview.painted[0].count("·") == 10
        await pilot.press("j", "d")
        row = overview.painted[0]
        assert (row.count("·"), row[12], row.count("━")) == (9, "✗", 11)
        await pilot.press("z")
        assert overview.painted[0].count("·") == 10
        await pilot.click("#head-rule", offset=(61, 0))
        await pilot.pause()
        assert review_of(app).stand.number == 6


async def test_the_overview_follows_when_a_part_is_taken_back() -> None:
    app = app_of(FakeReview())
    async with running(app) as pilot:
        await pilot.press("X", "enter")
        assert app.screen.query_one(Overview).painted[0].count("·") == 11


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_many_statements_share_a_column_and_the_worst_is_shown(size: tuple[int, int]) -> None:
    overview = Overview()
    overview.fill(bytearray([1] * 500 + [5] + [1] * 500 + [3] * 999))
    overview._number = 2000
    (row,) = overview.lines_for(size[0], 1)
    text = "".join(piece for piece, _ in row)
    assert len(text) == size[0]
    assert (text.count("✗"), text[-1], text[0]) == (1, "◆", "✓")


async def test_the_first_run_hint_goes_with_the_first_verdict_and_stays_away() -> None:
    keeper = FakeSettings(is_hint_wanted=True)
    app = app_of(FakeReview(), keeper=keeper)
    async with running(app) as pilot:
        assert "c u d answer the question at ▸" in shown(app)
        await pilot.press("j")
        assert "c u d answer" in shown(app)
        await pilot.press("c")
        assert not keeper.is_hint_wanted
        await pilot.press("j")
        assert "c u d answer" not in shown(app)


async def test_auto_advance_moves_on_only_from_a_complete_statement_and_only_when_it_is_on() -> None:
    app = app_of(FakeReview(), settings=Settings("Vera", auto_advance=True))
    async with running(app) as pilot:
        await pilot.press("c")
        assert review_of(app).stand.number == 1
        await pilot.press("s", "c")
        assert review_of(app).stand.number == 2
        assert "so: confirmed on 1; now at 2" in shown(app)
        await pilot.press("u", "c")
        assert review_of(app).stand.number == 3


async def test_settings_are_changed_seen_and_kept() -> None:
    keeper = FakeSettings()
    app = app_of(FakeReview(), keeper=keeper)
    async with running(app) as pilot:
        await pilot.press("comma", "enter")
        await pilot.pause()
        assert (keeper.settings.theme, app.theme) == ("light", "factcheck-light")
        await pilot.press("j", "enter")
        await pilot.pause()
        assert keeper.settings.auto_advance
        assert review_of(app).is_auto_advancing
        await pilot.press("j", "enter")
        await pilot.pause()
        await pilot.press(*["backspace"] * 4, *"[/b]", "enter")
        await pilot.pause()
        assert keeper.settings.person == "[/b]"
        assert "[/b]" in shown(app)


async def test_settings_that_cannot_be_saved_say_why() -> None:
    keeper = FakeSettings()
    keeper.error = StorageFailedError("The disk is full [/].", "Free some space.")
    app = app_of(FakeReview(), keeper=keeper)
    async with running(app) as pilot:
        await pilot.press("comma", "enter")
        await pilot.pause()
        assert "The disk is full [/]." in shown(app)
        assert app.theme == "factcheck-dark"


async def test_who_is_checking_cannot_be_set_where_the_environment_says_it() -> None:
    app = app_of(FakeReview(), keeper=FakeSettings(is_person_fixed=True))
    async with running(app) as pilot:
        await pilot.press("comma", "j", "j", "enter")
        await pilot.pause()
        assert "FACTCHECK_PERSON" in shown(app)


async def test_settings_open_at_the_desk_too() -> None:
    app = app_of(None, FakeDesk(FakeReview()), keeper=FakeSettings())
    async with running(app) as pilot:
        await pilot.press("comma")
        assert "Auto-advance" in shown(app)


async def test_own_keys_work_and_are_named_everywhere() -> None:
    review = FakeReview()
    keys = {"confirmed": ("y",), "copy": ("c",), "next": ("I", "down"), "help": ("U",)}
    app = app_of(review, settings=Settings("Vera", keys=keys))
    async with running(app) as pilot:
        assert "y confirmed" in shown(app)
        assert "U help" in shown(app)
        await pilot.press("y")
        assert review.calls == [("give_verdict", "s1", Question.SAID, Verdict.CONFIRMED)]
        await pilot.press("c", "1", "I")
        assert len(review.calls) == 1
        assert review_of(app).stand.number == 2
        await pilot.press("U")
        assert "  I ↓ " in shown(app)
        await pilot.press("escape", "m", *"why", "ctrl+s")
        assert review.calls[-1] == ("private_note", "s2", "why")


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ({"confirm": ("c",)}, "there is no command confirm"),
        ({"confirmed": ("ctrl+shift+hyper",)}, "is no key"),
        ({"confirmed": ("u",)}, "u is both confirmed and unverified"),
        ({"help": ("j",)}, "j is both"),
        ({"save_note": ("s",)}, "is typed there"),
        ({"confirm": ("c",), "next": ("\x1b",)}, "there is no command confirm; '\\x1b' for next is no key"),
    ],
)
def test_keys_that_do_not_fit_are_all_named(keys: dict[str, tuple[str, ...]], said: str) -> None:
    with pytest.raises(UsageError) as raised:
        check_keys(keys)
    assert said in raised.value.sentence


def test_swapped_keys_fit() -> None:
    check_keys(
        {
            "confirmed": ("u",),
            "unverified": ("c", ","),
            "next": (" ", "down"),
            "next_open": ("j",),
            "settings": ("f2",),
        }
    )


def test_settings_are_written_line_by_line_and_nothing_else_is_touched(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(
        '# mine\ntheme = "dark"  # at night\nodd = 3\n\n[keys]\nconfirmed = "y"\n', encoding="utf-8"
    )
    file = SettingsFile(path, tmp_path / "hinted", {})
    file.save("theme", "light")
    settings = file.save("auto_advance", True)
    assert path.read_text(encoding="utf-8") == (
        '# mine\ntheme = "light"  # at night\nodd = 3\n\nauto_advance = true\n[keys]\nconfirmed = "y"\n'
    )
    assert (settings.theme, settings.auto_advance, settings.keys) == ("light", True, {"confirmed": ("y",)})


def test_settings_that_would_be_spoilt_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    before = 'person = """\nAda"""\n'
    path.write_text(before, encoding="utf-8")
    with pytest.raises(UsageError, match="spoil"):
        SettingsFile(path, tmp_path / "hinted", {}).save("person", "Ben")
    assert path.read_text(encoding="utf-8") == before


def test_the_hint_is_remembered(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "settings.toml", tmp_path / "state" / "hinted", {})
    assert file.is_hint_wanted
    file.hint_is_done()
    assert not file.is_hint_wanted
    assert not (tmp_path / "settings.toml").exists()


@pytest.mark.parametrize(
    "told", ['"Post"', '{url = "https://x.example"}', "{name = 3}", '{name = "P", url = "x"}']
)
def test_a_newsroom_without_a_name_or_with_another_address_is_refused(tmp_path: Path, told: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('newsroom = {name = " The  Post ", url = "https://post.example"}\n', encoding="utf-8")
    assert load_settings(path, {}).newsroom == ("The Post", "https://post.example")
    path.write_text(f"newsroom = {told}\n", encoding="utf-8")
    with pytest.raises(UsageError, match="newsroom"):
        load_settings(path, {})


@pytest.mark.parametrize("line", ["confirmed = 3", "confirmed = []", 'confirmed = [""]', "confirmed = [1]"])
def test_a_table_of_keys_of_another_kind_is_refused(tmp_path: Path, line: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(f"[keys]\n{line}\n", encoding="utf-8")
    with pytest.raises(UsageError, match="keys"):
        load_settings(path, {})
