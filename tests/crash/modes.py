"""What a program has switched on in its terminal and not off again."""

import re

_PRIVATE = re.compile(rb"\x1b\[\?([\d;]+)([hl])")
_COLOURS = re.compile(rb"\x1b\[([\d;:]*)m")
_KEYBOARD = re.compile(rb"\x1b\[([<>])\d*u")
_ON_AT_FIRST = {7: True, 25: True}  # lines wrap and the cursor is shown; every other mode is off


def left_on(said: bytes) -> list[str]:
    """What is not as it was before: modes such as the mouse's, colours, the keyboard's protocol."""
    modes = dict(_ON_AT_FIRST)
    for numbers, end in _PRIVATE.findall(said):
        modes |= {int(number): end == b"h" for number in numbers.split(b";") if number}
    left = [
        f"mode {number} is {'on' if is_on else 'off'}"
        for number, is_on in sorted(modes.items())
        if is_on != _ON_AT_FIRST.get(number, False)
    ]
    colours = _COLOURS.findall(said)
    if colours and colours[-1] not in (b"", b"0"):
        left.append(f"the colours are {colours[-1].decode()}")
    pushed = sum(1 if direction == b">" else -1 for direction in _KEYBOARD.findall(said))
    if pushed > 0:
        left.append("the keyboard's protocol is on")
    return left
