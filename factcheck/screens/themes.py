"""The two looks of the program: quiet, high in contrast, one accent.

The verdicts' colours differ in lightness as well as in hue, so that they differ for colour-blind eyes and
land on different ones of a terminal's sixteen colours; a word and a glyph carry the meaning anyway.
"""

from textual.theme import Theme


def scroll_bar(quiet: str, pointed: str, ground: str) -> dict[str, str]:
    """The colours of a scroll bar, which is as quiet as a rule until the mouse points to it."""
    kinds = ("", "-hover", "-active")
    bar = {f"scrollbar{kind}": pointed if kind else quiet for kind in kinds}
    return bar | {f"scrollbar-background{kind}": ground for kind in kinds}


DARK = Theme(
    name="factcheck-dark",
    primary="#7fb4e0",
    accent="#7fb4e0",
    foreground="#e4e2dc",
    background="#14161a",
    surface="#1a1d22",
    panel="#22262d",
    warning="#e0b458",
    error="#f08a80",
    success="#86c58a",
    dark=True,
    variables={
        "ink-muted": "#98a0aa",
        "ink-excluded": "#7c848e",
        "rule": "#444b55",
        **scroll_bar("#444b55", "#7fb4e0", "#1a1d22"),
        "current-ground": "#2a3442",
        "verdict-confirmed": "#86c58a",
        "verdict-unverified": "#e8c468",
        "verdict-disputed": "#f08a80",
        "verdict-left": "#b9a6e6",
        "verdict-was": "#d6925a",
        "detail-name": "#e4e2dc",
        "detail-title": "#c4c2bc",
        "detail-number": "#9cc7ea",
        "detail-date": "#8fd0c8",
        "detail-quote": "#98a0aa",
        "input-cursor-background": "#e4e2dc",
        "input-selection-background": "#2a3442",
    },
)
LIGHT = Theme(
    name="factcheck-light",
    primary="#1c5f9e",
    accent="#1c5f9e",
    foreground="#1d1f23",
    background="#fbfaf7",
    surface="#f3f1ec",
    panel="#e9e6df",
    warning="#8a5a00",
    error="#b3261e",
    success="#1f6e33",
    dark=False,
    variables={
        "ink-muted": "#5c6269",
        "ink-excluded": "#767b82",
        "rule": "#b9b5ab",
        **scroll_bar("#b9b5ab", "#1c5f9e", "#f3f1ec"),
        "current-ground": "#dce8f5",
        "verdict-confirmed": "#1f6e33",
        "verdict-unverified": "#7d5500",
        "verdict-disputed": "#b3261e",
        "verdict-left": "#5b3fa0",
        "verdict-was": "#994d0e",
        "detail-name": "#1d1f23",
        "detail-title": "#4a4d52",
        "detail-number": "#1c5f9e",
        "detail-date": "#0d6560",
        "detail-quote": "#5c6269",
        "input-cursor-background": "#1d1f23",
        "input-selection-background": "#dce8f5",
    },
)
THEMES = {"dark": DARK, "light": LIGHT}
