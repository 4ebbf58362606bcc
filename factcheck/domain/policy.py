"""What the newsroom wants behind an answer before it can be relied on. It warns, and never blocks.

The rule is that of fact-checking desks: one primary source, or three secondary ones that do not depend on each
other. Whether they do is stated by the checker and never guessed.
"""

from collections.abc import Mapping

from factcheck.domain.source import Citation, Source, Stance, Tier
from factcheck.domain.statement import Statement
from factcheck.domain.verdict import Basis, Question, Verdict

SECONDARY_WANTED = 3


def lacks(statement: Statement, question: Question, sources: Mapping[str, Source]) -> str:
    """What the answer to a question still lacks, in words; "" when it lacks nothing.

    `sources` has the source of each citation by the id that the citation names, those that were merged as the
    one that they turned out to be. Only what is cited for this very question counts: that somebody said it
    never shows that it is so.
    """
    if statement.excluded is not None or not statement.counts(question):
        return ""
    return wanting(statement, question, sources)


def wanting(
    statement: Statement, question: Question, sources: Mapping[str, Source], *, wants_enough: bool = True
) -> str:
    """The same of an answer of which it is known that it counts.

    Without `wants_enough` any source with a locator will do for "confirmed".
    """
    answer = statement.answer(question)
    if answer is None:
        return ""
    cited = [c for c in statement.citations if c.question is question and c.source in sources]
    if answer.verdict is Verdict.CONFIRMED:
        return _for_confirmed(question, cited, sources, wants_enough=wants_enough)
    if answer.basis is Basis.CONTRADICTED_BY_EVIDENCE and not _with(Stance.CONTRADICTS, cited):
        return f"no source that contradicts it is cited for {question}"
    return ""


def _for_confirmed(
    question: Question, cited: list[Citation], sources: Mapping[str, Source], *, wants_enough: bool
) -> str:
    supporting = _with(Stance.SUPPORTS, cited)
    if not supporting:
        return f"no source that supports it is cited for {question}"
    located = {sources[c.source].id: sources[c.source] for c in supporting if c.locator.strip()}
    if not located:
        return f"no locator: where in the source does it support {question}?"
    if not wants_enough or any(source.tier is Tier.PRIMARY for source in located.values()):
        return ""
    independent = sum(source.is_independent for source in located.values())
    if independent >= SECONDARY_WANTED:
        return ""
    return f"no primary source with a locator for {question}, and {independent} of {SECONDARY_WANTED} independent ones"


def _with(stance: Stance, cited: list[Citation]) -> list[Citation]:
    return [c for c in cited if c.stance is stance]
