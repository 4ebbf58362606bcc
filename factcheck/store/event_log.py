"""Appending to the event log and reading it back, inside a transaction.

The statements are built once: building one costs SQLAlchemy more than running it.
"""

import json
from collections.abc import Iterator, Sequence
from typing import cast

from sqlalchemy import Connection, bindparam, func, insert, select

from factcheck.domain.author import Author
from factcheck.domain.canonical import canonical_bytes
from factcheck.domain.event import ABOUT_A_GROUP, FIRST_CHAIN, Deed, Event, EventKind, chain_hash
from factcheck.domain.undo import Act
from factcheck.store.batches import batches
from factcheck.store.past import EVENT_COLUMNS, NAME_EVIDENCE, event_of_row, evidence_in
from factcheck.store.rows import Value
from factcheck.store.since_signing import PRINTED_NOWHERE
from factcheck.store.tables import EVENT, STATEMENT

_ACTS_AT_A_TIME = 100

_WHOLE = [EVENT.c[name] for name in EVENT_COLUMNS]
_INSERT = insert(EVENT)
_STREAM = select(*_WHOLE).where(EVENT.c.stream == bindparam("stream")).order_by(EVENT.c.version)
_STREAMS = (
    select(*_WHOLE)
    .where(EVENT.c.stream.in_(bindparam("streams", expanding=True)))
    .order_by(EVENT.c.stream, EVENT.c.version)
)
_GROUP = select(*_WHOLE).where(EVENT.c.group_id == bindparam("group")).order_by(EVENT.c.seq)
_CHAIN_END = (
    select(EVENT.c.device_seq, EVENT.c.chain_hash)
    .where(EVENT.c.article_id == bindparam("article"), EVENT.c.device == bindparam("device"))
    .order_by(EVENT.c.device_seq.desc())
    .limit(1)
)
_NEWEST_ACTS = (
    select(EVENT.c.seq, EVENT.c.group_id, EVENT.c.kind, EVENT.c.payload)
    .where(
        EVENT.c.article_id == bindparam("article"),
        EVENT.c.actor == bindparam("person"),
        EVENT.c.seq < bindparam("before"),
    )
    .order_by(EVENT.c.seq.desc())
    .limit(_ACTS_AT_A_TIME)
)
_BY_OTHERS = (
    select(*_WHOLE)
    .where(EVENT.c.stream.in_(bindparam("streams", expanding=True)), EVENT.c.actor != bindparam("person"))
    .order_by(EVENT.c.stream, EVENT.c.version.desc())
)
_GONE = (
    select(EVENT.c.stream)
    .distinct()
    .where(
        EVENT.c.article_id == bindparam("article"),
        EVENT.c.kind == EventKind.STATEMENT_GONE.value,
        EVENT.c.stream.not_in(select(STATEMENT.c.id).where(STATEMENT.c.article_id == bindparam("article"))),
    )
)
_NEWEST_PRINTED = select(func.max(EVENT.c.seq)).where(
    EVENT.c.article_id == bindparam("article"),
    EVENT.c.kind.not_in([kind.value for kind in PRINTED_NOWHERE]),
)
_NEWEST_SIGNED = (
    select(EVENT.c.seq, *_WHOLE)
    .where(
        EVENT.c.stream == bindparam("article"),
        EVENT.c.kind.in_([EventKind.SIGNED_OFF.value, EventKind.SIGNOFF_WITHDRAWN.value]),
    )
    .order_by(EVENT.c.version.desc())
    .limit(1)
)
_BEGUN = select(func.min(EVENT.c.seq)).where(EVENT.c.group_id == bindparam("group"))
_NAME_EVIDENCE = select(EVENT.c.kind, EVENT.c.payload).where(EVENT.c.kind.in_(NAME_EVIDENCE))
_END = 2**62


def append(
    db: Connection,
    article_id: str,
    author: Author,
    action: tuple[str, str],
    ids: Sequence[str],
    deeds: Sequence[Deed],
    streams: dict[str, list[Event]],
) -> None:
    """Append one event for each deed, chained to the device's earlier ones.

    `action` is the group and the time; `ids` has one for each deed; `streams` has the events so far of
    every stream that a deed names, and gets the new ones. Raises sqlalchemy.exc.IntegrityError when a stream
    has moved on meanwhile.
    """
    end = db.execute(_CHAIN_END, {"article": article_id, "device": author.device}).first()
    sequence, chain = (end[0], end[1]) if end else (0, FIRST_CHAIN)
    rows = []
    for event_id, deed in zip(ids, deeds, strict=True):
        earlier = streams[deed.stream]
        event = Event(
            id=event_id,
            article_id=article_id,
            stream=deed.stream,
            version=earlier[-1].version + 1 if earlier else 1,
            kind=deed.kind,
            group=action[0],
            actor=author.person,
            device=author.device,
            at=action[1],
            parents=(earlier[-1].id,) if earlier else (),
            payload=deed.payload,
        )
        earlier.append(event)
        content = event.content_hash()
        sequence, chain = sequence + 1, chain_hash(chain, content)
        rows.append(_columns(event) | {"device_seq": sequence, "content_hash": content, "chain_hash": chain})
    db.execute(_INSERT, rows)


def _columns(event: Event) -> dict[str, Value]:
    return {
        "id": event.id,
        "article_id": event.article_id,
        "stream": event.stream,
        "version": event.version,
        "kind": event.kind.value,
        "group_id": event.group,
        "actor": event.actor,
        "device": event.device,
        "at": event.at,
        "parents": canonical_bytes(event.parents).decode(),
        "payload": canonical_bytes(event.payload).decode(),
    }


def stream(db: Connection, stream_id: str) -> list[Event]:
    """All events of a stream, oldest first."""
    return [event_of_row(tuple(row)) for row in db.execute(_STREAM, {"stream": stream_id})]


def streams(db: Connection, ids: Sequence[str]) -> dict[str, list[Event]]:
    """All events of several streams, each oldest first; what is new has none."""
    if len(ids) == 1:  # most actions touch one, and a question about one is asked sooner
        return {ids[0]: stream(db, ids[0])}
    found: dict[str, list[Event]] = {one: [] for one in ids}
    for some in batches(ids):
        for row in db.execute(_STREAMS, {"streams": some}):
            event = event_of_row(tuple(row))
            found[event.stream].append(event)
    return found


def group(db: Connection, group_id: str) -> list[Event]:
    """All events of one action, in the order in which they were written."""
    return [event_of_row(tuple(row)) for row in db.execute(_GROUP, {"group": group_id})]


def acts(db: Connection, article_id: str, person: str) -> Iterator[Act]:
    """What a person did to an article, newest first, one entry an action."""
    before = _END
    last_group = None
    while True:
        values = {"article": article_id, "person": person, "before": before}
        rows = db.execute(_NEWEST_ACTS, values).all()
        for row in rows:
            if row.group_id != last_group:
                last_group = row.group_id
                yield _act_of(row.group_id, EventKind(row.kind), row.payload)
        if len(rows) < _ACTS_AT_A_TIME:
            return
        before = rows[-1].seq


def _act_of(group_id: str, kind: EventKind, payload: str) -> Act:
    target = cast("str", json.loads(payload)["group"]) if kind in ABOUT_A_GROUP else None
    return Act(group=group_id, kind=kind, target=target)


def later_by_others(db: Connection, events: Sequence[Event], person: str) -> Event | None:
    """The newest event that somebody else wrote to a stream of these events after them, or None."""
    seen = {event.stream: event.version for event in events}
    for some in batches(list(seen)):
        for row in db.execute(_BY_OTHERS, {"streams": some, "person": person}).all():
            if row.version > seen[row.stream]:
                return event_of_row(tuple(row))
    return None


def streams_gone(db: Connection, article_id: str) -> list[str]:
    """The streams of statements that some draft had no words for, and that are not there now."""
    return list(db.execute(_GONE, {"article": article_id}).scalars())


def newest_printed(db: Connection, article_id: str) -> int:
    """The number of the newest event of an article that can change its report; 0 when there is none."""
    return int(db.execute(_NEWEST_PRINTED, {"article": article_id}).scalar() or 0)


def signed_since(db: Connection, article_id: str, group_id: str | None) -> Event | None:
    """The sign-off of an article that stands and came after an action, or after any, for None."""
    row = db.execute(_NEWEST_SIGNED, {"article": article_id}).first()
    if row is None or row.kind != EventKind.SIGNED_OFF.value:
        return None
    begun = db.execute(_BEGUN, {"group": group_id}).scalar() if group_id else 0
    return event_of_row(tuple(row)[1:]) if int(begun or 0) < row.seq else None


def evidence_named(db: Connection) -> set[str]:
    """The hashes of all files that some event names as evidence."""
    return {found for kind, payload in db.execute(_NAME_EVIDENCE) for found in evidence_in(kind, payload)}
