"""All keys of a screen, from the catalogue."""

from factcheck.commands import Command, Where, commands_of, grouped
from factcheck.domain.mark import Sign
from factcheck.domain.statement import Flag
from factcheck.screens.dialogs.reading import ReadingDialog
from factcheck.screens.remapping import OwnKeys, own
from factcheck.widgets.painted import PaintedLine, padded, paragraph
from factcheck.widgets.signs import CRITICISM, LEGAL, LOOKS, PUBLICATION

_KEYS = 14
_LABEL = 20
_LEAST = 24
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
    inset = 2 + _KEYS + _LABEL
    if width - inset < _LEAST:  # no room beside the label
        label: PaintedLine = (
            ("  ", ""),
            padded(" ".join(command.shown_keys), _KEYS, "strong"),
            (command.label, ""),
        )
        return [label, *(((" " * 4, ""), *line) for line in paragraph(command.help, width - 4, "muted"))]
    text = paragraph(command.help, width - inset, "muted")
    first: PaintedLine = (
        ("  ", ""),
        padded(" ".join(command.shown_keys), _KEYS, "strong"),
        padded(command.label, _LABEL),
        *text[0],
    )
    return [first, *(((" " * inset, ""), *line) for line in text[1:])]
