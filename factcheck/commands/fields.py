"""Fields that one types into, and words that one walks along."""

from factcheck.commands.command import PROMPTS, Command, Group, Where

_WORDS = (Where.WORDS,)

COMMANDS: tuple[Command, ...] = (
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
    Command("find_now", ("enter",), "find", "Find the words.", (Where.FIND,), Group.LOOK, 1),
    Command("save_line", ("enter",), "save", "Save what you have typed.", (Where.LINE,), Group.WRITE, 1),
    Command(
        "leave_prompt",
        ("escape",),
        "leave",
        "Leave without doing anything.",
        PROMPTS,
        Group.PROGRAM,
        3,
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
        family="ends",
    ),
    Command(
        "end_here",
        ("}",),
        "end",
        "Let the statement end with this word; the one after it takes or gives the rest.",
        _WORDS,
        Group.EDIT,
        4,
        family="ends",
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
)
