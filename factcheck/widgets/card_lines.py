"""The card of a statement as lines: what it says, how its questions stand, what is known about it."""

import re
from collections.abc import Iterator
from datetime import tzinfo

from msgspec import Struct

from factcheck.domain.around import NOTHING_AROUND, Around
from factcheck.domain.mark import Sign, sign
from factcheck.domain.progress import WorkState, is_gone_over, work_state
from factcheck.domain.statement import Attribution, Flag, Statement
from factcheck.domain.verdict import Answer, Question, bases_for
from factcheck.widgets.card_dates import waiting_rows
from factcheck.widgets.card_details import detail_rows
from factcheck.widgets.card_rows import INSET, LABEL, field_rows, indented
from factcheck.widgets.found import lit
from factcheck.widgets.key_line import KeyOf
from factcheck.widgets.layout import width_of, wrap
from factcheck.widgets.lines import Frame
from factcheck.widgets.marked import marked, pieces
from factcheck.widgets.painted import PaintedLine, Piece, padded, paragraph, shortened
from factcheck.widgets.signs import CRITICISM, LEGAL, LOOKS, PUBLICATION

_STATE_LOOKS = {WorkState.DONE: "confirmed", WorkState.RECHECK: "was", WorkState.IN_PROGRESS: "accent"}


class CardFacts(Struct, frozen=True):
    """What a card shows. `key_of` tells the keys that it names, `half_typed` the notes ("private", "public") with unsaved text, `found` is
    lit up, `ticking` is the page of letters, from 0, while details are ticked.
    """

    statement: Statement
    number: int
    total: int
    question: Question
    key_of: KeyOf
    half_typed: frozenset[str] = frozenset()
    found: re.Pattern[str] | None = None
    around: Around = NOTHING_AROUND
    ticking: int | None = None
    has_dateline: bool = True
    """Whether the article says on which day it was issued, as far as its dates need that."""
    has_policy: bool = True
    """Whether the card says what an answer lacks by the policy on sources."""
    zone: tzinfo | None = None
    """In which time zone moments are told; None is the machine's own."""


def card_frame(facts: CardFacts | None, look: str) -> Frame:
    """What stands in the card's border: the statement's number and kind, and how far its check has come."""
    if facts is None:
        return Frame((("Statement", look),), pad=1)
    statement = facts.statement
    state = work_state(statement)
    gone_over = " · gone over" if is_gone_over(statement, facts.around.ticked_at) else ""
    return Frame(
        (
            (f"{facts.number} / {facts.total}", look),
            (f" · {statement.kind.value.replace('_', ' ')}", "muted"),
        ),
        ((state.words + gone_over, _STATE_LOOKS.get(state, "muted")),),
        pad=1,
    )


def card_lines(facts: CardFacts, width: int) -> list[PaintedLine]:
    """All lines of the card for a pane of so many cells."""
    statement = facts.statement
    words = statement.exact
    runs = marked(statement)
    lines = [
        lit(tuple(pieces(words, runs, line.start, line.end)), line.start, words, facts.found)
        for line in wrap(words, width)
    ]
    if statement.excluded is not None:
        lines += [(), *field_rows("EXCLUDED", statement.excluded, width, "muted")]
    lines += [(), *_said(facts, width), *_so(facts, width)]
    lines += detail_rows(statement, facts.around, facts.number, width, facts.ticking)
    lines += waiting_rows(statement, width, facts.key_of, has_dateline=facts.has_dateline)
    lines += _work(statement, facts, width)
    lines += _flags(statement)
    lines += [(), *_notes(facts, width)]
    return lines


def _work(statement: Statement, facts: CardFacts, width: int) -> list[PaintedLine]:
    """What checking has put beside it."""
    lines: list[PaintedLine] = []
    around = facts.around
    s = statement
    is_criticism = Flag.CRITICISM in s.flags
    if any((s.citations, s.leads, s.suggested, s.queries, s.hearing, is_criticism, s.overrides)):
        from factcheck.widgets.card_work import work_rows  # most statements have none of it

        lines += work_rows(statement, around, width, facts.key_of, facts.zone)
    if statement.links or around.suggested:
        from factcheck.widgets.card_links import link_rows

        lines += link_rows(statement, around, width, facts.key_of)
    return lines


_HELD = "\N{NO-BREAK SPACE}"
_VERDICT = width_of("? unverified")
"""The width that the usual answers take: giving one moves nothing."""


def verdict_piece(statement: Statement, question: Question) -> Piece:
    """How a question stands: its glyph and its word; "was …" when the answer does not count any longer."""
    stands = sign(statement, question)
    if stands is None:
        return ("", "")
    if stands is Sign.WAS:
        answer = statement.answer(question)
        return (f"{stands.glyph} was {answer.words if answer else ''}", LOOKS[stands])
    return (f"{stands.glyph} {stands.value}", LOOKS[stands])


def _row(question: Question, body: str, facts: CardFacts, width: int) -> list[PaintedLine]:
    """A question: its mark and label, what it is about, and at the right how it stands."""
    is_active, verdict = facts.question is question, verdict_piece(facts.statement, question)
    room = width - INSET - max(_VERDICT, width_of(verdict[0])) - 2
    mark: Piece = ("▸ ", "accent") if is_active else ("  ", "")
    name = padded(question.value.upper(), LABEL, "accent strong" if is_active else "strong")
    if room < 12:  # no room beside the verdict: it stands alone, what it is about below it
        below = [indented(line) for line in paragraph(body, max(8, width - INSET), "muted")]
        return [(mark, name, verdict), *below]
    if question is Question.SO:  # the words stand above: their beginning is enough
        body = padded(body, room)[0]
    lines = wrap(body, room)
    first = padded(body[lines[0].start : lines[0].end], room, "" if is_active else "muted")
    rest = [indented(((body[line.start : line.end], "muted"),)) for line in lines[1:]]
    before = " " * (width - INSET - room - width_of(verdict[0]))
    return [(mark, name, first, (before, ""), verdict), *rest]


def _said(facts: CardFacts, width: int) -> list[PaintedLine]:
    statement = facts.statement
    if Question.SAID not in statement.questions:
        told = shortened((("own voice: no such question", "muted"),), width - INSET)
        return [(("  ", ""), padded("SAID", LABEL, "muted"), *told)]
    outer = [a for a in statement.attributions if a.within is None]
    body = " + ".join(_speaking(statement, a) for a in outer)
    lines = _row(Question.SAID, body, facts, width)
    for inner in statement.attributions:
        if inner.within is not None:
            text = f"└ {_speaking(statement, inner)}"
            lines += [indented((padded(text, width - INSET, "muted"),))]
    return [*lines, *_below(facts, Question.SAID, width)]


def _so(facts: CardFacts, width: int) -> list[PaintedLine]:
    statement = facts.statement
    content = [statement.within(c).strip() for a in statement.attributions[:1] for c in a.content]
    body = " … ".join(c for c in content if any(map(str.isalnum, c))) or "all that it asserts"
    return [*_row(Question.SO, body.replace("\n", " "), facts, width), *_below(facts, Question.SO, width)]


def _speaking(statement: Statement, attribution: Attribution) -> str:
    speaker = attribution.speaker or "nobody named"
    cue = statement.within(attribution.cue)
    carried = " (carried on)" if attribution.is_inferred else ""
    return f"{speaker}{carried} · {cue}" if cue else f"{speaker}{carried}"


def _below(facts: CardFacts, question: Question, width: int) -> list[PaintedLine]:
    """Why, or what is missing: a warning, never a wall. One line at least, so that a verdict moves nothing."""
    statement = facts.statement
    answer = statement.answer(question)
    if answer is None:
        return [()]
    if not statement.counts(question):
        text = "given for other words or dates: it does not count any longer"
        return [indented(line) for line in paragraph(text, width - INSET, "was")]
    lines = _without_basis(answer, question, facts, width)
    if answer.basis is not None:
        lines = [((answer.basis.words, ""),)]
    if facts.has_policy:
        lines += _lacking(facts, question, width)
    return [indented(line) for line in lines] or [()]


def _lacking(facts: CardFacts, question: Question, width: int) -> list[PaintedLine]:
    from factcheck.domain.policy import lacks  # asked of an answer only

    lacking = lacks(facts.statement, question, facts.around.sources)
    return _warning(lacking, facts.key_of("add_source"), width) if lacking else []


def _without_basis(answer: Answer, question: Question, facts: CardFacts, width: int) -> list[PaintedLine]:
    if answer.verdict is None or not bases_for(question, answer.verdict):
        return []
    return _warning(f"{answer.words} without a basis", facts.key_of("basis"), width)


def _warning(text: str, key: str, width: int) -> list[PaintedLine]:
    """What is lacking, and the key for it, which stays on the line of the last word."""
    lines = paragraph(f"{text}{_HELD}—{_HELD}{key}", width - INSET, "warning")
    return [tuple((piece.replace(_HELD, " "), look) for piece, look in line) for line in lines]


def _flags(statement: Statement) -> Iterator[PaintedLine]:
    """What somebody else has to look at; a row only where there is something."""
    raised = [(LEGAL, Flag.LEGAL.words, "warning")] if Flag.LEGAL in statement.flags else []
    if Flag.CRITICISM in statement.flags:
        raised.append((CRITICISM, Flag.CRITICISM.words, "warning"))
    if statement.is_for_publication:
        raised.append((PUBLICATION, "marked for publication", "accent"))
    if raised:
        yield ()
    for index, (glyph, words, look) in enumerate(raised):
        yield (
            ("  ", ""),
            padded("" if index else "FLAGS", LABEL, "strong"),
            (f"{glyph} ", look),
            (words, look),
        )


def _notes(facts: CardFacts, width: int) -> list[PaintedLine]:
    """The private note, and the public one under its own name: they are never to be confused."""
    statement, lines = facts.statement, []
    lines += field_rows(
        "NOTE", statement.private_note or "–", width, "" if statement.private_note else "muted"
    )
    if "private" in facts.half_typed:
        lines.append(indented(((f"✎ typed and not saved yet — {facts.key_of('private_note')}", "warning"),)))
    if statement.public_note:
        lines += [(), *field_rows("PUBLIC", statement.public_note, width, "public")]
        lines.append(indented((("a report may print this note", "muted"),)))
    if "public" in facts.half_typed:
        key = facts.key_of("public_note")
        lines.append(indented(((f"✎ public note typed and not saved yet — {key}", "warning"),)))
    return lines
