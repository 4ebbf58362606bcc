"""Signing a report off, and countersigning it: what was signed is kept to the byte, and found again."""

import json
from hashlib import sha256
from typing import TYPE_CHECKING

from factcheck.clock import Clock, stamp
from factcheck.domain.article import Article
from factcheck.domain.canonical import Json
from factcheck.domain.changes import Changes
from factcheck.domain.event import Deed, EventKind
from factcheck.domain.signoff import CountersignNote, SignedState, Signoff, note_form, signoff_form
from factcheck.errors import ActionRefusedError, ChangedMeanwhileError
from factcheck.report.document import Tool, report_document
from factcheck.report.sealed import Countersign, Sealed, unsigned
from factcheck.report.unswept import unswept
from factcheck.services.acting import nothing_to_do
from factcheck.services.gating import LONGEST
from factcheck.services.preparing import Prepared, Who, who
from factcheck.signing.countersigning import CountersignedBy, Decision, countersign_bytes
from factcheck.signing.namespaces import COUNTERSIGN, REPORT
from factcheck.signing.signer import Signer

if TYPE_CHECKING:
    from factcheck.store.ledger import Ledger
    from factcheck.store.whole import WholeReader
    from factcheck.store.writing import Writing

_COPIES = 10
"""How many copies are kept of the store as it was before a sign-off."""


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
    return unsigned(report_document(reader.review(article.id), tool))
