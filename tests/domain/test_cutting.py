"""Cutting a block otherwise loses no character, and each part has of the details and speakers what lies in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from factcheck.domain.cutting import CannotCutError, Cut, Run, end_at, join_next, split_at, start_at, take_out
from factcheck.domain.parts import part_of, put_into, ticks_after
from factcheck.domain.statement import Attribution, Detail, DetailType, Statement
from factcheck.domain.text import Span
from factcheck.domain.tick import Tick, TickState
from tests.build import said_statement

TEXT = "“It rained 3 days. It was 3 May—cold,” Ada Quill said. Nobody came."
START = 100


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words) + START
    return Span(start, start + len(words))


def statement(id_: str, words: str, **changes: object) -> Statement:
    values: dict[str, object] = {
        "id": id_,
        "span": span(words),
        "exact": words,
        "details": (),
        "attributions": (),
    }
    return said_statement(**(values | changes))


RAINED = statement(
    "s1",
    "“It rained 3 days.",
    details=(
        Detail.at(DetailType.NUMBER, span("3 days"), "3"),
        Detail.at(DetailType.QUOTE, span("“It rained 3 days.")),
    ),
    attributions=(
        Attribution(
            span("Ada Quill"), "Ada Quill", None, (span("“It rained 3 days."),), is_inferred=True, within=None
        ),
    ),
)
COLD = statement(
    "s2",
    "It was 3 May—cold,” Ada Quill said.",
    details=(
        Detail.at(DetailType.DATE, span("3 May"), None, "2024-05-03"),
        Detail.at(DetailType.NAME, span("Ada Quill")),
        Detail.at(DetailType.QUOTE, span("It was 3 May—cold,”")),
    ),
    attributions=(
        Attribution(
            span("Ada Quill"),
            "Ada Quill",
            span("said"),
            (span("It was 3 May—cold,”"),),
            is_inferred=False,
            within=None,
        ),
    ),
)
NOBODY = statement("s3", "Nobody came.")
RUN = Run(START, TEXT, (RAINED, COLD, NOBODY))


def after(cut: Cut, run: Run = RUN) -> list[Statement]:
    """The statements of the run after a cut, with their own words, in order."""
    touched = {p.keeps for p in cut.pieces} | {gone for gone, _ in cut.retired}
    old = [s for s in run.statements if s.id in touched]
    cut_out = [
        put_into(
            next((s for s in old if s.id == p.keeps), said_statement(id="new")), part_of(run, p.span, old)
        )
        for p in cut.pieces
    ]
    return sorted([*(s for s in run.statements if s.id not in touched), *cut_out], key=lambda s: s.span)


def exacts(cut: Cut) -> list[str]:
    return [s.exact for s in after(cut)]


def test_a_word_ends_at_a_blank_a_dash_and_a_slash() -> None:
    run = Run(0, "war—and 3/4 – so", ())
    assert [run.of(w) for w in run.words()] == ["war—", "and", "3/", "4", "–", "so"]


def test_splitting_keeps_the_first_part_and_makes_a_new_second_one() -> None:
    cut = split_at(RUN, "s2", span("Ada Quill").start)
    assert [p.keeps for p in cut.pieces] == ["s2", None]
    assert exacts(cut) == ["“It rained 3 days.", "It was 3 May—cold,”", "Ada Quill said.", "Nobody came."]


def test_a_part_whose_speaker_stands_outside_of_it_is_said_by_inference() -> None:
    first, second = after(split_at(RUN, "s2", span("Ada Quill").start))[1:3]
    (said,) = first.attributions
    assert (said.speaker, said.source, said.cue, said.is_inferred) == (
        "Ada Quill",
        span("Ada Quill"),
        None,
        True,
    )
    assert said.content == (span("It was 3 May—cold,”"),)
    assert second.attributions == ()


def test_a_detail_that_is_cut_keeps_its_characters_and_no_value() -> None:
    first, second = after(split_at(RUN, "s2", span("May").start))[1:3]
    assert [(d.type, first.within(d.span), d.resolved) for d in first.details] == [
        (DetailType.QUOTE, "It was 3", None),
        (DetailType.DATE, "3", None),
    ]
    assert [(d.type, second.within(d.span)) for d in second.details] == [
        (DetailType.DATE, "May"),
        (DetailType.QUOTE, "May—cold,”"),
        (DetailType.NAME, "Ada Quill"),
    ]


def test_joining_makes_one_quotation_of_two_and_one_speaker_of_one_carried_on() -> None:
    cut = join_next(RUN, "s1")
    assert cut.retired == (("s2", "s1"),)
    (joined, _) = after(cut)
    assert joined.exact == TEXT[: TEXT.index(" Nobody")]
    quotes = [joined.within(d.span) for d in joined.details if d.type is DetailType.QUOTE]
    assert quotes == ["“It rained 3 days. It was 3 May—cold,”"]
    (said,) = joined.attributions
    assert (said.cue, said.is_inferred) == (span("said"), False)
    assert [joined.within(c) for c in said.content] == quotes


def test_two_quotations_stay_two() -> None:
    text = "“One,” he said. “Two,” he said."
    one, two = (
        said_statement(
            id=i,
            span=Span(a, b),
            exact=text[a:b],
            details=(Detail.at(DetailType.QUOTE, Span(a, a + 6)),),
            attributions=(),
        )
        for i, a, b in (("s1", 0, 15), ("s2", 16, 31))
    )
    (joined,) = after(join_next(Run(0, text, (one, two)), "s1"), Run(0, text, (one, two)))
    assert len(joined.details) == 2


def test_a_boundary_gives_words_to_the_neighbour_on_either_side() -> None:
    assert exacts(end_at(RUN, "s2", span("said").start))[1:] == [
        "It was 3 May—cold,” Ada Quill",
        "said. Nobody came.",
    ]
    assert exacts(start_at(RUN, "s2", span("3 May").start))[:2] == [
        "“It rained 3 days. It was",
        "3 May—cold,” Ada Quill said.",
    ]
    assert exacts(end_at(RUN, "s1", span("3 May").start))[0] == "“It rained 3 days. It was"


@pytest.mark.parametrize(
    "cut",
    [
        lambda: start_at(RUN, "s1", span("rained").start),
        lambda: end_at(RUN, "s3", span("came").start),
        lambda: end_at(RUN, "s1", START + len(TEXT)),
        lambda: end_at(RUN, "s1", span("It was").start),
        lambda: join_next(RUN, "s3"),
        lambda: split_at(RUN, "s1", span("It was").start),
        lambda: split_at(RUN, "s1", RAINED.span.start),
        lambda: split_at(RUN, "s2", span("May").start + 1),
        lambda: take_out(RUN, COLD.span),
        lambda: take_out(RUN, Span(START + 500, START + 501)),
        lambda: split_at(RUN, "s9", span("May").start),
    ],
)  # fmt: skip
def test_what_would_lose_words_or_part_one_is_refused(cut: object) -> None:
    assert callable(cut)
    with pytest.raises(CannotCutError) as refused:
        cut()
    assert refused.value.next_step


def test_a_word_may_be_parted_when_that_is_asked_for_but_no_letter() -> None:
    assert exacts(split_at(RUN, "s3", span("body").start, inside=True))[-2:] == ["No", "body came."]
    run = Run(0, "Cafe\u0301 now", (said_statement(span=Span(0, 9), exact="Cafe\u0301 now"),))
    with pytest.raises(CannotCutError, match="accent"):
        split_at(run, "s1", 4, inside=True)


def test_a_selection_is_cut_out_with_two_cuts_and_the_outer_parts_keep_what_they_are() -> None:
    cut = take_out(RUN, span("3 May—"))
    assert [p.keeps for p in cut.pieces] == ["s2", None, None]
    assert exacts(cut)[1:4] == ["It was", "3 May—", "cold,” Ada Quill said."]
    across = take_out(RUN, span("3 days. It was"))
    assert [p.keeps for p in across.pieces] == ["s1", None, "s2"]
    beginning = take_out(RUN, span("It was 3"))
    assert [p.keeps for p in beginning.pieces] == ["s2", None]
    swallowing = take_out(RUN, span("days. It was 3 May—cold,” Ada Quill said. Nobody"))
    assert [p.keeps for p in swallowing.pieces] == ["s1", "s2", "s3"]
    assert swallowing.retired == ()
    assert take_out(RUN, Span(START, START + len(TEXT))).retired == (("s2", "s1"), ("s3", "s1"))


@given(st.data())
def test_no_character_is_lost_or_doubled_by_any_cut(data: st.DataObject) -> None:
    run = RUN
    for _ in range(3):
        at = data.draw(st.integers(START, START + len(TEXT)))
        end = data.draw(st.integers(at + 1, START + len(TEXT) + 1))
        which = data.draw(st.sampled_from(run.statements)).id
        how = data.draw(st.sampled_from((split_at, start_at, end_at, join_next, take_out)))
        try:
            if how is join_next:
                cut = join_next(run, which)
            elif how is take_out:
                cut = take_out(run, Span(at, end), inside=True)
            else:
                cut = how(run, which, at, inside=True)  # type: ignore[operator]  # one of the three that take a place
        except CannotCutError:
            continue
        made = [replace(s, id=f"{s.id}{i}") for i, s in enumerate(after(cut, run))]
        run = Run(run.start, run.text, tuple(made))
        covered = [i for s in run.statements for i in range(s.span.start, s.span.end)]
        assert len(covered) == len(set(covered))
        missing = set(range(START, START + len(TEXT))) - set(covered)
        assert all(TEXT[i - START].isspace() for i in missing)
        for s in run.statements:
            assert s.exact == run.of(s.span)
            assert any(map(str.isalnum, s.exact))
            for d in s.details:
                assert s.span.covers(d.span)
            for index, a in enumerate(s.attributions):
                assert a.content
                assert all(s.span.covers(c) for c in a.content)
                assert a.cue is None or s.span.covers(a.cue)
                assert a.within is None or (a.within < len(s.attributions) and a.within != index)


def test_what_a_hand_has_put_is_in_the_part_as_its_own() -> None:
    by_hand = replace(
        COLD,
        details=tuple(replace(d, is_by_hand=True) for d in COLD.details),
        removed=frozenset({"x"}),
        are_attributions_by_hand=True,
    )
    run = Run(START, TEXT, (RAINED, by_hand, NOBODY))
    _, first, second, _ = after(split_at(run, "s2", span("Ada Quill").start), run)
    for part in (first, second):
        assert all(d.is_by_hand for d in part.details)
        assert part.removed == {"x"}
        assert part.are_attributions_by_hand


def test_a_tick_goes_with_the_place_of_its_detail_and_never_to_another_one() -> None:
    text = "3 and 3 ran."
    one = Detail.at(DetailType.NUMBER, Span(0, 1), "3")
    other = Detail.at(DetailType.NUMBER, Span(6, 7), "3")
    whole = said_statement(id="s1", span=Span(0, 12), exact=text, details=(one, other), attributions=())
    ((_, given_for, _), _) = whole.hard_details()
    ticked = replace(whole, ticks=(Tick(given_for, 0, TickState.TICKED, "ann", "now"),))
    run = Run(0, text, (ticked,))
    first, second = after(split_at(run, "s1", 2), run)
    assert ticks_after(ticked, first, [ticked]).gone == ()
    assert ticks_after(None, second, [ticked]).come == ()
    on_the_other = replace(whole, ticks=(Tick(given_for, 1, TickState.WRONG, "ann", "now", "4"),))
    moved = ticks_after(None, second, [on_the_other])
    assert moved.come == (Tick(given_for, 0, TickState.WRONG, "ann", "now", "4"),)
    assert ticks_after(on_the_other, first, [on_the_other]).gone == on_the_other.ticks
