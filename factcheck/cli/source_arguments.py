"""What `source`, `cite` and `uncite` take."""

from argparse import ArgumentParser

KINDS = (
    "document",
    "data",
    "recording",
    "interview",
    "web_page",
    "picture_file",
    "reference_work",
    "other_outlet",
)
TIERS = ("primary", "secondary")
LEVELS = ("public", "internal", "confidential")
STANCES = ("supports", "contradicts", "context")


def _article(parser: ArgumentParser) -> None:
    parser.add_argument("article", metavar="ARTICLE", help="slug or id, as `factcheck list` prints it")


def _json(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print data for a program")


def _named(parser: ArgumentParser, name: str = "source", metavar: str = "SOURCE") -> None:
    parser.add_argument(name, metavar=metavar, help="its number in `source list`, or its id")


def _facts(parser: ArgumentParser, *, is_new: bool) -> None:
    parser.add_argument("--title", required=is_new, help="what it is called, or what it is")
    for name, choices in (("kind", KINDS), ("tier", TIERS), ("level", LEVELS)):
        parser.add_argument(f"--{name}", required=is_new, choices=choices, metavar=name.upper(),
                            help=", ".join(choices))  # fmt: skip
    parser.add_argument("--address", help="a web address, a shelf mark, whatever leads there")
    parser.add_argument("--creator", help="who made it, or who speaks")
    parser.add_argument(
        "--independent", choices=("yes", "no"), help="whether it depends on none of the others"
    )


def add_source(parser: ArgumentParser) -> None:
    """The arguments of `source`: what is done, then to what."""
    actions = parser.add_subparsers(
        metavar="ACTION", dest="action", required=True, parser_class=ArgumentParser
    )
    for name, summary in (
        ("add", "put a source on file"),
        ("list", "the sources of an article, and where each is used"),
        ("edit", "say something else about a source"),
        ("merge", "say that a source is another one, too"),
        ("attach", "keep a copy of a file as evidence"),
    ):
        action = actions.add_parser(name, help=summary, description=f"{summary}.".capitalize())
        _article(action)
        if name in ("edit", "merge", "attach"):
            _named(action)
        if name in ("add", "edit"):
            _facts(action, is_new=name == "add")
        if name == "merge":
            _named(action, "into", "INTO")
        if name == "attach":
            action.add_argument("file", metavar="FILE", help="the file; it stays where it is")
        _json(action)


def add_cite(parser: ArgumentParser) -> None:
    """The arguments of `cite`."""
    _article(parser)
    parser.add_argument("number", metavar="N", type=int, help="number of the statement")
    parser.add_argument(
        "source",
        metavar="SOURCE",
        nargs="?",
        help="its number in `source list`, or any id; else your last one",
    )
    parser.add_argument("--on", choices=("said", "so"), help="the question (default: so)")
    parser.add_argument("--stance", choices=STANCES, metavar="STANCE", help=", ".join(STANCES))
    parser.add_argument("--locator", help="page, paragraph or time stamp")
    parser.add_argument("--excerpt", help="what it says there")
    parser.add_argument("--detail", help="the characters of the detail that it is for")
    parser.add_argument("--accessed", metavar="DAY", help="when it was looked at (default: today)")
    parser.add_argument(
        "--change", metavar="K", type=int, help="change this citation of the statement instead"
    )
    parser.add_argument(
        "--lead", metavar="K", type=int, help="the author's pointer that led to it, which is used then"
    )
    _json(parser)


def add_uncite(parser: ArgumentParser) -> None:
    """The arguments of `uncite`."""
    _article(parser)
    parser.add_argument("number", metavar="N", type=int, help="number of the statement")
    parser.add_argument(
        "citation", metavar="K", type=int, help="which of its citations, as `show` numbers them"
    )
    _json(parser)
