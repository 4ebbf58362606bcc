"""How a terminal's text looks, and the codes that change it (ECMA-48, SGR): pure."""

import re
from functools import lru_cache

TerminalLook = tuple[frozenset[str], str, str]
"""The attributes that are on, and the codes of the colours in front and behind; "" is the terminal's own."""

PLAIN: TerminalLook = (frozenset(), "", "")
_CODE = re.compile(
    r"(?P<attribute>[1-9]|21|5[123])(?:;|$)"
    r"|(?P<front>3[0-79]|9[0-7]|38;5;\d+|38;2;\d+;\d+;\d+)(?:;|$)"
    r"|(?P<behind>4[0-79]|10[0-7]|48;5;\d+|48;2;\d+;\d+;\d+)(?:;|$)"
    r"|0?(?:;|$)"
)
_OFF = {"3": "23", "4": "24", "5": "25", "7": "27", "8": "28", "9": "29"}
_BOLD_AND_DIM = frozenset("12")
_UNSEEN_ON_BLANKS = frozenset("123")


@lru_cache(4096)
def look_after(look: TerminalLook, codes: str) -> TerminalLook:
    """The look that some codes lead to. Raises ValueError where one is not known here."""
    attributes, front, behind = look
    at, is_over = 0, False
    while not is_over:
        code = _CODE.match(codes, at)
        if code is None:
            raise ValueError(f"an unknown code in {codes!r}")
        at, is_over = code.end(), not code[0].endswith(";")
        if code["attribute"]:
            attributes |= {code["attribute"]}
        elif code["front"]:
            front = "" if code["front"] == "39" else code["front"]
        elif code["behind"]:
            behind = "" if code["behind"] == "49" else code["behind"]
        else:
            attributes, front, behind = PLAIN
    return attributes, front, behind


@lru_cache(4096)
def change(look: TerminalLook | None, wanted: TerminalLook) -> str:
    """The shortest sequence from one look to another; from an unknown one everything is said."""
    if look == wanted:
        return ""
    if wanted == PLAIN:
        return "\x1b[m"
    whole = ";".join(filter(None, ("0", *sorted(wanted[0]), wanted[1], wanted[2])))
    step = None if look is None else _step(look, wanted)
    return f"\x1b[{whole if step is None or len(whole) < len(step) else step}m"


def _step(look: TerminalLook, wanted: TerminalLook) -> str | None:
    """Only what is different; None where that cannot be said."""
    gone, come = look[0] - wanted[0], wanted[0] - look[0]
    if not gone <= _OFF.keys() | _BOLD_AND_DIM:
        return None
    codes = [_OFF[code] for code in sorted(gone - _BOLD_AND_DIM)]
    if gone & _BOLD_AND_DIM:  # one code takes both back
        codes.append("22")
        come |= wanted[0] & _BOLD_AND_DIM
    codes += sorted(come)
    codes += [wanted[1] or "39"] if look[1] != wanted[1] else []
    codes += [wanted[2] or "49"] if look[2] != wanted[2] else []
    return ";".join(codes)


@lru_cache(4096)
def are_alike_when_blank(one: TerminalLook, other: TerminalLook) -> bool:
    """Whether nobody sees on a blank which of them it has."""
    return one == other or (one[2] == other[2] and one[0] | other[0] <= _UNSEEN_ON_BLANKS)
