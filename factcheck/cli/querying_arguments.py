"""What the sub-commands about queries are told."""

from factcheck.cli.arguments import article, as_json, number

TYPE_CHECKING = False  # typing itself would be a twentieth of what `--help` takes
if TYPE_CHECKING:
    import argparse

ADDRESSEES = ("author", "editor", "source")


def ask(parser: "argparse.ArgumentParser") -> None:
    """A statement, to whom, and the question."""
    number(parser)
    parser.add_argument("to", metavar="TO", choices=ADDRESSEES, help=", ".join(ADDRESSEES))
    parser.add_argument("text", metavar="TEXT", help="the question, or - for standard input")
    parser.add_argument("--name", default="", help="who that is")
    as_json(parser)


def which(parser: "argparse.ArgumentParser") -> None:
    """A statement, and which of its queries."""
    number(parser)
    parser.add_argument("query", metavar="QUERY", type=int, help="number of the query, as `show` prints it")


def answer(parser: "argparse.ArgumentParser") -> None:
    """A query, and what came back."""
    which(parser)
    parser.add_argument("text", metavar="TEXT", help="what came back, or - for standard input")
    as_json(parser)


def turn(parser: "argparse.ArgumentParser") -> None:
    """A query that is closed or opened again."""
    which(parser)
    as_json(parser)


def queries(parser: "argparse.ArgumentParser") -> None:
    """An article, and which of its queries."""
    article(parser)
    parser.add_argument("--open", action="store_true", help="only those that wait for an answer")
    parser.add_argument(
        "--message", metavar="TO", help="the open ones as one message: author, editor, or a source's name"
    )
    as_json(parser)
