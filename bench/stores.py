"""The stores that are measured: each holds one long article with about three events a statement, is made once, and is copied for each run."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bench import articles, worked
from factcheck.extraction.extractor import EXTRACTOR

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".bench"
PERSON = "bench"
_KEPT = ("PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH")
_MIGRATIONS = ROOT / "factcheck" / "store" / "migrations" / "versions"


@dataclass(frozen=True, slots=True)
class Store:
    """A store with one article: its home, the article's name, its statements, and where one stands in it.

    `words` are the first words of the statement with the number `place`, `verdicts` those that were given.
    """

    home: Path
    slug: str
    total: int
    place: int
    words: str
    verdicts: int

    @property
    def environment(self) -> dict[str, str]:
        """What a program that works on it is told."""
        return surroundings({"FACTCHECK_HOME": str(self.home), "FACTCHECK_PERSON": PERSON})


def surroundings(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """The same environment for every program that is measured, whoever measures."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return {
        **kept,
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "TZ": "UTC",
        **(more or {}),
    }


def program(*arguments: str) -> list[str]:
    """The command as users have it, else by Python's own way."""
    command = Path(sys.executable).with_name("factcheck")
    start = [str(command)] if command.exists() else [sys.executable, "-m", "factcheck"]
    return [*start, *arguments]


def store_of(statements: int, cache: Path = CACHE) -> Store:
    """A fresh copy of the store with an article of so many statements; one stands in the middle of it.

    Raises subprocess.CalledProcessError when the import fails.
    """
    whole = cache / "stores" / _version() / str(statements)
    if not whole.exists():
        _import(statements, whole)
    home = cache / "runs" / str(statements)
    shutil.rmtree(home, ignore_errors=True)
    shutil.copytree(whole, home)
    return _stand_in_the_middle(home)


def renewed(store: Store) -> Store:
    """The same store as it was before anything was done in it."""
    return store_of(store.total, store.home.parent.parent)


def _version() -> str:
    """Changes with whatever could make another store of the same article."""
    digest = hashlib.sha256()
    for path in sorted(_MIGRATIONS.glob("*.py")):
        digest.update(path.read_bytes())
    return f"{articles.VERSION}-{worked.VERSION}-{EXTRACTOR}-{digest.hexdigest()[:8]}"


def _import(statements: int, whole: Path) -> None:
    unfinished = whole.with_name(f"{whole.name}-unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True)
    environment = surroundings({"FACTCHECK_HOME": str(unfinished), "FACTCHECK_PERSON": PERSON})
    subprocess.run(  # noqa: S603  # our own program and text
        program("import", "-"),
        input=articles.article(statements).encode(),
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=True,
    )
    _work_in(unfinished)
    unfinished.rename(whole)


def _work_in(home: Path) -> None:
    from factcheck.wiring import wire

    wiring = wire({"FACTCHECK_HOME": str(home), "FACTCHECK_PERSON": PERSON})
    reader = wiring.open_reader()
    article = reader.articles()[0].article
    length, total = reader.draft(article.draft_id).length, reader.tally(article.id).statements
    reader.close()
    ledger = wiring.open_ledger()
    worked.work_on(ledger, article.id, length, total)
    ledger.close()


def _stand_in_the_middle(home: Path) -> Store:
    from factcheck.domain.place import Place
    from factcheck.wiring import wire

    wiring = wire({"FACTCHECK_HOME": str(home), "FACTCHECK_PERSON": PERSON})
    reader = wiring.open_reader()
    article = reader.articles()[0].article
    tally = reader.tally(article.id)
    total, verdicts = tally.statements, tally.verdicts
    number = total // 2 + 1
    statement = reader.by_number(article.id, number)
    reader.close()
    if statement is None:
        raise LookupError(f"statement {number} of {total} is not there")
    ledger = wiring.open_ledger()
    ledger.save_place(Place(article.id, statement.id, top=(statement.block, 0)))
    ledger.close()
    return Store(home, article.slug, total, number, statement.exact[:20], verdicts)
