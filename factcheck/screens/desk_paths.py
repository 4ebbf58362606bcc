"""What is typed as a path: which file it means, and how it may go on."""

import os
import shlex
from pathlib import Path
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from factcheck.errors import UsageError


class Completion(Struct, frozen=True):
    """How a path may go on: as far as only one fits, and the names that fit."""

    text: str
    names: tuple[str, ...]


def path_of(typed: str) -> Path:
    """The file that is meant: `~` is the home folder, quoted and escaped paths and `file:` addresses are read.

    Terminals paste these when a file is dragged onto them. Raises UsageError when nothing is typed, or when it
    is something that cannot be read to its end.
    """
    text = typed.strip().replace("\x00", "")
    if not text:
        raise UsageError("No file is named.", "Type its path.")
    path = next((p for p in map(_expanded, _meant(text)) if os.path.lexists(p)), _expanded(text))
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise UsageError(f"{path} is not a file.", "Choose a text file.")
    return path


def _meant(text: str) -> list[str]:
    """What was typed, as it is and as a shell or a desktop would have written it."""
    found = [text]
    try:
        words = shlex.split(text)
    except ValueError:  # a quotation mark without its partner is part of the name
        words = []
    if len(words) == 1:
        found.append(words[0])
    if text.startswith("file:"):
        found.append(unquote(urlsplit(text).path))
    return found


def _expanded(text: str) -> Path:
    try:
        return Path(text).expanduser()
    except RuntimeError:  # nobody's home
        return Path(text)


def completed(typed: str) -> Completion:
    """How a path may go on. Hidden names are left out until a full stop is typed. Raises UsageError."""
    if typed == "~":
        return Completion("~/", ())
    folder, slash, start = typed.rpartition("/")
    names = _names(_expanded(folder + slash) if slash else Path(), start)
    if not names:
        return Completion(typed, ())
    common = os.path.commonprefix(names)  # noqa: RUF071  # character by character is what is wanted
    if len(common) < len(start) or not common.startswith(start):
        common = names[0] if len(names) == 1 else start
    return Completion(folder + slash + common, tuple(names))


def _names(folder: Path, start: str) -> list[str]:
    """The names in a folder that begin so, folders with a slash; capitals count only where that helps."""
    try:
        with os.scandir(folder) as entries:
            found = [e.name + "/" if e.is_dir() else e.name for e in entries]
    except OSError as error:
        raise UsageError(f"{folder}: {error.strerror}.", "Check the name of the folder.") from error
    seen = [name for name in found if start.startswith(".") or not name.startswith(".")]
    exact = [name for name in seen if name.startswith(start)]
    return sorted(exact or [name for name in seen if name.casefold().startswith(start.casefold())])
