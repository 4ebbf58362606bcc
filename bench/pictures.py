"""Pictures of the screens, from our own short article: `make pictures`. The same screens give the same bytes.

`--check` writes nothing and tells which pictures are no longer what the screens show; names choose some of them.
"""

import argparse
import asyncio
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from bench import articles
from bench.stores import ROOT

if TYPE_CHECKING:
    from factcheck.services.desk import Desk
    from factcheck.services.session import ReviewSession
    from factcheck.wiring import Wiring

PICTURES = ROOT / "fixtures" / "pictures"
_DEMO = ROOT / "factcheck" / "demo" / "article.txt"
_OTHERS = (
    (23, "Who pays for the lamps on the long quay?"),
    (57, "Herring quotas: three numbers, one source"),
)
"""What else is on the desk: so many statements, and a title."""
_WIDE, _NARROW = (120, 40), (80, 24)
_PERSON = "Vera Holm"
_REMOVED = ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "COLUMNS", "LINES", "LC_ALL", "LANGUAGE")
_REMOVED_PREFIXES = ("FACTCHECK_", "TEXTUAL_", "LC_", "XDG_")
_SET = {
    "COLORTERM": "truecolor",
    "LANG": "C.UTF-8",
    "TERM": "xterm-256color",
    "TEXTUAL_ANIMATIONS": "none",
    "TZ": "UTC",
}
_FONTS = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Scene:
    """A screen, and the keys that lead to it. `number` is the statement where one stands; 0 is the desk."""

    name: str
    keys: tuple[str, ...] = ()
    number: int = 5
    theme: str = "dark"
    sizes: tuple[tuple[int, int], ...] = (_WIDE, _NARROW)
    is_empty: bool = False


SCENES = (
    Scene("review", ("s", "u")),
    Scene("review-light", ("s", "u"), theme="light"),
    Scene("card", ("tab",), sizes=(_NARROW,)),
    Scene("basis", ("b",), number=13),
    Scene("note", ("m", *"ask the yard for a dated picture"), number=6),
    Scene("public-note", ("M", *"The guild counts hulls, the town boats."), number=13),
    Scene("history", ("h",), number=13),
    Scene("excluded", ("X",)),
    Scene("number", ("g", "1", "3")),
    Scene("help", ("?",)),
    Scene("desk", number=0),
    Scene("desk-light", number=0, theme="light"),
    Scene("desk-empty", number=0, is_empty=True),
)


class Morning:
    """A clock that stands still, until someone says how many minutes have passed."""

    def __init__(self) -> None:
        self.now = datetime(2024, 9, 19, 8, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        """The present moment."""
        return self.now

    def wait(self, minutes: int) -> None:
        """Let some time pass."""
        self.now += timedelta(minutes=minutes)


# ------------------------------------------------------------------------------------------- the morning's work


def _work(home: Path, clock: Morning) -> None:
    """Import some articles and answer some questions of the newest one."""
    from factcheck.documents.plain import read_bytes
    from factcheck.services.importing import import_document

    wiring = _wiring(home, clock)
    ledger = wiring.open_ledger()
    for statements, title in _OTHERS:
        import_document(ledger, read_bytes(articles.article(statements).encode(), "quays.txt"), title=title)
        clock.wait(15)
    article = import_document(ledger, read_bytes(_DEMO.read_bytes(), _DEMO.name)).article
    ledger.close()
    desk = wiring.open_desk()
    review = desk.open(article.id)
    _answer(review, clock)
    review.close()
    desk.close()


def _answer(review: "ReviewSession", clock: Morning) -> None:
    from factcheck.domain.verdict import Basis, Question, Verdict

    said, so = Question.SAID, Question.SO
    answers = (
        (1, said, Verdict.DISPUTED), (2, so, Verdict.CONFIRMED), (3, so, Verdict.CONFIRMED),
        (4, said, Verdict.CONFIRMED), (4, so, Verdict.UNVERIFIED), (5, said, Verdict.CONFIRMED),
        (6, so, Verdict.CONFIRMED), (12, so, Verdict.CONFIRMED), (13, said, Verdict.CONFIRMED),
        (13, so, Verdict.DISPUTED), (16, said, Verdict.CONFIRMED), (17, said, Verdict.UNVERIFIED),
    )  # fmt: skip
    for number, question, verdict in answers:
        clock.wait(2)
        if statement := review.by_number(number):
            review.give_verdict(statement, question, verdict).result()
    bases = (
        (1, said, Basis.WORDED_DIFFERENTLY),
        (4, so, Basis.SINGLE_SECONDARY),
        (13, so, Basis.ACCOUNTS_DIFFER),
    )
    for number, question, basis in bases:
        clock.wait(1)
        if statement := review.by_number(number):
            review.choose_basis(statement, question, basis).result()
    if statement := review.by_number(5):
        review.write_private_note(statement, "The yard’s gate log has the day of the launch.").result()


def _wiring(home: Path, clock: Morning) -> "Wiring":
    from factcheck.wiring import Wiring

    return Wiring({"FACTCHECK_HOME": str(home), "FACTCHECK_PERSON": _PERSON}, clock)


# ------------------------------------------------------------------------------------------------- the pictures


def render(names: Sequence[str] = ()) -> Iterator[tuple[str, bytes]]:
    """The pictures by file name; of all scenes, or of those whose files are named."""
    clock = Morning()
    with tempfile.TemporaryDirectory(prefix="pictures-") as folder:
        worked = Path(folder) / "worked"
        _work(worked, clock)
        clock.wait(10)
        for name, scene, size in _pictures():
            if not names or name in names:
                yield name, _picture(scene, size, worked, clock).encode()


def _pictures() -> Iterator[tuple[str, Scene, tuple[int, int]]]:
    for scene in SCENES:
        for columns, rows in scene.sizes:
            yield f"{scene.name}-{columns}x{rows}.svg", scene, (columns, rows)


def _picture(scene: Scene, size: tuple[int, int], worked: Path, clock: Morning) -> str:
    with tempfile.TemporaryDirectory(prefix="picture-") as folder:
        home = Path(folder) / "home"
        if not scene.is_empty:
            shutil.copytree(worked, home)
        with _desk(_wiring(home, clock)) as desk:
            return asyncio.run(_shown(scene, size, desk, clock))


@contextmanager
def _desk(wiring: "Wiring") -> Iterator["Desk"]:
    desk = wiring.open_desk()
    try:
        yield desk
    finally:
        desk.close()


async def _shown(scene: Scene, size: tuple[int, int], desk: "Desk", clock: Morning) -> str:
    from factcheck.app import FactcheckApp
    from factcheck.settings import Settings

    review = desk.open(desk.articles()[0].article.id) if scene.number else None
    app = FactcheckApp(desk, review, settings=Settings(_PERSON, scene.theme), clock=clock, zone=UTC)
    to_the_place = ("g", *str(scene.number), "enter") if scene.number else ()
    async with app.run_test(size=size, notifications=True) as pilot:
        for key in (*to_the_place, *scene.keys):
            await pilot.press(_KEYS.get(key, key))
            await pilot.pause()
        picture = app.export_screenshot(title="factcheck")
    app.close()
    return _FONTS.sub("", picture)


_KEYS = {" ": "space", ".": "full_stop", ",": "comma", "?": "question_mark"}


# ------------------------------------------------------------------------------------------------- the command


def _same_surroundings() -> None:
    """Textual reads its variables when it is imported, so this comes before that."""
    for name in list(os.environ):
        if name in _REMOVED or name.startswith(_REMOVED_PREFIXES):
            del os.environ[name]
    os.environ.update(_SET)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the pictures, or check them: then 1 when one is not current."""
    parser = argparse.ArgumentParser(prog="python -m bench.pictures", description=__doc__)
    parser.add_argument("--check", action="store_true", help="only tell which are not current")
    parser.add_argument("name", nargs="*", help="a picture's file name; all, if none is given")
    asked = parser.parse_args(arguments)
    if unknown := set(asked.name) - {name for name, _, _ in _pictures()}:
        parser.error(f"no such picture: {', '.join(sorted(unknown))}")
    _same_surroundings()
    pictures = dict(render(asked.name))
    old = {path.name for path in PICTURES.glob("*.svg")} - pictures.keys() if not asked.name else set()
    stale = [*sorted(old), *(name for name, picture in pictures.items() if _kept(name) != picture)]
    if asked.check:
        sys.stdout.writelines(f"not current: {name}; `make pictures` writes it anew\n" for name in stale)
        return int(bool(stale))
    PICTURES.mkdir(parents=True, exist_ok=True)
    for name in stale:
        if name in old:
            (PICTURES / name).unlink()
        else:
            (PICTURES / name).write_bytes(pictures[name])
        sys.stdout.write(f"{PICTURES.relative_to(ROOT) / name}\n")
    return 0


def _kept(name: str) -> bytes | None:
    path = PICTURES / name
    return path.read_bytes() if path.exists() else None


if __name__ == "__main__":
    sys.exit(main())
