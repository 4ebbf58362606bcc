"""What a rendering carries for machines: report.json and all that is signed under it."""

import re
from base64 import b64decode
from collections.abc import Iterable

from factcheck.signing.container import RefusedError

_SCRIPT = re.compile(rb'<script type="application/json\+base64" id="factcheck-([a-z0-9-]+)">([^<]*)</script>')
_PART = re.compile(r"report|signature|countersign-[1-9][0-9]{0,2}(-signature)?")
FILE = re.compile(r"(?:report|countersign-[1-9][0-9]{0,2})\.json(?:\.sig)?")
"""What report.json, its signature and the countersigns are called as files."""


def in_html(content: bytes) -> dict[str, bytes]:
    """The files that an HTML rendering carries. Raises RefusedError."""
    return _once((_file(found[1].decode("ascii")), _decoded(found[2])) for found in _SCRIPT.finditer(content))


def _file(part: str) -> str:
    """What a part of a page is called as a file: "countersign-1-signature" is countersign-1.json.sig."""
    if not _PART.fullmatch(part):
        raise RefusedError("it carries something that is not known")
    if part == "signature":
        return "report.json.sig"
    bare = part.removesuffix("-signature")
    return f"{bare}.json" if bare == part else f"{bare}.json.sig"


def _decoded(encoded: bytes) -> bytes:
    try:
        return b64decode(encoded, validate=True)
    except ValueError as error:
        raise RefusedError("what it carries is damaged") from error


def _once(parts: Iterable[tuple[str, bytes]]) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for name, content in parts:
        if name in files:
            raise RefusedError("it carries something twice")
        files[name] = content
    return files


def in_docx(content: bytes) -> dict[str, bytes]:
    """The files that a Word rendering carries in its custom XML. Raises RefusedError."""
    from factcheck.signing.carried_docx import carried_by

    return _once(carried_by(content))


def in_pdf(content: bytes) -> dict[str, bytes]:
    """The files that are attached to a PDF rendering. Raises RefusedError."""
    from factcheck.signing.carried_pdf import attached_to

    return _once((name, part) for name, part in attached_to(content) if FILE.fullmatch(name))
