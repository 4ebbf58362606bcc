"""The hints: pairs of statements that may bear on each other, best first. Only a key makes a link of one."""

from collections.abc import Sequence

from factcheck.commands.command import Where
from factcheck.domain.link import MOST_HINTS, HintState, StoredHint
from factcheck.screens.commanded import Act, bindings_of
from factcheck.screens.pairs import PairsScreen
from factcheck.widgets.painted import PaintedLine
from factcheck.widgets.pair_lines import End, Pair

_ACTS = frozenset({"accept_hint", "dismiss_hint", "reopen_hint", "first_of_hint", "second_of_hint"})
_IN_ORDER = (HintState.OPEN, HintState.ACCEPTED, HintState.DISMISSED)
_WORDS = {
    HintState.OPEN: "to look at",
    HintState.ACCEPTED: "accepted",
    HintState.DISMISSED: "put aside",
}


class HintsScreen(PairsScreen, inherit_bindings=False):
    """The hints that are still to be looked at, or those that were accepted or put aside."""

    BINDINGS = bindings_of(Where.HINTS)
    WHERE = Where.HINTS
    NAME = "Hints"
    _state = HintState.OPEN
    _numbers: Sequence[int] = ()
    _counts: Sequence[int] = (0, 0, 0)

    def acts(self) -> dict[str, Act]:
        return super().acts() | {
            "accept_hint": self._accept,
            "dismiss_hint": self._dismiss,
            "reopen_hint": self._reopen,
            "show_hints": self._show_others,
            "first_of_hint": self.leave_for(0),
            "second_of_hint": self.leave_for(1),
            "undo": self.undo,
        }

    def read_again(self) -> None:
        linking = self.port.linking
        found = {state: linking.hints(state) for state in _IN_ORDER}
        self._numbers = found[self._state]
        self._counts = [len(numbers) for numbers in found.values()]
        self.frame.say_where(
            "" if self._state is HintState.OPEN else f"hints that were {_WORDS[self._state]}"
        )
        self._keys.dim(self._idle())
        self.show_pairs()

    def _idle(self) -> frozenset[str]:
        """The keys that can do nothing here."""
        if not self._numbers:
            return _ACTS if any(self._counts) else _ACTS | {"show_hints"}
        if self._state is HintState.OPEN:
            return frozenset({"reopen_hint"})
        return frozenset({"dismiss_hint"} if self._state is HintState.DISMISSED else {"accept_hint"})

    def count(self) -> int:
        return len(self._numbers)

    def read_pair(self, index: int) -> Pair:
        hint = self._hint(index)
        source, target = self.end(hint.from_id), self.end(hint.to_id)
        head = self.sentence(_number(source), hint.type, _number(target))
        question = (("?", "muted"),) if hint.state is HintState.OPEN else ()
        return Pair((*head, *question), source, target, f"why: {hint.why}")

    def _hint(self, index: int) -> StoredHint:
        hint = self.port.linking.hint(self._numbers[index])
        if hint is None:
            raise LookupError(f"hint {self._numbers[index]}")
        return hint

    def standing(self) -> PaintedLine:
        counts = [f"{count:,} {_WORDS[state]}" for state, count in zip(_IN_ORDER, self._counts, strict=True)]
        if sum(self._counts) >= MOST_HINTS:
            counts.append(f"only the likeliest {MOST_HINTS:,} were kept")
        return ((f"{' · ' if self.count() else ''}{' · '.join(counts)}", ""),)

    def empty(self) -> Sequence[PaintedLine]:
        if self._state is not HintState.OPEN:
            return [((f"  No hint was {_WORDS[self._state]}.", "strong"),)]
        title = (
            "All hints have been looked at." if any(self._counts) else "There are no hints in this article."
        )
        return [
            ((f"  {title}", "strong"),),
            (),
            (("  A hint is a pair of statements that may contradict, deny or repeat each other, found by their", "muted"),),
            (("  words when the article was imported. It is a suggestion: only a key makes a link of it.", "muted"),),
        ]  # fmt: skip

    async def _accept(self) -> None:
        index = self.chosen()
        if index is None:
            return
        hint, pair = self._hint(index), self.pair(index)
        source, target = pair.source, pair.target
        if source.statement is None or target.statement is None:
            key = self.key_of("dismiss_hint")
            self.say(f"a statement of this hint is no longer there; {key} puts the hint aside")
            return
        first, second = source.statement, target.statement
        changes = await self.write(lambda: self.port.linking.accept_hint(hint, first, second))
        if changes is not None and not changes.is_empty:
            self.say(f"linked: {_number(source)} {hint.type.words} {_number(target)}")

    async def _dismiss(self) -> None:
        index = self.chosen()
        if index is not None:
            hint = self._hint(index)
            await self.write(lambda: self.port.linking.dismiss_hint(hint))

    async def _reopen(self) -> None:
        index = self.chosen()
        if index is not None:
            hint = self._hint(index)
            await self.write(lambda: self.port.linking.reopen_hint(hint))

    def _show_others(self) -> None:
        self._state = _IN_ORDER[(_IN_ORDER.index(self._state) + 1) % len(_IN_ORDER)]
        self._list.chosen = 0
        self.read_again()
        self.say(f"hints that are {_WORDS[self._state]}" if self._state is HintState.OPEN else "")


def _number(end: End) -> str:
    return str(end.number) if end.number else "–"
