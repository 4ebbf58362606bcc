"""The program itself, wherever one is."""

from factcheck.commands.command import Command, Group, Where

COMMANDS: tuple[Command, ...] = (
    Command("help", ("?",), "help", "See all keys.", (Where.EVERYWHERE,), Group.PROGRAM, 90),
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
