"""Asking for a file, with completion of its path."""

import asyncio

from factcheck.commands.command import Where
from factcheck.errors import UsageError
from factcheck.screens.commanded import Act, bindings_of
from factcheck.screens.desk_paths import completed
from factcheck.screens.dialogs.line import LineDialog
from factcheck.screens.dialogs.prompt import Typed
from factcheck.widgets.painted import padded

_NAMES_SHOWN = 6
_LONGEST_NAME = 60


class PathDialog(LineDialog[Typed], inherit_bindings=False):
    """Ends with what came of the file. Reading can be left at any time."""

    BINDINGS = bindings_of(Where.PATH)
    WHERE = Where.PATH
    DOING = "reading…"

    def acts(self) -> dict[str, Act]:
        return {"read_file": self._read, "complete": self._complete, "leave_prompt": self.leave}

    def _read(self) -> None:
        self.run_worker(self.submit())

    async def _complete(self) -> None:
        """Go on with the path as far as only one fits, and name those that do."""
        try:
            found = await asyncio.to_thread(completed, self.typed)
        except UsageError as error:
            self.say((error.sentence, "muted"))
            return
        if found.text != self._field.value:
            self._field.value = found.text
            self._field.cursor_position = len(found.text)
        shown = [(padded(n, min(len(n), _LONGEST_NAME))[0], "muted") for n in found.names[:_NAMES_SHOWN]]
        if len(found.names) <= 1:
            shown = [] if found.names else [("nothing here is called so", "muted")]
        elif len(found.names) > _NAMES_SHOWN:
            shown[-1] = (f"… {len(found.names) - _NAMES_SHOWN + 1} more", "muted")
        self.say(*shown)


class EvidenceDialog(PathDialog[Typed], inherit_bindings=False):
    """Asks for the file that is to be kept as evidence."""

    BINDINGS = bindings_of(Where.EVIDENCE)
    WHERE = Where.EVIDENCE
    DOING = "copying…"

    def acts(self) -> dict[str, Act]:
        return {"attach_file": self._read, "complete": self._complete, "leave_prompt": self.leave}
