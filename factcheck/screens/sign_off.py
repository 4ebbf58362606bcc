"""The sign-off: what stands against it, by name; what an editor lets stand; and the signature when nothing is left."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.commands.command import Where
from factcheck.domain.gate import Block, Gate
from factcheck.domain.override import Blocker
from factcheck.domain.reasons import Policy
from factcheck.domain.signoff import SignedState
from factcheck.errors import FactcheckError
from factcheck.screens.commanded import Act, bindings_of
from factcheck.screens.review_list import ReviewList
from factcheck.screens.signatures import Signatures
from factcheck.widgets.gate_lines import block_lines
from factcheck.widgets.layout import width_of
from factcheck.widgets.painted import PaintedLine, padded, paragraph

if TYPE_CHECKING:
    from factcheck.screens.review import ReviewScreen

_ACTS = frozenset({"go_to_blocker", "let_stand", "take_stet_back"})
_OF_SIGNED = frozenset({"sign_redacted", "countersign", "take_over"})
_NAME = 24
"""Cells: a name may be as long as it likes."""
_NOTHING = Gate((), 0)


class SignOffScreen(ReviewList, inherit_bindings=False):
    """What shuts the gate first, then what was let stand."""

    CSS_PATH = "sign_off.tcss"
    BINDINGS = bindings_of(Where.SIGN_OFF)
    WHERE = Where.SIGN_OFF
    NAME = "Sign-off"
    LIST = "blockers"

    def __init__(self, review: "ReviewScreen") -> None:
        super().__init__(review)
        self.policy = Policy(*review.gate_policy)
        self._signatures = Signatures(self)
        self.gate = _NOTHING
        self._listed: Sequence[Block] = ()
        self._counts: Counter[tuple[Blocker, bool]] = Counter()
        self._shut = 0
        self._state = SignedState.UNSIGNED
        self._is_looking = False
        self._trouble = ""
        self._looks = 0

    def acts(self) -> dict[str, Act]:
        return super().acts() | {
            "go_to_blocker": self._go_there,
            "let_stand": self._let_stand,
            "take_stet_back": self._take_back,
            **self._signatures.acts(),
            "undo": self.undo,
        }

    def on_screen_resume(self) -> None:
        """The settings may have been changed over this screen: what is asked for is another thing then."""
        policy = Policy(*self.review.gate_policy)
        if policy != self.policy:
            self.policy = policy
            self.read_again()

    # ------------------------------------------------------------------------------------------ what is listed

    def read_again(self) -> None:
        """Look at the whole article, in the background; what is shown stays until that is done."""
        self._is_looking = True
        self._looks += 1
        self.run_worker(self._look(self._looks), exit_on_error=True)
        self._show()

    async def _look(self, run: int) -> None:
        self._trouble = ""
        try:
            gate = await asyncio.wrap_future(self.port.signing.gate(self.policy))
        except FactcheckError as error:
            if run == self._looks:
                self._is_looking, self._trouble = False, "not every statement could be looked at"
                self._show_alert(error)
                self._show()
            return
        if run != self._looks:
            return  # it was begun anew meanwhile
        chosen = self._listed[self._list.chosen] if self._listed else None
        self._is_looking = False
        shut, passed = gate.shut_by, gate.passed
        self.gate, self._listed, self._shut = gate, (*shut, *passed), len(shut)
        self._counts = Counter(map(_group, self._listed))
        here = _place(chosen) if chosen is not None else None
        found = next((i for i, b in enumerate(self._listed) if _place(b) == here), None)
        if found is not None:  # else the next one is where it was
            self._list.chosen = found
        self._state = self.port.signing.state()
        self._show()

    def _show(self) -> None:
        self.frame.say_where(self._next())
        self._keys.dim(self._idle())
        self.show_entries()

    def _next(self) -> str:
        """What comes next, once nothing stands against it; before that, the hints that nobody has looked at."""
        signoff = self.port.article.signoff
        if self._is_looking or self._trouble:
            return ""
        if self._state is SignedState.SIGNED and signoff is not None:
            editor = "" if signoff.countersigns else f" · {self.key_of('countersign')} countersigns"
            by = padded(signoff.name, min(width_of(signoff.name), _NAME))[0]
            return f"revision {signoff.revision}, signed by {by}{editor} · {self.key_of('reports')} writes it"
        if not self._shut:
            again = "" if self._state is SignedState.UNSIGNED else " anew"
            return f"{self.key_of('sign_now')} shows what is signed, and signs{again}"
        count = self.gate.open_hints
        return f"{count:,} hints not looked at; they do not block" if count else ""

    def _idle(self) -> frozenset[str]:
        is_shut = self._shut or self._is_looking or self._trouble
        idle = frozenset({"sign_now"}) if is_shut else frozenset()
        if self._state is not SignedState.SIGNED:
            idle |= _OF_SIGNED
        if not self.is_withdrawable():
            idle |= {"withdraw_signoff"}
        if not self._listed:
            return _ACTS | idle
        return idle | (frozenset() if len(self._listed) > self._shut else frozenset({"take_stet_back"}))

    def count(self) -> int:
        return len(self._listed)

    def lines_of(self, index: int, width: int) -> Sequence[PaintedLine]:
        block = self._listed[index]
        before = self._listed[index - 1] if index else None
        is_first = before is None or _group(before) != _group(block)
        statement = self.port.statement(block.statement_id)
        count = self._counts[_group(block)]
        words = statement.exact if statement else ""
        return block_lines(block, words, width, is_first=is_first, count=count, approving=self._approving())

    def _counted(self) -> str:
        """What is known at once, of an article of whatever length."""
        tally = self.review.stand.tally
        counts = (
            (tally.untouched, "untouched"),
            (tally.in_progress, "in progress"),
            (tally.recheck, "to recheck"),
            (tally.open_queries, "queries open"),
            (tally.unanswered, "without a reply to criticism"),
        )
        return " · ".join(f"{count:,} {words}" for count, words in counts if count)

    def _approving(self) -> frozenset[str]:
        """Who has countersigned what is signed and stands."""
        signoff = self.port.article.signoff
        if signoff is None or self._state is not SignedState.SIGNED:
            return frozenset()
        return frozenset(note.by for note in signoff.countersigns if note.decision != "rejected")

    def standing(self) -> PaintedLine:
        shut, let_stand = self._shut, len(self._listed) - self._shut
        if self._is_looking:
            return ((" · " if self.count() else "", ""), ("looking at every statement …", "warning"))
        if self._trouble:
            return ((" · " if self.count() else "", ""), (self._trouble, "warning"))
        if let_stand and not shut and self._state is SignedState.SIGNED:  # which the end of the line says
            return ((f" · {let_stand:,} let stand", ""),)
        said = f"{shut:,} against the sign-off" if shut else "nothing stands against it"
        passed = f" · {let_stand:,} let stand" if let_stand else ""
        return (
            (" · " if self.count() else "", ""),
            (said, "warning" if shut else "strong"),
            (passed, ""),
        )

    def empty(self) -> Sequence[PaintedLine]:
        if self._is_looking:
            return [(("  Looking at every statement …", "muted"),), (), ((f"  {self._counted()}", ""),)]
        if self._trouble:
            return [((f"  {self._trouble}", "warning"),)]
        signoff, report = self.port.article.signoff, self.key_of("reports")
        if self._state is SignedState.SIGNED and signoff is not None:
            decided = [f"  {note.by}: {note.decision}" for note in signoff.countersigns]
            return [
                ((f"  Signed by {signoff.name}, revision {signoff.revision}.", "strong"),),
                *(((line, "strong"),) for line in decided),
                (),
                (
                    (f"  {self.key_of('countersign')}", "accent"),
                    ("   countersigns it: the editor, with another key", ""),
                ),
                (
                    (f"  {self.key_of('take_over')}", "accent"),
                    ("   takes over what an editor has countersigned elsewhere", ""),
                ),
                ((f"  {report}", "accent"), ("   writes it in other forms", "")),
                (
                    (f"  {self.key_of('sign_redacted')}", "accent"),
                    ("   signs a redacted report of it, in a package of its own", ""),
                ),
            ]
        gone = signoff.withdrawn if signoff else None
        told = f"  {gone.by} withdrew revision {signoff.revision}: {gone.why}" if signoff and gone else ""
        return [
            (("  Nothing stands against the sign-off.", "strong"),),
            *(paragraph(told, max(20, self.size.width), "warning") if told else ()),
            (),
            (
                (f"  {self.key_of('sign_now')}", "accent"),
                ("   shows what is signed and what leaves, and signs", ""),
            ),
        ]

    # ------------------------------------------------------------------------------------------ what is done

    def _block(self) -> Block | None:
        index = self.chosen()
        return None if index is None else self._listed[index]

    def on_block_list_entry_taken(self) -> None:
        """A click on the chosen one goes to its statement."""
        self.call_later(self._go_there)

    def _go_there(self) -> None:
        block = self._block()
        if block is not None:
            self.leave_to(block.statement_id)

    def _let_stand(self) -> None:
        block = self._block()
        if block is None:
            return
        if self.port.is_read_only:
            self.say("the store can only be read: nothing can be let stand")
            return
        if block.is_passed:
            self.say(f"it stands already; {self.key_of('take_stet_back')} takes that back")
            return
        from factcheck.screens.stet import ask_stet

        alike = [b for b in self.gate.of(block.blocker) if not b.is_passed]
        ask_stet(self, block, alike)

    async def _take_back(self) -> None:
        block = self._block()
        if block is None:
            return
        if not block.is_passed:
            self.say("nobody lets this stand")
            return
        await self.write(lambda: self.port.signing.take_back([block]))

    def is_withdrawable(self) -> bool:
        """Whether there is a sign-off that stands, even under words that were changed since."""
        return self._state not in (SignedState.UNSIGNED, SignedState.WITHDRAWN)

    def why_shut(self) -> str:
        """Why nothing can be signed now; "" when it can."""
        if self._is_looking:
            return "wait until every statement was looked at"
        if self._trouble or not self._shut:
            return self._trouble
        return f"{self._shut:,} stand against it: finish them, or let them stand by name"


def _place(block: Block) -> tuple[str, Blocker, bool]:
    return block.statement_id, block.blocker, block.is_passed


def _group(block: Block) -> tuple[Blocker, bool]:
    return block.blocker, block.is_passed
