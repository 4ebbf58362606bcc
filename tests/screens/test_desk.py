"""The desk over a fake store: what it shows, and the ways through it."""

import pytest
from textual.events import MouseScrollDown
from textual.screen import Screen

from factcheck.app import FactcheckApp
from factcheck.commands.catalogue import commands_of
from factcheck.commands.command import Where
from factcheck.domain.tally import Tally
from factcheck.errors import StorageFailedError
from factcheck.screens.desk import DeskScreen
from factcheck.screens.desk_view import DeskView, Order
from factcheck.widgets.article_columns import is_past
from factcheck.widgets.progress_bar import progress_bar
from tests.screens.desks import BARELY_BEGUN, FINISHED, HALF_DONE, full_desk
from tests.screens.fake_article import NOW
from tests.screens.fake_desk import FakeDesk, line_of
from tests.screens.fakes import FakeReview
from tests.screens.running import NARROW, WIDE, app_of, running, shown


def rows(app: FactcheckApp) -> list[str]:
    """The rows of the list, without its heading."""
    return [line for line in app.screen.query_one("#articles").painted[2:] if line.strip()]  # type: ignore[attr-defined]  # a pane of ours


def chosen(app: FactcheckApp) -> str:
    """The row with the bar."""
    return next(line for line in rows(app) if line.startswith("▌"))


def test_every_command_of_the_desk_can_be_done_and_nothing_else_can() -> None:
    screen = DeskScreen(FakeDesk(), clock=lambda: NOW)
    assert set(screen.acts()) == {c.id for c in commands_of(Where.DESK)}


async def test_a_row_says_how_far_an_article_has_come() -> None:
    app = app_of(None, full_desk())
    async with running(app):
        assert [line.split() for line in app.screen.query_one("#articles").painted[:1]] == [  # type: ignore[attr-defined]  # a pane of ours
            ["ARTICLE", "DONE", "RECHECK", "VERDICTS", "DEADLINE", "TOUCHED"]
        ]
        ferry, zoo, minister, trap, _ = rows(app)
        assert "08:05" in ferry
        assert "━━━╍─────" in zoo
        assert (
            zoo.split()[-10:] == ["↺", "2", "✓", "5", "?", "2", "✗", "2", "!", "2025-03-03"] or "↺ 2" in zoo
        )
        assert "4/11" in zoo
        assert "! 2025-03-03 18:00" in zoo
        assert "━" * 10 in minister
        assert "✓ 26" in minister
        assert "1/340" in trap
        assert "Fri, first edition" in trap
        assert "2024-12-24" in trap


async def test_the_rows_are_aligned() -> None:
    app = app_of(None, full_desk())
    async with running(app):
        starts = {line.index("✓") for line in rows(app)[:4]}
        assert len(starts) == 1


async def test_moving_shows_the_chosen_article_whole_and_its_number() -> None:
    app = app_of(None, full_desk())
    async with running(app) as pilot:
        assert chosen(app).startswith("▌ Ferry late")
        await pilot.press("j")
        for told in (
            "Penguins at the gate, 2 March 2025.",
            "4 of 11 done",
            "2 recheck · 5 untouched · 1 excluded",
            "LEFT AT  5 of 12 — enter goes on there",
            "NEXT     3  The keeper, Ada Lund, said on Monday",
            "DEADLINE 2025-03-03 18:00 — passed",
            "DATELINE Lindholm, 3 March 2025",
        ):
            assert told in shown(app)
        assert "2 of 5 articles · by last touched" in shown(app)
        for keys, start in ((["end"], "▌ 港"), (["k"], "▌ �evil"), (["home"], "▌ Ferry"), (["pagedown"], "▌ 港"),
                            (["pageup"], "▌ Ferry"), (["down", "down", "up"], "▌ Zoo")):  # fmt: skip
            await pilot.press(*keys)
            assert chosen(app).startswith(start)


async def test_where_there_is_no_room_for_a_glance_three_lines_say_the_most_of_it_and_nothing_is_read() -> (
    None
):
    desk = full_desk()
    app = app_of(None, desk)
    async with running(app, (100, 20)) as pilot:
        await pilot.press("j")
        assert "‘the first step to a colony’ [sic]" in shown(app)
        assert "dateline Lindholm, 3 March 2025   deadline 2025-03-03 18:00 — passed" in shown(app)
        assert "4 done · 7 open · 2 recheck · 1 excluded" in shown(app)
        assert desk.glanced_at == []
        await pilot.resize_terminal(100, 40)
        await pilot.pause()
        assert "NEXT     3" in shown(app)


async def test_an_article_is_glanced_at_once_until_the_articles_are_read_again() -> None:
    desk = full_desk()
    app = app_of(None, desk)
    async with running(app) as pilot:
        await pilot.press("j", "k", "j", "k", "o")
        assert desk.glanced_at == ["k1", "k2"]
        await pilot.press("A", "A")
        assert desk.glanced_at == ["k1", "k2", "k6", "k1"]


async def test_a_list_that_is_longer_than_the_window_follows_the_chosen_row() -> None:
    desk = FakeDesk(lines=[line_of(n, f"Piece number {n}", touched_at="") for n in range(500)])
    app = app_of(None, desk)
    async with running(app, NARROW) as pilot:
        await pilot.press("end")
        assert chosen(app).startswith("▌ Piece number 499")
        assert "500 of 500 articles" in shown(app)
        await pilot.press("home", "pagedown", "j")
        assert chosen(app).startswith("▌ Piece number 14 ")
        assert rows(app)[-1] == chosen(app)


async def test_one_key_goes_through_the_orders() -> None:
    app = app_of(None, full_desk())
    async with running(app) as pilot:
        await pilot.press("j", "o")
        assert "ordered by title" in shown(app)
        assert [line[2:6].strip() for line in rows(app)[:2]] == ["Ferr", "Mini"]
        assert chosen(app).startswith("▌ Zoo")
        await pilot.press("o")
        assert chosen(app) == rows(app)[0]
        await pilot.press("o")
        assert "by progress" in shown(app)
        await pilot.press("o")
        assert rows(app)[0].startswith("  Ferry")


def test_the_orders_put_first_what_comes_first() -> None:
    a = line_of(1, "Éclair", deadline="2025-03-05", tally=FINISHED, touched_at="2025-03-01T00:00:00Z")
    b = line_of(2, "beach", deadline="2025-03-04", tally=HALF_DONE, touched_at="2025-03-03T00:00:00Z")
    c = line_of(3, "Zoo", tally=BARELY_BEGUN, touched_at="2025-03-02T00:00:00Z")
    found = {
        order: [line.article.id for line in DeskView(order).arranged([a, b, c])] for order in list(Order)
    }
    assert found == {
        Order.TOUCHED: ["k2", "k3", "k1"],
        Order.TITLE: ["k2", "k1", "k3"],
        Order.DEADLINE: ["k2", "k1", "k3"],
        Order.PROGRESS: ["k3", "k2", "k1"],
    }


async def test_finding_narrows_the_list_while_one_types_and_letters_are_letters() -> None:
    desk = full_desk()
    app = app_of(None, desk)
    async with running(app) as pilot:
        await pilot.press("/", *"zoo")
        await pilot.pause()
        assert len(rows(app)) == 1
        assert chosen(app).startswith("▌ Zoo")
        await pilot.press("enter")
        assert "1 of 1 found “zoo” in 5 articles" in shown(app)
        await pilot.press("escape")
        assert len(rows(app)) == 5
        assert chosen(app).startswith("▌ Zoo")
        assert desk.calls == []


async def test_finding_does_not_look_at_capitals_or_accents_and_wants_all_words() -> None:
    view = DeskView(words="BEST  minister")
    lines = [line_of(1, "Minister’s ‘[B]est year’"), line_of(2, "Minister’s bést year"), line_of(3, "best")]
    assert [line.article.id for line in view.arranged(lines)] == ["k2"]


async def test_arrows_choose_among_what_is_found_and_enter_then_opens() -> None:
    review = FakeReview()
    desk = FakeDesk(review, lines=[line_of(1, "Harbour tax", touched_at="2025-03-05T00:00:00Z")])
    app = app_of(None, desk)
    async with running(app) as pilot:
        await pilot.press("/", *"harbour", "down", "enter", "enter")
        await pilot.pause()
        assert "1/10 · 0 done" in shown(app)
        await pilot.press("escape")
        await pilot.pause()
        assert "found “harbour”" in shown(app)
        assert chosen(app).startswith("▌ Harbour master")


async def test_nothing_found_says_how_to_get_all_back() -> None:
    app = app_of(None, full_desk())
    async with running(app) as pilot:
        await pilot.press("/", *"[/]x", "enter", "r", "a", "D", "ctrl+d", "e")
        assert "Nothing is called so." in shown(app)
        assert "there is no article here" in shown(app)
        await pilot.press("escape")
        assert len(rows(app)) == 5


async def test_the_desk_is_looked_at_in_the_same_way_after_a_review() -> None:
    app = app_of(None, FakeDesk(FakeReview(), lines=[line_of(1, "Alpha")]))
    async with running(app) as pilot:
        await pilot.press("o", "end", "enter")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert "by title" in shown(app)
        assert chosen(app).startswith("▌ Harbour")


async def test_the_mouse_chooses_scrolls_and_opens() -> None:
    desk = FakeDesk(FakeReview(), lines=[line_of(n, f"Piece {n}", touched_at="") for n in range(60)])
    app = app_of(None, desk)
    async with running(app) as pilot:
        await pilot.click("#articles", offset=(5, 4))
        await pilot.pause()
        assert chosen(app).startswith("▌ Piece 1")
        assert "piece-1\n" in shown(app)
        await pilot.click("#articles", offset=(5, 0))
        assert chosen(app).startswith("▌ Piece 1")
        target = app.screen.query_one("#articles")
        target.post_message(MouseScrollDown(target, 5, 5, 0, 1, 0, False, False, False))
        await pilot.pause()
        assert rows(app)[0].startswith("  Piece 2")
        await pilot.press("home")
        await pilot.click("#articles", offset=(5, 2), times=2)
        await pilot.pause()
        assert "1/10 · 0 done" in shown(app)


@pytest.mark.parametrize("keys", ["j", "k", "end", "o", "A"])
async def test_a_key_is_painted_in_one_frame(keys: str, monkeypatch: pytest.MonkeyPatch) -> None:
    app = app_of(None, full_desk())
    async with running(app) as pilot:
        await pilot.press("j", "j")
        frames: list[int] = []
        paint = Screen._compositor_refresh

        def painted(screen: Screen[object]) -> None:
            frames.append(1)
            paint(screen)

        monkeypatch.setattr(Screen, "_compositor_refresh", painted)
        await pilot.press(keys)
        await pilot.pause()
        assert len(frames) == 1


@pytest.mark.parametrize("size", [WIDE, NARROW, (60, 16)])
@pytest.mark.parametrize(
    "keys", [[], ["r"], ["D"], ["L"], ["ctrl+d"], ["i"], ["v"], ["/"], ["e"], ["?"], ["A"]]
)
async def test_traps_are_shown_as_they_are_at_every_size(keys: list[str], size: tuple[int, int]) -> None:
    app = app_of(None, full_desk())
    async with running(app, size) as pilot:
        await pilot.press("end", "k", *keys)
        await pilot.pause()
        picture = app.export_screenshot()
        assert not any(raw in picture for raw in ("\x1b", "\x07", "\u202e"))
        if not keys:
            assert "�evil� ␛]52;c;aGk=␇ [/] [sic]" in shown(app)


async def test_the_empty_desk_says_which_key_comes_next() -> None:
    app = app_of(None, FakeDesk())
    async with running(app) as pilot:
        assert "i   import an article from a file" in shown(app)
        assert "v   paste an article" in shown(app)
        await pilot.press("r")
        assert "there is no article here" in shown(app)
        await pilot.press("A")
        assert "Nothing is in the archive." in shown(app)


async def test_a_window_that_is_too_small_says_so() -> None:
    app = app_of(None, full_desk())
    async with running(app, (50, 12)):
        assert "too small" in shown(app)


async def test_e_names_the_command_that_exports() -> None:
    app = app_of(None, full_desk())
    async with running(app) as pilot:
        await pilot.press("e")
        assert "factcheck export piece-1 --format html" in shown(app)
        await pilot.press("j")
        assert "factcheck export" not in shown(app)


async def test_an_article_is_archived_when_that_is_confirmed_is_gone_from_the_desk_and_can_be_brought_back() -> (
    None
):
    desk = full_desk()
    app = app_of(None, desk)
    async with running(app) as pilot:
        await pilot.press("j", "a", "enter", "a", "escape", "a", "l")
        assert desk.calls == []
        assert "it stays on the desk" in shown(app)
        await pilot.press("a", "p")
        await pilot.pause()
        assert desk.calls == [("archive", "piece-2", True)]
        assert "archived; A shows the archive, where a brings it back: Zoo counts" in shown(app)
        assert chosen(app).startswith("▌ Minister")
        await pilot.press("A")
        assert "archive · A leads back to the desk" in shown(app)
        assert [line[2:6] for line in rows(app)] == ["Zoo ", "Put "]
        await pilot.press("home", "a")
        assert desk.calls[1:] == [("archive", "piece-2", False)]
        assert "back on the desk; esc shows it" in shown(app)
        await pilot.press("escape")
        assert len(rows(app)) == 5


async def test_what_could_not_be_saved_stays_on_the_screen_until_the_next_key() -> None:
    desk = full_desk()
    desk.fail_with = StorageFailedError("The disk [/] is full.", "Free some space, then press a again.")
    app = app_of(None, desk)
    async with running(app) as pilot:
        await pilot.press("a", "p")
        await pilot.pause()
        assert "Not saved" in shown(app)
        assert "The disk [/] is full." in shown(app)
        assert "Free some space, then press a again." in shown(app)
        assert len(rows(app)) == 5
        await pilot.press("j")
        assert "The disk" not in shown(app)


@pytest.mark.parametrize(
    ("tally", "bar"),
    [
        (Tally(), "──────────"),
        (Tally(statements=3, excluded=3), "──────────"),
        (Tally(statements=1000, done=1, untouched=999), "━─────────"),
        (Tally(statements=1000, done=999, untouched=1), "━━━━━━━━━─"),
        (Tally(statements=1000, done=998, recheck=1, untouched=1), "━━━━━━━━╍─"),
        (Tally(statements=10, recheck=10), "╍╍╍╍╍╍╍╍╍╍"),
        (Tally(statements=5, done=4, excluded=1), "━━━━━━━━━━"),
        (Tally(statements=4, done=1, recheck=1, untouched=2), "━━╍╍──────"),
    ],
)
def test_the_bar_shows_whatever_there_is_and_is_full_only_when_all_is_done(tally: Tally, bar: str) -> None:
    assert "".join(text for text, _ in progress_bar(tally, 10)) == bar


@pytest.mark.parametrize(
    ("deadline", "is_over"),
    [
        ("2025-03-03", True),
        ("2025-03-04", False),
        ("2025-03-04 10:40", True),
        ("2025-03-04T10:42", False),
        ("2025-03-04 11:41+01:00", False),
        ("2025-03-04 11:40+01:00", True),
        ("Friday", False),
        ("", False),
    ],
)
def test_a_deadline_that_is_a_date_passes(deadline: str, is_over: bool) -> None:
    assert is_past(deadline, NOW, None) is is_over
