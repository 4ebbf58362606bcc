"""The list of queries, the message that takes them along, and that neither gives a confidential source away."""

import pytest
from msgspec.structs import replace

from factcheck.domain.asking import Asked, in_order, message_to, named
from factcheck.domain.confidence import Discretion, confidential_names, gives_away
from factcheck.domain.query import Addressee, Query, QueryState
from factcheck.domain.source import Level, Source, SourceKind, Tier
from tests.build import said_statement

PUBLIC = Source("p", "a1", "Harbour inspectorate", SourceKind.DOCUMENT, Tier.PRIMARY, Level.PUBLIC)
SECRET = Source(
    "c",
    "a1",
    "Phone call",
    SourceKind.INTERVIEW,
    Tier.PRIMARY,
    Level.CONFIDENTIAL,
    address="+47 555 0199",
    creator="Anna Løvås-Berg",
)
FILE = (PUBLIC, SECRET)


def query(text: str, to: Addressee = Addressee.AUTHOR, name: str = "", **changes: object) -> Query:
    return replace(Query(text, to, text, name=name), **changes)


def asked(number: int, *queries: Query) -> list[Asked]:
    statement = replace(said_statement(id=f"s{number}"), queries=queries, private_note="never this")
    return [Asked(number, place, statement, q) for place, q in enumerate(queries, 1)]


def test_the_list_is_grouped_by_addressee_with_the_open_ones_first() -> None:
    closed = query("a", state=QueryState.CLOSED)
    everything = [
        *asked(2, query("b", Addressee.SOURCE, "Zoe"), query("c", Addressee.SOURCE, "Bo"), closed),
        *asked(9, query("d"), query("e", Addressee.EDITOR)),
        *asked(4, query("f"), query("g", state=QueryState.ANSWERED)),
    ]
    assert [a.query.text for a in in_order(everything)] == ["f", "d", "g", "a", "e", "c", "b"]


def test_an_addressee_is_found_by_its_words_or_its_name() -> None:
    everything = [*asked(1, query("a"), query("b", Addressee.SOURCE, "Ada Quill"), query("c", name="Ed"))]
    assert [a.query.text for a in named(everything, "Author")] == ["a"]
    assert [a.query.text for a in named(everything, "source ada quill")] == ["b"]
    assert [a.query.text for a in named(everything, "ada  Quill")] == ["b"]
    assert [a.query.text for a in named(everything, "ed")] == ["c"]
    assert named(everything, "nobody") == []
    assert [a.query.addressee for a in everything] == ["author", "source Ada Quill", "author Ed"]


def test_a_message_has_the_open_questions_with_the_words_that_they_are_about_and_nothing_else() -> None:
    everything = [
        *asked(3, query("Says who?\nAnd when?"), query("old", state=QueryState.ANSWERED, answer="so")),
        *asked(7, query("Which rain?")),
    ]
    message = message_to("Rain [sic]", everything, FILE)
    assert (message.count, message.left_out) == (2, 0)
    assert message.text == (
        "Rain [sic]\n\n"
        "1. (statement 3)\n> Quill said it rained 3 days.\nSays who?\nAnd when?\n\n"
        "2. (statement 7)\n> Quill said it rained 3 days.\nWhich rain?\n"
    )


def test_p13_no_control_character_leaves_with_a_message() -> None:
    message = message_to("\x1b]52;c;aGk=\x07", asked(1, query("a\u202eb\x9b31m\r")), ())
    assert not any(c in message.text for c in "\x1b\x07\u202e\x9b\r")
    assert "a\ufffdb" in message.text


@pytest.mark.parametrize(
    "text",
    [
        "Did Anna Løvås-Berg see it?",
        "did ANNA LOVAS, BERG see it?",
        "LØVÅS-BERG’s own words?",
        "Who else heard the phone call?",
        "Call +47 5550199 or +47 555 0199.",
    ],
)
def test_a_question_that_names_a_confidential_source_stays_out_of_the_message_and_the_report(
    text: str,
) -> None:
    message = message_to("Rain", asked(1, query(text), query("Which rain?")), FILE)
    assert (message.count, message.left_out) == (1, 1)
    assert "Which rain?" in message.text
    assert text not in message.text
    assert not Discretion(FILE).lets_out(query(text))
    assert not Discretion(FILE).lets_out(query("Which rain?", answer=text))


def test_names_without_blanks_around_them_are_found_too() -> None:
    hidden = confidential_names([replace(SECRET, creator="김철수", title="Иванов")])
    assert gives_away("김철수가 말했다", hidden)
    assert gives_away("По словам Иванова", hidden)
    assert not gives_away("rain", hidden)


def test_a_message_to_the_confidential_source_itself_has_its_questions() -> None:
    to_her = asked(1, query("Anna Løvås-Berg, was it so?", Addressee.SOURCE, "anna løvås-berg"))
    assert message_to("Rain", to_her, FILE).count == 1
    other = replace(SECRET, id="d", title="Second call", creator="Bo Ek", address="")
    assert message_to("Rain", asked(1, query("And Bo Ek?", Addressee.SOURCE, "Anna Løvås-Berg")), (*FILE, other)).left_out == 1  # fmt: skip


def test_a_report_prints_a_query_to_a_source_only_when_that_source_may_be_known() -> None:
    assert Discretion(FILE).lets_out(query("a"))
    assert Discretion(FILE).lets_out(query("a", Addressee.EDITOR, "Ed"))
    assert Discretion(FILE).lets_out(query("a", Addressee.SOURCE, "harbour inspectorate"))
    for name in ("Anna Løvås-Berg", "somebody", ""):
        assert not Discretion(FILE).lets_out(query("a", Addressee.SOURCE, name))
