"""Details, dates and speakers edited by hand: what they were given for decides, and no machine overrules a hand."""

import pytest
from msgspec.structs import replace

from factcheck.domain.attributing import with_content, with_cue, with_speaker, without
from factcheck.domain.event import Deed, EventKind
from factcheck.domain.statement import Detail, DetailType, Statement
from factcheck.domain.text import Span
from factcheck.domain.verdict import Question, Verdict
from factcheck.errors import ActionRefusedError
from factcheck.extraction.extractor import extract
from factcheck.services import rereading
from factcheck.services.detailing import Detailing, resolved_of
from factcheck.services.editing import Editing
from factcheck.services.keeping import Keeping
from factcheck.services.rereading import Rereading
from tests.build import Shop
from tests.services.test_editing import found, place, record


def detailing(shop: Shop) -> Detailing:
    shop.by()
    return Detailing(shop.ledgers["ann"])


def mayor(shop: Shop) -> Statement:
    return found(shop, "40,000")


def span_of(statement: Statement, words: str) -> Span:
    start = place(statement, words)
    return Span(start, start + len(words))


def confirmed(shop: Shop) -> Statement:
    for question in Question:
        shop.by().give_verdict(mayor(shop), question, Verdict.CONFIRMED)
    return mayor(shop)


def counting(shop: Shop) -> list[bool]:
    return [mayor(shop).counts(question) for question in Question]


def set_dateline(shop: Shop, dateline: str | None) -> None:
    shop.by()
    article = shop.reader.article(shop.article.id)
    assert article
    Keeping(shop.ledgers["ann"]).set_dateline(article, dateline)


def thursday(shop: Shop) -> Detail:
    return next(d for d in mayor(shop).details if d.type is DetailType.DATE)


def test_p21_setting_changing_and_taking_away_the_dateline_asks_so_again_and_undo_brings_it_back(
    shop: Shop,
) -> None:
    confirmed(shop)
    assert counting(shop) == [True, True]
    set_dateline(shop, "Lower Fenwick, 18 October 2024")
    assert thursday(shop).resolved == "2024-10-17"
    assert counting(shop) == [True, False]
    shop.by().undo(shop.article.id)
    assert counting(shop) == [True, True]
    shop.by().redo(shop.article.id)
    shop.by().give_verdict(mayor(shop), Question.SO, Verdict.DISPUTED)
    set_dateline(shop, "Lower Fenwick, 25 October 2024")
    assert thursday(shop).resolved == "2024-10-24"
    assert counting(shop) == [True, False]
    shop.by().undo(shop.article.id)
    assert counting(shop) == [True, True]
    set_dateline(shop, None)
    assert thursday(shop).resolved is None
    assert counting(shop) == [True, False]
    shop.by().undo(shop.article.id)
    shop.restart()
    assert counting(shop) == [True, True]
    assert shop.findings() == []


def test_p21_a_date_resolved_by_hand_stays_under_every_dateline(shop: Shop) -> None:
    confirmed(shop)
    detailing(shop).set_date(mayor(shop), thursday(shop), "10 October 2024")
    assert (thursday(shop).resolved, thursday(shop).is_by_hand) == ("2024-10-10", True)
    assert counting(shop) == [True, False]
    set_dateline(shop, "Lower Fenwick, 18 October 2024")
    assert thursday(shop).resolved == "2024-10-10"
    shop.by().undo(shop.article.id)
    shop.by().undo(shop.article.id)
    assert counting(shop) == [True, True]


@pytest.mark.parametrize(
    ("typed", "resolved"),
    [
        ("2024-10-17", "2024-10-17"),
        ("17 October 2024", "2024-10-17"),
        ("2024-02", "2024-02-01/2024-02-29"),
        ("2024", "2024-01-01/2024-12-31"),
        ("2024-10 / 2024-11-15", "2024-10-01/2024-11-15"),
        ("  ", None),
    ],
)
def test_a_day_or_a_period_is_typed_in_several_ways(typed: str, resolved: str | None) -> None:
    assert resolved_of(typed) == resolved


@pytest.mark.parametrize("typed", ["soon", "2024-13", "2024-02-31", "2024-10-17/2024-10-01", "/", "0000"])
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(ActionRefusedError, match="no day"):
        resolved_of(typed)


def test_a_detail_is_added_has_another_kind_and_is_taken_off_and_undo_brings_each_back(shop: Shop) -> None:
    before = mayor(shop).details
    bridge = Detail.at(DetailType.NAME, span_of(mayor(shop), "the bridge"))
    detailing(shop).put_detail(mayor(shop), bridge)
    assert replace(bridge, is_by_hand=True) in mayor(shop).details
    assert detailing(shop).put_detail(mayor(shop), bridge).is_empty
    title = replace(bridge, type=DetailType.TITLE)
    detailing(shop).put_detail(
        mayor(shop), title, next(d for d in mayor(shop).details if d.span == bridge.span)
    )
    assert [d.type for d in mayor(shop).details if d.span == bridge.span] == [DetailType.TITLE]
    detailing(shop).remove_detail(mayor(shop), title)
    assert mayor(shop).details == before
    assert mayor(shop).detail_hash(title) in mayor(shop).removed
    for _ in range(3):
        shop.by().undo(shop.article.id)
    assert mayor(shop).details == before
    assert mayor(shop).removed == frozenset()
    assert shop.findings() == []


def test_a_wider_detail_takes_the_place_of_one_of_its_kind(shop: Shop) -> None:
    name = next(d for d in mayor(shop).details if d.type is DetailType.NAME)
    wider = Detail.at(DetailType.NAME, Span(mayor(shop).span.start, name.span.end))
    detailing(shop).put_detail(mayor(shop), wider)
    assert [d.span for d in mayor(shop).details if d.type is DetailType.NAME] == [wider.span]


def test_what_lies_outside_or_is_no_date_is_refused(shop: Shop) -> None:
    outside = Detail.at(DetailType.NAME, Span(0, 5))
    name = next(d for d in mayor(shop).details if d.type is DetailType.NAME)
    with pytest.raises(ActionRefusedError, match="words of the statement"):
        detailing(shop).put_detail(mayor(shop), outside)
    with pytest.raises(ActionRefusedError, match="not there any longer"):
        detailing(shop).remove_detail(mayor(shop), outside)
    with pytest.raises(ActionRefusedError, match="Only a date"):
        detailing(shop).set_date(mayor(shop), name, "2024")


def test_a_detail_added_before_one_that_is_ticked_takes_its_tick_not(shop: Shop) -> None:
    seen = found(shop, "Nobody wrote")
    to_us, [first] = span_of(seen, "us"), [d for d in seen.details if d.type is DetailType.NAME][-1:]
    detailing(shop).put_detail(seen, Detail.at(DetailType.NUMBER, to_us))
    seen = found(shop, "Nobody wrote")
    (given_for, occurrence) = next((h, o) for d, h, o in seen.hard_details() if d.span == to_us)
    record(shop, Deed(seen.id, EventKind.TICKED, {"given_for": given_for, "occurrence": occurrence}))
    seen = found(shop, "Nobody wrote")
    detailing(shop).remove_detail(seen, next(d for d in seen.details if d.span == to_us))
    assert found(shop, "Nobody wrote").ticks == ()
    assert first in found(shop, "Nobody wrote").details
    assert shop.findings() == []


def test_p21_another_speaker_cue_or_content_asks_said_again_and_undo_brings_it_back(shop: Shop) -> None:
    seen = confirmed(shop)
    whole, quill = seen.attributions, span_of(seen, "Quill")
    edits = [
        with_speaker(whole, 0, quill, "", seen.span),
        with_speaker(whole, 0, None, "Otto  Marr", seen.span),
        with_cue(whole, 0, span_of(seen, "said on"), seen.span),
        with_cue(whole, 0, None, seen.span),
        with_content(whole, 0, span_of(seen, "the town had already spent")),
        with_speaker(whole, None, None, "Otto Marr", seen.span),
        without(whole, 0),
    ]
    for edited in edits:
        detailing(shop).set_attributions(mayor(shop), edited)
        now = mayor(shop)
        assert now.are_attributions_by_hand
        assert not now.counts(Question.SAID)
        assert now.counts(Question.SO)
        shop.by().undo(shop.article.id)
        assert counting(shop) == [True, True]
    assert shop.findings() == []


def test_a_speaker_has_the_characters_of_the_text_and_a_typed_one_has_one_line(shop: Shop) -> None:
    seen = mayor(shop)
    detailing(shop).set_attributions(
        seen, with_speaker(seen.attributions, 0, span_of(seen, "Quill"), "Marr", seen.span)
    )
    assert mayor(shop).attributions[0].speaker == "Quill"
    seen = mayor(shop)
    detailing(shop).set_attributions(seen, with_speaker(seen.attributions, 0, None, "Otto\n Marr", seen.span))
    assert mayor(shop).attributions[0].speaker == "Otto Marr"
    with pytest.raises(ActionRefusedError, match="words of the statement"):
        detailing(shop).set_attributions(mayor(shop), with_content(seen.attributions, 0, Span(0, 4)))
    with pytest.raises(ActionRefusedError, match="not in this paragraph"):
        detailing(shop).set_attributions(
            mayor(shop), with_speaker(seen.attributions, 0, Span(0, 5), "", seen.span)
        )


# ---------------------------------------------------------------------------------------------- reading again


def test_a_newer_extractor_changes_nothing_that_it_finds_as_before(shop: Shop) -> None:
    shop.by()
    again = Rereading(shop.ledgers["ann"]).reread(shop.article.id)
    assert again.readings == ()
    assert again.changes
    assert again.changes.is_empty


def test_reading_again_takes_over_what_is_new_moves_no_statement_and_a_hand_wins(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = mayor(shop)
    Editing(shop.ledgers["ann"]).split(seen, place(seen, "that the town"))
    name = next(d for d in found(shop, "Mayor Ada").details if d.type is DetailType.NAME)
    detailing(shop).remove_detail(found(shop, "Mayor Ada"), name)
    detailing(shop).set_attributions(found(shop, "never asked"), ())
    spans = [s.span for s in shop.reader.statements(shop.article.id)]
    number = span_of(mayor(shop), "the town")

    def newer(text: str, *, has_hints: bool = True) -> object:
        found_again = extract(text, has_hints=has_hints)
        return replace(
            found_again,
            statements=tuple(
                replace(s, details=(*(d for d in s.details if d.type is not DetailType.NUMBER), Detail.at(DetailType.NAME, number)))
                if s.span.covers(number)
                else s
                for s in found_again.statements
            ),
        )  # fmt: skip

    monkeypatch.setattr(rereading, "extract", newer)
    again = Rereading(shop.ledgers["ann"]).reread(shop.article.id, is_dry=True)
    (one,) = again.readings
    assert [d.span for d in one.added] == [number]
    assert {d.type for d in one.dropped} == {DetailType.NUMBER}
    assert not one.are_speakers_changed
    assert Detail.at(DetailType.NAME, number) not in mayor(shop).details
    again = Rereading(shop.ledgers["ann"]).reread(shop.article.id)
    assert again.changes
    assert again.changes.what.startswith("read again by extractor")
    assert Detail.at(DetailType.NAME, number) in mayor(shop).details
    assert name not in found(shop, "Mayor Ada").details
    assert found(shop, "never asked").attributions == ()
    assert [s.span for s in shop.reader.statements(shop.article.id)] == spans
    shop.by().undo(shop.article.id)
    assert Detail.at(DetailType.NAME, number) not in mayor(shop).details
    assert shop.findings() == []
