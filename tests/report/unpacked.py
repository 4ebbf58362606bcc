"""Every byte of a file, also of what is packed inside it: where a planted word could hide."""

import io
import re
import zipfile
import zlib
from base64 import b64decode
from html import unescape


def unpacked(content: bytes) -> bytes:
    """The file, then each part of it unpacked: zip members with their names, base64, PDF streams, entities."""
    parts = [content]
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            for name in packed.namelist():
                parts += [name.encode(), unpacked(packed.read(name))]
    if content.startswith(b"%PDF"):
        parts += _streams(content)
    else:
        parts += [b64decode(found) for found in re.findall(rb">([A-Za-z0-9+/]{16,}={0,2})<", content)]
        parts.append(unescape(content.decode("utf-8", "ignore")).encode())
    return b"\n".join(parts)


def _streams(content: bytes) -> list[bytes]:
    found = []
    for start in re.finditer(rb"stream\r?\n", content):
        try:
            found.append(zlib.decompressobj().decompress(content[start.end() :]))
        except zlib.error:
            found.append(content[start.end() : content.find(b"endstream", start.end())])
    return found


def words_of(content: bytes) -> str:
    """The text that a person could find in the file, in whatever way it is packed."""
    return unpacked(content).decode("utf-8", "replace")
