"""Copying a statement for a mail or a chat: its number, its words, its answers, and never a note."""

from typing import TYPE_CHECKING

from factcheck.domain.mark import Sign, sign
from factcheck.domain.statement import Statement
from factcheck.domain.verdict import Question
from factcheck.domain.visible import visible
from factcheck.screens.commanded import Act

if TYPE_CHECKING:
    from factcheck.screens.review import ReviewScreen


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
        text = copied_text(
            statement, screen.stand.number, f"{article.title}, draft {screen.port.draft_number}"
        )
        screen.app.copy_to_clipboard(text)
        screen.say(f"copied statement {screen.stand.number} with its answers, where the terminal allows it")


def copied_text(statement: Statement, number: int, where: str) -> str:
    """What is copied: each unseen character of it can be seen, as nobody knows where it will be pasted."""
    lines = [f"Statement {number} ({where}):", statement.exact]
    lines += [f"{question}: {_answer(statement, question)}" for question in statement.questions]
    return visible("\n".join(lines), keep_line_feeds=True)


def _answer(statement: Statement, question: Question) -> str:
    answer = statement.answer(question)
    if answer is None:
        return Sign.NOT_YET.value
    basis = f" ({answer.basis.words})" if answer.basis else ""
    was = "was " if sign(statement, question) is Sign.WAS else ""
    return f"{was}{answer.words}{basis}"
