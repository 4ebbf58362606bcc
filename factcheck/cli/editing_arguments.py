"""The arguments of the sub-commands that edit statements, read only when one of them is asked for."""

import argparse
from collections.abc import Callable

KINDS = (
    "name",
    "title",
    "number",
    "date",
    "quote",
    "denial",
    "hedge",
    "superlative",
    "comparative",
    "causal",
)
REASONS = ("opinion", "prediction", "rhetorical", "not checkable", "furniture")
_WORD = "a word: its number as `words` prints it, or the word itself"
_WORDS = "words: numbers like 3..7 as `words` prints them, or the words themselves"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add those of the sub-command that the parser is for."""
    command = parser.prog.rpartition(" ")[2]
    parser.add_argument("article", metavar="ARTICLE", help="slug or id, as `factcheck list` prints it")
    if command != "reread":
        parser.add_argument("number", metavar="N", type=int, help="number of the statement")
    _OF.get(command, _nothing)(parser)
    parser.add_argument("--json", action="store_true", help="print data for a program")


def _nothing(parser: argparse.ArgumentParser) -> None:
    """No arguments but the statement."""


def _inside(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--inside", metavar="CHARACTERS", type=int, default=0, help="so many characters into the word"
    )


def _split(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("word", metavar="WORD", help=f"where the second part begins: {_WORD}")
    _inside(parser)


def _bound(parser: argparse.ArgumentParser) -> None:
    edge = parser.add_mutually_exclusive_group(required=True)
    edge.add_argument("--begins", metavar="WORD", help=f"the first word: {_WORD}")
    edge.add_argument("--ends", metavar="WORD", help=f"the last word: {_WORD}")


def _words(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", metavar="WORDS", help=_WORDS)


def _exclude(parser: argparse.ArgumentParser) -> None:
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--reason", choices=REASONS, metavar="REASON", help=", ".join(REASONS))
    which.add_argument("--back", action="store_true", help="check it after all")


def _speaker(parser: argparse.ArgumentParser) -> None:
    who = parser.add_mutually_exclusive_group(required=True)
    who.add_argument("words", metavar="WORDS", nargs="?", help=_WORDS)
    who.add_argument("--name", help="a name that does not stand in the paragraph")
    who.add_argument("--none", action="store_true", help="not attributed: the article says it itself")
    who.add_argument("--remove", action="store_true", help="take this one attribution off")
    _of(parser)


def _cue(parser: argparse.ArgumentParser) -> None:
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("words", metavar="WORDS", nargs="?", help=_WORDS)
    what.add_argument("--none", action="store_true", help="there is no cue")
    _of(parser)


def _content(parser: argparse.ArgumentParser) -> None:
    _words(parser)
    _of(parser)


def _of(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--of", metavar="K", type=int, help="which attribution, from 1 (default: the only one); 0 adds one"
    )


def _detail(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kind", metavar="KIND", choices=KINDS, help=", ".join(KINDS))
    _words(parser)
    how = parser.add_mutually_exclusive_group()
    how.add_argument(
        "--was", choices=KINDS, metavar="KIND", help="it is there as this kind, and is the other"
    )
    how.add_argument("--remove", action="store_true", help="take it off")


def _date(parser: argparse.ArgumentParser) -> None:
    _words(parser)
    parser.add_argument(
        "day",
        metavar="DAY",
        nargs="?",
        default="",
        help="2024-10-17, 2024-10, 2024-10-01/2024-10-15; else unknown",
    )


def _reread(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--dry-run", action="store_true", help="say what it would change, and change nothing")


_OF: dict[str, Callable[[argparse.ArgumentParser], None]] = {
    "split": _split,
    "bound": _bound,
    "add": _words,
    "exclude": _exclude,
    "speaker": _speaker,
    "cue": _cue,
    "content": _content,
    "detail": _detail,
    "date": _date,
    "reread": _reread,
}
