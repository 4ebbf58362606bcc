"""One paragraph of a Word file while it is read: its words, where each run stands, and what hangs on them."""

from collections.abc import Callable
from typing import Any

from msgspec import Struct, field

from factcheck.documents.document import NoteKind
from factcheck.documents.sheet import Hanging, Piece

_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_GONE = frozenset({"del", "moveFrom"})
_COME = frozenset({"ins", "moveTo"})
_NOTES = {"footnoteReference": NoteKind.FOOTNOTE, "endnoteReference": NoteKind.ENDNOTE}
_SKIPPED = frozenset({"pPr", "rPr", "tblPr", "sdtPr", "sdtEndPr", "instrText", "delText", "fldData", "rt"})
_OFF = frozenset({"0", "false", "off", "none"})


def local(element: Any) -> str:
    """An element's name without its namespace; "" for what is none."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Any, name: str) -> str:
    """An attribute by its name without namespace; "" when it is not there."""
    return next((str(v) for k, v in element.attrib.items() if k.rpartition("}")[2] == name), "")


def child(element: Any, *names: str) -> Any:
    """The first child of a child … of these names; None when there is none."""
    for name in names:
        element = next((one for one in element if local(one) == name), None)
        if element is None:
            return None
    return element


def is_on(element: Any) -> bool:
    """Whether a switch such as `vanish` is there and not off."""
    return element is not None and attribute(element, "val").lower() not in _OFF


class Counts(Struct):
    """What was come across and is to be said."""

    insertions: int = 0
    deletions: int = 0
    hidden: int = 0
    symbols: int = 0
    foreign: int = 0


class Notes(Struct):
    """The author's notes by their ids, and which of them were found in the text."""

    texts: dict[tuple[NoteKind, str], tuple[str, str]]
    used: set[tuple[NoteKind, str]] = field(default_factory=set)

    def hanging(self, at: int, kind: NoteKind, key: str) -> list[Hanging]:
        """The note with this id; none when there is none, or when it hangs somewhere already."""
        if (kind, key) not in self.texts or (kind, key) in self.used:
            return []
        self.used.add((kind, key))
        text, author = self.texts[kind, key]
        return [Hanging(at, kind, text, author)]


class Line:
    """The words of one paragraph, or of two that lost the mark between them."""

    def __init__(self, notes: Notes, counts: Counts, is_hidden: Callable[[Any], bool]) -> None:
        self.pieces: list[Piece] = []
        self.notes: list[Hanging] = []
        self.boxes: list[Any] = []
        """The text boxes that are anchored in it; they are read after it."""
        self.length = 0
        self._notes = notes
        self._counts = counts
        self._is_hidden = is_hidden
        self._paragraph = self._run = 0

    @property
    def words(self) -> str:
        """All of its words."""
        return "".join(piece.words for piece in self.pieces)

    def read(self, paragraph: Any, number: int) -> None:
        """Put the words of a paragraph under those that are there."""
        self._paragraph, self._run = number, 0
        self._walk(paragraph)

    def put(self, words: str, place: str = "", element: Any = None) -> None:
        """Put some words under those that are there."""
        self.pieces.append(Piece(words, place, element))
        self.length += len(words)

    def take(self, other: "Line") -> None:
        """Put another line's words, and what hangs on them, under those that are there."""
        self.notes += [Hanging(self.length + n.at, n.kind, n.text, n.author) for n in other.notes]
        self.pieces += other.pieces
        self.length += other.length

    def _walk(self, element: Any) -> None:
        for one in element:
            name = local(one)
            if name in _SKIPPED:
                continue
            if name in _GONE:
                self._counts.deletions += 1
            elif name == "AlternateContent":
                self._walk_one_of(one)
            elif name in {"txbxContent", "textbox"}:
                self.boxes.append(one)
            elif not self._leaf(one, name):
                self._counts.insertions += name in _COME
                if name == "r":
                    self._run += 1
                    self._counts.hidden += self._is_hidden(one)
                self._walk(one)

    def _walk_one_of(self, element: Any) -> None:
        """Read what new programs read; what stands there for old ones says the same again."""
        chosen = next((one for one in element if local(one) == "Choice"), None)
        self._walk(chosen if chosen is not None else element)

    def _leaf(self, element: Any, name: str) -> bool:
        """Take what has no parts of its own; whether it was such a thing."""
        place = f"p{self._paragraph} r{max(self._run, 1)}"
        if name == "t":
            self.put("".join(element.itertext()), place, element)
        elif name in _CHARACTERS:
            self.put(_CHARACTERS[name], place, element)
        elif name == "sym":
            self.put(_symbol(element), place, element)
            self._counts.symbols += 1
        elif name in _NOTES:
            self.notes += self._notes.hanging(self.length, _NOTES[name], attribute(element, "id"))
        elif name == "commentRangeStart":
            self.notes += self._notes.hanging(self.length + 1, NoteKind.COMMENT, attribute(element, "id"))
        elif name == "commentReference":
            self.notes += self._notes.hanging(self.length, NoteKind.COMMENT, attribute(element, "id"))
        else:
            return False
        return True


def _symbol(element: Any) -> str:
    try:
        return chr(int(attribute(element, "char"), 16))
    except (ValueError, OverflowError):
        return "\ufffd"
