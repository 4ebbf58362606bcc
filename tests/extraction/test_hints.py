"""Hints: pairs of statements worth seeing together, each with its reason; silence where nothing differs."""

import time

import pytest

from factcheck.extraction import hints
from factcheck.extraction.extractor import extract
from factcheck.extraction.hints import hints_of
from tests.conftest import SAMPLE_ARTICLE
from tests.extraction.reading import LEAD


def found(*paragraphs: str) -> set[tuple[str, str, str]]:
    """Type, and the first three words of both ends, of each hint in body text."""
    text = LEAD + "\n\n".join(paragraphs)
    statements = extract(text).statements
    return {
        (hint.type, _short(statements[hint.source].exact), _short(statements[hint.target].exact))
        for hint in extract(text).hints
    }


def _short(exact: str) -> str:
    return " ".join(exact.split()[:2])


def types(*paragraphs: str) -> set[str]:
    return {kind for kind, _, _ in found(*paragraphs)}


@pytest.mark.parametrize(
    ("one", "other", "is_hint"),
    [
        ("Brandt called it “the first step to ruin”.", "“The first step to a ruin,” Brandt said.", True),
        ("Brandt called it “a great wall of water”.", "It was “a great wall of waves”, Brandt said.", True),
        ("Brandt called it “a great wall of water”.", "It was “a great wall of water”, Brandt said.", False),
        ("Brandt called it “a great wall”.", "It was “a great wall of cold water”, Brandt said.", False),
        ("Brandt called it ‘a great wall of water’.", "It was “A great wall of water”, he said.", False),
        ("Brandt called it “a great wall of water”.", "It was “a small boat on a lake”, Vall said.", False),
    ],
)
def test_a_quotation_worded_differently_is_seen_and_a_part_of_it_is_not(
    one: str, other: str, is_hint: bool
) -> None:
    assert ("differs_wording" in types(one, other)) == is_hint


SHIP = "The ferry Sill Queen carried {} passengers to Saltgate when the storm broke over Marram."
LATER = "When the storm broke over Marram, {} passengers were on board the Sill Queen, Vall said."


@pytest.mark.parametrize(
    ("one", "other", "is_hint"),
    [
        ("300", "340", True),
        ("300", "almost 340", True),
        ("three hundred", "340", True),
        ("300", "300", False),
        ("300", "three hundred", False),
        ("about 300", "304", False),
        ("over 300", "340", False),
        ("almost 300", "298", False),
        ("300", "another 340", False),
        ("300", "9,000", False),
    ],
)
def test_a_thing_counted_differently_is_seen_unless_one_figure_rounds_the_other(
    one: str, other: str, is_hint: bool
) -> None:
    assert ("differs_number" in types(SHIP.format(one), LATER.format(other))) == is_hint


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "In the storm 12 people were killed at Saltgate harbour.",
            "In the storm 40 people were injured at Saltgate harbour.",
        ),
        ("In 2019 the ferry carried 300 passengers.", "In 2020 the ferry carried 340 passengers."),
        ("The port has 12 Marram sailors at sea.", "The port has 14 Orrin sailors at sea."),
        ("The ferry carried 300 passengers.", "The bakery at the market had 14 passengers’ cakes."),
    ],
)
def test_other_fates_years_and_peoples_are_other_counts(one: str, other: str) -> None:
    assert "differs_number" not in types(one, other)


def test_an_age_given_two_ways_is_seen() -> None:
    assert "differs_number" in types("Odile Brandt, 41, left the hall.", "Odile Brandt, 43, came back.")


@pytest.mark.parametrize(
    ("one", "other", "is_hint"),
    [
        ("The town met Kyrylo Achterberg.", "Later Kyrylo Achtenberg left.", True),
        ("The town met Kristin Wilkes.", "Later Kristen Wilkes left.", True),
        ("They met John A. Vall there.", "There John B. Vall left.", True),
        ("They heard Deputy Minister Odile Brandt.", "They asked Foreign Minister Odile Brandt.", True),
        ("The town met the Marram fleet.", "Later the Marrams left.", False),
        ("They went to Austria.", "They went to Australia.", False),
        ("They heard Minister Odile Brandt.", "They asked Mrs Brandt.", False),
    ],
)
def test_a_name_or_a_title_spelled_two_ways_is_seen(one: str, other: str, is_hint: bool) -> None:
    assert ("differs_name" in types(one, other)) == is_hint


def test_one_event_at_two_places_is_seen() -> None:
    one = "The sailors were training for the rescue of the ferry in Saltgate, Brandt said."
    other = "Vall said the sailors had begun training for the rescue of the ferry near Orrin."
    assert "differs_place" in types(one, other)
    assert "differs_place" not in types(one, other.replace("Orrin", "Saltgate"))
    inside = "They live in Orrin, Saltgate."
    assert "differs_place" not in types(one, other, inside)


def test_one_event_at_two_times_is_seen() -> None:
    one = "The ferry Sill Queen sank off Marram on Monday with its captain, Brandt said."
    other = "The captain of the ferry said the Sill Queen sank off Marram on Tuesday."
    assert "differs_time" in types(one, other)
    assert "differs_time" not in types(one, other.replace("Tuesday", "Monday"))


CLAIM = "Brandt said the harbour company had hidden the cracks in the pier for years."
DENIAL = "The harbour company denied that it had hidden cracks in the pier."
NO_EVIDENCE = "Vall said there was no evidence that cracks in the pier had been hidden."
ASIDE = "The bakery sold soup to the tourists all afternoon."


def test_a_denial_points_at_what_others_say_and_the_likeliest_comes_first() -> None:
    text = LEAD + "\n\n".join((CLAIM, ASIDE, DENIAL, NO_EVIDENCE))
    statements = extract(text).statements
    for kind, start in (("denies", "The harbour"), ("no_evidence", "Vall said")):
        first = next(hint for hint in extract(text).hints if hint.type == kind)
        assert statements[first.source].exact.startswith(start)
        assert statements[first.target].exact == CLAIM
        assert all(statements[hint.target].exact != ASIDE for hint in extract(text).hints)


def test_a_speakers_own_words_are_no_counterpart_of_his_denial() -> None:
    own = "Brandt denied that the harbour company had hidden the cracks in the pier."
    assert "denies" not in types(CLAIM, own)


def test_one_rare_word_is_enough_for_a_denial() -> None:
    one = "The crates came from a yard in Orrin Bay, Brandt said."
    other = "There was “no evidence” that any yard had been paid, Vall wrote in a letter to the town."
    assert ("no_evidence", "There was", "The crates") in found(one, ASIDE, other)


def test_the_headline_is_the_same_as_the_sentence_that_says_it_again() -> None:
    text = (
        "Harbour company hid cracks in Saltgate pier\n\n"
        "The storm came at night and it was gone by the morning.\n\n"
        "The harbour company of Orrin hid the cracks in the Saltgate pier for years, divers found."
    )
    (hint,) = (hint for hint in extract(text).hints if hint.type == "same_as")
    assert (hint.source, hint.target) == (0, 2)


def test_the_same_with_a_not_in_it_contradicts() -> None:
    one = "The harbour company told the town about the cracks in the pier."
    other = "The harbour company did not tell the town about the cracks in the pier."
    assert "contradicts" in types(one, other)
    assert "contradicts" not in types(one, one.replace("pier", "wall"))


def test_every_hint_is_ranked_says_why_and_joins_two_statements() -> None:
    extraction = extract(SAMPLE_ARTICLE.read_bytes().decode("utf-8"))
    scores = [hint.score for hint in extraction.hints]
    assert scores == sorted(scores, reverse=True)
    assert len(scores) > 5
    for hint in extraction.hints:
        assert hint.source != hint.target
        assert max(hint.source, hint.target) < len(extraction.statements)
        assert 0 < hint.score <= 1
        assert len(hint.why.split()) > 4


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("differs_wording", 5, 0),
        ("differs_number", 7, 3),
        ("differs_place", 7, 4),
        ("no_evidence", 6, 4),
        ("denies", 10, 9),
        ("denies", 10, 4),
        ("same_as", 0, 3),
    ],
)
def test_the_samples_traps_are_hinted_at(kind: str, one: int, other: int) -> None:
    extraction = extract(SAMPLE_ARTICLE.read_bytes().decode("utf-8"))
    assert (kind, one, other) in {(hint.type, hint.source, hint.target) for hint in extraction.hints}


def test_articles_without_statements_or_with_one_have_no_hints() -> None:
    assert hints_of(()) == ()
    assert extract("The pier is closed.").hints == ()


def test_four_times_the_statements_take_about_four_times_as_long() -> None:
    text = SAMPLE_ARTICLE.read_bytes().decode("utf-8")
    statements = extract(text).statements

    def seconds(times: int) -> float:
        many = statements * times
        start = time.process_time()
        hints_of(many)
        return time.process_time() - start

    short, long = seconds(40), seconds(160)
    assert long < 9 * short + 0.1


def test_a_long_book_is_compared_stretch_by_stretch(monkeypatch: pytest.MonkeyPatch) -> None:
    pair = "In Orrin 12 boats sank near the long pier. In Orrin 14 boats sank near the long pier."
    other = "In Cape Fenn 30 tents burned on the wide beach. In Cape Fenn 40 tents burned on the wide beach."
    statements = extract(f"{pair} {other}").statements
    monkeypatch.setattr(hints, "_STRETCH", 2)
    near = {(one.type, one.source, one.target) for one in hints_of(statements)}
    assert {("differs_number", 1, 0), ("differs_number", 3, 2)} <= near
    assert all(source // 2 == target // 2 for _, source, target in near)
