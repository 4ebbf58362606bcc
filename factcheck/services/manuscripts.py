"""The author's own Word file, found again by the hash under which it was kept."""

import hashlib
from typing import Any

from factcheck.documents.docx_places import place
from factcheck.domain.text import sha256_of
from factcheck.errors import FactcheckError
from factcheck.report.checks import Document
from factcheck.report.manuscript import Leaf, Manuscript
from factcheck.store.evidence import Evidence

_WORD = "wordprocessingml"


def manuscript_of(evidence: Evidence, document: Document) -> Manuscript | None:
    """The file that the draft of a report came in, taken apart.

    None when it was no Word file, when it is not kept any longer or was altered, and when it does not read as the
    draft does: then nobody could say where a statement stands in it.
    """
    source: Any = document["article"]["source"]
    if _WORD not in source["media_type"] or not evidence.has_folder:
        return None
    try:
        content = evidence.path(source["sha256"]).read_bytes()
        if hashlib.sha256(content).hexdigest() != source["sha256"]:
            return None
        placed = place(content)
    except (OSError, FactcheckError):
        return None
    if sha256_of(placed.text) != document["article"]["text_sha256"]:
        return None
    leaves = tuple(Leaf(one.start, one.end, one.element, one.offset) for one in placed.places)
    return Manuscript(placed.parts, placed.document, placed.tree, leaves)
