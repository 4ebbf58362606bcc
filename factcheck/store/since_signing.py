"""Whether the report of a signed article would print the same now.

Only what was written since is looked at: each stream is folded as it was and as it is. So undo and redo, a private
note, or the same answer taken back change nothing, and nobody reads a whole book for a line of status.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from factcheck.domain.article import Article
from factcheck.domain.event import STARTS_A_SOURCE, Event, EventKind
from factcheck.domain.fold import fold, fold_article, fold_source
from factcheck.domain.signoff import SignedState
from factcheck.domain.source import Level, Source
from factcheck.domain.statement import Statement
from factcheck.store.connection import Connection
from factcheck.store.origins import origin
from factcheck.store.past import OF_ARTICLE, stream

PRINTED_NOWHERE = (
    EventKind.PRIVATE_NOTE_WRITTEN,
    EventKind.LEAD_USED,
    EventKind.DEADLINE_SET,
    EventKind.ARTICLE_ARCHIVED,
    EventKind.ARTICLE_BROUGHT_BACK,
    EventKind.HINT_ACCEPTED,
    EventKind.HINT_DISMISSED,
    EventKind.HINT_REOPENED,
    EventKind.SIGNED_OFF,
    EventKind.COUNTERSIGNED,
    EventKind.SIGNOFF_WITHDRAWN,
)
"""What no report prints."""


def signed_state(connection: Connection, article: Article) -> SignedState:
    """Whether an article is signed, and whether its report would print the same now. Raises the store's faults."""
    if article.signoff is None:
        return SignedState.UNSIGNED
    if article.signoff.withdrawn is not None:
        return SignedState.WITHDRAWN
    row = connection.one("SELECT seq FROM event WHERE id = ?", (article.signoff.event,))
    signed_at = int(row[0]) if row else 0
    hidden = ", ".join(f"'{kind.value}'" for kind in PRINTED_NOWHERE)
    touched = connection.all(
        f"SELECT DISTINCT stream FROM event WHERE seq > ? AND {OF_ARTICLE} AND kind NOT IN ({hidden})",
        (signed_at, article.id),
    )
    own_first = sorted((str(name) for (name,) in touched), key=lambda name: name != article.id)
    is_changed = any(_is_changed(connection, article.id, name, signed_at) for name in own_first)
    return SignedState.CHANGED if is_changed else SignedState.SIGNED


def _is_changed(connection: Connection, article_id: str, name: str, signed_at: int) -> bool:
    row = connection.one("SELECT COUNT(*) FROM event WHERE stream = ? AND seq <= ?", (name, signed_at))
    events, count = stream(connection, name), int(row[0]) if row else 0
    before = events[:count]
    if name == article_id:
        return _printed_article(before) != _printed_article(events)
    if events[0].kind is STARTS_A_SOURCE:
        return _is_source_changed(connection, article_id, fold_source(before), fold_source(events))
    imported = origin(connection, name)
    return _printed(fold(imported, before)) != _printed(fold(imported, events))


def _printed_article(events: Sequence[Event]) -> Article | None:
    """The article without what no report prints."""
    article = fold_article(events)
    nothing: frozenset[int] = frozenset()
    return article and replace(
        article,
        deadline=None,
        is_archived=False,
        accepted_hints=nothing,
        dismissed_hints=nothing,
        signoff=None,
    )


def _printed(statement: Statement | None) -> Statement | None:
    """A statement without what no report prints."""
    return statement and replace(
        statement, private_note="", leads=(), version=0, changed_by=None, changed_at=None
    )


def _is_source_changed(
    connection: Connection, article_id: str, before: Source | None, after: Source | None
) -> bool:
    """Whether a source is another one now, and that can be seen: by a citation, or by what must not be told."""
    both = [replace(source, version=0) for source in (before, after) if source]
    if before and after and both[0] == both[1]:
        return False
    if any(source.level is Level.CONFIDENTIAL for source in both):
        return True
    ids = {name for source in both for name in (source.id, source.merged_into) if name}
    return any(_is_used(connection, article_id, name) for name in ids)


def _is_used(connection: Connection, article_id: str, source_id: str) -> bool:
    """Whether a source is cited, has taken in another one, or may be whom a query went to."""
    row = connection.one(
        "SELECT 1 FROM statement WHERE article_id = ? AND (citations LIKE ? OR queries LIKE ?) LIMIT 1",
        (article_id, f'%"{source_id}"%', '%"to":"source"%'),
    )
    merged = connection.one("SELECT 1 FROM source WHERE merged_into = ? LIMIT 1", (source_id,))
    return row is not None or merged is not None
