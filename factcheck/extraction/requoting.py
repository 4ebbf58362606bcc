"""Words that moved into or out of a quotation: the same words, but somebody else answers for them now."""

from msgspec import Struct

from factcheck.domain.text import Span
from factcheck.extraction.alignment import Alignment
from factcheck.extraction.quotes import quotations_of


class Requoted(Struct, frozen=True):
    """The words that stand in quotation marks only now, and those that no longer do, run by run."""

    into: tuple[str, ...]
    out_of: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """What is said of it; empty when nothing has moved."""
        told = [f"“{words}” moved into a quotation" for words in self.into]
        told += [f"“{words}” moved out of a quotation" for words in self.out_of]
        return "; ".join(told)


def requoted(old: str, new: str) -> Requoted:
    """Compare where quotation marks stand around the words that both have."""
    was, now = _quoted(old), _quoted(new)
    into: list[Span] = []
    out_of: list[Span] = []
    for before, after in Alignment(old, new).same_words():
        if not any(map(str.isalnum, after.of(new))):
            continue
        is_in, was_in = _is_in(after, now), _is_in(before, was)
        if is_in != was_in:
            _add(into if is_in else out_of, after, new)
    return Requoted(tuple(s.of(new) for s in into), tuple(s.of(new) for s in out_of))


def _quoted(words: str) -> list[Span]:
    return quotations_of(words, Span(0, len(words)))[0] if words else []


def _is_in(span: Span, quotations: list[Span]) -> bool:
    return any(one.covers(span) for one in quotations)


def _add(runs: list[Span], span: Span, text: str) -> None:
    """Words that follow each other are one run."""
    if runs and not any(map(str.isalnum, text[runs[-1].end : span.start])):
        runs[-1] = Span(runs[-1].start, span.end)
    else:
        runs.append(span)
