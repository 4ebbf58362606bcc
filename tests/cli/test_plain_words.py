"""What can be typed in the line mode."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.cli.filters import filter_named
from factcheck.cli.plain_words import WORDS, Request, help_lines, number_of, parse
from factcheck.commands.catalogue import catalogue
from factcheck.commands.command import Where
from factcheck.domain.filter import ready_filters
from factcheck.errors import UsageError

# Where a line must differ from the screen; said in the module.
OTHERWISE = {"n", "p", "t", "q", "1", "2", "3"}


def test_no_two_commands_are_typed_alike() -> None:
    typed = [name for word in WORDS for name in word.typed]
    assert len(set(typed)) == len(typed)


def test_the_letters_are_the_keys_of_the_screen() -> None:
    typed = {word.id: set(word.typed) for word in WORDS}
    shared = [c for c in catalogue() if Where.REVIEW in c.screens and c.id in typed]
    assert len(shared) > 20
    for command in shared:
        letters = {key for key in command.keys if len(key) == 1} - OTHERWISE
        assert letters <= typed[command.id], command.id


def test_no_letter_of_the_review_means_something_else_here() -> None:
    keys = {key: c.id for c in catalogue() if Where.REVIEW in c.screens for key in c.keys if len(key) == 1}
    ids = {c.id for c in catalogue()}
    for word in WORDS:
        for name in set(word.typed) - OTHERWISE:
            if name in keys and word.id in ids:
                assert keys[name] == word.id


@pytest.mark.parametrize(
    ("line", "request_"),
    [
        ("", Request("show")),
        ("  c \t", Request("confirmed")),
        ("Confirmed", Request("confirmed")),
        ("m ask  [her] again ", Request("private_note", "ask  [her] again")),
        ("M", Request("public_note")),
        ("d accounts_differ", Request("disputed", "accounts_differ")),
        ("/no evidence", Request("find", "no evidence")),
        ("/ no evidence", Request("find", "no evidence")),
        ("z", Request("undo")),
        ("Z", Request("redo")),
        ("take-back 3", Request("take_back", "3")),
        ("?", Request("help")),
    ],
)
def test_a_line_asks_for(line: str, request_: Request) -> None:
    assert parse(line) == request_


@pytest.mark.parametrize(
    "line", ["foo", "B", "c true", "g", "find", "/", "7", "1", "\x1b[A", "take-back", "«»"]
)
def test_what_makes_no_sense_is_refused_with_a_next_step(line: str) -> None:
    with pytest.raises(UsageError) as refused:
        parse(line)
    assert refused.value.next_step


@given(st.text(max_size=60))
def test_any_line_is_a_request_or_refused(line: str) -> None:
    ids = {word.id for word in WORDS}
    try:
        found = parse(line).id
    except UsageError:
        return
    assert found in ids


@pytest.mark.parametrize("text", ["", "-1", "1.5", "²", "٣", "1" * 5000, "x"])
def test_a_number_is_digits(text: str) -> None:
    with pytest.raises(UsageError):
        number_of(text)


def test_the_help_names_everything_that_can_be_typed() -> None:
    text = "\n".join(help_lines())
    for word in WORDS:
        for name in word.typed:
            assert name in text
    assert len(help_lines()) == len(WORDS)


def test_a_filter_is_found_by_what_it_is_called_and_by_what_it_is_stored_as() -> None:
    for wanted in ready_filters():
        assert filter_named(str(wanted), ()) == wanted
        assert filter_named(wanted.words.upper(), ()) == wanted
    assert str(filter_named("open", ())) == "state:open"
    assert str(filter_named("ada quill", ("Ada Quill",))) == "speaker:Ada Quill"
    for name in ("", " ", "true", "state:verified", "so", "Ada"):
        with pytest.raises(UsageError, match="no filter"):
            filter_named(name, ("Ada Quill",))
