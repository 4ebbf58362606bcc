"""One transaction of one person: what can be read and written in it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Connection as Transaction
from sqlalchemy import bindparam, select

from factcheck.domain.article import Article, Block
from factcheck.domain.author import Author
from factcheck.domain.canonical import Json
from factcheck.domain.changes import Changes, Moved
from factcheck.domain.draft import Draft
from factcheck.domain.event import STARTS_A_SOURCE, Deed, Event, EventKind
from factcheck.domain.fold import fold_article
from factcheck.domain.link import StoredHint
from factcheck.domain.mark import BlockText
from factcheck.domain.place import Place
from factcheck.domain.progress import tally_of
from factcheck.domain.source import Source
from factcheck.domain.statement import Statement
from factcheck.domain.tally import Tally
from factcheck.domain.text import Span
from factcheck.domain.undo import Act
from factcheck.ids import Ids
from factcheck.store import drafts, event_log, places, projection, shredding
from factcheck.store.changed_rows import change_statements
from factcheck.store.tables import ARTICLE

_LOCK = select(ARTICLE.c.id).where(ARTICLE.c.id == bindparam("wanted")).with_for_update()


class Writing:
    """One transaction of one person: everything in it happens, or nothing."""

    def __init__(self, db: Transaction, author: Author, at: str, ids: Ids) -> None:
        self._db = db
        self._author = author
        self._ids = ids
        self.at = at
        self._seen: dict[str, Statement | None] = {}

    @property
    def person(self) -> str:
        """Who is writing."""
        return self._author.person

    def new_id(self) -> str:
        """A new identifier."""
        return self._ids.new()

    def lock(self, article_id: str) -> None:
        """Let nobody else write to the article until the end. SQLite has locked everything already."""
        if self._db.dialect.name != "sqlite":
            self._db.execute(_LOCK, {"wanted": article_id})

    def article(self, article_id: str) -> Article | None:
        """An article as its events say."""
        return fold_article(event_log.stream(self._db, article_id))

    def statement(self, statement_id: str) -> Statement | None:
        """A statement as its row says."""
        if statement_id not in self._seen:
            self._seen[statement_id] = projection.stored(self._db, statement_id)
        return self._seen[statement_id]

    def statements(self, ids: Sequence[str]) -> dict[str, Statement]:
        """Several statements as their rows say, by id: read together, where an action is about thousands."""
        unseen = [one for one in ids if one not in self._seen]
        found = projection.stored_together(self._db, unseen)
        self._seen.update((one, found.get(one)) for one in unseen)
        return {one: statement for one in ids if (statement := self._seen[one]) is not None}

    def gone(self, article_id: str) -> list[Statement]:
        """The statements whose words are gone from the draft, each as it stood in the last one that had them."""
        return projection.gone(self._db, article_id)

    def dated_statements(self, article_id: str) -> list[Statement]:
        """The statements that have a date in them, in the order of the text. Grows with the article."""
        return projection.dated(self._db, article_id)

    def statements_in(self, article_id: str, run: Span) -> list[Statement]:
        """The statements that begin in a run of the draft, in the order of the text."""
        found = projection.within(self._db, article_id, run)
        self._seen.update((one.id, one) for one in found)
        return found

    def source(self, source_id: str) -> Source | None:
        """A source as its row says."""
        return projection.source(self._db, source_id)

    def sources(self, article_id: str) -> list[Source]:
        """The sources of an article, those that were merged included; the oldest first."""
        return projection.sources(self._db, article_id)

    def is_others_work(self, stream_id: str) -> bool:
        """Whether somebody else has written to a stream."""
        return any(e.actor != self._author.person for e in event_log.stream(self._db, stream_id))

    def evidence_named(self) -> set[str]:
        """The hashes of all files that the log of some article names as evidence, undone ones included."""
        return event_log.evidence_named(self._db)

    def newest_printed(self, article_id: str) -> int:
        """The number of the newest event of an article that can change what its report prints."""
        return event_log.newest_printed(self._db, article_id)

    def keep_signed(self, article_id: str, content: bytes) -> str:
        """Keep bytes that were signed, or a signature, for ever; their SHA-256, by which they are found."""
        return projection.keep_signed(self._db, article_id, content)

    def block(self, draft_id: str, number: int) -> BlockText | None:
        """A block of a draft with its characters."""
        return drafts.block(self._db, draft_id, number)

    def text(self, draft_id: str) -> str:
        """All characters of a draft. Grows with it."""
        return drafts.text(self._db, draft_id)

    def tally(self, article_id: str) -> Tally:
        """An article's counts."""
        return projection.tally(self._db, article_id)

    def acts(self, article_id: str) -> Iterator[Act]:
        """What this person did to the article, newest first."""
        return event_log.acts(self._db, article_id, self._author.person)

    def group(self, group_id: str) -> list[Event]:
        """The events of an action."""
        return event_log.group(self._db, group_id)

    def later_by_others(self, events: list[Event]) -> Event | None:
        """Somebody else's newest work on the streams of these events, after them."""
        return event_log.later_by_others(self._db, events, self._author.person)

    def signed_since(self, article_id: str, group_id: str | None) -> Event | None:
        """The sign-off of an article that stands and came after an action, or after any, for None."""
        return event_log.signed_since(self._db, article_id, group_id)

    def record(self, article_id: str, what: str, deeds: Sequence[Deed]) -> Changes:
        """Append an action to the log, fold each stream that it touches, and move rows, numbers and tally."""
        group = self.new_id()
        streams = event_log.streams(self._db, list(dict.fromkeys(d.stream for d in deeds)))
        ids = [self.new_id() for _ in deeds]
        event_log.append(self._db, article_id, self._author, (group, self.at), ids, deeds, streams)
        sources: list[str] = []
        of_statements: dict[str, Sequence[Event]] = {}
        for stream, events in streams.items():
            if stream == article_id:
                projection.write_article(self._db, article_id, events)
            elif events[0].kind is STARTS_A_SOURCE:
                projection.write_source(self._db, stream, events)
                sources.append(stream)
            else:
                of_statements[stream] = events
        moved, difference = self._fold(of_statements)
        if any(one.is_elsewhere for one in moved):
            projection.renumber(self._db, article_id)
        projection.touch(self._db, article_id, self.at)
        return Changes(
            article_id=article_id,
            what=what,
            by=self._author.person,
            at=self.at,
            tally=projection.move_tally(self._db, article_id, difference),
            group=group,
            statements=tuple(moved),
            is_numbering_changed=any(one.is_reworded for one in moved),
            is_article_changed=article_id in streams,
            sources=tuple(sources),
        )

    def _fold(self, streams: Mapping[str, Sequence[Event]]) -> tuple[list[Moved], Tally]:
        """Write the rows of statements as their streams say; what was read of them so far is what they were.

        Returns what moved, and by how much that moves the article's counts.
        """
        before, origins = self.statements(list(streams)), projection.origins(self._db, list(streams))
        moved: list[Moved] = []
        difference = Tally()
        for one, events in streams.items():
            after = projection.write_statement(
                self._db, one, origins.get(one), events, is_new=one not in before
            )
            moved.append(Moved(before.get(one), after))
            self._seen[one] = after
            if moved[-1].is_only_let_stand:
                continue
            ticks = [state.ticks if state else () for state in (before.get(one), after)]
            if ticks[0] != ticks[1] or (any(ticks) and moved[-1].is_reworded):
                projection.write_ticked_names(self._db, one, after)
            difference += tally_of(after) - tally_of(before.get(one))
        change_statements(self._db, moved)
        return moved, difference

    def article_with_text(self, sha256: str) -> Article | None:
        """The article whose first draft has this text."""
        found = drafts.article_with_text(self._db, sha256)
        return self.article(found) if found else None

    def free_slug(self, wanted: str) -> str:
        """A slug that no article has yet."""
        return drafts.free_slug(self._db, wanted)

    def add_article(
        self,
        article: Article,
        payload: dict[str, Json],
        draft: Draft,
        text: str,
        blocks: Sequence[Block],
        statements: Iterable[Statement],
        hints: Iterable[StoredHint] = (),
    ) -> Tally:
        """Write an imported article with its first draft, all its statements and hints, as one event.

        `hints` are only asked for once all statements are read.
        """
        deed = Deed(article.id, EventKind.ARTICLE_IMPORTED, payload)
        drafts.add_article(self._db, article, self.at)
        drafts.add_draft(self._db, draft, text, blocks)
        action = (self.new_id(), self.at)
        event_log.append(
            self._db, article.id, self._author, action, [self.new_id()], [deed], {article.id: []}
        )
        tally = projection.move_tally(self._db, article.id, drafts.add_statements(self._db, statements))
        drafts.add_hints(self._db, article.id, hints)
        return tally

    def next_draft_number(self, article_id: str) -> int:
        """The number of the next draft of an article; those of undone ones are not used again."""
        return drafts.newest_number(self._db, article_id) + 1

    def draft_sha256(self, draft_id: str) -> str:
        """The hash of a draft's text."""
        return drafts.sha256_of_draft(self._db, draft_id)

    def blocks(self, draft_id: str) -> list[Block]:
        """All blocks of a draft. Grows with it."""
        return drafts.blocks(self._db, draft_id)

    def add_draft(self, draft: Draft, text: str, blocks: Sequence[Block]) -> None:
        """Write another draft of an article; an event makes it the current one."""
        drafts.add_draft(self._db, draft, text, blocks)

    def shred(self, article_id: str) -> None:
        """Destroy an article; only a hash of its text is left."""
        shredding.shred(self._db, article_id, self._author.person, self.at)

    def save_place(self, place: Place, known: Mapping[str, str]) -> None:
        """Remember where this person stands in an article, on this device; see `places.save`."""
        places.save(self._db, self._author, place, known, self.at)
