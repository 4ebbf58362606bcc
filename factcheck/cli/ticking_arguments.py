"""What the sub-commands about details and suggested wording are told."""

from factcheck.cli.arguments import as_json, number

TYPE_CHECKING = False  # typing itself would be a twentieth of what `--help` takes
if TYPE_CHECKING:
    import argparse

_LETTER = "letter of the detail, as `show ARTICLE N` prints it"


def tick(parser: "argparse.ArgumentParser") -> None:
    """A statement, and details of it."""
    number(parser)
    parser.add_argument("details", metavar="DETAIL", nargs="+", help=_LETTER)
    as_json(parser)


def wrong(parser: "argparse.ArgumentParser") -> None:
    """A detail, and what ought to stand there."""
    number(parser)
    parser.add_argument("detail", metavar="DETAIL", help=_LETTER)
    parser.add_argument("right", metavar="RIGHT", nargs="?", default="", help="what ought to stand there")
    as_json(parser)


def suggest(parser: "argparse.ArgumentParser") -> None:
    """A statement, and the words for it."""
    number(parser)
    parser.add_argument("text", metavar="TEXT", help="the words, or - for standard input")
    parser.add_argument(
        "--clarification", action="store_true", help="nothing is wrong, but it can be misread"
    )
    as_json(parser)


def decide(parser: "argparse.ArgumentParser") -> None:
    """A statement with a suggested wording."""
    number(parser)
    as_json(parser)
