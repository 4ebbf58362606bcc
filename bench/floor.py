"""The floor: the least that a Textual app can be. What the program takes is told as a multiple of this."""

from textual.app import App, ComposeResult
from textual.events import Key
from textual.widgets import Static


class Floor(App[None]):
    """One `Static` that counts keys."""

    def __init__(self) -> None:
        super().__init__()
        self._count = 0
        self._line = Static("0 keys")

    def compose(self) -> ComposeResult:
        """The one line."""
        yield self._line

    def on_key(self, event: Key) -> None:
        """Another key."""
        event.stop()
        self._count += 1
        self._line.update(f"{self._count} keys")


if __name__ == "__main__":
    Floor().run()
