"""The extraction never gets worse unnoticed: a floor under each figure of `make eval`, just below what is reached."""

import pytest

from tests.extraction.gold import examples, sample
from tests.extraction.scoring import Score, all_scores

FLOORS = {  # figure: (reached, floor)
    "Wikinews: sentences exact": (0.977, 0.97),
    "Wikinews: ends of sentences in paragraphs": (0.986, 0.98),
    "Wikinews: number words": (1.0, 0.995),
    "Wikinews: dates and times": (0.923, 0.915),
    "Wikinews: known names covered whole": (0.992, 0.985),
    "Wikinews: sentence is attributed": (0.862, 0.855),
    "Wikinews: letters kept as text": (1.0, 1.0),
    "sample: statements exact": (1.0, 1.0),
    "sample: blocks exact": (1.0, 1.0),
    "sample: hard details": (1.0, 1.0),
    "sample: hard details of one type": (0.865, 0.85),
    "sample: cue and speaker": (1.0, 1.0),
    "sample: cue and speaker, precision": (1.0, 0.9),
    "sample: hints that differ": (1.0, 0.7),
    "sample: denials in five hints": (1.0, 0.8),
    "own: statements exact": (1.0, 0.99),
    "own: blocks exact": (0.972, 0.96),
    "own: hard details": (0.993, 0.985),
    "own: hard details of one type": (0.92, 0.91),
    "own: cue and speaker": (0.984, 0.965),
    "own: cue and speaker, precision": (0.932, 0.92),
    "own: speakers carried on": (0.947, 0.9),
    "pages: letters of the article": (0.914, 0.9),
    "pages: letters of the article kept": (1.0, 0.99),
}


@pytest.fixture(scope="module")
def scores() -> dict[str, Score]:
    return {score.label: score for score in all_scores()}


def test_every_figure_of_the_table_has_a_floor(scores: dict[str, Score]) -> None:
    assert set(scores) == set(FLOORS)


@pytest.mark.parametrize("figure", FLOORS)
def test_a_figure_stays_above_its_floor(scores: dict[str, Score], figure: str) -> None:
    reached, floor = FLOORS[figure]
    assert scores[figure].value >= floor, f"was {reached}"
    assert floor <= reached


def test_the_annotated_texts_are_of_many_genres_and_none_is_empty() -> None:
    assert {gold.name for gold in examples()} >= {
        *("news", "feature", "court", "speech", "interview", "science", "business", "trial", "transcript"),
        *(
            "politics",
            "magazine",
            "angles",
            "address",
            "dialogue",
            "study",
            "obituary",
            "debate",
            "sport",
            "page",
        ),
    }
    for gold in [*examples(), sample()]:
        assert len(gold.statements) > 8
        assert gold.hard
        assert gold.said


def test_f_is_the_harmonic_mean_and_nothing_found_is_nothing() -> None:
    assert Score("x", "F", right=1, predicted=2, found=1, gold=1).value == pytest.approx(2 / 3)
    assert Score("x", "F").value == 0
    assert Score("x", "R", found=3, gold=4).value == 0.75
    assert Score("x", "P", right=1, predicted=4).value == 0.25
