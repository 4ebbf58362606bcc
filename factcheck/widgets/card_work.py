"""What checking has put beside a statement, as rows of the card; a section only where there is something."""

from collections.abc import Iterator

from factcheck.domain.around import Around
from factcheck.domain.link import Link
from factcheck.domain.query import ChangeState, QueryState
from factcheck.domain.source import Citation, Level, Source
from factcheck.domain.statement import Flag, Statement
from factcheck.widgets.card_rows import INSET, labelled, numbered
from factcheck.widgets.painted import PaintedLine
from factcheck.widgets.query_lines import QUERY_LOOKS, answer_lines

_LINKED = "↔"


def source_rows(statement: Statement, around: Around, width: int) -> Iterator[PaintedLine]:
    """Each citation: the source, where in it, for which question, and what it says."""
    lines: list[PaintedLine] = []
    for number, citation in enumerate(statement.citations, 1):
        source = around.sources.get(citation.source)
        lines += numbered((f"{number}  ", "muted"), _cited(citation, source), width - INSET)
    yield from _section("SOURCES", lines)


def _cited(citation: Citation, source: Source | None) -> str:
    title = source.title if source else "a source that there is no longer"
    kept = f" ({source.level.value})" if source and source.level is not Level.PUBLIC else ""
    told = [
        f"{title}{kept}",
        citation.locator or "no locator",
        citation.question.value,
        citation.stance.value,
    ]
    if citation.detail:
        told.append(f"for “{citation.detail}”")
    return " · ".join(told)


def link_rows(statement: Statement, around: Around, width: int) -> Iterator[PaintedLine]:
    """Each link: the number of the other statement, what the link says, and the words of the other one."""
    lines: list[PaintedLine] = []
    for link in statement.links:
        other = around.linked.get(link.other)
        head = f"{_LINKED} {other.number if other else '–'}  "
        look = "was" if not statement.link_counts(link) else "muted" if link.settled is not None else ""
        lines += numbered((head, "accent"), _linked(statement, link, around), width - INSET, look)
    lines += _suggested(around, width)
    yield from _section("LINKS", lines)


def _suggested(around: Around, width: int) -> Iterator[PaintedLine]:
    """The hints that touch the statement, quietly: nothing is linked before a key says so."""
    for hint in around.suggested[:_HINTS]:
        is_read_from_here = hint.is_from_here or not hint.type.has_direction
        here = f"{hint.type.words} {hint.number}"
        text = here if is_read_from_here else f"{hint.number} {hint.type.words} this"
        yield from numbered(("hint: ", "muted"), f"{text}?", width - INSET, "muted")
    if around.suggested:
        more = len(around.suggested) - _HINTS
        yield ((f"{f'and {more} more ' if more > 0 else ''}— H", "muted"),)


_HINTS = 2


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


_BRIEF = 90


def query_rows(statement: Statement, width: int) -> Iterator[PaintedLine]:
    """Each query: its number, to whom, how far it has come, and what came back."""
    lines: list[PaintedLine] = []
    room = width - INSET
    for number, query in enumerate(statement.queries, 1):
        head = f"{number}  "
        text = f"{query.addressee} · {query.state.value}: {query.text}"
        lines += numbered((head, "muted"), text, room, QUERY_LOOKS[query.state])
        is_earlier = query.state is QueryState.OPEN
        answer = answer_lines(query.answer, room - len(head), is_earlier=is_earlier)
        lines += [((" " * len(head), ""), *line) for line in answer]
    yield from _section("QUERIES", lines)


def wording_rows(statement: Statement, width: int) -> Iterator[PaintedLine]:
    """The suggested wording, and what became of it."""
    suggested = statement.suggested
    if suggested is None:
        return
    look = "warning" if suggested.state is ChangeState.PENDING else "muted"
    head = f"{suggested.kind.value} · {suggested.state.value}"
    if suggested.old != statement.exact:
        head = f"{head} · suggested for other words"
    lines = [
        *numbered(("", ""), head, width - INSET, look),
        *numbered(("", ""), suggested.new, width - INSET),
    ]
    yield from _section("WORDING", lines)


def lead_rows(statement: Statement, width: int) -> Iterator[PaintedLine]:
    """What the author points to as the source."""
    lines: list[PaintedLine] = []
    for lead in statement.leads:
        text = f"{lead.kind}{f' by {lead.author}' if lead.author else ''}: {lead.text}"
        lines += numbered(("", ""), text, width - INSET, "muted" if lead.is_used else "")
    yield from _section("LEADS", lines)


def reply_rows(statement: Statement, width: int) -> Iterator[PaintedLine]:
    """To whom criticism was put, and what came back."""
    hearing = statement.hearing
    if hearing is None and Flag.CRITICISM not in statement.flags:
        return
    if hearing is None:
        text, look = "not put to anybody yet — *", "warning"
    else:
        text = f"put to {hearing.put_to}, {hearing.put_at}: {hearing.answer or 'no reply yet — *'}"
        look = "" if hearing.answer else "warning"
    yield from _section("REPLY", list(numbered(("", ""), text, width - INSET, look)))


def _section(label: str, lines: list[PaintedLine]) -> Iterator[PaintedLine]:
    if lines:
        yield ()
        yield from labelled(label, lines)
