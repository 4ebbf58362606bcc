"""Where things live on this machine."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600
_BUFFER = 1 << 16
"""Bytes that are written at a time, of however small pieces."""


class Paths(Struct, frozen=True):
    """The folders for data, settings and state (crash reports, the device's id)."""

    data: Path
    config: Path
    state: Path

    @property
    def database(self) -> Path:
        """The store's one file."""
        return self.data / "factcheck.db"

    @property
    def settings(self) -> Path:
        """The settings, in TOML."""
        return self.config / "settings.toml"

    @property
    def device(self) -> Path:
        """The random id of this device."""
        return self.state / "device"

    @property
    def hinted(self) -> Path:
        """There once the first-run hint has done its work."""
        return self.state / "hinted"

    @property
    def typed(self) -> Path:
        """What is half-typed at the desk."""
        return self.state / "typed.json"

    @property
    def crashes(self) -> Path:
        """Crash reports, without any text of an article."""
        return self.state / "crashes"


def find_paths(environment: Mapping[str, str] = os.environ) -> Paths:
    """The folders of this user; `FACTCHECK_HOME` puts all of them into one place."""
    home = environment.get("FACTCHECK_HOME")
    if home:
        root = Path(home).expanduser().absolute()
        return Paths(data=root, config=root, state=root)
    from platformdirs import PlatformDirs  # costs more than all else that `--help` needs

    places = PlatformDirs("factcheck", appauthor=False)
    return Paths(
        data=Path(places.user_data_dir),
        config=Path(places.user_config_dir),
        state=Path(places.user_state_dir),
    )


def make_private_folder(folder: Path) -> None:
    """Make a folder that only its owner may look into; one that is there already keeps what it is.

    Raises OSError.
    """
    folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)


def write_whole(path: Path, content: bytes, *, mode: int = 0o666) -> None:
    """Write a file so that it is there whole or not at all: temporary name, sync, rename, sync the folder.

    `mode` is the new file's, less the umask. Raises OSError and then leaves what was there before.
    """
    write_pieces(path, [content], mode=mode)


def write_pieces(path: Path, pieces: Iterable[bytes], *, mode: int = 0o666) -> None:
    """The same piece after piece. Raises OSError, and what the making of a piece raises."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
    try:
        with os.fdopen(descriptor, "wb", _BUFFER) as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
