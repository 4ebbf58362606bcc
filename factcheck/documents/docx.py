"""A Word file to paragraphs, by our own walk over its XML: what is inserted is in, what is deleted is out."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from factcheck.documents.document import NoteKind, Proposals, Taken
from factcheck.documents.docx_line import Counts, Line, Notes, attribute, child, is_on, local
from factcheck.documents.docx_package import Package
from factcheck.documents.sheet import Sheet, counted
from factcheck.domain.article import BlockKind

IMPORTER = "docx 1"
_PARTS_TOLD = 500
_SHORT_CELL = 80
_AROUND = frozenset(
    {
        "sdt",
        "sdtContent",
        "customXml",
        "smartTag",
        "ins",
        "moveTo",
        "body",
        "txbxContent",
        "textbox",
        "Fallback",
    }
)
_STYLES = (
    (re.compile(r"title|headline|hed"), BlockKind.HEADLINE),
    (re.compile(r"subtitle|standfirst|dek|deck|sell"), BlockKind.STANDFIRST),
    (re.compile(r"heading \d|subhead(ing)?|crosshead"), BlockKind.SUBHEAD),
    (re.compile(r"byline|author"), BlockKind.BYLINE),
    (re.compile(r"dateline"), BlockKind.DATELINE),
    (re.compile(r"(photo |picture )?caption"), BlockKind.CAPTION),
    (re.compile(r"(photo |picture )?credit"), BlockKind.CREDIT),
    (re.compile(r"toc( heading| \d)"), BlockKind.FURNITURE),
)
_CONTENTS = "table of contents"


def take(content: bytes, options: dict[str, str], told: Callable[[int, int], None]) -> Taken:
    """The paragraphs of a Word file (ECMA-376), with the author's notes. Raises InputRefusedError."""
    package = Package(content)
    tree = package.xml(package.document)
    return Walk(package, tree, told, Sheet()).taken()


class Walk:
    """Goes through the paragraphs in order, those of tables and text boxes too, and puts them on a sheet."""

    def __init__(self, package: Package, tree: Any, told: Callable[[int, int], None], sheet: Sheet) -> None:
        self._package = package
        self._tree = tree
        self._told = told
        self._sheet = sheet
        self._counts = Counts()
        self._notes = Notes(dict(_all_notes(package)))
        self._names, self._hiding = _styles(package.related("styles"))
        self._number = 0
        self._total = sum(1 for one in tree.iter() if local(one) == "p")
        self._headline = ""
        self._pending: Line | None = None

    def taken(self) -> Taken:
        """All of it."""
        self._blocks(self._tree)
        self._put_pending()
        self._say()
        self._sheet.proposals = self._proposals()
        return self._sheet.taken()

    def _blocks(self, element: Any) -> None:
        for one in element:
            name = local(one)
            if name == "p":
                self._paragraph(one)
            elif name == "tbl":
                self._put_pending()
                self._table(one)
            elif name == "altChunk":
                self._counts.foreign += 1
            elif name == "AlternateContent":
                self._blocks(next((c for c in one if local(c) == "Choice"), one))
            elif name in _AROUND:
                self._blocks(one)

    def _line(self) -> Line:
        return Line(self._notes, self._counts, self._is_hidden)

    def _read(self, paragraph: Any, line: Line) -> None:
        self._number += 1
        if self._number % _PARTS_TOLD == 0:
            self._told(self._number, self._total)
        line.read(paragraph, self._number)

    def _paragraph(self, paragraph: Any) -> None:
        line = self._pending or self._line()
        self._pending = None
        self._read(paragraph, line)
        if child(paragraph, "pPr", "rPr", "del") is not None:  # the mark at its end is deleted: it runs on
            self._counts.deletions += 1
            self._pending = line
        else:
            self._put(line, self._kind(paragraph))

    def _put_pending(self) -> None:
        if self._pending is not None:
            line, self._pending = self._pending, None
            self._put(line, None)

    def _put(self, line: Line, kind: BlockKind | None) -> None:
        words = line.words.strip()
        if kind is BlockKind.HEADLINE and words:
            kind = BlockKind.SUBHEAD if self._headline else kind
            self._headline = self._headline or words
        reason = _CONTENTS if kind is BlockKind.FURNITURE else None
        self._sheet.add(line.pieces, kind=kind, reason=reason, notes=line.notes)
        for box in line.boxes:
            self._blocks(box)
            self._put_pending()

    def _table(self, table: Any) -> None:
        """Put each row in a line of its own, its cells parted by tabs; long cells stand by themselves."""
        for row in _within(table, "tr"):
            if child(row, "trPr", "del") is not None:
                self._counts.deletions += 1
                continue
            cells = [(cell, list(_within(cell, "p"))) for cell in _within(row, "tc")]
            has_more = any(True for cell, _ in cells for _ in _within(cell, "tbl"))
            if has_more or any(len(paragraphs) > 1 or _is_long(paragraphs) for _, paragraphs in cells):
                for cell, _ in cells:
                    self._cell(cell)
            else:
                self._row([paragraphs[0] for _, paragraphs in cells if paragraphs])

    def _cell(self, cell: Any) -> None:
        self._blocks(cell)
        self._put_pending()

    def _row(self, paragraphs: list[Any]) -> None:
        whole = self._line()
        for paragraph in paragraphs:
            line = self._line()
            self._read(paragraph, line)
            if whole.length:
                whole.put("\t")
            whole.take(line)
            whole.boxes += line.boxes
        self._put(whole, None)

    def _kind(self, paragraph: Any) -> BlockKind | None:
        """What the style of a paragraph says that it is."""
        style = child(paragraph, "pPr", "pStyle")
        name = (
            self._names.get(attribute(style, "val"), attribute(style, "val").lower())
            if style is not None
            else ""
        )
        is_first = not self._headline and self._sheet.is_empty
        if name == "heading 1" and is_first:
            return BlockKind.HEADLINE
        return next((kind for pattern, kind in _STYLES if pattern.fullmatch(name)), None)

    def _is_hidden(self, run: Any) -> bool:
        style = child(run, "rPr", "rStyle")
        is_so = is_on(child(run, "rPr", "vanish"))
        return is_so or (style is not None and attribute(style, "val") in self._hiding)

    def _say(self) -> None:
        counts, say = self._counts, self._sheet.warnings.append
        if counts.insertions or counts.deletions:
            say(
                f"It has tracked changes: {counted(counts.insertions, 'insertion')} taken as made, "
                f"{counted(counts.deletions, 'deletion')} left out."
            )
        if counts.hidden:
            say(f"Text that is formatted as hidden is in it ({counted(counts.hidden, 'place')}).")
        if counts.symbols:
            say(f"{counted(counts.symbols, 'symbol')} of a special font may read otherwise here.")
        if counts.foreign:
            say("A part of it is kept in another format, and was not read.")
        if left := len(set(self._notes.texts) - self._notes.used):
            say(f"Left out, as on no words: {counted(left, 'note')} of the author’s.")

    def _proposals(self) -> Proposals:
        name = self._package.target("", "core-properties")
        tree = self._package.xml(name) if name else None
        told = {local(one): "".join(one.itertext()) for one in (tree if tree is not None else ())}
        return Proposals(
            title=self._headline or told.get("title", ""),
            author=told.get("creator", ""),
            date=told.get("created", "")[:10],
        )


def _within(element: Any, name: str) -> Iterator[Any]:
    """The parts of a table of this name, also those that stand in content controls or are inserted."""
    for one in element:
        if local(one) == name:
            yield one
        elif local(one) in _AROUND:
            yield from _within(one, name)


def _is_long(paragraphs: list[Any]) -> bool:
    return sum(len(one.text or "") for p in paragraphs for one in p.iter() if local(one) == "t") > _SHORT_CELL


def _styles(tree: Any) -> tuple[dict[str, str], set[str]]:
    """The names of the styles by their ids, in small letters, and the ids of those that hide."""
    names: dict[str, str] = {}
    hiding: set[str] = set()
    for style in tree if tree is not None else ():
        if local(style) == "style":
            name = child(style, "name")
            names[attribute(style, "styleId")] = attribute(name, "val").lower() if name is not None else ""
            if is_on(child(style, "rPr", "vanish")):
                hiding.add(attribute(style, "styleId"))
    return names, hiding


def _all_notes(package: Package) -> Iterator[tuple[tuple[NoteKind, str], tuple[str, str]]]:
    for kind in NoteKind:
        part = f"{kind.value}s"
        tree = package.related(part)
        if tree is None:
            continue
        name = package.target(package.document, part) or ""
        relations = package.relations(name)
        for note in tree:
            if local(note) == kind.value and attribute(note, "type") in {"", "normal"}:
                text = "\n".join(_note_words(p, relations) for p in note.iter() if local(p) == "p").strip()
                yield (kind, attribute(note, "id")), (text, attribute(note, "author"))


def _note_words(paragraph: Any, relations: dict[str, dict[str, Any]]) -> str:
    """The words of a note's paragraph, with the addresses that its links lead to."""
    line = Line(Notes({}), Counts(), lambda run: False)
    line.read(paragraph, 1)
    words = line.words
    for link in paragraph.iter():
        told = relations.get(attribute(link, "id")) if local(link) == "hyperlink" else None
        if told and told["is_outside"] and told["target"] not in words:
            words += f" <{told['target']}>"
    return words
