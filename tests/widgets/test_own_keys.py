"""Fields do what is typed in the order in which it was typed, and take a paste whole."""

import pytest
from textual import events
from textual.app import App, ComposeResult

from factcheck.screens.dialogs.note import NoteArea
from factcheck.widgets.line_field import LineField


class Fields(App[None]):
    def compose(self) -> ComposeResult:
        yield LineField()
        yield NoteArea()


def type_at_once(field: LineField | NoteArea, *keys: str) -> None:
    """All keys are in the queue before the first of them is read."""
    for key in keys:
        field.app.post_message(events.Key(key, key if len(key) == 1 else None))


@pytest.mark.parametrize("kind", [LineField, NoteArea])
@pytest.mark.parametrize(
    ("keys", "text"),
    [
        (("t", "e", "h", "backspace", "backspace", "h", "e"), "the"),
        (("a", "b", "left", "c", "end", "d"), "acbd"),
        (("a", "b", "ctrl+u", "x", "y"), "xy"),
    ],
)
async def test_editing_keys_keep_their_place_among_letters(
    kind: type[LineField | NoteArea], keys: tuple[str, ...], text: str
) -> None:
    app = Fields()
    async with app.run_test() as pilot:
        field = app.query_one(kind)
        field.focus()
        await pilot.pause()
        type_at_once(field, *keys)
        await pilot.pause()
        assert (field.value if isinstance(field, LineField) else field.text) == text


async def test_a_paste_of_several_lines_is_in_the_field_with_all_of_them() -> None:
    app = Fields()
    async with app.run_test() as pilot:
        field = app.query_one(LineField)
        field.post_message(events.Paste("one\r\ntwo [sic]\n"))
        await pilot.pause()
        assert field.value == "one two [sic]"
