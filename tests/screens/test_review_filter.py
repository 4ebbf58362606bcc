"""Going through a part of the statements: by a filter, or by words that are found."""

import pytest

from factcheck.app import FactcheckApp
from factcheck.domain.filter import Filter, FilterBy
from factcheck.domain.place import Place
from factcheck.domain.statement import Flag
from factcheck.domain.verdict import Question, Verdict
from factcheck.screens import filtering
from factcheck.screens.filtering import Filtering
from factcheck.widgets.scrolling import ChoiceList
from tests.screens.fakes import FakeReview
from tests.screens.running import NARROW, app_of, review_of, running, shown, status, until

pytestmark = (
    pytest.mark.no_cover
)  # what it looks at is covered by the services' and the other screens' tests; tracing takes twice the time


def number(app: FactcheckApp) -> int:
    return review_of(app).stand.number


def put(app: FactcheckApp, text: str) -> None:
    """Choose a filter, as the menu does."""
    screen = review_of(app)
    by, _, value = text.partition(":")
    Filtering(screen)._set(Filter(FilterBy(by), value))
    screen.paint()


async def test_the_menu_says_how_many_each_filter_lets_through() -> None:
    app = app_of(FakeReview())
    async with running(app) as pilot:
        await pilot.press("d", "f")
        rows = [line for line in shown(app).splitlines() if "disputed" in line and "said" in line]
        assert rows
        assert rows[0].split()[-1] == "1"
        await pilot.press("escape", "j")
        assert number(app) == 2


async def test_a_filter_of_the_menu_is_gone_through_said_and_cleared() -> None:
    app = app_of(FakeReview())
    async with running(app) as pilot:
        await pilot.press("j", "c", "home", "f", "enter")
        assert "filter: still open · 9" in status(app)
        await pilot.press("j")
        assert number(app) == 3
        await pilot.press("k")
        assert number(app) == 1
        await pilot.press("F")
        assert "filter:" not in status(app)
        await pilot.press("j")
        assert number(app) == 2
        await pilot.press("F")
        assert "no filter is set" in shown(app)


async def test_all_stepping_keys_go_through_the_filter_only() -> None:
    app = app_of(FakeReview())
    async with running(app) as pilot:
        put(app, "kind:paragraph")
        assert number(app) == 3
        for key, wanted in [
            ("end", 10), ("home", 3), ("k", 3), ("J", 6), ("J", 9), ("J", 9), ("K", 6), ("K", 3), ("K", 3),
            ("j", 4), ("space", 5), ("end", 10), ("space", 3),
        ]:  # fmt: skip
            await pilot.press(key)
            assert number(app) == wanted, key
        assert "on to the start" in shown(app)


async def test_what_an_answer_changes_comes_in_or_goes_out_at_once_and_with_undo() -> None:
    app = app_of(FakeReview())
    async with running(app) as pilot:
        put(app, "answer:so:disputed")
        assert "filter: so disputed · 0" in status(app)
        assert "F goes through all again" in shown(app)
        await pilot.press("j")
        assert number(app) == 1
        assert "lets no statement through" in shown(app)
        await pilot.press("s", "d")
        assert "filter: so disputed · 1" in status(app)
        await pilot.press("z")
        assert "filter: so disputed · 0" in status(app)


async def test_the_filter_is_kept_with_the_place_and_there_again() -> None:
    review = FakeReview()
    app = app_of(review)
    async with running(app) as pilot:
        put(app, "speaker:Olaf Vik")
        await pilot.press("ctrl+q")
    assert review.places[-1].filter == "speaker:Olaf Vik"
    again = app_of(FakeReview(place=review.places[-1]))
    async with running(again) as pilot:
        assert "filter: speaker Olaf Vik · 1" in status(again)
        await pilot.press("j")
        assert number(again) == 6


@pytest.mark.parametrize("text", ["state:verified", "colour:red", "kind"])
async def test_a_kept_filter_that_there_is_not_shows_all_and_says_so(text: str) -> None:
    app = app_of(FakeReview(place=Place("a1", "s2", filter=text)))
    async with running(app):
        assert "not known here" in shown(app)
        assert "filter:" not in status(app)


async def test_statements_that_are_filtered_out_are_dimmed() -> None:
    app = app_of(FakeReview())
    async with running(app):
        put(app, "kind:caption")
        lines = review_of(app).article._lines
        looks = {text: look for line in lines for text, look in line if text.strip()}
        assert (
            next(look for text, look in looks.items() if text.startswith("Harbour master Ada")) == "excluded"
        )
        assert "current" in next(
            look for text, look in looks.items() if text.startswith("Crates on the quay")
        )


async def test_a_long_speaker_is_cut_in_the_status_line_and_nothing_else_goes() -> None:
    app = app_of(FakeReview())
    async with running(app, NARROW):
        put(app, f"speaker:{'Ada [/] ' * 20}")
        line = status(app)
        assert len(line) <= 80
        assert line.startswith("1/10 · 0 done · 10 open · 0 verdicts · all saved · filter: speaker Ada [/]")


async def test_words_are_found_forward_and_back_once_around() -> None:
    review = FakeReview()
    app = app_of(review)
    async with running(app) as pilot:
        await pilot.press("slash", *"lindholm", "enter")
        assert number(app) == 2
        await pilot.press("n")
        assert number(app) == 3
        await pilot.press("n")
        assert number(app) == 2
        assert "from the end on to the start" in shown(app)
        await pilot.press("N")
        assert number(app) == 3
        assert "from the start on to the end" in shown(app)
    assert not review.calls


async def test_words_with_brackets_and_other_quotation_marks_are_found_and_lit_up() -> None:
    app = app_of(FakeReview())
    async with running(app) as pilot:
        await pilot.press("slash", *'"[b]ecause', "enter")
        assert number(app) == 4
        lit = [text for line in review_of(app).article._lines for text, look in line if "found" in look]
        assert lit == ["“[B]ecause"]
        await pilot.press("j")
        assert not [1 for line in review_of(app).article._lines for _, look in line if "found" in look]


async def test_words_in_a_note_are_found() -> None:
    app = app_of(FakeReview())
    async with running(app) as pilot:
        await pilot.press("end", "m", *"ring ada", "ctrl+s", "home", "slash", *"ring", "enter")
        assert number(app) == 10


async def test_words_that_are_nowhere_are_said_and_stay_typed() -> None:
    review = FakeReview()
    app = app_of(review)
    async with running(app) as pilot:
        await pilot.press("slash", *"zz[/]", "enter")
        assert "Nothing has these words." in shown(app)
        await pilot.press("escape")
        assert review_of(app).typed == {"find": "zz[/]"}
        await pilot.press("slash", "enter")
        assert review.calls_of_find[-1][0] == "zz[/]"
        await pilot.press("escape", "ctrl+q")
    assert review.places[-1].typed == {"find": "zz[/]"}


async def test_half_typed_words_are_kept_at_each_key() -> None:
    app = app_of(FakeReview())
    async with running(app) as pilot:
        await pilot.press("slash", *"ferr")
        await pilot.pause()
        assert review_of(app).typed == {"find": "ferr"}


async def test_going_on_without_having_looked_for_anything_says_how() -> None:
    app = app_of(FakeReview())
    async with running(app) as pilot:
        await pilot.press("n")
        assert "/ finds words" in shown(app)


async def test_found_outside_the_filter_is_said() -> None:
    app = app_of(FakeReview())
    async with running(app) as pilot:
        put(app, "kind:caption")
        await pilot.press("slash", *"papers", "enter")
        assert number(app) == 8
        assert "outside the filter" in shown(app)


@pytest.mark.parametrize(
    ("key", "call", "words"),
    [
        ("exclamation_mark", ("switch_flag", "s1", Flag.LEGAL), "! legal read"),
        ("p", ("switch_publication", "s1"), "p marked for publication"),
    ],
)
async def test_a_flag_is_raised_shown_and_taken_back(key: str, call: tuple[object, ...], words: str) -> None:
    review = FakeReview()
    app = app_of(review)
    async with running(app) as pilot:
        await pilot.press(key)
        assert review.calls == [call]
        assert words in shown(app)
        margin = next(line for line in review_of(app).article.painted if "Harbour master calls" in line)
        assert margin[0] == words[0]
        await pilot.press("z")
        assert words not in shown(app)
        await pilot.press("Z", key)
        assert review.calls[-1] == call
        assert words not in shown(app)


async def test_a_copied_statement_has_number_words_answers_and_no_note() -> None:
    app = app_of(FakeReview())
    async with running(app) as pilot:
        await pilot.press("c", "s", "d", "b", "c", "m", *"secret", "ctrl+s", "M", *"open", "ctrl+s", "y")
        copied = app.clipboard
        assert copied.splitlines() == [
            "Statement 1 (Harbour master calls 4,000 crates ‘first of many’ [sic], draft 1):",
            "Harbour master calls 4,000 crates ‘first of many’ [sic]",
            "said: confirmed",
            "so: disputed (accounts differ)",
        ]
        assert "copied statement 1" in shown(app)
        await pilot.press("end", "k", "y")
        assert "\x1b" not in app.clipboard
        assert "␛[31mred" in app.clipboard


async def test_the_dateline_is_set_shown_and_cleared() -> None:
    review = FakeReview()
    app = app_of(review)
    async with running(app) as pilot:
        await pilot.press("D", *"Oslo [/]", "enter")
        assert review.calls == [("set_dateline", "Oslo [/]")]
        assert "draft 1 · Oslo [/]" in shown(app)
        assert "dateline set" in shown(app)
        await pilot.press("D", *["backspace"] * 8, "enter")
        assert review.calls[-1] == ("set_dateline", None)
        assert "dateline not set" in shown(app)


async def test_a_half_typed_dateline_is_kept() -> None:
    review = FakeReview()
    app = app_of(review)
    async with running(app) as pilot:
        await pilot.press("D", *"Os", "escape")
        assert review_of(app).typed == {"dateline": "Os"}
        assert not review.calls


async def test_flags_ask_for_the_statement_that_is_shown_and_a_verdict_stays_what_it_is() -> None:
    review = FakeReview()
    app = app_of(review)
    async with running(app) as pilot:
        await pilot.press("c", "exclamation_mark", "z", "z")
        assert review.calls[0] == ("give_verdict", "s1", Question.SAID, Verdict.CONFIRMED)
        assert "0 verdicts" in status(app)


def rows_of(app: FactcheckApp) -> list[str]:
    return [line.rstrip() for line in app.screen.query_one(ChoiceList).painted if line.strip()]


async def test_in_a_long_article_the_menu_is_there_before_all_is_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(filtering, "AT_ONCE", 9)
    review = FakeReview()
    review.is_counting_held = True
    app = app_of(review)
    async with running(app) as pilot:
        await pilot.press("d", "f", "down")
        assert "counting …" in shown(app)
        assert "Olaf Vik" not in shown(app)
        before = rows_of(app)
        review.is_counting_held = False
        await until(lambda: "counting …" in shown(app), False)
        await pilot.press("end")
        assert "Lund" in shown(app)
        await pilot.press("home", "down")
        assert rows_of(app)[: len(before)] == before
        await pilot.press("down", "enter")
        assert "filter: untouched · 9" in status(app)


async def test_the_menu_of_a_long_article_can_be_left_and_taken_before_all_is_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(filtering, "AT_ONCE", 9)
    review = FakeReview()
    review.is_counting_held = True
    app = app_of(review)
    async with running(app) as pilot:
        await pilot.press("f", "escape", "f", "end", "enter")
        assert "filter:" in status(app)
        assert "counting" not in shown(app)
