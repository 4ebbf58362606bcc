"""The links of a statement as rows of the card, and quietly those that a hint suggests."""

from collections.abc import Iterator

from factcheck.domain.around import Around
from factcheck.domain.link import Link
from factcheck.domain.statement import Statement
from factcheck.widgets.card_rows import INSET, numbered, section
from factcheck.widgets.key_line import KeyOf
from factcheck.widgets.painted import PaintedLine

_LINKED = "↔"
_BRIEF = 90
_HINTS = 2
"""So many hints are shown; the others are counted."""


def link_rows(statement: Statement, around: Around, width: int, key_of: KeyOf) -> Iterator[PaintedLine]:
    """Each link: the number of the other statement, what the link says, and the words of the other one."""
    lines: list[PaintedLine] = []
    for link in statement.links:
        other = around.linked.get(link.other)
        head = f"{_LINKED} {other.number if other else '–'}  "
        look = "was" if not statement.link_counts(link) else "muted" if link.settled is not None else ""
        lines += numbered((head, "accent"), _linked(statement, link, around), width - INSET, look)
    lines += _suggested(around, width, key_of)
    yield from section("LINKS", lines)


def _suggested(around: Around, width: int, key_of: KeyOf) -> Iterator[PaintedLine]:
    """The hints that touch the statement, quietly: nothing is linked before a key says so."""
    for hint in around.suggested[:_HINTS]:
        is_read_from_here = hint.is_from_here or not hint.type.has_direction
        here = f"{hint.type.words} {hint.number}"
        text = here if is_read_from_here else f"{hint.number} {hint.type.words} this"
        yield from numbered(("hint: ", "muted"), f"{text}?", width - INSET, "muted")
    if around.suggested:
        more = len(around.suggested) - _HINTS
        yield ((f"{f'and {more} more ' if more > 0 else ''}— {key_of('hints')}", "muted"),)


def _linked(statement: Statement, link: Link, around: Around) -> str:
    other = around.linked.get(link.other)
    said = link.type.words
    if link.type.has_direction and not link.is_from_here:
        said = f"{other.number if other else 'it'} {said} this one:"
    words = " ".join(other.exact.split()) if other else "a statement that there is no longer"
    if len(words) > _BRIEF:
        words = f"{words[: _BRIEF - 1]}…"
    state = f" · settled: {link.settled}" if link.settled is not None else ""
    if not statement.link_counts(link):
        state = " · given for other words: look again"
    return f"{said} {words}{state}"
