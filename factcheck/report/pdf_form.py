"""The report as a PDF: tagged, for the archive (PDF/A-3) and for screen readers (PDF/UA), set by typst in a child process."""

import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from datetime import datetime
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from msgspec.json import encode

from factcheck.errors import StorageFailedError, UsageError
from factcheck.report.carried import carried_files
from factcheck.report.checks import Document
from factcheck.report.pdf_data import pdf_data
from factcheck.report.sealed import Sealed
from factcheck.report.times import made_at

_SECONDS = 300
_STANDARDS = ("a-3a", "ua-1")
_NO_FONT = re.compile(r'the text `"(.*?)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_AGAIN = "Run it again, or choose another form, such as html."


def render_pdf(sealed: Sealed) -> bytes:
    """The pages, with report.json and the signatures as associated files. The same report and fonts give the same bytes.

    Raises like `pages_of`.
    """
    return pages_of("report.typ", sealed.document(), pdf_data(sealed), dict(carried_files(sealed)))


def pages_of(
    template: str, document: Document, values: dict[str, Any], carried: Mapping[str, bytes] | None = None
) -> bytes:
    """The pages of a template with these values, and the files that they carry.

    Characters for which this machine has no font are named on the first page, and the file is a plain PDF then.
    Raises UsageError without the extra `pdf`, StorageFailedError when no pages can be made.
    """
    if find_spec("typst") is None:
        raise UsageError(
            "The PDF needs typst, which is not installed.",
            "Install it with `pip install 'factcheck[pdf]'`, or choose another form, such as html.",
        )
    at = datetime.fromisoformat(made_at(document))
    data = values | {"date": [at.year, at.month, at.day, at.hour, at.minute, at.second]}
    with tempfile.TemporaryDirectory(prefix="factcheck-") as name:
        folder = Path(name)
        (folder / "report.typ").write_bytes(
            files("factcheck.report").joinpath("templates", template).read_bytes()
        )
        for file, content in (carried or {}).items():
            (folder / file).write_bytes(content)
        missing = _set(folder, data, _STANDARDS)
        if missing:
            data["notices"] = [*data["notices"], _named(missing)]
            _set(folder, data, ())
        return (folder / "report.pdf").read_bytes()


def _set(folder: Path, data: dict[str, Any], standards: tuple[str, ...]) -> list[str]:
    """Make the pages; the characters for which there is no font, in which case there are none."""
    (folder / "data.json").write_bytes(encode(data))
    try:
        child = subprocess.run(  # noqa: S603  # this very module, and nothing that comes from outside
            [sys.executable, "-m", "factcheck.report.pdf_child", str(folder), *standards],
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise StorageFailedError("The pages of the PDF could not be set in time.", _AGAIN) from error
    told = child.stdout.decode("utf-8", "replace")
    if child.returncode == 0:
        return []
    missing = {_unescaped(found) for found in _NO_FONT.findall(told)}
    if not missing or not standards:
        raise StorageFailedError("The pages of the PDF could not be set.", _AGAIN)
    return sorted({character for words in missing for character in words})


def _unescaped(words: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), words)


def _named(missing: list[str]) -> str:
    codes = ", ".join(f"U+{ord(one):04X}" for one in missing[:40])
    more = f" and {len(missing) - 40} more" if len(missing) > 40 else ""
    return (
        f"This machine has no font for {codes}{more}: they are not shown on these pages, which is why the file is no PDF/A. "
        "report.json inside has every character."
    )
