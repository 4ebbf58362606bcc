"""Long articles for the measurements: our own sentences, the same for the same length, no two alike."""

from collections.abc import Iterator, Sequence
from itertools import islice

VERSION = "1"
"""Changes whenever the same length would give another text."""

HEADLINE = "Twelve quays, one ledger: what the harbour clerks of Hallowmere wrote down"
_A_PARAGRAPH = 4

_SPEAKERS = (
    "Odile Brandt", "Ruben Achterberg", "Lena Oduya", "Tomas Fenwright", "Ines Vall", "Mirjam Sollis",
    "Harald Quist", "Amara Delacroix-Jones", "Piet van der Linde", "Sunniva Aas", "Yusuf Karimov",
)  # fmt: skip
_OFFICES = (
    "harbour director", "chair of the Boatmen’s Guild", "auditor", "owner of the yard at Orrin Bay", "pilot",
    "councillor for the old town", "spokesman of the customs house",
)  # fmt: skip
_PLACES = ("Saltgate pier", "Cape Fenn", "Orrin Bay", "the fish market", "the customs house", "the long quay")
_CARGO = ("crates of salted herring", "barrels of lamp oil", "sacks of rye", "coils of rope", "bales of wool")
_WHEN = ("on Tuesday evening", "in the first week of March", "earlier in September", "two days later")
_QUOTED = (
    "nobody can say where the second half went", "not one of these figures was ever read aloud",
    "we counted them twice and twice it came out differently", "there is no evidence that a yard was paid",
)  # fmt: skip
_FORMS = (
    (
        "{speaker}, {office}, told the town council {when} that {count} {cargo} had been unloaded at {place} and that "
        "“{quoted}”, adding that the tally sheets of quay {number} would be shown to the guild before the end of the week."
    ),
    (
        "According to the ledger of quay {number}, {count} {cargo} were carried from {place} to the island {when}, almost "
        "a third more than the harbour office had announced, although the ferry was out of service for most of that time."
    ),
    (
        "“On quay {number} {quoted},” said {speaker}, {office}, who had asked for the papers {when} and was given "
        "{count} pages, most of them about {cargo} that were to be taken from {place} to a yard on the mainland."
    ),
    (
        "The {count} {cargo} that were seen at {place} {when} do not appear in any list of quay {number}, and neither "
        "{speaker} nor any other {office} has explained who signed for them or why the lamps were out that night."
    ),
    (
        "{speaker} denied {when} that {cargo} had been left at {place}, called the note about quay {number} “careless but "
        "honest”, and said that of {count} entries only two were wrong, both of them in the hand of a former clerk."
    ),
)


def article(statements: int) -> str:
    """The text of an article with so many statements, the headline included: paragraphs of four sentences."""
    parts = [HEADLINE]
    sentences = islice(_sentences(), statements - 1)
    while paragraph := list(islice(sentences, _A_PARAGRAPH)):
        parts.append(" ".join(paragraph))
    return "\n\n".join(parts) + "\n"


def _sentences() -> Iterator[str]:
    number = 0
    while True:
        number += 1
        yield _FORMS[number % len(_FORMS)].format(
            speaker=_pick(_SPEAKERS, number, 3),
            office=_pick(_OFFICES, number, 5),
            place=_pick(_PLACES, number, 7),
            cargo=_pick(_CARGO, number, 11),
            when=_pick(_WHEN, number, 13),
            quoted=_pick(_QUOTED, number, 17),
            count=f"{number * 7 % 9000 + 11:,}",
            number=f"{number:,}",
        )


def _pick(words: Sequence[str], number: int, salt: int) -> str:
    """One of the words, scattered without chance, so that every Python writes the same article."""
    return words[(number * 2654435761 >> salt) % len(words)]
