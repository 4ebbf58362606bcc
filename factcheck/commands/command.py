"""What a command is, and where it may belong."""

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
    "left": "←",
    "right": "→",
    "escape": "esc",
    "pageup": "pgup",
    "pagedown": "pgdn",
    "comma": ",",
    "minus": "-",
    "full_stop": ".",
}

LISTS = (
    Where.DESK, Where.LIST, Where.PREVIEW, Where.HINTS, Where.CONFLICTS, Where.CITED, Where.SOURCES,
    Where.QUERIES, Where.REVISION, Where.DRAFT, Where.SIGN_OFF, Where.REPORTS,
)  # fmt: skip
"""Screens and boxes with a list in them."""
PROMPTS = (
    Where.LINE, Where.SHRED, Where.PATH, Where.PASTE, Where.FIND,
    Where.FORM, Where.LOCATOR, Where.SOURCE_PICK, Where.EVIDENCE,
)  # fmt: skip
"""Boxes that ask for something to be typed."""
