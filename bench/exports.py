"""How long a report of a long article takes in each form.

Whichever is less, processor time or real time: what others at work beside it add is not in the first, and what is
done on several processors at once, such as the pages of a PDF, is in the second only once.
"""

import resource
import subprocess
import time
from collections.abc import Mapping, Sequence
from importlib.util import find_spec

from bench.starts import Samples
from bench.stores import Store, program

FORMS = ("json", "csv", "html", "xlsx", "docx", "pdf")
"""`json` is the bare document, which each of the others is made from: their reference."""


def measure_exports(store: Store, short: Store, rounds: int) -> dict[str, Samples]:
    """Seconds for each form, beyond what the same form of a short article takes.

    A PDF is left out where nothing is installed that makes one.
    """
    forms = [form for form in FORMS if form != "pdf" or find_spec("typst")]
    samples = {form: Samples() for form in forms}
    for _ in range(rounds):
        for form in forms:
            whole, start = _taken(store, form), _taken(short, form)
            samples[form].add(None if whole is None or start is None else max(0.0, whole - start))
    return samples


def _taken(store: Store, form: str) -> float | None:
    """Seconds of the processor, those of its own children too, or of the clock if these are fewer; None when it broke."""
    target = str(store.home / f"exported.{form}")
    command = program("export", store.slug, "--format", form, "--output", target)
    began, before = time.perf_counter(), _spent()
    is_there = _ends_well(command, store.environment)
    return min(_spent() - before, time.perf_counter() - began) if is_there else None


def _ends_well(command: Sequence[str], environment: Mapping[str, str]) -> bool:
    ended = subprocess.run(  # noqa: S603  # our own commands
        command, env=environment, capture_output=True, stdin=subprocess.DEVNULL, check=False
    )
    return ended.returncode == 0


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
