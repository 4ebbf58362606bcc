"""Writing notes: the private and the public one, each in its own words, never confused."""

from functools import partial
from typing import TYPE_CHECKING

from factcheck.screens.commanded import Act

if TYPE_CHECKING:
    from factcheck.screens.review import ReviewScreen

_PRIVATE = ("Private: it never leaves this program, and no report prints it.", "muted")
_PUBLIC = ("Public: a report may print this note, for everyone to read.", "public strong")


class Noting:
    """The acts that write a note. What is typed is kept with the place until it is saved."""

    def __init__(self, screen: "ReviewScreen") -> None:
        self._screen = screen

    def acts(self) -> dict[str, Act]:
        """What each command does."""
        return {
            "private_note": partial(self._edit, "private"),
            "public_note": partial(self._edit, "public"),
        }

    def _edit(self, kind: str) -> None:
        screen, statement = self._screen, self._screen.stand.statement
        if statement is None:
            return
        from factcheck.screens.dialogs.note import NoteDialog  # loads the text editor

        is_private = kind == "private"
        stored = statement.private_note if is_private else statement.public_note
        write = screen.port.write_private_note if is_private else screen.port.write_public_note
        field = f"{kind}_note:{statement.id}"

        def typed(text: str) -> None:
            screen.keep_typed(field, None if text == stored else text)

        async def left(text: str | None) -> None:
            if text is None:
                screen.say("not saved; what you typed is kept" if field in screen.typed else "")
            elif await screen.write(lambda: write(statement, text)) is not None:
                screen.keep_typed(field, None)

        title = f"{kind.capitalize()} note on statement {screen.stand.number}"
        explained = _PRIVATE if is_private else _PUBLIC
        screen.push(NoteDialog(title, explained, screen.typed.get(field, stored), typed=typed), left)
