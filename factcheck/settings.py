"""What the user has set: who is checking, the theme, whether to move on by itself, keys of one's own."""

import os
import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from msgspec import Struct, field

from factcheck.errors import StorageFailedError, UsageError
from factcheck.paths import PRIVATE_FILE, make_private_folder, write_whole

THEMES = ("dark", "light")


class Settings(Struct, frozen=True):
    """All settings with their defaults. `person` is who is checking; shown in the status line.

    `keys` are the keys of the table [keys] by the id of their command, not checked yet.
    """

    person: str
    theme: str = "dark"
    auto_advance: bool = False
    source_policy: bool = True
    """Whether the card says what sources an answer lacks."""
    allowed_signers: str = ""
    """The file of those whom the newsroom trusts to sign; a leading ~ is the user's own folder."""
    gate_sources: bool = True
    """Whether a report is signed only with a primary or three independent sources behind each "confirmed"."""
    gate_details: bool = True
    """Whether it is signed only when each hard detail was gone over."""
    newsroom: tuple[str, str] = ("", "")
    """Name and web address of who publishes the review, as a ClaimReview names them; both may be empty."""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def load_settings(path: Path, environment: Mapping[str, str] = os.environ) -> Settings:
    """Settings from the file, where there is one; `FACTCHECK_PERSON` and then the account name who.

    Raises UsageError when the file is not TOML or a value is not of its kind.
    """
    table = _read(path)
    person = environment.get("FACTCHECK_PERSON") or table.get("person") or _account()
    theme = table.get("theme", "dark")
    auto_advance = table.get("auto_advance", False)
    source_policy = table.get("source_policy", True)
    allowed_signers = table.get("allowed_signers", "")
    gate_sources = table.get("gate_sources", True)
    gate_details = table.get("gate_details", True)
    switches = (auto_advance, source_policy, gate_sources, gate_details)
    are_switches = all(isinstance(one, bool) for one in switches)
    are_texts = isinstance(person, str) and isinstance(allowed_signers, str)
    if not are_texts or theme not in THEMES or not are_switches:
        raise UsageError(
            f"A value in {path} is not of its kind: person and allowed_signers are text, theme is dark or light, "
            "auto_advance, source_policy, gate_sources and gate_details are true or false.",
            "Correct the file, or remove it to return to the defaults.",
        )
    return Settings(
        person=str(person).strip() or _account(),
        theme=str(theme),
        auto_advance=bool(auto_advance),
        source_policy=bool(source_policy),
        allowed_signers=str(allowed_signers),
        gate_sources=bool(gate_sources),
        gate_details=bool(gate_details),
        newsroom=_newsroom(path, table.get("newsroom", {})),
        keys=_keys(path, table.get("keys", {})),
    )


def _newsroom(path: Path, table: object) -> tuple[str, str]:
    """Name and web address, of which the address may be left out."""
    told: dict[str, object] = table if isinstance(table, dict) else {"": None}
    parts = [told.get("name", ""), told.get("url", "")]
    name, url = (" ".join(part.split()) if isinstance(part, str) else "" for part in parts)
    is_known = told.keys() <= {"name", "url"} and all(isinstance(part, str) for part in parts)
    if not is_known or (told and not name) or (url and not url.startswith(("https://", "http://"))):
        raise UsageError(
            f"The newsroom in {path} is something else than a name and, if you like, the address of its pages: "
            'newsroom = {name = "The Harbour Post", url = "https://post.example"}.',
            "Correct it, or remove it.",
        )
    return name, url


def _keys(path: Path, table: object) -> dict[str, tuple[str, ...]]:
    """A key, or a list of keys, by each command's id."""
    keys: dict[str, tuple[str, ...]] = {}
    for command, given in table.items() if isinstance(table, dict) else [("", None)]:
        wanted = [given] if isinstance(given, str) else given
        if not isinstance(wanted, list) or not wanted or not all(k and isinstance(k, str) for k in wanted):
            raise UsageError(
                f'The table [keys] in {path} has something else than lines like confirmed = "c" or '
                'next = ["j", "down"].',
                "Correct it, or remove it to return to the usual keys.",
            )
        keys[command] = tuple(wanted)
    return keys


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
    import getpass  # only for who has not said a name

    try:
        return getpass.getuser()
    except (KeyError, OSError):  # an account without a name, as in some containers
        return f"user {os.getuid()}"


class SettingsFile:
    """The file of the settings, and what the program itself remembers beside it.

    `hinted` is an empty file that is there once the first-run hint has done its work.
    """

    def __init__(self, path: Path, hinted: Path, environment: Mapping[str, str] = os.environ) -> None:
        self._path = path
        self._hinted = hinted
        self._environment = environment

    @property
    def is_person_fixed(self) -> bool:
        """Whether the environment says who is checking, whatever the file says."""
        return bool(self._environment.get("FACTCHECK_PERSON"))

    def save(self, name: str, value: str | bool) -> Settings:
        """Set one setting in the file and leave everything else in it as it is, comments included.

        Returns the settings as they are now. Raises UsageError when that line cannot be changed without
        spoiling others, and StorageFailedError.
        """
        table = _read(self._path)
        try:
            text = self._path.read_text(encoding="utf-8") if self._path.exists() else ""
            written = with_value(text, name, value)
            if written is None or _parsed(written) != table | {name: value}:
                raise UsageError(
                    f"The settings in {self._path} are written in a way that this program would spoil.",
                    f"Set {name} there by hand.",
                )
            make_private_folder(self._path.parent)
            write_whole(self._path, written.encode("utf-8"))
        except OSError as error:
            raise StorageFailedError(
                f"The settings were not saved: {error.strerror or error}.",
                f"See whether {self._path} can be written.",
            ) from error
        return load_settings(self._path, self._environment)

    @property
    def is_hint_wanted(self) -> bool:
        """Whether nobody has given a verdict on this device yet."""
        return not self._hinted.exists()

    def hint_is_done(self) -> None:
        """Remember it, where that can be remembered: a hint too many harms nobody."""
        with suppress(OSError):
            make_private_folder(self._hinted.parent)
            write_whole(self._hinted, b"", mode=PRIVATE_FILE)


def with_value(text: str, name: str, value: str | bool) -> str | None:
    """A TOML text with one top-level value set; None when the line that has it is not a plain one."""
    import json

    shown = json.dumps(value, ensure_ascii=False)
    lines = text.splitlines(keepends=True)
    top = next((i for i, line in enumerate(lines) if line.lstrip().startswith("[")), len(lines))
    for index, line in enumerate(lines[:top]):
        if re.match(rf"\s*{name}\s*=", line):
            plain = re.fullmatch(
                rf"(\s*{name}\s*=\s*)(\"[^\"\\]*\"|'[^']*'|true|false)(\s*(?:#.*)?)", line, re.DOTALL
            )
            if plain is None:
                return None
            lines[index] = f"{plain[1]}{shown}{plain[3]}"
            return "".join(lines)
    before = "".join(lines[:top])
    if before and not before.endswith("\n"):
        before += "\n"
    return f"{before}{name} = {shown}\n{''.join(lines[top:])}"


def _parsed(text: str) -> dict[str, object] | None:
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None
