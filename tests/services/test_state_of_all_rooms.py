"""Two people do all that there is to do, in any order, with undo, redo and restarts: nothing is lost or counts falsely.

The model is what was read: an action may change only what it says, and its undo brings back exactly that.
"""

import re
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from msgspec.structs import replace

from factcheck.domain.article import Article
from factcheck.domain.changes import Changes
from factcheck.domain.exclusion import Exclusion
from factcheck.domain.link import LinkType
from factcheck.domain.progress import tally_of
from factcheck.domain.query import Addressee, ChangeKind, ChangeState
from factcheck.domain.source import Citation, Level, Source, SourceKind, Stance, Tier
from factcheck.domain.statement import Detail, DetailType, Flag, Statement
from factcheck.domain.tally import Tally
from factcheck.domain.text import Span, normal_form
from factcheck.domain.verdict import Question, Verdict
from factcheck.errors import ActionRefusedError, ChangedMeanwhileError
from factcheck.report.checks import uncovered
from factcheck.services.detailing import Detailing
from factcheck.services.editing import Editing
from factcheck.services.keeping import Keeping
from factcheck.services.linking import Linking
from factcheck.services.querying import Querying
from factcheck.services.replying import Replying
from factcheck.services.reviewing import Reviewing
from factcheck.services.sourcing import Sourcing
from factcheck.services.suggesting import Suggesting
from factcheck.services.ticking import Ticking
from factcheck.store.ledger import Ledger
from tests.build import Shop, open_shop

pytestmark = pytest.mark.no_cover  # use cases are counted in their own tests: here their order is tried

TEXT = """Mayor Ada Quill said on Thursday that the town had spent “more than 40,000 crowns” on the bridge.

Treasurer Bo Ek said on Friday that it was 25,000 crowns. Work has slowed in recent weeks. Quill denied this.

The old bridge at Lower Fenwick, 3 May 2024. Photo: J. Doe / FNA

The old bridge at Lower Fenwick, 3 May 2024. Photo: J. Doe / FNA
"""

PEOPLE = st.sampled_from(("ann", "ann", "ann", "ben"))
NUMBERS = st.integers(0, 20)
QUESTIONS = st.sampled_from(Question)
WORDS = st.sampled_from(("", "a [b]", "Cé"))
_WORD = re.compile(r"\b\w+")
World = dict[str, Statement | Source | Article]


@dataclass
class Done:
    """An action: who did it, to which streams, and what these were before and after."""

    person: str
    streams: frozenset[str]
    before: World
    after: World


class Newsroom(RuleBasedStateMachine):
    """All rooms over one store."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.shop: Shop
        self.world: World = {}
        self.log: list[tuple[str, frozenset[str]]] = []
        self.did: dict[str, list[tuple[int, Done]]] = {"ann": [], "ben": []}
        self.undid: dict[str, list[tuple[int, Done]]] = {"ann": [], "ben": []}
        self.given: dict[str, object] = {}

    @initialize()
    def open(self) -> None:
        self.shop = open_shop(Path(self.folder.name), TEXT)
        self.world = self.read()

    def teardown(self) -> None:
        self.shop.close()
        self.folder.cleanup()

    # ---------------------------------------------------------------------------------- what there is

    def read(self) -> World:
        """All that is stored, without who touched it last."""
        reader, article_id = self.shop.reader, self.shop.article.id
        world: World = {
            s.id: replace(s, version=0, changed_by=None, changed_at=None)
            for s in reader.statements(article_id)
        }
        world |= {s.id: replace(s, version=0) for s in reader.surroundings.sources(article_id)}
        return world | {article_id: self.article()}

    def article(self) -> Article:
        found = self.shop.reader.article(self.shop.article.id)
        assert found is not None
        return found

    def pick(self, number: int) -> Statement:
        statements = self.shop.reader.statements(self.shop.article.id)
        return statements[number % len(statements)]

    def ledger(self, person: str) -> Ledger:
        self.shop.by(person)
        return self.shop.ledgers[person]

    def act(self, person: str, use_case: Callable[[Ledger], Changes]) -> Changes | None:
        """Do something, or be refused; either way exactly what is said has changed."""
        before = self.world
        try:
            changes = use_case(self.ledger(person))
        except ActionRefusedError:
            assert self.read() == before
            return None
        self.world = self.read()
        streams = _streams(changes)
        assert {k for k in before.keys() | self.world.keys() if before.get(k) != self.world.get(k)} <= streams
        assert bool(streams) != changes.is_empty
        if streams:
            self.log.append((person, streams))
            done = Done(person, streams, _part(before, streams), _part(self.world, streams))
            self.did[person].append((len(self.log), done))
            self.undid[person].clear()
        return changes

    # -------------------------------------------------------------------------------------- answering

    @rule(person=PEOPLE, number=NUMBERS, question=QUESTIONS, verdict=st.sampled_from((*Verdict, None)))
    def answer(self, person: str, number: int, question: Question, verdict: Verdict | None) -> None:
        seen = self.pick(number)
        if verdict is None:
            self.act(person, lambda ledger: Reviewing(ledger).leave_to_speaker(seen))
            question = Question.SO
        else:
            self.act(person, lambda ledger: Reviewing(ledger).give_verdict(seen, question, verdict))
        self.given[seen.given_for(question)] = _what_is_answered(seen, question)

    @rule(person=PEOPLE, number=NUMBERS, text=WORDS)
    def note(self, person: str, number: int, text: str) -> None:
        seen = self.pick(number)
        self.act(person, lambda ledger: Reviewing(ledger).write_private_note(seen, text))

    @rule(person=PEOPLE, number=NUMBERS)
    def take_back(self, person: str, number: int) -> None:
        self.act(person, lambda ledger: Reviewing(ledger).take_back_block(self.shop.article, number % 5))

    @rule(person=PEOPLE, dateline=st.sampled_from(("", "Fenwick, 17 October 2024", "Fenwick, 7 June 2024")))
    def dateline(self, person: str, dateline: str) -> None:
        seen = self.article()
        self.act(person, lambda ledger: Keeping(ledger).set_dateline(seen, dateline))

    # ---------------------------------------------------------------------------------------- queries

    @rule(person=PEOPLE, number=NUMBERS, to=st.sampled_from(Addressee), text=WORDS)
    def ask(self, person: str, number: int, to: Addressee, text: str) -> None:
        seen = self.pick(number)
        self.act(person, lambda ledger: Querying(ledger).ask(seen, to, text, "Bo Ek"))

    @rule(person=PEOPLE, number=NUMBERS, how=st.integers(0, 2))
    def go_on_with_a_query(self, person: str, number: int, how: int) -> None:
        asked = [(s, q) for s in self.statements() for q in s.queries]
        if asked:
            seen, query = asked[number % len(asked)]
            acts = (
                lambda ledger: Querying(ledger).answer(seen, query.id, "So."),
                lambda ledger: Querying(ledger).close(seen, query.id),
                lambda ledger: Querying(ledger).reopen(seen, query.id),
            )
            self.act(person, acts[how])

    # ---------------------------------------------------------------------------- details and wording

    @rule(person=PEOPLE, number=NUMBERS, which=NUMBERS, how=st.integers(0, 3), right=WORDS)
    def tick(self, person: str, number: int, which: int, how: int, right: str) -> None:
        seen = self.pick(number)
        details = list(seen.hard_details())
        if details:
            detail, given_for, occurrence = details[which % len(details)]
            acts = (
                lambda ledger: Ticking(ledger).tick(seen, given_for, occurrence),
                lambda ledger: Ticking(ledger).tick(seen, given_for, occurrence),
                lambda ledger: Ticking(ledger).mark_wrong(seen, given_for, occurrence, right),
                lambda ledger: Ticking(ledger).take_off(seen, given_for, occurrence),
            )
            self.given[given_for] = _what_is_ticked(seen, detail)
            self.act(person, acts[how])

    @rule(person=PEOPLE, number=NUMBERS, text=WORDS, how=st.sampled_from((*ChangeState, *ChangeKind, None)))
    def suggest(self, person: str, number: int, text: str, how: ChangeState | ChangeKind | None) -> None:
        seen = self.pick(number)
        if how is None:
            self.act(person, lambda ledger: Suggesting(ledger).withdraw(seen))
        elif isinstance(how, ChangeState):
            self.act(person, lambda ledger: Suggesting(ledger).decide(seen, how))
        else:
            self.act(person, lambda ledger: Suggesting(ledger).suggest(seen, text, how))

    # ---------------------------------------------------------------------------------------- sources

    @rule(person=PEOPLE, number=NUMBERS, question=QUESTIONS, level=st.sampled_from(Level), which=NUMBERS)
    def cite(self, person: str, number: int, question: Question, level: Level, which: int) -> None:
        seen, sources = self.pick(number), self.sources()
        citation = Citation("", "", question, Stance.SUPPORTS, "p. 3")
        if sources and which % 3:
            source = sources[which % len(sources)]
            self.act(person, lambda ledger: Sourcing(ledger).cite(seen, source, citation))
        else:
            new = Source("", "", "Minutes", SourceKind.DOCUMENT, Tier.PRIMARY, level)
            self.act(person, lambda ledger: Sourcing(ledger).add_and_cite(seen, new, citation))

    @rule(person=PEOPLE, number=NUMBERS, how=st.integers(0, 3), text=WORDS)
    def go_on_with_a_source(self, person: str, number: int, how: int, text: str) -> None:
        cited, sources = [(s, c) for s in self.statements() for c in s.citations], self.sources()
        if cited and how < 2:
            seen, citation = cited[number % len(cited)]
            changed = replace(citation, locator=text)
            if how:
                self.act(person, lambda ledger: Sourcing(ledger).change_citation(seen, changed))
            else:
                self.act(person, lambda ledger: Sourcing(ledger).remove_citation(seen, citation.id))
        elif sources:
            one, other = sources[number % len(sources)], sources[0]
            if how == 2:
                self.act(person, lambda ledger: Sourcing(ledger).change(one, replace(one, title=text)))
            else:
                self.act(person, lambda ledger: Sourcing(ledger).merge(one, other))

    # ------------------------------------------------------------------------------------------ links

    @rule(person=PEOPLE, number=NUMBERS, other=NUMBERS, kind=st.sampled_from(LinkType))
    def link(self, person: str, number: int, other: int, kind: LinkType) -> None:
        seen, there = self.pick(number), self.pick(other)
        self.act(person, lambda ledger: Linking(ledger).link(seen, there, kind))

    @rule(person=PEOPLE, number=NUMBERS, how=st.integers(0, 3))
    def go_on_with_a_link(self, person: str, number: int, how: int) -> None:
        linked = [(s, link) for s in self.statements() for link in s.links]
        if linked:
            seen, link = linked[number % len(linked)]
            other = self.shop.reader.statement(link.other)
            assert other is not None, "a link leads to nothing"
            acts = (
                lambda ledger: Linking(ledger).confirm(seen, other, link.id),
                lambda ledger: Linking(ledger).settle(seen, other, link.id, "both rounded"),
                lambda ledger: Linking(ledger).open_again(seen, other, link.id),
                lambda ledger: Linking(ledger).remove(seen, other, link.id),
            )
            self.act(person, acts[how])

    @rule(person=PEOPLE, number=NUMBERS, how=st.integers(0, 2))
    def take_up_a_hint(self, person: str, number: int, how: int) -> None:
        hints = self.shop.reader.surroundings.hints(self.article())
        if hints:
            hint, article = hints[number % len(hints)], self.article()
            source, target = map(self.shop.reader.statement, (hint.from_id, hint.to_id))
            if how == 0 and source is not None and target is not None:
                self.act(person, lambda ledger: Linking(ledger).accept_hint(hint, source, target))
            elif how == 1:
                self.act(person, lambda ledger: Linking(ledger).dismiss_hint(article, hint))
            elif how == 2:
                self.act(person, lambda ledger: Linking(ledger).reopen_hint(article, hint))

    @rule(person=PEOPLE, number=NUMBERS, how=st.integers(0, 2), text=WORDS)
    def criticism(self, person: str, number: int, how: int, text: str) -> None:
        seen = self.pick(number)
        acts = (
            lambda ledger: Reviewing(ledger).switch_flag(seen, Flag.CRITICISM),
            lambda ledger: Replying(ledger).put(seen, text, "today"),
            lambda ledger: Replying(ledger).answer(seen, text),
        )
        self.act(person, acts[how])

    # ----------------------------------------------------------------------------------------- editing

    @rule(person=PEOPLE, number=NUMBERS, at=st.integers(-3, 20), how=st.integers(0, 5), inside=st.booleans())
    def edit(self, person: str, number: int, at: int, how: int, inside: bool) -> None:
        linked = [s for s in self.statements() if s.links]
        seen = linked[number % len(linked)] if linked and number % 2 else self.pick(number)
        words = [found.start() for found in _WORD.finditer(seen.exact)]
        place = seen.span.start + (words[at % len(words)] + inside if at >= 0 and words else at)
        some = Span(max(0, place), max(0, place) + 17)
        acts = (
            lambda ledger: Editing(ledger).split(seen, place, inside=inside),
            lambda ledger: Editing(ledger).join(seen),
            lambda ledger: Editing(ledger).join(seen),
            lambda ledger: Editing(ledger).begin_at(seen, place, inside=inside),
            lambda ledger: Editing(ledger).end_at(seen, place, inside=inside),
            lambda ledger: Editing(ledger).add(seen, some, inside=inside),
        )
        self.act(person, acts[how])

    @rule(person=PEOPLE, number=NUMBERS, reason=st.sampled_from((*Exclusion, None)))
    def exclude(self, person: str, number: int, reason: Exclusion | None) -> None:
        seen = self.pick(number)
        if reason is None:
            self.act(person, lambda ledger: Editing(ledger).include(seen))
        else:
            self.act(person, lambda ledger: Editing(ledger).exclude(seen, reason))

    @rule(person=PEOPLE, number=NUMBERS, at=st.integers(0, 40), kind=st.sampled_from(DetailType))
    def put_detail(self, person: str, number: int, at: int, kind: DetailType) -> None:
        seen = self.pick(number)
        start = seen.span.start + at % len(seen.exact)
        detail = Detail.at(kind, Span(start, min(seen.span.end, start + 5)))
        self.act(person, lambda ledger: Detailing(ledger).put_detail(seen, detail))

    @rule(person=PEOPLE, number=NUMBERS, which=NUMBERS, day=st.sampled_from(("", "2024-10-17", None)))
    def change_detail(self, person: str, number: int, which: int, day: str | None) -> None:
        seen = self.pick(number)
        if seen.details:
            detail = seen.details[which % len(seen.details)]
            if day is None:
                self.act(person, lambda ledger: Detailing(ledger).remove_detail(seen, detail))
            else:
                self.act(person, lambda ledger: Detailing(ledger).set_date(seen, detail, day))

    @rule(person=PEOPLE, number=NUMBERS, speaker=st.sampled_from((None, "The mayor", "Bo Ek")))
    def attribute(self, person: str, number: int, speaker: str | None) -> None:
        seen = self.pick(number)
        one = next((a for s in self.statements() for a in s.attributions if s.id == seen.id), None)
        wanted = (
            ()
            if speaker is None or one is None
            else (replace(one, source=None, speaker=speaker, within=None),)
        )
        self.act(person, lambda ledger: Detailing(ledger).set_attributions(seen, wanted))

    # ------------------------------------------------------------------------------------- taking back

    @rule(person=PEOPLE)
    def undo(self, person: str) -> None:
        self.revisit(person, self.did[person], self.undid[person], is_undo=True)

    @rule(person=PEOPLE)
    def redo(self, person: str) -> None:
        self.revisit(person, self.undid[person], self.did[person], is_undo=False)

    def revisit(
        self, person: str, taken: list[tuple[int, Done]], put: list[tuple[int, Done]], *, is_undo: bool
    ) -> None:
        reviewing = Reviewing(self.ledger(person))
        turn = reviewing.undo if is_undo else reviewing.redo
        if not taken:
            assert turn(self.shop.article.id).is_empty
            return
        since, done = taken[-1]
        later = [streams for who, streams in self.log[since:] if who != person]
        if any(streams & done.streams for streams in later):
            try:
                changes = turn(self.shop.article.id)
            except ActionRefusedError:
                assert self.read() == self.world
                return
            raise AssertionError(f"{changes.what} went over somebody else's work")
        assert _streams(turn(self.shop.article.id)) == done.streams
        self.log.append((person, done.streams))
        put.append(taken.pop())
        kept = {k: v for k, v in self.world.items() if k not in done.streams}
        self.world = kept | (done.before if is_undo else done.after)

    @rule(number=NUMBERS, text=st.sampled_from(("x", "y")))
    def p11_what_was_seen_before_somebody_else_wrote_is_refused(self, number: int, text: str) -> None:
        seen = self.pick(number)
        self.act("ben", lambda ledger: Reviewing(ledger).switch_publication(seen))
        try:
            Querying(self.ledger("ann")).ask(seen, Addressee.AUTHOR, text)
        except ChangedMeanwhileError:
            return
        raise AssertionError("written over somebody else's work")

    @rule()
    def restart(self) -> None:
        self.shop.restart()

    def statements(self) -> list[Statement]:
        return self.shop.reader.statements(self.shop.article.id)

    def sources(self) -> list[Source]:
        return [
            s for s in self.shop.reader.surroundings.sources(self.shop.article.id) if s.merged_into is None
        ]

    # -------------------------------------------------------------------------------------- invariants

    @invariant()
    def the_store_is_what_its_log_says(self) -> None:
        assert self.shop.findings() == []

    @invariant()
    def p06_all_is_as_the_actions_that_stand_have_left_it(self) -> None:
        assert self.read() == self.world

    @invariant()
    def no_character_falls_out_of_the_check_and_none_is_checked_twice(self) -> None:
        review = self.shop.reader.review(self.shop.article.id)
        spans = [s.span for s in review.statements]
        assert all(s.span.of(review.text) == s.exact for s in review.statements)
        assert all(one.end <= other.start for one, other in pairwise(spans))
        left_out = [(span.start, span.end) for span, _ in review.excluded()]
        assert uncovered(review.text, [*((s.start, s.end) for s in spans), *left_out]) == []

    @invariant()
    def the_counts_are_those_of_the_statements(self) -> None:
        counted = sum((tally_of(s) for s in self.statements()), Tally())
        assert self.shop.reader.tally(self.shop.article.id) == counted

    @invariant()
    def p21_answers_ticks_and_links_count_only_for_what_they_were_given_for(self) -> None:
        statements = {s.id: s for s in self.statements()}
        for statement in statements.values():
            for question in statement.questions:
                if statement.counts(question):
                    given_for = statement.given_for(question)
                    assert self.given[given_for] == _what_is_answered(statement, question)
            for detail, given_for, occurrence in statement.hard_details():
                if statement.tick(given_for, occurrence) is not None:
                    assert self.given[given_for] == _what_is_ticked(statement, detail)
            for link in statement.links:
                assert link.there_now == statements[link.other].words_hash
                assert any(back.id == link.id for back in statements[link.other].links)


def _streams(changes: Changes) -> frozenset[str]:
    ids = {s.id for moved in changes.statements for s in (moved.before, moved.after) if s is not None}
    return frozenset({*ids, *changes.sources, *([changes.article_id] if changes.is_article_changed else [])})


def _part(world: World, streams: frozenset[str]) -> World:
    return {k: v for k, v in world.items() if k in streams}


def _what_is_answered(statement: Statement, question: Question) -> object:
    """What a reader would say that an answer is about."""
    words = normal_form(statement.exact)
    if question is Question.SO:
        return words, [d.resolved for d in statement.details if d.resolved]
    return words, [
        (normal_form(a.speaker), normal_form(statement.within(a.cue))) for a in statement.attributions
    ]


def _what_is_ticked(statement: Statement, detail: Detail) -> object:
    return detail.type, normal_form(statement.within(detail.span))


TestP05P06P21AllRooms = Newsroom.TestCase
TestP05P06P21AllRooms.settings = settings(
    max_examples=max(10, settings().max_examples // 20), stateful_step_count=30
)
