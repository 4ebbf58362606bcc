"""Keeping what is half-typed at the desk, where no article is open that a place could belong to."""

import json
from collections.abc import Mapping
from pathlib import Path

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


def write_typed(file: Path, typed: Mapping[str, str]) -> None:
    """Keep this and nothing else. Raises StorageFailedError."""
    try:
        make_private_folder(file.parent)
        write_whole(file, json.dumps(typed, ensure_ascii=True).encode("ascii"), mode=PRIVATE_FILE)
    except OSError as error:
        raise StorageFailedError(
            f"{file}: {error.strerror or 'cannot be written'}.",
            "What you are typing would not survive a crash.",
        ) from error
