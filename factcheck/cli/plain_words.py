"""The words of the line mode, as data: what can be typed, what may follow it, and what it does.

The letters are those of the keys of the screen, with these exceptions, which a line makes necessary: `n` and
`p` step (on the screen `n` finds again and `p` marks for publication), `t` reads the paragraph, `q` leaves (on
the screen it asks a query), and no digit but 0 answers a question, because a number that is typed by itself is
too easily meant as a statement's.
"""

from msgspec import Struct

from factcheck.errors import UsageError

TAKE_AWAY = "-"
"""Typed in place of a text, takes away the one that is there."""


class Word(Struct, frozen=True):
    """One command: its id (the catalogue's, where that has it), what can be typed for it, the shortest first.

    `argument` is what follows: "" nothing, "N" something that must, "[TEXT]" something that may.
    """

    id: str
    typed: tuple[str, ...]
    argument: str
    help: str

    @property
    def usage(self) -> str:
        """How it is typed: "m or note, [TEXT]"."""
        names = " or ".join(self.typed)
        return f"{names}, {self.argument}" if self.argument else names


class Request(Struct, frozen=True):
    """What a line asks for: a command's id and what followed it."""

    id: str
    argument: str = ""


WORDS = (
    Word("next", ("n", "j", "next"), "", "Go to the next statement."),
    Word("previous", ("p", "k", "previous"), "", "Go to the previous statement."),
    Word("next_open", ("open", "space"), "", "Go to the next statement that still wants something."),
    Word(
        "next_recheck", ("R", "recheck"), "", "Go to the next statement to be rechecked, whatever the filter."
    ),
    Word("go_to_number", ("g", "go"), "N", "Go to the statement with a number."),
    Word("next_paragraph", ("J", "next-paragraph"), "", "Go to the first statement of the next paragraph."),
    Word(
        "previous_paragraph",
        ("K", "previous-paragraph"),
        "",
        "Go to the first statement of the paragraph before.",
    ),
    Word("first", ("first", "home"), "", "Go to the first statement."),
    Word("last", ("last", "end"), "", "Go to the last statement."),
    Word("back", ("back", "backspace"), "", "Go back along the way that you came."),
    Word("show", ("show",), "", "Read the statement again; an empty line does the same."),
    Word("text", ("t", "text"), "", "Read the whole paragraph, and where in it the statement is."),
    Word("list", ("list",), "[all]", "All statements, one a line; with a filter only those that it finds."),
    Word("confirmed", ("c", "confirmed"), "", "Answer the question that is asked now: confirmed."),
    Word("unverified", ("u", "unverified"), "[BASIS]", "Answer it: unverified."),
    Word("disputed", ("d", "disputed"), "[BASIS]", "Answer it: disputed."),
    Word("clear", ("0", "clear"), "", "Take the answer away."),
    Word("switch", ("s", "switch"), "", "Switch between the two questions, said and so."),
    Word("said", ("said",), "", "Ask said: did the speaker say this, in these words?"),
    Word("so", ("so",), "", "Ask so: is all that the statement asserts so?"),
    Word("leave_to_speaker", ("o", "leave"), "", "Leave so to the speaker, instead of a verdict."),
    Word(
        "basis",
        ("b", "basis"),
        "[BASIS]",
        "Say why it is unverified or disputed; alone, lists what fits; a minus sign takes it away.",
    ),
    Word(
        "private_note",
        ("m", "note"),
        "[TEXT]",
        "Write the private note, which never leaves this program; alone, it may have several lines, up to a "
        "line with only a dot; a minus sign takes it away.",
    ),
    Word(
        "public_note",
        ("M", "public-note"),
        "[TEXT]",
        "Write the public note, which a report may print; as with the private one.",
    ),
    Word("tick", ("tick",), "LETTERS", "Tick details, each by its letter as it is read: tick a c."),
    Word("untick", ("untick",), "LETTERS", "Take off what was said of details."),
    Word(
        "mark_wrong",
        ("wrong",),
        "LETTER [RIGHT]",
        "Mark a detail wrong; what ought to stand there becomes suggested wording.",
    ),
    Word(
        "suggest",
        ("r", "suggest"),
        "[TEXT]",
        "Suggest other words for the statement; clearer: before them makes it a clarification; alone, reads it.",
    ),
    Word("accept", ("accepted",), "", "Note that the suggested wording was accepted."),
    Word("reject", ("rejected",), "", "Note that the suggested wording was rejected."),
    Word("withdraw", ("withdraw",), "", "Take the suggested wording back."),
    Word("legal_flag", ("!", "legal"), "", "Raise or lower the flag for a legal read."),
    Word(
        "criticism_flag", ("*", "criticism"), "", "Raise or lower the flag for criticism that needs a reply."
    ),
    Word(
        "query",
        ("ask",),
        "TO[: TEXT]",
        "Ask the author, the editor, or source and a name; without a question it may have several lines, as a note.",
    ),
    Word("answer_query", ("answer",), "N [TEXT]", "Write down what came back to the query with this number."),
    Word("close_query", ("close",), "N", "Close the query with this number: nothing more is wanted."),
    Word("reopen_query", ("reopen",), "N", "Wait for an answer to the query with this number again."),
    Word(
        "queries",
        ("Q", "queries"),
        "[open]",
        "All queries of the article by addressee, or only the open ones.",
    ),
    Word("copy_queries", ("message",), "TO", "Read all open queries to an addressee as one message to send."),
    Word("publication", ("p!", "publish"), "", "Mark the statement for publication, or take the mark off."),
    Word(
        "add_source",
        ("e", "source"),
        "[TITLE]",
        "Add a source for the question that is asked now; the rest is asked line by line, and an empty title leaves.",
    ),
    Word(
        "cite_on_file", ("E", "cite"), "[N]", "Cite the source on file with this number; alone, lists them."
    ),
    Word("same_source", (".", "same-source"), "[LOCATOR]", "Cite the source that you cited last once more."),
    Word("use_lead", ("lead",), "N", "Make a source of the author's pointer with this number, and cite it."),
    Word("uncite", ("uncite",), "N", "Take the source with this number off the statement; it stays on file."),
    Word(
        "take_cited",
        ("edit-citation",),
        "N",
        "Edit what is cited here with this number; each field is asked, and an empty line keeps it.",
    ),
    Word("sources", ("S", "sources"), "", "All sources on file, each with its number."),
    Word("new_source", ("new-source",), "[TITLE]", "Put a source on file that is not cited yet."),
    Word(
        "edit_source",
        ("edit-source",),
        "N",
        "Edit the source with this number; each field is asked, and an empty line keeps it.",
    ),
    Word(
        "merge_source",
        ("merge",),
        "N INTO",
        "Say that the first source is the second one, too: merge 3 1. It counts once then.",
    ),
    Word("attach_evidence", ("attach",), "N FILE", "Keep a copy of a file as evidence for a source."),
    Word(
        "put_criticism",
        ("put",),
        "WHOM",
        "Say whom the criticism was put to and, behind a comma, when; without a date, today.",
    ),
    Word("answer_criticism", ("reply",), "TEXT", "Write down the reply; a minus sign takes it away."),
    Word("waiting", ("waiting",), "", "All criticism that is still without a reply."),
    Word(
        "link",
        ("l", "link"),
        "[N KIND]",
        "Link to the statement with a number: l 7 denies; alone, reads the links and the kinds.",
    ),
    Word("unlink", ("unlink",), "N", "Take the link to the statement with a number away."),
    Word(
        "settle",
        ("settle",),
        "N WHY",
        "Settle the link to the statement with a number, with a word why; a minus sign opens it again.",
    ),
    Word("holds", ("holds",), "N", "Say that the link still holds, after a change of the words."),
    Word("next_linked", ("]", "next-linked"), "", "Go to the next statement with a link."),
    Word("previous_linked", ("[", "previous-linked"), "", "Go to the previous statement with a link."),
    Word(
        "conflicts",
        ("C", "conflicts"),
        "[open]",
        "All links, with what both statements say, or only the open ones.",
    ),
    Word(
        "hints",
        ("H", "hints"),
        "[all]",
        "Pairs that may contradict, deny or repeat each other; all has those that were decided on, too.",
    ),
    Word("accept_hint", ("accept",), "N", "Link what the hint with a number suggests."),
    Word("dismiss_hint", ("dismiss",), "N", "Put the hint with a number aside."),
    Word("reopen_hint", ("look-again",), "N", "Look again at the hint with a number."),
    Word(
        "copy", ("y", "copy"), "", "Read the statement with its answers and public sources, to be passed on."
    ),
    Word(
        "last_draft",
        ("I", "draft"),
        "",
        "What the draft under review did to the statements of the one before.",
    ),
    Word("gone", ("gone",), "", "The statements whose words are gone from the draft, by number."),
    Word("place_gone", ("place",), "N", "Put the gone statement with a number at this one."),
    Word("history", ("h", "history"), "", "What was done about this statement, by whom and when."),
    Word(
        "words",
        ("w", "words"),
        "",
        "The words of the statement with their numbers, its speakers and details.",
    ),
    Word("split", ("x", "split"), "WORD", "Make two statements of it; the second begins with that word."),
    Word(
        "split_inside",
        ("x!", "split-inside"),
        "WORD CHARACTERS",
        "Make two statements of it inside a word, so many characters into it: where no blank is between them.",
    ),
    Word("join", ("+", "join"), "", "Make one statement of it and the next."),
    Word(
        "begins",
        ("{", "begins"),
        "WORD",
        "Let it begin with that word; the one before takes or gives the rest.",
    ),
    Word("ends", ("}", "ends"), "WORD", "Let it end with that word; the one after takes or gives the rest."),
    Word("add", ("a", "add"), "WORDS", "Make a statement of words of the paragraph: 3..7, or the words."),
    Word(
        "exclude",
        ("-", "exclude"),
        "[REASON]",
        "Leave it out of the check; alone, lists the reasons, or checks it after all.",
    ),
    Word(
        "speaker",
        ("speaker",),
        "WORDS",
        "Say who speaks, by words of the paragraph, or by name and the name; before it 2: means the second "
        "attribution, 0: a new one; a minus sign says that it is not attributed.",
    ),
    Word(
        "cue",
        ("cue",),
        "WORDS",
        "Say what the cue is, as with the speaker; a minus sign says that there is none.",
    ),
    Word("content", ("content",), "WORDS", "Say which words are attributed, as with the speaker."),
    Word(
        "detail", ("detail",), "KIND WORDS", "Add a detail; a kind behind was, in front, is what it is now."
    ),
    Word("no_detail", ("no-detail",), "KIND WORDS", "Take a detail off."),
    Word("date", ("date",), "WORDS = [DAY]", "Say which day or period a date means; nothing is not known."),
    Word("undo", ("z", "undo"), "", "Undo what you did last, also after a restart."),
    Word("redo", ("Z", "redo"), "", "Do again what you undid last."),
    Word(
        "find",
        ("/", "find"),
        "WORDS",
        "Find words in the text and in notes; from the end it goes on at the start.",
    ),
    Word("find_next", ("again",), "", "Find the same words further on."),
    Word("find_previous", ("N", "again-before"), "", "Find the same words further up."),
    Word(
        "filter", ("f", "filter"), "[FILTER]", "Step through some statements only; alone, lists the filters."
    ),
    Word("show_all", ("F", "no-filter"), "", "Step through all statements again."),
    Word(
        "excluded", ("X", "excluded"), "", "The blocks that are not checked, each with its number and reason."
    ),
    Word("take_back", ("take-back",), "N", "Make statements of the excluded block with this number."),
    Word(
        "dateline", ("D", "dateline"), "[TEXT]", "Read or set place and date; a minus sign takes them away."
    ),
    Word(
        "import_draft",
        ("i", "revise"),
        "FILE",
        "Read a new draft, say what it does to each statement, and take it after a yes.",
    ),
    Word(
        "reread",
        ("reread",),
        "",
        "Read the same text with a newer extractor, say what it finds, and take it after a yes.",
    ),
    Word(
        "sign_off",
        ("O", "gate"),
        "",
        "What stands against the sign-off, by name, what was let stand, and whether it is signed.",
    ),
    Word(
        "let_stand",
        ("stet",),
        "N [NAME]",
        "Let what stands against the sign-off stand, of statement N or of all, by its name; the editor and the "
        "reason are asked, and printed in the report.",
    ),
    Word("take_stet_back", ("unstet",), "N [NAME]", "Let it stand no longer."),
    Word(
        "sign_now",
        ("sign",),
        "[KEY]",
        "Hear what is signed and what leaves the machine, say who signs and with which key, and sign after a yes.",
    ),
    Word(
        "sign_redacted",
        ("sign-redacted",),
        "[KEY]",
        "Hear what a redacted report of what is signed leaves out and what leaves the machine, and sign it after a yes.",
    ),
    Word(
        "countersign",
        ("countersign",),
        "[KEY]",
        "As the editor: hear what is signed, decide, say who countersigns with which other key, and sign after a yes.",
    ),
    Word(
        "take_over",
        ("take-over",),
        "FILE",
        "Take over what an editor has countersigned elsewhere, from the package that came back.",
    ),
    Word(
        "withdraw_signoff",
        ("unsign",),
        "WHY",
        "Withdraw the sign-off, with the reason, on the record; what was handed over stays signed.",
    ),
    Word(
        "reports",
        ("P", "report"),
        "[FORM HOW PLACE]",
        "Write the report in a form, into this folder or another place, redacted, raw, or as a checked copy; "
        "alone, lists the forms and how they may be made.",
    ),
    Word("help", ("?", "help"), "", "Read this list."),
    Word("quit", ("q", "quit", "exit"), "", "Leave; so does the end of the input. All is saved."),
)

_BY_TYPED = {typed: word for word in WORDS for typed in word.typed}
_AGAIN = Request("show")


def parse(line: str) -> Request:
    """What a line asks for. A letter counts as it is typed, `m` is not `M`; of a word the case does not matter.

    Raises UsageError when there is no such command, or when what follows it is missing or too much.
    """
    line = line.strip()
    if not line:
        return _AGAIN
    name, _, argument = ("/", "", line[1:]) if line.startswith("/") else line.partition(" ")
    argument = argument.strip()
    word = _BY_TYPED.get(name) or (_BY_TYPED.get(name.casefold()) if len(name) > 1 else None)
    if word is None:
        raise _no_such(name)
    if argument and not word.argument:
        raise UsageError(f"Nothing can follow {name}.", f"Type {name} alone.")
    if not argument and word.argument and not word.argument.startswith("["):
        raise UsageError(f"{name} wants {word.argument}.", f"Type {name} {_EXAMPLES[word.argument]}.")
    return Request(word.id, argument)


_EXAMPLES = {
    "N": "and a number",
    "WORD": "and a word, or its number",
    "WORDS": "and the words",
    "KIND WORDS": "and a kind, such as name, and the words",
    "WORDS = [DAY]": "and the words, = and a day",
    "WHOM": "and to whom",
    "LETTERS": "and their letters",
    "LETTER [RIGHT]": "and its letter",
    "TEXT": "and the text",
    "N WHY": "a number and why",
    "WHY": "and why",
    "WORD CHARACTERS": "and a word, then a number",
    "N INTO": "and two numbers",
    "N FILE": "and a number, then the file",
    "FILE": "and the file",
    "TO[: TEXT]": "author: and the question",
    "N [TEXT]": "and a number",
    "N [NAME]": "and a number, or all and a name",
    "TO": "and author, editor or a name",
}


def _no_such(name: str) -> UsageError:
    if name.isdigit():
        return UsageError(f"{name} alone says nothing.", f"g {name} goes to the statement with that number.")
    return UsageError(f"There is no command {name}.", "A question mark lists them.")


def number_of(argument: str) -> int:
    """A number that was typed. Raises UsageError."""
    if not (argument.isascii() and argument.isdigit() and len(argument) < 10):
        raise UsageError(f"{argument} is not a number.", "Type the number in digits.")
    return int(argument)


def help_lines() -> list[str]:
    """Every command, one a line."""
    return [f"{word.usage}: {word.help}" for word in WORDS]
