"""A statement in plain lines: numbers first, then words, nothing that a screen reader would stumble over."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import tzinfo

from factcheck.domain.around import NOTHING_AROUND, Around
from factcheck.domain.checklist import DetailState, Item, checklist
from factcheck.domain.mark import Sign, sign
from factcheck.domain.policy import lacks
from factcheck.domain.progress import is_gone_over, work_state
from factcheck.domain.source import Level, Source
from factcheck.domain.statement import HARD_DETAILS, Attribution, DetailType, Statement
from factcheck.domain.tally import Tally
from factcheck.domain.verdict import Question, bases_for
from factcheck.widgets.local_time import moment


def standing(statement: Statement, question: Question) -> str:
    """How a question stands: "not yet", "disputed, accounts differ", "was confirmed, …"."""
    answer, stands = statement.answer(question), sign(statement, question)
    if stands is None:
        return "not asked, the article says this itself"
    if answer is None:
        return Sign.NOT_YET.value
    if stands is Sign.WAS:
        return f"was {answer.words}, given for other words or dates, so it does not count any longer"
    return f"{answer.words}, {answer.basis.words}" if answer.basis else answer.words


def line_of(number: int, statement: Statement) -> str:
    """A statement in one line."""
    answers = ", ".join(f"{q} {standing(statement, q)}" for q in statement.questions)
    return f"{number}, {work_state(statement).words}, {answers}: {in_one_line(statement.exact)}"


def in_one_line(text: str) -> str:
    """A text without its line feeds, as it is read out."""
    return text.replace("\n", " ")


def counts(tally: Tally) -> str:
    """How far the article has come."""
    return f"{tally.done} of {tally.statements} done, {tally.open} open, {tally.verdicts_in_words}"


def statements(count: int) -> str:
    """So many statements, in words."""
    return "1 statement" if count == 1 else f"{count} statements"


def card(
    statement: Statement,
    number: int,
    total: int,
    *,
    question: Question | None = None,
    half_typed: Iterable[str] = (),
    around: Around = NOTHING_AROUND,
    has_policy: bool = True,
    zone: tzinfo | None = None,
) -> Iterator[str]:
    """All that is known about a statement, line by line; `question` is the one that is asked now.

    `half_typed` names the notes ("private", "public") of which there is unsaved text. `has_policy` when it is to
    be said what sources an answer lacks. Moments are told in `zone`; None is the machine's own.
    """
    kind = statement.kind.value.replace("_", " ")
    over = ", gone over" if is_gone_over(statement, around.ticked_at) else ""
    yield f"{number} of {total}, {kind}, {work_state(statement).words}{over}"
    yield from field("Words", statement.exact)
    if statement.excluded is not None:
        yield from field("Excluded", statement.excluded)
    for asked in Question:
        now = " (asked now)" if asked is question else ""
        yield f"{asked.value.capitalize()}{now}: {standing(statement, asked)}{_missing(statement, asked)}"
        lacking = lacks(statement, asked, around.sources) if has_policy else ""
        if lacking:
            yield f"Lacking: {lacking}"
    for attribution in sorted(statement.attributions, key=lambda a: a.within is not None):
        yield _spoken(statement, attribution)
    yield from _details(statement, around.ticked_at)
    yield from _wording(statement, zone)
    yield from _cited(statement, around.sources)
    for count, lead in enumerate(statement.leads, 1):
        by, used = f" by {lead.author}" if lead.author else "", ", used" if lead.is_used else ""
        yield f"Lead {count}{used}: {lead.kind}{by}: {in_one_line(lead.text)}"
    yield from _asked(statement)
    yield from _let_stand(statement, around)
    yield from _written(statement, frozenset(half_typed))


def field(name: str, text: str) -> Iterator[str]:
    """A name and its text; further lines of the text are set in a little."""
    first, *rest = text.split("\n")
    yield f"{name}: {first}"
    for line in rest:
        yield f"  {line}"


def _missing(statement: Statement, question: Question) -> str:
    """What a verdict still wants: a warning, never a wall."""
    answer = statement.answer(question)
    if answer is None or answer.basis is not None or not statement.counts(question):
        return ""
    return ", without a basis" if bases_for(question, answer.verdict) else ""


def _spoken(statement: Statement, attribution: Attribution) -> str:
    speaker = attribution.speaker or "nobody named"
    carried = ", carried on from before" if attribution.is_inferred else ""
    cue = in_one_line(statement.within(attribution.cue))
    within = "Speaker within it" if attribution.within is not None else "Speaker"
    return f"{within}: {in_one_line(speaker)}{carried}{f'; cue: {cue}' if cue else ''}"


def _details(statement: Statement, ticked_at: Mapping[str, int]) -> Iterator[str]:
    """The hard details with their letters and how they stand, then the cues."""
    items = checklist(statement, ticked_at)
    for kind in DetailType:
        words = [_ticked(item) for item in items if item.detail.type is kind]
        if kind not in HARD_DETAILS:
            words = [in_one_line(statement.within(d.span)) for d in statement.details if d.type is kind]
        if words:
            yield f"{kind.value.capitalize()}: {'; '.join(words)}"


def _ticked(item: Item) -> str:
    told = f"{item.label} {in_one_line(item.words)}"
    match item.state:
        case DetailState.NOT_YET:
            return told
        case DetailState.ELSEWHERE:
            return f"{told}, ticked at {item.ticked_at}"
        case DetailState.WRONG:
            return f"{told}, wrong" + (f", right is {in_one_line(item.right)}" if item.right else "")
        case _:
            return f"{told}, ticked"


def _wording(statement: Statement, zone: tzinfo | None) -> Iterator[str]:
    suggested = statement.suggested
    if suggested is not None:
        other = "" if suggested.old == statement.exact else ", for other words than these"
        by = ""
        if suggested.decided_by is not None and suggested.decided_at is not None:
            when = moment(suggested.decided_at, zone)
            by = f" by {suggested.decided_by} on {when:%Y-%m-%d} at {when:%H:%M}"
        yield from field(f"Suggested wording, {suggested.kind}, {suggested.state}{by}{other}", suggested.new)


def _cited(statement: Statement, sources: Mapping[str, Source]) -> Iterator[str]:
    """What is cited, a line each, with the number by which it is taken off."""
    for number, citation in enumerate(statement.citations, 1):
        source = sources.get(citation.source)
        kept = f", {source.level}" if source and source.level is not Level.PUBLIC else ""
        title = source.title if source else "a source that there is no longer"
        told = [
            f"{title}{kept}",
            citation.locator or "no locator",
            f"for {citation.question}",
            citation.stance.value,
        ]
        if citation.detail:
            told.append(f"only for {citation.detail}")
        yield f"Source {number}: {'; '.join(in_one_line(one) for one in told)}"


def _asked(statement: Statement) -> Iterator[str]:
    """The queries, each with the number by which it is answered, and what came back."""
    for number, query in enumerate(statement.queries, 1):
        yield from field(f"Query {number}, {query.addressee}, {query.state.value}", query.text)
        if query.answer:
            yield from field("  answer", query.answer)


def _let_stand(statement: Statement, around: Around) -> Iterator[str]:
    """What an editor has let stand before the sign-off, and whether it still does."""
    if statement.overrides:
        from factcheck.domain.gate import let_stand  # only where there is one

        for override, counts in let_stand(statement, around.sources, around.ticked_at):
            over = "" if counts else ", for what has changed since, so it does not count any longer"
            yield f"Let stand by {override.by}{override.typed_by}{over}: {override.blocker.words}; {override.reason}"


def _written(statement: Statement, half_typed: frozenset[str]) -> Iterator[str]:
    """The notes under their own names, which are never to be confused; flags and the mark for publication."""
    yield from field("Private note", statement.private_note or "none")
    yield from field("Public note, which a report may print", statement.public_note or "none")
    for kind, word in (("private", "note"), ("public", "public-note")):
        if kind in half_typed:
            yield f"There is text for the {kind} note that is not saved: {word} goes on with it"
    if statement.flags:
        yield f"Flags: {'; '.join(flag.words for flag in sorted(statement.flags))}"
    if statement.hearing is not None:
        hearing = statement.hearing
        put = f"put to {hearing.put_to}, {hearing.put_at}"
        yield f"Criticism: {put}, {in_one_line(hearing.answer) or 'no reply yet'}"
    if statement.links:
        settled = sum(link.settled is not None for link in statement.links)
        count = len(statement.links)
        yield f"Links: {count}, {count - settled} open; link alone reads them"
    if statement.is_for_publication:
        yield "Marked for publication"
