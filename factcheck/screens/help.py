"""All keys of a screen, from the catalogue."""

from factcheck.commands.catalogue import commands_of, grouped
from factcheck.commands.command import Command, Where
from factcheck.domain.mark import Sign
from factcheck.domain.statement import Flag
from factcheck.screens.dialogs.reading import ReadingDialog
from factcheck.screens.remapping import OwnKeys, own
from factcheck.widgets.painted import PaintedLine, Piece, paragraph, width_of_line
from factcheck.widgets.signs import CRITICISM, LEGAL, LOOKS, PUBLICATION

_KEYS, _LABEL = 11, 22
_FEW_KEYS, _FEW_LABEL = 8, 20
_WIDE_ENOUGH = 80
_LEAST = 30
_SIGNS = {
    Sign.NOT_YET: "no answer yet",
    Sign.CONFIRMED: "confirmed",
    Sign.UNVERIFIED: "unverified",
    Sign.DISPUTED: "disputed",
    Sign.LEFT: "left to the speaker",
    Sign.WAS: "answered, but for something that has changed since",
}

_FLAGS = (
    (LEGAL, Flag.LEGAL.words),
    (CRITICISM, Flag.CRITICISM.words),
    (PUBLICATION, "marked for publication"),
)


def help_screen(where: Where, keys: OwnKeys) -> ReadingDialog:
    """The help for a screen, with the user's own keys."""
    commands = tuple(own(c, keys) for c in (*commands_of(where), *commands_of(Where.EVERYWHERE)))
    return ReadingDialog("Keys", lambda width: _lines(where, commands, width))


def _lines(where: Where, commands: tuple[Command, ...], width: int) -> list[PaintedLine]:
    lines: list[PaintedLine] = []
    for group, members in grouped(commands):
        lines += [((group.value, "accent"),)]
        for command in members:
            lines += _entry(command, width)
        lines.append(())
    if where is Where.REVIEW:
        lines.append((("At the margin: first said, then so", "accent"),))
        lines += [((f"  {sign.glyph}  ", LOOKS[sign]), (words, "")) for sign, words in _SIGNS.items()]
        lines += [(), (("At the other margin", "accent"),)]
        lines += [((f"  {glyph}  ", "warning"), (words, "")) for glyph, words in _FLAGS]
    return lines


def _entry(command: Command, width: int) -> list[PaintedLine]:
    keys, label = (_KEYS, _LABEL) if width >= _WIDE_ENOUGH else (_FEW_KEYS, _FEW_LABEL)
    inset = 2 + keys + label
    if width - inset < _LEAST:  # no room beside the label
        keys, label, inset = _KEYS, 0, 4
    head: PaintedLine = (("  ", ""), _column(" ".join(command.shown_keys), keys, "strong"))
    head = (*head, _column(command.label, inset - width_of_line(head)))
    text = paragraph(command.help, width - inset, "muted")
    if width_of_line(head) > inset:  # what is too long for its column has a line of its own
        return [head, *(((" " * inset, ""), *line) for line in text)]
    return [(*head, *text[0]), *(((" " * inset, ""), *line) for line in text[1:])]


def _column(text: str, width: int, look: str = "") -> Piece:
    """A text with blanks behind it up to a width, at least one; never cut."""
    return (text.ljust(max(width, len(text) + 1)), look)
