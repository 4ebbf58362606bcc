"""What is attached to a PDF. A stranger's PDF is opened in a process of its own, with little memory and time.

Run as a program it is that process: the PDF comes in, the attachments go out as a line of sizes and their bytes.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, BinaryIO

from factcheck.signing.container import LARGEST_FILE, RefusedError

_MEMORY = 3 << 30  # bytes
_SECONDS = 60
_MOST = 64


def attached_to(content: bytes) -> list[tuple[str, bytes]]:
    """The attachments by name, in their order. Raises RefusedError."""
    command = [sys.executable, "-P", "-m", "factcheck.signing.carried_pdf"]
    try:
        ran = subprocess.run(  # noqa: S603  # this very module, and nothing that comes from outside
            command, input=content, capture_output=True, timeout=_SECONDS, check=True
        )
        head, _, rest = ran.stdout.partition(b"\n")
        return list(_cut(json.loads(head), rest))
    except (OSError, subprocess.SubprocessError, ValueError) as error:
        raise RefusedError("it is not a PDF that can be read") from error


def _cut(sizes: list[Any], rest: bytes) -> Iterator[tuple[str, bytes]]:
    at = 0
    for name, size in sizes:
        yield str(name), rest[at : at + size]
        at += size


def main(source: BinaryIO, target: BinaryIO) -> int:
    """Write out what is attached to the PDF that comes in; 1 when that cannot be done."""
    content = source.read()
    _limit()
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(content)
        count = pdf.count_attachments()
        if count > _MOST:
            return 1
        found = [(one.get_name(), bytes(one.get_data())) for one in map(pdf.get_attachment, range(count))]
    except (pypdfium2.PdfiumError, MemoryError, ValueError):
        return 1
    if sum(len(part) for _, part in found) > LARGEST_FILE:
        return 1
    target.write(json.dumps([(name, len(part)) for name, part in found]).encode() + b"\n")
    for _, part in found:
        target.write(part)
    target.flush()
    return 0


def _limit() -> None:
    import resource

    for what, most in (
        (resource.RLIMIT_AS, _MEMORY),
        (resource.RLIMIT_CPU, _SECONDS),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(ValueError, OSError):  # a system that knows no such limit has the parent's clock
            resource.setrlimit(what, (most, most))


if __name__ == "__main__":
    raise SystemExit(main(sys.stdin.buffer, sys.stdout.buffer))
