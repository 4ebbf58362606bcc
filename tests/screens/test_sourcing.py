"""Sources by keyboard over a real store: what is stored, its undo, also after a restart."""

from pathlib import Path

import pytest

from factcheck.domain.source import Level, SourceKind, Stance, Tier
from factcheck.domain.verdict import Question
from factcheck.errors import StorageFailedError
from factcheck.screens.dialogs.form import FormDialog
from factcheck.screens.sources import SourcesScreen
from tests.screens.running import review_of, shown, until
from tests.screens.sourced import Real, cite_minutes, leave_a_lead, opened

pytestmark = (
    pytest.mark.no_cover
)  # what it looks at is covered by the services' and the other screens' tests; tracing takes twice the time

SOURCE = ("M", "i", "n", "enter", "d", "p", "c", "x", "enter", "enter", "n")
"""Title, kind, tier, level, address, creator, independence: eleven keys besides longer words."""
USE = ("o", "s", "p", "3", "enter", "enter", "minus", "enter")
"""Question, stance, locator, no excerpt, for all of it, the day."""


async def add(real: Real) -> None:
    await real.press("e", *SOURCE, *USE)


async def test_a_source_is_added_by_keys_typed_ahead_and_undone_after_a_restart(tmp_path: Path) -> None:
    async with opened(tmp_path) as real:
        await real.press("g", "4", "enter", "s")
        await add(real)
        (source,) = real.session.sourcing.sources()
        (citation,) = real.number(4).citations
        assert (source.title, source.kind, source.tier, source.level) == (
            "Min",
            SourceKind.DOCUMENT,
            Tier.PRIMARY,
            Level.CONFIDENTIAL,
        )
        assert (source.address, source.creator, source.is_independent) == ("x", "", False)
        assert (citation.question, citation.stance, citation.locator, citation.detail, citation.accessed) == (
            Question.SO,
            Stance.SUPPORTS,
            "p3",
            None,
            "2024-10-17",
        )
        assert "Min (confidential) · p3 · so" in shown(real.app)
        assert review_of(real.app).typed == {}
    async with opened(tmp_path) as real:
        await real.press("z")
        assert (real.session.sourcing.sources(), real.number(4).citations) == ([], ())
        await real.press("Z")
        assert real.number(4).citations == (citation,)
        assert real.findings() == []


async def test_what_is_missing_is_said_in_place_and_nothing_is_chosen_beforehand(tmp_path: Path) -> None:
    async with opened(tmp_path) as real:
        await real.press("e", "M", "ctrl+s")
        assert "The kind is not chosen." in shown(real.app)
        form = real.app.screen
        assert isinstance(form, FormDialog)
        chosen = [v for v in ("kind", "tier", "level", "stance") if f'"{v}": ""' in form.typed]
        assert chosen == ["kind", "tier", "level", "stance"]
        assert '"question": "said"' in form.typed
        await real.press("escape")
        assert real.session.sourcing.sources() == []


def is_kept(real: Real, words: str) -> bool:
    """Whether what is half-typed has come to the disk, which it does three times a second."""
    place = real.session.place()
    return place is not None and any(words in text for text in place.typed.values())


async def test_p04_a_half_typed_form_is_there_again_after_a_restart(tmp_path: Path) -> None:
    async with opened(tmp_path) as real:
        await real.press("e", "M", "[", "/", "]", "enter", "w")
        assert "typed before" not in shown(real.app)
        await until(lambda: is_kept(real, '"title": "M[/]", "kind": "web_page"'), True)
    async with opened(tmp_path) as real:
        await real.press("e")
        form = real.app.screen
        assert isinstance(form, FormDialog)
        assert '"title": "M[/]", "kind": "web_page", "tier": ""' in form.typed
        assert "what you typed before: it is not saved yet" in shown(real.app)


async def test_the_same_source_asks_for_the_locator_alone_and_knows_it_after_a_restart(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as real:
        await real.press("full_stop")
        assert "you have cited nothing in this article yet" in shown(real.app)
        await add(real)
    async with opened(tmp_path) as real:
        await real.press("j", "full_stop")
        assert "Same source: Min" in shown(real.app)
        await real.press("p", "9", "tab", "enter")
        (citation,) = real.number(2).citations
        assert (citation.locator, citation.stance, citation.source) == (
            "p9",
            Stance.CONTRADICTS,
            real.session.sourcing.sources()[0].id,
        )
        assert citation.accessed == "2024-10-17"
        assert real.findings() == []


async def test_a_routine_statement_takes_at_most_twelve_keys_with_its_source(tmp_path: Path) -> None:
    cite_minutes(tmp_path)
    async with opened(tmp_path) as real:
        await real.press("g", "4", "enter")
        keys = ("t", "a", "b", "c", "escape", "full_stop", "enter", "c", "s", "c", "space")
        await real.press(*keys[:6], "p", "4", *keys[6:])
        done = real.number(4)
        assert (len(done.ticks), len(done.citations)) == (3, 1)
        assert done.counts(Question.SAID)
        assert done.counts(Question.SO)
        assert review_of(real.app).stand.number != 4
        assert len(keys) <= 12


async def test_a_citation_is_edited_taken_off_and_brought_back(tmp_path: Path) -> None:
    cite_minutes(tmp_path)
    async with opened(tmp_path) as real:
        await real.press("e", "1", "down", "c")
        form = real.app.screen
        assert isinstance(form, FormDialog)
        await real.press("ctrl+s")
        assert isinstance(real.app.screen, type(review_of(real.app)))
        assert [c.stance for c in real.number(1).citations] == [Stance.CONTRADICTS]
        await real.press("e", "minus")
        assert real.number(1).citations == ()
        await real.press("z", "z")
        assert [c.stance for c in real.number(1).citations] == [Stance.SUPPORTS]
        assert real.findings() == []


async def test_a_source_on_file_is_found_by_typing_and_cited_from_another_article_as_a_copy(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path, text="One thing is so.\n") as real:
        await add(real)
    async with opened(tmp_path) as real:
        await real.press("E", "m", "i")
        assert "copy of: One thing" in shown(real.app)
        await real.press("enter", "s", "p", "7", "ctrl+s")
        (citation,) = real.number(1).citations
        assert (citation.locator, citation.question) == ("p7", Question.SAID)
        assert [s.title for s in real.session.sourcing.sources()] == ["Min"]
        assert len({s.id for s in real.session.reader.surroundings.sources()}) == 2
        assert real.findings() == []


async def test_the_sources_screen_edits_merges_attaches_and_goes_to_where_a_source_is_used(
    tmp_path: Path,
) -> None:
    (tmp_path / "min.pdf").write_bytes(b"%PDF-1.7")
    async with opened(tmp_path) as real:
        await add(real)
        await real.press("j", "e", "O", *SOURCE[3:], *USE)
        await real.press("S")
        assert isinstance(real.app.screen, SourcesScreen)
        assert "CONFIDENTIAL" in shown(real.app)
        assert "Sources  1 of 2" in shown(real.app)
        await real.press("home", "e", "end", "u", "ctrl+s")
        titles = {s.title: s for s in real.session.sourcing.sources()}
        assert set(titles) == {"Minu", "O"}
        await real.press("a")
        await real.type(str(tmp_path / "mi"))
        await real.press("tab", "enter")
        await real.app.workers.wait_for_complete()
        await real.pilot.pause()
        assert [a.name for a in real.session.sourcing.sources()[0].attachments] == ["min.pdf"]
        assert "min.pdf · application/pdf · 8 bytes" in shown(real.app)
        await real.press("end", "m", "enter")
        await real.app.workers.wait_for_complete()
        await real.pilot.pause()
        assert [s.title for s in real.session.sourcing.sources()] == ["Minu"]
        assert "at 1, 2" in shown(real.app)
        await real.press("z")
        assert len(real.session.sourcing.sources()) == 2
        await real.press("end", "enter")
        assert review_of(real.app).stand.number == 2
        assert real.findings() == []


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_traps_in_a_source_are_shown_as_they_are(tmp_path: Path, size: tuple[int, int]) -> None:
    async with opened(tmp_path, size) as real:
        await real.press("e")
        await real.type("[/] \x1b[31m\u202e")
        await real.press("enter", *SOURCE[4:], *USE)
        for keys in ((), ("e",), ("escape", "E"), ("escape", "S")):
            await real.press(*keys)
            picture = real.app.export_screenshot()
            assert not any(raw in picture for raw in ("\x1b", "\u202e"))
            assert not keys or "[/]" in shown(real.app)


async def test_a_lead_of_the_author_becomes_a_citation_by_its_line_with_its_words_as_a_suggestion(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as real:
        name = real.number(1).id
    leave_a_lead(tmp_path / "home" / "factcheck.db", name)
    async with opened(tmp_path) as real:
        assert "footnote by Ben" in shown(real.app)
        await real.press("e", "enter")
        assert "Suggested by the author’s footnote" in shown(real.app)
        await real.press(*SOURCE[4:7], "enter", "enter", "n", "o", "s", "p", "3", "ctrl+s")
        (lead,) = real.number(1).leads
        (source,) = real.session.sourcing.sources()
        assert lead.is_used
        assert (source.title, source.address) == ("Minutes of May, see", "https://x.example/1")
        assert [c.locator for c in real.number(1).citations] == ["p3"]
        await real.press("z")
        assert [(x.is_used, real.number(1).citations) for x in real.number(1).leads] == [(False, ())]
        assert real.findings() == []


async def test_p03_a_form_that_cannot_be_saved_says_why_and_keeps_what_was_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise StorageFailedError("The disk [/] is full.", "Make room.")

    async with opened(tmp_path) as real:
        monkeypatch.setattr("factcheck.services.sourcing.Sourcing.add_and_cite", full)
        await add(real)
        assert "The disk [/] is full." in shown(real.app)
        form = real.app.screen
        assert isinstance(form, FormDialog)
        assert '"title": "Min"' in form.typed
        monkeypatch.undo()
        await real.press("ctrl+s")
        assert [s.title for s in real.session.sourcing.sources()] == ["Min"]


async def test_a_form_works_with_the_mouse_too_and_scrolls_where_it_is_longer_than_the_window(
    tmp_path: Path,
) -> None:
    long = ", ".join(f"Person{n} Name{n}, {n} years" for n in range(20, 40))
    async with opened(tmp_path, (80, 24), text=f"{long}, said so.\n") as real:
        await real.press("e", "M", "enter")
        await real.pilot.click("#field-kind", offset=(14, 0))
        await real.pilot.pause()
        form = real.app.screen
        assert isinstance(form, FormDialog)
        assert '"kind": "data"' in form.typed
        await real.pilot.click("#field-level", offset=(1, 0))
        assert '"level": "public"' in form.typed
        await real.press(*["down"] * 9)
        accessed = form.query_one("#field-accessed")
        assert accessed.has_focus
        await real.pilot.pause()
        assert form.query_one("#box").region.contains_region(accessed.region)
        assert form.query_one("#dialog-keys").region.bottom <= 24
