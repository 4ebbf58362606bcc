"""The parts of a Word file: sizes are looked at before anything is unpacked, and no XML may declare or fetch anything."""

import io
import posixpath
import zipfile
import zlib
from typing import Any

from factcheck.errors import InputRefusedError

_LARGEST_PART, _LARGEST = 80_000_000, 160_000_000
_MOST_PARTS = 5_000
_DENSEST, _SMALL = 150, 1_000_000
"""XML of a long manuscript packs some 10 to 40 times; more than a million bytes packed denser than this is a bomb."""
_SAVE = "Open it in Word and save it anew as .docx, or copy its text, and import that."
_DAMAGE = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError)
"""What the standard library raises at a zip file that is not what it says."""
_DOCUMENT = "officeDocument"


class Package:
    """An opened file. All raise InputRefusedError."""

    def __init__(self, content: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError) as error:
            raise InputRefusedError("it is damaged, or no Word file.", _SAVE) from error
        infos = self._zip.infolist()
        self._infos = {info.filename: info for info in infos}
        if len(infos) > _MOST_PARTS or len(self._infos) != len(infos):
            raise InputRefusedError("it has too many parts, or one of them twice.", _SAVE)
        self._left = _LARGEST
        self.document = self._document()

    def _document(self) -> str:
        """The name of the part with the text."""
        name = self.target("", _DOCUMENT) or "word/document.xml"
        if name not in self._infos:
            raise InputRefusedError("it is no Word file.", _SAVE)
        return name

    def target(self, part: str, kind: str) -> str | None:
        """The name of the part that another one (the package itself for "") is related to in such a way."""
        for told in self.relations(part).values():
            if told["type"].endswith(f"/{kind}") and not told["is_outside"]:
                found = posixpath.normpath(posixpath.join(posixpath.dirname(part), told["target"]))
                if told["target"].startswith("/"):
                    found = posixpath.normpath(told["target"]).lstrip("/")
                return found
        return None

    def relations(self, part: str) -> dict[str, dict[str, Any]]:
        """What a part is related to, by the relation's id."""
        folder, name = posixpath.split(part)
        tree = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        return {
            str(one.get("Id")): {
                "type": str(one.get("Type")),
                "target": str(one.get("Target")),
                "is_outside": one.get("TargetMode") == "External",
            }
            for one in (tree if tree is not None else ())
        }

    def related(self, kind: str) -> Any:
        """The tree of a part that the document is related to (`footnotes`); None when there is none."""
        name = self.target(self.document, kind)
        return self.xml(name) if name else None

    def parts(self) -> dict[str, bytes]:
        """Every part as it is, in the order of the file; folders are none."""
        return {name: self._read(info) for name, info in self._infos.items() if not info.is_dir()}

    def xml(self, name: str) -> Any:
        """The tree of a part; None when there is no such part."""
        from lxml import etree

        info = self._infos.get(name)
        if info is None:
            return None
        content = self._read(info)
        parser = etree.XMLParser(
            resolve_entities=False,
            load_dtd=False,
            dtd_validation=False,
            no_network=True,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        if b"<!DOCTYPE" in content or b"<!\x00D\x00O" in content or b"<\x00!\x00D" in content:
            raise InputRefusedError("it declares entities, which no Word file does.", _SAVE)
        try:
            tree = etree.fromstring(content, parser)
        except etree.XMLSyntaxError as error:
            raise InputRefusedError("its XML is damaged, or nested too deep.", _SAVE) from error
        if tree.getroottree().docinfo.internalDTD is not None:
            raise InputRefusedError("it declares entities, which no Word file does.", _SAVE)
        return tree

    def _read(self, info: zipfile.ZipInfo) -> bytes:
        if info.flag_bits & 1:
            raise InputRefusedError("it is locked with a password.", "Save it without one and import that.")
        is_dense = info.file_size > _SMALL and info.file_size > info.compress_size * _DENSEST
        if info.file_size > min(_LARGEST_PART, self._left) or is_dense:
            raise InputRefusedError("what is packed in it is too large.", _SAVE)
        self._left -= info.file_size
        try:
            with self._zip.open(info) as file:
                return file.read(info.file_size + 1)
        except _DAMAGE as error:
            raise InputRefusedError("it is damaged.", _SAVE) from error
