"""Keeping what is half-typed at the desk, where no article is open that a place could belong to."""

import json
from collections.abc import Mapping
from pathlib import Path

from factcheck.domain.place import typed_since, with_typed
from factcheck.errors import StorageFailedError
from factcheck.paths import PRIVATE_FILE, make_private_folder, write_whole


def read_typed(file: Path) -> dict[str, str]:
    """What was kept, by the prompt's name; nothing when there is no file, or one that is not ours."""
    try:
        kept = json.loads(file.read_bytes())
    except (OSError, ValueError):
        return {}
    if not isinstance(kept, dict):
        return {}
    return {str(name): text for name, text in kept.items() if isinstance(text, str)}


def write_typed(file: Path, typed: Mapping[str, str], known: Mapping[str, str]) -> None:
    """Keep what differs from what was `known` to be kept; the rest may be another window's. Raises StorageFailedError."""
    kept = with_typed(read_typed(file), typed_since(known, typed))
    try:
        make_private_folder(file.parent)
        write_whole(file, json.dumps(kept, ensure_ascii=True).encode("ascii"), mode=PRIVATE_FILE)
    except OSError as error:
        raise StorageFailedError(
            f"{file}: {error.strerror or 'cannot be written'}.",
            "What you are typing would not survive a crash.",
        ) from error
