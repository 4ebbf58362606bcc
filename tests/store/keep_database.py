"""Writes the kept file of the current schema: `python -m tests.store.keep_database`, once for each migration."""

import shutil
import tempfile
from pathlib import Path

from factcheck.domain.verdict import Question, Verdict
from factcheck.store.schema import CURRENT
from tests.build import open_shop
from tests.conftest import FIXTURES

KEPT = FIXTURES / "databases"


def keep() -> Path:
    """A small store with an import, verdicts, a note and an undo in it."""
    kept = KEPT / f"schema-{CURRENT}.db"
    with tempfile.TemporaryDirectory() as folder:
        shop = open_shop(Path(folder))
        shop.by().give_verdict(shop.attributed(), Question.SAID, Verdict.CONFIRMED)
        shop.by().leave_to_speaker(shop.attributed())
        shop.by("ben").give_verdict(shop.own(), Question.SO, Verdict.DISPUTED)
        shop.by("ben").write_private_note(shop.own(), "ask the museum")
        shop.by("ben").undo(shop.article.id)
        shop.close()
        assert shop.location.file is not None
        shutil.copy(shop.location.file, kept)
    return kept


if __name__ == "__main__":
    print(keep())
