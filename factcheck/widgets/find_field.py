"""The field for what to look for in a list: the list stays within reach while one types."""

from textual.binding import Binding

from factcheck.widgets.line_field import LineField


class FindField(LineField):
    """Keys that mean nothing in one line move in the screen's list: it has to have `action_move`."""

    BINDINGS = [
        Binding("down", "screen.move('down')", show=False),
        Binding("up", "screen.move('up')", show=False),
        Binding("pagedown", "screen.move('page_down_list')", show=False),
        Binding("pageup", "screen.move('page_up_list')", show=False),
    ]
