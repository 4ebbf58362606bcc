"""Text from outside as Markdown that is only ever text: CommonMark, and GitHub's tables and bare links."""

import re
from functools import lru_cache

from factcheck.domain.visible import visible

# Backslash escapes are those of CommonMark 0.31, section 2.4. Besides what opens markup anywhere: a colon and
# a dot that would make a bare address a link, and "$" and "^" for renderers with mathematics and footnotes.
# It begins with a class of characters, by which `re` finds its place quickly.
_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~&$@^=:.](?:(?<![:.])|(?<=[A-Za-z]:)(?=\S)|(?<=\w\.)(?=[^\W\d_]))")
_OPENING = re.compile(r"(?P<number>\d{1,9})(?=[.)])|(?=[!-/:-?])")


def within_lines(text: str) -> str:
    """The text with nothing in it that is markup within a line; its line ends stay."""
    return _SPECIAL.sub(r"\\\g<0>", visible(text, keep_line_feeds=True))


def opened(line: str) -> str:
    """A line of `within_lines` that opens no list, heading or code either, without blanks at its ends."""
    bare = line.strip(" ")
    return _OPENING.sub(r"\g<number>\\", bare, count=1) if _OPENING.match(bare) else bare


def one_line(text: object) -> str:
    """The text for a place that has room for one line: a heading, a cell, an entry. Line ends are shown."""
    return _one_line(str(text))


@lru_cache(maxsize=1024)  # most are words that come again and again, such as "confirmed"
def _one_line(text: str) -> str:
    return opened(_SPECIAL.sub(r"\\\g<0>", visible(text)))


def quoted(text: str) -> str:
    """The text as a block quotation, line for line."""
    return as_quotation(within_lines(text))


def as_quotation(escaped: str) -> str:
    """Lines of `within_lines` as a block quotation that keeps its line ends."""
    lines = [opened(line) for line in escaped.split("\n")]
    ends = ["\\" if line and after else "" for line, after in zip(lines, [*lines[1:], ""], strict=True)]
    return "\n".join(f"> {line}{end}".rstrip(" ") for line, end in zip(lines, ends, strict=True))


def row(*cells: object) -> str:
    """A line of a table, of cells that are Markdown already."""
    return f"| {' | '.join(str(cell) for cell in cells)} |"
