"""An article of our own with every trap in it, and ports that keep it in memory."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from factcheck.clock import stamp
from factcheck.domain.article import Article, Block, BlockKind
from factcheck.domain.changes import Changes, Moved
from factcheck.domain.filter import Filter, FilterBy, ready_filters
from factcheck.domain.mark import BlockText, Mark, Standing, mark_of
from factcheck.domain.place import Place
from factcheck.domain.progress import OPEN_STATES, Tally, work_state
from factcheck.domain.review import ArticleLine, HistoryLine, News
from factcheck.domain.statement import Attribution, Detail, DetailType, Flag, Statement
from factcheck.domain.text import Span, normal_form
from factcheck.domain.verdict import Answer, Basis, Question, Verdict
from factcheck.errors import ActionRefusedError, ChangedMeanwhileError, FactcheckError
from factcheck.settings import Settings
from tests.screens.fake_keeping import FakeKeeping

NOW = datetime(2025, 3, 4, 10, 41, tzinfo=UTC)
TITLE = "Harbour master calls 4,000 crates ‘first of many’ [sic]"

Part = tuple[str, str, str]
"""A statement: its words, and the speaker and cue within them, or ""."""

BLOCKS: list[tuple[BlockKind, str | None, list[Part]]] = [
    (BlockKind.FURNITURE, "navigation", [("HomePortsWeather", "", "")]),
    (BlockKind.HEADLINE, None, [(TITLE, "Harbour master", "calls")]),
    (BlockKind.CAPTION, None, [("Crates on the quay at Lindholm, 2 March 2025. Photo: N. Berg / [/no credit]", "", "")]),
    (BlockKind.DUPLICATE, "repeats block 3", [("Crates on the quay at Lindholm, 2 March 2025. Photo: N. Berg", "", "")]),
    (
        BlockKind.PARAGRAPH,
        None,
        [
            ("Harbour master Ada Lund said on Monday that 4,000 crates had already left Lindholm for the islands.",
             "Harbour master Ada Lund", "said"),
            ("“[B]ecause the ferry is late, nobody counted them,” Lund added.", "Lund", "added"),
            ("Reports of missing crates have become more frequent.", "", ""),
        ],
    ),
    (
        BlockKind.PARAGRAPH,
        None,
        [
            ("The ferry company’s spokesman, Olaf Vik, denied that any crate was lost.", "Olaf Vik", "denied"),
            ("He put the number at almost 4,400.", "He", "put"),
        ],
    ),
    (BlockKind.SUBHEAD, None, [("What the papers show [/]", "", "")]),
    (
        BlockKind.PARAGRAPH,
        None,
        [
            ("A note with \x1b[31mred\x1b[0m, \x1b]52;c;aGk=\x07 and \u202etxet\u202c in it was found.", "", ""),
            ("港の記録によれば、木箱は四千個あったという。", "港の記録", "によれば"),
        ],
    ),
    (BlockKind.FURNITURE, "footer", [("pdfshareprint © Lindholm Post", "", "")]),
]  # fmt: skip


@dataclass
class Made:
    """The article, taken apart."""

    text: str = ""
    blocks: list[BlockText] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)


def made(blocks: Sequence[tuple[BlockKind, str | None, list[Part]]] = tuple(BLOCKS)) -> Made:
    """Blocks and statements from a plan of them."""
    result = Made()
    for number, (kind, reason, parts) in enumerate(blocks):
        start = len(result.text)
        text = " ".join(words for words, _, _ in parts)
        block = Block(number, kind, Span(start, start + len(text)), reason is not None, reason)
        result.blocks.append(BlockText(block, text))
        at = start
        for words, speaker, cue in parts:
            if reason is None:
                count = len(result.statements) + 1
                result.statements.append(_statement(f"s{count}", number, kind, at, words, speaker, cue))
            at += len(words) + 1
        result.text += text + "\n\n"
    return result


def _statement(
    name: str, block: int, kind: BlockKind, start: int, words: str, speaker: str, cue: str
) -> Statement:
    attributions: tuple[Attribution, ...] = ()
    if speaker:
        at, cue_at = words.index(speaker), words.index(cue)
        source = Span(start + at, start + at + len(speaker))
        cue_span = Span(start + cue_at, start + cue_at + len(cue))
        content = Span(cue_span.end, start + len(words)) if cue_span.end < start + len(words) else source
        attributions = (Attribution(source, speaker, cue_span, (content,)),)
    details = [
        Detail(kind_of, Span(start + words.index(found), start + words.index(found) + len(found)))
        for kind_of, found in (
            (DetailType.NAME, "Ada Lund"), (DetailType.NAME, "Lindholm"), (DetailType.NUMBER, "4,000"),
            (DetailType.NUMBER, "4,400"), (DetailType.DATE, "Monday"), (DetailType.DATE, "2 March 2025"),
            (DetailType.NAME, "Olaf Vik"), (DetailType.DENIAL, "denied"), (DetailType.COMPARATIVE, "more frequent"),
            (DetailType.HEDGE, "almost"), (DetailType.QUOTE, "first of many"),
        )
        if found in words
    ]  # fmt: skip
    return Statement(
        name, "a1", "d1", block, kind, Span(start, start + len(words)), words, tuple(details), attributions
    )


class FakeReview:
    """A ReviewPort over lists. `hold` makes writes wait for `release`; `fail_with` makes the next ones fail."""

    def __init__(self, what: Made | None = None, *, title: str = TITLE, place: Place | None = None) -> None:
        self.made = what or made()
        self.person = "Vera [sic] Holm"
        self.article = Article("a1", "harbour", title, "d1")
        self.draft_number = 1
        self.is_read_only = False
        self.saved_place = place
        self.calls: list[tuple[object, ...]] = []
        self.calls_of_find: list[tuple[str, bool]] = []
        self.unheard: list[News] = []
        self.overtaken = ""
        self.places: list[Place] = []
        self.fail_with: FactcheckError | None = None
        self.place_error: FactcheckError | None = None
        self.is_held = False
        self.is_closed = False
        self.is_warm = False
        self._held: list[Callable[[], None]] = []
        self._done: list[tuple[Statement, Statement, str]] = []
        self._undone: list[tuple[Statement, Statement, str]] = []
        self._history: dict[str, list[HistoryLine]] = {}
        self._minutes = 0

    @property
    def block_count(self) -> int:
        return len(self.made.blocks)

    def warm_up(self) -> None:
        self.is_warm = True

    def tally(self) -> Tally:
        total = Tally()
        for statement in self.made.statements:
            total = total + Tally.of(statement)
        return total

    def place(self) -> Place | None:
        return self.saved_place

    def blocks(self, first: int, count: int) -> Sequence[BlockText]:
        return self.made.blocks[first : first + count]

    def marks(self, first_block: int, last_block: int) -> Sequence[Mark]:
        assert 0 <= first_block <= last_block < self.block_count
        return [mark_of(s) for s in self.made.statements if first_block <= s.block <= last_block]

    def excluded_blocks(self) -> Sequence[BlockText]:
        return [b for b in self.made.blocks if b.is_excluded]

    def statement(self, statement_id: str) -> Statement | None:
        return next((s for s in self.made.statements if s.id == statement_id), None)

    def number_of(self, statement_id: str) -> int:
        return next((i for i, s in enumerate(self.made.statements, 1) if s.id == statement_id), 0)

    def by_number(self, number: int) -> Statement | None:
        return self.made.statements[number - 1] if 0 < number <= len(self.made.statements) else None

    def after(self, statement: Statement) -> Statement | None:
        return self.by_number(self.number_of(statement.id) + 1)

    def before(self, statement: Statement) -> Statement | None:
        return self.by_number(self.number_of(statement.id) - 1)

    def next_open(self, statement: Statement | None, wanted: Filter | None = None) -> Statement | None:
        start = self.number_of(statement.id) if statement else 0
        let = [s for s in self.made.statements[start:] if wanted is None or wanted.lets_through(s)]
        return next((s for s in let if work_state(s) in OPEN_STATES), None)

    def starting_at(self, start: int) -> Statement | None:
        return next((s for s in self.made.statements if s.span.start >= start), None)

    def starts(self, wanted: Filter) -> Sequence[int]:
        return [s.span.start for s in self.made.statements if wanted.lets_through(s)]

    def filter_counts(self) -> Mapping[Filter, int]:
        quoted = Counter(a.speaker for s in self.made.statements for a in s.attributions if a.speaker)
        offered = [*ready_filters(), *(Filter(FilterBy.SPEAKER, name) for name, _ in quoted.most_common())]
        counts = {wanted: len(self.starts(wanted)) for wanted in offered}
        return {wanted: count for wanted, count in counts.items() if count}

    def standings(self, start: int, count: int) -> Sequence[Standing]:
        marks = [mark_of(s) for s in self.made.statements if s.span.start >= start]
        return [Standing(m.span.start, m.state, m.said, m.so) for m in marks[:count]]

    def finding(self, words: str, start: int, *, forward: bool = True) -> Iterator[Statement | None]:
        self.calls_of_find.append((words, forward))
        needle = normal_form(words).casefold()
        for s in self.made.statements if forward else reversed(self.made.statements):
            is_ahead = s.span.start > start if forward else s.span.start < start
            texts = (s.exact, s.private_note, s.public_note)
            is_found = any(needle in normal_form(text).casefold() for text in texts)
            if is_ahead:
                yield s if is_found else None

    def news(self) -> Sequence[News]:
        found, self.unheard = self.unheard, []
        return found

    def history(self, statement_id: str) -> Sequence[HistoryLine]:
        return list(reversed(self._history.get(statement_id, [])))

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
            new = _statement(
                f"t{block}", block, BlockKind.PARAGRAPH, found.block.span.start, found.text, "", ""
            )
            self.made.statements = sorted([*self.made.statements, new], key=lambda s: s.span)
            return Changes("a1", f"block {block + 1} taken back", self.person, self._now(), self.tally(), "g",
                           (Moved(None, new),), is_numbering_changed=True)  # fmt: skip

        return self._later(("take_back_block", block), act)

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

        return self._later(("set_dateline", dateline), act)

    def undo(self) -> Future[Changes]:
        return self._later(("undo",), lambda: self._revisit(self._done, self._undone, "undone", "undo"))

    def redo(self) -> Future[Changes]:
        return self._later(("redo",), lambda: self._revisit(self._undone, self._done, "redone", "redo"))

    def save_place(
        self,
        statement_id: str | None,
        question: Question,
        top: tuple[int, int],
        typed: Mapping[str, str],
        wanted: str = "",
    ) -> Future[None]:
        place = Place("a1", statement_id, question, top, wanted, dict(typed))
        future: Future[None] = Future()
        if self.place_error is not None:
            future.set_exception(self.place_error)
            return future
        self.places.append(place)
        self.saved_place = place
        future.set_result(None)
        return future

    def close(self) -> None:
        self.release()
        self.is_closed = True

    def release(self) -> None:
        """Let everything that waits be written."""
        self.is_held = False
        held, self._held = self._held, []
        for act in held:
            act()

    def overtake(self, statement_id: str, said: str = "Changed by Ben at 10:40.") -> None:
        """Another window changes a statement; the next write to it hears of that."""
        self.overtaken = said
        self._put(replace(self._of(statement_id), version=99, private_note="from another window"))

    def hear(self, statement_id: str, question: Question, verdict: Verdict, by: str = "ben [/]") -> None:
        """Another person gives a verdict, which the next look for news hears of."""
        now, at = self._of(statement_id), self._now()
        after = _answered(now, question, Answer(verdict, now.given_for(question), by, at))
        self._put(replace(after, version=now.version + 1))
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
            now, at = self._of(seen.id), self._now()
            if now.version != seen.version:
                raise ChangedMeanwhileError(self.overtaken, "Look again.")
            after = step(now, at)
            if isinstance(after, str):
                return Changes("a1", after, self.person, at, self.tally())
            after = replace(after, version=now.version + 1)
            self._put(after)
            self._done.append((now, after, what))
            self._undone.clear()
            self._history.setdefault(now.id, []).append(HistoryLine(at, self.person, what, is_undone=False))
            return Changes("a1", what, self.person, at, self.tally(), "g", (Moved(now, after),))

        return self._later((name, seen.id, *said), act)

    def _later(self, call: tuple[object, ...], act: Callable[[], Changes]) -> Future[Changes]:
        self.calls.append(call)
        future: Future[Changes] = Future()

        def run() -> None:
            try:
                if self.fail_with is not None:
                    raise self.fail_with
                future.set_result(act())
            except FactcheckError as error:
                future.set_exception(error)

        if self.is_held:
            self._held.append(run)
        else:
            run()
        return future

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
        old = self._of(before.id)
        new = replace(before if plain == "undo" else after, version=old.version + 1)
        self._put(new)
        lines = self._history[before.id]
        lines[-1] = replace(lines[-1], is_undone=plain == "undo")
        return Changes(
            "a1", f"{verb}: {what}", self.person, self._now(), self.tally(), "g", (Moved(old, new),)
        )

    def _of(self, statement_id: str) -> Statement:
        found = self.statement(statement_id)
        assert found is not None
        return found

    def _put(self, statement: Statement) -> None:
        index = self.number_of(statement.id) - 1
        self.made.statements[index] = statement

    def _now(self) -> str:
        self._minutes += 1
        return stamp(NOW + timedelta(minutes=self._minutes))


def _answered(statement: Statement, question: Question, answer: Answer | None) -> Statement:
    return replace(statement, said=answer) if question is Question.SAID else replace(statement, so=answer)


class FakeDesk(FakeKeeping):
    """A DeskPort over reviews, and over articles that are in its list only."""

    def __init__(self, *reviews: FakeReview, lines: Sequence[ArticleLine] = ()) -> None:
        own = [
            ArticleLine(r.article, r.tally(), stamp(NOW - timedelta(days=i))) for i, r in enumerate(reviews)
        ]
        super().__init__([*own, *lines])
        self.person = "Vera [sic] Holm"
        self.reviews = {r.article.id: r for r in reviews}
        self.fail_with: FactcheckError | None = None
        self.half_typed: dict[str, str] = {}

    def articles(self, *, archived: bool = False) -> Sequence[ArticleLine]:
        for review in self.reviews.values():
            if (line := self.lines.get(review.article.id)) is not None:
                self.lines[review.article.id] = replace(line, tally=review.tally())
        return super().articles(archived=archived)

    def typed(self) -> Mapping[str, str]:
        return dict(self.half_typed)

    def keep_typed(self, typed: Mapping[str, str]) -> Future[None]:
        self.half_typed = dict(typed)
        done: Future[None] = Future()
        done.set_result(None)
        return done

    def open(self, article_id: str) -> FakeReview:
        if self.fail_with is not None:
            raise self.fail_with
        return self.reviews[article_id]


class FakeSettings:
    """A SettingsPort in memory. `error` makes saving fail."""

    def __init__(self, *, is_hint_wanted: bool = False, is_person_fixed: bool = False) -> None:
        self.settings = Settings("Vera")
        self.is_hint_wanted = is_hint_wanted
        self.is_person_fixed = is_person_fixed
        self.error: FactcheckError | None = None

    def save(self, name: str, value: str | bool) -> Settings:
        if self.error is not None:
            raise self.error
        self.settings = replace(self.settings, **{name: value})  # type: ignore[arg-type]  # one of its fields
        return self.settings

    def hint_is_done(self) -> None:
        self.is_hint_wanted = False
