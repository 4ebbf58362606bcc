"""Keeping the file that an article was read from, and where in it each word stands, under the hash of its bytes."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from msgspec import Struct

from factcheck.documents.document import Document
from factcheck.domain.canonical import Json

if TYPE_CHECKING:
    from factcheck.ids import Ids
    from factcheck.store.evidence import Evidence

ORIGINAL = "original"
ORIGINS = "origins"
_ORIGINS_FORMAT = "factcheck-origins"


class File(Struct, frozen=True):
    """Something to keep with an article: what it is to it ("original" or "origins"), and its bytes."""

    what: str
    name: str
    media_type: str
    content: bytes


def files_of(document: Document, text_sha256: str) -> tuple[File, ...]:
    """What is kept with a document: the file as it came, and the map from its text back into it."""
    told = document.provenance
    files = []
    if document.original:
        files.append(File(ORIGINAL, told.name, told.media_type, document.original))
    if document.origins:
        content = origins_json(document, text_sha256)
        files.append(File(ORIGINS, f"{told.name}.origins.json", "application/json", content))
    return tuple(files)


def origins_json(document: Document, text_sha256: str) -> bytes:
    """Where each stretch of the text stands in the file, as [start, end, place]; offsets are code points."""
    form = {
        "format": _ORIGINS_FORMAT,
        "version": 1,
        "text_sha256": text_sha256,
        "file_sha256": document.provenance.sha256,
        "importer": document.provenance.importer,
        "origins": [[one.span.start, one.span.end, one.place] for one in document.origins],
    }
    return json.dumps(form, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


@contextmanager
def kept(evidence: "Evidence", ids: "Ids", files: Sequence[File]) -> Iterator[Callable[[], list[Json]]]:
    """Write files beside the evidence; calling what this gives keeps them, and says how an event names them.

    Whatever is raised inside takes them away again. A store on a server keeps none. Raises StorageFailedError.
    """
    if not evidence.has_folder:
        yield list
        return
    new: list[str] = []
    with ExitStack() as stack:
        copies = [(file, stack.enter_context(evidence.written(file.content, ids))) for file in files]

        def keep() -> list[Json]:
            for _, copied in copies:
                if evidence.keep(copied):
                    new.append(copied.sha256)
            return [
                {"what": file.what, "name": file.name, "media_type": file.media_type, "sha256": copied.sha256}
                for file, copied in copies
            ]

        try:
            yield keep
        except BaseException:
            for digest in new:
                evidence.drop(digest)
            raise
