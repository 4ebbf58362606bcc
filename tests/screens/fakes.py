"""A review that is kept in memory."""

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from datetime import timedelta

from msgspec.structs import replace

from factcheck.clock import stamp
from factcheck.domain.article import BlockKind
from factcheck.domain.changes import Changes, Moved
from factcheck.domain.history import HistoryLine, News
from factcheck.domain.place import Place, typed_since, with_typed
from factcheck.domain.statement import Flag, Statement
from factcheck.domain.verdict import Answer, Basis, Question, Verdict
from factcheck.errors import ActionRefusedError, ChangedMeanwhileError, FactcheckError
from factcheck.screens.ports_editing import EditingPort
from factcheck.screens.ports_linking import LinkingPort
from factcheck.screens.ports_querying import QueryingPort
from factcheck.screens.ports_revising import RevisingPort
from factcheck.screens.ports_signing import SigningPort
from factcheck.screens.ports_ticking import TickingPort
from tests.screens.fake_article import NOW, TITLE, Made, made, statement_of
from tests.screens.fake_reading import FakeReading
from tests.screens.fake_writer import FakeWriter, done_at_once


class FakeReview(FakeReading, FakeWriter):
    """A ReviewPort over lists: what it reads is in FakeReading."""

    def __init__(self, what: Made | None = None, *, title: str = TITLE, place: Place | None = None) -> None:
        FakeReading.__init__(self, what or made(), title, place)
        FakeWriter.__init__(self)
        self.overtaken = ""
        self.places: list[Place] = []
        self.place_error: FactcheckError | None = None
        self.is_closed = False
        self.is_warm = False
        self._done: list[tuple[Statement, Statement, str]] = []
        self._undone: list[tuple[Statement, Statement, str]] = []
        self._minutes = 0

    @property
    def revising(self) -> RevisingPort:
        raise NotImplementedError("drafts are tested over a real session")

    @property
    def editing(self) -> EditingPort:
        raise NotImplementedError("editing is tested over a real session")

    @property
    def linking(self) -> LinkingPort:
        raise NotImplementedError("links are tested over a real session")

    @property
    def ticking(self) -> TickingPort:
        raise NotImplementedError("ticks are tested over a real session")

    @property
    def querying(self) -> QueryingPort:
        raise NotImplementedError("queries are tested over a real session")

    @property
    def signing(self) -> SigningPort:
        raise NotImplementedError("signing is tested over a real session")

    def warm_up(self) -> None:
        self.is_warm = True

    # ---------------------------------------------------------------------------------------------- writes

    def give_verdict(self, seen: Statement, question: Question, verdict: Verdict) -> Future[Changes]:
        def step(now: Statement, at: str) -> Statement | str:
            if question not in now.questions:
                raise ActionRefusedError("Nobody is quoted here.", "Give a verdict on so.")
            old = now.answer(question)
            if old and old.verdict is verdict and now.counts(question):
                return f"{question}: already {verdict}"
            return _answered(now, question, Answer(verdict, now.given_for(question), self.person, at))

        return self._write("give_verdict", seen, step, f"{question}: {verdict}", question, verdict)

    def clear_verdict(self, seen: Statement, question: Question) -> Future[Changes]:
        def step(now: Statement, at: str) -> Statement | str:
            return _answered(now, question, None) if now.answer(question) else f"{question}: nothing to clear"

        return self._write("clear_verdict", seen, step, f"{question}: cleared", question)

    def leave_to_speaker(self, seen: Statement) -> Future[Changes]:
        def step(now: Statement, at: str) -> Statement | str:
            if not now.attributions:
                raise ActionRefusedError("The article says this itself.", "Give a verdict on so.")
            answer = Answer(None, now.given_for(Question.SO), self.person, at, is_left_to_speaker=True)
            return replace(now, so=answer)

        return self._write("leave_to_speaker", seen, step, "so: left to the speaker")

    def choose_basis(self, seen: Statement, question: Question, basis: Basis | None) -> Future[Changes]:
        def step(now: Statement, at: str) -> Statement | str:
            answer = now.answer(question)
            assert answer is not None
            return _answered(now, question, replace(answer, basis=basis))

        return self._write("choose_basis", seen, step, f"{question}: basis {basis.words if basis else 'none'}",
                           question, basis)  # fmt: skip

    def write_private_note(self, seen: Statement, text: str) -> Future[Changes]:
        return self._write("private_note", seen, lambda now, at: replace(now, private_note=text),
                           "private note written", text)  # fmt: skip

    def write_public_note(self, seen: Statement, text: str) -> Future[Changes]:
        return self._write("public_note", seen, lambda now, at: replace(now, public_note=text),
                           "public note written", text)  # fmt: skip

    def take_back_block(self, block: int) -> Future[Changes]:
        def act() -> Changes:
            found = self.made.blocks[block]
            self.made.blocks[block] = replace(found, is_taken_back=True)
            new = statement_of(
                f"t{block}", block, BlockKind.PARAGRAPH, found.block.span.start, found.text, "", ""
            )
            self.made.statements = sorted([*self.made.statements, new], key=lambda s: s.span)
            return Changes("a1", f"block {block + 1} taken back", self.person, self._now(), self.tally(), "g",
                           (Moved(None, new),), is_numbering_changed=True)  # fmt: skip

        return self.later(("take_back_block", block), act)

    def switch_flag(self, seen: Statement, flag: Flag) -> Future[Changes]:
        what = f"flag {'lowered' if flag in seen.flags else 'raised'}: {flag.value}"
        return self._write(
            "switch_flag", seen, lambda now, at: replace(now, flags=now.flags ^ {flag}), what, flag
        )

    def switch_publication(self, seen: Statement) -> Future[Changes]:
        what = "kept from publication" if seen.is_for_publication else "marked for publication"
        return self._write(
            "switch_publication",
            seen,
            lambda now, at: replace(now, is_for_publication=not now.is_for_publication),
            what,
        )

    def set_dateline(self, dateline: str | None) -> Future[Changes]:
        def act() -> Changes:
            self.article = replace(self.article, dateline=dateline)
            return Changes("a1", "dateline set", self.person, self._now(), self.tally(), "g")

        return self.later(("set_dateline", dateline), act)

    def undo(self) -> Future[Changes]:
        return self.later(("undo",), lambda: self._revisit(self._done, self._undone, "undone", "undo"))

    def redo(self) -> Future[Changes]:
        return self.later(("redo",), lambda: self._revisit(self._undone, self._done, "redone", "redo"))

    def save_place(
        self,
        statement_id: str | None,
        question: Question,
        top: tuple[int, int],
        typed: Mapping[str, str],
        wanted: str = "",
        known: Mapping[str, str] | None = None,
    ) -> Future[None]:
        stored = self.saved_place.typed if self.saved_place else {}
        kept = with_typed(stored, typed_since(known or {}, typed))
        place = Place("a1", statement_id, question, top, wanted, kept)
        if self.place_error is not None:
            failed: Future[None] = Future()
            failed.set_exception(self.place_error)
            return failed
        self.places.append(place)
        self.saved_place = place
        return done_at_once()

    def close(self) -> None:
        self.release()
        self.is_closed = True

    def overtake(self, statement_id: str, said: str = "Changed by Ben at 10:40.") -> None:
        """Another window changes a statement; the next write to it hears of that."""
        self.overtaken = said
        self.put(replace(self.of(statement_id), version=99, private_note="from another window"))

    def hear(self, statement_id: str, question: Question, verdict: Verdict, by: str = "ben [/]") -> None:
        """Another person gives a verdict, which the next look for news hears of."""
        now, at = self.of(statement_id), self._now()
        after = _answered(now, question, Answer(verdict, now.given_for(question), by, at))
        self.put(replace(after, version=now.version + 1))
        seq = self._minutes
        self.unheard.append(News(seq, at, by, f"{question}: {verdict}", statement_id, f"g{seq}"))

    def _write(
        self,
        name: str,
        seen: Statement,
        step: Callable[[Statement, str], Statement | str],
        what: str,
        *said: object,
    ) -> Future[Changes]:
        def act() -> Changes:
            now, at = self.of(seen.id), self._now()
            if now.version != seen.version:
                raise ChangedMeanwhileError(self.overtaken, "Look again.")
            after = step(now, at)
            if isinstance(after, str):
                return Changes("a1", after, self.person, at, self.tally())
            after = replace(after, version=now.version + 1)
            self.put(after)
            self._done.append((now, after, what))
            self._undone.clear()
            self.lines_of_history.setdefault(now.id, []).append(
                HistoryLine(at, self.person, what, is_undone=False)
            )
            return Changes("a1", what, self.person, at, self.tally(), "g", (Moved(now, after),))

        return self.later((name, seen.id, *said), act)

    def _revisit(
        self,
        source: list[tuple[Statement, Statement, str]],
        target: list[tuple[Statement, Statement, str]],
        verb: str,
        plain: str,
    ) -> Changes:
        if not source:
            return Changes("a1", f"nothing to {plain}", self.person, self._now(), self.tally())
        before, after, what = source.pop()
        target.append((before, after, what))
        old = self.of(before.id)
        new = replace(before if plain == "undo" else after, version=old.version + 1)
        self.put(new)
        lines = self.lines_of_history[before.id]
        lines[-1] = replace(lines[-1], is_undone=plain == "undo")
        return Changes(
            "a1", f"{verb}: {what}", self.person, self._now(), self.tally(), "g", (Moved(old, new),)
        )

    def _now(self) -> str:
        self._minutes += 1
        return stamp(NOW + timedelta(minutes=self._minutes))


def _answered(statement: Statement, question: Question, answer: Answer | None) -> Statement:
    return replace(statement, said=answer) if question is Question.SAID else replace(statement, so=answer)
