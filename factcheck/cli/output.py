"""Data to stdout, talk to stderr; nothing from outside gets there except through `visible`."""

import sys
from io import TextIOWrapper

TYPE_CHECKING = False  # `--help` says nothing from outside, and should not wait for what that would need
if TYPE_CHECKING:
    from typing import TextIO

    from factcheck.domain.canonical import Json
    from factcheck.errors import FactcheckError


def visible(text: str, *, keep_line_feeds: bool = False) -> str:
    """Text that is safe to show: `domain.visible`, loaded with the first line that goes out."""
    from factcheck.domain.visible import visible as shown

    return shown(text, keep_line_feeds=keep_line_feeds)


def prepare_streams() -> None:
    """Write UTF-8 whatever the locale says, so that no article can make printing fail."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def put(line: str, stream: "TextIO | None" = None) -> None:
    """One line of data for a person, to standard output when no other stream is given."""
    (stream or sys.stdout).write(visible(line) + "\n")


def put_json(value: "Json") -> None:
    """Data for a program. Control characters are escaped by JSON itself; C1 and bidi marks here as well."""
    import json

    text = json.dumps(value, ensure_ascii=False, indent=1)
    if visible(text, keep_line_feeds=True) != text:
        text = "".join(c if c == "\n" or visible(c) == c else json.dumps(c)[1:-1] for c in text)
    sys.stdout.write(text + "\n")


def say(line: str, stream: "TextIO | None" = None) -> None:
    """One line of talk, to standard error when no other stream is given."""
    (stream or sys.stderr).write(visible(line) + "\n")


def ask(prompt: str, stream: "TextIO | None" = None, *, end: str = " ") -> None:
    """A prompt, shown at once; what is typed follows on the same line."""
    stream = stream or sys.stderr
    stream.write(visible(prompt) + end)
    stream.flush()


def say_error(error: "FactcheckError") -> None:
    """An error as a title, a sentence and the next step."""
    say(f"{error.title}: {error.sentence}")
    say(f"  {error.next_step}")
