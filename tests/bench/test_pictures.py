"""The picture in the README shows the screen as it is now, whoever draws it."""

import os
import re
import subprocess
import sys

import pytest

from bench.pictures import PICTURES, SCENES, Scene
from tests.conftest import ROOT

SHOWN = re.compile(r"!\[[^\]]+\]\((?:\./)?(fixtures/pictures/[^)]+\.svg)\)")
OTHER_SURROUNDINGS = {"NO_COLOR": "1", "TERM": "dumb", "COLUMNS": "50", "LANG": "C", "TZ": "Asia/Tokyo"}


def test_the_readme_shows_a_picture_that_is_current_in_any_surroundings() -> None:
    shown = [ROOT / path for path in SHOWN.findall((ROOT / "README.md").read_text(encoding="utf-8"))]
    assert len(shown) == 1
    assert shown[0].parent == PICTURES
    checked = _check(shown[0].name)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_a_picture_that_no_scene_has_is_refused() -> None:
    assert _check("nothing-120x40.svg").returncode == 2


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
def test_each_scene_has_its_pictures_and_they_load_nothing_from_elsewhere(scene: Scene) -> None:
    names = [p.name for p in PICTURES.glob("*.svg")]
    for columns, rows in scene.sizes:
        assert f"{scene.name}-{columns}x{rows}.svg" in names
        text = (PICTURES / f"{scene.name}-{columns}x{rows}.svg").read_text(encoding="utf-8")
        assert "@font-face" not in text
        assert "url(http" not in text


def _check(name: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "bench.pictures", "--check", name],
        cwd=ROOT,
        env=os.environ | OTHER_SURROUNDINGS,
        capture_output=True,
        text=True,
        check=False,
    )
