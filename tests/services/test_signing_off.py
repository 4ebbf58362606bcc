"""Signing off: what is signed is what is stored, is kept to the byte, and is superseded by what the report prints."""

import json
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from msgspec.structs import replace

from factcheck.domain.article import Article
from factcheck.domain.reasons import POLICIES, Policy
from factcheck.domain.signoff import RESPONSIBILITY, SignedState, signed_words
from factcheck.domain.source import Level, Source, SourceKind, Tier
from factcheck.domain.verdict import Question, Verdict
from factcheck.errors import (
    ActionRefusedError,
    ChangedMeanwhileError,
    DamagedError,
    NotReadyError,
    StorageFailedError,
)
from factcheck.report.document import Tool
from factcheck.services.countersigning import standing_signoff
from factcheck.services.exporting import export
from factcheck.services.gating import Gating, gate_of
from factcheck.services.keeping import Keeping
from factcheck.services.preparing import Prepared, Who, prepare, who
from factcheck.services.signing_off import SigningOff, sealed_now, sealed_of
from factcheck.services.sourcing import Sourcing
from factcheck.signing.countersigning import Decision
from factcheck.store.backup import backups_of
from factcheck.store.connection import Connection
from factcheck.store.whole import WholeReader
from tests.build import Shop
from tests.services.signers import FakeSigner
from tests.store.test_kept_databases import dump_of

TOOL = Tool("factcheck", "0")
ANN = Who("ann", "Ann Checker", "ann@example.org")
EVE = Who("eve", "Eve Editor", "eve@example.org")


def article(shop: Shop) -> Article:
    found = shop.reader.article(shop.article.id)
    assert found is not None
    return found


def let_all_stand(shop: Shop) -> None:
    shop.by()
    blocks = gate_of(shop.reader, article(shop), POLICIES[0]).shut_by
    Gating(shop.ledgers["ann"]).let_stand(shop.article.id, blocks, "Eve Editor", "a reprint")


def prepared(shop: Shop, policy: Policy = POLICIES[0], reader: WholeReader | None = None) -> Prepared:
    key = FakeSigner().public.fingerprint
    return prepare(
        reader or shop.reader, shop.article.id, ANN, key, policy, TOOL, shop.clock, lambda n: b"\x07" * n
    )


def sign(shop: Shop) -> None:
    shop.by()
    SigningOff(shop.ledgers["ann"]).sign(prepared(shop), FakeSigner())


def state(shop: Shop) -> SignedState:
    return shop.reader.signed_state(article(shop))


@pytest.fixture
def signed(shop: Shop) -> Shop:
    """The shop with its article signed off."""
    let_all_stand(shop)
    sign(shop)
    return shop


def test_a_shut_gate_lets_nothing_be_signed_and_names_what_shuts_it(shop: Shop) -> None:
    with pytest.raises(NotReadyError, match=r"nothing was checked \(\d+\)") as refused:
        prepared(shop)
    assert refused.value.exit_code == 7
    assert article(shop).signoff is None


def test_what_is_signed_names_the_signer_the_nonce_and_what_was_let_stand(shop: Shop) -> None:
    let_all_stand(shop)
    report = json.loads(prepared(shop).report)
    assert (report["revision"], report["supersedes"], report["nonce"]) == (1, None, "07" * 32)
    assert report["signoff"]["by"] == "Ann Checker"
    assert report["signoff"]["sentence"] == RESPONSIBILITY
    assert report["signoff"]["open"][0] == {"what": "nothing was checked", "count": len(report["overrides"])}
    assert {o["by"] for o in report["overrides"]} == {"Eve Editor"}


def test_p14_each_export_after_the_sign_off_has_the_very_bytes_that_were_signed(shop: Shop) -> None:
    let_all_stand(shop)
    one = prepared(shop)
    SigningOff(shop.ledgers["ann"]).sign(one, FakeSigner())
    shop.restart()
    sealed = sealed_of(shop.reader, article(shop))
    assert sealed is not None
    assert (sealed.report, sealed.signature) == (
        one.report,
        FakeSigner().sign(one.report, "factcheck-report"),
    )
    assert export(shop.reader, article(shop), "json", TOOL) == one.report
    assert export(shop.reader, article(shop), "json", Tool("factcheck", "later")) == one.report
    signoff = article(shop).signoff
    assert signoff is not None
    assert (signoff.report, signoff.revision, signoff.name) == (one.sha256, 1, "Ann Checker")
    assert shop.findings() == []


def private_note(shop: Shop) -> None:
    shop.by().write_private_note(shop.number(1), "hm")


def verdict(shop: Shop) -> None:
    shop.by().give_verdict(shop.number(1), Question.SO, Verdict.DISPUTED)


def public_note(shop: Shop) -> None:
    shop.by().write_public_note(shop.number(1), "see page 3")


def block_taken_back(shop: Shop) -> None:
    excluded = next(b for b in shop.reader.excluded_blocks(article(shop)) if b.is_excluded)
    shop.by().take_back_block(article(shop), excluded.block.number)


def renamed(shop: Shop) -> None:
    Keeping(shop.ledgers["ann"]).rename(article(shop), "Another title")


def dateline(shop: Shop) -> None:
    Keeping(shop.ledgers["ann"]).set_dateline(article(shop), "Fenwick, 17 October 2024")


def unused_source(level: Level) -> Callable[[Shop], None]:
    def add(shop: Shop) -> None:
        new = Source("", shop.article.id, "Minutes", SourceKind.DOCUMENT, Tier.PRIMARY, level)
        Sourcing(shop.ledgers["ann"]).add(shop.article.id, new)

    add.__name__ = f"{level}_source"
    return add


def stet_taken_back(shop: Shop) -> None:
    passed = gate_of(shop.reader, article(shop), POLICIES[0]).passed[:1]
    Gating(shop.ledgers["ann"]).take_back(shop.article.id, passed)


def archived(shop: Shop) -> None:
    Keeping(shop.ledgers["ann"]).archive(article(shop))


def deadline(shop: Shop) -> None:
    Keeping(shop.ledgers["ann"]).set_deadline(article(shop), "tonight")


PRINTED = [
    verdict,
    public_note,
    block_taken_back,
    renamed,
    dateline,
    stet_taken_back,
    unused_source(Level.CONFIDENTIAL),
]
PRIVATE = [private_note, archived, deadline, unused_source(Level.PUBLIC)]


@pytest.mark.parametrize("change", PRINTED, ids=lambda change: change.__name__)
def test_p14_what_the_report_prints_supersedes_the_signature_and_its_undo_does_not(
    signed: Shop, change: Callable[[Shop], None]
) -> None:
    assert state(signed) is SignedState.SIGNED
    change(signed)
    assert state(signed) is SignedState.CHANGED
    later = json.loads(export(signed.reader, article(signed), "json", TOOL))
    signoff = article(signed).signoff
    assert signoff is not None
    assert (later["supersedes"], later["signoff"], later["nonce"]) == (signoff.report, None, None)
    signed.by().undo(signed.article.id)
    assert state(signed) is SignedState.SIGNED
    signed.by().redo(signed.article.id)
    assert state(signed) is SignedState.CHANGED
    assert signed.findings() == []


@pytest.mark.parametrize("change", PRIVATE, ids=lambda change: change.__name__)
def test_p14_what_no_report_prints_leaves_the_signature_as_it_is(
    signed: Shop, change: Callable[[Shop], None]
) -> None:
    before = printed(signed)
    change(signed)
    assert state(signed) is SignedState.SIGNED
    assert printed(signed) == before


def printed(shop: Shop) -> dict[str, Any]:
    """What a report made now would print, the log aside."""
    from factcheck.report.document import report_document

    return report_document(shop.reader.review(shop.article.id), TOOL) | {"audit": None}


def test_p06_no_undo_reaches_behind_a_sign_off_until_that_is_withdrawn_on_the_record(signed: Shop) -> None:
    signed.by().give_verdict(signed.number(1), Question.SO, Verdict.DISPUTED)
    assert state(signed) is SignedState.CHANGED
    signed.by().undo(signed.article.id)  # what came after it is undone as ever
    assert state(signed) is SignedState.SIGNED
    with pytest.raises(ActionRefusedError, match=r"ann has signed this off .*, and undo does not reach"):
        signed.by().undo(signed.article.id)
    assert state(signed) is SignedState.SIGNED
    withdraw(signed, " wrong\n name ")
    assert state(signed) is SignedState.WITHDRAWN
    signed.by().undo(signed.article.id)
    signoff = article(signed).signoff
    assert signoff is not None
    assert signoff.withdrawn is not None
    assert (signoff.withdrawn.by, signoff.withdrawn.why) == ("ann", "wrong name")
    assert state(signed) is SignedState.WITHDRAWN
    assert signed.findings() == []


def withdraw(shop: Shop, why: str = "wrong name") -> None:
    SigningOff(shop.ledgers["ann"]).withdraw(article(shop), why)


def test_a_sign_off_is_withdrawn_once_with_a_reason_and_the_next_report_takes_its_place(
    signed: Shop,
) -> None:
    for why, told in (("", "with a reason"), ("x", ""), ("x", "no sign-off that stands")):
        if told:
            with pytest.raises(ActionRefusedError, match=told):
                withdraw(signed, why)
        else:
            withdraw(signed, why)
    before = article(signed).signoff
    assert before is not None
    with pytest.raises(ActionRefusedError, match="was withdrawn"):
        standing_signoff(signed.reader, article(signed))
    copy = sealed_now(signed.reader, article(signed), TOOL)
    assert (copy.signature, copy.document()["supersedes"]) == (None, before.report)
    assert signed_words(SignedState.WITHDRAWN, before) == "signed, withdrawn by ann"
    sign(signed)
    assert state(signed) is SignedState.SIGNED
    newest = article(signed).signoff
    assert newest is not None
    assert (newest.revision, newest.supersedes, newest.withdrawn) == (2, before.report, None)
    assert signed.findings() == []


@pytest.mark.parametrize("change", PRINTED, ids=lambda change: change.__name__)
def test_p14_nothing_is_signed_when_the_report_was_changed_while_the_key_was_asked_for(
    shop: Shop, change: Callable[[Shop], None]
) -> None:
    let_all_stand(shop)
    one = prepared(shop)
    change(shop)
    with pytest.raises(ChangedMeanwhileError, match="worked on while you signed"):
        SigningOff(shop.ledgers["ann"]).sign(one, FakeSigner())
    assert article(shop).signoff is None
    assert shop.findings() == []


def test_p14_a_private_note_meanwhile_is_no_hindrance(shop: Shop) -> None:
    let_all_stand(shop)
    one = prepared(shop)
    private_note(shop)
    SigningOff(shop.ledgers["ann"]).sign(one, FakeSigner())
    assert state(shop) is SignedState.SIGNED


def test_p14_of_two_who_sign_at_once_the_second_hears_of_the_first(shop: Shop) -> None:
    let_all_stand(shop)
    one, other = prepared(shop), prepared(shop)
    SigningOff(shop.ledgers["ann"]).sign(one, FakeSigner())
    with pytest.raises(ChangedMeanwhileError):
        SigningOff(shop.ledgers["ann"]).sign(other, FakeSigner())


def test_p09_before_each_sign_off_the_store_is_copied_and_the_last_ten_copies_are_kept(shop: Shop) -> None:
    file = shop.location.file
    assert file is not None
    let_all_stand(shop)
    report = prepared(shop)
    before = dump_of(file)
    SigningOff(shop.ledgers["ann"]).sign(report, FakeSigner())
    (first,) = backups_of(file)
    assert first.name.startswith("before-sign-off-")
    assert dump_of(first) == before != dump_of(file)
    for _ in range(10):
        sign(shop)
    assert len(backups_of(file)) == 10
    assert first not in backups_of(file)


def test_p09_without_its_copy_nothing_is_signed(shop: Shop) -> None:
    file = shop.location.file
    assert file is not None
    let_all_stand(shop)
    (file.parent / "backups").write_text("in the way")
    with pytest.raises(StorageFailedError):
        sign(shop)
    assert state(shop) is SignedState.UNSIGNED


def test_p14_a_verdict_that_races_a_sign_off_is_in_the_report_or_supersedes_it(shop: Shop) -> None:
    let_all_stand(shop)
    shop.by("ben")
    verdicts = [Verdict.CONFIRMED, Verdict.DISPUTED]
    wrong = 0
    with ThreadPoolExecutor(2) as pool:
        for number in range(40):
            barrier = Barrier(2)
            given = pool.submit(decide, shop, verdicts[number % 2], barrier)
            pool.submit(try_to_sign, shop, barrier).result()
            given.result()
            wrong += not is_true_to_the_store(shop)
            let_all_stand(shop)
    assert wrong == 0
    assert shop.findings() == []


def decide(shop: Shop, given: Verdict, barrier: Barrier) -> None:
    with Connection(shop.location) as connection:
        seen = WholeReader(connection).by_number(shop.article.id, 1)
    assert seen is not None
    barrier.wait()
    shop.by("ben").give_verdict(seen, Question.SO, given)


def try_to_sign(shop: Shop, barrier: Barrier) -> None:
    with Connection(shop.location) as connection:
        barrier.wait()
        try:
            one = prepared(shop, reader=WholeReader(connection))
            SigningOff(shop.ledgers["ann"]).sign(one, FakeSigner())
        except (NotReadyError, ChangedMeanwhileError):
            return


def is_true_to_the_store(shop: Shop) -> bool:
    """Whether a report that counts as the signed one prints what a report made now would print."""
    if state(shop) is not SignedState.SIGNED:
        return True
    kept = sealed_of(shop.reader, article(shop))
    now = printed(shop)
    return kept is not None and json.loads(kept.report)["statements"] == json.loads(
        json.dumps(now["statements"])
    )


def test_a_second_signature_supersedes_the_first(signed: Shop) -> None:
    first = article(signed).signoff
    assert first is not None
    public_note(signed)
    let_all_stand(signed)
    sign(signed)
    second = article(signed).signoff
    assert second is not None
    assert (second.revision, second.supersedes) == (2, first.report)
    assert json.loads(sealed_now(signed.reader, article(signed), TOOL).report)["supersedes"] == first.report
    assert signed.reader.signed_file(signed.article.id, first.report) != b""


def test_an_editor_countersigns_with_another_key_and_that_supersedes_nothing(signed: Shop) -> None:
    sealed = sealed_of(signed.reader, article(signed))
    assert sealed is not None
    use = SigningOff(signed.ledgers["ann"])
    args = (EVE, Decision.APPROVED, " fine ", signed.clock)
    with pytest.raises(ActionRefusedError, match="another key"):
        use.countersign(article(signed), sealed, FakeSigner("ann"), *args)
    use.countersign(article(signed), sealed, FakeSigner("eve"), *args)
    assert state(signed) is SignedState.SIGNED
    now = sealed_of(signed.reader, article(signed))
    assert now is not None
    (decision,) = now.decisions()
    assert (decision["decision"], decision["remark"], decision["by"]["name"]) == (
        "approved",
        "fine",
        "Eve Editor",
    )
    (note,) = article(signed).signoff.countersigns  # type: ignore[union-attr]  # it is signed
    assert (note.by, note.decision) == ("Eve Editor", "approved")
    assert signed.findings() == []
    with pytest.raises(ChangedMeanwhileError):
        use.countersign(replace(article(signed), signoff=None), sealed, FakeSigner("eve"), *args)


def test_p08_a_signed_file_that_was_altered_is_found_and_handed_to_nobody(signed: Shop) -> None:
    signoff = article(signed).signoff
    assert signoff is not None
    assert signed.location.file is not None
    connection = sqlite3.connect(signed.location.file)
    connection.execute("DROP TRIGGER signed_file_no_update")
    connection.execute("UPDATE signed_file SET content = x'7b7d' WHERE sha256 = ?", (signoff.report,))
    connection.commit()
    connection.close()
    assert any(signoff.report in finding.what for finding in signed.findings())
    with pytest.raises(DamagedError, match="not kept as it was signed"):
        sealed_of(signed.reader, article(signed))


@pytest.mark.parametrize(
    ("name", "email"),
    [("", "a@b.c"), ("Ann", ""), ("Ann", "ann"), ("Ann", "a b@c.d"), ("Ann", "*@c.d"), ("A\x07", "a@b.c")],
)
def test_nobody_signs_without_a_name_and_an_address(name: str, email: str) -> None:
    with pytest.raises(ActionRefusedError, match="name and an e-mail address"):
        who("ann", name, email)


def test_what_was_signed_goes_with_an_article_that_is_shredded(signed: Shop) -> None:
    Keeping(signed.ledgers["ann"]).shred(article(signed), signed.article.slug)
    assert signed.reader.connection.all("SELECT 1 FROM signed_file") == []
