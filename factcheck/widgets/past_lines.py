"""What a draft did to one statement, as an entry of a list: what became of it, its words, how it stands now."""

from collections.abc import Iterator

from msgspec import Struct

from factcheck.domain.progress import WorkState, work_state
from factcheck.domain.revision import Happened, Happening
from factcheck.domain.statement import Statement
from factcheck.widgets.painted import PaintedLine, paragraph
from factcheck.widgets.pair_lines import answers_line
from factcheck.widgets.wording_lines import diff_lines

_LONGEST = 5_000
"""Longer words are not compared word by word."""


class Past(Struct, frozen=True):
    """One statement: what happened to it, as it was before, as it is now with its number; None where it is not.

    `moved` says what went into a quotation, or out of one.
    """

    happening: Happening
    before: Statement | None
    now: Statement | None
    number: int
    moved: str = ""

    @property
    def is_gone(self) -> bool:
        """Whether its words went, and nobody has placed it since."""
        return self.happening.what.is_gone and self.now is None

    @property
    def is_to_recheck(self) -> bool:
        """Whether something of it is still to be decided anew."""
        return self.now is not None and work_state(self.now) is WorkState.RECHECK


def past_lines(past: Past, width: int) -> Iterator[PaintedLine]:
    """The lines of an entry for so many cells."""
    yield from paragraph(_head(past), width, "warning" if past.is_to_recheck or past.is_gone else "accent")
    yield from _words(past, width)
    stands = past.now or (past.before if past.is_gone else None)
    if stands is not None and (stands.said or stands.so):
        yield answers_line(stands, width)


def _head(past: Past) -> str:
    what = past.happening.what
    if past.is_gone:
        return "gone from this draft" if what is Happened.GONE else "gone from an earlier draft"
    if past.now is None:
        return f"{_WORDS[what]} · not in the draft any longer"
    if what.is_gone:
        return f"{past.number} · placed there by hand{' · to be rechecked' if past.is_to_recheck else ''}"
    if what is Happened.RECHECK:
        return f"{past.number} · {'to be rechecked' if past.is_to_recheck else 'was changed; nothing is to be rechecked'}"
    return f"{past.number} · {_WORDS[what]}{' · to be rechecked' if past.is_to_recheck else ''}"


_WORDS = {
    Happened.RECHECK: "changed",
    Happened.GONE: "gone",
    Happened.GONE_EARLIER: "gone earlier",
    Happened.BACK: "back from an earlier draft",
    Happened.NEW: "new",
}


def _words(past: Past, width: int) -> Iterator[PaintedLine]:
    old = past.before.exact if past.before else ""
    new = past.now.exact if past.now and past.happening.what.is_gone else past.happening.exact
    if not old or not new or old == new:
        yield from paragraph(new or old, width, "" if new else "muted")
    elif max(len(old), len(new)) > _LONGEST:
        yield from (*paragraph(f"− {old}", width, "muted"), *paragraph(f"+ {new}", width))
    else:
        yield from diff_lines(old, new, width)
        if past.moved:
            yield from paragraph(past.moved, width, "warning")
