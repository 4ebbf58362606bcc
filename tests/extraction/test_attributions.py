"""Who says what: speaker, cue, content; nested, mixed, carried on."""

import pytest

from factcheck.domain.statement import Voice
from factcheck.extraction.extractor import extract
from tests.extraction.reading import LEAD, attributions


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Brandt said that the pier was safe.", [("Brandt", "said", "that the pier was safe")]),
        ("Brandt said the pier was safe.", [("Brandt", "said", "the pier was safe")]),
        (
            "The pier was safe in any storm, Brandt warned.",
            [("Brandt", "warned", "The pier was safe in any storm")],
        ),
        ("“The pier is safe,” said Brandt.", [("Brandt", "said", "“The pier is safe,”")]),
        (
            "“The pier is safe,” said the mayor of Marram.",
            [("the mayor of Marram", "said", "“The pier is safe,”")],
        ),
        ("“The pier,” Brandt said, “is safe.”", [("Brandt", "said", "“The pier,” … “is safe.”")]),
        ("According to Brandt, the pier was safe.", [("Brandt", "According to", "the pier was safe")]),
        ("The pier was safe, according to Brandt.", [("Brandt", "according to", "The pier was safe")]),
        ("Brandt told the council that it was safe.", [("Brandt", "told", "that it was safe")]),
        ("Brandt denied that it was safe.", [("Brandt", "denied", "that it was safe")]),
        ("Officials have learned that it was safe.", [("Officials", "have learned", "that it was safe")]),
        ("Brandt, speaking to the press, said that it was safe.", [("Brandt", "said", "that it was safe")]),
        (
            "The head of the guild, Odile Brandt, said it was safe.",
            [("The head of the guild, Odile Brandt", "said", "it was safe")],
        ),
        (
            "Brandt said that it was safe, adding that it was dry.",
            [("Brandt", "said", "that it was safe"), ("Brandt", "adding", "that it was dry")],
        ),
        (
            "Brandt denied reports of a leak, dismissing them as “gossip”.",
            [("Brandt", "denied", "reports of a leak"), ("Brandt", "dismissing", "them as “gossip”")],
        ),
        (
            "Brandt denied that it leaked and dismissed the reports as “gossip”.",
            [("Brandt", "denied", "that it leaked"), ("Brandt", "dismissed", "the reports as “gossip”")],
        ),
        ("Brandt said on Friday the pier was safe.", [("Brandt", "said", "the pier was safe")]),
        ("Brandt said in a statement he was sorry.", [("Brandt", "said", "he was sorry")]),
        ("Brandt told reporters on Monday the pier was safe.", [("Brandt", "told", "the pier was safe")]),
        ("Brandt left the hall and said the pier was safe.", [("Brandt", "said", "the pier was safe")]),
        ("The pier, Brandt said, was safe.", [("Brandt", "said", "The pier … was safe")]),
        ("The pier, Brandt noted from the bank, was safe.", [("Brandt", "noted", "The pier … was safe")]),
        ("Brandt called the report a lie.", [("Brandt", "called", "the report a lie")]),
        ("Brandt vowed to rebuild the pier.", [("Brandt", "vowed", "to rebuild the pier")]),
        ("Experts warn of floods.", [("Experts", "warn", "of floods")]),
        ("She used to say the sea was deaf.", [("She", "say", "the sea was deaf")]),
        (
            "Brandt ruled in May, in a short hearing, that the sale was void.",
            [("Brandt", "ruled", "that the sale was void")],
        ),
        (
            "Critics say it is low, while supporters argue that it is high.",
            [("Critics", "say", "it is low"), ("supporters", "argue", "that it is high")],
        ),
        ("A study shows a sharp fall in catches.", [("A study", "shows", "a sharp fall in catches")]),
        ("Divers found the pier was safe.", [("Divers", "found", "the pier was safe")]),
        ("The court ruled the sale was void.", [("The court", "ruled", "the sale was void")]),
        (
            "Officials are concerned the pier will fall.",
            [("Officials", "are concerned", "the pier will fall")],
        ),
        ("Brandt expressed the hope that it holds.", [("Brandt", "expressed the hope", "that it holds")]),
        ("Brandt’s claim that it holds spread.", [("Brandt", "claim", "that it holds spread")]),
        (
            "According to Brandt, two boats were lost in the bay, where the navy is still looking for them.",
            [("Brandt", "According to", "two boats were lost in the bay")],
        ),
        (
            "According to Brandt, the pier, which opened in 1921, was safe.",
            [("Brandt", "According to", "the pier, which opened in 1921, was safe")],
        ),
    ],
)
def test_speaker_cue_and_content_are_found(sentence: str, found: list[tuple[str, str, str]]) -> None:
    assert attributions(sentence) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "The pier was closed for three days.",
        "Reports of leaks have become more frequent.",
        "He wanted to say that it was safe.",
        "A group called the Sill Boatmen came.",
        "The United States came.",
        "It was a “first step” to ruin.",
        "The police found two boats tied to the pier.",
        "The rules of the harbour are old.",
        "She was sure of herself.",
        "It was no claim to fame.",
        "A baker accused of theft came back.",
        "It was a tale told by a child.",
        "My lawyer tells me to leave.",
        "What Brandt says is true.",
        "He called the police a day later.",
        "People were asked to come and suggest what to do.",
        "I wrote it down.",
    ],
)
def test_the_articles_own_voice_has_no_attribution(sentence: str) -> None:
    assert attributions(sentence) == []
    assert extract(LEAD + sentence).statements[-1].voice is Voice.OWN


def test_an_agentless_cue_has_no_source() -> None:
    text = LEAD + "Two boats were reported to have sunk."
    (one,) = extract(text).statements[-1].attributions
    assert one.source is None
    assert one.speaker == ""
    assert one.cue is not None
    assert one.cue.of(text) == "were reported"


def test_a_headline_can_attribute_by_its_verb_or_its_colon() -> None:
    body = "\n\nThe pier was closed for three days. Nobody was hurt."
    for headline, cue in (("Brandt calls the pier ‘a ruin’", "calls"), ("Brandt: The pier is a ruin", ":")):
        (one,) = extract(headline + body).statements[0].attributions
        assert one.speaker == "Brandt"
        assert one.cue is not None
        assert one.cue.of(headline) == cue


def test_one_attribution_can_stand_within_another() -> None:
    text = LEAD + "Engineers have found that the pier will fall, Mayor Odile Brandt announced on Tuesday."
    found, announced = extract(text).statements[-1].attributions
    assert (found.speaker, found.within) == ("Engineers", 1)
    assert (announced.speaker, announced.within) == ("Mayor Odile Brandt", None)
    assert announced.content[0].of(text) == "Engineers have found that the pier will fall"
    assert found.content[0].of(text) == "that the pier will fall"


def test_the_speaker_is_carried_to_every_sentence_of_a_quotation_and_marked_inferred() -> None:
    text = LEAD + "“We heard you. Nobody is left. I give you my word,” Brandt said. “The pier is safe.”"
    found = [one.attributions for one in extract(text).statements[1:]]
    assert [(said[-1].speaker, said[-1].is_inferred) for said in found] == [
        ("Brandt", True),
        ("Brandt", True),
        ("Brandt", False),
        ("Brandt", True),
    ]
    assert {said[-1].source for said in found} == {found[2][0].source}
    assert found[0][-1].cue is None


def test_a_quotation_left_open_keeps_its_speaker_in_the_next_paragraph() -> None:
    text = LEAD + "Brandt said: “We heard you.\n\n“The pier is safe.”\n\nThe crowd went home."
    assert attributions(text[len(LEAD) :])[1] == ("Brandt", "", "“The pier is safe.”")
    assert extract(text).statements[-1].attributions == ()


def test_the_speaker_is_not_carried_to_the_articles_own_lines() -> None:
    text = LEAD + "“The pier is safe,” Brandt said. It was closed again on Monday."
    assert extract(text).statements[-1].voice is Voice.OWN
