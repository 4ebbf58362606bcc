"""Sentences: the unit that is stepped through."""

import sys
import time

import pytest

from factcheck.domain.statement import DetailType, Voice
from factcheck.domain.text import Span
from factcheck.extraction.extractor import extract
from factcheck.extraction.sentences import sentences_of
from tests.extraction.reading import LEAD, sentences


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
        ["Q. Did you see it?", "A. Yes.", "Q. When?", "A. At ten.", "THE COURT: Sustained.", "MR. FENN: No."],
        ["Three demands: 1. Lower rents.", "2. More staff.", "3. A new pier.", "Then they left."],
        ["1. The first item", "2. The second item", "3. The third"],
        ["a) The first item", "b) The second item"],
        ["Three demands: 1. Lower rents", "2. More staff"],
        ["He left the bank at 6 P.M.", "Mr. Vall then went home."],
        ["He scored 3.", "It was his best year."],
        ["Ines Vall of Marram", "In the port of Saltgate, the boats were safe."],
        ["Thursday, May 7, 2015", "On Tuesday, the boats were safe."],
        ["The storm was over and gone", "There were no boats left."],
        ["The pier ended.", "The harbour is open."],
        ["It cost us years [...]", "Waves are what broke it."],
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
        "At 5 a.m. Mr. Vall left.",
        "There were two sins: a) leaving and b) coming back.",
        "Q. Did you see the boat?",
        "He watched Once Upon a Time In the West twice.",
        "She wrote “All Is Quiet In the Harbour” in May.",
        "The court in Fenn v. Vall, 12 F.2d 5 (9th Cir. 2001), held so.",
        "Fed. R. Civ. P. 12 applies to Vall v. Marram Ferry Co. as well.",
        "See www.example.The page for the tide.",
    ],
)
def test_a_full_stop_inside_a_sentence_does_not_end_it(sentence: str) -> None:
    assert sentences(sentence) == [sentence]


def test_what_a_quotation_leaves_in_brackets_does_not_end_a_sentence() -> None:
    assert sentences("He gave his word [sic] on it. [...] and left.")[0] == "He gave his word [sic] on it."


@pytest.mark.parametrize(("opening", "closing"), [("“", "”"), ('"', '"'), ("«", "»")])
def test_a_quotation_can_open_in_one_paragraph_and_close_in_another(opening: str, closing: str) -> None:
    text = f"Brandt said: {opening}We heard you. Nobody is left.\n\n{opening}The pier is safe. It holds.{closing}"
    statements = extract(LEAD + text).statements[1:]
    assert [len(one.exact.split()) for one in statements] == [5, 3, 4, 2]
    assert all(one.voice is Voice.ATTRIBUTED for one in statements)
    assert all(any(d.type is DetailType.QUOTE for d in one.details) for one in statements)


def test_a_megabyte_of_sentences_takes_less_than_half_a_second() -> None:
    text = (
        "The boat left the harbour of Marram in the morning and came back with forty people on board. "
        "“We heard you all night,” Dr. Vall told the crowd that was waiting on the pier at 5 a.m. that day. "
        "It had cost the town $3.50 for each of its people, and the U.S. Navy had paid for the other half. "
    ) * 3_000
    start = time.process_time()
    count = sum(1 for _ in sentences_of(text, Span(0, len(text))))
    assert time.process_time() - start < len(text) / 2_000_000 * (8 if sys.gettrace() else 1)
    assert count == 9_000
