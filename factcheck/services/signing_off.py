"""Signing a report off, and countersigning it: what is signed is made from one moment, and kept to the byte.

A key may want a passphrase or a finger, and nobody waits for that with the store locked. So a report is prepared,
then signed, then recorded, and refused when anything that it prints was changed in between.
"""

import json
import os
from collections.abc import Callable
from hashlib import sha256
from typing import TYPE_CHECKING

from msgspec import Struct

from factcheck.clock import Clock, stamp
from factcheck.domain.article import Article
from factcheck.domain.canonical import Json, canonical_bytes
from factcheck.domain.changes import Changes
from factcheck.domain.event import Deed, EventKind
from factcheck.domain.gate import Gate, Policy
from factcheck.domain.signoff import CountersignNote, SignedState, Signing, Signoff, note_form, signoff_form
from factcheck.errors import ActionRefusedError, ChangedMeanwhileError, DamagedError, NotReadyError
from factcheck.report.document import Tool, report_document
from factcheck.report.sealed import Countersign, Sealed
from factcheck.report.unswept import unswept
from factcheck.services.acting import nothing_to_do
from factcheck.services.gating import LONGEST, gate_of
from factcheck.signing.countersigning import CountersignedBy, Decision, countersign_bytes
from factcheck.signing.namespaces import COUNTERSIGN, REPORT
from factcheck.signing.signer import Signer

if TYPE_CHECKING:
    from factcheck.store.ledger import Ledger, Writing
    from factcheck.store.whole import WholeReader

NONCE = 32
"""Random bytes in each signed report: else one that is nearly known could be guessed from its hash."""


_COPIES = 10
"""How many copies are kept of the store as it was before a sign-off."""


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
    name, email = " ".join(name.split()), email.strip()
    local, at, domain = email.partition("@")
    is_address = local and at and domain and not any(c.isspace() or c in ',"!*?' for c in email)
    if not name or not name.isprintable() or not is_address or not email.isprintable():
        raise ActionRefusedError(
            "A report is signed with a name and an e-mail address.",
            "Say both: the address is what the newsroom’s list of signers knows you by.",
        )
    return Who(person, name, email)


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


class SigningOff:
    """The use cases of recording signatures. All raise ChangedMeanwhileError and the store's faults."""

    def __init__(self, ledger: "Ledger") -> None:
        self._ledger = ledger

    def sign(self, prepared: Prepared, signer: Signer) -> Changes:
        """Copy the store, sign what was prepared, and record it. Raises KeyRefusedError; then nothing was signed."""
        self._ledger.back_up("before-sign-off", _COPIES)
        return self.record(prepared, signer.sign(prepared.report, REPORT))

    def record(self, prepared: Prepared, signature: bytes) -> Changes:
        """Keep a signed report and its signature, unless what it prints has changed since it was made."""
        article, signing = prepared.article, prepared.signing
        with self._ledger.writing() as writing:
            writing.lock(article.id)
            current = writing.article(article.id)
            is_same_signoff = current is not None and current.signoff == article.signoff
            if not is_same_signoff or writing.newest_printed(article.id) != prepared.newest:
                raise ChangedMeanwhileError(
                    "The article was worked on while you signed.",
                    "Nothing was signed. Look again, then sign.",
                )
            signoff = Signoff(
                report=writing.keep_signed(article.id, prepared.report),
                signature=writing.keep_signed(article.id, signature),
                revision=(article.signoff.revision if article.signoff else 0) + 1,
                supersedes=article.signoff.report if article.signoff else None,
                name=signing.name,
                email=signing.email,
                key=signing.key,
                draft=article.draft_id,
                at=signing.at,
            )
            deed = Deed(article.id, EventKind.SIGNED_OFF, {"signoff": signoff_form(signoff)})
            return writing.record(article.id, f"signed off, revision {signoff.revision}", [deed])

    def countersign(
        self,
        article: Article,
        sealed: Sealed,
        signer: Signer,
        by: Who,
        decision: Decision,
        remark: str,
        clock: Clock,
    ) -> Changes:
        """Countersign the newest sign-off of an article. Raises ActionRefusedError and KeyRefusedError."""
        signoff = article.signoff
        at = stamp(clock())
        made = countersigned(sealed, signer, by, decision, remark, at)
        with self._ledger.writing() as writing:
            writing.lock(article.id)
            current = writing.article(article.id)
            if signoff is None or current is None or current.signoff != signoff:
                raise ChangedMeanwhileError(
                    "The article was signed anew, or countersigned, while you signed.",
                    "Nothing was signed. Look again, then countersign.",
                )
            note = CountersignNote(
                statement=writing.keep_signed(article.id, made.statement),
                signature=writing.keep_signed(article.id, made.signature),
                by=by.name,
                decision=decision.value,
                key=signer.public.fingerprint,
                at=at,
            )
            deed = _deed(article.id, signoff, note)
            return writing.record(article.id, f"countersigned by {by.name}: {decision.value}", [deed])

    def withdraw(self, article: Article, why: str) -> Changes:
        """Withdraw the newest sign-off, with a reason, on the record. Raises ActionRefusedError.

        What was signed is kept, and what was handed over stays signed: the next report takes its place.
        """
        reason = " ".join(why.replace("\x00", "").split())[:LONGEST]
        if not reason:
            raise ActionRefusedError(
                "A sign-off is only withdrawn with a reason.", "Say why; it is kept with your name."
            )
        with self._ledger.writing() as writing:
            writing.lock(article.id)
            current = writing.article(article.id)
            signoff = current.signoff if current else None
            if signoff is None or signoff.withdrawn is not None:
                raise ActionRefusedError(
                    "There is no sign-off that stands.", "Nothing was withdrawn: sign, if it is to be signed."
                )
            if signoff != article.signoff:
                raise ChangedMeanwhileError(
                    "The article was signed anew, or countersigned, since you looked at it.",
                    "Nothing was withdrawn. Look again.",
                )
            payload: dict[str, Json] = {"report": signoff.report, "why": reason}
            deed = Deed(article.id, EventKind.SIGNOFF_WITHDRAWN, payload)
            return writing.record(article.id, f"sign-off withdrawn, revision {signoff.revision}", [deed])

    def take_over(self, article: Article, sealed: Sealed) -> Changes:
        """Record the countersigns that came back with a report, once they were checked, but for those that are known.

        Raises ActionRefusedError when it is not the newest signed report of the article.
        """
        with self._ledger.writing() as writing:
            writing.lock(article.id)
            current = writing.article(article.id)
            signoff = current.signoff if current else None
            if signoff is None or not is_about(signoff, sealed):
                raise ActionRefusedError(
                    "That is not the newest signed report of this article.",
                    "Have the newest one countersigned; `factcheck list` says who signed what.",
                )
            known = {note.statement for note in signoff.countersigns}
            new = [one for one in sealed.countersigns if sha256(one.statement).hexdigest() not in known]
            if not new:
                return nothing_to_do(writing, article.id, "every countersign of it is known already")
            notes = [_note(writing, article.id, one) for one in new]
            deeds = [_deed(article.id, signoff, note) for note in notes]
            told = ", ".join(f"countersigned by {note.by}: {note.decision}" for note in notes)
            return writing.record(article.id, told, deeds)


def is_about(signoff: Signoff, sealed: Sealed) -> bool:
    """Whether a report is the one that was signed, with the very signature."""
    found = [sha256(part).hexdigest() for part in (sealed.report, sealed.signature or b"")]
    return found == [signoff.report, signoff.signature]


def _note(writing: "Writing", article_id: str, one: Countersign) -> CountersignNote:
    stated = json.loads(one.statement)
    by = who("", stated["by"]["name"], stated["by"]["principal"])
    return CountersignNote(
        statement=writing.keep_signed(article_id, one.statement),
        signature=writing.keep_signed(article_id, one.signature),
        by=by.name,
        decision=Decision(stated["decision"]).value,
        key=str(stated["by"]["key"]),
        at=str(stated["at"]),
    )


def _deed(article_id: str, signoff: Signoff, note: CountersignNote) -> Deed:
    payload: dict[str, Json] = {"report": signoff.report, "countersign": note_form(note)}
    return Deed(article_id, EventKind.COUNTERSIGNED, payload)


def countersigned(
    sealed: Sealed, signer: Signer, by: Who, decision: Decision, remark: str, at: str
) -> Countersign:
    """An editor's decision on a signed report, signed. Raises ActionRefusedError and KeyRefusedError."""
    if sealed.signature is None:
        raise ActionRefusedError("This report is not signed yet.", "The checker signs first.")
    fingerprint = signer.public.fingerprint
    if any(person["key"] == fingerprint for person in sealed.document()["people"]):
        raise ActionRefusedError(
            "A report is countersigned with another key than the checker’s.", "Choose the editor’s key."
        )
    who_signs = CountersignedBy(by.name, "editor", by.email, fingerprint)
    statement = countersign_bytes(
        sealed.report, sealed.signature, by=who_signs, decision=decision, remark=remark.strip(), at=at
    )
    return Countersign(statement, signer.sign(statement, COUNTERSIGN))


def sealed_of(reader: "WholeReader", article: Article) -> Sealed | None:
    """The newest signed report of an article with its countersigns; None when there is none.

    Raises DamagedError when it is not kept as it was signed, and the store's faults.
    """
    signoff = article.signoff
    if signoff is None:
        return None
    return Sealed(
        report=reader.signed_file(article.id, signoff.report),
        signature=reader.signed_file(article.id, signoff.signature),
        countersigns=tuple(
            Countersign(
                reader.signed_file(article.id, note.statement), reader.signed_file(article.id, note.signature)
            )
            for note in signoff.countersigns
        ),
    )


@unswept()
def sealed_now(reader: "WholeReader", article: Article, tool: Tool) -> Sealed:
    """The report as it is handed over now: the signed one while it says how things stand, else a working copy."""
    if reader.signed_state(article) is SignedState.SIGNED:
        sealed = sealed_of(reader, article)
        if sealed is not None:
            return sealed
    return Sealed(canonical_bytes(report_document(reader.review(article.id), tool)))
