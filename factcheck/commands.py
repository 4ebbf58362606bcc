"""The one catalogue of commands, as data.

Key bindings, the key line, the palette, the help screen and the README's table of keys are all derived from
it; a command that is not in here does not exist.
"""

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct


class Where(StrEnum):
    """The screens and dialogs that commands belong to. `everywhere` is the program itself."""

    EVERYWHERE = "everywhere"
    REVIEW = "review"
    TICKING = "ticking"
    WORDING = "wording"
    DESK = "desk"
    LIST = "list"
    NOTE = "note"
    NUMBER = "number"
    LINE = "line"
    SHRED = "shred"
    PATH = "path"
    PASTE = "paste"
    PREVIEW = "preview"
    FIND = "find"
    WORDS = "words"
    HINTS = "hints"
    CONFLICTS = "conflicts"
    PICK = "pick"
    FORM = "form"
    LOCATOR = "locator"
    CITED = "cited"
    SOURCE_PICK = "source_pick"
    EVIDENCE = "evidence"
    SOURCES = "sources"
    QUERY = "query"
    QUERIES = "queries"
    SIGN_OFF = "sign_off"
    REPORTS = "reports"
    PASSPHRASE = "passphrase"
    REVISION = "revision"
    DRAFT = "draft"


class Group(StrEnum):
    """The headings of the help screen, in its order."""

    MOVE = "Moving"
    ARTICLES = "The articles"
    ANSWER = "Answering"
    WRITE = "Writing down"
    EDIT = "Editing statements"
    LOOK = "Looking up"
    HAND_OVER = "Handing over"
    UNDO = "Taking back"
    PROGRAM = "The program"


class Command(Struct, frozen=True):
    """Something that a checker can do with a key.

    `keys` are Textual's names of keys, the first one is the one to show. `label` is for the key line and the
    palette, `help` a sentence. `rank` orders the key line: 0 is not in it, 1 comes first and stays longest; up to
    6 it is named in narrow windows too, by `short` there, if that is said, or by one `family` for several keys.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    screens: tuple[Where, ...]
    group: Group
    rank: int = 0
    short: str | None = None
    family: str = ""

    @property
    def is_always_named(self) -> bool:
        """Whether the line names it in narrow windows, too."""
        return 0 < self.rank <= _ALWAYS_NAMED

    @property
    def is_in_key_line(self) -> bool:
        """Whether the line at the foot of the screen names it."""
        return self.rank > 0

    @property
    def shown_keys(self) -> tuple[str, ...]:
        """The keys as they are read: "↓" for "down"."""
        return tuple(_SHOWN.get(key, key) for key in self.keys)


_ALWAYS_NAMED = 6
_SHOWN = {
    "up": "↑",
    "down": "↓",
    "escape": "esc",
    "pageup": "pgup",
    "pagedown": "pgdn",
    "comma": ",",
    "minus": "-",
    "full_stop": ".",
}
_REVIEW = (Where.REVIEW,)
_TICKING = (Where.TICKING,)
_LISTS = (
    Where.DESK, Where.LIST, Where.PREVIEW, Where.HINTS, Where.CONFLICTS, Where.CITED, Where.SOURCES,
    Where.QUERIES, Where.REVISION, Where.DRAFT, Where.SIGN_OFF, Where.REPORTS,
)  # fmt: skip
_HINTS = (Where.HINTS,)
_CONFLICTS = (Where.CONFLICTS,)
_QUERY = (Where.QUERY,)
_QUERIES = (Where.QUERIES,)
_DRAFT = (Where.DRAFT,)
_SIGN_OFF = (Where.SIGN_OFF,)
_REPORTS = (Where.REPORTS,)
_DESK = (Where.DESK,)
_WORDS = (Where.WORDS,)
_PROMPTS = (
    Where.LINE, Where.SHRED, Where.PATH, Where.PASTE, Where.FIND,
    Where.FORM, Where.LOCATOR, Where.SOURCE_PICK, Where.EVIDENCE,
)  # fmt: skip

CATALOGUE: tuple[Command, ...] = (
    Command("next", ("j", "down"), "next", "Go to the next statement.", _REVIEW, Group.MOVE),
    Command("previous", ("k", "up"), "previous", "Go to the previous statement.", _REVIEW, Group.MOVE),
    Command(
        "next_paragraph",
        ("J",),
        "next paragraph",
        "Go to the first statement of the next paragraph.",
        _REVIEW,
        Group.MOVE,
    ),
    Command(
        "previous_paragraph",
        ("K",),
        "previous paragraph",
        "Go to the first statement of the previous paragraph.",
        _REVIEW,
        Group.MOVE,
    ),
    Command("first", ("home",), "first", "Go to the first statement.", _REVIEW, Group.MOVE),
    Command("last", ("end",), "last", "Go to the last statement.", _REVIEW, Group.MOVE),
    Command(
        "go_to_number", ("g",), "go to number", "Go to the statement with a number.", _REVIEW, Group.MOVE, 10
    ),
    Command(
        "next_open",
        ("space",),
        "next open",
        "Go to the next statement that still wants something; from the end it goes on at the start, once, "
        "and says so.",
        _REVIEW,
        Group.MOVE,
        5,
        short="next",
    ),
    Command(
        "next_recheck",
        ("R",),
        "next recheck",
        "Go to the next statement that must be rechecked; from the end it goes on at the start.",
        _REVIEW,
        Group.MOVE,
    ),
    Command("back", ("backspace",), "back", "Go back along the way that you came.", _REVIEW, Group.MOVE),
    Command(
        "other_pane",
        ("tab",),
        "other pane",
        "Change between the article and the card: where there is room for one only, show the other; else "
        "say which of them page up and page down scroll.",
        _REVIEW,
        Group.MOVE,
        9,
    ),
    Command(
        "filter",
        ("f",),
        "filter",
        "Choose which statements all stepping keys go through: by state, verdict, speaker, kind, flag, note.",
        _REVIEW,
        Group.LOOK,
        12,
    ),
    Command(
        "show_all",
        ("F",),
        "show all",
        "Clear the filter: go through all statements again.",
        _REVIEW,
        Group.LOOK,
    ),
    Command(
        "find",
        ("/",),
        "find",
        "Find words in the text, in the notes and in the titles of sources.",
        _REVIEW,
        Group.LOOK,
        13,
    ),
    Command(
        "find_next",
        ("n",),
        "find next",
        "Go to the next statement with these words; wraps and says so.",
        _REVIEW,
        Group.LOOK,
    ),
    Command(
        "find_previous",
        ("N",),
        "find previous",
        "Go to the previous statement with these words.",
        _REVIEW,
        Group.LOOK,
    ),
    Command(
        "page_down",
        ("pagedown",),
        "scroll down",
        "Scroll the pane; the current statement stays the same.",
        _REVIEW,
        Group.MOVE,
    ),
    Command("page_up", ("pageup",), "scroll up", "Scroll the pane back.", _REVIEW, Group.MOVE),
    Command(
        "confirmed",
        ("c", "1"),
        "confirmed",
        "Give the active question the verdict confirmed.",
        _REVIEW,
        Group.ANSWER,
        1,
        family="verdict",
    ),
    Command(
        "unverified",
        ("u", "2"),
        "unverified",
        "Give the active question the verdict unverified.",
        _REVIEW,
        Group.ANSWER,
        2,
        family="verdict",
    ),
    Command(
        "disputed",
        ("d", "3"),
        "disputed",
        "Give the active question the verdict disputed.",
        _REVIEW,
        Group.ANSWER,
        3,
        family="verdict",
    ),
    Command("clear", ("0",), "clear", "Take the answer to the active question away.", _REVIEW, Group.ANSWER),
    Command(
        "switch",
        ("s",),
        "said/so",
        "Switch between the two questions: was it said, and is it so?",
        _REVIEW,
        Group.ANSWER,
        4,
    ),
    Command(
        "leave_to_speaker",
        ("o",),
        "leave to speaker",
        "Leave the content of the statement to its speaker, instead of a verdict on so.",
        _REVIEW,
        Group.ANSWER,
        11,
    ),
    Command(
        "basis",
        ("b",),
        "basis",
        "Choose why the active question is unverified or disputed.",
        _REVIEW,
        Group.ANSWER,
        6,
    ),
    Command(
        "tick",
        ("t",),
        "tick",
        "Tick the details: each has a letter, which ticks it or takes that back, shift and the letter mark it "
        "wrong.",
        _REVIEW,
        Group.ANSWER,
        6,
    ),
    Command(
        "more_details",
        ("enter",),
        "more details",
        "Give the letters to the next details, where there are more than 26.",
        _TICKING,
        Group.ANSWER,
    ),
    Command(
        "leave_ticking",
        ("escape",),
        "end ticking",
        "End ticking: letters are commands again.",
        _TICKING,
        Group.ANSWER,
    ),
    Command(
        "suggest",
        ("r",),
        "wording",
        "Suggest other words for the statement, or say what became of the suggestion; the article itself stays "
        "as it is.",
        _REVIEW,
        Group.WRITE,
    ),
    Command("save_wording", ("ctrl+s",), "suggest", "Suggest the words.", (Where.WORDING,), Group.WRITE, 1),
    Command(
        "leave_wording",
        ("escape",),
        "leave",
        "Leave the wording; what you have typed is kept for later.",
        (Where.WORDING,),
        Group.WRITE,
        2,
    ),
    Command(
        "private_note",
        ("m",),
        "note",
        "Write the private note: it never leaves this program.",
        _REVIEW,
        Group.WRITE,
        7,
    ),
    Command(
        "public_note",
        ("M",),
        "public note",
        "Write the public note: a report may print it.",
        _REVIEW,
        Group.WRITE,
    ),
    Command(
        "legal_flag",
        ("!",),
        "legal read",
        "Raise the flag: somebody must read this for legal risk; again lowers it.",
        _REVIEW,
        Group.WRITE,
    ),
    Command(
        "criticism_flag",
        ("*",),
        "needs a reply",
        "Raise the flag: this criticises somebody who must be heard; whom it was put to, when, and what came back.",
        _REVIEW,
        Group.WRITE,
    ),
    Command(
        "publication",
        ("p",),
        "for publication",
        "Mark the statement for publication as a checked claim; again takes the mark off.",
        _REVIEW,
        Group.WRITE,
    ),
    Command(
        "add_source",
        ("e",),
        "source",
        "Add a source for the active question, or edit or take off one that is cited here.",
        _REVIEW,
        Group.WRITE,
        6,
    ),
    Command(
        "cite_on_file",
        ("E",),
        "source on file",
        "Cite a source that is on file, of this article or, as a copy, of another one.",
        _REVIEW,
        Group.WRITE,
    ),
    Command(
        "same_source",
        ("full_stop",),
        "same source",
        "Cite the source that you cited last once more: asks only for the locator.",
        _REVIEW,
        Group.WRITE,
        6,
        short="same",
    ),
    Command(
        "sources",
        ("S",),
        "sources",
        "See all sources of the article and where each is used; edit, merge, attach files.",
        _REVIEW,
        Group.LOOK,
    ),
    Command(
        "query",
        ("q",),
        "query",
        "Ask the author, the editor or a source about this statement; answer, close or open again what was asked.",
        _REVIEW,
        Group.WRITE,
        14,
    ),
    Command(
        "save_query",
        ("ctrl+s",),
        "ask",
        "Ask what you have typed.",
        _QUERY,
        Group.WRITE,
        1,
    ),
    Command(
        "to_other_field",
        ("tab",),
        "other field",
        "Change between the name and the question.",
        _QUERY,
        Group.WRITE,
        3,
    ),
    Command(
        "to_question",
        ("enter",),
        "to the question",
        "Lead on from the name to the question.",
        _QUERY,
        Group.WRITE,
    ),
    Command(
        "leave_query",
        ("escape",),
        "leave",
        "Leave without asking; what you have typed is kept for later.",
        _QUERY,
        Group.WRITE,
        2,
    ),
    Command(
        "queries",
        ("Q",),
        "queries",
        "See all queries of the article, by whom they are to; answer them, or copy the open ones as a message.",
        _REVIEW,
        Group.LOOK,
    ),
    Command(
        "go_to_query",
        ("enter",),
        "go to it",
        "Go to the statement that the query is about.",
        _QUERIES,
        Group.MOVE,
        1,
    ),
    Command(
        "answer_query", ("a",), "answer", "Write down what came back to the query.", _QUERIES, Group.WRITE, 2
    ),
    Command(
        "close_query",
        ("c",),
        "close it",
        "Close the query: nothing more is wanted, answered or not.",
        _QUERIES,
        Group.WRITE,
        4,
    ),
    Command(
        "reopen_query",
        ("o",),
        "open it again",
        "Wait for an answer to the query again.",
        _QUERIES,
        Group.WRITE,
        5,
    ),
    Command(
        "copy_queries",
        ("y",),
        "copy message",
        "Copy all open queries to this addressee as one message to send; never a note or a confidential source.",
        _QUERIES,
        Group.LOOK,
        3,
    ),
    Command(
        "show_queries",
        ("f",),
        "open/all",
        "See only the open queries, or all of them again.",
        _QUERIES,
        Group.LOOK,
        6,
    ),
    Command(
        "sign_off",
        ("O",),
        "sign off",
        "See what stands against the sign-off, by name; when nothing does, sign the report.",
        _REVIEW,
        Group.HAND_OVER,
    ),
    Command(
        "reports",
        ("P",),
        "reports",
        "Choose forms of the report, write them into a folder, and open them.",
        (Where.REVIEW, Where.SIGN_OFF),
        Group.HAND_OVER,
    ),
    Command(
        "go_to_blocker",
        ("enter",),
        "go to it",
        "Go to the statement that keeps the article from being signed.",
        _SIGN_OFF,
        Group.MOVE,
        1,
    ),
    Command(
        "let_stand",
        ("s",),
        "let stand",
        "Let it stand in the editor’s name and with a reason (stet); the report prints both.",
        _SIGN_OFF,
        Group.HAND_OVER,
        2,
    ),
    Command(
        "take_stet_back",
        ("minus",),
        "no longer",
        "Let it stand no longer.",
        _SIGN_OFF,
        Group.HAND_OVER,
        5,
    ),
    Command(
        "sign_now",
        ("S",),
        "sign",
        "See what is signed and what leaves the machine, say who signs with which key, and sign.",
        _SIGN_OFF,
        Group.HAND_OVER,
        3,
    ),
    Command(
        "countersign",
        ("C",),
        "countersign",
        "Countersign what is signed, as the editor: see it, decide, say who signs with which other key, and sign.",
        _SIGN_OFF,
        Group.HAND_OVER,
        4,
    ),
    Command(
        "take_over",
        ("i",),
        "take over",
        "Take over what an editor has countersigned elsewhere, from the package that came back.",
        _SIGN_OFF,
        Group.HAND_OVER,
        6,
    ),
    Command(
        "withdraw_signoff",
        ("W",),
        "withdraw",
        "Withdraw the sign-off, with a reason, on the record; what was handed over stays signed.",
        _SIGN_OFF,
        Group.HAND_OVER,
        7,
    ),
    Command(
        "choose_form",
        ("space", "enter"),
        "choose",
        "Choose the form, or leave it out.",
        _REPORTS,
        Group.HAND_OVER,
        1,
    ),
    Command(
        "report_folder",
        ("f",),
        "folder",
        "Say into which folder the reports are written.",
        _REPORTS,
        Group.HAND_OVER,
        3,
    ),
    Command(
        "write_reports",
        ("w",),
        "write",
        "Write the chosen forms, in the background.",
        _REPORTS,
        Group.HAND_OVER,
        2,
    ),
    Command(
        "open_report",
        ("o",),
        "open",
        "Open the report that was written, with the system’s own program.",
        _REPORTS,
        Group.HAND_OVER,
        4,
    ),
    Command(
        "use_passphrase",
        ("enter",),
        "sign",
        "Sign with the key that this passphrase opens. It is kept nowhere.",
        (Where.PASSPHRASE,),
        Group.HAND_OVER,
        1,
    ),
    Command(
        "leave_passphrase",
        ("escape",),
        "leave",
        "Leave without signing.",
        (Where.PASSPHRASE,),
        Group.HAND_OVER,
        2,
    ),
    Command(
        "dateline",
        ("D",),
        "dateline",
        "Say place and date of the article: what “on Monday” in it counts from.",
        _REVIEW,
        Group.WRITE,
    ),
    Command(
        "import_draft",
        ("i",),
        "new draft",
        "Give the article a new draft from a file; you see what it does to each statement before anything is stored.",
        _REVIEW,
        Group.EDIT,
    ),
    Command(
        "last_draft",
        ("I",),
        "last draft",
        "See what the draft under review did to each statement of the one before, and place what is gone.",
        _REVIEW,
        Group.LOOK,
    ),
    Command(
        "go_to_changed", ("enter",), "go to it", "Go to the statement and decide.", _DRAFT, Group.MOVE, 1
    ),
    Command(
        "recheck_here",
        ("R",),
        "next recheck",
        "Go to the next one that is still to be rechecked; from the end it goes on at the start.",
        _DRAFT,
        Group.MOVE,
        2,
    ),
    Command(
        "place_gone",
        ("p",),
        "place",
        "Put a statement whose words are gone at one of this draft: its work comes along, its verdicts are to be rechecked.",
        _DRAFT,
        Group.EDIT,
        3,
    ),
    Command(
        "show_changed",
        ("f",),
        "only open",
        "See only what is still to be rechecked or gone, or all.",
        _DRAFT,
        Group.LOOK,
        4,
    ),
    Command(
        "take_draft",
        ("enter",),
        "take this draft",
        "Make it the draft under review.",
        (Where.REVISION,),
        Group.EDIT,
        1,
    ),
    Command(
        "leave_draft",
        ("escape",),
        "leave",
        "Leave it; nothing is stored.",
        (Where.REVISION,),
        Group.EDIT,
        2,
    ),
    Command(
        "word_cursor",
        ("w",),
        "words",
        "Go through the words of the statement: split there, move its boundaries, select words as a detail, a "
        "speaker, a cue.",
        _REVIEW,
        Group.EDIT,
        14,
    ),
    Command(
        "speakers_and_details",
        ("W",),
        "speakers and details",
        "Change who is said to have said it, which details there are, and which day a date means.",
        _REVIEW,
        Group.EDIT,
    ),
    Command("split_statement", ("x",), "split", "Make two statements of it, at a word.", _REVIEW, Group.EDIT),
    Command(
        "join_statement",
        ("+",),
        "join",
        "Make one statement of it and the next one; what hangs on that one moves here.",
        _REVIEW,
        Group.EDIT,
    ),
    Command(
        "add_statement",
        ("a",),
        "add a statement",
        "Make a statement of words of this paragraph: they are cut out of those that have them.",
        _REVIEW,
        Group.EDIT,
    ),
    Command(
        "exclude_statement",
        ("-",),
        "not checked",
        "Leave the statement out of the check, with a reason; again checks it after all.",
        _REVIEW,
        Group.EDIT,
    ),
    Command(
        "copy",
        ("y",),
        "copy",
        "Copy the statement with its answers and public sources; never a note or another source.",
        _REVIEW,
        Group.LOOK,
    ),
    Command(
        "history",
        ("h",),
        "history",
        "See what was done about this statement, by whom and when.",
        _REVIEW,
        Group.LOOK,
    ),
    Command(
        "excluded",
        ("X",),
        "excluded",
        "See the parts of the article that are not checked, with the reasons, and take one back.",
        _REVIEW,
        Group.LOOK,
    ),
    Command(
        "link",
        ("l",),
        "link",
        "Link the statement to one that it contradicts, denies or differs from; first, the links that it has.",
        _REVIEW,
        Group.WRITE,
    ),
    Command(
        "previous_linked",
        ("[",),
        "previous linked",
        "Go to the previous statement with a link, and hear what it is linked to.",
        _REVIEW,
        Group.MOVE,
    ),
    Command(
        "next_linked",
        ("]",),
        "next linked",
        "Go to the next statement with a link, and hear what it is linked to.",
        _REVIEW,
        Group.MOVE,
    ),
    Command(
        "conflicts",
        ("C",),
        "conflicts",
        "See each linked pair side by side, with what both say; settle it, open it again, or take it away.",
        _REVIEW,
        Group.LOOK,
    ),
    Command(
        "settle_link",
        ("s", "enter"),
        "settle",
        "Settle the link, with a word why.",
        _CONFLICTS,
        Group.WRITE,
        1,
    ),
    Command("open_link", ("o",), "open again", "Open a settled link again.", _CONFLICTS, Group.WRITE, 3),
    Command(
        "confirm_link",
        ("c",),
        "still holds",
        "Say that the link still holds, after a change of the words at an end of it.",
        _CONFLICTS,
        Group.WRITE,
        7,
    ),
    Command("remove_link", ("-",), "take away", "Take the link away from both.", _CONFLICTS, Group.WRITE, 6),
    Command(
        "show_open_links", ("f",), "only open", "See only the open links, or all.", _CONFLICTS, Group.LOOK, 3
    ),
    Command("first_of_link", ("g",), "go to first", "Go to the first statement.", _CONFLICTS, Group.MOVE, 4),
    Command("second_of_link", ("G",), "to second", "Go to the second statement.", _CONFLICTS, Group.MOVE, 5),
    Command(
        "pick",
        ("enter",),
        "choose",
        "Take the chosen line; what is typed narrows the list.",
        (Where.PICK,),
        Group.PROGRAM,
        1,
    ),
    Command(
        "back_or_leave",
        ("escape",),
        "back",
        "Go back a step, and leave at the first one.",
        (Where.PICK,),
        Group.PROGRAM,
        2,
    ),
    Command(
        "hints",
        ("H",),
        "hints",
        "See which statements may contradict, deny or repeat each other, and link them or put that aside.",
        _REVIEW,
        Group.LOOK,
    ),
    Command(
        "accept_hint",
        ("enter",),
        "link them",
        "Make the link that the hint suggests.",
        _HINTS,
        Group.WRITE,
        1,
    ),
    Command(
        "dismiss_hint", ("-",), "put aside", "Put the hint aside; nothing is linked.", _HINTS, Group.WRITE, 2
    ),
    Command(
        "reopen_hint",
        ("o",),
        "look again",
        "Put a hint back among those to look at; a link that came of it stays.",
        _HINTS,
        Group.WRITE,
        6,
    ),
    Command(
        "show_hints",
        ("f",),
        "others",
        "See the hints that were accepted, those that were put aside, and those to look at again.",
        _HINTS,
        Group.LOOK,
        3,
    ),
    Command("first_of_hint", ("g",), "go to first", "Go to the first statement.", _HINTS, Group.MOVE, 4),
    Command("second_of_hint", ("G",), "to second", "Go to the second statement.", _HINTS, Group.MOVE, 5),
    Command(
        "undo",
        ("z",),
        "undo",
        "Undo what you did last, also after a restart.",
        (Where.REVIEW, Where.HINTS, Where.CONFLICTS, Where.QUERIES, Where.DRAFT, Where.SIGN_OFF),
        Group.UNDO,
        8,
    ),
    Command("redo", ("Z",), "redo", "Do again what you undid last.", _REVIEW, Group.UNDO),
    Command(
        "to_desk",
        ("escape",),
        "desk",
        "Leave the article and go to the desk, when pressed twice; all is saved.",
        _REVIEW,
        Group.PROGRAM,
    ),
    Command("down", ("j", "down"), "down", "Go to the next line.", _LISTS, Group.MOVE),
    Command("up", ("k", "up"), "up", "Go to the line before.", _LISTS, Group.MOVE),
    Command("top", ("home",), "first", "Go to the first line.", _LISTS, Group.MOVE),
    Command("bottom", ("end",), "last", "Go to the last line.", _LISTS, Group.MOVE),
    Command("page_down_list", ("pagedown",), "page down", "Go a page down.", _LISTS, Group.MOVE),
    Command("page_up_list", ("pageup",), "page up", "Go a page up.", _LISTS, Group.MOVE),
    Command("open", ("enter",), "open", "Open the article.", (Where.DESK,), Group.PROGRAM, 1),
    Command(
        "choose",
        ("enter",),
        "choose",
        "Take the line, where there is something to take.",
        (Where.LIST,),
        Group.PROGRAM,
        1,
    ),
    Command(
        "close",
        ("escape",),
        "close",
        "Go back to where you were.",
        (
            *(Where.LIST, Where.HINTS, Where.CONFLICTS, Where.CITED, Where.SOURCES, Where.QUERIES),
            *(Where.DRAFT, Where.SIGN_OFF, Where.REPORTS),
        ),
        Group.PROGRAM,
        2,
    ),
    Command(
        "take_cited",
        ("enter",),
        "edit",
        "Edit the citation, or take the line.",
        (Where.CITED,),
        Group.WRITE,
        1,
    ),
    Command(
        "take_off",
        ("minus",),
        "take off",
        "Take the source off this statement; it stays on file.",
        (Where.CITED,),
        Group.WRITE,
        2,
    ),
    Command(
        "form_next",
        ("enter",),
        "go on",
        "Go on to the next field; from the last one, save.",
        (Where.FORM,),
        Group.WRITE,
        1,
    ),
    Command("save_form", ("ctrl+s",), "save", "Save the form.", (Where.FORM,), Group.WRITE, 2),
    Command("form_down", ("tab", "down"), "next", "Go to the next field.", (Where.FORM,), Group.MOVE),
    Command(
        "form_up",
        ("up", "shift+tab"),
        "field before",
        "Go to the field before.",
        (Where.FORM,),
        Group.MOVE,
        3,
    ),
    Command("cite_same", ("enter",), "cite", "Cite it with this locator.", (Where.LOCATOR,), Group.WRITE, 1),
    Command(
        "turn_stance",
        ("tab",),
        "stance",
        "Change what the source says of the statement: supports, contradicts, context.",
        (Where.LOCATOR,),
        Group.WRITE,
        2,
    ),
    Command("pick_source", ("enter",), "choose", "Take the source.", (Where.SOURCE_PICK,), Group.WRITE, 1),
    Command("source_down", ("down",), "down", "Go to the next source.", (Where.SOURCE_PICK,), Group.MOVE),
    Command("source_up", ("up",), "up", "Go to the source before.", (Where.SOURCE_PICK,), Group.MOVE),
    Command(
        "attach_file",
        ("enter",),
        "attach",
        "Keep a copy of the file as evidence.",
        (Where.EVIDENCE,),
        Group.WRITE,
        1,
    ),
    Command(
        "go_to_use",
        ("enter",),
        "go to",
        "Go to a statement that cites the source.",
        (Where.SOURCES,),
        Group.MOVE,
        1,
    ),
    Command("edit_source", ("e",), "edit", "Edit the source.", (Where.SOURCES,), Group.WRITE, 2),
    Command(
        "attach_evidence",
        ("a",),
        "attach",
        "Keep a copy of a file as evidence for the source.",
        (Where.SOURCES,),
        Group.WRITE,
        3,
    ),
    Command(
        "merge_source",
        ("m",),
        "merge",
        "Say that the source is another one, too: both count as one from then on.",
        (Where.SOURCES,),
        Group.WRITE,
        4,
    ),
    Command(
        "new_source",
        ("i",),
        "new",
        "Put a source on file that is not cited yet.",
        (Where.SOURCES,),
        Group.WRITE,
        5,
    ),
    Command(
        "find_source",
        ("/",),
        "find",
        "Find a source by title, creator or address while you type.",
        (Where.SOURCES,),
        Group.LOOK,
        6,
    ),
    Command("undo_here", ("z",), "undo", "Undo what you did last.", (Where.SOURCES,), Group.UNDO, 7),
    Command("save_note", ("ctrl+s",), "save", "Save the note.", (Where.NOTE,), Group.WRITE, 1),
    Command(
        "leave_note",
        ("escape",),
        "leave",
        "Leave the note; what you have typed is kept for later.",
        (Where.NOTE,),
        Group.WRITE,
        2,
    ),
    Command("go", ("enter",), "go", "Go to the number.", (Where.NUMBER,), Group.MOVE, 1),
    Command("leave_number", ("escape",), "stay", "Stay where you are.", (Where.NUMBER,), Group.MOVE, 2),
    Command(
        "import_file",
        ("i",),
        "import",
        "Import an article from a file or an address; you see what it will become before it is stored.",
        _DESK,
        Group.ARTICLES,
        2,
    ),
    Command(
        "import_paste",
        ("v",),
        "paste",
        "Import an article that you paste; you see what it will become before it is stored.",
        _DESK,
        Group.ARTICLES,
        3,
    ),
    Command("rename", ("r",), "rename", "Give the article another title.", _DESK, Group.ARTICLES, 6),
    Command(
        "article_dateline",
        ("D",),
        "dateline",
        "Say place and date of the article: what “on Monday” in it counts from.",
        _DESK,
        Group.ARTICLES,
    ),
    Command(
        "article_deadline",
        ("L",),
        "deadline",
        "Say by when the check must be done: a date such as 2024-10-25 18:00, or your own words.",
        _DESK,
        Group.ARTICLES,
    ),
    Command(
        "archive",
        ("a",),
        "archive",
        "Put the article into the archive, which is asked first, or bring it back from there; nothing is lost.",
        _DESK,
        Group.ARTICLES,
        7,
    ),
    Command(
        "shred",
        ("ctrl+d",),
        "shred",
        "Destroy the article for good; says before what goes, and asks you to type its name.",
        _DESK,
        Group.ARTICLES,
    ),
    Command(
        "how_to_export",
        ("e",),
        "export",
        "See the command that exports the article.",
        _DESK,
        Group.ARTICLES,
    ),
    Command(
        "find_article",
        ("/",),
        "find",
        "Find articles by words of their titles, while you type.",
        _DESK,
        Group.LOOK,
        4,
    ),
    Command(
        "order",
        ("o",),
        "order",
        "Change the order: last touched, title, deadline, progress.",
        _DESK,
        Group.LOOK,
        5,
    ),
    Command("archived", ("A",), "archived", "Look into the archive, or back to the desk.", _DESK, Group.LOOK),
    Command(
        "show_desk",
        ("escape",),
        "all articles",
        "Show all articles on the desk again, after finding and after the archive.",
        _DESK,
        Group.LOOK,
    ),
    Command("find_now", ("enter",), "find", "Find the words.", (Where.FIND,), Group.LOOK, 1),
    Command("save_line", ("enter",), "save", "Save what you have typed.", (Where.LINE,), Group.WRITE, 1),
    Command(
        "shred_now",
        ("enter",),
        "shred",
        "Destroy the article, if its name is typed exactly.",
        (Where.SHRED,),
        Group.ARTICLES,
        1,
    ),
    Command(
        "read_file",
        ("enter",),
        "look at it",
        "Read the file and see what it will become; nothing is stored yet.",
        (Where.PATH,),
        Group.ARTICLES,
        1,
    ),
    Command(
        "complete",
        ("tab",),
        "complete",
        "Complete the name of the folder or file, as far as only one fits.",
        (Where.PATH, Where.EVIDENCE),
        Group.ARTICLES,
        2,
    ),
    Command(
        "read_paste",
        ("ctrl+s",),
        "look at it",
        "See what the pasted text will become; nothing is stored yet.",
        (Where.PASTE,),
        Group.ARTICLES,
        1,
    ),
    Command(
        "leave_prompt",
        ("escape",),
        "leave",
        "Leave without doing anything.",
        _PROMPTS,
        Group.PROGRAM,
        3,
    ),
    Command(
        "import_now",
        ("enter",),
        "import",
        "Store the article; the same text again finds the article that is there.",
        (Where.PREVIEW,),
        Group.ARTICLES,
        1,
    ),
    Command(
        "retitle",
        ("r",),
        "title",
        "Change the title before the article is stored.",
        (Where.PREVIEW,),
        Group.ARTICLES,
        2,
    ),
    Command(
        "keep_stated",
        ("s",),
        "keep stated",
        "Keep with the article what the file says of its author and publisher; again leaves it out.",
        (Where.PREVIEW,),
        Group.ARTICLES,
        4,
    ),
    Command(
        "name_encoding",
        ("e",),
        "encoding",
        "Read the file again in another encoding.",
        (Where.PREVIEW,),
        Group.ARTICLES,
        3,
    ),
    Command(
        "leave_preview",
        ("escape",),
        "leave",
        "Leave with nothing stored.",
        (Where.PREVIEW,),
        Group.PROGRAM,
        4,
    ),
    Command("word_right", ("l", "right"), "word", "Go to the next word.", _WORDS, Group.MOVE),
    Command("word_left", ("h", "left"), "word back", "Go to the word before.", _WORDS, Group.MOVE),
    Command("word_down", ("j", "down"), "line down", "Go to the line below.", _WORDS, Group.MOVE),
    Command("word_up", ("k", "up"), "line up", "Go to the line above.", _WORDS, Group.MOVE),
    Command(
        "first_word", ("home",), "to the first word", "Go to the statement’s first word.", _WORDS, Group.MOVE
    ),
    Command(
        "last_word", ("end",), "to the last word", "Go to the statement’s last word.", _WORDS, Group.MOVE
    ),
    Command("cut_here", ("x",), "split", "Begin a second statement with this word.", _WORDS, Group.EDIT, 2),
    Command(
        "begin_here",
        ("{",),
        "begin",
        "Let the statement begin with this word; the one before it takes or gives the rest.",
        _WORDS,
        Group.EDIT,
        3,
    ),
    Command(
        "end_here",
        ("}",),
        "end",
        "Let the statement end with this word; the one after it takes or gives the rest.",
        _WORDS,
        Group.EDIT,
        4,
    ),
    Command(
        "select", ("v",), "select", "Begin a selection of words, or let go of it.", _WORDS, Group.EDIT, 5
    ),
    Command(
        "take_words",
        ("enter",),
        "take",
        "Take the selected words, or the one at the cursor, and say what they are.",
        _WORDS,
        Group.EDIT,
        6,
    ),
    Command("leave_words", ("escape",), "leave", "Leave with nothing changed.", _WORDS, Group.PROGRAM, 7),
    Command("help", ("?",), "help", "See all keys.", (Where.EVERYWHERE,), Group.PROGRAM, 90, short=""),
    Command(
        "settings",
        ("comma",),
        "settings",
        "Choose theme, auto-advance and what the sign-off asks for, and say who is checking.",
        (Where.EVERYWHERE,),
        Group.PROGRAM,
    ),
    Command(
        "suspend",
        ("ctrl+z",),
        "suspend",
        "Put the program to sleep and go back to the shell; `fg` wakes it where it was.",
        (Where.EVERYWHERE,),
        Group.PROGRAM,
    ),
    Command(
        "palette",
        ("ctrl+p",),
        "palette",
        "Find a command by its name.",
        (Where.EVERYWHERE,),
        Group.PROGRAM,
        92,
    ),
    Command(
        "quit",
        ("ctrl+q",),
        "quit",
        "Leave the program; always safe, all is saved.",
        (Where.EVERYWHERE,),
        Group.PROGRAM,
        91,
    ),
)


def commands_of(where: Where) -> tuple[Command, ...]:
    """The commands of one screen or dialog, in the order of the catalogue."""
    return tuple(command for command in CATALOGUE if where in command.screens)


def command(command_id: str) -> Command:
    """The command with this id. Raises KeyError."""
    return _BY_ID[command_id]


def key_line_of(where: Where, *, is_modal: bool = False) -> tuple[Command, ...]:
    """What the line of keys names, the most wanted first; in a dialog only the dialog's own."""
    own = commands_of(where)
    shared = () if is_modal else commands_of(Where.EVERYWHERE)
    return tuple(sorted((c for c in (*own, *shared) if c.is_in_key_line), key=lambda c: c.rank))


def grouped(commands: tuple[Command, ...]) -> Iterator[tuple[Group, tuple[Command, ...]]]:
    """The commands under the headings of the help screen."""
    for group in Group:
        members = tuple(c for c in commands if c.group is group)
        if members:
            yield group, members


_BY_ID = {c.id: c for c in CATALOGUE}
