"""Linear time, also for lines made to be slow. Processor time, so that a busy machine does not fail a test."""

import re
import time
from datetime import date

import pytest

from factcheck.domain.statement import Detail, DetailType
from factcheck.domain.text import Span
from factcheck.extraction.extractor import extract
from factcheck.extraction.hints import hints_of
from factcheck.extraction.rereading import Hand, Handled, reread
from factcheck.extraction.resolving import with_dates
from tests.conftest import SAMPLE_ARTICLE
from tests.extraction.gold import wikinews

pytestmark = pytest.mark.no_cover  # coverage looks at every line: what it measures is its own pace

LINES = {
    "brackets": "(",
    "dotted": "a.",
    "opening marks": "“",
    "straight marks": '"',
    "marks and letters": '"a ',
    "single marks": "‘a s’ ",
    "titles": "Mr. ",
    "capitals": "A",
    "capital words": "Foo ",
    "commas": "Foo, ",
    "digits": "1,000",
    "ranges": "1-",
    "times": "12:00 ",
    "number words": "one hundred and ",
    "verbs": "he said that ",
    "verbs and commas": "X said, ",
    "participles": "X said, adding ",
    "sources": "according to ",
    "quotations": "“a b.” ",
    "credits": "Photo: ",
    "copyright": "© 2020 ",
    "glued menus": "share",
    "short lines": "a\n",
    "quoted lines": "“Open quote here.\n\n",
    "links of names": "A of the ",
    "counts": "300 boats ",
    "glued sentences": "boats In the ",
    "lost spaces": "ended.The ",
    "opinions": "his claim that ",
    "feelings": "is sure that ",
    "denials": "Vall denied that 300 boats were not lost near Orrin on Monday. ",
    "quotations alike": "It was “a first step to a great war”, Foo said. ",
    "labels": "Brandt: It rained.\n\n",
    "relatives": "Vall, aged 83, of Orrin, who says ",
    "quoted by others": "was quoted by the ",
    "said afterwards": "The crowd left, saying it rained, ",
    "joined days": "3 and 5 and 6 ",
    "dates on dates": "on Monday, 3 March, until June ",
    "names alike": "He met Kyrylo Achtenberg. He met Kyrylo Achterberg. ",
}


def _pace() -> float:
    """How much slower plain Python runs now than where the limits were set, from 1 to 3: others use the machine too."""
    line = "the boat left the harbour and came back with forty people on board " * 20
    times = []
    for _ in range(15):
        start = time.process_time()
        counted: dict[str, int] = {}
        for _ in range(40):
            for word in re.findall(r"[a-z]+", line):
                counted[word] = counted.get(word, 0) + 1
        times.append(time.process_time() - start)
    return min(3.0, max(1.0, sorted(times)[7] / 0.0017))


def _seconds(text: str) -> float:
    start = time.process_time()
    extract(text)
    return time.process_time() - start


def _is_within(limit: float, text: str) -> bool:
    """Whether the better of two readings takes less than so many seconds; a good first one is enough."""
    return any(_seconds(text) < limit for _ in range(2))


@pytest.mark.parametrize("name", LINES)
def test_four_times_the_text_takes_about_four_times_as_long(name: str) -> None:
    piece = LINES[name]
    times = max(170, min(1_000, 10_000 // len(piece)))  # of long pieces fewer: it is the ratio that tells
    short = min(_seconds(piece * times) for _ in range(2))
    assert _is_within(9 * short + 0.03, piece * 4 * times)


@pytest.mark.parametrize("name", ["dates on dates", "joined days", "times", "verbs"])
def test_resolving_the_dates_of_four_times_the_text_takes_about_four_times_as_long(name: str) -> None:
    def seconds(text: str) -> float:
        statements = extract(text).statements
        start = time.process_time()
        for statement in statements:
            with_dates(statement, date(2024, 10, 17))
        return time.process_time() - start

    piece = LINES[name]
    times = 4_000 // len(piece)
    short = min(seconds(piece * times) for _ in range(2))
    long = min(seconds(piece * 4 * times) for _ in range(2))
    assert long < 9 * short + 0.1


HINTED = {
    "denials": LINES["denials"],
    "names alike": LINES["names alike"],
    "figures": "In Orrin 12 boats sank and 14 boats sank. ",
    "parts": "Of the boats, 12 boats sank. ",
}


@pytest.mark.parametrize("name", HINTED)
def test_the_hints_of_four_times_the_text_take_about_four_times_as_long(name: str) -> None:
    def seconds(text: str) -> float:
        statements = extract(text).statements
        start = time.process_time()
        hints_of(statements)
        return time.process_time() - start

    piece = HINTED[name]
    times = 4_000 // len(piece)
    short = min(seconds(piece * times) for _ in range(2))
    long = min(seconds(piece * 4 * times) for _ in range(2))
    assert long < 9 * short + 0.1


def test_details_that_a_hand_has_touched_are_merged_in_linear_time() -> None:
    def seconds(count: int) -> float:
        found = [Detail.at(DetailType.NUMBER, Span(3 * place, 3 * place + 2)) for place in range(count)]
        old = [Handled(one, Hand.REMOVED if one.span.start % 2 else Hand.UNTOUCHED) for one in found]
        start = time.process_time()
        reread(old, found)
        return time.process_time() - start

    assert min(seconds(8_000) for _ in range(2)) < 9 * min(seconds(2_000) for _ in range(2)) + 0.1


@pytest.mark.parametrize(
    "name", ["brackets", "dotted", "opening marks", "titles", "capitals", "capital words"]
)
def test_a_hostile_line_of_fifty_thousand_pieces_is_read_at_once(name: str) -> None:
    assert _seconds(LINES[name] * 50_000) < 4


def test_a_word_of_a_million_characters_is_one_statement() -> None:
    assert [len(one.exact) for one in extract("x" * 1_000_000).statements] == [1_000_000]


def test_a_long_article_is_read_in_seconds() -> None:
    text = SAMPLE_ARTICLE.read_bytes().decode("utf-8") * 25
    assert _seconds(text) < 2


def test_five_kilobytes_are_read_in_thirty_milliseconds() -> None:
    text = "\n\n".join(one["text"] for one in wikinews())[:5_000]
    assert min(_seconds(text) for _ in range(30)) < 0.03 * _pace()


def test_six_hundred_kilobytes_are_read_in_three_seconds() -> None:
    text = "\n\n".join(one["text"] for one in wikinews()) * 11
    assert len(text) > 600_000
    assert _is_within(3 * _pace(), text[:600_000])
