"""The command line, as data: what can be asked, and which module answers. Nothing else is loaded for `--help`."""

import argparse
import os
import sys
from collections.abc import Callable

from factcheck.cli import gate_arguments as gate
from factcheck.cli import linking_arguments as linking
from factcheck.cli import querying_arguments as querying
from factcheck.cli import signing_arguments as signing
from factcheck.cli import ticking_arguments as ticking
from factcheck.cli.arguments import article as _article
from factcheck.cli.arguments import as_json as _json
from factcheck.cli.arguments import number as _number
from factcheck.version import VERSION

TYPE_CHECKING = False  # typing itself would be a twentieth of what `--help` takes
if TYPE_CHECKING:
    from typing import Any

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


class SubCommand:
    """A sub-command: its name, what it does, the module in `factcheck.cli` with its `run`, and its arguments."""

    __slots__ = ("add_arguments", "module", "name", "summary")

    def __init__(
        self, name: str, summary: str, module: str, add_arguments: Callable[[argparse.ArgumentParser], None]
    ) -> None:
        self.name = name
        self.summary = summary
        self.module = module
        self.add_arguments = add_arguments


def _import(parser: argparse.ArgumentParser) -> None:
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
    _json(parser)


def _review(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("article", metavar="ARTICLE", nargs="?", help="slug or id (else the last one)")
    _plain(parser)


def _plain(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--plain", action="store_true", help="line by line, for screen readers and pipes; no terminal needed"
    )


def _list(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--archived", action="store_true", help="those that are put away")
    _json(parser)


def _show(parser: argparse.ArgumentParser) -> None:
    _article(parser)
    parser.add_argument("number", metavar="N", type=int, nargs="?", help="only this statement, in full")
    parser.add_argument(
        "--copy", action="store_true", help="the statement as it is passed on: no note, public sources only"
    )
    parser.add_argument(
        "--filter", help="only some: open, so disputed, caption, legal, a speaker's name, or state:recheck"
    )
    _json(parser)


def _find(parser: argparse.ArgumentParser) -> None:
    _article(parser)
    parser.add_argument("words", metavar="WORDS", help="what to look for in the text and in notes")
    _json(parser)


def _flag(parser: argparse.ArgumentParser) -> None:
    _number(parser)
    parser.add_argument("flag", metavar="FLAG", choices=FLAGS, help=", ".join(FLAGS))
    _json(parser)


def _rename(parser: argparse.ArgumentParser) -> None:
    _article(parser)
    parser.add_argument("title", metavar="TITLE", help="the new title; the short name stays")
    _json(parser)


def _dated(parser: argparse.ArgumentParser) -> None:
    _article(parser)
    parser.add_argument("text", metavar="TEXT", nargs="?", help="without it, what is set is taken away")
    _json(parser)


def _credits(parser: argparse.ArgumentParser) -> None:
    _article(parser)
    parser.add_argument("--author", metavar="NAME", help="who wrote it; an empty one takes it away")
    parser.add_argument("--publisher", metavar="NAME", help="who published it; an empty one takes it away")
    _json(parser)


def _archive(parser: argparse.ArgumentParser) -> None:
    _article(parser)
    parser.add_argument("--back", action="store_true", help="put it on the desk again")
    _json(parser)


def _shred(parser: argparse.ArgumentParser) -> None:
    _article(parser)
    parser.add_argument(
        "--confirm", metavar="SLUG", required=True, help="the article's short name, typed exactly"
    )
    _json(parser)


def _whole(parser: argparse.ArgumentParser) -> None:
    _article(parser)
    _json(parser)


def _extract(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", metavar="FILE", help="text, Markdown, HTML, Word (.docx) or PDF; - for standard input"
    )
    parser.add_argument("--encoding", help="how the file is encoded, when it is not UTF-8")
    parser.add_argument("--dateline", help="place and date of the article: “Thursday” then says which day")
    _json(parser)


def _compare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "old", metavar="OLD", help="a text file, or an article's slug (a file that is there wins)"
    )
    parser.add_argument(
        "new", metavar="NEW", help="the other text: a file, an address of the web, or - for standard input"
    )
    parser.add_argument("--encoding", help="how the files are encoded, when it is not UTF-8")
    _json(parser)


def _revise(parser: argparse.ArgumentParser) -> None:
    _article(parser)
    parser.add_argument(
        "file",
        metavar="FILE",
        nargs="?",
        help="the new text: a file, an address of the web, or - for standard input; without it, what the last one did",
    )
    parser.add_argument("--encoding", help="how the file is encoded, when it is not UTF-8")
    parser.add_argument("--dry-run", action="store_true", help="only say what it would do")
    _json(parser)


def _place(parser: argparse.ArgumentParser) -> None:
    _article(parser)
    parser.add_argument(
        "gone",
        metavar="GONE",
        type=int,
        help="number among those that are gone, as `factcheck show` prints it",
    )
    parser.add_argument("number", metavar="N", type=int, help="number of the statement where it belongs")
    _json(parser)


def _verdict(parser: argparse.ArgumentParser) -> None:
    _number(parser)
    parser.add_argument("answer", metavar="ANSWER", choices=ANSWERS, help=", ".join(ANSWERS))
    parser.add_argument("--on", choices=("said", "so"), default="so", help="the question (default: so)")
    parser.add_argument("--basis", choices=BASES, metavar="BASIS", help=", ".join(BASES))
    _json(parser)


def _note(parser: argparse.ArgumentParser) -> None:
    _number(parser)
    parser.add_argument("text", metavar="TEXT", help="the note, or - for standard input")
    parser.add_argument("--public", action="store_true", help="the note that a report may print")
    _json(parser)


def _statement(parser: argparse.ArgumentParser) -> None:
    _number(parser)
    _json(parser)


def _source(parser: argparse.ArgumentParser) -> None:
    from factcheck.cli.source_arguments import add_source

    add_source(parser)


def _cite(parser: argparse.ArgumentParser) -> None:
    from factcheck.cli.source_arguments import add_cite

    add_cite(parser)


def _uncite(parser: argparse.ArgumentParser) -> None:
    from factcheck.cli.source_arguments import add_uncite

    add_uncite(parser)


def _take_back(parser: argparse.ArgumentParser) -> None:
    _article(parser)
    parser.add_argument(
        "block", metavar="BLOCK", type=int, help="number of the excluded block, as `show` prints it"
    )
    _json(parser)


def _export(parser: argparse.ArgumentParser) -> None:
    from factcheck.cli.export_arguments import add_arguments  # only when it is asked for

    _article(parser)
    add_arguments(parser)


def _editing(parser: argparse.ArgumentParser) -> None:
    from factcheck.cli.editing_arguments import add_arguments  # only when one of them is asked for

    add_arguments(parser)


SUBCOMMANDS = (
    SubCommand("import", "make an article of each file", "articles", _import),
    SubCommand("review", "step through an article's statements", "screen", _review),
    SubCommand("list", "the articles and how far each has come", "articles", _list),
    SubCommand("show", "an article's statements and their verdicts, some of them, or one", "showing", _show),
    SubCommand("find", "the statements that have words in their text, a note or a source", "showing", _find),
    SubCommand("verdict", "answer a question of a statement", "deciding", _verdict),
    SubCommand("note", "write a statement's note (private unless --public)", "deciding", _note),
    SubCommand("flag", "raise a flag on a statement, or lower it when it is up", "deciding", _flag),
    SubCommand(
        "link", "link two statements: the first contradicts, denies … the second", "linking", linking.link
    ),
    SubCommand("unlink", "take the link between two statements away", "linking", linking.unlink),
    SubCommand(
        "settle", "settle the link between two statements, or open it again", "linking", linking.settle
    ),
    SubCommand("conflicts", "the linked statements, with how each stands", "linking", linking.conflicts),
    SubCommand("hints", "pairs that may contradict or repeat each other; link one", "linking", linking.hints),
    SubCommand("reply", "whom criticism was put to, what came back, what waits", "linking", linking.reply),
    SubCommand("tick", "tick details of a statement, each by its letter", "ticking", ticking.tick),
    SubCommand("untick", "take off what was said of details", "ticking", ticking.tick),
    SubCommand(
        "wrong", "mark a detail wrong, and suggest what ought to stand there", "ticking", ticking.wrong
    ),
    SubCommand("suggest", "suggest other words for a statement", "ticking", ticking.suggest),
    SubCommand("accept", "note that the suggested wording was accepted", "ticking", ticking.decide),
    SubCommand("reject", "note that the suggested wording was rejected", "ticking", ticking.decide),
    SubCommand("withdraw", "take the suggested wording back", "ticking", ticking.decide),
    SubCommand("ask", "ask the author, the editor or a source about a statement", "querying", querying.ask),
    SubCommand("answer", "write down what came back to a query", "querying", querying.answer),
    SubCommand("close", "close a query: nothing more is wanted", "querying", querying.turn),
    SubCommand("reopen", "wait for an answer to a query again", "querying", querying.turn),
    SubCommand(
        "queries", "an article's queries, or the open ones as a message", "querying", querying.queries
    ),
    SubCommand("publish", "mark a statement for publication, or take the mark off", "deciding", _statement),
    SubCommand("source", "add, list, edit or merge sources, attach a file to one", "sourcing", _source),
    SubCommand("cite", "cite a source for a statement, or change what is cited", "sourcing", _cite),
    SubCommand("uncite", "take a source off a statement; it stays on file", "sourcing", _uncite),
    SubCommand("history", "what was done about a statement", "deciding", _statement),
    SubCommand("take-back", "make statements of an excluded block", "deciding", _take_back),
    SubCommand(
        "words", "the words of a statement with their numbers, its speakers and details", "editing", _editing
    ),
    SubCommand("split", "make two statements of one, at a word", "editing", _editing),
    SubCommand("join", "make one statement of one and the next", "editing", _editing),
    SubCommand("bound", "let a statement begin or end at another word", "editing", _editing),
    SubCommand("add", "make a statement of words of a paragraph", "editing", _editing),
    SubCommand("exclude", "leave a statement out of the check, with a reason", "editing", _editing),
    SubCommand("speaker", "say who is said to have said a statement", "editing", _editing),
    SubCommand("cue", "say by which words a statement is attributed", "editing", _editing),
    SubCommand("content", "say which words are attributed", "editing", _editing),
    SubCommand("detail", "add a detail, give it another kind, or take it off", "editing", _editing),
    SubCommand("date", "say which day a date of a statement means", "editing", _editing),
    SubCommand("reread", "read an article again with a newer extractor; a hand wins", "editing", _editing),
    SubCommand("undo", "take back your last action on an article", "deciding", _whole),
    SubCommand("redo", "bring back what you undid last", "deciding", _whole),
    SubCommand("rename", "give an article another title", "keeping", _rename),
    SubCommand("dateline", "say an article's place and date", "keeping", _dated),
    SubCommand("credits", "say who wrote an article and who published it", "keeping", _credits),
    SubCommand("deadline", "say by when the check must be done", "keeping", _dated),
    SubCommand("archive", "put an article away; nothing of it is lost", "keeping", _archive),
    SubCommand("shred", "destroy an article for good, and say what could not be reached", "keeping", _shred),
    SubCommand("extract", "what would be found in a file, without storing it", "extracting", _extract),
    SubCommand("revise", "give an article a new draft; one action, which can be undone", "revising", _revise),
    SubCommand("place", "put a statement that is gone at one of the new draft", "revising", _place),
    SubCommand(
        "compare", "what a new text leaves as it was checked, without storing it", "comparing", _compare
    ),
    SubCommand("stet", "let something stand that keeps an article from being signed", "gating", gate.stet),
    SubCommand("unstet", "let it stand no longer", "gating", gate.unstet),
    SubCommand("unsign", "withdraw the newest sign-off, on the record", "gating", gate.unsign),
    SubCommand("sign", "sign an article’s report, and write the package to hand over", "signing", gate.sign),
    SubCommand(
        "countersign", "the editor’s signature under a signed report", "countersigning", gate.countersign
    ),
    SubCommand("export", "write the report of an article", "handing_over", _export),
    SubCommand(
        "verify",
        "check a signed report or a package: whole, unaltered, by whom you trust",
        "verifying",
        signing.verify,
    ),
    SubCommand("key", "list the SSH keys that can sign reports, or make one", "keys", signing.key),
    SubCommand("demo", "try it on a short article of our own; nothing of yours is touched", "screen", _plain),
    SubCommand("doctor", "where things are, and whether the store is sound", "doctor", _json),
)


_NAMED = {command.name: command for command in SUBCOMMANDS}


class _Formatter(argparse.HelpFormatter):
    """Asks for the width by itself: argparse would load the compression libraries for that, through shutil."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns() - 2)


def _columns() -> int:
    told = os.environ.get("COLUMNS", "")
    if told.isdecimal() and int(told) > 0:
        return int(told)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or 80
    except (AttributeError, ValueError, OSError):  # no terminal, or no file at all
        return 80


class _LateParser(argparse.ArgumentParser):
    """A sub-command's parser, which is only made when that sub-command is asked for."""

    def __init__(self, **options: "Any") -> None:
        self._options = options

    def parse_known_args(self, args: "Any" = None, namespace: "Any" = None) -> "Any":
        """Become a parser, then parse."""
        command = _NAMED[self._options["prog"].rpartition(" ")[2]]
        description = f"{command.summary}.".capitalize()
        super().__init__(description=description, formatter_class=_Formatter, **self._options)
        command.add_arguments(self)
        self.set_defaults(module=command.module)
        return super().parse_known_args(args, namespace)


def build_parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    parser = argparse.ArgumentParser(
        prog="factcheck",
        description="Check an article statement by statement. Without a sub-command: the desk.",
        epilog="Exit codes: 0 ok, 1 internal error, 2 usage, 3 conflict, 4 locked, 5 newer store, 6 damaged, "
        "7 not ready to be signed, 8 input refused, 9 not saved, 10-16 what `verify` found.",
        formatter_class=_Formatter,
    )
    parser.add_argument("--version", action="version", version=f"factcheck {VERSION}")
    commands = parser.add_subparsers(metavar="COMMAND", dest="command", parser_class=_LateParser)
    for command in SUBCOMMANDS:
        commands.add_parser(command.name, help=command.summary)
    return parser
