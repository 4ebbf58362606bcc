from pathlib import Path

import pytest

from bench import worked
from bench.articles import article
from factcheck.domain.verdict import Question
from tests.build import open_shop


def test_the_work_in_a_measured_store_is_about_three_events_a_statement_and_stands_the_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worked, "UNTOUCHED", 3)
    monkeypatch.setattr(worked, "_CHARACTERS_AT_A_TIME", 2_000)
    text = article(60)
    shop = open_shop(tmp_path, text)
    shop.by()
    worked.work_on(shop.ledgers["ann"], shop.article.id, len(text), 60)
    statements = shop.reader.statements(shop.article.id)
    without = [number for number, one in enumerate(statements, 1) if one.answer(Question.SO) is None]
    assert without == [28, 29, 30, 31, 32, 33, 34]
    assert all(one.citations and one.answer(Question.SAID) is None for one in statements)
    assert len(list(shop.reader.log(shop.article.id))) > 2.7 * len(statements)
    assert [len(one.queries) for one in statements].count(1) == 1
    assert shop.findings() == []
    shop.close()
