"""What was done about a statement: when, by whom, what; each line can be read whole."""

from collections.abc import Sequence
from datetime import datetime, tzinfo

from factcheck.domain.history import HistoryLine
from factcheck.screens.dialogs.choice import ChoiceDialog
from factcheck.screens.dialogs.reading import ReadingDialog
from factcheck.widgets.key_line import Key
from factcheck.widgets.local_time import day_and_hour, moment
from factcheck.widgets.painted import PaintedLine, padded, paragraph

_WHEN = 18
_WHO = 16
_WHAT = 32
_EMPTY = "Nothing has been done about this statement yet."


class HistoryDialog(ChoiceDialog):
    """The history of the statement with this number; enter shows a line whole, and escape comes back."""

    def __init__(
        self, number: int, history: Sequence[HistoryLine], *, now: datetime, zone: tzinfo | None
    ) -> None:
        rows = [_line(entry, now, zone) for entry in history]
        super().__init__(f"History of statement {number}", rows, empty=_EMPTY)
        self._history = history
        self._zone = zone

    def keys(self) -> Sequence[Key]:
        """What enter does here."""
        own = super().keys()
        return [key.labelled("read whole") if key.command_id == "choose" else key for key in own]

    def take(self, index: int) -> None:
        """Show the line whole."""
        entry = self._history[index]
        self.app.push_screen(ReadingDialog("What was done", lambda width: _whole(entry, self._zone, width)))


def _line(entry: HistoryLine, now: datetime, zone: tzinfo | None) -> PaintedLine:
    look = "muted" if entry.is_undone else ""
    what = f"{entry.what}  (undone)" if entry.is_undone else entry.what
    return (
        padded(day_and_hour(entry.at, now, zone), _WHEN, "muted"),
        padded(entry.by, _WHO, look),
        ("  ", ""),
        padded(what, _WHAT, look),
    )


def _whole(entry: HistoryLine, zone: tzinfo | None, width: int) -> list[PaintedLine]:
    when = moment(entry.at, zone).strftime("%A, %-d %B %Y, %H:%M:%S %Z")
    lines = [*paragraph(entry.what, width, "strong"), (), *paragraph(f"by {entry.by}", width)]
    lines += paragraph(when, width, "muted")
    if entry.is_undone:
        lines += [(), *paragraph("This was undone: it does not count.", width, "warning")]
    return lines
