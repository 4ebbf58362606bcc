"""The articles of a desk in memory, and a document before it is imported, with traps in both."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from datetime import timedelta
from pathlib import Path

from msgspec.structs import replace

from factcheck.clock import stamp
from factcheck.documents.document import Document
from factcheck.documents.parsing import Watch
from factcheck.domain.article import Article, Block, BlockKind, Credits
from factcheck.domain.article_line import ArticleLine
from factcheck.domain.changes import Changes
from factcheck.domain.draft import Provenance
from factcheck.domain.glance import Glance
from factcheck.domain.mark import BlockText
from factcheck.domain.tally import Tally
from factcheck.domain.text import Span
from factcheck.errors import ActionRefusedError, ChangedMeanwhileError, FactcheckError
from factcheck.services.previewing import Preview
from tests.screens.fake_article import NOW
from tests.screens.fake_writer import FakeWriter, done_at_once
from tests.screens.fakes import FakeReview

AT = "2025-03-04T10:41:00.000Z"

_BLOCKS: list[tuple[BlockKind, str | None, str]] = [
    (BlockKind.FURNITURE, "navigation", "HomePortsWeather"),
    (BlockKind.HEADLINE, None, "Ferry [/] late again: ‘[B]ecause of fog’"),
    (BlockKind.STANDFIRST, None, "The islands have waited since Monday for a boat that the company calls on time."),
    (BlockKind.CAPTION, None, "The ferry at Lindholm, 2 March 2025. Photo: N. Berg / [sic]"),
    (BlockKind.DUPLICATE, "repeats block 4", "The ferry at Lindholm, 2 March 2025. Photo: N. Berg / [sic]"),
    (BlockKind.PARAGRAPH, None, "A note with \x1b[31mred\x1b[0m, \x1b]52;c;aGk=\x07 and \u202etxet\u202c in it was found.\nNobody said by whom."),
    (BlockKind.PARAGRAPH, None, "港の記録によれば、木箱は四千個あったという。"),
    (BlockKind.FURNITURE, "footer", "pdfshareprint © Lindholm Post"),
]  # fmt: skip


def preview_of(name: str = "ferry.txt") -> Preview:
    """What an import of a document full of traps would make."""
    text = "\n\n".join(words for _, _, words in _BLOCKS)
    blocks, at = [], 0
    for number, (kind, reason, words) in enumerate(_BLOCKS):
        block = Block(number, kind, Span(at, at + len(words)), reason is not None, reason)
        blocks.append(BlockText(block, words))
        at += len(words) + 2
    warnings = (
        "3 Windows line ends were changed to plain ones.",
        "Characters that cannot be seen are in the text: U+001B (3x), U+202E (1x).",
    )
    size = len(text.encode("utf-8"))
    provenance = Provenance(name, "text/plain", "0" * 64, size, "utf-8", "text 1", warnings)
    return Preview(Document(text, provenance), tuple(blocks), 7, "Ferry [/] late again: ‘[B]ecause of fog’")


def line_of(number: int, title: str, **more: object) -> ArticleLine:
    """An article in a list: `tally`, `touched_at`, and whatever an Article has."""
    tally = more.pop("tally", Tally(statements=4, untouched=4))
    touched_at = more.pop("touched_at", AT)
    assert isinstance(tally, Tally)
    assert isinstance(touched_at, str)
    fields: dict[str, object] = {"id": f"k{number}", "slug": f"piece-{number}", "title": title}
    return ArticleLine(Article(**(fields | {"draft_id": f"e{number}"} | more)), tally, touched_at)  # type: ignore[arg-type]  # the fields are named in the test


class FakeDesk(FakeWriter):
    """A DeskPort over reviews, and over articles that are in its list only.

    `read_error` makes the next previews fail, `open_error` the next opening.
    """

    def __init__(self, *reviews: FakeReview, lines: Sequence[ArticleLine] = ()) -> None:
        super().__init__()
        own = [
            ArticleLine(r.article, r.tally(), stamp(NOW - timedelta(days=i))) for i, r in enumerate(reviews)
        ]
        self.lines = {line.article.id: line for line in (*own, *lines)}
        self.person = "Vera [sic] Holm"
        self.reviews = {r.article.id: r for r in reviews}
        self.read_error: FactcheckError | None = None
        self.open_error: FactcheckError | None = None
        self.storing: Future[Article] | None = None
        """What an import ends with, where the test says when."""
        self.told: Callable[[str, float], None] = lambda what, share: None
        self.same_as: str | None = None
        self.left_of_evidence: list[str] = []
        self.half_typed: dict[str, str] = {}
        self.glances: dict[str, Glance] = {}
        self.glanced_at: list[str] = []

    def articles(self, *, archived: bool = False) -> Sequence[ArticleLine]:
        for review in self.reviews.values():
            if (line := self.lines.get(review.article.id)) is not None:
                self.lines[review.article.id] = replace(line, tally=review.tally())
        found = [line for line in self.lines.values() if line.article.is_archived is archived]
        return sorted(found, key=lambda line: line.touched_at, reverse=True)

    def typed(self) -> Mapping[str, str]:
        return dict(self.half_typed)

    def keep_typed(self, typed: Mapping[str, str]) -> Future[None]:
        self.half_typed = dict(typed)
        return done_at_once()

    def open(self, article_id: str) -> FakeReview:
        if self.open_error is not None:
            raise self.open_error
        return self.reviews[article_id]

    def glance(self, line: ArticleLine) -> Glance:
        self.glanced_at.append(line.article.id)
        return self.glances.get(line.article.id, Glance())

    def rename(self, seen: Article, title: str) -> Future[Changes]:
        def act() -> Changes:
            if not title.strip():
                raise ActionRefusedError("A title cannot be empty.", "Type the title.")
            self._refuse_if_changed("title", seen.title, self.lines[seen.id].article.title, title)
            return self._keep(seen, "article renamed", title=title.strip())

        return self.later(("rename", seen.slug, title), act)

    def set_dateline(self, seen: Article, dateline: str | None) -> Future[Changes]:
        return self.later(
            ("set_dateline", seen.slug, dateline),
            lambda: self._keep(seen, "dateline set", dateline=dateline),
        )

    def set_deadline(self, seen: Article, deadline: str | None) -> Future[Changes]:
        return self.later(
            ("set_deadline", seen.slug, deadline),
            lambda: self._keep(seen, "deadline set", deadline=deadline),
        )

    def archive(self, seen: Article) -> Future[Changes]:
        return self.later(
            ("archive", seen.slug, not seen.is_archived),
            lambda: self._keep(seen, "article archived", is_archived=not seen.is_archived),
        )

    def shred(self, seen: Article, typed: str) -> Future[list[str]]:
        def act() -> list[str]:
            if typed.strip() != seen.slug:
                raise ActionRefusedError(
                    "To shred an article, its name has to be typed exactly.", f"Type {seen.slug}, or leave."
                )
            del self.lines[seen.id]
            return self.left_of_evidence

        return self.later(("shred", seen.slug, typed), act)

    def preview_url(self, url: str, encoding: str | None = None, watch: Watch | None = None) -> Preview:
        self.calls.append(("preview_url", url, *((encoding,) if encoding else ())))
        return preview_of(url)

    def preview_file(self, path: Path, encoding: str | None = None, watch: Watch | None = None) -> Preview:
        self.calls.append(("preview_file", path, *((encoding,) if encoding else ())))
        if self.read_error is not None:
            raise self.read_error
        return preview_of(path.name)

    def preview_paste(self, text: str) -> Preview:
        self.calls.append(("preview_paste", text))
        if self.read_error is not None:
            raise self.read_error
        return preview_of("pasted text")

    def import_document(
        self,
        preview: Preview,
        title: str | None = None,
        credited: Credits | None = None,
        told: Callable[[str, float], None] = lambda what, share: None,
    ) -> Future[Article]:
        def act() -> Article:
            if self.same_as is not None:
                return self.lines[self.same_as].article
            line = line_of(
                len(self.lines) + 1, title or "Ferry [/] late again", touched_at="2025-03-04T10:42:00Z"
            )
            self.lines[line.article.id] = line
            return line.article

        self.told = told
        confirmed = (credited,) if credited else ()
        call = ("import_document", preview.document.provenance.name, title, *confirmed)
        return self.later(call, act) if self.storing is None else self.storing

    def _keep(self, seen: Article, what: str, **changed: object) -> Changes:
        line = self.lines[seen.id]
        article = replace(line.article, **changed)
        self.lines[seen.id] = replace(line, article=article)
        return Changes(seen.id, what, "Vera", AT, line.tally, "g")

    @staticmethod
    def _refuse_if_changed(what: str, seen: str, current: str, wanted: str) -> None:
        if seen != current:
            raise ChangedMeanwhileError(
                f"Another window changed the {what}: it is now {current}. Yours was {wanted}.",
                "Yours was not saved. Decide again.",
            )
