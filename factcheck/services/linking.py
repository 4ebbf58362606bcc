"""Linking: how two statements of an article bear on each other, by hand or from a hint. Each is one transaction.

Both statements keep their end of a link, with the same id. Every use case is handed both as the checker saw them.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from msgspec.structs import replace

from factcheck.domain.article import Article
from factcheck.domain.canonical import Json
from factcheck.domain.changes import Changes
from factcheck.domain.event import Deed, EventKind
from factcheck.domain.link import HintState, Link, LinkType, StoredHint, hint_state
from factcheck.domain.statement import Statement
from factcheck.domain.wording import what_of
from factcheck.domain.work_form import form_of
from factcheck.errors import ActionRefusedError, ChangedMeanwhileError
from factcheck.services.acting import acting_on, as_seen, nothing_to_do

if TYPE_CHECKING:
    from factcheck.store.ledger import Ledger
    from factcheck.store.writing import Writing


class Linking:
    """The use cases of one person's work on links and hints. All raise the store's faults."""

    def __init__(self, ledger: "Ledger") -> None:
        self._ledger = ledger

    def link(
        self, seen: Statement, other: Statement, kind: LinkType, *, is_from_here: bool = True
    ) -> Changes:
        """Link two statements; the link reads from `seen` to `other` unless it is turned round.

        Raises ActionRefusedError for a statement and itself, and for what is linked in this way already.
        """
        if seen.id == other.id:
            raise ActionRefusedError("A statement cannot be linked to itself.", "Choose another one.")
        with self._on_both(seen, other, f"linked: {kind.words}") as (writing, here, there):
            if _is_linked(here, there.id, kind, is_from_here=is_from_here):
                raise ActionRefusedError(
                    "These two are linked in this way already.", "Settle or remove the link that is there."
                )
            deeds = _link_deeds(writing.new_id(), here, there, kind, is_from_here=is_from_here)
            return writing.record(here.article_id, _what(deeds[0]), deeds)

    def confirm(self, seen: Statement, other: Statement, link_id: str) -> Changes:
        """Say that a link still holds now that an end of it has other words."""
        with self._on_both(seen, other, "link checked again") as (writing, here, there):
            if here.link_counts(_end(here, link_id)) and there.link_counts(_end(there, link_id)):
                return nothing_to_do(writing, here.article_id, "the link counts as it is")
            deeds = [
                Deed(one.id, EventKind.LINK_CONFIRMED,
                     {"link": link_id, "here": one.words_hash, "there": its_other.words_hash})
                for one, its_other in ((here, there), (there, here))
            ]  # fmt: skip
            return writing.record(here.article_id, _what(deeds[0]), deeds)

    def settle(self, seen: Statement, other: Statement | None, link_id: str, why: str) -> Changes:
        """Settle a link with a word why. `other` is None when that statement is no longer there."""
        word = " ".join(why.split())
        if not word or "\x00" in word:
            raise ActionRefusedError("A link is settled with a word why.", "Say why, in a few words.")
        return self._do(seen, other, link_id, EventKind.LINK_SETTLED, {"why": word})

    def open_again(self, seen: Statement, other: Statement | None, link_id: str) -> Changes:
        """Open a settled link again."""
        return self._do(seen, other, link_id, EventKind.LINK_OPENED, {})

    def remove(self, seen: Statement, other: Statement | None, link_id: str) -> Changes:
        """Take a link away from both statements."""
        return self._do(seen, other, link_id, EventKind.LINK_REMOVED, {})

    def accept_hint(self, hint: StoredHint, source: Statement, target: Statement) -> Changes:
        """Make the link that a hint suggests; only the hint is marked where that link is there already.

        Raises ChangedMeanwhileError when the hint is not any longer what was seen.
        """
        if (source.id, target.id) != (hint.from_id, hint.to_id):
            raise ValueError("these are not the statements of the hint")
        with self._on_both(source, target, "hint accepted") as (writing, here, there):
            _refuse_other_state(writing, here.article_id, hint)
            if hint.state is HintState.ACCEPTED:
                return nothing_to_do(writing, here.article_id, "hint already accepted")
            deeds = []
            if not _is_linked(here, there.id, hint.type, is_from_here=True):
                deeds = _link_deeds(writing.new_id(), here, there, hint.type, is_from_here=True)
            deeds.append(Deed(here.article_id, EventKind.HINT_ACCEPTED, {"hint": hint.number}))
            return writing.record(here.article_id, _what(deeds[0]), deeds)

    def dismiss_hint(self, article: Article, hint: StoredHint) -> Changes:
        """Put a hint aside. Raises like `accept_hint`."""
        return self._turn_hint(article, hint, EventKind.HINT_DISMISSED, HintState.DISMISSED)

    def reopen_hint(self, article: Article, hint: StoredHint) -> Changes:
        """Take back that a hint was accepted or put aside; a link that came of it stays. Raises like `accept_hint`."""
        return self._turn_hint(article, hint, EventKind.HINT_REOPENED, HintState.OPEN)

    def _turn_hint(self, article: Article, hint: StoredHint, kind: EventKind, wanted: HintState) -> Changes:
        with self._ledger.writing() as writing:
            writing.lock(article.id)
            _refuse_other_state(writing, article.id, hint)
            if hint.state is wanted:
                return nothing_to_do(writing, article.id, f"hint already {wanted}")
            deed = Deed(article.id, kind, {"hint": hint.number})
            return writing.record(article.id, _what(deed), [deed])

    def _do(
        self,
        seen: Statement,
        other: Statement | None,
        link_id: str,
        kind: EventKind,
        payload: dict[str, Json],
    ) -> Changes:
        """The same to both ends; to one only where the other statement is gone."""
        with acting_on(self._ledger, seen, kind.value.replace("_", " ")) as (writing, here):
            link = _end(here, link_id)
            if kind is EventKind.LINK_OPENED and link.settled is None:
                return nothing_to_do(writing, here.article_id, "the link is open already")
            if kind is EventKind.LINK_SETTLED and link.settled == payload["why"]:
                return nothing_to_do(writing, here.article_id, "the link is settled like that already")
            deeds = [Deed(here.id, kind, {"link": link_id, **payload})]
            there = as_seen(writing, other, kind.value) if other else writing.statement(link.other)
            if there is not None and there.id != link.other:
                raise ValueError("this is not the other end of the link")
            if there is not None and any(x.id == link_id for x in there.links):
                deeds.append(Deed(there.id, kind, {"link": link_id, **payload}))
            return writing.record(here.article_id, _what(deeds[0]), deeds)

    @contextmanager
    def _on_both(
        self, seen: Statement, other: Statement, wanted: str
    ) -> Iterator[tuple["Writing", Statement, Statement]]:
        if seen.article_id != other.article_id:
            raise ValueError("a link belongs to one article")
        with acting_on(self._ledger, seen, wanted) as (writing, here):
            yield writing, here, as_seen(writing, other, wanted)


def _what(deed: Deed) -> str:
    return what_of(deed.kind, deed.payload)


def _is_linked(here: Statement, there: str, kind: LinkType, *, is_from_here: bool) -> bool:
    """Whether there is such a link; where it reads the same from both ends, its direction does not matter."""
    return any(
        (link.other, link.type) == (there, kind)
        and (link.is_from_here == is_from_here or not kind.has_direction)
        for link in here.links
    )


def _link_deeds(
    link_id: str, here: Statement, there: Statement, kind: LinkType, *, is_from_here: bool
) -> list[Deed]:
    """One deed for each end; each mirrors the other."""
    end = Link(link_id, kind, there.id, is_from_here, here.words_hash, there.words_hash, there.words_hash)
    mirrored = replace(
        end,
        other=here.id,
        is_from_here=not is_from_here,
        here=there.words_hash,
        there=here.words_hash,
        there_now=here.words_hash,
    )
    return [
        Deed(one.id, EventKind.LINKED, {"link": form_of(its)})
        for one, its in ((here, end), (there, mirrored))
    ]


def _end(statement: Statement, link_id: str) -> Link:
    """A statement's end of a link. Raises ActionRefusedError when it has none."""
    link = next((x for x in statement.links if x.id == link_id), None)
    if link is None:
        raise ActionRefusedError("There is no such link any more.", "Look at the links as they are now.")
    return link


def _refuse_other_state(writing: "Writing", article_id: str, hint: StoredHint) -> None:
    article = writing.article(article_id)
    now = hint_state(article, hint.number) if article else hint.state
    if now is not hint.state:
        raise ChangedMeanwhileError(
            f"This hint is {now} by now, in another window or by somebody else.",
            "Yours was not saved. Look at it again.",
        )
