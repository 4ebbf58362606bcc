"""What a review in memory answers when it is asked."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from factcheck.domain.around import NOTHING_AROUND, Around
from factcheck.domain.article import Article
from factcheck.domain.filter import Filter, FilterBy, ready_filters
from factcheck.domain.history import HistoryLine, News
from factcheck.domain.mark import BlockText, Mark, Standing, mark_of, ticked_names
from factcheck.domain.place import Place
from factcheck.domain.progress import OPEN_STATES, tally_of, work_state
from factcheck.domain.statement import Statement
from factcheck.domain.tally import Tally
from factcheck.domain.text import normal_form
from factcheck.screens.ports_sourcing import SourcingPort
from tests.screens.fake_article import Made


class FakeReading:
    """The reads of a ReviewPort, over lists. `unheard` is what the next look for news hears of.

    `is_counting_held` lets no counting come to its end.
    """

    def __init__(self, what: Made, title: str, place: Place | None) -> None:
        self.made = what
        self.person = "Vera [sic] Holm"
        self.article = Article("a1", "harbour", title, "d1")
        self.draft_number = 1
        self.is_read_only = False
        self.saved_place = place
        self.calls_of_find: list[tuple[str, bool]] = []
        self.is_counting_held = False
        self.unheard: list[News] = []
        self.lines_of_history: dict[str, list[HistoryLine]] = {}

    @property
    def sourcing(self) -> SourcingPort:
        raise AssertionError("sources are tried over the real session")

    @property
    def block_count(self) -> int:
        return len(self.made.blocks)

    def tally(self) -> Tally:
        total = Tally()
        for statement in self.made.statements:
            total = total + tally_of(statement)
        return total

    def place(self) -> Place | None:
        return self.saved_place

    def blocks(self, first: int, count: int) -> Sequence[BlockText]:
        return self.made.blocks[first : first + count]

    def marks(self, first_block: int, last_block: int) -> Sequence[Mark]:
        assert 0 <= first_block <= last_block < self.block_count
        return [mark_of(s) for s in self.made.statements if first_block <= s.block <= last_block]

    def excluded_blocks(self) -> Sequence[BlockText]:
        return [b for b in self.made.blocks if b.is_excluded]

    def statement(self, statement_id: str) -> Statement | None:
        return next((s for s in self.made.statements if s.id == statement_id), None)

    def around(self, statement: Statement) -> Around:
        return NOTHING_AROUND

    def number_of(self, statement_id: str) -> int:
        return next((i for i, s in enumerate(self.made.statements, 1) if s.id == statement_id), 0)

    def by_number(self, number: int) -> Statement | None:
        return self.made.statements[number - 1] if 0 < number <= len(self.made.statements) else None

    def after(self, statement: Statement) -> Statement | None:
        return self.by_number(self.number_of(statement.id) + 1)

    def before(self, statement: Statement) -> Statement | None:
        return self.by_number(self.number_of(statement.id) - 1)

    def next_open(self, statement: Statement | None, wanted: Filter | None = None) -> Statement | None:
        start = self.number_of(statement.id) if statement else 0
        let = [s for s in self.made.statements[start:] if wanted is None or wanted.lets_through(s)]
        return next((s for s in let if work_state(s) in OPEN_STATES), None)

    def starting_at(self, start: int) -> Statement | None:
        return next((s for s in self.made.statements if s.span.start >= start), None)

    def starts(self, wanted: Filter) -> Sequence[int]:
        names = self.ticked_names()
        return [s.span.start for s in self.made.statements if wanted.lets_through(s, names)]

    def ticked_names(self) -> frozenset[str]:
        return frozenset().union(*map(ticked_names, self.made.statements))

    def counting_filters(self) -> Iterator[Mapping[Filter, int] | None]:
        while self.is_counting_held:
            yield None
        quoted = Counter(a.speaker for s in self.made.statements for a in s.attributions if a.speaker)
        offered = [*ready_filters(), *(Filter(FilterBy.SPEAKER, name) for name, _ in quoted.most_common())]
        counts = {wanted: len(self.starts(wanted)) for wanted in offered}
        yield {wanted: count for wanted, count in counts.items() if count}

    def standings(self, start: int, count: int) -> Sequence[Standing]:
        marks = [mark_of(s) for s in self.made.statements if s.span.start >= start]
        return [Standing(m.span.start, m.state, m.said, m.so) for m in marks[:count]]

    def finding(self, words: str, start: int, *, forward: bool = True) -> Iterator[Statement | None]:
        self.calls_of_find.append((words, forward))
        needle = normal_form(words).casefold()
        for s in self.made.statements if forward else reversed(self.made.statements):
            is_ahead = s.span.start > start if forward else s.span.start < start
            texts = (s.exact, s.private_note, s.public_note)
            is_found = any(needle in normal_form(text).casefold() for text in texts)
            if is_ahead:
                yield s if is_found else None

    def news(self) -> Sequence[News]:
        found, self.unheard = self.unheard, []
        return found

    def history(self, statement_id: str) -> Sequence[HistoryLine]:
        return list(reversed(self.lines_of_history.get(statement_id, [])))

    def of(self, statement_id: str) -> Statement:
        found = self.statement(statement_id)
        assert found is not None
        return found

    def put(self, statement: Statement) -> None:
        index = self.number_of(statement.id) - 1
        self.made.statements[index] = statement
