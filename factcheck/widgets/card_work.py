"""What checking has put beside a statement, as rows of the card; a section only where there is something."""

from collections.abc import Iterator
from datetime import tzinfo

from factcheck.domain.around import Around
from factcheck.domain.query import QueryState
from factcheck.domain.source import Citation, Level, Source
from factcheck.domain.statement import Flag, Statement
from factcheck.widgets.card_rows import INSET, numbered, section
from factcheck.widgets.key_line import KeyOf
from factcheck.widgets.painted import PaintedLine
from factcheck.widgets.query_lines import QUERY_LOOKS, answer_lines


def work_rows(
    statement: Statement, around: Around, width: int, key_of: KeyOf, zone: tzinfo | None = None
) -> Iterator[PaintedLine]:
    """All sections, in the order of the card; moments in a time zone, None being the machine's own."""
    yield from source_rows(statement, around, width)
    yield from lead_rows(statement, width, key_of)
    yield from wording_rows(statement, width, key_of, zone)
    yield from query_rows(statement, width)
    yield from reply_rows(statement, width, key_of)
    yield from stet_rows(statement, around, width)


def source_rows(statement: Statement, around: Around, width: int) -> Iterator[PaintedLine]:
    """Each citation: the source, where in it, for which question, and what it says."""
    lines: list[PaintedLine] = []
    for number, citation in enumerate(statement.citations, 1):
        source = around.sources.get(citation.source)
        lines += numbered((f"{number}  ", "muted"), _cited(citation, source), width - INSET)
    yield from section("SOURCES", lines)


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
    yield from section("QUERIES", lines)


def wording_rows(
    statement: Statement, width: int, key_of: KeyOf, zone: tzinfo | None = None
) -> Iterator[PaintedLine]:
    """The suggested wording, and what became of it."""
    suggested = statement.suggested
    if suggested is None:
        return
    from factcheck.widgets.wording_lines import suggested_lines  # only where there is one

    lines = suggested_lines(suggested, statement.exact, max(12, width - INSET), key_of, zone)
    yield from section("WORDING", lines)


def lead_rows(statement: Statement, width: int, key_of: KeyOf) -> Iterator[PaintedLine]:
    """What the author points to as the source."""
    lines: list[PaintedLine] = []
    for lead in statement.leads:
        text = f"{lead.kind}{f' by {lead.author}' if lead.author else ''}: {lead.text}"
        text += " · used" if lead.is_used else f" — {key_of('add_source')}"
        lines += numbered(("", ""), text, width - INSET, "muted" if lead.is_used else "")
    yield from section("LEADS", lines)


def reply_rows(statement: Statement, width: int, key_of: KeyOf) -> Iterator[PaintedLine]:
    """To whom criticism was put, and what came back."""
    hearing = statement.hearing
    if hearing is None and Flag.CRITICISM not in statement.flags:
        return
    key = key_of("criticism_flag")
    if hearing is None:
        text, look = f"not put to anybody yet — {key}", "warning"
    else:
        text = f"put to {hearing.put_to}, {hearing.put_at}: {hearing.answer or f'no reply yet — {key}'}"
        look = "" if hearing.answer else "warning"
    yield from section("REPLY", list(numbered(("", ""), text, width - INSET, look)))


def stet_rows(statement: Statement, around: Around, width: int) -> Iterator[PaintedLine]:
    """What an editor has let stand before the sign-off, why, and whether it still does."""
    lines: list[PaintedLine] = []
    if statement.overrides:
        from factcheck.domain.gate import let_stand  # only where there is one

        for override, counts in let_stand(statement, around.sources, around.ticked_at):
            text = f"{override.blocker.words}: {override.as_told}{override.typed_by}"
            text += "" if counts else " \u00b7 given for what has changed since: it does not count any longer"
            lines += numbered(("", ""), text, width - INSET, "warning" if counts else "was")
    yield from section("STET", lines)
