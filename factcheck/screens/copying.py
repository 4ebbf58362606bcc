"""Copying a statement for a mail or a chat: its number, its words, its answers, and never a note."""

from typing import TYPE_CHECKING

from factcheck.domain.copied import copied_text, is_public
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
        sources = screen.port.around(statement).sources
        where = f"{article.title}, draft {screen.port.draft_number}"
        screen.app.copy_to_clipboard(copied_text(statement, screen.stand.number, where, sources))
        kept = sum(not is_public(c, sources) for c in statement.citations)
        left = f", without {kept} of its sources: not public" if kept else ""
        screen.say(
            f"copied statement {screen.stand.number} with its answers{left}, where the terminal allows it"
        )
