"""Copying a statement for a mail or a chat: its number, its words, its answers, and never a note."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from factcheck.domain.mark import Sign, sign
from factcheck.domain.source import Citation, Level, Source
from factcheck.domain.statement import Statement
from factcheck.domain.verdict import Question
from factcheck.domain.visible import visible
from factcheck.screens.commanded import Act

if TYPE_CHECKING:
    from factcheck.screens.review import ReviewScreen

NO_SOURCES: Mapping[str, Source] = MappingProxyType({})


class Copying:
    """The act that hands a statement to the terminal's clipboard."""

    def __init__(self, screen: "ReviewScreen") -> None:
        self._screen = screen

    def acts(self) -> dict[str, Act]:
        """What each command does."""
        return {"copy": self._copy}

    def _copy(self) -> None:
        screen, statement = self._screen, self._screen.stand.statement
        if statement is None:
            return
        article = screen.port.article
        sources = screen.port.around(statement).sources
        where = f"{article.title}, draft {screen.port.draft_number}"
        screen.app.copy_to_clipboard(copied_text(statement, screen.stand.number, where, sources))
        kept = sum(not _is_public(c, sources) for c in statement.citations)
        left = f", without {kept} of its sources: not public" if kept else ""
        screen.say(
            f"copied statement {screen.stand.number} with its answers{left}, where the terminal allows it"
        )


def copied_text(
    statement: Statement, number: int, where: str, sources: Mapping[str, Source] = NO_SOURCES
) -> str:
    """What is copied, public sources included and no others: each unseen character of it can be seen, as nobody knows where it will be pasted."""
    lines = [f"Statement {number} ({where}):", statement.exact]
    lines += [f"{question}: {_answer(statement, question)}" for question in statement.questions]
    lines += [_cited(c, sources[c.source]) for c in statement.citations if _is_public(c, sources)]
    return visible("\n".join(lines), keep_line_feeds=True)


def _is_public(citation: Citation, sources: Mapping[str, Source]) -> bool:
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
