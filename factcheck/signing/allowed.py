"""Whom a newsroom trusts to sign: OpenSSH's `allowed_signers` file, as ssh-keygen(1) describes it."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct

from factcheck.errors import ActionRefusedError, UsageError
from factcheck.signing.public_key import PublicKey, key_from_line
from factcheck.signing.ssh_wire import WireError

_LARGEST = 1 << 22
_FIELD = re.compile(r'\s*(?:"([^"]*)"|([^\s"]+))(?:\s+|$)')
_OPTIONS = re.compile(r'((?:[^\s",]|"(?:[^"\\]|\\.)*"|,)+)\s+')
_OPTION = re.compile(r'([A-Za-z-]+)(?:="((?:[^"\\]|\\.)*)")?(?:,|$)')
_TIME = re.compile(r"(\d{8})(?:(\d{4})(\d{2})?)?(Z?)")


def signed_as(name: str, email: str) -> tuple[str, str]:
    """The name and the address as they are signed.

    Raises ActionRefusedError when one is missing or could not stand in a list of signers.
    """
    name, email = " ".join(name.split()), email.strip()
    local, at, domain = email.partition("@")
    is_address = local and at and domain and not any(c.isspace() or c in ',"!*?' for c in email)
    if not name or not name.isprintable() or not is_address or not email.isprintable():
        raise ActionRefusedError(
            "A report is signed with a name and an e-mail address.",
            "Say both: the address is what the newsroom’s list of signers knows you by.",
        )
    return name, email


class Entry(Struct, frozen=True):
    """One line: whose key it is, and for what and when it counts. Patterns know *, ? and a leading !."""

    number: int
    principals: str
    key: PublicKey
    namespaces: str | None = None
    valid_after: datetime | None = None
    valid_before: datetime | None = None
    is_authority: bool = False

    def objection(self, principal: str, namespace: str, now: datetime) -> str | None:
        """Why the line does not let this principal sign with its key for this, now; None when it does."""
        if self.is_authority:
            return "is for certificates, which are not supported"
        if not matches(principal, self.principals):
            return f"is not for {principal!r}"
        if self.namespaces is not None and not matches(namespace, self.namespaces):
            return f"does not let the key sign for {namespace!r}"
        if self.valid_after is not None and now < self.valid_after:
            return f"lets the key sign only after {_shown(self.valid_after)}"
        if self.valid_before is not None and now > self.valid_before:
            return f"let the key sign only until {_shown(self.valid_before)}"
        return None


class AllowedSigners(Struct, frozen=True):
    """The file's lines, and the fingerprints of the keys that were revoked."""

    path: Path
    entries: tuple[Entry, ...]
    revoked: frozenset[str] = frozenset()

    def objection(self, key: PublicKey, principal: str, namespace: str, now: datetime) -> str | None:
        """Why a key is not to be trusted as this principal's, for this, now; None when it is."""
        if key.fingerprint in self.revoked:
            return "The key was revoked."
        mine = [entry for entry in self.entries if entry.key.blob == key.blob]
        if not mine:
            return f"{self.path} does not have the key."
        objections = [(entry.number, entry.objection(principal, namespace, now)) for entry in mine]
        if any(said is None for _, said in objections):
            return None
        return " ".join(f"Line {number} of {self.path} {said}." for number, said in objections)


def read_allowed_signers(path: Path, revoked: Path | None = None) -> AllowedSigners:
    """Read a file of trusted signers, and one of revoked keys. Raises UsageError, naming the line."""
    entries = tuple(_entry(path, number, line) for number, line in _lines(path))
    return AllowedSigners(path, entries, frozenset(_revoked(revoked)) if revoked else frozenset())


def _revoked(path: Path) -> Iterator[str]:
    """The fingerprints of a list of revoked keys: a public key or a fingerprint "SHA256:…" on each line."""
    for number, line in _lines(path):
        if line.startswith("SHA256:"):
            yield line.split()[0]
            continue
        try:
            yield key_from_line(line).fingerprint
        except WireError as error:
            raise _unreadable(path, number) from error


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        with path.open("rb") as file:
            text = file.read(_LARGEST).decode("utf-8")
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or 'cannot be read'}.", "Name another file.") from error
    except UnicodeDecodeError as error:
        raise UsageError(
            f"{path} is not a text file.",
            "A list of trusted signers, or of revoked keys, has one key on each line; see ssh-keygen(1).",
        ) from error
    for number, line in enumerate(text.split("\n"), 1):
        bare = line.strip()
        if bare and not bare.startswith("#"):
            yield number, bare


def _unreadable(path: Path, number: int) -> UsageError:
    return UsageError(f"Line {number} of {path} cannot be read.", "Correct it as ssh-keygen(1) says.")


def _entry(path: Path, number: int, line: str) -> Entry:
    field = _FIELD.match(line)
    if field is None:
        raise _unreadable(path, number)
    principals, rest = field[1] if field[1] is not None else field[2], line[field.end() :]
    try:
        return Entry(number, principals, key_from_line(rest))
    except WireError:
        options = _OPTIONS.match(rest)
    try:
        if options is None:
            raise WireError("there is no key")
        given = _parsed(options[1])
        after, before = given.get("valid-after"), given.get("valid-before")
        return Entry(
            number,
            principals,
            key_from_line(rest[options.end() :]),
            namespaces=given.get("namespaces"),
            valid_after=_time(after) if after is not None else None,
            valid_before=_time(before) if before is not None else None,
            is_authority="cert-authority" in given,
        )
    except ValueError as error:
        raise _unreadable(path, number) from error


def _parsed(options: str) -> dict[str, str]:
    """The options by name, in small letters. Raises ValueError for one that is unknown or stands twice."""
    given: dict[str, str] = {}
    at = 0
    while at < len(options):
        found = _OPTION.match(options, at)
        name = found[1].lower() if found else ""
        wants_value = name in ("namespaces", "valid-after", "valid-before")
        if found is None or name in given or (not wants_value and name != "cert-authority"):
            raise ValueError("an option is not known")
        if wants_value != (found[2] is not None):
            raise ValueError("an option has no value, or one too many")
        given[name] = (found[2] or "").replace('\\"', '"')
        at = found.end()
    return given


def _time(text: str) -> datetime:
    """A time as ssh-keygen(1) writes it: YYYYMMDD, YYYYMMDDHHMM or YYYYMMDDHHMMSS, with Z in UTC, else local."""
    found = _TIME.fullmatch(text)
    if found is None:
        raise ValueError("it is not a time")
    day, minute, second, is_utc = found.groups()
    naive = datetime.strptime(  # noqa: DTZ007  # the zone follows in the next line
        f"{day}{minute or '0000'}{second or '00'}", "%Y%m%d%H%M%S"
    )
    return naive.replace(tzinfo=UTC) if is_utc else naive.astimezone()


def _shown(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M} UTC"


def matches(name: str, patterns: str) -> bool:
    """Whether a name fits a list of patterns with commas: * and ? as usual, and none that follows a ! may fit."""
    is_met = False
    for pattern in patterns.split(","):
        wanted = pattern.removeprefix("!")
        fits = re.fullmatch(
            "".join(".*" if c == "*" else "." if c == "?" else re.escape(c) for c in wanted), name, re.DOTALL
        )
        if fits and pattern.startswith("!"):
            return False
        is_met = is_met or bool(fits)
    return is_met
