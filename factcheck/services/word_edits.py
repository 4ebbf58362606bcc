"""Edits of a statement by words that are named instead of pointed at, for the command line and the line mode.

Each function says what is to be done; whoever calls it has it done by the use cases.
"""

from factcheck.domain.attributing import with_content, with_cue, with_speaker, without
from factcheck.domain.cutting import Run
from factcheck.domain.statement import Attribution, Detail, DetailType, Statement
from factcheck.domain.text import Span
from factcheck.domain.word_names import span_named
from factcheck.errors import ActionRefusedError

Attributions = tuple[Attribution, ...]


def attribution_of(statement: Statement, wanted: int | None) -> int | None:
    """The index of an attribution by its number from 1; None for a new one. Raises ActionRefusedError.

    Without a number it is the only one, or a new one where there is none.
    """
    count = len(statement.attributions)
    if wanted is None and count > 1:
        raise ActionRefusedError(f"There are {count} attributions.", "Say which one by its number, from 1.")
    if wanted == 0 or (wanted is None and not count):
        return None
    index = (wanted or 1) - 1
    if not 0 <= index < count:
        raise ActionRefusedError(f"There is no attribution {wanted}.", f"There are {count}; 0 adds one.")
    return index


def speaking(run: Run, statement: Statement, words: str, of: int | None) -> Attributions:
    """Other words of the paragraph are the speaker."""
    source = run.bare(span_named(run, statement, words))
    return with_speaker(statement.attributions, attribution_of(statement, of), source, "", statement.span)


def named(statement: Statement, name: str, of: int | None) -> Attributions:
    """Somebody is the speaker whose name is typed."""
    return with_speaker(statement.attributions, attribution_of(statement, of), None, name, statement.span)


def unattributed(statement: Statement, of: int | None) -> Attributions:
    """One attribution less."""
    index = attribution_of(statement, of)
    if index is None:
        raise ActionRefusedError("There is no such attribution.", "Say which one by its number, from 1.")
    return without(statement.attributions, index)


def cued(run: Run, statement: Statement, words: str | None, of: int | None) -> Attributions:
    """Other words are the cue, or none."""
    cue = run.bare(span_named(run, statement, words)) if words is not None else None
    return with_cue(statement.attributions, attribution_of(statement, of), cue, statement.span)


def saying(run: Run, statement: Statement, words: str, of: int | None) -> Attributions:
    """Other words are what is said to have been said."""
    content = span_named(run, statement, words)
    return with_content(statement.attributions, attribution_of(statement, of), content)


def detail_named(run: Run, statement: Statement, kind: DetailType, words: str) -> Detail:
    """The detail of this kind in these words. Raises ActionRefusedError."""
    span = span_named(run, statement, words)
    spans = {span, run.bare(span)}
    for detail in statement.details:
        if detail.type is kind and detail.span in spans:
            return detail
    raise ActionRefusedError(f"These words are no {kind} here.", "`words` lists the details.")


def new_detail(run: Run, statement: Statement, kind: DetailType, words: str) -> Detail:
    """A detail of this kind in these words."""
    span = span_named(run, statement, words)
    is_whole = kind in (DetailType.QUOTE, DetailType.NUMBER)
    return Detail.at(kind, span if is_whole else run.bare(span))


def place_named(run: Run, statement: Statement, word: str, inside: int = 0) -> int:
    """Where a word begins, or so many characters into it."""
    return span_named(run, statement, word).start + inside


def words_of(run: Run, statement: Statement, words: str) -> Span:
    """The words."""
    return span_named(run, statement, words)
