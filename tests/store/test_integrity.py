"""Damage and tampering are found and named (P7, P8)."""

import sqlite3

import pytest

from factcheck.domain.verdict import Question, Verdict
from tests.build import Shop


def worked_on(shop: Shop) -> None:
    shop.by().give_verdict(shop.number(1), Question.SO, Verdict.DISPUTED)
    shop.by("ben").give_verdict(shop.attributed(), Question.SAID, Verdict.CONFIRMED)
    shop.by().write_private_note(shop.number(2), "ask the museum")
    shop.by().take_back_block(shop.article, shop.reader.excluded_blocks(shop.article)[0].block.number)
    shop.by().undo(shop.article.id)
    shop.by().redo(shop.article.id)


def tamper(shop: Shop, *statements: str) -> None:
    assert shop.location.file is not None
    connection = sqlite3.connect(shop.location.file)
    for trigger in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {trigger[0]}")
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_store_that_was_only_worked_with_is_sound(shop: Shop) -> None:
    worked_on(shop)
    assert shop.findings() == []


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ("UPDATE event SET payload = replace(payload, 'disputed', 'confirmed')", "was altered"),
        ("UPDATE event SET actor = 'eve' WHERE kind = 'verdict_given'", "was altered"),
        ("UPDATE event SET at = '1999' WHERE seq = 2", "was altered"),
        ("DELETE FROM event WHERE seq = 2", "chain of device"),
        ("DELETE FROM event WHERE kind = 'private_note_written'", "chain of device"),
        ("UPDATE event SET chain_hash = content_hash WHERE seq = 3", "chain of device"),
        (
            "UPDATE statement SET so_verdict = 'confirmed' WHERE so_verdict = 'disputed'",
            "the row of statement",
        ),
        ("UPDATE statement SET private_note = ''", "the row of statement"),
        ("UPDATE statement SET so_sign = 'confirmed', work_state = 'done'", "the row of statement"),
        ("DELETE FROM statement WHERE said_verdict IS NOT NULL", "the row of statement"),
        ("UPDATE tally SET verdicts = verdicts + 1", "the count of verdicts"),
        ("UPDATE position SET ordinal = ordinal + 1000", "not numbered"),
        ("UPDATE draft_block SET text = replace(text, '40,000', '90,000')", "stored text"),
        ("UPDATE draft SET tail = ' '", "stored text"),
        ("UPDATE article SET title = 'x'", "its row is not"),
        ("UPDATE article SET taken_back = '[]'", "its row is not"),
        ("UPDATE origin SET details = '[]'", "the row of statement"),
    ],
)
def test_p08_each_kind_of_tampering_is_found(shop: Shop, change: str, found: str) -> None:
    worked_on(shop)
    tamper(shop, change)
    assert any(found in finding.what for finding in shop.findings()), shop.findings()


def test_a_text_without_its_statement_is_found(shop: Shop) -> None:
    tamper(
        shop,
        "DELETE FROM position WHERE ordinal = 4",
        "DELETE FROM origin WHERE statement_id = (SELECT id FROM statement ORDER BY start_offset LIMIT 1 OFFSET 3)",
        "DELETE FROM statement WHERE id = (SELECT id FROM statement ORDER BY start_offset LIMIT 1 OFFSET 3)",
    )
    assert any("in no statement" in finding.what for finding in shop.findings())
