"""Looking something up: the history of a statement, the parts that are not checked."""

from typing import TYPE_CHECKING

from factcheck.domain.mark import BlockText
from factcheck.screens.commanded import Act
from factcheck.widgets.painted import PaintedLine, padded

if TYPE_CHECKING:
    from factcheck.screens.review import ReviewScreen

_REASON = 22
_WORDS = 44


class Looking:
    """The acts that open a list over the review."""

    def __init__(self, screen: "ReviewScreen") -> None:
        self._screen = screen

    def acts(self) -> dict[str, Act]:
        """What each command does."""
        return {"history": self._history, "excluded": self._excluded}

    def _history(self) -> None:
        screen, statement = self._screen, self._screen.stand.statement
        if statement is None:
            return
        from factcheck.screens.history import HistoryDialog

        history = screen.port.history(statement.id)
        screen.push(HistoryDialog(screen.stand.number, history, now=screen.clock(), zone=screen.zone))

    def _excluded(self) -> None:
        from factcheck.screens.dialogs.choice import ChoiceDialog

        screen = self._screen
        blocks = [b for b in screen.port.excluded_blocks() if b.is_excluded]

        async def chosen(index: int | None) -> None:
            if index is not None:
                number = blocks[index].block.number
                await screen.write(lambda: screen.port.take_back_block(number))

        title = f"Not checked — {screen.key_of('choose')} takes a part back"
        rows = [_row(block) for block in blocks]
        screen.push(ChoiceDialog(title, rows, empty="Every part of this article is checked."), chosen)


def _row(block: BlockText) -> PaintedLine:
    reason = block.block.reason or block.block.kind.value
    return (
        padded(reason, _REASON, "muted"),
        (" ", ""),
        padded(block.text[: 2 * _WORDS].replace("\n", " "), _WORDS),
    )
