"""Stepping through an article by a filter, and finding words in it."""

from collections.abc import Iterator, Sequence

from factcheck.domain.filter import Filter, FilterBy
from factcheck.domain.statement import COUNT_ELSEWHERE, Statement
from factcheck.domain.text import normal_form
from factcheck.store.connection import Connection
from factcheck.store.rows import dump

OPEN = "work_state IN ('untouched', 'in_progress', 'recheck')"  # as in the partial index
LOOKS_LEFT = "details <> '[]' AND excluded IS NULL"
_ROWS_AT_A_TIME = 1000
_LACKS = {
    "tick": LOOKS_LEFT,  # see details_left.py, which looks at the details themselves
    "source": "citation_count = 0 AND excluded IS NULL",
    "answer": "open_queries > 0",
    "settlement": "open_links > 0",
    "reply": "is_unanswered = 1",
}


def condition(wanted: Filter | None) -> tuple[str, tuple[str, ...]]:
    """The SQL condition of a filter on the statement table, with its values; always true without one."""
    if wanted is None:
        return "1 = 1", ()
    match wanted.by:
        case FilterBy.STATE:
            return (OPEN, ()) if wanted.value == "open" else ("work_state = ?", (wanted.value,))
        case FilterBy.ANSWER:
            question, _, sign = wanted.value.partition(":")
            return ("said_sign = ?" if question == "said" else "so_sign = ?"), (sign,)
        case FilterBy.KIND:
            return "kind = ?", (wanted.value,)
        case FilterBy.SPEAKER:
            return "attributions LIKE ? ESCAPE '!'", (_like(f'"speaker":{dump(wanted.value)}'),)
        case FilterBy.FLAG:
            return "flags LIKE ?", (f'%"{wanted.value}"%',)
        case FilterBy.NOTE:
            return ("private_note <> ''" if wanted.value == "private" else "public_note <> ''"), ()
        case FilterBy.PUBLICATION:
            return "is_for_publication = 1", ()
        case FilterBy.LACK:
            return _LACKS[wanted.value], ()


def ticked_names(connection: Connection, article_id: str) -> frozenset[str]:
    """The hashes of the names and titles that are ticked somewhere in the article. Grows with it."""
    rows = connection.all("SELECT DISTINCT given_for FROM ticked_name WHERE article_id = ?", (article_id,))
    return frozenset(row[0] for row in rows)


def has_ticked_names(connection: Connection, article_id: str) -> bool:
    """Whether any name or title is ticked in the article."""
    return connection.one("SELECT 1 FROM ticked_name WHERE article_id = ? LIMIT 1", (article_id,)) is not None


def ticked_among(connection: Connection, article_id: str, statements: Sequence[Statement]) -> frozenset[str]:
    """The hashes of the names and titles of some statements that are ticked somewhere in the article."""
    names = {
        given_for
        for statement in statements
        for detail, given_for, _ in statement.hard_details()
        if detail.type in COUNT_ELSEWHERE
    }
    marks = ", ".join("?" * len(names))
    rows = connection.all(
        f"SELECT DISTINCT given_for FROM ticked_name WHERE article_id = ? AND given_for IN ({marks})",  # only question marks
        (article_id, *sorted(names)),
    )
    return frozenset(row[0] for row in rows)


def _like(words: str) -> str:
    for special in "!%_":
        words = words.replace(special, f"!{special}")
    return f"%{words}%"


def places_with(
    connection: Connection, article_id: str, words: str, start: int, *, forward: bool = True
) -> Iterator[str]:
    """The ids of the statements that have the words in their text, a note or a source's title, from a place of the draft on.

    Case, typography, and how accents are composed do not count. Reads in batches, and stops when the caller does.
    """
    for batch in batches_with(connection, article_id, words, start, forward=forward):
        yield from batch


def batches_with(
    connection: Connection, article_id: str, words: str, start: int, *, forward: bool = True
) -> Iterator[list[str]]:
    """The same, batch by batch, those without any included, for one who has other things to do in between."""
    needle = normal_form(words).casefold()
    cited = _sources_with(connection, article_id, needle)
    also = ", citations" if cited else ""
    comparison, direction = (">", "ASC") if forward else ("<", "DESC")
    place = start
    while rows := connection.all(
        f"SELECT id, start_offset{also}, exact, private_note, public_note FROM statement "
        f"WHERE article_id = ? AND start_offset {comparison} ? ORDER BY start_offset {direction} "
        f"LIMIT {_ROWS_AT_A_TIME}",
        (article_id, place),
    ):
        place = int(rows[-1][1])
        yield [
            str(statement_id)
            for statement_id, _, *texts in rows
            if (cited and any(source in texts[0] for source in cited))
            or any(needle in normal_form(text).casefold() for text in texts[bool(cited) :])
        ]


def _sources_with(connection: Connection, article_id: str, needle: str) -> list[str]:
    """The ids, as citations name them, of the article's sources that have the words in their title.

    A source that was merged is cited by its own id and read by the title of the one that it turned out to be.
    """
    rows = connection.all("SELECT id, title, merged_into FROM source WHERE article_id = ?", (article_id,))
    found = {
        str(name) for name, title, into in rows if needle in normal_form(title).casefold() and into is None
    }
    merged = {str(name): str(into) for name, _, into in rows if into is not None}
    for name in merged:
        meant = name
        for _ in merged:  # as many steps as there are at most: a circle ends, too
            meant = merged.get(meant, meant)
        if meant in found:
            found.add(name)
    return [f'"{name}"' for name in found]
