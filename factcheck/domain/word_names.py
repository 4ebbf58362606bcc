"""Words of a paragraph as one names them without a cursor: by their numbers, or by typing them. Pure.

The statement's own words count from 1; those before it are 0, -1, -2, those behind it go on counting.
"""

import re

from factcheck.domain.cutting import CannotCutError, Run
from factcheck.domain.statement import Statement
from factcheck.domain.text import Span, normal_form

_NUMBERS = re.compile(r"(-?\d{1,6})(?:\.\.(-?\d{1,6}))?")


def numbered_words(run: Run, statement: Statement) -> list[tuple[int, Span]]:
    """All words of the paragraph with their numbers."""
    words = run.words()
    first = sum(word.start < statement.span.start for word in words)
    return [(index - first + 1, word) for index, word in enumerate(words)]


def span_named(run: Run, statement: Statement, named: str) -> Span:
    """The words of a number ("3"), of two ("3..7"), or of some characters, looked for in the statement first.

    Raises CannotCutError when there are no such words, or when they stand there more than once.
    """
    numbers = _NUMBERS.fullmatch(named.strip())
    if numbers:
        places = dict(numbered_words(run, statement))
        first, last = (places.get(int(n)) for n in (numbers[1], numbers[2] or numbers[1]))
        if first is None or last is None or last.start < first.start:
            known = [n for n, word in numbered_words(run, statement) if statement.span.covers(word)]
            raise CannotCutError(
                f"There are no words {named.strip()}.",
                f"Those of the statement are 1 to {max(known, default=0)}.",
            )
        return Span(first.start, last.end)
    return _typed(run, statement, named)


def _typed(run: Run, statement: Statement, named: str) -> Span:
    wanted = [re.escape(word) for word in normal_form(named).split()]
    pattern = re.compile(rf"(?<!\w){' '.join(wanted)}(?!\w)")
    shown = "".join(map(_alike, run.text))
    found = (
        [Span(m.start() + run.start, m.end() + run.start) for m in pattern.finditer(shown)] if wanted else []
    )
    inside = [span for span in found if statement.span.covers(span)]
    if len(inside or found) != 1:
        how_often = "stand more than once" if found else "do not stand"
        raise CannotCutError(
            f"These words {how_often} in this paragraph.", "`words` lists them with their numbers."
        )
    return (inside or found)[0]


def _alike(character: str) -> str:
    """The character in its normal form, as long as that is one; so that offsets stay what they are."""
    form = normal_form(character)
    return form if len(form) == 1 else character
