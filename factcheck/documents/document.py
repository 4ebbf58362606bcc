"""What an importer returns: the text as it will be stored, and where it came from."""

from dataclasses import dataclass

from factcheck.domain.draft import Provenance


@dataclass(frozen=True, slots=True)
class Document:
    """Decoded text with LF line ends and without BOM, otherwise as it was in the file."""

    text: str
    provenance: Provenance
