"""Importing: by path and by paste, by way of the preview; nothing is stored before one says so."""

import asyncio
import threading
from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path

import pytest
from textual.events import Key, Paste
from textual.pilot import Pilot

from factcheck.app import FactcheckApp
from factcheck.documents.parsing import Watch
from factcheck.domain.tally import Tally
from factcheck.errors import ActionRefusedError, InputRefusedError, StorageFailedError, UsageError
from factcheck.screens.desk_paths import completed, path_of
from factcheck.screens.dialogs.paste import SHOWN
from factcheck.services.desk import Desk
from factcheck.services.previewing import Preview
from factcheck.settings import Settings
from factcheck.widgets.line_field import LineField
from factcheck.wiring import wire
from tests.build import ARTICLE
from tests.screens.desks import full_desk
from tests.screens.fake_article import NOW
from tests.screens.running import NARROW, WIDE, app_of, running, shown, typed_whole, until

pytestmark = (
    pytest.mark.no_cover
)  # what it looks at is covered by the services' and the other screens' tests; tracing takes twice the time


async def after_reading(app: FactcheckApp, pilot: Pilot[None]) -> None:
    """Wait until the preview, or what is wrong, is on the screen."""
    await app.workers.wait_for_complete()
    await pilot.pause()


async def paste(app: FactcheckApp, pilot: Pilot[None], text: str) -> None:
    """Paste as the terminal does."""
    app.post_message(Paste(text))
    await pilot.pause()
    await pilot.pause()


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_a_file_is_shown_before_it_is_stored(size: tuple[int, int]) -> None:
    desk = full_desk()
    app = app_of(None, desk)
    async with running(app, size) as pilot:
        await pilot.press("i", *"/tmp/ferry.txt", "enter")
        await after_reading(app, pilot)
        assert desk.calls == [("preview_file", Path("/tmp/ferry.txt"))]
        text = shown(app)
        for words in (
            "Ferry [/] late again: ‘[B]ecause of fog’",
            "7 statements in 8 blocks, 3 of them not checked · ",
            "! 3 Windows line ends were changed to plain ones.",
            "! Characters that cannot be seen are in the text: U+001B (3x), U+202E (1x).",
            "furniture    HomePortsWeather",
            "not checked: repeats block 4",
            "␛[31mred␛[0m, ␛]52;c;aGk=␇ and �txet�",
            "Nothing is stored yet.",
        ):
            assert words in text
        await pilot.press("enter")
        await pilot.pause()
        assert desk.calls[1:] == [("import_document", "ferry.txt", None)]
        assert "imported, 4 statements; enter opens it" in shown(app)
        assert "▌ Ferry [/] late again" in shown(app)


async def test_escape_leaves_with_nothing_stored_and_the_path_is_still_there() -> None:
    desk = full_desk()
    app = app_of(None, desk)
    async with running(app) as pilot:
        await pilot.press("i", *"/tmp/x.txt", "enter")
        await after_reading(app, pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert "nothing was imported" in shown(app)
        assert [call[0] for call in desk.calls] == ["preview_file"]
        await pilot.press("i")
        assert app.screen.query_one(LineField).value == "/tmp/x.txt"
        await pilot.press("escape")
        assert "5 articles" in shown(app)


async def test_what_is_wrong_with_a_file_is_said_in_place_and_the_path_stays() -> None:
    desk = full_desk()
    app = app_of(None, desk)
    async with running(app) as pilot:
        desk.read_error = InputRefusedError(
            "x[/].pdf is a PDF, which cannot be taken in yet.", "Copy its text."
        )
        await pilot.press("i", *"x[/].pdf", "enter")
        await after_reading(app, pilot)
        assert "x[/].pdf is a PDF, which cannot be taken in yet." in shown(app)
        assert "Copy its text." in shown(app)
        desk.read_error = None
        await pilot.press("backspace", "enter")
        await after_reading(app, pilot)
        assert desk.calls[-1] == ("preview_file", Path("x[/].pd"))


async def test_tab_completes_and_names_what_fits(tmp_path: Path) -> None:
    for name in ("article-one.txt", "article-two.txt", "\x1b]0;bad\x07[sic].txt"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    app = app_of(None, full_desk())
    async with running(app) as pilot:
        await pilot.press("i")
        await typed_whole(pilot, f"{tmp_path}/ar")
        await pilot.press("tab")
        assert app.screen.query_one(LineField).value == f"{tmp_path}/article-"
        assert "article-two.txt" in shown(app)
        await pilot.press("o", "tab")
        assert app.screen.query_one(LineField).value == f"{tmp_path}/article-one.txt"
        await pilot.press("ctrl+u")
        await typed_whole(pilot, f"{tmp_path}/")
        await pilot.press("tab")
        assert "␛]0;bad␇[sic].txt" in shown(app)
        assert "\x1b" not in app.export_screenshot()
        await pilot.press("x", "tab")
        assert "nothing here is called so" in shown(app)


async def test_a_book_does_not_hold_up_the_keys_while_it_is_read() -> None:
    desk = full_desk()
    app = app_of(None, desk)
    async with running(app) as pilot:
        await pilot.press("i", *"/tmp/x.txt")
        gate = asyncio.Event()

        async def slow(typed: str) -> None:
            await gate.wait()

        app.screen._ask = slow  # type: ignore[attr-defined]  # as long as a book takes
        await pilot.press("enter")
        await until(lambda: "reading…" in shown(app), True)
        await pilot.press("enter", "escape")
        await pilot.pause()
        assert "5 articles" in shown(app)
        gate.set()


async def test_the_title_can_be_changed_before_the_import() -> None:
    desk = full_desk()
    app = app_of(None, desk)
    async with running(app) as pilot:
        await pilot.press("i", *"/tmp/x.txt", "enter")
        await after_reading(app, pilot)
        await pilot.press("r", "ctrl+u", "enter")
        assert "A title cannot be empty." in shown(app)
        await pilot.press(*"[Mine]  now", "enter")
        await pilot.pause()
        assert "[Mine] now" in shown(app)
        await pilot.press("enter")
        await pilot.pause()
        assert desk.calls[-1] == ("import_document", "x.txt", "[Mine] now")


async def test_an_import_is_seen_while_it_is_written_and_keys_wait() -> None:
    desk = full_desk()
    app = app_of(None, desk)
    async with running(app) as pilot:
        await pilot.press("i", *"/tmp/x.txt", "enter")
        await after_reading(app, pilot)
        desk.is_held = True
        app.post_message(Key("enter", "\r"))
        app.post_message(Key("e", "e"))
        await until(lambda: "importing…" in shown(app), True)
        assert len(desk.lines) == 6
        desk.release()
        await until(lambda: "factcheck export piece-7" in shown(app), True)


async def test_an_import_that_fails_stays_with_its_cause_and_can_be_tried_again() -> None:
    desk = full_desk()
    app = app_of(None, desk)
    async with running(app) as pilot:
        await pilot.press("i", *"/tmp/x.txt", "enter")
        await after_reading(app, pilot)
        desk.fail_with = StorageFailedError("The disk is full [/].", "Free some space, then press enter.")
        await pilot.press("enter")
        await pilot.pause()
        assert "The disk is full [/]." in shown(app)
        assert "Free some space, then press enter." in shown(app)
        desk.fail_with = None
        await pilot.press("enter")
        await pilot.pause()
        assert "imported, 4 statements" in shown(app)


async def test_the_same_text_again_finds_the_article_and_says_so() -> None:
    desk = full_desk()
    desk.same_as = "k3"
    app = app_of(None, desk)
    async with running(app) as pilot:
        await pilot.press("/", *"zoo", "enter", "i", *"/tmp/x.txt", "enter")
        await after_reading(app, pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert "this very text is here already; enter opens it" in shown(app)
        assert "▌ Minister’s" in shown(app)
        assert len(desk.lines) == 6


async def test_the_same_text_again_is_found_in_the_archive_too() -> None:
    desk = full_desk()
    desk.same_as = "k6"
    app = app_of(None, desk)
    async with running(app) as pilot:
        await pilot.press("i", *"/tmp/x.txt", "enter")
        await after_reading(app, pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert "this very text is here already; in the archive; a brings it back" in shown(app)
        assert "▌ Put away [/]" in shown(app)


async def test_a_paste_is_taken_whole_as_it_was() -> None:
    desk = full_desk()
    app = app_of(None, desk)
    text = "Head [/]\r\rHe said [sic] \u2028so\x0b it\u202e was.\r"
    async with running(app) as pilot:
        await pilot.press("v")
        await paste(app, pilot, text)
        assert "38 characters" in shown(app)
        assert "\u202e" not in app.export_screenshot()
        await pilot.press("ctrl+s")
        await after_reading(app, pilot)
        assert desk.calls == [("preview_paste", text.replace("\r", "\n"))]
        await pilot.press("enter")
        await pilot.pause()
        assert desk.calls[-1] == ("import_document", "pasted text", None)


async def test_a_paste_can_be_added_to_and_edited() -> None:
    desk = full_desk()
    app = app_of(None, desk)
    async with running(app) as pilot:
        await pilot.press("v")
        await paste(app, pilot, "One.\r")
        await paste(app, pilot, "Two.")
        await pilot.press("!", "ctrl+s")
        await after_reading(app, pilot)
        assert desk.calls == [("preview_paste", "One.\nTwo.!")]


async def test_a_paste_of_a_million_characters_is_shown_in_part_and_taken_whole() -> None:
    desk = full_desk()
    app = app_of(None, desk)
    text = "It rained on every day of the week. " * 30_000
    async with running(app) as pilot:
        await pilot.press("v")
        await paste(app, pilot, text)
        assert f"{len(text):,} characters; only their beginning is shown, all are taken" in shown(app)
        assert len(app.screen.query_one("#paste").text) == SHOWN  # type: ignore[attr-defined]  # the editor
        await pilot.press("x", "ctrl+s")
        await after_reading(app, pilot)
        assert desk.calls == [("preview_paste", text)]


async def test_a_paste_onto_the_desk_is_looked_at_first_and_is_there_again_after_leaving() -> None:
    desk = full_desk()
    app = app_of(None, desk)
    async with running(app) as pilot:
        await paste(app, pilot, "aAir\rD")
        assert "Paste an article" in shown(app)
        await pilot.press("escape", "v")
        assert "6 characters" in shown(app)
        assert desk.calls == []


async def test_control_characters_in_a_paste_are_warned_of() -> None:
    app = app_of(None, full_desk())
    async with running(app) as pilot:
        await pilot.press("v")
        await paste(app, pilot, "a \x1b[31m b")
        assert "parts of the text may be missing" in " ".join(shown(app).split())


async def test_a_long_preview_is_scrolled() -> None:
    desk = full_desk()
    app = app_of(None, desk)
    async with running(app, (80, 16)) as pilot:
        await pilot.press("i", *"/tmp/x.txt", "enter")
        await after_reading(app, pilot)
        assert "more · j k" in shown(app)
        assert "HomePorts" in shown(app)
        await pilot.press("j")
        assert "HomePorts" not in shown(app)
        await pilot.press("end")
        assert "pdfshareprint" in shown(app)
        assert "▴ the end" in shown(app)
        await pilot.press("home", "pagedown", "pageup")
        assert "HomePorts" in shown(app)


# ------------------------------------------------------------------------------------------------ paths


def test_a_path_is_understood_as_terminals_and_desktops_write_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "my [sic] story's.txt"
    file.write_text("x", encoding="utf-8")
    monkeypatch.setenv("HOME", str(tmp_path))
    quoted = str(file).replace("'", "'\\''")
    escaped = str(file).replace(" ", "\\ ").replace("'", "\\'")
    for typed in (
        str(file),
        f"  {file} ",
        "~/my [sic] story's.txt",
        f"'{quoted}'",
        escaped,
        file.as_uri(),
    ):
        assert path_of(typed) == file


def test_what_cannot_be_read_to_its_end_is_refused(tmp_path: Path) -> None:
    for typed in ("", "  ", "/dev/zero"):
        with pytest.raises(UsageError):
            path_of(typed)
    assert path_of(str(tmp_path / "none.txt")) == tmp_path / "none.txt"


def test_completion_goes_as_far_as_only_one_fits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "Folder").mkdir()
    for name in ("alpha.txt", "alphabet.txt", ".hidden"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert completed("~").text == "~/"
    assert completed("~/al").text == "~/alpha"
    assert completed("~/al").names == ("alpha.txt", "alphabet.txt")
    assert completed("alpha.").text == "alpha.txt"
    assert completed("fo").text == "Folder/"
    assert completed("~/fol").text == "~/Folder/"
    assert completed("").names == ("Folder/", "alpha.txt", "alphabet.txt")
    assert completed(".h").text == ".hidden"
    assert completed("zzz") == completed("zzz")
    assert completed("zzz").names == ()
    with pytest.raises(UsageError):
        completed("none/x")


# --------------------------------------------------------------------------------------------- the store


@pytest.fixture
def desk(factcheck_home: Path) -> Iterator[Desk]:
    """The desk over a store of the test's own."""
    real = wire().open_desk()
    yield real
    real.close()


async def test_a_file_that_is_imported_by_keys_is_in_the_store(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "bridge [sic].txt"
    file.write_text(ARTICLE, encoding="utf-8")
    app = FactcheckApp(desk, settings=Settings("ann"), clock=lambda: NOW)
    async with running(app) as pilot:
        await pilot.press("i")
        await typed_whole(pilot, str(file)[:-8])
        await pilot.press("tab", "enter")
        await after_reading(app, pilot)
        assert "not checked: repeats block" in shown(app)
        assert desk.articles() == []
        await pilot.press("enter")
        await until(lambda: "Leave with esc" in shown(app), True)
        await pilot.press("escape")
        await until(lambda: "enter opens it" in shown(app), True)
        (line,) = desk.articles()
        assert line.article.title == "Mayor calls bridge plan ‘a first step to ruin’"
        assert line.tally == Tally(statements=line.tally.statements, untouched=line.tally.statements)
        assert f"imported, {line.tally.statements} statements" in shown(app)
        await pilot.press("L", *"Friday", "enter")
        await until(lambda: desk.articles()[0].article.deadline, "Friday")
        await pilot.press("i")
        await typed_whole(pilot, str(file))
        await pilot.press("enter")
        await after_reading(app, pilot)
        await pilot.press("enter")
        await until(lambda: "this very text is here already" in shown(app), True)
        await pilot.press("ctrl+d")
        await typed_whole(pilot, line.article.slug)
        await pilot.press("enter")
        await until(lambda: "No articles yet." in shown(app), True)
        assert desk.articles() == []


async def test_a_guessed_encoding_is_shown_as_one_and_another_can_be_named(
    desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "ru.txt"
    path.write_bytes("Мэр сказал, что мост дорог.\n".encode("koi8-r"))
    app = FactcheckApp(desk, settings=Settings("ann"), clock=lambda: NOW)
    async with running(app) as pilot:
        await pilot.press("i", *str(path), "enter")
        await after_reading(app, pilot)
        assert "is a guess" in shown(app)
        await pilot.press("e", *["backspace"] * 20, *"koi8-r", "enter")
        await after_reading(app, pilot)
        await pilot.pause()
        assert "is a guess" not in shown(app)
        assert "Мэр сказал" in shown(app)
        await pilot.press("enter")
        await until(lambda: len(desk.articles()), 1)
    assert desk.articles()[0].article.title.startswith("Мэр сказал")


async def test_what_the_file_says_of_its_author_is_kept_only_when_a_key_says_so(
    desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "a.md"
    path.write_text("---\nauthor: A. [sic] Quill\n---\n# Ferry\n\nThe ferry was late.\n", encoding="utf-8")
    app = FactcheckApp(desk, settings=Settings("ann"), clock=lambda: NOW)
    async with running(app) as pilot:
        await pilot.press("i", *str(path), "enter")
        await after_reading(app, pilot)
        assert "Not kept with the article; s keeps author" in shown(app)
        await pilot.press("s", "s")
        assert "✓" not in shown(app)
        await pilot.press("s")
        assert "✓ kept with the article: author A. [sic] Quill" in shown(app)
        await pilot.press("enter")
        await until(lambda: len(desk.articles()), 1)
    assert desk.articles()[0].article.author == "A. [sic] Quill"


async def test_an_address_is_asked_for_and_what_the_file_says_of_itself_is_shown() -> None:
    desk = full_desk()
    app = app_of(None, desk)
    async with running(app) as pilot:
        await pilot.press("i", *"https://x.example/a", "enter")
        await after_reading(app, pilot)
        assert desk.calls == [("preview_url", "https://x.example/a")]


async def test_leaving_ends_the_reading_and_progress_is_shown_meanwhile() -> None:
    desk = full_desk()
    app = app_of(None, desk)
    ended = threading.Event()

    def slow(path: Path, encoding: str | None = None, watch: Watch | None = None) -> Preview:
        assert watch is not None
        watch.told(1, 4)
        while not watch.is_left():
            ended.wait(0.01)
        ended.set()
        raise UsageError("left", "so")

    desk.preview_file = slow  # type: ignore[method-assign]  # as long as a book takes
    async with running(app) as pilot:
        await pilot.press("i", *"/tmp/x.txt", "enter")
        await until(lambda: "reading… 25 %" in shown(app), True)
        await pilot.press("escape")
        await until(ended.is_set, True)


async def test_an_import_that_takes_long_shows_how_far_it_is_and_escape_ends_it_with_nothing_stored() -> None:
    desk = full_desk()
    desk.storing = Future()
    app = app_of(None, desk)
    async with running(app) as pilot:
        await pilot.press("i", *"/tmp/x.txt", "enter")
        await after_reading(app, pilot)
        await pilot.press("enter")
        desk.told("storing", 0.25)
        await until(lambda: "storing… 25% · esc leaves with nothing stored" in shown(app), True)
        await pilot.press("r", "enter", "escape")
        with pytest.raises(ActionRefusedError) as left:
            desk.told("storing", 0.5)
        desk.storing.set_exception(left.value)
        await until(lambda: "the import was left; nothing was stored" in shown(app), True)
        await pilot.press("escape")
        await pilot.pause()
        assert "nothing was imported" in shown(app)
        assert len(desk.articles()) == 5


async def test_whoever_quits_ends_a_long_import() -> None:
    desk = full_desk()
    desk.storing = Future()
    app = app_of(None, desk)
    async with running(app) as pilot:
        await pilot.press("i", *"/tmp/x.txt", "enter")
        await after_reading(app, pilot)
        await pilot.press("enter", "ctrl+q")
    with pytest.raises(ActionRefusedError):
        desk.told("storing", 0.5)
