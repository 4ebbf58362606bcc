"""Saying place and date of the article."""

from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError
from factcheck.screens.commanded import Act
from factcheck.screens.saving import landed

if TYPE_CHECKING:
    from factcheck.screens.review import ReviewScreen

_FIELD = "dateline"
_HEAD = 40
"""So many blocks are looked through for a dateline: it stands at the head of an article."""
SUGGESTED = ("Suggested from the text, not known: look at it before you save it.", "warning")
_EXPLAINED = (
    ("Place and date of the article, for example: Kyiv, 17 October 2024.", "muted"),
    ("What “on Monday” in the text counts from. Empty takes it away.", "muted"),
)


class Datelining:
    """The act that sets the dateline."""

    def __init__(self, screen: "ReviewScreen") -> None:
        self._screen = screen

    def acts(self) -> dict[str, Act]:
        """What each command does."""
        return {"dateline": self._ask}

    def _ask(self) -> None:
        from factcheck.screens.dialogs.words import KeptLineDialog  # loads the input field

        screen = self._screen
        stored = screen.port.article.dateline or ""
        suggested = "" if stored else self._suggested()
        explained = (*_EXPLAINED, SUGGESTED) if suggested else _EXPLAINED

        async def save(typed: str) -> None:
            try:
                changes = await landed(
                    lambda: screen.port.set_dateline(typed.strip() or None), slow=screen.status.saving
                )
            except FactcheckError as error:
                screen.status.not_saved(error.title.lower())
                raise
            screen.take_over(changes)
            self._said = changes.what

        def keep(text: str | None) -> None:
            screen.keep_typed(_FIELD, None if text in (stored, suggested) else text)

        self._said = ""

        async def closed(_: None) -> None:
            screen.say(self._said)

        text = screen.typed.get(_FIELD, stored or suggested)
        screen.push(KeptLineDialog("Dateline", explained, text, ask=save, keep=keep), closed)

    def _suggested(self) -> str:
        """What stands as a dateline at the head of the text, if that has a full date."""
        from factcheck.services.previewing import dateline_in

        port = self._screen.port
        return dateline_in(port.blocks(0, min(port.block_count, _HEAD)))
