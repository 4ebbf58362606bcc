"""Details: recall first, with places and plain values that can be trusted."""

import pytest

from factcheck.domain.statement import DetailType
from tests.extraction.reading import details, normalized

NUMBER, DATE, NAME = DetailType.NUMBER, DetailType.DATE, DetailType.NAME


@pytest.mark.parametrize(
    ("sentence", "found", "value"),
    [
        ("It holds 10,000 people.", "10,000", "10000"),
        ("It holds almost 11,000 people.", "almost 11,000", "11000"),
        ("It holds 10 000 people.", "10 000", "10000"),
        ("It holds 10\u202f000 people.", "10\u202f000", "10000"),
        ("It cost $26 million.", "$26 million", "26000000"),
        ("It cost £1.5bn.", "£1.5bn", "1500000000"),
        ("It fell by 39 per cent.", "39 per cent", "39"),
        ("It fell by 3.5%.", "3.5%", "3.5"),
        ("It was minus −5 that night.", "−5", "-5"),
        ("He came 22nd.", "22nd", "22"),
        ("It was the second boat.", "second", "2"),
        ("She saw twenty-one boats.", "twenty-one", "21"),
        ("She saw two hundred and six boats.", "two hundred and six", "206"),
        ("She saw three million two hundred thousand.", "three million two hundred thousand", "3200000"),
        ("It has doubled.", "doubled", None),
        ("He is a 14-year-old.", "14", "14"),
        ("It is half of all.", "half", "0.5"),
    ],
)
def test_numbers_are_found_with_their_value(sentence: str, found: str, value: str | None) -> None:
    assert found in details(sentence, NUMBER)
    assert value in normalized(sentence, NUMBER)


@pytest.mark.parametrize("sentence", ["No one came.", "They met one another."])
def test_what_only_looks_like_a_number_is_none(sentence: str) -> None:
    assert details(sentence, NUMBER) == []


@pytest.mark.parametrize(
    ("sentence", "found", "value"),
    [
        ("It closed on 13 March 2024.", "13 March 2024", "2024-03-13"),
        ("It closed on March 13, 2024.", "March 13, 2024", "2024-03-13"),
        ("It closed on 2024-03-13.", "2024-03-13", "2024-03-13"),
        ("It closed on 31/12/2024.", "31/12/2024", "2024-12-31"),
        ("It closed on 03/04/2024.", "03/04/2024", None),
        ("It closed on 31 February 2024.", "31 February 2024", None),
        ("It closed on Thursday.", "Thursday", None),
        ("It closed earlier in October.", "October", None),
        ("It closed in June.", "June", None),
        ("It closed in 1998.", "1998", None),
        ("It will close next month.", "next month", None),
        ("It closed two weeks ago.", "two weeks ago", None),
        ("It closed at 22:30.", "22:30", None),
        ("It closed at 5 a.m. sharp.", "5 a.m.", None),
        ("It closed yesterday.", "Yesterday", None),
        ("It closed in the 1960s.", "the 1960s", None),
        ("It was busy in recent weeks.", "recent weeks", None),
        ("It opens in May.", "May", None),
        ("It closed the day before.", "the day before", None),
    ],
)
def test_dates_are_found_and_only_full_ones_get_a_value(sentence: str, found: str, value: str | None) -> None:
    assert found.lower() in [one.lower() for one in details(sentence, DATE)]
    assert normalized(sentence, DATE) == [value]


@pytest.mark.parametrize(
    "sentence", ["It may close.", "May it close soon.", "He sent 2000 troops east.", "A second boat came."]
)
def test_what_only_looks_like_a_date_is_none(sentence: str) -> None:
    assert details(sentence, DATE) == []


def test_a_number_in_a_date_is_part_of_the_date_but_a_period_is_both() -> None:
    assert details("It closed on 13 March 2024.", NUMBER) == []
    assert details("It was closed for ten days.", NUMBER) == ["ten"]
    assert details("It was closed for ten days.", DATE) == ["ten days"]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("He met Volodymyr Achterberg in Orrin Bay.", ["Volodymyr Achterberg", "Orrin Bay"]),
        (
            "The Ministry of Roads wrote to the University of the Arts.",
            ["Ministry of Roads", "University of the Arts"],
        ),
        ("They hid in Marram’s north.", ["Marram"]),
        ("They hid in Marram-occupied land.", ["Marram"]),
        ("The pro-Marram party lost.", ["Marram"]),
        ("He met J. Vall & Sons and al-Amr.", ["J. Vall & Sons", "al-Amr"]),
        ("It was the U.N. that spoke of NATO and COVID-19.", ["U.N", "NATO", "COVID-19"]),
        ("The ship was the Sill Queen III.", ["Sill Queen III"]),
    ],
)
def test_names_are_found_whole_and_without_what_hangs_on_them(sentence: str, found: list[str]) -> None:
    assert details(sentence, NAME) == found


def test_a_sentences_first_word_is_a_name_only_with_evidence() -> None:
    assert details("However, it rained.", NAME) == []
    assert details("Brandt came. Then Brandt left.", NAME) == ["Brandt", "Brandt"]
    assert details("Ferries came. The ferries were late.", NAME) == []
    assert details("Fifty-one years passed.", NAME) == []
    assert details("Q. Has he gone? A. You saw him.", NAME) == []


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("He met the harbour director Odile Brandt.", "director"),
        ("He met Marram President Odile Brandt.", "Marram President"),
        ("He met Marram spokesperson Odile Brandt.", "Marram spokesperson"),
        ("He met NATO Secretary General Odile Brandt.", "NATO Secretary General"),
        ("He met the head of the guild, Odile Brandt.", "head of the guild"),
        ("He met Odile Brandt, the mayor of Hallowmere.", "mayor of Hallowmere"),
        ("He met the defence barrister, Odile Brandt.", "defence barrister"),
    ],
)
def test_titles_beside_a_name_are_details(sentence: str, title: str) -> None:
    assert details(sentence, DetailType.TITLE) == [title]
    assert "Odile Brandt" in details(sentence, NAME)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("It was “highly worrying”.", ["“highly worrying”"]),
        ('It was "highly worrying" to us.', ['"highly worrying"']),
        ("It was ‘the soldiers’ war’ to us.", ["‘the soldiers’ war’"]),
        ("It was 'a first step' to us.", ["'a first step'"]),
        ("It was «a first step» to us.", ["«a first step»"]),
        ("It was „a first step“ to us.", ["„a first step“"]),
        ("The soldiers’ boats weren’t Brandt’s.", []),
        ("The soldiers' boats weren't Brandt's.", []),
        ("“One here. Two there,” he said.", ["“One here.", "Two there,”"]),
    ],
)
def test_quotations_are_found_in_all_their_marks(sentence: str, found: list[str]) -> None:
    assert details(sentence, DetailType.QUOTE) == found


@pytest.mark.parametrize(
    ("sentence", "kind", "found"),
    [
        ("He denied it.", DetailType.DENIAL, ["denied"]),
        ("There was “no evidence” of it.", DetailType.DENIAL, ["no evidence"]),
        ("If confirmed, it would be bad.", DetailType.HEDGE, ["If confirmed"]),
        ("It could not be verified.", DetailType.HEDGE, ["could not be verified"]),
        ("It closed in May.", DetailType.HEDGE, []),
        ("It was the most dangerous storm.", DetailType.SUPERLATIVE, ["most dangerous"]),
        ("Storms have become more frequent.", DetailType.COMPARATIVE, ["more frequent"]),
        ("It closed because of the storm.", DetailType.CAUSAL, ["because of"]),
        ("It has been closed since Thursday.", DetailType.CAUSAL, []),
    ],
)
def test_cues_colour_a_statement(sentence: str, kind: DetailType, found: list[str]) -> None:
    assert details(sentence, kind) == found
