"""The command line, as data: what can be asked, and which module answers. Nothing else is loaded for `--help`."""

import argparse
import os
import sys
from importlib import import_module

from factcheck.version import VERSION

TYPE_CHECKING = False  # typing itself would be a twentieth of what `--help` takes
if TYPE_CHECKING:
    from typing import Any


class SubCommand:
    """A sub-command: its name, what it does, the module in `factcheck.cli` with its `run`, and its arguments.

    `arguments` is the function that adds them, by its module (without `_arguments`) and name.
    """

    __slots__ = ("arguments", "module", "name", "summary")

    def __init__(self, name: str, summary: str, module: str, arguments: str) -> None:
        self.name = name
        self.summary = summary
        self.module = module
        self.arguments = arguments

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Let a parser know its arguments; the module that has them is loaded for that."""
        module, _, function = self.arguments.partition(".")
        getattr(import_module(f"factcheck.cli.{module}_arguments"), function)(parser)


SUBCOMMANDS = (
    SubCommand("import", "make an article of each file", "articles", "article.import_"),
    SubCommand("review", "step through an article's statements", "screen", "article.review"),
    SubCommand("list", "the articles and how far each has come", "articles", "article.list_"),
    SubCommand(
        "show", "an article's statements and their verdicts, some of them, or one", "showing", "article.show"
    ),
    SubCommand(
        "find", "the statements that have words in their text, a note or a source", "showing", "article.find"
    ),
    SubCommand("verdict", "answer a question of a statement", "deciding", "deciding.verdict"),
    SubCommand("note", "write a statement's note (private unless --public)", "deciding", "deciding.note"),
    SubCommand("flag", "raise a flag on a statement, or lower it when it is up", "deciding", "deciding.flag"),
    SubCommand(
        "link", "link two statements: the first contradicts, denies … the second", "linking", "linking.link"
    ),
    SubCommand("unlink", "take the link between two statements away", "linking", "linking.unlink"),
    SubCommand(
        "settle", "settle the link between two statements, or open it again", "linking", "linking.settle"
    ),
    SubCommand("conflicts", "the linked statements, with how each stands", "linking", "linking.conflicts"),
    SubCommand(
        "hints", "pairs that may contradict or repeat each other; link one", "linking", "linking.hints"
    ),
    SubCommand("reply", "whom criticism was put to, what came back, what waits", "linking", "linking.reply"),
    SubCommand("tick", "tick details of a statement, each by its letter", "ticking", "ticking.tick"),
    SubCommand("untick", "take off what was said of details", "ticking", "ticking.tick"),
    SubCommand(
        "wrong", "mark a detail wrong, and suggest what ought to stand there", "ticking", "ticking.wrong"
    ),
    SubCommand("suggest", "suggest other words for a statement", "ticking", "ticking.suggest"),
    SubCommand("accept", "note that the suggested wording was accepted", "ticking", "ticking.decide"),
    SubCommand("reject", "note that the suggested wording was rejected", "ticking", "ticking.decide"),
    SubCommand("withdraw", "take the suggested wording back", "ticking", "ticking.decide"),
    SubCommand("ask", "ask the author, the editor or a source about a statement", "querying", "querying.ask"),
    SubCommand("answer", "write down what came back to a query", "querying", "querying.answer"),
    SubCommand("close", "close a query: nothing more is wanted", "querying", "querying.turn"),
    SubCommand("reopen", "wait for an answer to a query again", "querying", "querying.turn"),
    SubCommand(
        "queries", "an article's queries, or the open ones as a message", "querying", "querying.queries"
    ),
    SubCommand(
        "publish", "mark a statement for publication, or take the mark off", "deciding", "deciding.statement"
    ),
    SubCommand(
        "source", "add, list, edit or merge sources, attach a file to one", "sourcing", "source.add_source"
    ),
    SubCommand(
        "cite", "cite a source for a statement, or change what is cited", "sourcing", "source.add_cite"
    ),
    SubCommand("uncite", "take a source off a statement; it stays on file", "sourcing", "source.add_uncite"),
    SubCommand("history", "what was done about a statement", "deciding", "deciding.statement"),
    SubCommand("take-back", "make statements of an excluded block", "deciding", "article.take_back"),
    SubCommand(
        "words",
        "the words of a statement with their numbers, its speakers and details",
        "editing",
        "editing.add_arguments",
    ),
    SubCommand("split", "make two statements of one, at a word", "editing", "editing.add_arguments"),
    SubCommand("join", "make one statement of one and the next", "editing", "editing.add_arguments"),
    SubCommand("bound", "let a statement begin or end at another word", "editing", "editing.add_arguments"),
    SubCommand("add", "make a statement of words of a paragraph", "editing", "editing.add_arguments"),
    SubCommand(
        "exclude", "leave a statement out of the check, with a reason", "editing", "editing.add_arguments"
    ),
    SubCommand("speaker", "say who is said to have said a statement", "editing", "editing.add_arguments"),
    SubCommand("cue", "say by which words a statement is attributed", "editing", "editing.add_arguments"),
    SubCommand("content", "say which words are attributed", "editing", "editing.add_arguments"),
    SubCommand(
        "detail", "add a detail, give it another kind, or take it off", "editing", "editing.add_arguments"
    ),
    SubCommand("date", "say which day a date of a statement means", "editing", "editing.add_arguments"),
    SubCommand(
        "reread",
        "read an article again with a newer extractor; a hand wins",
        "editing",
        "editing.add_arguments",
    ),
    SubCommand("undo", "take back your last action on an article", "deciding", "article.whole"),
    SubCommand("redo", "bring back what you undid last", "deciding", "article.whole"),
    SubCommand("rename", "give an article another title", "keeping", "article.rename"),
    SubCommand("dateline", "say an article's place and date", "keeping", "article.dated"),
    SubCommand("credits", "say who wrote an article and who published it", "keeping", "article.credited"),
    SubCommand("deadline", "say by when the check must be done", "keeping", "article.dated"),
    SubCommand("archive", "put an article away; nothing of it is lost", "keeping", "article.archive"),
    SubCommand(
        "shred", "destroy an article for good, and say what could not be reached", "keeping", "article.shred"
    ),
    SubCommand(
        "extract", "what would be found in a file, without storing it", "extracting", "article.extract"
    ),
    SubCommand(
        "revise", "give an article a new draft; one action, which can be undone", "revising", "article.revise"
    ),
    SubCommand("place", "put a statement that is gone at one of the new draft", "revising", "article.place"),
    SubCommand(
        "compare",
        "what a new text leaves as it was checked, without storing it",
        "comparing",
        "article.compare",
    ),
    SubCommand("stet", "let something stand that keeps an article from being signed", "gating", "gate.stet"),
    SubCommand("unstet", "let it stand no longer", "gating", "gate.unstet"),
    SubCommand("unsign", "withdraw the newest sign-off, on the record", "gating", "gate.unsign"),
    SubCommand(
        "sign", "sign an article’s report, and write the package to hand over", "signing", "gate.sign"
    ),
    SubCommand(
        "countersign", "the editor’s signature under a signed report", "countersigning", "gate.countersign"
    ),
    SubCommand("export", "write the report of an article", "handing_over", "export.add_arguments"),
    SubCommand(
        "verify",
        "check a signed report or a package: whole, unaltered, by whom you trust",
        "verifying",
        "signing.verify",
    ),
    SubCommand("key", "list the SSH keys that can sign reports, or make one", "keys", "signing.key"),
    SubCommand(
        "demo", "try it on a short article of our own; nothing of yours is touched", "screen", "article.plain"
    ),
    SubCommand("doctor", "where things are, and whether the store is sound", "doctor", "article.as_json"),
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
