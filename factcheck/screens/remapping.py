"""Keys of the user's own, from the table [keys] of the settings: checked as a whole before any screen opens."""

import unicodedata
from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from factcheck.commands.catalogue import catalogue, commands_of
from factcheck.commands.command import Command, Where
from factcheck.errors import UsageError

OwnKeys = Mapping[str, tuple[str, ...]]
"""Keys by the id of their command, as the settings name them."""
_TYPED_INTO = frozenset(
    {Where.NOTE, Where.WORDING, Where.NUMBER, Where.LINE, Where.SHRED, Where.PATH, Where.PASTE, Where.FIND}
)
"""Where a single character is typed and cannot be a command."""
_NAMES = {",": "comma", " ": "space"}


def own(command: Command, keys: OwnKeys) -> Command:
    """The command with the user's keys, where there are any."""
    mine = keys.get(command.id)
    return replace(command, keys=tuple(_NAMES.get(key, key) for key in mine)) if mine else command


def keymap_of(keys: OwnKeys) -> dict[str, str]:
    """The same as Textual wants it: keys joined by commas, by the id of a binding."""
    commands = catalogue() if keys else ()  # which loads all of them
    return {c.id: ",".join(own(c, keys).keys) for c in commands if c.id in keys}


def check_keys(keys: OwnKeys) -> None:
    """Raise a UsageError that names everything that is wrong: commands and keys that are none, and clashes."""
    wrong = [*_unknown_commands(keys), *_unknown_keys(keys), *_clashes(keys)]
    if wrong:
        raise UsageError(
            f"The table [keys] in the settings does not fit: {'; '.join(wrong)}.",
            "Correct it there. The README's table lists the commands and their usual keys.",
        )


def _unknown_commands(keys: OwnKeys) -> Iterator[str]:
    known = {c.id for c in catalogue()}
    for command_id in keys:
        if command_id not in known:
            yield f"there is no command {command_id}"


def _unknown_keys(keys: OwnKeys) -> Iterator[str]:
    for command in catalogue():
        for key in keys.get(command.id, ()):
            if not _is_key(key):
                yield f"{key!r} for {command.id} is no key"
            elif len(key) == 1 and _TYPED_INTO.intersection(command.screens):
                yield f"{key!r} for {command.id} is typed there, so it cannot be a key"


def _is_key(name: str) -> bool:
    if len(name) == 1:
        return unicodedata.category(name)[0] in "LMNPSZ"
    from textual.keys import Keys  # textual is loaded only where somebody has keys of their own

    return name in _NAMES.values() or name in {key.value for key in Keys}


def _clashes(keys: OwnKeys) -> Iterator[str]:
    told = set()
    for where in Where:
        taken: dict[str, str] = {}
        for command in dict.fromkeys((*commands_of(where), *commands_of(Where.EVERYWHERE))):
            for key in own(command, keys).keys:
                other = taken.setdefault(key, command.id)
                clash = (key, *sorted((other, command.id)))
                if other != command.id and clash not in told:
                    told.add(clash)
                    yield f"{key} is both {other} and {command.id}"
