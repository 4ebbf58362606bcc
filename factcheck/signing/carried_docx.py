"""What a Word file carries in its custom XML parts: files by name, each in base64."""

import re
import zipfile
from base64 import b64decode
from collections.abc import Iterator
from io import BytesIO

from factcheck.signing.carried import FILE
from factcheck.signing.container import LARGEST_FILE, ZIP_FAULTS, RefusedError

_PART = re.compile(r"customXml/[A-Za-z0-9_-]+\.xml")
_MOST = 64
_NAMES = ("name", "id", "file")


def carried_by(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Each file of a report in the custom XML, with its name. Raises RefusedError."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            infos = [info for info in archive.infolist() if _PART.fullmatch(info.filename)]
            if len(infos) > _MOST or sum(info.file_size for info in infos) > LARGEST_FILE:
                raise RefusedError("it carries too much")
            if any(info.flag_bits & 0x1 for info in infos):
                raise RefusedError("what it carries is encrypted")
            parts = [archive.open(info).read(info.file_size + 1) for info in infos]
    except RefusedError:
        raise
    except ZIP_FAULTS as error:
        raise RefusedError("it is not a whole Word file") from error
    for part in parts:
        yield from _in_part(part)


def _in_part(part: bytes) -> Iterator[tuple[str, bytes]]:
    from lxml import etree

    if b"<!DOCTYPE" in part or b"<!ENTITY" in part:
        raise RefusedError("it defines entities")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    try:
        root = etree.fromstring(part, parser)
        for element in root.iter("{*}*"):
            name = next((element.get(one) for one in _NAMES if element.get(one)), "")
            if FILE.fullmatch(name):
                yield name, b64decode("".join((element.text or "").split()), validate=True)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise RefusedError("what it carries is damaged") from error
