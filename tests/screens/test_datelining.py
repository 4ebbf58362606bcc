"""The dateline is asked for where dates need it, and what is suggested is the text's own, seen as a suggestion."""

from pathlib import Path

import pytest

from factcheck.domain.article import Block, BlockKind
from factcheck.domain.mark import BlockText
from factcheck.domain.text import Span
from factcheck.screens.dialogs.line import LineDialog
from factcheck.services.previewing import dateline_in
from factcheck.widgets.line_field import LineField
from tests.build import open_shop
from tests.screens.real import desk_of, reviewing
from tests.screens.running import app_of, running, shown

DATED = "Bridge closed\n\nLower Fenwick, 17 October 2024\n\nThe bridge was closed on Monday, the town said. It rained.\n"


def block(text: str, kind: BlockKind = BlockKind.DATELINE) -> BlockText:
    return BlockText(Block(0, kind, Span(0, len(text))), text)


@pytest.mark.parametrize(
    ("blocks", "suggested"),
    [
        ([block("Lower Fenwick,\n17 October 2024")], "Lower Fenwick, 17 October 2024"),
        ([block("Lower Fenwick, 17 October")], ""),
        ([block("17 October 2024"), block("18 October 2024")], ""),
        ([block("17 October 2024", BlockKind.PARAGRAPH)], ""),
        ([], ""),
    ],
)
def test_only_the_text_s_own_dateline_with_a_full_date_is_suggested(
    blocks: list[BlockText], suggested: str
) -> None:
    assert dateline_in(blocks) == suggested


async def test_in_the_review_the_text_s_dateline_is_in_the_field_and_is_said_to_be_a_suggestion(
    tmp_path: Path,
) -> None:
    shop = open_shop(tmp_path, DATED)
    async with reviewing(shop) as (app, pilot):
        await pilot.press("D")
        assert "Suggested from the text" in shown(app)
        assert app.screen.query_one(LineField).value == "Lower Fenwick, 17 October 2024"
        await pilot.press("escape", "D", "enter")
        await pilot.pause()
        assert "Lower Fenwick, 17 October 2024" in shown(app)
        await pilot.press("D")
        assert "Suggested" not in shown(app)
    shop.close()


@pytest.mark.parametrize(("text", "is_asked"), [(DATED, True), ("Bridge closed\n\nIt rained.\n", False)])
async def test_after_an_import_it_is_asked_for_when_dates_wait_for_it_and_can_be_left(
    tmp_path: Path, text: str, is_asked: bool
) -> None:
    shop = open_shop(tmp_path)
    desk = desk_of(shop)
    source = tmp_path / "story.txt"
    source.write_text(text, encoding="utf-8")
    app = app_of(None, desk)  # type: ignore[arg-type]  # the real desk in place of the fake one
    async with running(app) as pilot:
        await pilot.press("i")
        app.screen.query_one(LineField).value = str(source)
        await pilot.press("enter")
        for _ in range(50):
            await pilot.pause()
            if "statements" in shown(app):
                break
        await pilot.press("enter")
        for _ in range(50):
            await pilot.pause()
            if "imported" in shown(app) or isinstance(app.screen, LineDialog):
                break
        await pilot.pause()
        assert isinstance(app.screen, LineDialog) == is_asked
        if is_asked:
            assert "1 date waits for it" in shown(app)
            assert "Suggested" in shown(app)
            await pilot.press("escape")
            await pilot.pause()
        assert desk.articles()[0].article.dateline is None
        app.close()
    desk.close()
    shop.close()
