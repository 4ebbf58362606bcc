"""What the user has set: who is checking, the theme, whether to move on by itself."""

import getpass
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from factcheck.errors import UsageError

THEMES = ("dark", "light")


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings with their defaults. `person` is who is checking; shown in the status line."""

    person: str
    theme: str = "dark"
    auto_advance: bool = False


def load_settings(path: Path, environment: Mapping[str, str] = os.environ) -> Settings:
    """Settings from the file, where there is one; `FACTCHECK_PERSON` and then the account name who.

    Raises UsageError when the file is not TOML or a value is not of its kind.
    """
    table = _read(path)
    person = environment.get("FACTCHECK_PERSON") or table.get("person") or _account()
    theme = table.get("theme", "dark")
    auto_advance = table.get("auto_advance", False)
    if not isinstance(person, str) or theme not in THEMES or not isinstance(auto_advance, bool):
        raise UsageError(
            f"A value in {path} is not of its kind: person is text, theme is dark or light, "
            "auto_advance is true or false.",
            "Correct the file, or remove it to return to the defaults.",
        )
    return Settings(person=person.strip() or _account(), theme=str(theme), auto_advance=auto_advance)


def _read(path: Path) -> dict[str, object]:
    if not path.exists():
        return {}
    import tomllib

    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(
            f"The settings in {path} are not valid TOML.",
            "Correct the file, or remove it to return to the defaults.",
        ) from error


def _account() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # an account without a name, as in some containers
        return f"user {os.getuid()}"
