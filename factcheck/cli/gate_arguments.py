"""What the sub-commands about the gate and about signing are told."""

from factcheck.cli.arguments import article, as_json

TYPE_CHECKING = False  # typing itself would be a twentieth of what `--help` takes
if TYPE_CHECKING:
    import argparse

BLOCKERS = (
    "untouched",
    "unfinished",
    "recheck",
    "no_basis",
    "no_source",
    "wrong_detail",
    "not_gone_over",
    "disputed_unchanged",
    "wording_pending",
    "query_open",
    "unanswered",
    "link_open",
)
DECISIONS = ("approved", "approved-with-changes", "rejected")


def unstet(parser: "argparse.ArgumentParser") -> None:
    """A blocker, of one statement or of all."""
    article(parser)
    parser.add_argument("blocker", metavar="BLOCKER", choices=BLOCKERS, help=", ".join(BLOCKERS))
    parser.add_argument(
        "number", metavar="N", type=int, nargs="?", help="only of this statement (else of all)"
    )
    as_json(parser)


def stet(parser: "argparse.ArgumentParser") -> None:
    """A blocker, who lets it stand, and why."""
    unstet(parser)
    parser.add_argument("--by", metavar="NAME", required=True, help="the editor who lets it stand")
    parser.add_argument("--reason", required=True, help="why; it is printed in the report")


def unsign(parser: "argparse.ArgumentParser") -> None:
    """An article, and why its sign-off stands no longer."""
    article(parser)
    parser.add_argument("--reason", required=True, help="why; it is kept with your name")
    as_json(parser)


def sign(parser: "argparse.ArgumentParser") -> None:
    """An article, who signs it, and where the package goes."""
    article(parser)
    parser.add_argument(
        "--dry-run", action="store_true", help="only say what stands against it, and what would be signed"
    )
    parser.add_argument(
        "--format", default="html", help="further forms in the package, with commas (default: html)"
    )
    parser.add_argument("--output", metavar="FILE|FOLDER", help="where to (default: SLUG.factcheck.zip here)")
    parser.add_argument(
        "--redact",
        action="store_true",
        help="also sign, in a package of its own beside it, a report without internal sources, excerpts and queries; "
        "of an article that is signed as it stands, only that",
    )
    _signer(parser)


def countersign(parser: "argparse.ArgumentParser") -> None:
    """A package or an article, and the editor's decision."""
    parser.add_argument("what", metavar="PACKAGE|ARTICLE", help="a signed package (it wins), or an article")
    parser.add_argument("--decision", choices=DECISIONS, default="approved", help=", ".join(DECISIONS))
    parser.add_argument("--remark", default="", help="what the editor says to it")
    parser.add_argument(
        "--import",
        action="store_true",
        dest="take",
        help="take over what was countersigned in the package, for the article that is in this store",
    )
    parser.add_argument(
        "--allowed-signers",
        metavar="FILE",
        help="with --import: whom you trust (else what the settings name)",
    )
    _signer(parser)


def _signer(parser: "argparse.ArgumentParser") -> None:
    parser.add_argument("--key", metavar="FILE", help="the SSH key (else the agent's, then the usual files)")
    parser.add_argument("--name", help="your name, as it is signed (else it is asked for)")
    parser.add_argument("--email", help="your e-mail address, by which the key is known")
    parser.add_argument("--yes", action="store_true", help="sign without asking once more")
    as_json(parser)
