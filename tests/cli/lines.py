"""The line mode without a terminal: lines go in, what is told and said comes out."""

import io
from collections import deque
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, cast

from factcheck.cli.plain import LineReview
from factcheck.cli.plain_talk import Talk
from factcheck.domain.author import Author
from factcheck.services.desk import Desk
from factcheck.services.writer import Writer
from factcheck.store.connection import Connection
from factcheck.store.opening import open_ledger
from factcheck.store.whole import WholeReader
from tests.build import ARTICLE, Shop, open_shop


class Typed:
    """What somebody types: each line as it is asked for, then the end."""

    def __init__(self) -> None:
        self.lines: deque[bytes] = deque()

    def readline(self) -> bytes:
        return self.lines.popleft() if self.lines else b""


@dataclass
class Lines:
    """An article that is reviewed by lines, in a store of its own."""

    shop: Shop
    is_read_only: bool = False
    typed: Typed = field(default_factory=Typed)
    data: io.StringIO = field(default_factory=io.StringIO)
    talk: io.StringIO = field(default_factory=io.StringIO)

    def __post_init__(self) -> None:
        self.open()

    def open(self) -> None:
        """Open the article as ann on her device."""
        author = Author("ann", "device-of-ann")
        location, clock = self.shop.location, self.shop.clock
        self.desk = Desk(
            WholeReader(Connection(location)),
            Writer(lambda: open_ledger(location, author, clock)),
            author,
            location.file.with_name("typed.json") if location.file else Path("typed.json"),
            is_read_only=self.is_read_only,
        )
        self.session = self.desk.open(self.shop.article.id)
        talk = Talk(cast("BinaryIO", self.typed), self.data, self.talk)
        self.review = LineReview(self.session, talk, clock=clock)

    def run(self, *lines: str) -> tuple[int, str]:
        """Read these lines up to the end of the input; returns the exit code and all that came out."""
        self.typed.lines.extend(f"{line}\n".encode() for line in lines)
        code = self.review.run()
        return code, self._taken()

    def __call__(self, line: str, *further: str) -> str:
        """Do one line, with further ones for what it asks; returns all that came out, data first."""
        self.typed.lines.extend(f"{x}\n".encode() for x in further)
        assert self.review.handle(line)
        return self._taken()

    def _taken(self) -> str:
        text = self.data.getvalue() + self.talk.getvalue()
        for stream in (self.data, self.talk):
            stream.seek(0)
            stream.truncate()
        return text

    def restart(self) -> None:
        """Leave and open again."""
        self.desk.close()
        self.open()

    def close(self) -> None:
        """Let go of everything."""
        self.desk.close()
        self.shop.close()


def open_lines(folder: Path, text: str = ARTICLE, *, is_read_only: bool = False) -> Lines:
    """An article with this text under review by lines."""
    return Lines(open_shop(folder, text), is_read_only)


TRAPS = (
    "“He said [sic] it was [B]ecause [/no evidence] of [bold red]rain[/],” Ada \u202eQuill said on Thursday.\n\n"
    "\x1b[31mRed\x1b[0m \x1b]52;c;cm0gLXJm\x07 \u202edesrever\u202c \x9b31m and a\u200bb are 10,000 troops.\n"
)


def is_plain(character: str) -> bool:
    """Whether a screen reader and a terminal take it as text: no control, no bidi mark, no box."""
    code = ord(character)
    return character == "\n" or not (
        code < 32 or 127 <= code < 160 or 0x2500 <= code < 0x25A0 or character in "\u202e\u202c\u200b"
    )
