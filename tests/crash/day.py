"""A checker's day by script: the real program in a terminal, worked and ended in every way, and looked at each time.

`python -m tests.crash.day --minutes 60 --seed 7`. Every so often all is at rest: then the screen must show what the
store holds. Whatever the last rest has shown, and what was typed a second before a kill, must outlive the end.
"""

import argparse
import os
import random
import re
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from bench.articles import article as long_article
from factcheck.cli.main import main as factcheck
from factcheck.screens.place_keeper import DELAY
from factcheck.store.connection import Connection
from factcheck.store.integrity import check_store
from factcheck.store.whole import WholeReader
from factcheck.wiring import Wiring, wire
from tests.conftest import SAMPLE_ARTICLE
from tests.crash.modes import left_on
from tests.crash.stored import Stored
from tests.terminal import Terminal

STATUS = re.compile(r"(\d+)/(\d+) · (?:.*?· )?(\d+) verdicts?\b")
QUESTION = re.compile(r"▸ (SAID|SO) ")
ROOMY = ((120, 40), (100, 30), (132, 50), (200, 60))
ANY_SIZE = (*ROOMY, (80, 24), (60, 16), (59, 15), (40, 10), (20, 5), (5, 2))
HELP = ("╭─ Keys ",)
ENDS = {signal.SIGHUP: 129, signal.SIGTERM: 143, signal.SIGKILL: -9}
KEPT_WITHIN = 1.0
"""Seconds from a key until what it typed must outlive any end."""
SAVED_WITHIN = DELAY + 0.25
"""Seconds within which a move is saved. Until then the store may hold the place before it, at the same statement."""
DIALOGS = {
    "?": "Keys",
    "h": "History of statement",
    "X": "Not checked",
    ",": "Settings",
    "f": "Go through only",
}


class Day:
    """One store, one checker, many sessions."""

    def __init__(self, home: Path, seed: int) -> None:
        self.chance = random.Random(seed)
        self.home = home
        self.wiring: Wiring = wire(os.environ | {"FACTCHECK_HOME": str(home), "FACTCHECK_PERSON": "ann"})
        self.did: Counter[str] = Counter()
        self.typed: dict[str, str] = {}
        self.terminal: Terminal
        self.words = 0
        self.log: list[str] = []

    # ------------------------------------------------------------------------------------------ a look

    def shown(self) -> tuple[int, int, int] | None:
        """Number, count of statements and count of verdicts in the status line."""
        found = STATUS.search(self.terminal.text)
        return (int(found[1]), int(found[2]), int(found[3])) if found else None

    def read(self) -> Stored:
        """What the store holds about the article that is open."""
        with Connection(self.wiring.location) as connection:
            return Stored(WholeReader(connection), self.wiring)

    def rest(self) -> Stored:
        """Wait until all that was pressed is done, and see that the screen shows what the store holds."""
        self.size(*self.chance.choice(ROOMY))
        self.key("\t", "\t", "?")
        self.terminal.wait_for(*HELP)  # it opens when all keys before it have done their work
        self.key("\x1b")
        self.terminal.wait_until(lambda: not any(part in self.terminal.text for part in HELP))
        self.terminal.wait_until(lambda: self.is_kept(self.read()))
        early = self.read().stand
        self.pause(SAVED_WITHIN)
        self.terminal.wait_until(lambda: self.is_kept(self.read()))
        assert "not saved:" not in self.terminal.text
        stored = self.read()
        self.did["places that were still on their way"] += stored.stand != early
        return stored

    def pause(self, seconds: float) -> None:
        """Take in what the program says for a while, and press nothing."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.terminal.read(0.05)

    def is_kept(self, stored: Stored) -> bool:
        """Whether the store holds all that the screen shows: place, question, filter, verdicts, half-typed text."""
        return (
            self.shown() == stored.status
            and self.question() in (None, stored.question)
            and ("· filter: " in self.terminal.text) == bool(stored.filter)
            and stored.typed == self.typed_here(stored)
        )

    def typed_here(self, stored: Stored) -> dict[str, str]:
        """What is half-typed in the article that is open."""
        return {field: text for field, text in self.typed.items() if field in stored.fields}

    def question(self) -> str | None:
        """The question that is asked, as the card shows it."""
        found = QUESTION.search(self.terminal.text)
        return found[1].lower() if found else None

    # ------------------------------------------------------------------------------------------ hands

    def key(self, *keys: str) -> None:
        """Press keys."""
        self.did["keys"] += len(keys)
        self.log.append(" ".join(map(repr, keys)))
        self.terminal.press(*keys)

    def size(self, columns: int, rows: int) -> None:
        """Drag the window to a size; all of it is painted anew."""
        self.did["resizes"] += 1
        self.log.append(f"{columns}x{rows}")
        if (self.terminal.screen.columns, self.terminal.screen.lines) == (columns, rows):
            return
        self.terminal.screen.reset()
        self.terminal.resize(columns, rows)
        if (columns, rows) in ROOMY:
            self.terminal.wait_until(lambda: "│" in self.terminal.text and self.shown() is not None)

    def moves(self) -> None:
        """Wander about, with and without waiting."""
        for _ in range(self.chance.randint(1, 25)):
            self.key(self.chance.choice(["j", "k", "J", "K", " ", "s", "\x7f", "\x1b[6~", "\x1b[5~"]))
            self.terminal.read(self.chance.choice([0, 0, 0.01]))

    def answers(self) -> None:
        """Answer questions, one after the other."""
        for _ in range(self.chance.randint(1, 8)):
            self.key(self.chance.choice("cudcud0o"), self.chance.choice("jjk s"))
            self.did["answers"] += 1
            self.terminal.read(self.chance.choice([0, 0, 0.02]))

    def basis(self) -> None:
        """Say why something is disputed, where that can be said."""
        self.key("d", "b", "j", "\r")
        self.terminal.read(0.05)

    def flags(self) -> None:
        """Raise and lower flags."""
        self.key(*self.chance.choices("!p", k=3), "j")

    def takes_back(self) -> None:
        """Undo and redo."""
        self.key(*self.chance.choices("zzZ", k=self.chance.randint(1, 6)))

    def filter(self) -> None:
        """Go through some statements only, and then through all again."""
        self.key("f", *["j"] * self.chance.randint(0, 5), "\r", "j", "c", " ", "F")

    def find(self) -> None:
        """Look for words."""
        self.rest()
        self.key("/")
        self.terminal.wait_for("╭─ Find ")
        self.key(self.chance.choice(["the", "to", "on", "and"]), "\r")
        nothing = "Nothing has these words"  # there may have been something half-typed before it
        self.terminal.wait_until(
            lambda: "╭─ Find " not in self.terminal.text or nothing in self.terminal.text
        )
        if nothing in self.terminal.text:
            self.key("\x1b")
            self.terminal.wait_until(lambda: "╭─ Find " not in self.terminal.text)
        self.key("n", "N")

    def dragging(self) -> None:
        """Drag the window about while keys are pressed."""
        for _ in range(self.chance.randint(2, 20)):
            self.size(
                *self.chance.choice([*ANY_SIZE, (self.chance.randint(1, 220), self.chance.randint(1, 70))])
            )
            self.key(self.chance.choice("jks"))
            self.terminal.read(0)

    def dialogs(self) -> None:
        """Open a box and leave it."""
        self.rest()
        self.did["dialogs"] += 1
        opener, title = self.chance.choice(list(DIALOGS.items()))
        self.key(opener)
        self.terminal.wait_for(title)
        self.key("\x1b")
        self.terminal.wait_until(lambda: title not in self.terminal.text)

    def to_desk_and_back(self) -> None:
        """Leave for the desk and open an article from it."""
        self.rest()
        self.did["desk"] += 1
        self.key("k")  # what was found is no longer lit up: escape would put that away first
        self.key("\x1b")
        self.terminal.wait_until(lambda: self.shown() is None and "by last touched" in self.terminal.text)
        self.key(*self.chance.choices("jk", k=2), "\r")
        self.terminal.wait_until(lambda: self.shown() is not None)

    def sleep(self) -> None:
        """ctrl+z, and awake again."""
        self.rest()
        self.did["sleeps"] += 1
        self.key("\x1a")
        self.terminal.wait_until_asleep()
        assert left_on(self.terminal.raw) == [], left_on(self.terminal.raw)
        self.terminal.screen.reset()
        self.terminal.signal(signal.SIGCONT)
        self.terminal.wait_until(lambda: self.shown() is not None)

    def second_window(self) -> None:
        """Another window of the same checker gives verdicts, and moves while a note is half-typed in the first."""
        stored = self.rest()
        self.did["second windows"] += 1
        with Terminal("review", stored.slug, home=self.home) as other:
            other.wait_for(f"{stored.status[0]}/{stored.status[1]}")
            other.press(self.chance.choice("cud"), "j", self.chance.choice("cud"), "\t")
            other.wait_for("scroll the card")
            self.move_here()
            self.type()
            other.press("\t", "k", "j", "\x11")
            assert other.wait() == 0
        self.move_here()

    def move_here(self) -> None:
        """Move by one statement: the place is that of the window which moved last."""
        shown = self.shown()
        assert shown is not None
        self.key("j" if shown[0] < shown[1] else "k")

    def type(self, *, is_left: bool = True) -> list[tuple[float, str, str]]:
        """Type a private note slowly; save it, or leave it half-typed. Returns when what was typed, in which field."""
        stored = self.rest()
        field = f"private_note:{stored.statement_id}"
        text = self.typed.get(field, stored.note)
        self.key("m")
        self.terminal.wait_for("ctrl+s")
        self.did["texts"] += 1
        times = []
        self.words += 1
        for letter in f" n{self.words} [sic] “ö"[: self.chance.randint(1, 12)]:
            self.key(letter)
            text += letter
            times.append((time.monotonic(), field, text))
            self.terminal.read(self.chance.choice([0, 0.05, 0.2]))
        if is_left:
            is_saved = self.chance.random() < 0.5
            self.key("\x13" if is_saved else "\x1b")
            self.terminal.wait_until(lambda: "Private note on" not in self.terminal.text)
            self.typed.pop(field, None)
            if not is_saved:
                self.typed[field] = text
        return times

    # ------------------------------------------------------------------------------------------ a session

    def session(self) -> None:
        """Start, work for a while, end in some way, and look at what is left."""
        self.log = [f"session {self.did['sessions']}"]
        self.did["sessions"] += 1
        before = self.read()
        with Terminal("review", home=self.home) as self.terminal:
            self.terminal.wait_until(lambda: self.shown() is not None)
            assert (self.shown(), self.question()) == (before.status, before.question or self.question())
            work = (
                self.moves, self.moves, self.answers, self.answers, self.basis, self.flags, self.takes_back,
                self.filter, self.find, self.dragging, self.dialogs, self.to_desk_and_back, self.sleep, self.type,
                self.type, self.second_window,
            )  # fmt: skip
            for _ in range(self.chance.randint(2, 8)):
                self.chance.choice(work)()
            self.end()
        self.look(self.terminal)

    def end(self) -> None:
        """Quit, or be ended while resting, typing, or in the middle of a burst of verdicts."""
        how = self.chance.choice([None, *ENDS])
        before = self.rest()
        if how is None:
            self.key("\x11")
            assert self.terminal.wait() == 0
            self.did["quits"] += 1
            left = self.read().stand
            assert left == before.stand, (before.stand, left)
            return
        kind = self.chance.choice(("resting", "typing", "answering"))
        self.log.append(f"{how.name} while {kind}")
        times = self.type(is_left=False) if kind == "typing" else []
        if kind == "answering":
            for _ in range(self.chance.randint(1, 8)):
                self.key("j", self.chance.choice("cud"))
                self.terminal.read(self.chance.uniform(0, 0.04))
        ended = time.monotonic()
        self.terminal.signal(how)
        assert self.terminal.wait() == ENDS[how]
        self.did[how.name] += 1
        after = self.read()
        if kind != "answering":
            assert after.stand == before.stand, (before.stand, after.stand)
        last = self.shown()
        if last is not None:
            assert last[1] == after.status[1]
            assert after.status[2] >= max(before.status[2], last[2]), (before.status, last, after.status)
        self.look_for_text(times, ended, after)

    def look_for_text(self, times: list[tuple[float, str, str]], ended: float, after: Stored) -> None:
        """What was typed a second before the end is there, and nothing that was not typed."""
        if times:
            field, whole = times[-1][1], times[-1][2]
            sure = [text for at, _, text in times if at <= ended - KEPT_WITHIN]
            kept = after.typed.get(field, after.note)
            assert whole.startswith(kept), (kept, whole)
            assert not sure or kept.startswith(sure[-1]), (kept, sure[-1])
            self.typed.pop(field, None)
            if field in after.typed:
                self.typed[field] = kept
        assert after.typed == self.typed_here(after), (after.typed, self.typed)

    def look(self, ended: Terminal) -> None:
        """After the end: a clean terminal, and a store that is what its log says."""
        if ended.code is not None and ended.code >= 0:
            assert left_on(ended.raw) == [], left_on(ended.raw)
        assert not self.wiring.paths.crashes.exists(), list(self.wiring.paths.crashes.iterdir())
        with Connection(self.wiring.location) as connection:
            assert check_store(connection) == []


def spend(home: Path, *, minutes: float, seed: int) -> str:
    """Work for so many minutes; returns what was done. Raises AssertionError with the seed and the last keys."""
    day = Day(home, seed)
    os.environ |= {"FACTCHECK_HOME": str(home), "FACTCHECK_PERSON": "ann"}
    long = home.with_name("long.txt")
    long.write_text(long_article(300), encoding="utf-8")
    for file in (SAMPLE_ARTICLE, long):
        assert factcheck(["import", str(file)]) == 0
    end = time.monotonic() + minutes * 60
    try:
        while time.monotonic() < end:
            day.session()
    except AssertionError as error:
        stored = day.read()
        known = f"stored: {stored.stand} {stored.status} {stored.typed}; typed: {day.typed}"
        raise AssertionError(
            f"seed {seed}: {error}\n{known}\n{', '.join(day.log[-60:])}\n{day.terminal.text}"
        ) from error
    return f"{minutes:g} minutes, seed {seed}: " + ", ".join(
        f"{n} {what}" for what, n in sorted(day.did.items())
    )


def main() -> None:
    """Spend a day and say what was done."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--seed", type=int, default=random.randrange(1_000_000))
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="factcheck-day-") as folder:
        sys.stdout.write(spend(Path(folder) / "home", minutes=arguments.minutes, seed=arguments.seed) + "\n")


if __name__ == "__main__":
    main()
