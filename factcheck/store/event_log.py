"""Appending to the event log and reading it back."""

import json
from collections.abc import Iterator
from typing import cast

from sqlmodel import Session, col, select

from factcheck.domain.canonical import canonical_bytes
from factcheck.domain.event import ABOUT_A_GROUP, FIRST_CHAIN, Author, Deed, Event, EventKind, chain_hash
from factcheck.domain.undo import Act
from factcheck.store.tables import EventRow

_ACTS_AT_A_TIME = 100


def event_of(row: EventRow) -> Event:
    """The event of a row. Raises ValueError when the row is damaged."""
    return Event(
        id=row.id,
        article_id=row.article_id,
        stream=row.stream,
        version=row.version,
        kind=EventKind(row.kind),
        group=row.group_id,
        actor=row.actor,
        device=row.device,
        at=row.at,
        parents=tuple(json.loads(row.parents)),
        payload=json.loads(row.payload),
    )


def append(
    session: Session, article_id: str, author: Author, group: str, at: str, ids: list[str], deeds: list[Deed]
) -> list[Event]:
    """Append one event for each deed, chained to the device's earlier ones. `ids` has one for each.

    Raises sqlalchemy.exc.IntegrityError when a stream has moved on meanwhile.
    """
    sequence, chain = _chain_end(session, article_id, author.device)
    events = []
    for event_id, deed in zip(ids, deeds, strict=True):
        version, parent = _stream_end(session, deed.stream)
        event = Event(
            id=event_id,
            article_id=article_id,
            stream=deed.stream,
            version=version + 1,
            kind=deed.kind,
            group=group,
            actor=author.person,
            device=author.device,
            at=at,
            parents=(parent,) if parent else (),
            payload=deed.payload,
        )
        content = event.content_hash()
        sequence, chain = sequence + 1, chain_hash(chain, content)
        session.add(_row_of(event, sequence, content, chain))
        session.flush()
        events.append(event)
    return events


def _row_of(event: Event, device_seq: int, content_hash: str, chain: str) -> EventRow:
    return EventRow(
        id=event.id,
        article_id=event.article_id,
        stream=event.stream,
        version=event.version,
        kind=event.kind.value,
        group_id=event.group,
        actor=event.actor,
        device=event.device,
        device_seq=device_seq,
        at=event.at,
        parents=canonical_bytes(list(event.parents)).decode(),
        payload=canonical_bytes(event.payload).decode(),
        content_hash=content_hash,
        chain_hash=chain,
    )


def _chain_end(session: Session, article_id: str, device: str) -> tuple[int, str]:
    row = session.exec(
        select(EventRow.device_seq, EventRow.chain_hash)
        .where(EventRow.article_id == article_id, EventRow.device == device)
        .order_by(col(EventRow.device_seq).desc())
        .limit(1)
    ).first()
    return row if row else (0, FIRST_CHAIN)


def _stream_end(session: Session, stream: str) -> tuple[int, str | None]:
    row = session.exec(
        select(EventRow.version, EventRow.id)
        .where(EventRow.stream == stream)
        .order_by(col(EventRow.version).desc())
        .limit(1)
    ).first()
    return row if row else (0, None)


def stream(session: Session, stream_id: str) -> list[Event]:
    """All events of a stream, oldest first."""
    rows = session.exec(select(EventRow).where(EventRow.stream == stream_id).order_by(col(EventRow.version)))
    return [event_of(row) for row in rows.all()]


def group(session: Session, group_id: str) -> list[Event]:
    """All events of one action, in the order in which they were written."""
    rows = session.exec(select(EventRow).where(EventRow.group_id == group_id).order_by(col(EventRow.seq)))
    return [event_of(row) for row in rows.all()]


def acts(session: Session, article_id: str, person: str) -> Iterator[Act]:
    """What a person did to an article, newest first, one entry an action."""
    before: int | None = None
    last_group: str | None = None
    while True:
        query = select(EventRow).where(EventRow.article_id == article_id, EventRow.actor == person)
        if before is not None:
            query = query.where(col(EventRow.seq) < before)
        rows = session.exec(query.order_by(col(EventRow.seq).desc()).limit(_ACTS_AT_A_TIME)).all()
        for row in rows:
            if row.group_id != last_group:
                last_group = row.group_id
                yield _act_of(row)
        if len(rows) < _ACTS_AT_A_TIME:
            return
        before = rows[-1].seq


def _act_of(row: EventRow) -> Act:
    kind = EventKind(row.kind)
    target = cast("str", json.loads(row.payload)["group"]) if kind in ABOUT_A_GROUP else None
    return Act(group=row.group_id, kind=kind, target=target)


def later_by_others(session: Session, events: list[Event], person: str) -> Event | None:
    """The newest event that somebody else wrote to a stream of these events after them, or None."""
    for event in events:
        row = session.exec(
            select(EventRow)
            .where(
                EventRow.stream == event.stream,
                EventRow.version > event.version,
                EventRow.actor != person,
            )
            .order_by(col(EventRow.version).desc())
            .limit(1)
        ).first()
        if row is not None:
            return event_of(row)
    return None
