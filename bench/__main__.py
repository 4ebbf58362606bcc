"""Measures the program in a real terminal, beside the least that a Textual app can be: `make bench`."""

import argparse
import os
import platform
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from bench.exports import measure_exports
from bench.figures import Figure, Standing, table
from bench.keys import measure_keys
from bench.report import exports, figures
from bench.signed import commands_on_signed
from bench.starts import measure_commands, measure_starts
from bench.stores import Store, store_of


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is measured: lengths in statements, starts of each, rounds of keys, keys a round and kind.

    `exported` is the length of the article that is exported, `exports` how often in each form.
    """

    sizes: tuple[int, ...]
    starts: int
    rounds: int
    presses: int
    held: int
    exported: int
    exports: int


LONG = Plan((11, 1_000, 100_000), starts=15, rounds=4, presses=50, held=90, exported=10_000, exports=3)
SHORT = Plan((11, 1_000), starts=3, rounds=1, presses=20, held=30, exported=1_000, exports=1)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print. Returns 1 only when the program broke: a slow one fails nobody."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--short", action="store_true", help="less than a minute, 11 and 1,000 statements")
    parser.add_argument(
        "--profile", action="store_true", help="afterwards, profile what was missed, into .bench/profiles"
    )
    asked = parser.parse_args(arguments)
    plan = SHORT if asked.short else LONG
    stores = [_prepared(size) for size in plan.sizes]
    taken = _measured(plan, stores)
    _say(table(taken), to_screen=False)
    if asked.profile:
        from bench.profiling import profile_missed

        for path in profile_missed(taken, stores):
            _say(f"profile: {path}")
    return int(any(figure.standing is Standing.NOT_SHOWN for figure in taken))


def _prepared(size: int) -> Store:
    _say(f"an article of {size:,} statements …")
    return store_of(size)


def _measured(plan: Plan, stores: Sequence[Store]) -> list[Figure]:
    _say(f"Python {platform.python_version()}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")
    _say(f"{plan.starts} starts of each …")
    starts = measure_starts(stores, plan.starts)
    _say("commands …")
    named = {
        "--version": ["--version"],
        "--help": ["--help"],
        "list": ["list"],
        "show": ["show", stores[0].slug],
    }
    named |= commands_on_signed(stores[0])
    commands = measure_commands(named, stores[0], plan.starts)
    _say(f"{plan.exports} exports in each form …")
    exported = measure_exports(_prepared(plan.exported), stores[0], plan.exports)
    _say(f"{plan.rounds} rounds of {plan.presses} moves and verdicts, and of a key held down …")
    keys = measure_keys(stores, plan.rounds, plan.presses, plan.held)
    _say(
        f"load {os.getloadavg()[0]:.1f} at the end; `reference` is the floor, a bare Python or the shorter article"
    )
    return [*figures(starts, commands, keys), *exports(exported, plan.exported)]


def _say(text: str, *, to_screen: bool = True) -> None:
    stream = sys.stderr if to_screen else sys.stdout
    stream.write(f"{text}\n")
    stream.flush()


if __name__ == "__main__":
    sys.exit(main())
