"""Who speaks in the constructions of political news, and who goes on speaking."""

import pytest

from factcheck.domain.statement import Attribution
from factcheck.extraction.extractor import extract
from tests.extraction.reading import LEAD, attributions


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        (
            "“Tariffs are a tax on us,” Vall tweeted Sunday.",
            ("Vall", "tweeted", "“Tariffs are a tax on us,”"),
        ),
        (
            "“Tariffs are a tax on us,” Vall, 49, told The Herald.",
            ("Vall, 49", "told", "“Tariffs are a tax on us,”"),
        ),
        (
            "“It was close and she did,” he said.",
            ("he", "said", "“It was close and she did,”"),
        ),
        (
            "Voters, Vall suggested, do not read the plan.",
            ("Vall", "suggested", "Voters … do not read the plan"),
        ),
        ("Perhaps, he said, the town has grown.", ("he", "said", "Perhaps … the town has grown")),
        (
            "In this contest, voters are not likely to switch, Vall said.",
            ("Vall", "said", "In this contest, voters are not likely to switch"),
        ),
        (
            "Members of the council accused Vall of hiding the plan.",
            ("Members of the council", "accused", "Vall of hiding the plan"),
        ),
        ("He blames the press for it.", ("He", "blames", "the press for it")),
        ("Vall went on to explain that the plan was dead.", ("Vall", "explain", "that the plan was dead")),
        (
            "Vall would not say whether the plan was dead.",
            ("Vall", "say", "whether the plan was dead"),
        ),
        ("“I think the plan is dead,” Vall said.", ("Vall", "said", "“I think the plan is dead,”")),
    ],
)
def test_the_one_who_speaks_is_found_with_all_that_he_says(sentence: str, said: tuple[str, str, str]) -> None:
    assert attributions(sentence) == [said]


def _carried(paragraphs: str) -> list[Attribution]:
    found = extract(LEAD + paragraphs).statements
    return [one for statement in found for one in statement.attributions if one.is_inferred]


def test_a_paragraph_that_is_all_speech_has_the_speaker_of_the_one_before() -> None:
    carried = _carried("“The plan is dead,” Vall said on Monday.\n\n“It was never alive. We knew it.”")
    assert [one.speaker for one in carried] == ["Vall", "Vall"]


def test_a_paragraph_that_names_its_own_speaker_or_nobody_speaks_in_has_no_other() -> None:
    assert not _carried(
        "“The plan is dead,” Vall said.\n\n“It lives,” Hale said.\n\nThe hall “shook” that night."
    )


def test_a_quotation_after_a_short_sentence_is_its_subjects() -> None:
    carried = _carried("Ines Vall agreed. “The plan is dead and was never alive.”")
    assert [one.speaker for one in carried] == ["Ines Vall"]


def test_a_quotation_after_a_sentence_about_a_thing_is_nobodys() -> None:
    assert not _carried("It rained all night. “The plan is dead and was never alive.”")


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Vall mocked the plan as “a toy”.", ("Vall", "mocked", "the plan as “a toy”")),
        ("The candidate refused to rule out a tax.", ("The candidate", "refused", "to rule out a tax")),
        ("Vall talked about the price of milk.", ("Vall", "talked about", "the price of milk")),
        ("Vall, who opposed the bridge, has left.", ("Vall", "opposed", "the bridge")),
        ("Vall took aim at the council.", ("Vall", "took aim at", "the council")),
        ("Her promise to close the mill is old.", ("Her", "promise", "to close the mill")),
        (
            "Calls from Hale to close the mill have faded.",
            ("Hale", "Calls", "to close the mill"),
        ),
        ("He’s suggesting that the vote was bought.", ("He’s", "suggesting", "that the vote was bought")),
        (
            "Vall released a statement saying he was ill.",
            ("Vall", "saying", "he was ill"),
        ),
        (
            "The door bore a sign that said, “Gone home.”",
            ("a sign", "said", "“Gone home.”"),
        ),
        ("Said Vall, “The plan is dead and buried.”", ("Vall", "Said", "“The plan is dead and buried.”")),
        ("As Vall put it, “there is no plan at all.”", ("Vall", "put it", "“there is no plan at all.”")),
        ("Vall issued a statement, “We are all to blame.”", ("Vall", ",", "“We are all to blame.”")),
        (
            "“The plan is dead,” an angry Vall retaliated.",
            ("an angry Vall", "retaliated", "“The plan is dead,”"),
        ),
        (
            "“The plan is dead,” exhorted the mayor, Ines Vall.",
            ("the mayor", "exhorted", "“The plan is dead,”"),
        ),
        (
            "“The plan is dead,” the senator and Liberal candidate said.",
            ("the senator and Liberal candidate", "said", "“The plan is dead,”"),
        ),
        ("“The plan is dead,” said Will Hale.", ("Will Hale", "said", "“The plan is dead,”")),
        (
            'Vall told the press, "I hope it is dead and I think it was."',
            ("Vall", "told", '"I hope it is dead and I think it was."'),
        ),
        (
            "Members of the guild marched on Monday, chanting “No plan, no peace.”",
            ("Members of the guild", "chanting", "“No plan, no peace.”"),
        ),
        ("“Bridges matter,” Kelly said.", ("Kelly", "said", "“Bridges matter,”")),
        ("After the vote, Vall rose, put on his coat and said, “I go.”", ("Vall", "said", "“I go.”")),
        ("Vall on Friday responded that it was dead.", ("Vall", "responded", "that it was dead")),
        ("Vall called Friday for a vote.", ("Vall", "called Friday for", "a vote")),
        ("Critics see the plan as a gift to the mill.", ("Critics", "see", "the plan as a gift to the mill")),
        ("Vall asked the clerk whether he had slept.", ("Vall", "asked", "the clerk whether he had slept")),
        ("Vall was asked by a caller why he slept.", ("a caller", "was asked", "why he slept")),
        ("Figures to be published today show a fall.", ("Figures", "show", "a fall")),
        ("Hale is raising questions about the plan.", ("Hale", "questions", "the plan")),
        (
            "Mayor Vall Says Council Should Close Bridge",
            ("Mayor Vall", "Says", "Council Should Close Bridge"),
        ),
        (
            "Vall asked the crowd “Who let the bridge fall?”",
            ("Vall", "asked", "“Who let the bridge fall?”"),
        ),
    ],
)
def test_what_somebody_does_with_words_is_his(sentence: str, said: tuple[str, str, str]) -> None:
    assert attributions(sentence) == [said]


@pytest.mark.parametrize(
    "sentence",
    [
        "The crowd applauded loudly.",
        "The army is supporting the war with shells.",
        "Hale did not mention the bridge.",
        "She agreed with them.",
        "They see a doctor twice a year.",
        "He asked her to look at the bell.",
        "An effective advocate joined the team.",
        "The plan to close the mill is old.",
        "The term refers to a kind of bread.",
        "She plans to move to Orrin.",
    ],
)
def test_deeds_things_and_what_nobody_owns_are_no_speech(sentence: str) -> None:
    assert attributions(sentence) == []


def test_a_second_speaker_in_a_sentence_has_only_his_own_quotation() -> None:
    found = attributions("“It is grim,” Vall said, but “he will win in the end,” said Hale.")
    assert [(speaker, content.split(" … ")[0]) for speaker, _, content in found][1] == (
        "Hale",
        "“he will win in the end,”",
    )


def test_a_pronoun_before_a_colon_speaks_in_the_next_paragraph() -> None:
    assert [one.speaker for one in _carried("He said:\n\n“The plan is dead. It never lived.”")] == [
        "He",
        "He",
    ]


def test_the_one_who_is_quoted_goes_on_and_not_one_who_is_only_talked_of() -> None:
    carried = _carried("“I do well,” said Vall, who has accused Hale of lying. “I do very well. I thrive.”")
    assert {one.speaker for one in carried} == {"Vall"}
