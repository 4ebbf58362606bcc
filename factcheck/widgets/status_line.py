"""The line that never moves: where one is, how far one has come, and whether all is saved."""

from collections.abc import Sequence
from datetime import tzinfo

from msgspec import Struct, field
from msgspec.structs import replace

from factcheck.domain.tally import Tally
from factcheck.widgets.layout import width_of
from factcheck.widgets.local_time import hour
from factcheck.widgets.painted import Painted, PaintedLine, Piece, padded, spread, width_of_line

_FILTER = 16
"""Cells that what is gone through gets at least."""


class Status(Struct, frozen=True):
    """What the line says. `saved_at` is ISO 8601 in UTC; `failure` is why something is not saved,
    `filter` what is gone through and how many those are; `signed` whether the article is, and was changed since.
    """

    number: int = 0
    tally: Tally = field(default_factory=Tally)
    saved_at: str | None = None
    is_saving: bool = False
    failure: str | None = None
    filter: str = ""
    signed: Piece = ("", "")


class StatusLine(Painted):
    """`7/11 · 4 done · 7 open · 9 verdicts · saved 10:41`, and who is checking at the right."""

    def __init__(self, person: str, zone: tzinfo | None, *, widget_id: str | None = None) -> None:
        super().__init__(widget_id=widget_id)
        self._person = person
        self._zone = zone
        self.status = Status()

    def show(self, number: int, tally: Tally, wanted: str = "", signed: Piece = ("", "")) -> None:
        """Another statement, other counts, or another filter."""
        self.status = replace(self.status, number=number, tally=tally, filter=wanted, signed=signed)
        self.repaint()

    def saving(self) -> None:
        """Something is on its way to the disk; keys wait their turn."""
        self.status = replace(self.status, is_saving=True)
        self.repaint()

    def saved(self, at: str | None) -> None:
        """It is on the disk; None when there was nothing to write. Painted by the next `show`."""
        self.status = replace(self.status, is_saving=False, failure=None, saved_at=at or self.status.saved_at)

    def not_saved(self, cause: str) -> None:
        """It is not on the disk, and why. Painted by the next `show`."""
        self.status = replace(self.status, is_saving=False, failure=cause)

    def lines_for(self, width: int, height: int) -> Sequence[PaintedLine]:
        """The one line. Where it is narrow, counts that others tell too make way for whether all is saved and signed."""
        status, tally = self.status, self.status.tally
        room = width - min(width_of(status.filter), _FILTER) - 3 if status.filter else width
        ways = (f" · {tally.done} done · {tally.open} open", f" · {tally.done} done", "")
        fitting = (line for line in map(self._counted, ways) if width_of_line(tuple(line)) <= room)
        left = next(fitting, None) or self._counted("")
        if status.filter:
            room = width - width_of_line(tuple(left)) - 3
            left += [(" · ", ""), padded(status.filter, min(width_of(status.filter), room), "accent strong")]
        return [spread(tuple(left), ((self._person, "muted"),), width)]

    def _counted(self, counts: str) -> list[Piece]:
        status, tally = self.status, self.status.tally
        pieces: list[Piece] = [
            (f"{status.number}/{tally.statements}", "strong"),
            (f"{counts} · {tally.verdicts} verdicts", ""),  # "1 verdicts", too: programs read this line
        ]
        if tally.recheck:
            pieces.append((f" · {tally.recheck} recheck", "was"))
        pieces += [(" · ", ""), self._saving()]
        return [*pieces, (" · ", ""), status.signed] if status.signed[0] else pieces

    def _saving(self) -> Piece:
        if self.status.failure is not None:
            cause = self.status.failure.removeprefix("not saved").strip()
            return (f"not saved: {cause}" if cause else "not saved", "error")
        if self.status.is_saving:
            return ("saving… keys wait their turn", "warning")
        if self.status.saved_at is None:
            return ("all saved", "")
        return (f"saved {hour(self.status.saved_at, self._zone)}", "")
