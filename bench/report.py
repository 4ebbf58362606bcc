"""From what was taken to what was promised: the goals, each with its aim and its must."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from bench.figures import Bound, Figure, median, percentile, times
from bench.keys import Keys, Pressed
from bench.starts import Samples, Starts

_SMALL, _LARGE = 1_000, 100_000
_COMMANDS = {"--version": (2, 3), "--help": (2, 3), "list": (4, 8), "show": (4, 8)}
_COMMANDS |= {f"verify {what}": (12, 20) for what in ("report.json", "a page", "a package")}
"""Each command's aim and must, as multiples of a bare Python."""


def figures(starts: Starts, commands: dict[str, Samples], keys: dict[int, Keys]) -> list[Figure]:
    """All that can be said of these measurements, goal by goal."""
    sizes = [size for size in keys if size]
    return [
        *_floor(starts, keys[0]),
        *_starts(starts, sizes),
        *_commands(commands),
        *_moves(keys, sizes),
        *_verdicts(keys, sizes),
        *_held(keys, sizes),
        *_growth(starts, keys, sizes),
        *_memory(keys, sizes),
        *_bytes(keys, sizes),
    ]


_EXPORTED = 10_000
_EXPORTS = {"json": 500, "csv": 500, "html": 500, "xlsx": 1_000, "docx": 1_000, "pdf": 5_000}
"""The aim for each form of so many statements, in milliseconds; the must is four times that."""


def exports(taken: Mapping[str, Samples], statements: int) -> Iterator[Figure]:
    """What each form takes beyond start, beside the bare document; for fewer statements, so much less is promised."""
    part = statements / _EXPORTED
    bare = _in_ms(taken["json"].values) if "json" in taken else None
    for form, found in taken.items():
        aim = _EXPORTS[form] * part
        yield Figure("E1", f"export as {form}, time beyond start", statements, _in_ms(found.values), "ms",
                     len(found.values), bare, Bound(aim), Bound(4 * aim), found.missed)  # fmt: skip


def _in_ms(values: Sequence[float], percent: float = 50) -> float | None:
    return percentile(values, percent) * 1000 if values else None


def _floor(starts: Starts, keys: Keys) -> Iterator[Figure]:
    """The reference itself, with its own worst: it tells how quiet the machine was."""
    ready = starts.readable[0]
    yield Figure(
        "A", "the floor: start", None, _in_ms(ready.values), "ms", len(ready.values), missed=ready.missed
    )
    taken = [*keys.moves.shown.values, *keys.verdicts.shown.values]
    row = partial(Figure, "A", statements=None, unit="ms", count=len(taken), reference=_in_ms(taken))
    yield row(what="the floor: key, p50", value=_in_ms(taken))
    yield row(what="the floor: key, p99", value=_in_ms(taken, 99))


def _starts(starts: Starts, sizes: Sequence[int]) -> Iterator[Figure]:
    floor = _in_ms(starts.readable[0].values)
    for size in sizes:
        taken = starts.readable[size]
        yield Figure("S1", "start until the statement is readable", size, _in_ms(taken.values), "ms",
                     len(taken.values), floor, times(1.15), times(1.5), taken.missed)  # fmt: skip
    floor = _in_ms(starts.first_keys[0].values)
    for size in sizes:
        taken = starts.first_keys[size]
        yield Figure("", "a move at once after the start", size, _in_ms(taken.values), "ms",
                     len(taken.values), floor, missed=taken.missed)  # fmt: skip


def _commands(commands: dict[str, Samples]) -> Iterator[Figure]:
    bare = _in_ms(commands[""].values) if "" in commands else None
    for name, (aim, must) in _COMMANDS.items():
        if name in commands:
            taken = commands[name]
            yield Figure("S2", f"factcheck {name}", None, _in_ms(taken.values), "ms", len(taken.values), bare,
                         times(aim), times(must), taken.missed)  # fmt: skip


def _moves(keys: dict[int, Keys], sizes: Sequence[int]) -> Iterator[Figure]:
    floor = _in_ms(keys[0].moves.shown.values)
    for size in sizes:
        yield from _latency("L1", "move", size, keys[size].moves, floor, (1.5, 3, 33))


def _verdicts(keys: dict[int, Keys], sizes: Sequence[int]) -> Iterator[Figure]:
    floor = _in_ms(keys[0].verdicts.shown.values)
    for size in sizes:
        yield from _latency("L2", "verdict saved", size, keys[size].verdicts, floor, (2, 4, 50))


def _latency(
    goal: str, what: str, size: int, pressed: Pressed, floor: float | None, bounds: tuple[float, float, float]
) -> Iterator[Figure]:
    taken = pressed.shown
    row = partial(Figure, goal, count=len(taken.values), missed=taken.missed, statements=size)
    middle, end, must = bounds
    yield row(what=f"{what}, p50", value=_in_ms(taken.values), unit="ms", reference=floor, aim=times(middle))
    yield row(
        what=f"{what}, p99",
        value=_in_ms(taken.values, 99),
        unit="ms",
        reference=floor,
        aim=times(end),
        must=Bound(must),
    )
    if pressed.frames:
        mean = sum(pressed.frames) / len(pressed.frames)
        yield row(what=f"{what}, frames a key", value=mean, unit="", aim=Bound(1))


def _held(keys: dict[int, Keys], sizes: Sequence[int]) -> Iterator[Figure]:
    floor = keys[0].held
    for size in sizes:
        held = keys[size].held
        if held.keys:
            skipped, floor_skipped = held.keys - held.frames, floor.keys - floor.frames
            yield Figure("L3", f"frames fewer than the {held.keys} keys held down", size,
                         max(0, skipped), "", held.keys, max(0, floor_skipped), Bound(0))  # fmt: skip
            lags = held.lags
            yield Figure("L3", "lag after the last key held down", size,
                         max(lags.values) * 1000 if lags.values else None, "ms", len(lags.values),
                         max(floor.lags.values) * 1000 if floor.lags.values else None, None, Bound(50),
                         lags.missed)  # fmt: skip


def _growth(starts: Starts, keys: dict[int, Keys], sizes: Sequence[int]) -> Iterator[Figure]:
    small, large = _SMALL, _LARGE
    if small not in sizes or large not in sizes:
        return
    row = partial(Figure, "C1", statements=large)
    pairs = (
        ("start", starts.readable[large].values, starts.readable[small].values, 50),
        ("move, p99", keys[large].moves.shown.values, keys[small].moves.shown.values, 99),
        ("verdict, p99", keys[large].verdicts.shown.values, keys[small].verdicts.shown.values, 99),
    )
    for what, of_large, of_small, percent in pairs:
        yield row(what=f"{what}, against {small:,} statements", value=_in_ms(of_large, percent), unit="ms",
                  count=len(of_large), reference=_in_ms(of_small, percent), aim=times(1.1), must=times(1.5))  # fmt: skip
    if keys[large].memory and keys[small].memory:
        more = median(keys[large].memory) - median(keys[small].memory)
        yield row(what=f"memory more than with {small:,}", value=more, unit="MB", count=len(keys[large].memory),
                  aim=Bound(5), must=Bound(40))  # fmt: skip


def _memory(keys: dict[int, Keys], sizes: Sequence[int]) -> Iterator[Figure]:
    floor = max(keys[0].memory, default=None)
    for size in sizes:
        if keys[size].memory:
            yield Figure("M1", "peak memory", size, max(keys[size].memory), "MB", len(keys[size].memory), floor,
                         Bound(80), Bound(120))  # fmt: skip


def _bytes(keys: dict[int, Keys], sizes: Sequence[int]) -> Iterator[Figure]:
    for size in sizes:
        for what, pressed, floor in (
            ("move", keys[size].moves, keys[0].moves),
            ("verdict", keys[size].verdicts, keys[0].verdicts),
        ):
            if pressed.sizes and floor.sizes:
                taken, reference = pressed.sizes, floor.sizes
                row = partial(Figure, "B1", statements=size, unit="B", count=len(taken), must=Bound(4000))
                yield row(what=f"bytes to the terminal, {what}, mean", value=sum(taken) / len(taken),
                          reference=sum(reference) / len(reference), aim=Bound(1000))  # fmt: skip
                yield row(what=f"bytes to the terminal, {what}, p99", value=percentile(taken, 99),
                          reference=percentile(reference, 99), must=None)  # fmt: skip
