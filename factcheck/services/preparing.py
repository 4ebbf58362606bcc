"""Preparing what is signed: the report, from one moment of the store, and who signs it.

A key may want a passphrase or a finger, and nobody waits for that with the store locked. So a report is prepared,
then signed, then recorded, and refused when anything that it prints was changed in between.
"""

import os
from collections.abc import Callable
from hashlib import sha256
from typing import TYPE_CHECKING

from msgspec import Struct

from factcheck.clock import Clock, stamp
from factcheck.domain.article import Article
from factcheck.domain.canonical import canonical_bytes
from factcheck.domain.gate import Gate
from factcheck.domain.reasons import Policy
from factcheck.domain.signoff import Signing
from factcheck.errors import DamagedError, NotReadyError
from factcheck.report.document import Tool, report_document
from factcheck.report.unswept import unswept
from factcheck.services.gating import gate_of
from factcheck.signing.allowed import signed_as

if TYPE_CHECKING:
    from factcheck.store.whole import WholeReader

NONCE = 32
"""Random bytes in each signed report: else one that is nearly known could be guessed from its hash."""


class Who(Struct, frozen=True):
    """Who signs: `person` in the store, name and e-mail as they are signed."""

    person: str
    name: str
    email: str


class Prepared(Struct, frozen=True):
    """A report that is ready to be signed, and where the log stood when it was made."""

    article: Article
    report: bytes
    signing: Signing
    gate: Gate
    newest: int

    @property
    def sha256(self) -> str:
        """The hash of what is to be signed."""
        return sha256(self.report).hexdigest()


def who(person: str, name: str, email: str) -> Who:
    """Who signs. Raises ActionRefusedError without a name and an address that can stand in a list of signers."""
    return Who(person, *signed_as(name, email))


def refuse_if_shut(gate: Gate) -> None:
    """Raises NotReadyError that names what stands against it."""
    if not gate.is_open:
        named = "; ".join(f"{blocker.words} ({count})" for blocker, count in gate.counts().items())
        raise NotReadyError(
            f"{len(gate.shut_by)} things stand against the sign-off: {named}.",
            "Finish them, or have the editor let them stand by name and with a reason (`factcheck stet`).",
        )


@unswept()
def prepare(
    reader: "WholeReader",
    article_id: str,
    signer: Who,
    fingerprint: str,
    policy: Policy,
    tool: Tool,
    clock: Clock,
    random_bytes: Callable[[int], bytes] = os.urandom,
) -> Prepared:
    """The report to be signed, from one moment of the store.

    Raises NotReadyError when the gate is shut, DamagedError when a statement is not in its place, LookupError, and
    the store's faults.
    """
    with reader.connection.snapshot():
        article = reader.article(article_id)
        if article is None:
            raise LookupError(article_id)
        gate = gate_of(reader, article, policy)
        newest = reader.newest_printed(article.id)
        review = reader.whole(article)
    refuse_if_shut(gate)
    signing = Signing(
        person=signer.person,
        name=signer.name,
        email=signer.email,
        key=fingerprint,
        at=stamp(clock()),
        nonce=random_bytes(NONCE).hex(),
        open=left_open(gate),
        policy={"enough_sources": policy.wants_enough_sources, "details": policy.wants_details},
    )
    try:
        report = canonical_bytes(report_document(review, tool, signing))
    except ValueError as error:
        raise DamagedError(
            f"The text is not the one that was checked: {error}.",
            "Run `factcheck doctor`; nothing was signed.",
        ) from error
    return Prepared(article, report, signing, gate, newest)


def left_open(gate: Gate) -> dict[str, int]:
    """What a report is signed in spite of: what was let stand, by name, and hints that nobody looked at."""
    passed = [block.blocker.words for block in gate.passed]
    hints = {"hints not looked at": gate.open_hints} if gate.open_hints else {}
    return {words: passed.count(words) for words in dict.fromkeys(passed)} | hints
