"""A statement as it is passed on, in a mail or a chat: its number, its words, its answers, its public sources."""

from collections.abc import Mapping
from types import MappingProxyType

from factcheck.domain.mark import Sign, sign
from factcheck.domain.source import Citation, Level, Source
from factcheck.domain.statement import Statement
from factcheck.domain.verdict import Question
from factcheck.domain.visible import visible

NO_SOURCES: Mapping[str, Source] = MappingProxyType({})


def copied_text(
    statement: Statement, number: int, where: str, sources: Mapping[str, Source] = NO_SOURCES
) -> str:
    """What is copied, public sources included and no others, and never a note.

    Each unseen character of it can be seen, as nobody knows where it will be pasted.
    """
    lines = [f"Statement {number} ({where}):", statement.exact]
    lines += [f"{question}: {_answer(statement, question)}" for question in statement.questions]
    lines += [_cited(c, sources[c.source]) for c in statement.citations if is_public(c, sources)]
    return visible("\n".join(lines), keep_line_feeds=True)


def is_public(citation: Citation, sources: Mapping[str, Source]) -> bool:
    """Whether what is cited may be told to anybody."""
    source = sources.get(citation.source)
    return source is not None and source.level is Level.PUBLIC


def _cited(citation: Citation, source: Source) -> str:
    told = (source.title, source.address, citation.locator, citation.stance.value)
    return f"Source for {citation.question}: {', '.join(one for one in told if one)}"


def _answer(statement: Statement, question: Question) -> str:
    answer = statement.answer(question)
    if answer is None:
        return Sign.NOT_YET.value
    basis = f" ({answer.basis.words})" if answer.basis else ""
    was = "was " if sign(statement, question) is Sign.WAS else ""
    return f"{was}{answer.words}{basis}"
