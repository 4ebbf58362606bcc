"""What was done, read from the event log. Its own module: neither a list nor a first frame asks for it."""

import json
from collections.abc import Iterator
from typing import Any

from factcheck.domain.event import ABOUT_A_GROUP, Event, EventKind
from factcheck.domain.fold import skipped_groups
from factcheck.domain.history import HistoryLine, News
from factcheck.domain.wording import describe
from factcheck.store.connection import Connection, Row
from factcheck.store.rows import parsed

NAME_EVIDENCE = (
    EventKind.ARTICLE_IMPORTED.value,
    EventKind.DRAFT_ADDED.value,
    EventKind.SOURCE_ADDED.value,
    EventKind.EVIDENCE_ATTACHED.value,
)
"""The kinds of events that may name files: a copied source brings its own along."""
EVENT_COLUMNS = "id article_id stream version kind group_id actor device at parents payload".split()


def stream(connection: Connection, stream_id: str) -> list[Event]:
    """All events of a stream, oldest first. Raises the store's faults."""
    rows = connection.all(
        f"SELECT {', '.join(EVENT_COLUMNS)} FROM event WHERE stream = ? ORDER BY version", (stream_id,)
    )
    return [event_of_row(row) for row in rows]


OF_ARTICLE = "article_id || '' = ?"
"""The newest events are few: so written, the database looks at them, and not at all that the article has."""


def since(connection: Connection, article_id: str, newest: int) -> list[News]:
    """What was written to an article after an event: by whom, when, what, and to which statement.

    Raises the store's faults.
    """
    rows = connection.all(
        f"SELECT seq, {', '.join(EVENT_COLUMNS)} FROM event WHERE seq > ? AND {OF_ARTICLE} ORDER BY seq",
        (newest, article_id),
    )
    events = [(int(row[0]), event_of_row(row[1:])) for row in rows]
    return [
        News(seq, e.at, e.actor, describe(e), None if e.stream == article_id else e.stream, e.group)
        for seq, e in events
    ]


def history(connection: Connection, statement_id: str) -> list[HistoryLine]:
    """What was done about a statement, newest first; undo and redo show in the lines they concern.

    Raises the store's faults.
    """
    events = stream(connection, statement_id)
    skipped = skipped_groups(events)
    return [
        HistoryLine(e.at, e.actor, describe(e), is_undone=e.group in skipped)
        for e in reversed(events)
        if e.kind not in ABOUT_A_GROUP
    ]


def event_of_row(row: Row) -> Event:
    """The event of a row in the order of EVENT_COLUMNS. Raises ValueError when the row is damaged."""
    values: dict[str, Any] = dict(zip(EVENT_COLUMNS, row, strict=True))
    return Event(
        id=values["id"],
        article_id=values["article_id"],
        stream=values["stream"],
        version=values["version"],
        kind=EventKind(values["kind"]),
        group=values["group_id"],
        actor=values["actor"],
        device=values["device"],
        at=values["at"],
        parents=tuple(parsed(values["parents"])),
        payload=parsed(values["payload"]),
    )


def evidence_in(kind: str, payload: str) -> list[str]:
    """The hashes of the files that such an event names as evidence."""
    told = json.loads(payload)
    if kind == EventKind.EVIDENCE_ATTACHED.value:
        return [str(told["attachment"]["sha256"])]
    if kind in (EventKind.ARTICLE_IMPORTED.value, EventKind.DRAFT_ADDED.value):
        return [str(kept["sha256"]) for kept in told.get("files", ())]
    return [str(attached["sha256"]) for attached in told["source"].get("attachments", ())]


def evidence_by_article(connection: Connection) -> list[tuple[str, str]]:
    """The slug of an article and the hash of a file that its log names as evidence, for each such pair.

    Raises the store's faults.
    """
    rows = connection.all(
        "SELECT article.slug, event.kind, event.payload FROM event JOIN article "
        "ON article.id = event.article_id WHERE event.kind IN (?, ?, ?, ?) ORDER BY event.seq",
        NAME_EVIDENCE,
    )
    return list(
        dict.fromkeys((slug, found) for slug, kind, payload in rows for found in evidence_in(kind, payload))
    )


def last_cited(connection: Connection, article_id: str, person: str) -> Iterator[Event]:
    """The citations that a person has put on statements of an article and that stand, the newest first.

    Raises the store's faults.
    """
    if not connection.all("SELECT 1 FROM source WHERE article_id = ? LIMIT 1", (article_id,)):
        return  # else a long log would be looked through for nothing
    before = _AFTER_ALL
    sql = (
        f"SELECT seq, {', '.join(EVENT_COLUMNS)} FROM event WHERE article_id = ? AND actor = ? AND kind = ? "
    )
    sql += "AND seq < ? ORDER BY seq DESC LIMIT 1"
    while row := connection.one(sql, (article_id, person, EventKind.CITED.value, before)):
        before, event = int(row[0]), event_of_row(row[1:])
        if event.group not in skipped_groups(stream(connection, event.stream)):
            yield event


_AFTER_ALL = 2**62
