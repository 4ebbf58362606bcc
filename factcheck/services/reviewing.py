"""Deciding: verdicts, bases, notes, blocks taken back, undo and redo. Each is one transaction.

Every use case is handed the statement as the checker saw it, and refuses when it has changed since.
"""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from factcheck.domain.article import Article, BlockKind
from factcheck.domain.canonical import Json
from factcheck.domain.changes import Changes
from factcheck.domain.event import Deed, EventKind
from factcheck.domain.extracted import Extracted
from factcheck.domain.mark import BlockText
from factcheck.domain.statement import Flag, Statement
from factcheck.domain.statement_form import statement_form
from factcheck.domain.text import Span
from factcheck.domain.undo import redo_target, undo_target
from factcheck.domain.verdict import Basis, Question, Verdict, bases_for
from factcheck.domain.wording import describe
from factcheck.errors import ActionRefusedError
from factcheck.extraction.extractor import statements_of
from factcheck.report.unswept import unswept
from factcheck.services.acting import acting_on, nothing_to_do, record_on
from factcheck.services.importing import propose

if TYPE_CHECKING:
    from factcheck.store.ledger import Ledger
    from factcheck.store.writing import Writing


class Reviewing:
    """The use cases of one person's work on statements. All raise the store's faults."""

    def __init__(self, ledger: "Ledger") -> None:
        self._ledger = ledger

    def give_verdict(
        self, seen: Statement, question: Question, verdict: Verdict, basis: Basis | None = None
    ) -> Changes:
        """Give a verdict to a question; it counts for what it is given for now. No basis is carried over.

        Raises ActionRefusedError when the statement does not pose the question or the basis does not fit.
        """
        with acting_on(self._ledger, seen, f"{question}: {verdict}") as (writing, statement):
            _refuse_unless_posed(statement, question)
            _refuse_unless_fitting(question, verdict, basis)
            answer = statement.answer(question)
            is_same = answer is not None and answer.verdict is verdict and basis in (None, answer.basis)
            if is_same and statement.counts(question):
                return nothing_to_do(writing, seen.article_id, f"{question}: already {verdict}")
            payload: dict[str, Json] = {
                "question": question.value,
                "verdict": verdict.value,
                "basis": basis.value if basis else None,
                "given_for": statement.given_for(question),
            }
            return record_on(writing, statement, EventKind.VERDICT_GIVEN, payload)

    def clear_verdict(self, seen: Statement, question: Question) -> Changes:
        """Take the answer to a question away."""
        with acting_on(self._ledger, seen, f"{question}: cleared") as (writing, statement):
            if statement.answer(question) is None:
                return nothing_to_do(writing, seen.article_id, f"{question}: nothing to clear")
            return record_on(writing, statement, EventKind.VERDICT_CLEARED, {"question": question.value})

    def leave_to_speaker(self, seen: Statement) -> Changes:
        """Leave *so* to the speaker. Raises ActionRefusedError when nobody speaks in the statement."""
        with acting_on(self._ledger, seen, "so: left to the speaker") as (writing, statement):
            if not statement.attributions:
                raise ActionRefusedError(
                    "The article says this itself: there is no speaker to leave it to.",
                    "Give a verdict on so.",
                )
            if statement.so and statement.so.is_left_to_speaker and statement.counts(Question.SO):
                return nothing_to_do(writing, seen.article_id, "so: already left to the speaker")
            payload: dict[str, Json] = {"given_for": statement.given_for(Question.SO)}
            return record_on(writing, statement, EventKind.LEFT_TO_SPEAKER, payload)

    def choose_basis(self, seen: Statement, question: Question, basis: Basis | None) -> Changes:
        """Say why a verdict is unverified or disputed, or take that back with None.

        Raises ActionRefusedError when the verdict that counts has no such basis.
        """
        with acting_on(self._ledger, seen, f"{question}: basis") as (writing, statement):
            answer = statement.answer(question) if statement.counts(question) else None
            if answer is None or not bases_for(question, answer.verdict):
                raise ActionRefusedError(
                    "A basis goes with a verdict that is unverified or disputed.", "Give the verdict first."
                )
            _refuse_unless_fitting(question, answer.verdict, basis)
            if answer.basis is basis:
                return nothing_to_do(writing, seen.article_id, f"{question}: basis unchanged")
            payload: dict[str, Json] = {"question": question.value, "basis": basis.value if basis else None}
            return record_on(writing, statement, EventKind.BASIS_CHOSEN, payload)

    def write_private_note(self, seen: Statement, text: str) -> Changes:
        """Replace the private note, which no report ever prints."""
        return self._write_note(seen, EventKind.PRIVATE_NOTE_WRITTEN, seen.private_note, text)

    def write_public_note(self, seen: Statement, text: str) -> Changes:
        """Replace the public note, the only one that a report may print."""
        return self._write_note(seen, EventKind.PUBLIC_NOTE_WRITTEN, seen.public_note, text)

    def _write_note(self, seen: Statement, kind: EventKind, before: str, text: str) -> Changes:
        with acting_on(self._ledger, seen, "note written") as (writing, statement):
            if text == before:
                return nothing_to_do(writing, seen.article_id, "note unchanged")
            if "\x00" in text:
                raise ActionRefusedError("A note cannot hold NUL characters.", "Take them out.")
            return record_on(writing, statement, kind, {"text": text})

    def switch_flag(self, seen: Statement, flag: Flag) -> Changes:
        """Raise a flag on a statement, or lower it when it is up."""
        with acting_on(self._ledger, seen, flag.words) as (writing, statement):
            kind = EventKind.FLAG_LOWERED if flag in statement.flags else EventKind.FLAG_RAISED
            return record_on(writing, statement, kind, {"flag": flag.value})

    def switch_publication(self, seen: Statement) -> Changes:
        """Mark a statement for publication (in a ClaimReview), or take the mark off."""
        with acting_on(self._ledger, seen, "publication") as (writing, statement):
            is_marked = statement.is_for_publication
            kind = EventKind.KEPT_FROM_PUBLICATION if is_marked else EventKind.MARKED_FOR_PUBLICATION
            return record_on(writing, statement, kind, {})

    def take_back_block(self, article: Article, number: int) -> Changes:
        """Make statements of a block that the extraction left out. Raises ActionRefusedError when it did not."""
        with self._ledger.writing() as writing:
            writing.lock(article.id)
            current = writing.article(article.id)
            found = writing.block(article.draft_id, number)
            if (
                current is None
                or found is None
                or not found.block.is_excluded
                or number in current.taken_back
                or current.draft_id != article.draft_id
            ):
                raise ActionRefusedError(
                    f"Block {number + 1} is not excluded.", "Choose one from the list of excluded blocks."
                )
            deeds = [Deed(article.id, EventKind.BLOCK_TAKEN_BACK, {"block": number})]
            for extracted in read_block_again(writing, article, found):
                statement = propose(writing.new_id(), article, extracted)
                payload: dict[str, Json] = {"statement": statement_form(statement)}
                deeds.append(Deed(statement.id, EventKind.STATEMENT_ADDED, payload))
            return writing.record(article.id, f"block {number + 1} taken back", deeds)

    @unswept()
    def undo(self, article_id: str) -> Changes:
        """Take back this person's last action that stands. Raises ActionRefusedError when others built on it."""
        with self._ledger.writing() as writing:
            writing.lock(article_id)
            target = undo_target(writing.acts(article_id))
            return _revisit(writing, article_id, target, EventKind.UNDONE)

    @unswept()
    def redo(self, article_id: str) -> Changes:
        """Bring back what was undone last, unless something new was done. Raises like `undo`."""
        with self._ledger.writing() as writing:
            writing.lock(article_id)
            target = redo_target(writing.acts(article_id))
            return _revisit(writing, article_id, target, EventKind.REDONE)


def _refuse_unless_posed(statement: Statement, question: Question) -> None:
    if question not in statement.questions:
        raise ActionRefusedError(
            "Nobody is quoted here: the article says this itself, so only so can be answered.",
            "Give a verdict on so.",
        )


def _refuse_unless_fitting(question: Question, verdict: Verdict | None, basis: Basis | None) -> None:
    if basis is not None and basis not in bases_for(question, verdict):
        fitting = ", ".join(b.value for b in bases_for(question, verdict)) or "none"
        raise ActionRefusedError(
            f"{verdict} on {question} does not go with the basis {basis.words}.", f"These do: {fitting}."
        )


def read_block_again(writing: "Writing", article: Article, found: BlockText) -> list[Extracted]:
    """The statements of an excluded block, read as what it repeats or else as a paragraph."""
    kind = BlockKind.PARAGRAPH
    if found.block.same_as is not None:
        same = writing.block(article.draft_id, found.block.same_as)
        kind = same.block.kind if same else kind
    start = found.block.span.start
    alone = replace(found.block, span=Span(0, len(found.text)))
    return [s.shifted(start) for s in statements_of(found.text, alone, kind=kind)]


def _refuse_behind_a_signature(writing: "Writing", article_id: str, target: str | None, verb: str) -> None:
    """What was signed may be with others already: no key takes it back unsaid, and none what it rests on."""
    signed = writing.signed_since(article_id, target)
    if signed is None:
        return
    if target is None and (verb == "redo" or signed.actor != writing.person):
        return  # there is nothing, signed or not
    raise ActionRefusedError(
        f"{signed.actor} has signed this off ({signed.at}), and {verb} does not reach behind a signature.",
        "Give the answer that you want instead; or withdraw the sign-off first, on its screen or by `factcheck unsign`.",
    )


def _revisit(writing: "Writing", article_id: str, target: str | None, kind: EventKind) -> Changes:
    verb = "undo" if kind is EventKind.UNDONE else "redo"
    _refuse_behind_a_signature(writing, article_id, target, verb)
    if target is None:
        return nothing_to_do(writing, article_id, f"nothing to {verb}")
    events = writing.group(target)
    other = writing.later_by_others(events)
    if other is not None:
        raise ActionRefusedError(
            f"{other.actor} has worked on this since ({describe(other)}, {other.at}), so you cannot {verb} it.",
            "Give the answer that you want instead; the history keeps both.",
        )
    streams = dict.fromkeys(e.stream for e in events)
    deeds = [Deed(stream, kind, {"group": target}) for stream in streams]
    return writing.record(article_id, f"{kind.value}: {describe(events[0])}", deeds)
