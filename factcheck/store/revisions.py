"""What the drafts of an article did to its statements, read from the log. Raises the store's faults."""

import json
from typing import Any, cast

from factcheck.domain.article import Article
from factcheck.domain.event import Event, EventKind
from factcheck.domain.fold import fold_with_gone, skipped_groups
from factcheck.domain.revision import Happened, Happening, Outcome, PastRevision
from factcheck.domain.statement import Statement
from factcheck.store.connection import Connection
from factcheck.store.origins import origin
from factcheck.store.past import stream

_GONE = (
    "SELECT DISTINCT stream FROM event WHERE article_id = ? AND kind = ? "
    "AND stream NOT IN (SELECT id FROM statement WHERE article_id = ?)"
)
_DONE = (
    "SELECT stream, version, kind, payload FROM event WHERE group_id = ? AND (kind IN (?, ?) OR kind = ? AND "
    "(payload LIKE ? OR payload LIKE ?)) ORDER BY seq"
)


def gone(connection: Connection, article_id: str) -> list[Statement]:
    """The statements whose words are gone from the draft, each as it stood in the last one that had them."""
    ids = connection.all(_GONE, (article_id, EventKind.STATEMENT_GONE.value, article_id))
    states = [fold_with_gone(origin(connection, one), stream(connection, one)) for (one,) in ids]
    return sorted([state for state in states if state], key=lambda state: state.span)


def last_revision(connection: Connection, article: Article) -> PastRevision | None:
    """What the draft under review did when it was taken; None where it is the first one."""
    events = stream(connection, article.id)
    skipped = skipped_groups(events)
    standing = [e for e in events if e.kind is EventKind.DRAFT_ADDED and e.group not in skipped]
    if not standing:
        return None
    taken = standing[-1]
    outcomes = cast("dict[str, int]", taken.payload["outcomes"])
    happenings = _happenings(connection, taken)
    here = {one.statement_id for one in happenings}
    earlier = [
        Happening(Happened.GONE_EARLIER, one.id, one.version + 1, "")
        for one in gone(connection, article.id)
        if one.id not in here
    ]
    return PastRevision(
        number=cast("int", taken.payload["number"]),
        by=taken.actor,
        at=taken.at,
        carried=outcomes.get(Outcome.CARRIED.value, 0),
        happenings=(*happenings, *earlier),
    )


def _happenings(connection: Connection, taken: Event) -> list[Happening]:
    kinds = (EventKind.STATEMENT_GONE, EventKind.STATEMENT_ADDED, EventKind.STATEMENT_REVISED)
    like = (f'%"outcome":"{Outcome.RECHECK}"%', '%"is_back":true%')
    rows = connection.all(_DONE, (taken.group, *(kind.value for kind in kinds), *like))
    return [
        _happening(stream_id, version, EventKind(kind), json.loads(p)) for stream_id, version, kind, p in rows
    ]


def _happening(stream_id: str, version: int, kind: EventKind, payload: dict[str, Any]) -> Happening:
    if kind is EventKind.STATEMENT_GONE:
        return Happening(Happened.GONE, stream_id, version, "")
    if kind is EventKind.STATEMENT_ADDED:
        return Happening(Happened.NEW, stream_id, version, str(payload["statement"]["exact"]))
    what = Happened.BACK if payload.get("is_back") else Happened.RECHECK
    return Happening(what, stream_id, version, str(payload["exact"]))


def before(connection: Connection, happening: Happening) -> Statement | None:
    """The statement as it stood before; None for a new one."""
    events = [e for e in stream(connection, happening.statement_id) if e.version < happening.version]
    return fold_with_gone(origin(connection, happening.statement_id), events)
