"""The two looks for terminals that have 256 or sixteen colours only.

There the nearest colour is taken, and the nearest to a quiet one is often a wrong one: a dark blue ground became
teal, a light blue accent grey. So the colours are chosen here from those that there are.
"""

from dataclasses import replace

from textual.theme import Theme

from factcheck.screens.themes import DARK, LIGHT, THEMES, scroll_bar

_BLACK, _GREY, _DARK_GREY, _WHITE = "#000000", "#aaaaaa", "#555555", "#ffffff"
_RED, _GREEN, _BROWN, _BLUE, _MAGENTA = "#aa0000", "#00aa00", "#aa5500", "#0000aa", "#aa00aa"
_BRIGHT_RED, _BRIGHT_GREEN, _YELLOW = "#ff5555", "#55ff55", "#ffff55"
_BRIGHT_MAGENTA, _BRIGHT_CYAN = "#ff55ff", "#55ffff"
"""The sixteen as Rich knows them: each is the nearest to itself."""


def themes_for(colours: str | None) -> dict[str, Theme]:
    """The themes by their names in the settings; `colours` is what Rich calls a terminal's colour system."""
    if colours == "256":
        return {"dark": _with(DARK, {"current-ground": "#3a3a3a"}), "light": LIGHT}
    if colours in ("standard", "windows"):
        return {"dark": _dark_of_sixteen(), "light": _light_of_sixteen()}
    return THEMES


def _with(theme: Theme, variables: dict[str, str]) -> Theme:
    return replace(theme, variables={**theme.variables, **variables})


def _dark_of_sixteen() -> Theme:
    """Nothing that is to be read is dark grey: in some palettes that is the ground itself."""
    return _with(
        replace(
            DARK,
            primary=_BRIGHT_CYAN,
            accent=_BRIGHT_CYAN,
            foreground=_WHITE,
            background=_BLACK,
            surface=_BLACK,
            panel=_BLACK,
            warning=_YELLOW,
            error=_BRIGHT_RED,
            success=_BRIGHT_GREEN,
        ),
        {
            "ink-muted": _GREY,
            "ink-excluded": _GREY,
            "rule": _DARK_GREY,
            **scroll_bar(_DARK_GREY, _BRIGHT_CYAN, _BLACK),
            "current-ground": _BLUE,
            "verdict-confirmed": _BRIGHT_GREEN,
            "verdict-unverified": _YELLOW,
            "verdict-disputed": _BRIGHT_RED,
            "verdict-left": _BRIGHT_MAGENTA,
            "verdict-was": _BROWN,
            "detail-name": _WHITE,
            "detail-title": _GREY,
            "detail-number": _BRIGHT_CYAN,
            "detail-date": _BRIGHT_CYAN,
            "detail-quote": _GREY,
            "input-cursor-background": _WHITE,
            "input-selection-background": _BLUE,
        },
    )


def _light_of_sixteen() -> Theme:
    return _with(
        replace(
            LIGHT,
            primary=_BLUE,
            accent=_BLUE,
            foreground=_BLACK,
            background=_WHITE,
            surface=_WHITE,
            panel=_WHITE,
            warning=_RED,
            error=_RED,
            success=_GREEN,
        ),
        {
            "ink-muted": _DARK_GREY,
            "ink-excluded": _DARK_GREY,
            "rule": _GREY,
            **scroll_bar(_GREY, _BLUE, _WHITE),
            "current-ground": _GREY,
            "verdict-confirmed": _GREEN,
            "verdict-unverified": _BROWN,
            "verdict-disputed": _RED,
            "verdict-left": _MAGENTA,
            "verdict-was": _MAGENTA,
            "detail-name": _BLACK,
            "detail-title": _DARK_GREY,
            "detail-number": _BLUE,
            "detail-date": _BLUE,
            "detail-quote": _DARK_GREY,
            "input-cursor-background": _BLACK,
            "input-selection-background": _GREY,
        },
    )
