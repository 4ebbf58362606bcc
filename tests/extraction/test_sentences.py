"""Sentences: the unit that is stepped through."""

import pytest

from tests.extraction.reading import sentences


@pytest.mark.parametrize(
    "parts",
    [
        ["The boat left.", "It came back."],
        ["Is it true?", "Nobody knows!", "We asked."],
        ["“We heard you.", "Nobody is left.", "You have my word,” Brandt said."],
        ['"All have been taken to hospital.', 'There are none left."', "He left."],
        ["He said “no.”", "Then he left."],
        ["(The boat had sunk.)", "Nobody was hurt."],
        ["It cost $100.00.", "He paid."],
        ["It was over by 6 p.m.", "The crowd went home."],
        ["They live in the U.S.", "They came in 2010."],
        ["It was bought by Pitt & Co.", "It closed a year later."],
        ["They waited…", "Nobody came."],
        ["It ended in 2008.", "The harbour reopened."],
        ["The crew was saved.[1]", "The boat was not."],
        ["«We saw it.", "It was red», he said."],
    ],
)
def test_sentences_end_where_a_reader_would_say(parts: list[str]) -> None:
    assert sentences(" ".join(parts)) == parts


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr. and Mrs. Vall met Dr. Fenn at St. Anne’s.",
        "J. K. Achterberg and Albert I. Jones agreed.",
        "The U.S. Navy sent a ship to Washington, D.C. in May.",
        "At 5 a.m. on Jan. 6 the boat left.",
        "See No. 5 and p. 55.",
        "He teaches (He was an engineer before.) at the school.",
        "“Will it hold?” the mayor asked.",
        "“Run!” Brandt shouted.",
        "It was … not what we wanted.",
        "The price rose by 3.5 per cent to 10.000 euros.",
        "Write to jane.doe@example.com or see www.example.com/a.b.",
        "Fenn vs. Vall was the first case.",
        "She works at Yahoo! in the accounts office.",
        "1. The first item",
        "Q. Did you see the boat?",
    ],
)
def test_a_full_stop_inside_a_sentence_does_not_end_it(sentence: str) -> None:
    assert sentences(sentence) == [sentence]


def test_what_a_quotation_leaves_in_brackets_does_not_end_a_sentence() -> None:
    assert sentences("He gave his word [sic] on it. [...] and left.")[0] == "He gave his word [sic] on it."
