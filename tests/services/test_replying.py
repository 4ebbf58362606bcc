"""To whom criticism was put, and what came back."""

import pytest

from factcheck.domain.query import Hearing
from factcheck.domain.statement import Flag
from factcheck.errors import ActionRefusedError, ChangedMeanwhileError
from factcheck.services.replying import Replying
from tests.build import Shop


def replying(shop: Shop, person: str = "ann") -> Replying:
    shop.by(person)
    return Replying(shop.ledgers[person])


def test_putting_it_raises_the_flag_in_the_same_action_and_undo_takes_both(shop: Shop) -> None:
    changes = replying(shop).put(shop.number(1), " Mayor\nQuill ", "17 October")
    assert changes.what == "criticism put to those concerned"
    assert shop.number(1).hearing == Hearing("Mayor Quill", "17 October")
    assert shop.number(1).flags == {Flag.CRITICISM}
    assert changes.tally.unanswered == 1
    assert replying(shop).put(shop.number(1), "Mayor Quill", "17 October").is_empty
    shop.by().undo(shop.article.id)
    assert (shop.number(1).hearing, shop.number(1).flags) == (None, frozenset())
    assert shop.findings() == []


def test_a_reply_is_written_and_taken_back_and_nobody_asked_is_refused(shop: Shop) -> None:
    with pytest.raises(ActionRefusedError, match="nobody"):
        replying(shop).answer(shop.number(1), "no comment")
    replying(shop).put(shop.number(1), "Quill", "Monday")
    assert replying(shop).answer(shop.number(1), "no comment").tally.unanswered == 0
    assert replying(shop).answer(shop.number(1), "no comment").is_empty
    assert replying(shop).answer(shop.number(1), "").tally.unanswered == 1
    assert shop.findings() == []


@pytest.mark.parametrize(("to", "at"), [("", "Monday"), ("Quill", " "), ("a\x00b", "Monday")])
def test_whom_and_when_are_both_wanted(shop: Shop, to: str, at: str) -> None:
    with pytest.raises(ActionRefusedError):
        replying(shop).put(shop.number(1), to, at)
    assert shop.number(1).hearing is None


def test_whoever_saw_another_version_is_told(shop: Shop) -> None:
    seen = shop.number(1)
    replying(shop, "ben").put(seen, "Quill", "Monday")
    with pytest.raises(ChangedMeanwhileError, match="ben"):
        replying(shop).put(seen, "Quill", "Tuesday")
