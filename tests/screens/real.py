"""The program over a real store, in a terminal that exists only here."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from textual.pilot import Pilot

from factcheck.app import FactcheckApp
from factcheck.domain.article import Article
from factcheck.domain.author import Author
from factcheck.services.desk import Desk
from factcheck.services.writer import Writer
from factcheck.settings import Settings
from factcheck.store.connection import Connection
from factcheck.store.location import Location
from factcheck.store.opening import open_ledger
from factcheck.store.whole import WholeReader
from tests.build import Shop, Ticking, open_shop
from tests.conftest import SAMPLE_ARTICLE
from tests.screens.fake_article import NOW
from tests.screens.running import WIDE, review_of, running


@cache
def _sample() -> tuple[bytes, Article]:
    """The store's file with the sample article in it, made once."""
    with TemporaryDirectory() as folder:
        shop = open_shop(Path(folder), SAMPLE_ARTICLE.read_text(encoding="utf-8"))
        shop.close()
        assert shop.location.file is not None
        return shop.location.file.read_bytes(), shop.article


def sample_shop(folder: Path) -> Shop:
    """A store with the sample article, which has hints."""
    content, article = _sample()
    file = folder / "store" / "factcheck.db"
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    location = Location(file=file)
    return Shop(location, article, {}, WholeReader(Connection(location)), Ticking())


def desk_of(shop: Shop) -> Desk:
    """Ann at the desk of a store, on her device."""
    author = Author("ann", "device-of-ann")
    file = shop.location.file
    return Desk(
        WholeReader(Connection(shop.location)),
        Writer(lambda: open_ledger(shop.location, author, shop.clock)),
        author,
        file.with_name("typed.json") if file else Path("typed.json"),
        is_read_only=False,
    )


def app_at(shop: Shop, desk: Desk, theme: str = "dark") -> FactcheckApp:
    """The program, at the review of the store's article."""
    review = desk.open(shop.article.id)
    return FactcheckApp(desk, review, settings=Settings("ann", theme), clock=lambda: NOW, zone=UTC)


@asynccontextmanager
async def reviewing(
    shop: Shop, size: tuple[int, int] = WIDE
) -> AsyncIterator[tuple[FactcheckApp, Pilot[None]]]:
    """The article under review while it runs; all is on the disk when the block is left."""
    desk = desk_of(shop)
    app = app_at(shop, desk)
    async with running(app, size) as pilot:
        yield app, pilot
        flushing = review_of(app).placing.flush()
        if flushing is not None:
            await flushing
        app.close()
    desk.close()
