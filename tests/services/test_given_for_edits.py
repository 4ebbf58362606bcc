"""Whatever is edited, a verdict counts exactly for what it was given for, and undoing the edits brings each back."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.domain.attributing import with_content, with_cue, with_speaker
from factcheck.domain.changes import Changes
from factcheck.domain.statement import Detail, DetailType, Statement
from factcheck.domain.text import Span, normal_form
from factcheck.domain.verdict import Question, Verdict
from factcheck.errors import ActionRefusedError
from factcheck.services.detailing import Detailing
from factcheck.services.editing import Editing
from factcheck.services.keeping import Keeping
from tests.build import Shop, open_shop

HOWS = st.sampled_from(
    ("split", "join", "begin", "end", "add", "speaker", "cue", "content", "date", "dateline", "undo")
)
STEPS = st.lists(
    st.tuples(HOWS, st.integers(0, 9), st.integers(0, 99), st.integers(1, 40)), min_size=1, max_size=6
)
DATELINES = (None, "Fenwick, 18 October 2024", "Fenwick, 25 October 2024")


def facts(statement: Statement, question: Question) -> object:
    """What a verdict is given for, put together without any hash."""
    words = normal_form(statement.exact)
    if question is Question.SO:
        return words, [d.resolved for d in statement.details if d.resolved]
    return words, [
        (normal_form(a.speaker), normal_form(statement.within(a.cue)), [normal_form(statement.within(c)) for c in a.content])
        for a in statement.attributions
    ]  # fmt: skip


def do(shop: Shop, how: str, which: int, at: int, length: int) -> Changes:
    statements = shop.reader.statements(shop.article.id)
    seen, ledger = statements[which % len(statements)], shop.ledgers["ann"]
    start = seen.span.start + at % len(seen.span)
    inner = Span(start, min(seen.span.end, start + length))
    match how:
        case "split":
            return Editing(ledger).split(seen, start, inside=True)
        case "join":
            return Editing(ledger).join(seen)
        case "begin":
            return Editing(ledger).begin_at(seen, start, inside=True)
        case "end":
            return Editing(ledger).end_at(seen, start + 1, inside=True)
        case "add":
            return Editing(ledger).add(seen, Span(start, start + length), inside=True)
        case "dateline":
            article = shop.reader.article(shop.article.id)
            assert article
            return Keeping(ledger).set_dateline(article, DATELINES[at % 3])
        case "date":
            date = Detail.at(DetailType.DATE, inner)
            return Detailing(ledger).set_date(seen, date, f"2024-10-{at % 28 + 1:02}")
        case "undo":
            return shop.by().undo(shop.article.id)
    index = at % len(seen.attributions) if seen.attributions else None
    edited = {
        "speaker": lambda: with_speaker(seen.attributions, index, inner, "", seen.span),
        "cue": lambda: with_cue(seen.attributions, index, inner, seen.span),
        "content": lambda: with_content(seen.attributions, index, inner),
    }[how]()
    return Detailing(ledger).set_attributions(seen, edited)


def assert_true(shop: Shop, given_for: dict[tuple[str, Question], object]) -> None:
    for statement in shop.reader.statements(shop.article.id):
        for question in Question:
            if statement.answer(question) is not None:
                is_same = facts(statement, question) == given_for[statement.id, question]
                assert statement.counts(question) == is_same


@settings(max_examples=6)
@given(STEPS)
def test_p21_a_verdict_counts_for_what_it_was_given_for_and_comes_back_with_it(
    steps: list[tuple[str, int, int, int]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        shop = open_shop(
            Path(folder),
            "“We were never asked on Thursday. Nobody wrote to us,” Quill said. It rained 3 days.\n",
        )
        given_for = {}
        for number in range(1, 4):
            for question in shop.number(number).questions:
                shop.by().give_verdict(shop.number(number), question, Verdict.CONFIRMED)
                given_for[shop.number(number).id, question] = facts(shop.number(number), question)
        before = shop.reader.statements(shop.article.id)
        done = 0
        for how, which, at, length in steps:
            if how == "undo" and not done:
                continue
            try:
                changes = do(shop, how, which, at, length)
            except ActionRefusedError:
                continue
            done += 0 if changes.is_empty else -1 if how == "undo" else 1
            assert_true(shop, given_for)
        assert shop.findings() == []
        for _ in range(done):
            shop.by().undo(shop.article.id)
        after = shop.reader.statements(shop.article.id)
        assert [(s.id, s.span, s.details, s.attributions) for s in after] == [
            (s.id, s.span, s.details, s.attributions) for s in before
        ]
        assert all(s.counts(q) for s in after for q in s.questions)
        shop.close()
