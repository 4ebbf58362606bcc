"""Markdown to paragraphs: its marks are taken away, its footnotes and comments become notes on their words."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from factcheck.documents.document import NoteKind, Proposals, Taken
from factcheck.documents.sheet import Hanging, Piece, Sheet
from factcheck.domain.article import BlockKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown_it.token import Token

IMPORTER = "markdown 1"
_DEEPEST = 60
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_ACTIVE = re.compile(r"<(script|style|template)\b.*?(</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_SCRIPT = re.compile(r"<(/?)(?:script|style|template)\b", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<[!?][^>]*>")
_FRONT = re.compile(r"^(title|author|byline|date|source|url)\s*:\s*(.*?)\s*$", re.IGNORECASE | re.MULTILINE)
_NAMES = {"byline": "author", "url": "source"}
_LEFT_OUT = "HTML in it was left out; the words between its tags were kept."
_PARTS_TOLD = 2_000


def take(content: bytes, options: dict[str, str], told: "Callable[[int, int], None]") -> Taken:
    """The paragraphs of Markdown in UTF-8 (CommonMark with tables and footnotes)."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin
    from mdit_py_plugins.front_matter import front_matter_plugin

    reader = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table"])
    reader.use(footnote_plugin, inline=False, move_to_end=False).use(front_matter_plugin)
    tokens = reader.parse(content.decode())
    walk = _Walk(tokens)
    for place, token in enumerate(tokens):
        walk.step(token)
        if place % _PARTS_TOLD == 0:
            told(place, len(tokens))
    return walk.taken()


class _Walk:
    """Goes through the blocks in order. Notes are read first: the words that they hang on name them."""

    def __init__(self, tokens: Sequence["Token"]) -> None:
        self._sheet = Sheet()
        self._footnotes = _footnotes(tokens)
        self._used: set[str] = set()
        self._kind: BlockKind | None = None
        self._has_headline = False
        self._in_note = 0
        self._row: _Line | None = None
        self._is_deep = False

    def step(self, token: "Token") -> None:
        """Take the next block."""
        self._is_deep = self._is_deep or token.level >= _DEEPEST - 2
        if token.type == "footnote_reference_open":
            self._in_note += 1
        elif token.type == "footnote_reference_close":
            self._in_note -= 1
        if not self._in_note:
            self._take(token)

    def _take(self, token: "Token") -> None:
        match token.type:
            case "front_matter":
                self._sheet.proposals = _front_matter(token.content)
            case "heading_open":
                is_first = token.tag == "h1" and not self._has_headline
                self._has_headline = self._has_headline or is_first
                self._kind = BlockKind.HEADLINE if is_first else BlockKind.SUBHEAD
            case "heading_close":
                self._kind = None
            case "tr_open":
                self._row = _Line()
            case "tr_close":
                row, self._row = self._row or _Line(), None
                self._sheet.add([Piece(row.words)], notes=row.notes)
            case "inline":
                self._inline(token)
            case "fence" | "code_block":
                self._sheet.add([Piece(token.content, _lines(token))])
            case "html_block":
                self._html(token)

    def _inline(self, token: "Token") -> None:
        line = self._row or _Line()
        if line.words:
            line.words += "\t"
        for child in token.children or ():
            self._span(line, child)
        if line.has_html:
            self._sheet.warnings.append(_LEFT_OUT)
        if self._row is not None:
            return
        kind = self._kind or (BlockKind.CAPTION if line.is_picture else None)
        self._sheet.add([Piece(line.words, _lines(token))], kind=kind, notes=line.notes)

    def _span(self, line: "_Line", child: "Token") -> None:
        match child.type:
            case "footnote_ref":
                label = str(child.meta.get("label", ""))
                text = self._footnotes.get(label, "")
                self._used.add(label)
                line.notes.append(Hanging(len(line.words), NoteKind.FOOTNOTE, text))
            case "html_inline" if comment := _COMMENT.fullmatch(child.content.strip()):
                line.notes.append(Hanging(len(line.words), NoteKind.COMMENT, comment[1]))
            case _:
                line.take(child)

    def _html(self, token: "Token") -> None:
        notes = [Hanging(0, NoteKind.COMMENT, found[1]) for found in _COMMENT.finditer(token.content)]
        self._sheet.add([], notes=notes)
        rest = _ACTIVE.sub(" ", _COMMENT.sub(" ", token.content))
        words = _TAG.sub(" ", rest)
        if words.strip() != token.content.strip() and (words.strip() or not notes):
            self._sheet.warnings.append(_LEFT_OUT)
        self._sheet.add([Piece(" ".join(words.split()), _lines(token))])

    def taken(self) -> Taken:
        """All of it; a footnote that no word names is put at the end rather than lost."""
        if self._is_deep:
            self._sheet.warnings.append("Something in it is nested so deep that a part may be missing.")
        for label, text in self._footnotes.items():
            if label not in self._used:
                self._sheet.warnings.append(
                    f"The footnote “{label}” belongs to no words; it stands at the end."
                )
                self._sheet.add([Piece(text)])
        return self._sheet.taken("utf-8")


class _Line:
    """The words of one block, and what hangs on them."""

    def __init__(self) -> None:
        self.words = ""
        self.notes: list[Hanging] = []
        self.has_html = False
        self._is_script = False
        self.is_picture = True
        """Whether there is nothing in it but a picture and its description."""

    def take(self, child: "Token") -> None:
        """Put the words of a token under those that are there."""
        if child.type == "html_inline":
            self.has_html = True
            if found := _SCRIPT.match(child.content):
                self._is_script = not found[1]
        elif not self._is_script:
            self._put(child)

    def _put(self, child: "Token") -> None:
        match child.type:
            case "softbreak":
                self.words += " "
            case "hardbreak":
                self.words += "\n"
            case "image":
                self.words += _picture(child)
            case "text" | "code_inline":
                self.words += child.content
                self.is_picture = self.is_picture and not child.content.strip()


def _picture(token: "Token") -> str:
    """What a picture is called, and what is said under it."""
    title = str(token.attrGet("title") or "")
    return " ".join(dict.fromkeys(filter(None, (token.content.strip(), title.strip()))))


def _footnotes(tokens: Sequence["Token"]) -> dict[str, str]:
    """The words of each footnote by its label; where it leads to a page, the address too."""
    found: dict[str, list[str]] = {}
    label: str | None = None
    for token in tokens:
        if token.type == "footnote_reference_open":
            label = str(token.meta.get("label", ""))
            found.setdefault(label, [])
        elif token.type == "footnote_reference_close":
            label = None
        elif label is not None and token.content:
            found[label].append(_note_words(token))
    return {label: "\n".join(words) for label, words in found.items()}


def _note_words(token: "Token") -> str:
    if not token.children:
        return token.content
    line, address = _Line(), ""
    for child in token.children:
        if child.type == "link_open":
            address = str(child.attrGet("href") or "")
        line.take(child)
        if child.type == "link_close" and address and address not in line.words:
            line.words += f" <{address}>"
    return line.words


def _front_matter(content: str) -> Proposals:
    told: dict[str, Any] = {}
    for found in _FRONT.finditer(content):
        name = found[1].lower()
        told.setdefault(_NAMES.get(name, name), found[2].strip("'\""))
    return Proposals(**told)


def _lines(token: "Token") -> str:
    return f"line {token.map[0] + 1}" if token.map else ""
