"""The demo's scratch place: it looks as the user likes it, and leaves everything of theirs alone."""

from pathlib import Path

import pytest

from factcheck.cli.screen import scratch_of
from factcheck.wiring import Wiring

_SETTINGS = 'theme = "light"\nperson = "Vera [sic] Holm"\nauto_advance = true\n\n[keys]\nconfirmed = "y"\n'


@pytest.fixture
def home(tmp_path: Path) -> Path:
    place = tmp_path / "home"
    place.mkdir()
    (place / "settings.toml").write_text(_SETTINGS, encoding="utf-8")
    return place


@pytest.fixture
def scratch(home: Path, tmp_path: Path) -> Wiring:
    place = tmp_path / "scratch"
    place.mkdir()
    return scratch_of(Wiring({"FACTCHECK_HOME": str(home)}), place)


def test_the_demo_has_the_user_s_theme_keys_and_name(scratch: Wiring, home: Path) -> None:
    assert scratch.settings == Wiring({"FACTCHECK_HOME": str(home)}).settings
    assert (scratch.settings.theme, scratch.settings.keys) == ("light", {"confirmed": ("y",)})


def test_what_is_set_in_the_demo_stays_in_it(scratch: Wiring, home: Path) -> None:
    assert scratch.settings_file.save("theme", "dark").theme == "dark"
    assert [file.name for file in home.iterdir()] == ["settings.toml"]
    assert (home / "settings.toml").read_text(encoding="utf-8") == _SETTINGS


def test_a_name_from_the_environment_counts_in_the_demo_too(home: Path, tmp_path: Path) -> None:
    place = tmp_path / "other"
    place.mkdir()
    scratch = scratch_of(Wiring({"FACTCHECK_HOME": str(home), "FACTCHECK_PERSON": "Ben"}), place)
    assert scratch.settings.person == "Ben"
    assert scratch.settings_file.is_person_fixed
