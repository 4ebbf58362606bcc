"""Terminals with few colours: each colour is one that they have, and nothing is dark on dark."""

import pytest
from rich._palettes import STANDARD_PALETTE
from rich.color import Color as RichColor
from rich.color import ColorSystem
from textual.color import Color
from textual.theme import Theme

from factcheck.screens.few_colours import themes_for
from factcheck.screens.themes import THEMES
from tests.screens.fakes import FakeReview
from tests.screens.running import app_of

_NO_INK = {"rule", "current-ground", "input-cursor-background", "input-selection-background"}
_SIXTEEN = list(themes_for("standard").values())


def colours_of(theme: Theme) -> dict[str, str]:
    """Every colour that a theme names, by its name."""
    named = (
        "primary",
        "accent",
        "foreground",
        "background",
        "surface",
        "panel",
        "warning",
        "error",
        "success",
    )
    return {name: getattr(theme, name) for name in named} | theme.variables


def light_of(colour: str) -> float:
    """From 0, black, to 1, white."""
    return Color.parse(colour).brightness


@pytest.mark.parametrize("theme", _SIXTEEN, ids=lambda theme: theme.name)
def test_each_of_sixteen_colours_is_one_that_the_terminal_has(theme: Theme) -> None:
    for name, colour in colours_of(theme).items():
        taken = RichColor.parse(colour).downgrade(ColorSystem.STANDARD)
        assert taken.number is not None
        assert RichColor.from_triplet(STANDARD_PALETTE[taken.number]).name == colour, name


@pytest.mark.parametrize("theme", _SIXTEEN, ids=lambda theme: theme.name)
def test_nothing_that_is_read_is_dark_on_dark(theme: Theme) -> None:
    colours = colours_of(theme)
    grounds = [colours[name] for name in ("background", "surface", "panel", "current-ground")]
    inks = {name: c for name, c in colours.items() if name not in _NO_INK and c not in grounds}
    assert inks.keys() >= {"foreground", "ink-muted", "ink-excluded", "verdict-disputed", "accent"}
    for name, ink in inks.items():
        for ground in grounds if name in ("foreground", "ink-muted", "ink-excluded") else grounds[:3]:
            assert abs(light_of(ink) - light_of(ground)) > 0.3, (name, ink, ground)


def test_with_256_colours_the_current_statement_stands_on_grey_and_not_on_teal() -> None:
    ground = themes_for("256")["dark"].variables["current-ground"]
    red, green, blue = RichColor.parse(ground).downgrade(ColorSystem.EIGHT_BIT).get_truecolor()
    assert red == green == blue
    assert red < 100


def test_the_settings_know_the_same_themes_whatever_the_terminal() -> None:
    names = {key: theme.name for key, theme in THEMES.items()}
    for colours in ("truecolor", "256", "standard", "windows", None):
        assert {key: theme.name for key, theme in themes_for(colours).items()} == names


@pytest.mark.parametrize(
    ("term", "colorterm", "background"),
    [("linux", "", "#000000"), ("xterm-256color", "", "#14161a"), ("xterm", "truecolor", "#14161a")],
)
def test_the_app_takes_the_colours_that_the_terminal_has(
    term: str, colorterm: str, background: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", term)
    monkeypatch.setenv("COLORTERM", colorterm)
    app = app_of(FakeReview())
    assert app.current_theme.background == background
