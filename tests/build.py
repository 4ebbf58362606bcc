"""What several tests build: a fixed clock, a store in a folder, an article in it."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from factcheck.commands.catalogue import command
from factcheck.documents.plain import read_bytes
from factcheck.domain.article import Article, BlockKind
from factcheck.domain.author import Author
from factcheck.domain.statement import Attribution, Detail, DetailType, Statement
from factcheck.domain.text import Span
from factcheck.services.importing import import_document
from factcheck.services.reviewing import Reviewing
from factcheck.store.connection import Connection
from factcheck.store.integrity import Finding, check_store
from factcheck.store.ledger import Ledger
from factcheck.store.location import Location
from factcheck.store.opening import open_ledger
from factcheck.store.whole import WholeReader

ARTICLE = """Mayor calls bridge plan ‘a first step to ruin’

The old bridge at Lower Fenwick, 3 May 2024. Photo: J. Doe / FNA

The old bridge at Lower Fenwick, 3 May 2024. Photo: J. Doe / FNA

Mayor Ada Quill said on Thursday that the town had already spent “more than 40,000 crowns” on the bridge.

Work on the bridge has slowed in recent weeks.

“We were never asked. Nobody wrote [sic] to us,” Quill said.
"""


def usual_key(command_id: str) -> str:
    """The key of a command where nobody has put it on another one."""
    return command(command_id).shown_keys[0]


class Ticking:
    """A clock that starts at a fixed moment and moves on by a second whenever it is read."""

    def __init__(self, now: datetime = datetime(2024, 10, 17, 10, 0, tzinfo=UTC)) -> None:
        self.now = now

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


def said_statement(**changes: object) -> Statement:
    """An attributed statement: [Quill] [said] [it rained 3 days]."""
    exact = "Quill said it rained 3 days."
    values: dict[str, object] = {
        "id": "s1",
        "article_id": "a1",
        "draft_id": "d1",
        "block": 0,
        "kind": BlockKind.PARAGRAPH,
        "span": Span(10, 10 + len(exact)),
        "exact": exact,
        "details": (
            Detail.at(DetailType.NAME, Span(10, 15)),
            Detail.at(DetailType.NUMBER, Span(31, 32), "3"),
        ),
        "attributions": (
            Attribution(Span(10, 15), "Quill", Span(16, 20), (Span(21, 37),), is_inferred=False, within=None),
        ),
    }
    return Statement(**(values | changes))  # type: ignore[arg-type]  # the fields are named in the test


@dataclass
class Shop:
    """A store with one article, and everything to work on it."""

    location: Location
    article: Article
    ledgers: dict[str, Ledger]
    reader: WholeReader
    clock: Ticking

    def by(self, person: str = "ann") -> Reviewing:
        """The use cases as a person."""
        if person not in self.ledgers:
            self.ledgers[person] = open_ledger(
                self.location, Author(person, f"device-of-{person}"), self.clock
            )
        return Reviewing(self.ledgers[person])

    def number(self, number: int) -> Statement:
        """The statement with this number, as it stands now."""
        statement = self.reader.by_number(self.article.id, number)
        assert statement is not None
        return statement

    def attributed(self) -> Statement:
        """The first statement that somebody is quoted in."""
        return next(s for s in self.reader.statements(self.article.id) if s.attributions)

    def own(self) -> Statement:
        """The first statement that the article makes itself."""
        return next(s for s in self.reader.statements(self.article.id) if not s.attributions)

    def attributed_with(self, words: str) -> Statement:
        """The first statement that somebody is quoted in and that has these words."""
        statements = self.reader.statements(self.article.id)
        return next(s for s in statements if s.attributions and words in s.exact)

    def findings(self) -> list[Finding]:
        """What the check of the whole store finds."""
        with Connection(self.location) as connection:
            return check_store(connection)

    def restart(self) -> None:
        """Close everything and open it again, as after the laptop was closed."""
        self.close()
        self.reader = WholeReader(Connection(self.location))

    def close(self) -> None:
        """Let go of the store."""
        for ledger in self.ledgers.values():
            ledger.close()
        self.ledgers = {}
        self.reader.close()


def open_shop(folder: Path, text: str = ARTICLE) -> Shop:
    """A new store in a folder with one article of this text."""
    content, article, now = stored(text)
    file = folder / "store" / "factcheck.db"
    file.parent.mkdir(parents=True, mode=0o700)
    file.touch(0o600)
    file.write_bytes(content)
    clock = Ticking(now)
    location = Location(file=file)
    ledger = open_ledger(location, Author("ann", "device-of-ann"), clock)
    return Shop(location, article, {"ann": ledger}, WholeReader(Connection(location)), clock)


@lru_cache(maxsize=32)
def stored(text: str) -> tuple[bytes, Article, datetime]:
    """A store's file with one article of this text, and what time it was then.

    Made once: all steps of the schema and an import take a hundred times as long as a copy, and most tests want both.
    """
    with TemporaryDirectory() as folder:
        location, clock = Location(file=Path(folder) / "store" / "factcheck.db"), Ticking()
        assert location.file is not None
        with closing(open_ledger(location, Author("ann", "device-of-ann"), clock)) as ledger:
            imported = import_document(ledger, read_bytes(text.encode("utf-8"), "article.txt"))
        return location.file.read_bytes(), imported.article, clock.now


def shop_for_test(folder: Path) -> Iterator[Shop]:
    """A shop that is closed when the test is over."""
    shop = open_shop(folder)
    yield shop
    shop.close()
