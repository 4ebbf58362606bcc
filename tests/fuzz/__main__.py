"""Fuzzes the importers with atheris: `python -m tests.fuzz --seconds 600 html docx`; without names, all of them.

Each runs in a process of its own, from the hostile fixtures. An input that breaks one is kept, and named.
"""

import importlib.util
import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

_LONGEST_TRY = 20
"""Seconds that one input may take: more is a hang."""
_TRIES = "stat::number_of_executed_units:"
_MEMORY = 2048
"""Megabytes that a target may take."""


def main() -> int:
    """Fuzz, one target after the other; 1 when one broke, 2 when atheris is not installed."""
    parser = ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("targets", nargs="*", metavar="TARGET")
    parser.add_argument("--seconds", type=int, default=60, help="for all targets together")
    parser.add_argument(
        "--found", type=Path, default=Path(tempfile.gettempdir()), help="where inputs are kept"
    )
    parser.add_argument("--one", help="fuzz this one in this process", metavar="TARGET")
    arguments, rest = parser.parse_known_args()
    if importlib.util.find_spec("atheris") is None:
        sys.stderr.write("atheris is not installed: `make fuzz` does it, on Linux.\n")
        return 2
    if arguments.one:
        return _fuzz(arguments.one, rest)
    from tests.fuzz.targets import TARGETS

    names = arguments.targets or list(TARGETS)
    return max(_run(name, max(1, arguments.seconds // len(names)), arguments.found) for name in names)


def _run(name: str, seconds: int, found: Path) -> int:
    from tests.fuzz.targets import seeds

    with tempfile.TemporaryDirectory() as folder:
        for number, seed in enumerate(seeds(name)):
            Path(folder, str(number)).write_bytes(seed)
        limits = (f"-max_total_time={seconds}", f"-timeout={_LONGEST_TRY}", f"-rss_limit_mb={_MEMORY}")
        kept = f"-artifact_prefix={found / f'factcheck-{name}-'}"
        command = [
            sys.executable,
            "-m",
            "tests.fuzz",
            "--one",
            name,
            *limits,
            kept,
            "-print_final_stats=1",
            "-verbosity=0",
            folder,
        ]
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    tries = next((line for line in done.stderr.splitlines() if _TRIES in line), "").removeprefix(_TRIES)
    sys.stdout.write(f"{name}: {'broken' if done.returncode else 'ok'}, {tries.strip() or 'no'} tries\n")
    if done.returncode:
        told = (line for line in (done.stdout + done.stderr).splitlines() if not line.startswith("INFO"))
        sys.stdout.write("\n".join(list(told)[-60:]) + "\n")
    return 1 if done.returncode else 0


def _fuzz(name: str, options: list[str]) -> int:
    """In the process of one target: never comes back when an input breaks it."""
    atheris: Any = importlib.import_module("atheris")  # Any: installed for this alone
    with atheris.instrument_imports(include=["factcheck"]):
        targets = importlib.import_module("tests.fuzz.targets")

    def once(content: bytes) -> None:
        targets.tried(name, content)

    atheris.Setup([sys.argv[0], *options], once)
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
