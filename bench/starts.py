"""How long it takes from starting the program until something useful is there."""

import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bench.stores import ROOT, Store, program, surroundings
from bench.terminal import PATIENCE, Terminal

FLOOR = (sys.executable, "-m", "bench.floor")
FLOOR_READY = r"\b0 keys"


@dataclass(slots=True)
class Samples:
    """Values that were taken, and how many could not be."""

    values: list[float] = field(default_factory=list)
    missed: int = 0

    def add(self, value: float | None) -> None:
        """Another one; None when it never came."""
        if value is None:
            self.missed += 1
        else:
            self.values.append(value)


@dataclass(slots=True)
class Starts:
    """Seconds, by the number of statements; 0 is the floor. `first_keys` are pressed at once after the start."""

    readable: dict[int, Samples] = field(default_factory=dict)
    first_keys: dict[int, Samples] = field(default_factory=dict)


def review(store: Store) -> list[str]:
    """The command that opens the store's article."""
    return program("review", store.slug)


def number_shown(number: int | str, total: int) -> str:
    """The pattern of the status line's place: `7/11 · `."""
    return rf"(?<![\d/]){number}/{total}(?!\d)"


def measure_starts(stores: Sequence[Store], rounds: int, patience: float = PATIENCE) -> Starts:
    """Start the floor and the program on each store, one after the other, again and again."""
    starts = Starts()
    for size in (0, *(store.total for store in stores)):
        starts.readable[size] = Samples()
        starts.first_keys[size] = Samples()
    for number in range(rounds + 1):
        is_counted = number > 0  # the first round fills the system's caches
        order = stores if number % 2 else tuple(reversed(stores))
        ready, key = _start_floor(patience)
        if is_counted:
            starts.readable[0].add(ready)
            starts.first_keys[0].add(key)
        for store in order:
            ready, key = _start_review(store, patience)
            if is_counted:
                starts.readable[store.total].add(ready)
                starts.first_keys[store.total].add(key)
    return starts


def _start_floor(patience: float) -> tuple[float | None, float | None]:
    with Terminal(FLOOR, surroundings(), ROOT, patience=patience) as terminal:
        ready = terminal.wait_for(FLOOR_READY).at
        return ready, terminal.ask("j", r"\b1 keys").at


def _start_review(store: Store, patience: float) -> tuple[float | None, float | None]:
    with Terminal(review(store), store.environment, ROOT, patience=patience) as terminal:
        ready = terminal.wait_for(number_shown(store.place, store.total), store.words).at
        key = terminal.ask("j", number_shown(store.place + 1, store.total)).at
        terminal.ask("k", number_shown(store.place, store.total))  # the next one starts here again
        terminal.read_until_quiet(0.4)
        return ready, key


def measure_commands(commands: Mapping[str, Sequence[str]], store: Store, rounds: int) -> dict[str, Samples]:
    """Seconds of some commands without a terminal; "" is a bare Python, measured in between."""
    all_commands = {"": [sys.executable, "-c", "pass"], **{n: program(*c) for n, c in commands.items()}}
    samples = {name: Samples() for name in all_commands}
    for number in range(rounds + 1):
        for name, command in all_commands.items():
            start = time.perf_counter()
            ended = subprocess.run(  # noqa: S603  # our own commands
                command, env=store.environment, capture_output=True, stdin=subprocess.DEVNULL, check=False
            )
            if number:
                took = time.perf_counter() - start
                samples[name].add(took if ended.returncode == 0 else None)
    return samples
