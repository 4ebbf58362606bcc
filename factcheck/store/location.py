"""Where the store is: one SQLite file of the user's, or a newsroom's PostgreSQL."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from factcheck.errors import UsageError

_SCHEMES = {"postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg"}
_SQLITE = "sqlite:///"


class Location(Struct, frozen=True):
    """Either `file` or `server` is set. `server` is a libpq address and may hold a password: never show it."""

    file: Path | None = None
    server: str | None = None

    @property
    def shown(self) -> str:
        """The location as a person may see it, without a password."""
        return str(self.file) if self.file else "the PostgreSQL server of FACTCHECK_DATABASE_URL"

    @property
    def evidence(self) -> Path | None:
        """The folder of the files that are kept as evidence, beside the store's file; None for a server."""
        return self.file.with_name(f"{self.file.stem}.evidence") if self.file else None

    @property
    def sqlalchemy_url(self) -> str:
        """The address as SQLAlchemy wants it."""
        if self.file:
            return f"sqlite:///{self.file}"
        scheme, _, rest = (self.server or "").partition("://")
        return f"{_SCHEMES[scheme]}://{rest}"


def find_location(default: Path, environment: Mapping[str, str]) -> Location:
    """`FACTCHECK_DATABASE_URL`, or else the default file.

    Raises UsageError for an address that is neither PostgreSQL's nor SQLite's.
    """
    url = environment.get("FACTCHECK_DATABASE_URL")
    if not url:
        return Location(file=default)
    if url.startswith(_SQLITE):
        return Location(file=Path(url.removeprefix(_SQLITE)).absolute())
    if url.partition("://")[0] in _SCHEMES:
        return Location(server=url)
    raise UsageError(
        "FACTCHECK_DATABASE_URL is neither a PostgreSQL nor an SQLite address.",
        "Use postgresql://user@host/name or sqlite:////absolute/path, or unset it.",
    )
