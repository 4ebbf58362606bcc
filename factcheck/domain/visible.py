"""The one way by which text from outside may reach a terminal.

Each control, bidirectional, zero-width, tag or otherwise unseen character becomes exactly one visible
character, so offsets in what is shown equal offsets in what is stored. The stored text is never touched.
"""

import re
import unicodedata

_CONTROL_PICTURES = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "\u2421"}
_STAND_IN = "\ufffd"  # for what has no picture of its own: C1 controls, bidi marks, tags
_FORMAT_PICTURES = {
    0x00AD: "\u2010",  # soft hyphen
    0x200B: "\u2423",  # zero-width space
    0x2028: "\u2424",  # line separator
    0x2029: "\u2424",  # paragraph separator
}
_UNSEEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_PLAIN = re.compile(
    r"[\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u2010-\u201f\u2026\u20ac\u2190-\u21ff\u2713-\u2718]*+"
)
_BLANK_LETTERS = frozenset({0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0})


def _is_unseen(character: str) -> bool:
    code = ord(character)
    if unicodedata.category(character) in _UNSEEN_CATEGORIES or code in _BLANK_LETTERS:
        return True
    return 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF  # variation selectors


def is_plain(text: str) -> bool:
    """Whether all of it is among the ordinary letters and signs, which need no look at each. False may be too careful."""
    return _PLAIN.fullmatch(text) is not None


def visible(text: str, *, keep_line_feeds: bool = False) -> str:
    """Text that is safe to show: as many code points as were given, each of them visible.

    With `keep_line_feeds`, line feeds stay, for places that lay out lines by themselves.
    """
    if is_plain(text) or (keep_line_feeds and is_plain(text.replace("\n", " "))):
        return text
    return "".join(_shown(c, keep_line_feeds) for c in text)


def _shown(character: str, keep_line_feeds: bool) -> str:
    if character == "\n" and keep_line_feeds:
        return character
    if " " <= character <= "~" or not _is_unseen(character):
        return character
    code = ord(character)
    return _CONTROL_PICTURES.get(code) or _FORMAT_PICTURES.get(code) or _STAND_IN


def unseen_characters(text: str) -> dict[str, int]:
    """How often each character occurs that a reader would not see, by its code point ("U+202E").

    Line feeds and tabs are ordinary. Importing lists these as warnings.
    """
    counts: dict[str, int] = {}
    if is_plain(text.replace("\n", " ")):
        return counts
    for character in text:
        if character not in "\n\t" and not "\x20" <= character <= "\x7e" and _is_unseen(character):
            name = f"U+{ord(character):04X}"
            counts[name] = counts.get(name, 0) + 1
    return counts
