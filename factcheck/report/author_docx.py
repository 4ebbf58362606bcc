"""The author's own Word file with comments at the statements and the suggested wording as tracked changes.

Nothing else in the file is changed: parts that are not touched keep their bytes.
"""

import posixpath
from typing import Any

from factcheck.domain.visible import visible
from factcheck.report.manuscript import Manuscript, from_text
from factcheck.report.marking import Marking
from factcheck.report.ooxml import DOCUMENT_RELATIONS, RELATIONS, zipped
from factcheck.report.remarks import Remark, changes, remarks
from factcheck.report.sealed import Sealed
from factcheck.report.wishes import NONE, Wishes

_STRICT = "http://purl.oclc.org/ooxml/"
_STRICT_RELATIONS = f"{_STRICT}officeDocument/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_COMMENTS = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


def render_author_docx(sealed: Sealed, wishes: Wishes = NONE) -> bytes:
    """The file. When the article did not come in a Word file, one is made of its text.

    Raises ValueError when the report was made without the text.
    """
    document = sealed.document()
    manuscript = wishes.manuscript or from_text(document)
    if wishes.is_checked_copy:
        return _marked(manuscript, list(changes(document)))
    return _marked(manuscript, list(remarks(sealed, document, on_all=wishes.is_on_all)))


def _marked(manuscript: Manuscript, wanted: list[Remark]) -> bytes:
    parts = dict(manuscript.parts)
    name, comments = _comments(manuscript, parts)
    used = [str(v) for one in comments for k, v in one.attrib.items() if k.endswith("}id")]
    marking = Marking(manuscript, max((int(one) for one in used if one.isdecimal()), default=-1) + 1)
    for remark in wanted:
        number = marking.mark(remark)
        if number is not None:
            comments.append(_comment(comments, number, remark))
    parts[manuscript.document] = _serialized(manuscript.tree)
    parts[name] = _serialized(comments)
    return zipped(parts)


def _comments(manuscript: Manuscript, parts: dict[str, bytes]) -> tuple[str, Any]:
    """The part with the comments that are there already, or a new one that the document is related to."""
    from lxml import etree

    folder, base = posixpath.split(manuscript.document)
    rels = posixpath.join(folder, "_rels", f"{base}.rels")
    tree = _parsed(parts[rels]) if rels in parts else etree.Element(f"{{{RELATIONS}}}Relationships")
    for one in tree:
        if str(one.get("Type")).endswith("/comments") and one.get("TargetMode") != "External":
            target = str(one.get("Target"))
            found = posixpath.normpath(
                target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            )
            if found in parts:
                return found, _parsed(parts[found])
    space = str(manuscript.tree.tag).rpartition("}")[0].lstrip("{")
    name = posixpath.join(folder, _free("comments", folder, parts))
    kind = _STRICT_RELATIONS if space.startswith(_STRICT) else DOCUMENT_RELATIONS
    ids = {one.get("Id") for one in tree}
    free = next(f"rId{n}" for n in range(1, len(ids) + 2) if f"rId{n}" not in ids)
    new = etree.SubElement(tree, f"{{{RELATIONS}}}Relationship")
    new.attrib.update({"Id": free, "Type": f"{kind}/comments", "Target": posixpath.basename(name)})
    parts[rels] = _serialized(tree)
    if "[Content_Types].xml" in parts:  # Word refuses a file without, but the importer reads it
        types = _parsed(parts["[Content_Types].xml"])
        override = etree.SubElement(types, f"{{{_TYPES}}}Override")
        override.attrib.update({"PartName": f"/{name}", "ContentType": _COMMENTS})
        parts["[Content_Types].xml"] = _serialized(types)
    return name, etree.Element(f"{{{space}}}comments", nsmap={"w": space})


def _free(base: str, folder: str, parts: dict[str, bytes]) -> str:
    names = [f"{base}.xml", *(f"{base}{n}.xml" for n in range(1, len(parts) + 2))]
    return next(name for name in names if posixpath.join(folder, name) not in parts)


def _comment(comments: Any, number: int, remark: Remark) -> Any:
    """A comment of one paragraph a line."""
    space = str(comments.tag).rpartition("}")[0]

    def make(tag: str, **attributes: str) -> Any:
        return comments.makeelement(
            f"{space}}}{tag}", {f"{space}}}{name}": value for name, value in attributes.items()}
        )

    author = visible(remark.author)
    initials = "".join(word[0] for word in author.split())[:4]
    comment = make("comment", id=str(number), author=author, date=f"{remark.at[:19]}Z", initials=initials)
    for line in remark.lines:
        paragraph, run, text = make("p"), make("r"), make("t")
        text.text = visible(line)
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        run.append(text)
        paragraph.append(run)
        comment.append(paragraph)
    return comment


def _parsed(content: bytes) -> Any:
    from lxml import etree

    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))


def _serialized(tree: Any) -> bytes:
    from lxml import etree

    return bytes(etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True))
