"""A PDF to paragraphs, by where its characters stand on the page."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from factcheck.documents.document import Proposals, Taken
from factcheck.documents.pdf_layout import Bit, furniture_of, in_reading_order, lines_of, paragraphs_of
from factcheck.documents.sheet import Piece, Sheet, counted
from factcheck.domain.article import BlockKind
from factcheck.errors import InputRefusedError

IMPORTER = "pdf 1"
_MOST_PAGES, _MOST_CHARACTERS = 3_000, 20_000_000
_PARTS_TOLD = 5
_HYPHENS = "-\u00ad\u2010\x02\ufffe"
"""What stands at a line's end where a word is divided; PDFium gives some of them as no characters at all."""
_LIGATURES = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NO_TITLE = re.compile(r"(?i)untitled|microsoft word|\.(docx?|indd|pdf|rtf|odt)\s*\Z")
_NAMED = 5
_Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""
_INVISIBLE = 3
"""The text rendering mode that paints nothing (ISO 32000-1, 9.3.6)."""


def take(content: bytes, options: dict[str, str], told: Callable[[int, int], None]) -> Taken:
    """The paragraphs of a PDF (PDFium). Raises InputRefusedError, also for a scan without text."""
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(content)
        count = len(pdf)
    except pypdfium2.PdfiumError as error:
        raise InputRefusedError(
            "it is damaged, or locked with a password.", "Save it anew without a password, and import that."
        ) from error
    if count > _MOST_PAGES:
        raise InputRefusedError(f"it has more than {_MOST_PAGES:,} pages.", "Import it in parts.")
    reader = _Reader()
    for number in range(count):
        if number % _PARTS_TOLD == 0:
            told(number, count)
        try:
            reader.read(pdf[number], number + 1)
        except pypdfium2.PdfiumError:
            reader.damaged.append(number + 1)
    return reader.taken(pdf.get_metadata_dict())


class _Reader:
    """Collects the pieces of lines of all pages, then puts them together."""

    def __init__(self) -> None:
        self.damaged: list[int] = []
        self._empty: list[int] = []
        self._pages: list[tuple[float, list[Bit]]] = []
        self._sheet = Sheet()
        self._joined: list[str] = []
        self._hidden = self._ligatures = self._characters = 0
        self._words: set[str] = set()

    def read(self, page: Any, number: int) -> None:
        """Take what stands on a page. Raises PdfiumError."""
        text = page.get_textpage()
        bits = list(self._bits(text, number))
        text.close()
        self._pages.append((page.get_height(), in_reading_order(bits)))
        if not bits:
            self._empty.append(number)
        page.close()

    def _bits(self, text: Any, page: int) -> Iterator[Bit]:
        """The pieces of lines on a page: PDFium ends a line where the next stands elsewhere, we at wide gaps too."""
        import pypdfium2.raw as c

        held: list[tuple[int, _Box]] = []
        size = 0.0
        self._characters += text.count_chars()
        if self._characters > _MOST_CHARACTERS:
            raise InputRefusedError(
                f"it has more than {_MOST_CHARACTERS:,} characters.", "Import it in parts."
            )
        for place in range(text.count_chars()):
            code = c.FPDFText_GetUnicode(text, place)
            if code in (10, 13):
                yield from self._bit(held, size, page)
                held = []
                continue
            box = text.get_charbox(place)
            if held and code > 32 and _is_apart(held[-1][1], box, max(size, 1.0)):
                yield from self._bit(held, size, page)
                held = []
            if not held:
                size = c.FPDFText_GetFontSize(text, place)
                thing = c.FPDFText_GetTextObject(text, place)
                self._hidden += bool(thing) and c.FPDFTextObj_GetTextRenderMode(thing) == _INVISIBLE
            if code > 32 or held:
                held.append((code, box if code > 32 else held[-1][1]))
        yield from self._bit(held, size, page)

    def _bit(self, held: Sequence[tuple[int, _Box]], size: float, page: int) -> Iterator[Bit]:
        units = "".join(chr(code) for code, _ in held if code)
        words = units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").strip()
        if not words:
            return
        self._ligatures += sum(1 for one in words if ord(one) in _LIGATURES)
        boxes = [box for _, box in held]
        left, bottom = min(b[0] for b in boxes), min(b[1] for b in boxes)
        right, top = max(b[2] for b in boxes), max(b[3] for b in boxes)
        # Fonts that are scaled by the page say 1; what is painted is as tall as it is.
        yield Bit(
            words.translate(_LIGATURES), left, bottom, right, top, max(size, 0.8 * (top - bottom), 1.0), page
        )

    def taken(self, told: dict[str, str]) -> Taken:
        """All of it."""
        if not any(bits for _, bits in self._pages):
            raise InputRefusedError(
                "there is no text in it, only pictures: it needs text recognition (OCR).",
                "Run it through OCR, or type what is to be checked, and import that.",
            )
        furniture = furniture_of(self._pages)
        body = [
            line
            for _, bits in self._pages
            for line in lines_of([bit for bit in bits if bit not in furniture])
        ]
        self._words = {word for line in body for word in _WORD.findall(line.words)}
        left = list(furniture.items())
        for paragraph in paragraphs_of(body):
            while left and left[0][0].page < paragraph[0].page:
                self._furniture(*left.pop(0))
            self._sheet.add(self._pieces(paragraph))
        for bit, reason in left:
            self._furniture(bit, reason)
        self._say()
        title = told.get("Title", "")
        self._sheet.proposals = Proposals(
            title="" if _NO_TITLE.search(title) else title, author=told.get("Author", ""), date=_day(told)
        )
        return self._sheet.taken()

    def _furniture(self, bit: Bit, reason: str) -> None:
        self._sheet.add([Piece(bit.words, f"page {bit.page}")], kind=BlockKind.FURNITURE, reason=reason)

    def _pieces(self, paragraph: Sequence[Bit]) -> list[Piece]:
        """The words of a paragraph in one line, with divided words put together again."""
        pieces: list[Piece] = []
        for line, after in zip(paragraph, [*paragraph[1:], None], strict=True):
            words = line.words
            if after is not None:
                is_divided = words[-1] in _HYPHENS and words[-2:-1].isalpha() and after.words[:1].islower()
                words = self._undivided(words, after.words) if is_divided else f"{words} "
            pieces.append(Piece(_plain(words), f"page {line.page}"))
        return pieces

    def _undivided(self, words: str, after: str) -> str:
        """The words without the hyphen at their end, unless the word is written with one elsewhere."""
        first = _WORD.findall(words[:-1])[-1]
        second = _WORD.match(after)
        second_half = second[0] if second else ""
        if f"{first}-{second_half}" in self._words and first + second_half not in self._words:
            return words[:-1] + "-"
        self._joined.append(first + second_half)
        return words[:-1]

    def _say(self) -> None:
        say = self._sheet.warnings.append
        if self._joined:
            named = ", ".join(self._joined[:_NAMED]) + (", …" if len(self._joined) > _NAMED else "")
            say(
                f"Put together again, as divided at a line end: {counted(len(self._joined), 'word')}: {named}."
            )
        if self._ligatures:
            say(f"Written as letters: {counted(self._ligatures, 'ligature')} (such as ﬁ).")
        if self._hidden:
            say(
                f"Invisible text is in it ({counted(self._hidden, 'place')}): recognised from a scan, or hidden."
            )
        if self._empty:
            say(f"Without text, so perhaps scanned: page {_listed(self._empty)}.")
        if self.damaged:
            say(f"Damaged, and not read: page {_listed(self.damaged)}.")


def _is_apart(before: _Box, box: _Box, size: float) -> bool:
    """Whether a character stands far right of the one before, or on another line: a hyphen hides a line's end."""
    is_far = box[0] - before[2] > 2 * size
    return is_far or before[0] - box[0] > 2 * size or box[3] < before[1] - size


def _plain(words: str) -> str:
    return words.replace("\x02", "-").replace("\ufffe", "-")


def _listed(pages: Sequence[int]) -> str:
    return ", ".join(map(str, pages[:20])) + (", …" if len(pages) > 20 else "")


def _day(told: dict[str, str]) -> str:
    """The day of "D:20240503…"."""
    found = re.match(r"D:(\d{4})(\d{2})(\d{2})", told.get("CreationDate", ""))
    return "-".join(found.groups()) if found else ""
