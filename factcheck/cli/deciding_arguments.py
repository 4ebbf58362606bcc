"""What the sub-commands for a single statement are told."""

from factcheck.cli.arguments import as_json, number

TYPE_CHECKING = False  # typing itself would be a twentieth of what `--help` takes
if TYPE_CHECKING:
    import argparse

BASES = (
    "no_evidence_found",
    "source_unreachable",
    "not_attempted",
    "single_secondary",
    "contradicted_by_evidence",
    "denied_by_named_party",
    "accounts_differ",
    "worded_differently",
    "not_this_speaker",
)
ANSWERS = ("confirmed", "unverified", "disputed", "left", "clear")
FLAGS = ("legal", "criticism")


def flag(parser: "argparse.ArgumentParser") -> None:
    """Which flag."""
    number(parser)
    parser.add_argument("flag", metavar="FLAG", choices=FLAGS, help=", ".join(FLAGS))
    as_json(parser)


def verdict(parser: "argparse.ArgumentParser") -> None:
    """The answer, and on what it rests."""
    number(parser)
    parser.add_argument("answer", metavar="ANSWER", choices=ANSWERS, help=", ".join(ANSWERS))
    parser.add_argument("--on", choices=("said", "so"), default="so", help="the question (default: so)")
    parser.add_argument("--basis", choices=BASES, metavar="BASIS", help=", ".join(BASES))
    as_json(parser)


def note(parser: "argparse.ArgumentParser") -> None:
    """The note, and whose it is."""
    number(parser)
    parser.add_argument("text", metavar="TEXT", help="the note, or - for standard input")
    parser.add_argument("--public", action="store_true", help="the note that a report may print")
    as_json(parser)


def statement(parser: "argparse.ArgumentParser") -> None:
    """A statement."""
    number(parser)
    as_json(parser)
