"""The one catalogue of commands, as data.

Key bindings, the key line, the palette, the help screen and the README's table of keys are all derived from
it; a command that is not in here does not exist. It hangs on several walls, which are put up when somebody looks
there: the first frame waits for those of the review alone.
"""

from collections.abc import Iterator
from functools import cache
from importlib import import_module

from factcheck.commands.command import Command, Group, Where

WALLS = ("stepping", "working", "program", "signing", "desk", "lists", "sources", "fields")
"""The modules that hold the commands, in the order of the catalogue."""

WALLS_OF: dict[Where, tuple[str, ...]] = {
    Where.EVERYWHERE: ("program",),
    Where.REVIEW: ("stepping", "working"),
    Where.TICKING: ("working",),
    Where.WORDING: ("working",),
    Where.DESK: ("desk", "lists"),
    Where.LIST: ("lists",),
    Where.NOTE: ("fields",),
    Where.NUMBER: ("fields",),
    Where.LINE: ("fields",),
    Where.SHRED: ("desk", "fields"),
    Where.PATH: ("desk", "fields"),
    Where.PASTE: ("desk", "fields"),
    Where.PREVIEW: ("desk", "lists"),
    Where.FIND: ("fields",),
    Where.WORDS: ("fields",),
    Where.HINTS: ("working", "lists"),
    Where.CONFLICTS: ("working", "lists"),
    Where.PICK: ("fields",),
    Where.FORM: ("sources", "fields"),
    Where.LOCATOR: ("sources", "fields"),
    Where.CITED: ("lists", "sources"),
    Where.SOURCE_PICK: ("sources", "fields"),
    Where.EVIDENCE: ("desk", "sources", "fields"),
    Where.SOURCES: ("lists", "sources"),
    Where.QUERY: ("lists",),
    Where.QUERIES: ("working", "lists"),
    Where.SIGN_OFF: ("working", "signing", "lists"),
    Where.REPORTS: ("signing", "lists"),
    Where.PASSPHRASE: ("signing",),
    Where.REVISION: ("lists",),
    Where.DRAFT: ("working", "lists"),
}
"""On which walls the commands of a screen or dialog hang; a test sees that none hangs elsewhere."""


@cache
def commands_on(wall: str) -> tuple[Command, ...]:
    """The commands of one wall."""
    commands: tuple[Command, ...] = import_module(f"factcheck.commands.{wall}").COMMANDS
    return commands


def catalogue() -> Iterator[Command]:
    """All commands, in order."""
    for wall in WALLS:
        yield from commands_on(wall)


def commands_of(where: Where) -> tuple[Command, ...]:
    """The commands of one screen or dialog, in the order of the catalogue."""
    return tuple(c for wall in WALLS_OF[where] for c in commands_on(wall) if where in c.screens)


@cache
def command(command_id: str) -> Command:
    """The command with this id. Raises KeyError."""
    for found in catalogue():
        if found.id == command_id:
            return found
    raise KeyError(command_id)


def key_line_of(where: Where, *, is_modal: bool = False) -> tuple[Command, ...]:
    """What the line of keys names, the most wanted first; in a dialog only the dialog's own."""
    own = commands_of(where)
    shared = () if is_modal else commands_of(Where.EVERYWHERE)
    return tuple(sorted((c for c in (*own, *shared) if c.is_in_key_line), key=lambda c: c.rank))


def grouped(commands: tuple[Command, ...]) -> Iterator[tuple[Group, tuple[Command, ...]]]:
    """The commands under the headings of the help screen."""
    for group in Group:
        members = tuple(c for c in commands if c.group is group)
        if members:
            yield group, members
