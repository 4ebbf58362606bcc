"""What the sub-commands for whole articles and their drafts are told."""

from factcheck.cli.arguments import article, as_json

TYPE_CHECKING = False  # typing itself would be a twentieth of what `--help` takes
if TYPE_CHECKING:
    import argparse


def import_(parser: "argparse.ArgumentParser") -> None:
    """What is imported, and what is said of it."""
    parser.add_argument(
        "file",
        metavar="FILE",
        nargs="+",
        help="text, Markdown, HTML, Word (.docx) or PDF; an address (http, https); - for standard input; several, each its own",
    )
    parser.add_argument("--title", help="what to call the article (else what the file says, or its headline)")
    parser.add_argument("--dateline", help="place and date of the article, as it is to be printed")
    parser.add_argument("--author", help="who wrote it")
    parser.add_argument("--publisher", help="who published it")
    parser.add_argument(
        "--stated", action="store_true", help="keep what the file says of its author, publisher and date"
    )
    parser.add_argument("--encoding", help="how the file is encoded, when it is not UTF-8")
    as_json(parser)


def review(parser: "argparse.ArgumentParser") -> None:
    """Which article, and whether line by line."""
    parser.add_argument("article", metavar="ARTICLE", nargs="?", help="slug or id (else the last one)")
    plain(parser)


def plain(parser: "argparse.ArgumentParser") -> None:
    """Whether line by line."""
    parser.add_argument(
        "--plain", action="store_true", help="line by line, for screen readers and pipes; no terminal needed"
    )


def list_(parser: "argparse.ArgumentParser") -> None:
    """Which articles."""
    parser.add_argument("--archived", action="store_true", help="those that are put away")
    as_json(parser)


def show(parser: "argparse.ArgumentParser") -> None:
    """Which statements."""
    article(parser)
    parser.add_argument("number", metavar="N", type=int, nargs="?", help="only this statement, in full")
    parser.add_argument(
        "--copy", action="store_true", help="the statement as it is passed on: no note, public sources only"
    )
    parser.add_argument(
        "--filter", help="only some: open, so disputed, caption, legal, a speaker's name, or state:recheck"
    )
    as_json(parser)


def find(parser: "argparse.ArgumentParser") -> None:
    """Which words, and where."""
    article(parser)
    parser.add_argument("words", metavar="WORDS", help="what to look for in the text and in notes")
    as_json(parser)


def rename(parser: "argparse.ArgumentParser") -> None:
    """The new title."""
    article(parser)
    parser.add_argument("title", metavar="TITLE", help="the new title; the short name stays")
    as_json(parser)


def dated(parser: "argparse.ArgumentParser") -> None:
    """A date, or a place and a date."""
    article(parser)
    parser.add_argument("text", metavar="TEXT", nargs="?", help="without it, what is set is taken away")
    as_json(parser)


def credited(parser: "argparse.ArgumentParser") -> None:
    """Who wrote and who published it."""
    article(parser)
    parser.add_argument("--author", metavar="NAME", help="who wrote it; an empty one takes it away")
    parser.add_argument("--publisher", metavar="NAME", help="who published it; an empty one takes it away")
    as_json(parser)


def archive(parser: "argparse.ArgumentParser") -> None:
    """Away, or back."""
    article(parser)
    parser.add_argument("--back", action="store_true", help="put it on the desk again")
    as_json(parser)


def shred(parser: "argparse.ArgumentParser") -> None:
    """The article, typed out."""
    article(parser)
    parser.add_argument(
        "--confirm", metavar="SLUG", required=True, help="the article's short name, typed exactly"
    )
    as_json(parser)


def whole(parser: "argparse.ArgumentParser") -> None:
    """A whole article."""
    article(parser)
    as_json(parser)


def extract(parser: "argparse.ArgumentParser") -> None:
    """A file that is only read."""
    parser.add_argument(
        "file", metavar="FILE", help="text, Markdown, HTML, Word (.docx) or PDF; - for standard input"
    )
    parser.add_argument("--encoding", help="how the file is encoded, when it is not UTF-8")
    parser.add_argument("--dateline", help="place and date of the article: “Thursday” then says which day")
    as_json(parser)


def compare(parser: "argparse.ArgumentParser") -> None:
    """Two texts."""
    parser.add_argument(
        "old", metavar="OLD", help="a text file, or an article's slug (a file that is there wins)"
    )
    parser.add_argument(
        "new", metavar="NEW", help="the other text: a file, an address of the web, or - for standard input"
    )
    parser.add_argument("--encoding", help="how the files are encoded, when it is not UTF-8")
    as_json(parser)


def revise(parser: "argparse.ArgumentParser") -> None:
    """The new draft."""
    article(parser)
    parser.add_argument(
        "file",
        metavar="FILE",
        nargs="?",
        help="the new text: a file, an address of the web, or - for standard input; without it, what the last one did",
    )
    parser.add_argument("--encoding", help="how the file is encoded, when it is not UTF-8")
    parser.add_argument("--dry-run", action="store_true", help="only say what it would do")
    as_json(parser)


def place(parser: "argparse.ArgumentParser") -> None:
    """What is gone, and where it belongs."""
    article(parser)
    parser.add_argument(
        "gone",
        metavar="GONE",
        type=int,
        help="number among those that are gone, as `factcheck show` prints it",
    )
    parser.add_argument("number", metavar="N", type=int, help="number of the statement where it belongs")
    as_json(parser)


def take_back(parser: "argparse.ArgumentParser") -> None:
    """The block."""
    article(parser)
    parser.add_argument(
        "block", metavar="BLOCK", type=int, help="number of the excluded block, as `show` prints it"
    )
    as_json(parser)
