"""Asking for the word with which a link is settled."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from factcheck.domain.link import Link
from factcheck.domain.statement import Statement
from factcheck.screens.dialogs.line import LineDialog

if TYPE_CHECKING:
    from factcheck.screens.review import ReviewScreen

_EXPLAINED = (("For example: both stand, the article says who says what. The report can print it.", "muted"),)


def ask_why(
    screen: "ReviewScreen",
    seen: Statement,
    other: Statement | None,
    link: Link,
    then: Callable[[], None] | None = None,
) -> None:
    """Ask, and settle the link; what went wrong is said in place, and what was typed stays. `then` shows it."""
    field = f"settle:{link.id}"

    async def ask(typed: str) -> None:
        outcome = await screen.writing.attempt(
            lambda: screen.port.linking.settle(seen, other, link.id, typed)
        )
        if outcome.error is not None:
            raise outcome.error
        (then or screen.paint)()

    dialog = LineDialog[None](
        "Settled — why?",
        _EXPLAINED,
        screen.typed.get(field, ""),
        ask=ask,
        keep=lambda text: screen.keep_typed(field, text or None),
    )
    screen.app.push_screen(dialog)
