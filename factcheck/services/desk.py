"""What the desk works with: the articles, what is done to a whole one, and the way into one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.domain.article import Article, Credits
from factcheck.domain.author import Author
from factcheck.errors import UsageError
from factcheck.services.session import ReviewSession
from factcheck.services.writer import Writer
from factcheck.store.reading import Reader

if TYPE_CHECKING:
    from factcheck.documents.parsing import Watch
    from factcheck.domain.article_line import ArticleLine
    from factcheck.domain.changes import Changes
    from factcheck.domain.glance import Glance
    from factcheck.services.keeping import Keeping
    from factcheck.services.previewing import Preview
    from factcheck.store.ledger import Ledger


def _keeping(ledger: Ledger) -> Keeping:
    from factcheck.services.keeping import Keeping

    return Keeping(ledger)


class Desk:
    """The articles of a store, and the way into one."""

    def __init__(
        self, reader: Reader, writer: Writer, author: Author, typed_file: Path, *, is_read_only: bool
    ) -> None:
        self._reader = reader
        self._writer = writer
        self._author = author
        self._typed_file = typed_file
        self._known_typed: Mapping[str, str] = {}
        self._is_read_only = is_read_only

    @property
    def person(self) -> str:
        """Who is checking."""
        return self._author.person

    def articles(self, *, archived: bool = False) -> Sequence[ArticleLine]:
        """The articles on the desk, or those that are archived; the one last worked on first."""
        return self._reader.articles(archived=archived)

    def glance(self, line: ArticleLine) -> Glance:
        """What lies on top of an article: a few rows, however long it is. Raises the store's faults."""
        from factcheck.store.glancing import glance

        author = self._author
        return glance(self._reader.connection, line.article, line.tally, author.person, author.device)

    def rename(self, seen: Article, title: str) -> Future[Changes]:
        """Give an article another title."""
        return self._writer.submit(lambda ledger: _keeping(ledger).rename(seen, title))

    def set_dateline(self, seen: Article, dateline: str | None) -> Future[Changes]:
        """Say place and date of an article, or take them away."""
        return self._writer.submit(lambda ledger: _keeping(ledger).set_dateline(seen, dateline))

    def set_deadline(self, seen: Article, deadline: str | None) -> Future[Changes]:
        """Say by when the check must be done, or take that away."""
        return self._writer.submit(lambda ledger: _keeping(ledger).set_deadline(seen, deadline))

    def archive(self, seen: Article) -> Future[Changes]:
        """Put an article away, or on the desk again when it is archived."""
        if seen.is_archived:
            return self._writer.submit(lambda ledger: _keeping(ledger).bring_back(seen))
        return self._writer.submit(lambda ledger: _keeping(ledger).archive(seen))

    def shred(self, seen: Article, typed: str) -> Future[list[str]]:
        """Destroy an article; `typed` must be its slug. Ends with the evidence that could not be destroyed."""
        return self._writer.submit(lambda ledger: _keeping(ledger).shred(seen, typed))

    def preview_file(self, path: Path, encoding: str | None = None, watch: Watch | None = None) -> Preview:
        """What an import of a file would make. Raises UsageError and InputRefusedError."""
        from factcheck.documents.intake import document_in
        from factcheck.services.previewing import preview

        return preview(document_in(path, encoding, may_guess=True, watch=watch), watch)

    def preview_url(self, url: str, encoding: str | None = None, watch: Watch | None = None) -> Preview:
        """What an import of a page of the web would make. Raises UsageError and InputRefusedError."""
        from factcheck.documents.intake import document_at
        from factcheck.services.previewing import preview

        return preview(document_at(url, encoding, watch=watch), watch)

    def preview_paste(self, text: str) -> Preview:
        """What an import of a pasted text would make. Raises InputRefusedError."""
        from factcheck.documents.plain import read_bytes
        from factcheck.services.previewing import preview

        return preview(read_bytes(text.encode("utf-8", "surrogatepass"), "pasted text"))

    def import_document(
        self,
        preview: Preview,
        title: str | None = None,
        credited: Credits | None = None,
        told: Callable[[str, float], None] = lambda what, share: None,
    ) -> Future[Article]:
        """Make an article of what was previewed, or find the one that has the same text.

        `told` hears in the writer's thread how far that is; when it raises, nothing is stored.
        """
        from factcheck.services.crediting import NOBODY
        from factcheck.services.importing import import_document

        def use_case(ledger: Ledger) -> Article:
            return import_document(
                ledger,
                preview.document,
                title=title,
                credited=credited or NOBODY,
                extraction=preview.extraction,
                told=told,
            ).article

        return self._writer.submit(use_case)

    def typed(self) -> Mapping[str, str]:
        """What was half-typed in the desk's prompts, by the prompt's name."""
        from factcheck.services.typing_on import read_typed

        self._known_typed = read_typed(self._typed_file)
        return dict(self._known_typed)

    def keep_typed(self, typed: Mapping[str, str]) -> Future[None]:
        """Remember what is half-typed; the future ends with StorageFailedError when that fails."""
        from factcheck.services.typing_on import write_typed

        now = dict(typed)

        def keep() -> None:
            write_typed(self._typed_file, now, self._known_typed)
            self._known_typed = now

        return self._writer.run(keep)

    def find(self, name: str | None) -> Article:
        """The article with this slug or id, or else the one where this person was last, or the newest.

        Raises UsageError when there is none.
        """
        if name is not None:
            article = self._reader.article(name)
        else:
            article = self._reader.last_article(self._author.person, self._author.device)
            newest = self.articles() if article is None else ()
            article = newest[0].article if newest else article
        if article is None:
            raise UsageError(
                f"There is no article called {name!r}." if name else "There is no article yet.",
                "`factcheck list` names the articles; `factcheck import FILE` makes one.",
            )
        return article

    def open(self, article_id: str) -> ReviewSession:
        """Open an article for review. Raises UsageError when there is none."""
        article = self.find(article_id)
        return ReviewSession(
            self._reader, self._writer, self._author, article, is_read_only=self._is_read_only
        )

    def close(self) -> None:
        """Wait for what is being written, then let go of the store."""
        self._writer.close()
        self._reader.close()
