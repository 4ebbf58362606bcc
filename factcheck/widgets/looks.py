"""The looks that a piece of text may have, each by the theme's colour that it means.

They are not component classes of a style sheet: those are worked out anew for every pane at every start, which
took longer than painting the first screen.
"""

from collections.abc import Mapping

from rich.style import Style
from textual.color import Color

_INK = {
    "muted": "ink-muted",
    "accent": "accent",
    "confirmed": "verdict-confirmed",
    "unverified": "verdict-unverified",
    "disputed": "verdict-disputed",
    "left": "verdict-left",
    "was": "verdict-was",
    "warning": "warning",
    "error": "error",
    "bar": "accent",
    "excluded": "ink-excluded",
    "rule": "rule",
    "public": "accent",
    "found": "warning",
    "name": "detail-name",
    "title": "detail-title",
    "number": "detail-number",
    "date": "detail-date",
    "quote": "detail-quote",
    "cue": "ink-muted",
    "removed": "ink-muted",
    "added": "accent",
}
_GROUND = {"current": "current-ground"}
_BOLD = frozenset({"strong", "error", "bar", "current", "found", "selected"})
_ITALIC = frozenset({"italic", "cue"})
_UNDERLINED = frozenset({"found", "selected", "name", "title", "number", "date", "quote", "added"})
_REVERSED = frozenset({"cursor"})
_STRUCK = frozenset({"struck", "removed"})
"""As a pencil goes through checked words: they stay what they are, and as readable."""
_SHOWN_BY_BLANKS = frozenset(_GROUND) | _UNDERLINED | _REVERSED | _STRUCK


def style_of(look: str, variables: Mapping[str, str]) -> Style:
    """What several looks joined by a blank add to a pane's own style. `variables` are the theme's.

    A name that is none adds nothing, so that a theme of the user's own cannot break a screen.
    """
    style = Style()
    for name in look.split():
        style += Style(
            color=_rich(variables.get(_INK.get(name, ""))),
            bgcolor=_rich(variables.get(_GROUND.get(name, ""))),
            bold=True if name in _BOLD else None,
            italic=True if name in _ITALIC else None,
            strike=True if name in _STRUCK else None,
            underline=True if name in _UNDERLINED else None,
            reverse=True if name in _REVERSED else None,
        )
    return style


def is_blind_to_blanks(look: str) -> bool:
    """Whether blanks look the same with it as without."""
    return not _SHOWN_BY_BLANKS.intersection(look.split())


def _rich(colour: str | None) -> str | None:
    return Color.parse(colour).rich_color.name if colour else None
