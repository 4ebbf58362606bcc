"""Spans of a draft's text, and the normal form in which words are compared."""

import re
import unicodedata

from msgspec import Struct

_WHITE = re.compile(r"\s+")
_TYPOGRAPHY = (
    ("\u2018", "'"),
    ("\u2019", "'"),
    ("\u201a", "'"),
    ("\u201b", "'"),
    ("\u201c", '"'),
    ("\u201d", '"'),
    ("\u201e", '"'),
    ("\u201f", '"'),
    ("\u2010", "-"),
    ("\u2011", "-"),
    ("\u2012", "-"),
    ("\u2013", "-"),
    ("\u2014", "-"),
    ("\u2015", "-"),
)


class Span(Struct, frozen=True, order=True, array_like=True, forbid_unknown_fields=True, gc=False):
    """A half-open run [start, end) of a draft's text, in Unicode code points.

    Raises ValueError when it would be empty or start before the text.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters of the span in the whole text."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end

    def shifted(self, by: int) -> "Span":
        """The same run, `by` code points later (or earlier, when negative)."""
        return Span(self.start + by, self.end + by)


def normal_form(text: str) -> str:
    """The form in which the words that a verdict was given for are compared.

    NFC (never NFKC: 10² is not 102); runs of white space become one space, never none; curly
    quotation marks become straight and dashes a hyphen. Case, punctuation, a minus sign and angle
    quotation marks count.
    """
    if not text.isascii():  # all that is done here leaves ASCII as it is
        text = unicodedata.normalize("NFC", text)
        for (
            curly,
            straight,
        ) in _TYPOGRAPHY:  # fourteen searches in C; `translate` asks Python for each character
            text = text.replace(curly, straight)
    if "  " in text or not text.isprintable():  # of all white space, only the space is printable
        text = _WHITE.sub(" ", text)
    return text


def sha256_of(text: str) -> str:
    """The SHA-256 of a text in UTF-8, in hexadecimal."""
    from hashlib import sha256  # loads OpenSSL, which most lists and many first frames can do without

    return sha256(text.encode("utf-8")).hexdigest()
