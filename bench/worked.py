"""Work in a long article as a checker leaves it: about three events a statement, written in bulk and not pressed."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.domain.event import STARTS_A_SOURCE, Deed, EventKind
from factcheck.domain.link import Link, LinkType
from factcheck.domain.query import Addressee, Query
from factcheck.domain.source import Citation, Level, Source, SourceKind, Stance, Tier
from factcheck.domain.statement import Statement
from factcheck.domain.text import Span
from factcheck.domain.verdict import Question
from factcheck.domain.work_form import form_of

if TYPE_CHECKING:
    from factcheck.store.ledger import Ledger
    from factcheck.store.writing import Writing

VERSION = "1"
"""Changes whenever the same article would get other work."""
UNTOUCHED = 200
"""So many statements on each side of the middle have no verdict: there the measurement gives its own."""
_CHARACTERS_AT_A_TIME = 250_000
_TICKS = 1
_ASKED, _LINKED = 50, 25
"""Every so many statements have a query, or a link to the one before."""


def work_on(ledger: "Ledger", article_id: str, length: int, total: int) -> None:
    """Cite, tick, ask, link and answer in an article of so many code points and statements."""
    with ledger.writing() as writing:
        source = Source(
            writing.new_id(),
            article_id,
            "The harbour ledger",
            SourceKind.DOCUMENT,
            Tier.PRIMARY,
            Level.PUBLIC,
        )
        writing.record(article_id, "source", [Deed(source.id, STARTS_A_SOURCE, {"source": form_of(source)})])
    number = 0
    for start in range(0, length, _CHARACTERS_AT_A_TIME):
        with ledger.writing() as writing:
            statements = writing.statements_in(article_id, Span(start, start + _CHARACTERS_AT_A_TIME))
            deeds = list(_deeds(writing, statements, source.id, number, total))
            if deeds:
                writing.record(article_id, "work", deeds)
        number += len(statements)


def _deeds(
    writing: "Writing", statements: Sequence[Statement], source: str, number: int, total: int
) -> Iterator[Deed]:
    before: Statement | None = None
    for ordinal, one in enumerate(statements, number + 1):
        citation = Citation(writing.new_id(), source, Question.SO, Stance.SUPPORTS, locator=f"p. {ordinal}")
        yield Deed(one.id, EventKind.CITED, {"citation": form_of(citation)})
        for _, given_for, occurrence in list(one.hard_details())[:_TICKS]:
            yield Deed(one.id, EventKind.TICKED, {"given_for": given_for, "occurrence": occurrence})
        if abs(ordinal - (total // 2 + 1)) > UNTOUCHED:
            given_for = one.given_for(Question.SO)
            verdict = {"question": "so", "verdict": "confirmed", "basis": None, "given_for": given_for}
            yield Deed(one.id, EventKind.VERDICT_GIVEN, verdict)
        if ordinal % _ASKED == 0:
            query = Query(writing.new_id(), Addressee.AUTHOR, f"Who counted on page {ordinal}?")
            yield Deed(one.id, EventKind.QUERY_ASKED, {"query": form_of(query)})
        if before and ordinal % _LINKED == 0:
            yield from _linked(writing.new_id(), one, before)
        before = one


def _linked(link: str, here: Statement, there: Statement) -> Iterator[Deed]:
    for one, other, is_from_here in ((here, there, True), (there, here, False)):
        end = Link(
            link,
            LinkType.DIFFERS_NUMBER,
            other.id,
            is_from_here,
            one.words_hash,
            other.words_hash,
            other.words_hash,
        )
        yield Deed(one.id, EventKind.LINKED, {"link": form_of(end)})
