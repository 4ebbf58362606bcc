"""What the screens ask of the services. A test hands a screen a fake that keeps to this."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from concurrent.futures import Future
    from pathlib import Path

    from factcheck.documents.parsing import Watch
    from factcheck.domain.around import Around
    from factcheck.domain.article import Article, Credits
    from factcheck.domain.article_line import ArticleLine
    from factcheck.domain.changes import Changes
    from factcheck.domain.filter import Filter
    from factcheck.domain.glance import Glance
    from factcheck.domain.history import HistoryLine, News
    from factcheck.domain.mark import BlockText, Mark, Standing
    from factcheck.domain.place import Place
    from factcheck.domain.statement import Flag, Statement
    from factcheck.domain.tally import Tally
    from factcheck.domain.verdict import Basis, Question, Verdict
    from factcheck.screens.ports_editing import EditingPort
    from factcheck.screens.ports_linking import LinkingPort
    from factcheck.screens.ports_querying import QueryingPort
    from factcheck.screens.ports_revising import RevisingPort
    from factcheck.screens.ports_signing import SigningPort
    from factcheck.screens.ports_sourcing import SourcingPort
    from factcheck.screens.ports_ticking import TickingPort
    from factcheck.services.previewing import Preview
    from factcheck.settings import Settings


class ReviewPort(Protocol):
    """One article under review. Reads answer at once; writes are done by one writer thread, in order.

    The future of a write ends with what was changed, or with a FactcheckError; then nothing was saved.
    Each write names the version of the statement that the checker saw.
    """

    @property
    def person(self) -> str: ...
    @property
    def article(self) -> Article: ...
    @property
    def draft_number(self) -> int: ...
    @property
    def block_count(self) -> int: ...
    @property
    def is_read_only(self) -> bool: ...
    @property
    def linking(self) -> LinkingPort: ...
    @property
    def ticking(self) -> TickingPort: ...

    @property
    def sourcing(self) -> SourcingPort:
        """What is done with sources."""
        ...

    @property
    def querying(self) -> QueryingPort: ...

    @property
    def editing(self) -> EditingPort: ...
    @property
    def signing(self) -> SigningPort: ...
    @property
    def revising(self) -> RevisingPort: ...

    def warm_up(self) -> None:
        """Get ready to write, now that the first frame is on the screen; answers at once."""
        ...

    def tally(self) -> Tally: ...
    def place(self) -> Place | None: ...
    def blocks(self, first: int, count: int) -> Sequence[BlockText]: ...
    def marks(self, first_block: int, last_block: int) -> Sequence[Mark]:
        """The marks of all statements in these blocks of the draft, the last included."""
        ...

    def excluded_blocks(self) -> Sequence[BlockText]: ...
    def statement(self, statement_id: str) -> Statement | None: ...
    def around(self, statement: Statement) -> Around:
        """What the card shows beside a statement: its sources, what it is linked to, names ticked elsewhere."""
        ...

    def number_of(self, statement_id: str) -> int: ...
    def by_number(self, number: int) -> Statement | None: ...
    def after(self, statement: Statement) -> Statement | None: ...
    def before(self, statement: Statement) -> Statement | None: ...
    def next_open(self, statement: Statement | None, wanted: Filter | None = None) -> Statement | None:
        """The next statement after this one that still wants something; from the start when None."""
        ...

    def starting_at(self, start: int) -> Statement | None:
        """The statement that begins at a place of the draft."""
        ...

    def starts(self, wanted: Filter) -> Sequence[int]:
        """Where the statements that a filter lets through begin. Grows with the article."""
        ...

    def ticked_names(self) -> frozenset[str]:
        """The hashes of the names and titles that are ticked somewhere in the article."""
        ...

    def counting_filters(self) -> Iterator[Mapping[Filter, int] | None]:
        """None for each part of the article that was read, then how many each filter lets through, where any."""
        ...

    def standings(self, start: int, count: int) -> Sequence[Standing]:
        """How the statements stand that begin at or after a place of the draft, so many of them."""
        ...

    def finding(self, words: str, start: int, *, forward: bool = True) -> Iterator[Statement | None]:
        """The statements after (or before) a place that have the words; None for each part without any."""
        ...

    def news(self) -> Sequence[News]:
        """What others have written since this was asked last; answers at once."""
        ...

    def history(self, statement_id: str) -> Sequence[HistoryLine]: ...

    def give_verdict(self, seen: Statement, question: Question, verdict: Verdict) -> Future[Changes]: ...
    def clear_verdict(self, seen: Statement, question: Question) -> Future[Changes]: ...
    def leave_to_speaker(self, seen: Statement) -> Future[Changes]: ...
    def choose_basis(self, seen: Statement, question: Question, basis: Basis | None) -> Future[Changes]: ...
    def write_private_note(self, seen: Statement, text: str) -> Future[Changes]: ...
    def write_public_note(self, seen: Statement, text: str) -> Future[Changes]: ...
    def take_back_block(self, block: int) -> Future[Changes]: ...
    def switch_flag(self, seen: Statement, flag: Flag) -> Future[Changes]: ...
    def switch_publication(self, seen: Statement) -> Future[Changes]: ...
    def set_dateline(self, dateline: str | None) -> Future[Changes]: ...
    def undo(self) -> Future[Changes]: ...
    def redo(self) -> Future[Changes]: ...
    def save_place(
        self,
        statement_id: str | None,
        question: Question,
        top: tuple[int, int],
        typed: Mapping[str, str],
        wanted: str = "",
        known: Mapping[str, str] | None = None,
    ) -> Future[None]: ...
    def close(self) -> None:
        """Wait for what is being written, then let go of the store."""
        ...


class SettingsPort(Protocol):
    """Where the settings are kept."""

    @property
    def is_person_fixed(self) -> bool:
        """Whether the environment says who is checking."""
        ...

    def save(self, name: str, value: str | bool) -> Settings:
        """Set one setting; the settings as they are now. Raises UsageError and StorageFailedError."""
        ...

    @property
    def is_hint_wanted(self) -> bool: ...
    def hint_is_done(self) -> None: ...


class DeskPort(Protocol):
    """The articles of this store, and the way into one."""

    @property
    def person(self) -> str: ...

    def articles(self, *, archived: bool = False) -> Sequence[ArticleLine]:
        """The articles on the desk, or those in the archive."""
        ...

    def glance(self, line: ArticleLine) -> Glance:
        """What lies on top of an article. Reads little: asked for with a key."""
        ...

    def rename(self, seen: Article, title: str) -> Future[Changes]: ...
    def set_dateline(self, seen: Article, dateline: str | None) -> Future[Changes]: ...
    def set_deadline(self, seen: Article, deadline: str | None) -> Future[Changes]: ...
    def archive(self, seen: Article) -> Future[Changes]:
        """Put an article away, or on the desk again when it is archived."""
        ...

    def shred(self, seen: Article, typed: str) -> Future[list[str]]:
        """Destroy an article; `typed` must be its slug. Ends with the evidence that could not be destroyed."""
        ...

    def preview_file(self, path: Path, encoding: str | None = None, watch: Watch | None = None) -> Preview:
        """What an import would make. Takes its time: never to be called where keys are waited for."""
        ...

    def preview_url(self, url: str, encoding: str | None = None, watch: Watch | None = None) -> Preview:
        """The same for a page of the web."""
        ...

    def preview_paste(self, text: str) -> Preview:
        """The same for a pasted text."""
        ...

    def import_document(
        self,
        preview: Preview,
        title: str | None = None,
        credited: Credits | None = None,
        told: Callable[[str, float], None] = lambda what, share: None,
    ) -> Future[Article]:
        """Store what was previewed, or find the article that has the same text; `credited` was confirmed by a key.

        `told` hears in another thread what is done and how far it is, from 0 to 1; when it raises, nothing is stored.
        """
        ...

    def typed(self) -> Mapping[str, str]:
        """What was half-typed in the desk's prompts, by the prompt's name."""
        ...

    def keep_typed(self, typed: Mapping[str, str]) -> Future[None]: ...
    def open(self, article_id: str) -> ReviewPort: ...
