"""What a key costs: until it is shown, how many frames and bytes it takes, and what a held key does."""

import random
import re
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field

from bench.starts import FLOOR, FLOOR_READY, Samples, number_shown, review
from bench.stores import ROOT, Store, renewed, surroundings
from bench.terminal import PATIENCE, Shown, Terminal

RATE = 30.0
"""Keys a second while one is held down."""
_A_FRAME = 1 / 60
_BLOCK = 10
_HOPELESS = 3
"""After so many keys that came to nothing no more are pressed in this program."""


@dataclass(slots=True)
class Pressed:
    """What was taken of one kind of key: seconds until shown, frames and bytes of each."""

    shown: Samples = field(default_factory=Samples)
    frames: list[int] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)

    def add(self, shown: Shown) -> None:
        """Another key."""
        self.shown.add(shown.at)
        if shown.at is not None:
            self.frames.append(shown.frames)
            self.sizes.append(shown.size)


@dataclass(slots=True)
class Held:
    """What was taken of a key held down: frames painted for so many keys, and the lag of each last one."""

    keys: int = 0
    frames: int = 0
    lags: Samples = field(default_factory=Samples)


@dataclass(slots=True)
class Keys:
    """All about the keys of one program."""

    moves: Pressed = field(default_factory=Pressed)
    verdicts: Pressed = field(default_factory=Pressed)
    held: Held = field(default_factory=Held)
    memory: list[float] = field(default_factory=list)


class FloorDriver:
    """Presses keys on the floor, which knows no difference between them."""

    def __init__(self, patience: float = PATIENCE) -> None:
        self.terminal = Terminal(FLOOR, surroundings(), ROOT, patience=patience)
        self._count = 0

    def get_ready(self) -> bool:
        """Wait for the start; returns whether it came."""
        return self.terminal.wait_for(FLOOR_READY).at is not None

    def move(self) -> Shown:
        """A key."""
        self._count += 1
        return self.terminal.ask("j", rf"\b{self._count} keys")

    def verdict(self) -> Shown:
        """A key."""
        return self.move()

    def hold(self, keys: int, rate: float) -> tuple[int, float | None]:
        """Hold a key down; frames, and seconds from the last key until all are shown."""
        self._count += keys
        return _hold(self.terminal, "j", keys, rate, rf"\b{self._count} keys")


class ReviewDriver:
    """Presses keys in the review, and knows what each must show."""

    def __init__(
        self, store: Store, patience: float = PATIENCE, command: Sequence[str] | None = None
    ) -> None:
        self.terminal = Terminal(command or review(store), store.environment, ROOT, patience=patience)
        self._store = store
        self._number = store.place
        self._step = 1
        self._is_answered = False

    def get_ready(self) -> bool:
        """Wait for the start, and until the first verdict has loaded what writing needs."""
        is_there = self.terminal.wait_for(number_shown(r"\d+", self._store.total)).at is not None
        self._look_where_one_stands()
        return is_there and self.verdict().at is not None and self.verdict().at is not None

    def _look_where_one_stands(self) -> None:
        found = re.search(rf"(\d+)/{self._store.total}\b", self.terminal.text)
        self._number = int(found[1]) if found else self._number

    def move(self) -> Shown:
        """To the next statement, and back from the end."""
        if not 1 <= self._number + self._step <= self._store.total:
            self._step = -self._step
        self._number += self._step
        key = "j" if self._step > 0 else "k"
        shown = self.terminal.ask(key, number_shown(self._number, self._store.total))
        if shown.at is None:
            self._look_where_one_stands()
        return shown

    def verdict(self) -> Shown:
        """Give a verdict, or take it away again: each is saved, and the count of verdicts tells it."""
        self._is_answered = not self._is_answered
        return self.terminal.ask(
            "c" if self._is_answered else "0", rf"\b{self._store.verdicts + self._is_answered} verdicts?"
        )

    def hold(self, keys: int, rate: float) -> tuple[int, float | None]:
        """Hold the key down that has more room before it."""
        is_down = self._number + keys <= self._store.total
        self._number += keys if is_down else -keys
        wanted = number_shown(self._number, self._store.total)
        return _hold(self.terminal, "j" if is_down else "k", keys, rate, wanted)

    @property
    def has_room(self) -> bool:
        """Whether a key can be held for a while in an article of this length."""
        return self._store.total >= 500


Driver = FloorDriver | ReviewDriver


def measure_keys(
    stores: Sequence[Store], rounds: int, presses: int, held: int, patience: float = PATIENCE
) -> dict[int, Keys]:
    """Press keys on the floor and on each store, ten here and ten there; by statements, the floor is 0.

    In each round all are started anew. `held` is for how many keys one is held down.
    """
    found = {0: Keys(), **{store.total: Keys() for store in stores}}
    for _ in range(rounds):
        with ExitStack() as open_now:
            drivers = dict(_started(stores, patience, open_now))
            for size, driver in drivers.items():
                if not driver.get_ready():
                    found[size].moves.shown.missed += _HOPELESS
            for start in range(0, presses, _BLOCK):
                for size, driver in drivers.items():
                    _press(found[size], driver, min(_BLOCK, presses - start))
            for size, driver in drivers.items():
                _hold_down(found[size].held, driver, held)
                peak = driver.terminal.peak_memory()
                found[size].memory += [] if peak is None else [peak]
    return found


def _started(stores: Sequence[Store], patience: float, open_now: ExitStack) -> Iterator[tuple[int, Driver]]:
    floor = FloorDriver(patience)
    open_now.enter_context(floor.terminal)
    yield 0, floor
    for store in stores:
        driver = ReviewDriver(renewed(store), patience)
        open_now.enter_context(driver.terminal)
        yield store.total, driver


def _press(keys: Keys, driver: Driver, count: int) -> None:
    """To the next statement, an answer, its taking back, to the next: no statement gets a long history."""
    for number in range(count):
        if keys.moves.shown.missed < _HOPELESS:
            _wait_a_little(driver)
            keys.moves.add(driver.move())
        for _ in range(number % 2 * 2):
            if keys.verdicts.shown.missed < _HOPELESS:
                _wait_a_little(driver)
                keys.verdicts.add(driver.verdict())


def _wait_a_little(driver: Driver) -> None:
    """Keys come at any moment of a program's own clock, if it has one."""
    driver.terminal.read_until_quiet(random.uniform(0, 2 * _A_FRAME))  # noqa: S311  # no secret


def _hold_down(held: Held, driver: Driver, keys: int) -> None:
    if isinstance(driver, ReviewDriver) and not driver.has_room:
        return
    driver.terminal.read_until_quiet()
    frames, lag = driver.hold(keys, RATE)
    held.keys += keys
    held.frames += frames
    held.lags.add(lag)


def _hold(terminal: Terminal, key: str, keys: int, rate: float, wanted: str) -> tuple[int, float | None]:
    for _ in terminal.frames():
        pass
    start = last = time.perf_counter()
    for number in range(keys):
        due = start + number / rate
        while (left := due - time.perf_counter()) > 0:
            terminal.read(left)
        last = terminal.press(key)
    terminal.read_until_quiet()  # looking at so many frames takes a while
    shown = terminal.wait_for(wanted, since=last)
    return shown.frames, shown.at
