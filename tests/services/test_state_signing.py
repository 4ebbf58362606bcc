"""Stet, sign-off and countersign among other work, in any order with undo, redo and restarts.

The model is what the report prints: an article is "signed" exactly while that is what was signed.
"""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from factcheck.domain.article import Article
from factcheck.domain.changes import Changes
from factcheck.domain.gate import Gate
from factcheck.domain.override import Blocker, Override
from factcheck.domain.query import Addressee
from factcheck.domain.reasons import POLICIES
from factcheck.domain.signoff import SignedState
from factcheck.domain.verdict import Question, Verdict
from factcheck.errors import ActionRefusedError, NotReadyError
from factcheck.report.document import Tool, report_document
from factcheck.report.sealed import Sealed
from factcheck.services.gating import Gating, gate_of
from factcheck.services.preparing import Who, prepare
from factcheck.services.querying import Querying
from factcheck.services.signing_off import SigningOff, is_about, sealed_now
from factcheck.signing.countersigning import Decision
from factcheck.store.ledger import Ledger
from tests.build import Shop, open_shop
from tests.services.signers import FakeSigner

pytestmark = pytest.mark.no_cover  # use cases are counted in their own tests: here their order is tried

TEXT = "Mayor Ada Quill said the bridge cost 40,000 crowns.\n\nWork on the bridge has slowed. It rains.\n"
TOOL = Tool("factcheck", "0")
ANN, EVE = Who("ann", "Ann", "ann@example.org"), Who("eve", "Eve", "eve@example.org")
NUMBERS = st.integers(0, 5)
_ABOUT_THE_SIGNATURE = ("revision", "supersedes", "audit")


class SignedWork(RuleBasedStateMachine):
    """One checker, one editor, one article."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.shop: Shop
        self.signed: dict[str, Any] | None = None
        self.reports: list[Sealed] = []
        self.countersigns = 0
        self.signature_at = 0
        """How many of the actions that can be undone a signature stands on."""
        self.is_withdrawn = False
        self.now: dict[str, Any] = {}
        self.undone: list[dict[str, Any]] = []
        self.done: list[dict[str, Any]] = []
        self.given: dict[tuple[str, Blocker, str], str] = {}

    @initialize()
    def open(self) -> None:
        self.shop = open_shop(Path(self.folder.name), TEXT)
        self.now = self.printed()
        self.let_stand(0, is_all=True)  # so that every walk has something signed, and does not hope for it
        self.sign()

    def teardown(self) -> None:
        self.shop.close()
        self.folder.cleanup()

    # ---------------------------------------------------------------------------------- what there is

    def article(self) -> Article:
        found = self.shop.reader.article(self.shop.article.id)
        assert found is not None
        return found

    def gate(self) -> Gate:
        return gate_of(self.shop.reader, self.article(), POLICIES[0])

    def printed(self) -> dict[str, Any]:
        """What a working copy would print now, but for what it says of the signature before."""
        document = report_document(self.shop.reader.review(self.shop.article.id), TOOL)
        return {name: part for name, part in document.items() if name not in _ABOUT_THE_SIGNATURE}

    def ledger(self) -> Ledger:
        self.shop.by()
        return self.shop.ledgers["ann"]

    def act(self, use_case: Callable[[], Changes]) -> None:
        """Do something that can be undone, or be refused."""
        before = self.now
        try:
            changes = use_case()
        except ActionRefusedError:
            assert self.printed() == before
            return
        self.now = self.printed()
        if not changes.is_empty:
            self.done.append(before)
            self.undone.clear()

    # ---------------------------------------------------------------------------------- other work

    @rule(number=NUMBERS, verdict=st.sampled_from(Verdict))
    def answer(self, number: int, verdict: Verdict) -> None:
        statement = self.shop.number(number % 3 + 1)
        self.act(lambda: self.shop.by().give_verdict(statement, Question.SO, verdict))

    @rule(number=NUMBERS, text=st.sampled_from(("", "x")))
    def note_privately(self, number: int, text: str) -> None:
        statement = self.shop.number(number % 3 + 1)
        self.act(lambda: self.shop.by().write_private_note(statement, text))

    @rule(number=NUMBERS)
    def ask(self, number: int) -> None:
        statement = self.shop.number(number % 3 + 1)
        self.act(lambda: Querying(self.ledger()).ask(statement, Addressee.AUTHOR, "Sure?"))

    # ---------------------------------------------------------------------------------- stet

    @rule(number=NUMBERS, is_all=st.booleans())
    def let_stand(self, number: int, *, is_all: bool) -> None:
        shut = self.gate().shut_by
        blocks = list(shut) if is_all else [b for b in shut if b.number == number % 3 + 1]
        if blocks:
            self.act(lambda: Gating(self.ledger()).let_stand(self.article().id, blocks, "Eve", "a reprint"))
            passed = {(b.statement_id, b.blocker) for b in self.gate().passed}
            assert {(b.statement_id, b.blocker) for b in blocks} <= passed

    @rule(number=NUMBERS)
    def take_stet_back(self, number: int) -> None:
        blocks = [b for b in self.gate().passed if b.number == number % 3 + 1]
        if blocks:
            self.act(lambda: Gating(self.ledger()).take_back(self.article().id, blocks))

    # ---------------------------------------------------------------------------------- signing

    @rule()
    def sign(self) -> None:
        try:
            one = prepare(
                self.shop.reader, self.article().id, ANN, "SHA256:ann", POLICIES[0], TOOL, self.shop.clock
            )
        except NotReadyError:
            assert not self.gate().is_open
            return
        assert self.gate().is_open
        SigningOff(self.ledger()).sign(one, FakeSigner())
        signoff = self.article().signoff
        assert signoff is not None
        earlier = self.reports[-1].document() if self.reports else None
        self.signed, self.countersigns = self.now, 0
        self.signature_at, self.is_withdrawn = len(self.done), False
        self.undone.clear()
        self.reports.append(sealed_now(self.shop.reader, self.article(), TOOL))
        assert is_about(signoff, self.reports[-1])
        assert signoff.revision == len(self.reports) == self.reports[-1].document()["revision"]
        assert (signoff.supersedes is None) == (earlier is None)

    @rule()
    def withdraw(self) -> None:
        if self.is_withdrawn:
            with pytest.raises(ActionRefusedError):
                SigningOff(self.ledger()).withdraw(self.article(), "x")
            return
        SigningOff(self.ledger()).withdraw(self.article(), "x")
        self.signature_at, self.is_withdrawn = 0, True
        self.undone.clear()

    @rule(decision=st.sampled_from(Decision))
    def countersign(self, decision: Decision) -> None:
        if not self.reports:
            return
        SigningOff(self.ledger()).countersign(
            self.article(), self.reports[-1], FakeSigner("eve"), EVE, decision, "", self.shop.clock
        )
        self.countersigns += 1
        self.undone.clear()

    # ---------------------------------------------------------------------------------- back and forth

    @rule()
    def undo(self) -> None:
        if len(self.done) <= self.signature_at and not self.is_withdrawn:
            with pytest.raises(ActionRefusedError):
                self.shop.by().undo(self.article().id)
            return
        if not self.done:
            assert self.shop.by().undo(self.article().id).is_empty
            return
        self.undone.append(self.now)
        self.shop.by().undo(self.article().id)
        self.now = self.done.pop()

    @rule()
    def redo(self) -> None:
        if not self.undone:
            assert self.shop.by().redo(self.article().id).is_empty
            return
        self.done.append(self.now)
        self.shop.by().redo(self.article().id)
        self.now = self.undone.pop()

    @rule()
    def restart(self) -> None:
        self.shop.restart()

    # ---------------------------------------------------------------------------------- invariants

    @invariant()
    def p06_what_is_printed_is_what_the_actions_that_stand_have_left(self) -> None:
        assert self.printed() == self.now

    @invariant()
    def p14_signed_is_said_exactly_while_the_report_would_print_what_was_signed(self) -> None:
        article = self.article()
        state = self.shop.reader.signed_state(article)
        if self.signed is None:
            assert state is SignedState.UNSIGNED
            return
        same = SignedState.SIGNED if self.signed == self.now else SignedState.CHANGED
        assert state is (SignedState.WITHDRAWN if self.is_withdrawn else same)
        assert article.signoff is not None
        assert len(article.signoff.countersigns) == self.countersigns
        handed = sealed_now(self.shop.reader, article, TOOL)
        assert (handed.report == self.reports[-1].report) == (state is SignedState.SIGNED)

    @invariant()
    def p21_a_blocker_is_passed_only_while_it_is_what_was_let_stand(self) -> None:
        for block in self.gate().passed:
            override = block.override
            assert override is not None
            told = self.given.setdefault(_named(block.statement_id, override), block.sentence)
            assert told == block.sentence

    @invariant()
    def the_store_is_what_its_log_says(self) -> None:
        assert self.shop.findings() == []


def _named(statement_id: str, override: Override) -> tuple[str, Blocker, str]:
    return statement_id, override.blocker, override.given_for


TestP06P14SignedWork = SignedWork.TestCase
TestP06P14SignedWork.settings = settings(max_examples=8, stateful_step_count=25)
