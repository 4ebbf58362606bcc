"""What many sub-commands are told: which article, which statement, and whether a program reads the answer."""

TYPE_CHECKING = False  # typing itself would be a twentieth of what `--help` takes
if TYPE_CHECKING:
    import argparse


def article(parser: "argparse.ArgumentParser") -> None:
    """The article."""
    parser.add_argument("article", metavar="ARTICLE", help="slug or id, as `factcheck list` prints it")


def number(parser: "argparse.ArgumentParser") -> None:
    """The article and a statement of it."""
    article(parser)
    parser.add_argument("number", metavar="N", type=int, help="number of the statement")


def as_json(parser: "argparse.ArgumentParser") -> None:
    """Whether to print data."""
    parser.add_argument("--json", action="store_true", help="print data for a program")
