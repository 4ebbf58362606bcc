from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.build import Shop, shop_for_test


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """A store with one short article in it."""
    yield from shop_for_test(tmp_path)
