"""Editing keys of a field are done in the order in which they were typed."""

from typing import TYPE_CHECKING

from textual import events
from textual.binding import BindingsMap

if TYPE_CHECKING:
    from textual.widget import Widget as Beside
else:
    Beside = object  # a second widget among its bases would hide the styles of the first from Textual


class OwnKeys(Beside):
    """A field whose own keys act when the field reads them.

    Textual inserts a character at once, but sends an editing key the long way, by the screen and the app: when a
    machine is busy, a backspace would take back a letter that was typed after it.
    """

    _bindings: BindingsMap

    async def _on_key(self, event: events.Key) -> None:
        bindings = [] if event.is_printable else self._bindings.key_to_bindings.get(event.key, [])
        for binding in bindings:
            if await self.app.run_action(binding.action, self):
                event.stop()
                event.prevent_default()  # else Textual hands it to the handlers of the other classes, too
                return
