"""The card says how each question stands, in words; notes are never confused; nothing is wider than the card."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from factcheck.domain.gate import stet_hash
from factcheck.domain.override import Blocker, Override
from factcheck.domain.statement import Statement
from factcheck.domain.verdict import Answer, Basis, Question, Verdict
from factcheck.widgets.card_lines import CardFacts, card_lines
from factcheck.widgets.painted import PaintedLine, padded, shortened, width_of_line
from tests.build import usual_key
from tests.screens.fake_article import made

AT = "2025-03-04T10:41:00.000Z"


def lines_of(
    statement: Statement, question: Question = Question.SO, width: int = 50, **more: object
) -> list[str]:
    facts = CardFacts(statement, 3, 10, question, usual_key, **more)  # type: ignore[arg-type]  # one optional field
    return ["".join(text for text, _ in line) for line in card_lines(facts, width)]


def attributed() -> Statement:
    return made().statements[2]


def own() -> Statement:
    return made().statements[4]


def answered(statement: Statement, verdict: Verdict | None, basis: Basis | None = None) -> Statement:
    given_for = statement.given_for(Question.SO)
    return replace(
        statement, so=Answer(verdict, given_for, "Vera", AT, basis, is_left_to_speaker=verdict is None)
    )


def row(lines: list[str], label: str) -> str:
    return next(line for line in lines if line[2:].startswith(label))


def test_the_active_question_is_pointed_at() -> None:
    lines = lines_of(attributed(), Question.SAID)
    assert row(lines, "SAID").startswith("▸")
    assert row(lines, "SO").startswith(" ")


def test_own_voice_has_no_question_of_having_been_said() -> None:
    assert "own voice: no such question" in row(lines_of(own()), "SAID")


@pytest.mark.parametrize("verdict", list(Verdict))
def test_a_verdict_is_a_glyph_and_a_word(verdict: Verdict) -> None:
    said = row(lines_of(answered(own(), verdict)), "SO")
    assert said.rstrip().endswith(verdict.value)
    assert said.rstrip().split()[-2] in {"✓", "?", "✗"}


def test_a_verdict_for_other_words_is_shown_as_was() -> None:
    stale = replace(answered(own(), Verdict.CONFIRMED), exact="Other words.")
    lines = lines_of(stale)
    assert "↺ was confirmed" in row(lines, "SO")
    assert "given for other words" in "\n".join(lines)


def test_left_to_the_speaker_is_no_verdict_and_says_so() -> None:
    assert "→ left to the speaker" in row(lines_of(answered(attributed(), None)), "SO")


def test_a_missing_basis_is_warned_of_and_a_chosen_one_is_shown() -> None:
    assert "disputed without a basis — b" in "\n".join(lines_of(answered(own(), Verdict.DISPUTED)))
    with_basis = "\n".join(lines_of(answered(own(), Verdict.DISPUTED, Basis.ACCOUNTS_DIFFER)))
    assert "accounts differ" in with_basis
    assert "without a basis" not in with_basis


def test_what_an_editor_lets_stand_is_there_with_who_and_why_and_says_when_it_counts_no_longer() -> None:
    assert not [line for line in lines_of(own()) if "STET" in line]
    given_for = stet_hash(own(), Blocker.UNTOUCHED, ())
    stands = replace(own(), overrides=(Override(Blocker.UNTOUCHED, "a [reprint]", "Eve", given_for),))
    lines = lines_of(stands, width=80)
    assert row(lines, "STET").rstrip().endswith("nothing was checked: let stand by Eve: a [reprint]")
    typed = replace(stands, overrides=(replace(stands.overrides[0], recorded_by="ann"),))
    assert "let stand by Eve: a [reprint] (recorded by ann)" in "\n".join(lines_of(typed, width=80))
    own_hand = replace(stands, overrides=(replace(stands.overrides[0], recorded_by="Eve"),))
    assert "recorded" not in "\n".join(lines_of(own_hand, width=80))
    told = " ".join(line.strip() for line in lines_of(answered(stands, Verdict.CONFIRMED), width=80))
    assert "given for what has changed since: it does not count any longer" in told


def test_private_and_public_note_stand_under_their_own_names() -> None:
    lines = lines_of(replace(own(), private_note="ring [sic] back", public_note="see table 2"))
    assert "ring [sic] back" in row(lines, "NOTE")
    assert "see table 2" in row(lines, "PUBLIC")
    assert "a report may print this note" in "\n".join(lines)


def test_half_typed_text_is_mentioned() -> None:
    assert "typed and not saved yet" in "\n".join(lines_of(own(), half_typed=frozenset({"private"})))


@given(st.integers(34, 90), st.sampled_from(made().statements))
def test_no_line_is_wider_than_the_card(width: int, statement: Statement) -> None:
    facts = CardFacts(replace(statement, private_note="x" * 200), 3, 10, Question.SO, usual_key)
    for line in card_lines(facts, width):
        assert width_of_line(line) <= width


@given(st.text(st.sampled_from("ab港é \u0301"), max_size=30), st.integers(1, 20))
def test_padding_gives_exactly_the_width(text: str, width: int) -> None:
    assert width_of_line((padded(text, width),)) == width


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ((("Theme", "strong"), ("  dark", "")), "Theme  dark"),
        ((("Theme  ", ""), ("dark or light", "muted")), "Theme  dar…"),
        ((("Auto-advance", ""), ("on", "")), "Auto-advan…"),
        ((("Theme dark ", ""), ("too", "")), "Theme dark…"),
        ((("Theme dark", ""), ("帮助", "")), "Theme dark…"),
        ((("Theme dark   ", ""),), "Theme dark   "),
    ],
)
def test_a_line_that_is_cut_says_that_there_is_more(line: PaintedLine, shown: str) -> None:
    assert "".join(text for text, _ in shortened(line, 11)) == shown
