"""The gate, the sign-off and the reports in a review session. All that takes its time is done in the writer's thread."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from factcheck.domain.signoff import SignedState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Future
    from pathlib import Path

    from factcheck.domain.article import Article
    from factcheck.domain.changes import Changes
    from factcheck.domain.gate import Block, Gate
    from factcheck.domain.reasons import Policy
    from factcheck.report.wishes import Wishes
    from factcheck.services.countersigning import CameBack
    from factcheck.services.gating import Gating
    from factcheck.services.session import ReviewSession
    from factcheck.signing.countersigning import Decision
    from factcheck.signing.finding import Found
    from factcheck.store.ledger import Ledger
    from factcheck.store.whole import WholeReader

T = TypeVar("T")


class SigningDesk:
    """What the screens ask of a session about signing."""

    def __init__(self, session: ReviewSession) -> None:
        self._session = session

    def state(self) -> SignedState:
        """Whether the article is signed, and whether its report would print the same now."""
        return self._session.reader.signed_state(self._session.article)

    def gate(self, policy: Policy) -> Future[Gate]:
        """What stands against the sign-off."""
        from factcheck.services.gating import gate_of

        return self._read(lambda reader, article: gate_of(reader, article, policy))

    def preview(self, gate: Gate) -> Future[list[str]]:
        """What is about to be signed, and what leaves with it."""
        from factcheck.services.previewing_signature import preview

        return self._read(lambda reader, article: preview(reader, article, gate))

    def keys(self, named: Path | None = None) -> Sequence[Found]:
        """The keys that there are to sign with; only the named one if one is. Raises KeyRefusedError."""
        from factcheck.signing.finding import signers

        return signers(key=named, environ=os.environ)

    def let_stand(self, blocks: Sequence[Block], by: str, reason: str) -> Future[Changes]:
        """Let blockers stand in an editor's name."""
        article_id = self._session.article.id
        return self._session.submit(lambda ledger: _gating(ledger).let_stand(article_id, blocks, by, reason))

    def take_back(self, blocks: Sequence[Block]) -> Future[Changes]:
        """Let blockers stand no longer."""
        article_id = self._session.article.id
        return self._session.submit(lambda ledger: _gating(ledger).take_back(article_id, blocks))

    def sign(
        self, found: Found, passphrase: str, name: str, email: str, policy: Policy, package: Path
    ) -> Future[Changes]:
        """Sign the report, and write the package with it as a page."""
        from factcheck.services.packaging import sign_and_write
        from factcheck.services.preparing import who

        article_id, person = self._session.article.id, self._session.person

        def use_case(ledger: Ledger) -> Changes:
            with _reading(ledger) as reader:
                signs = who(person, name, email)
                return sign_and_write(ledger, reader, article_id, signs, found, passphrase, policy, package)

        return self._session.submit(use_case)

    def redacted_preview(self) -> Future[list[str]]:
        """What is about to be signed as a redacted report, what it leaves out, and what leaves with it."""
        from factcheck.services.previewing_signature import redacted_preview

        return self._read(redacted_preview)

    def sign_redacted(self, found: Found, passphrase: str, package: Path) -> Future[str]:
        """Sign the redacted report of what is signed, and write its own package; its SHA-256. Nothing is recorded."""
        from factcheck.services.packaging import sign_redacted

        return self._read(lambda reader, article: sign_redacted(reader, article, found, passphrase, package))

    def withdraw(self, why: str) -> Future[Changes]:
        """Withdraw the sign-off, on the record."""
        from factcheck.services.signing_off import SigningOff

        seen = self._session.article
        return self._session.submit(lambda ledger: SigningOff(ledger).withdraw(seen, why))

    def countersign_preview(self) -> Future[list[str]]:
        """What an editor is about to countersign."""
        from factcheck.services.countersigning import preview

        return self._read(preview)

    def countersign(
        self,
        found: Found,
        passphrase: str,
        name: str,
        email: str,
        decision: Decision,
        remark: str,
        package: Path | None,
    ) -> Future[Changes]:
        """Countersign what is signed here, and put that into its package, too, where one is named."""
        from factcheck.services.countersigning import countersign_here
        from factcheck.services.preparing import who
        from factcheck.signing.finding import open_signer

        article_id, person = self._session.article.id, self._session.person

        def use_case(ledger: Ledger) -> Changes:
            with _reading(ledger) as reader:
                by, signer = who(person, name, email), open_signer(found, lambda: passphrase)
                article = _article(reader, article_id)
                return countersign_here(ledger, reader, article, signer, by, decision, remark, package)

        return self._session.submit(use_case)

    def came_back(self, path: Path, allowed_signers: str) -> Future[CameBack]:
        """Look at a package that an editor has countersigned; `allowed_signers` is the newsroom's list, "" for none."""
        from pathlib import Path

        from factcheck.services.countersigning import came_back

        trusted = Path(allowed_signers).expanduser() if allowed_signers else None
        return self._session.look(lambda ledger: came_back(path, trusted, ledger.clock()))

    def take_over(self, back: CameBack) -> Future[Changes]:
        """Record what came back."""
        from factcheck.services.signing_off import SigningOff

        seen, sealed = self._session.article, back.package.sealed
        return self._session.submit(lambda ledger: SigningOff(ledger).take_over(seen, sealed))

    def came_as_word(self) -> bool:
        """Whether the draft came in a Word file, which its author gets back."""
        draft = self._session.reader.draft(self._session.article.draft_id)
        return "wordprocessingml" in draft.provenance.media_type

    def render(self, form: str, wishes: Wishes, *, is_redacted: bool = False) -> Future[bytes]:
        """The report in a form: the signed one to the byte while it says how things stand, else a working copy."""
        from factcheck.report.document import Tool
        from factcheck.services.exporting import made, without_the_internal
        from factcheck.services.signing_off import sealed_now
        from factcheck.version import VERSION

        article_id, tool = self._session.article.id, Tool("factcheck", VERSION)

        def use_case(ledger: Ledger) -> bytes:
            with _reading(ledger) as reader:
                article = _article(reader, article_id)
                sealed = sealed_now(reader, article, tool)
                sealed = without_the_internal(sealed) if is_redacted else sealed
                return made(sealed, form, wishes, ledger.evidence)

        return self._session.look(use_case)

    def _read(self, look: Callable[[WholeReader, Article], T]) -> Future[T]:
        article_id = self._session.article.id

        def use_case(ledger: Ledger) -> T:
            with _reading(ledger) as reader:
                return look(reader, _article(reader, article_id))

        return self._session.look(use_case)


@contextmanager
def _reading(ledger: Ledger) -> Iterator[WholeReader]:
    reader = ledger.open_reader()
    try:
        yield reader
    finally:
        reader.close()


def _article(reader: WholeReader, article_id: str) -> Article:
    article = reader.article(article_id)
    if article is None:
        raise LookupError(article_id)
    return article


def _gating(ledger: Ledger) -> Gating:
    from factcheck.services.gating import Gating  # in the writer's thread

    return Gating(ledger)
