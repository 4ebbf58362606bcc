"""Whether the evidence that a report names is there, unchanged."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from factcheck.errors import ExitCode, UsageError
from factcheck.signing.outcome import Course

_AT_ONCE = 1 << 20


def check_evidence(course: Course, document: Mapping[str, Any], folder: Path) -> None:
    """Look in a folder, and all folders in it, for each file whose hash the report names; names do not matter.

    Raises UsageError when there is no such folder.
    """
    if not folder.is_dir():
        raise UsageError(f"{folder} is not a folder.", "Name the folder of the evidence.")
    wanted = {s["sha256"]: s for s in document["sources"] if isinstance(s.get("sha256"), str)}
    sizes = {source.get("bytes") for source in wanted.values()}
    there = {_sum(path) for path in sorted(folder.rglob("*")) if _may_be(path, sizes)} if wanted else set()
    missing = [source for name, source in wanted.items() if name not in there]
    for source in missing:
        course.failed(
            ExitCode.EVIDENCE_CHANGED,
            f"The evidence of “{source.get('title') or source['id']}” is missing or was changed.",
        )
    if not missing:
        course.passed(f"All evidence that the report names is there, unchanged: {len(wanted)} files.")


def _may_be(path: Path, sizes: set[Any]) -> bool:
    return path.is_file() and not path.is_symlink() and path.stat().st_size in sizes


def _sum(path: Path) -> str:
    found = sha256()
    with path.open("rb") as file:
        while part := file.read(_AT_ONCE):
            found.update(part)
    return found.hexdigest()
