"""A newer extraction of the same words: what a hand has edited wins, and statements stay where they are."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from factcheck.domain.article import BlockKind
from factcheck.domain.extracted import Extracted
from factcheck.domain.statement import Detail, DetailType
from factcheck.domain.text import Span
from factcheck.extraction.extractor import extract
from factcheck.extraction.rereading import Hand, Handled, found_within, reread

LENGTH = 30
NUMBER, NAME, DATE = DetailType.NUMBER, DetailType.NAME, DetailType.DATE

spans = st.tuples(st.integers(0, LENGTH - 1), st.integers(1, 8)).map(
    lambda pair: Span(pair[0], min(LENGTH, pair[0] + pair[1]))
)
details = st.builds(
    Detail.at,
    st.sampled_from([NUMBER, NAME, DetailType.QUOTE]),
    spans,
    st.sampled_from([None, "1", "2"]),
)
handled = st.one_of(
    st.builds(Handled, details, st.sampled_from([Hand.UNTOUCHED, Hand.ADDED, Hand.REMOVED])),
    st.builds(Handled, details, st.just(Hand.EDITED), details),
)


def _unique(items: list[Handled]) -> list[Handled]:
    return list({(one.detail.type, one.detail.span): one for one in items}.values())


olds = st.lists(handled, max_size=8).map(_unique)
news = st.lists(details, max_size=8, unique_by=lambda one: (one.type, one.span))


@given(olds, news)
def test_what_a_hand_has_done_is_kept_exactly(old: list[Handled], new: list[Detail]) -> None:
    by_hand = [one for one in old if one.hand is not Hand.UNTOUCHED]
    kept = [one for one in reread(old, new).kept if one.hand is not Hand.UNTOUCHED]
    assert sorted(map(repr, kept)) == sorted(map(repr, by_hand))


@given(olds, news)
def test_nothing_is_newly_found_where_a_hand_has_decided(old: list[Handled], new: list[Detail]) -> None:
    decided = [
        detail
        for one in old
        if one.hand is not Hand.UNTOUCHED
        for detail in (one.detail, one.proposed)
        if detail
    ]
    for one in reread(old, new).added:
        assert not any(one.type is other.type and one.span.overlaps(other.span) for other in decided)


@given(olds, news)
def test_what_is_told_is_just_what_changes(old: list[Handled], new: list[Detail]) -> None:
    result = reread(old, new)
    before = {(d.type, d.span): d for d in (o.detail for o in old if o.hand is not Hand.REMOVED)}
    after = {(d.type, d.span): d for d in result.details}
    assert set(after) - set(before) <= {(d.type, d.span) for d in result.added}
    assert set(before) - set(after) == {(d.type, d.span) for d in result.dropped}
    both = set(after) & set(before)
    assert {key for key in both if after[key] != before[key]} == {(d.type, d.span) for d in result.revalued}
    assert result.is_same == (before == after)


@given(olds, news)
def test_the_same_extraction_again_changes_nothing_more(old: list[Handled], new: list[Detail]) -> None:
    once = reread(old, new)
    assert reread(once.kept, new) == replace(once, added=(), dropped=(), revalued=())


@given(news, news)
def test_details_that_nobody_touched_are_those_of_the_newer_extraction(
    old: list[Detail], new: list[Detail]
) -> None:
    result = reread([Handled(one) for one in old], new)
    assert set(result.details) == set(new)
    starts = [one.span.start for one in result.details]
    assert starts == sorted(starts)


def test_a_day_that_was_resolved_stays_resolved() -> None:
    old = Detail.at(DATE, Span(3, 9), None, "2024-10-17")
    result = reread([Handled(old)], [replace(old, resolved=None)])
    assert result.details == (old,)
    assert result.is_same


def test_a_number_that_a_hand_has_widened_does_not_come_back_narrow() -> None:
    found = Detail.at(NUMBER, Span(7, 13), "10000")
    widened = Handled(Detail.at(NUMBER, Span(0, 13), "10000"), Hand.EDITED, found)
    assert reread([widened], [found]).kept == (widened,)


def test_a_detail_that_a_hand_has_removed_stays_away_also_when_it_is_found_a_little_longer() -> None:
    removed = Handled(Detail.at(NAME, Span(7, 13)), Hand.REMOVED)
    result = reread([removed], [Detail.at(NAME, Span(7, 20)), Detail.at(NAME, Span(22, 24))])
    assert result.details == (Detail.at(NAME, Span(22, 24)),)


TEXT = "Brandt met Vall on Monday. “We saw 12 boats. Two sank,” Brandt said."


def test_a_statement_keeps_its_boundaries_and_gets_what_is_found_between_them() -> None:
    newer = extract(TEXT).statements
    whole = Span(0, len(TEXT))
    assert list(found_within(whole, newer)) == [detail for one in newer for detail in one.details]
    half = Span(
        newer[1].span.start, newer[1].span.end + 4
    )  # a hand has moved the boundary into the next sentence
    inside = [(d.type.value, d.span.of(TEXT)) for d in found_within(half, newer)]
    assert ("number", "12") in inside
    assert ("quote", "Two") in inside
    assert all(half.covers(detail.span) for detail in found_within(half, newer))


@given(spans, st.lists(st.tuples(spans, st.lists(details, max_size=4)), max_size=3))
def test_nothing_found_lies_outside_of_the_statement(
    span: Span, found: list[tuple[Span, list[Detail]]]
) -> None:
    newer = [
        Extracted(0, BlockKind.PARAGRAPH, one, "x" * len(one), tuple(d for d in parts if one.covers(d.span)))
        for one, parts in found
    ]
    within = list(found_within(span, newer))
    assert all(span.covers(one.span) for one in within)
    assert len({(one.type, one.span) for one in within}) == len(within)
