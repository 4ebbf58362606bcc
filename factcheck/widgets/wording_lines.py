"""Two wordings below each other, with what is different in them: struck and underlined, and told by − and +."""

from collections.abc import Iterator, Sequence
from datetime import tzinfo

from factcheck.domain.query import ChangeState, SuggestedWording
from factcheck.domain.word_diff import Part, Run, side, word_diff
from factcheck.widgets.key_line import KeyOf
from factcheck.widgets.layout import wrap
from factcheck.widgets.local_time import moment
from factcheck.widgets.painted import PaintedLine, Piece, paragraph

_HEADS: dict[Part, Piece] = {Part.REMOVED: ("− ", "muted"), Part.ADDED: ("+ ", "accent")}
_LOOKS = {Part.SAME: "", Part.REMOVED: "removed", Part.ADDED: "added"}


def suggested_lines(
    suggested: SuggestedWording, words: str, width: int, key_of: KeyOf, zone: tzinfo | None = None
) -> list[PaintedLine]:
    """A suggested wording: what kind of change, what became of it, by whom and when, and the two wordings."""
    look = "warning" if suggested.state is ChangeState.PENDING else "muted"
    head = (
        f"{suggested.kind.value} · {suggested.state.value}{_decided(suggested, zone)} — {key_of('suggest')}"
    )
    lines = paragraph(head, width, look)
    if suggested.old != words:
        lines += paragraph("suggested for other words than those that stand there now", width, "was")
    return [*lines, *diff_lines(suggested.old, suggested.new, width)]


def _decided(suggested: SuggestedWording, zone: tzinfo | None) -> str:
    if suggested.decided_by is None or suggested.decided_at is None:
        return ""
    return f" by {suggested.decided_by}, {moment(suggested.decided_at, zone):%Y-%m-%d %H:%M}"


def diff_lines(old: str, new: str, width: int) -> Iterator[PaintedLine]:
    """The old wording, then the new one."""
    runs = word_diff(old, new)
    for part in (Part.REMOVED, Part.ADDED):
        yield from _wording(side(runs, part), _HEADS[part], width)


def _wording(runs: Sequence[Run], head: Piece, width: int) -> Iterator[PaintedLine]:
    text = "".join(run.text for run in runs)
    for index, line in enumerate(wrap(text, max(8, width - len(head[0])))):
        start = head if index == 0 else (" " * len(head[0]), "")
        yield (start, *_cut(runs, line.start, line.end))


def _cut(runs: Sequence[Run], first: int, last: int) -> Iterator[Piece]:
    """The pieces of the runs between two offsets of their text."""
    at = 0
    for run in runs:
        begin, end = max(first, at), min(last, at + len(run.text))
        if begin < end:
            yield (run.text[begin - at : end - at], _LOOKS[run.part])
        at += len(run.text)
