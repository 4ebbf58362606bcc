"""What was done about a statement: when, by whom, what."""

from collections.abc import Sequence
from datetime import datetime, tzinfo

from factcheck.domain.review import HistoryLine
from factcheck.screens.dialogs.reading import ReadingDialog
from factcheck.widgets.local_time import day_and_hour
from factcheck.widgets.painted import PaintedLine, padded

_WHEN = 18
_WHO = 16


def history_screen(
    number: int, history: Sequence[HistoryLine], *, now: datetime, zone: tzinfo | None
) -> ReadingDialog:
    """The history of the statement with this number."""

    def lines(width: int) -> list[PaintedLine]:
        if not history:
            return [(("Nothing has been done about this statement yet.", "muted"),)]
        return [_line(entry, now, zone, width) for entry in history]

    return ReadingDialog(f"History of statement {number}", lines)


def _line(entry: HistoryLine, now: datetime, zone: tzinfo | None, width: int) -> PaintedLine:
    look = "muted" if entry.is_undone else ""
    what = f"{entry.what}  (undone)" if entry.is_undone else entry.what
    return (
        padded(day_and_hour(entry.at, now, zone), _WHEN, "muted"),
        padded(entry.by, _WHO, look),
        (" ", ""),
        padded(what, max(10, width - _WHEN - _WHO - 1), look),
    )
