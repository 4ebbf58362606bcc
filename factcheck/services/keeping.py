"""Keeping the articles of a desk: names, dates, the archive, and shredding. Each is one transaction."""

from typing import TYPE_CHECKING

from factcheck.domain.article import Article, Credits
from factcheck.domain.canonical import Json
from factcheck.domain.changes import Changes
from factcheck.domain.event import Deed, EventKind
from factcheck.errors import ActionRefusedError, ChangedMeanwhileError
from factcheck.services.crediting import credits_form
from factcheck.services.dating import date_deeds

if TYPE_CHECKING:
    from factcheck.store.ledger import Ledger
    from factcheck.store.writing import Writing

_LONGEST = 500


class Keeping:
    """The use cases of one person on whole articles. All raise the store's faults.

    Those that replace a value are handed the article as it was shown, and refuse when that value has changed.
    """

    def __init__(self, ledger: "Ledger") -> None:
        self._ledger = ledger

    def rename(self, seen: Article, title: str) -> Changes:
        """Give an article another title. Its slug stays. Raises ActionRefusedError for an empty one."""
        title = _one_line(title)
        if not title:
            raise ActionRefusedError("A title cannot be empty.", "Type the title.")
        with self._ledger.writing() as writing:
            current = _current(writing, seen)
            _refuse_if_changed("title", seen.title, current.title, title)
            return _record(
                writing, current, EventKind.ARTICLE_RENAMED, {"title": title}, same=title == current.title
            )

    def set_dateline(self, seen: Article, dateline: str | None) -> Changes:
        """Say place and date of the article, or take them away with None.

        The relative dates of all statements mean something else then: an answer to *so* that was given for
        others does not count any longer.
        """
        dateline = _one_line(dateline or "") or None
        with self._ledger.writing() as writing:
            current = _current(writing, seen)
            _refuse_if_changed("dateline", seen.dateline, current.dateline, dateline)
            if dateline == current.dateline:
                return _nothing(writing, current)
            deeds = [Deed(current.id, EventKind.DATELINE_SET, {"dateline": dateline})]
            return writing.record(
                current.id, "dateline set", [*deeds, *date_deeds(writing, current.id, dateline)]
            )

    def set_credits(self, seen: Article, wanted: Credits) -> Changes:
        """Say who wrote the article and who published it, or take that away with None."""
        wanted = Credits(_one_line(wanted.author or "") or None, _one_line(wanted.publisher or "") or None)
        with self._ledger.writing() as writing:
            current = _current(writing, seen)
            for what in ("author", "publisher"):
                was, now, new = (getattr(x, what) for x in (seen.credits, current.credits, wanted))
                _refuse_if_changed(what, was, now, new)
            if wanted == current.credits:
                return _nothing(writing, current)
            deed = Deed(current.id, EventKind.ARTICLE_CREDITED, credits_form(wanted))
            return writing.record(current.id, "author and publisher set", [deed])

    def set_deadline(self, seen: Article, deadline: str | None) -> Changes:
        """Say by when the check must be done, in the newsroom's own words, or take that away with None."""
        deadline = _one_line(deadline or "") or None
        with self._ledger.writing() as writing:
            current = _current(writing, seen)
            _refuse_if_changed("deadline", seen.deadline, current.deadline, deadline)
            payload: dict[str, Json] = {"deadline": deadline}
            return _record(
                writing, current, EventKind.DEADLINE_SET, payload, same=deadline == current.deadline
            )

    def archive(self, seen: Article) -> Changes:
        """Put an article away; nothing of it is lost."""
        with self._ledger.writing() as writing:
            current = _current(writing, seen)
            return _record(writing, current, EventKind.ARTICLE_ARCHIVED, {}, same=current.is_archived)

    def bring_back(self, seen: Article) -> Changes:
        """Put an archived article on the desk again."""
        with self._ledger.writing() as writing:
            current = _current(writing, seen)
            return _record(writing, current, EventKind.ARTICLE_BROUGHT_BACK, {}, same=not current.is_archived)

    def shred(self, seen: Article, typed: str) -> list[str]:
        """Destroy an article: text, answers, notes, log, and the evidence that no other article has.

        Only a hash of its text is left, by whom and when. Returns the paths of the files of evidence that could
        not be destroyed. `typed` must be the article's slug. Raises ActionRefusedError when it is not.
        """
        if typed.strip() != seen.slug:
            raise ActionRefusedError(
                "To shred an article, its name has to be typed exactly.", f"Type {seen.slug}, or leave."
            )
        with self._ledger.writing() as writing:
            _current(writing, seen)
            writing.shred(seen.id)
        self._ledger.compact()
        with self._ledger.writing() as writing:  # nobody can attach one of these files again meanwhile
            return self._ledger.evidence.sweep(writing.evidence_named())


def _one_line(text: str) -> str:
    return " ".join(text.replace("\x00", "").split())[:_LONGEST]


def _current(writing: "Writing", seen: Article) -> Article:
    writing.lock(seen.id)
    current = writing.article(seen.id)
    if current is None:
        raise ChangedMeanwhileError("This article is no longer there.", "Somebody has shredded it.")
    return current


def _refuse_if_changed(what: str, seen: str | None, current: str | None, wanted: str | None) -> None:
    if seen != current:
        raise ChangedMeanwhileError(
            f"Another window changed the {what}: it is now {current or 'not set'}. "
            f"Yours was {wanted or 'not set'}.",
            "Yours was not saved. Decide again.",
        )


def _record(
    writing: "Writing", article: Article, kind: EventKind, payload: dict[str, Json], *, same: bool
) -> Changes:
    what = kind.value.replace("_", " ")
    if same:
        return _nothing(writing, article)
    return writing.record(article.id, what, [Deed(article.id, kind, payload)])


def _nothing(writing: "Writing", article: Article) -> Changes:
    return Changes(article.id, "unchanged", writing.person, writing.at, writing.tally(article.id))
