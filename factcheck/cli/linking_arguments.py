"""What the sub-commands about links, hints and replies are told."""

from factcheck.cli.arguments import article, as_json, number

TYPE_CHECKING = False  # typing itself would be a twentieth of what `--help` takes
if TYPE_CHECKING:
    import argparse

LINKS = (
    "contradicts",
    "no_evidence",
    "denies",
    "differs_number",
    "differs_place",
    "differs_time",
    "differs_name",
    "differs_wording",
    "same_as",
)


def _both(parser: "argparse.ArgumentParser") -> None:
    number(parser)
    parser.add_argument("other", metavar="M", type=int, help="number of the other statement")


def link(parser: "argparse.ArgumentParser") -> None:
    """Two statements, and how the first bears on the second."""
    _both(parser)
    parser.add_argument("kind", metavar="KIND", choices=LINKS, help=", ".join(LINKS))
    as_json(parser)


def _which(parser: "argparse.ArgumentParser") -> None:
    parser.add_argument(
        "--kind", metavar="KIND", choices=LINKS, help="which link, where these two have several"
    )
    as_json(parser)


def unlink(parser: "argparse.ArgumentParser") -> None:
    """Two statements, and which of their links."""
    _both(parser)
    _which(parser)


def settle(parser: "argparse.ArgumentParser") -> None:
    """Two statements, and what is to become of their link."""
    _both(parser)
    parser.add_argument("why", metavar="WHY", nargs="?", help="the word why it is settled")
    parser.add_argument("--open", action="store_true", help="open it again")
    parser.add_argument(
        "--holds", action="store_true", help="it still holds, though an end has other words now"
    )
    _which(parser)


def hints(parser: "argparse.ArgumentParser") -> None:
    """An article, and what is to become of one hint."""
    article(parser)
    parser.add_argument("--accept", metavar="NUMBER", type=int, help="link what this hint suggests")
    parser.add_argument("--dismiss", metavar="NUMBER", type=int, help="put this hint aside")
    parser.add_argument("--reopen", metavar="NUMBER", type=int, help="put it back among those to look at")
    parser.add_argument("--all", action="store_true", help="those that were accepted or put aside, too")
    as_json(parser)


def conflicts(parser: "argparse.ArgumentParser") -> None:
    """An article, and whether settled links count."""
    article(parser)
    parser.add_argument("--open", action="store_true", help="only those that are open")
    as_json(parser)


def reply(parser: "argparse.ArgumentParser") -> None:
    """A statement, whom its criticism was put to, and what came back."""
    article(parser)
    parser.add_argument(
        "number", metavar="N", type=int, nargs="?", help="number of the statement; without it, all that wait"
    )
    parser.add_argument("--put", metavar="WHOM", help="whom it was put to")
    parser.add_argument("--at", metavar="WHEN", help="when that was (else today)")
    parser.add_argument("--answer", metavar="TEXT", help="what came back")
    as_json(parser)
