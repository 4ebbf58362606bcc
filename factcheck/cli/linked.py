"""Links, hints and replies as they are read out on the command line and in the line mode."""

from collections.abc import Iterator

from msgspec import Struct

from factcheck.cli.plain_card import in_one_line, standing
from factcheck.domain.article import Article
from factcheck.domain.filter import Filter, FilterBy
from factcheck.domain.link import HintState, Link, StoredHint
from factcheck.domain.statement import Statement
from factcheck.store.reading import Reader

_BEFORE_THE_TEXT = -1


class Linked(Struct, frozen=True):
    """A link at a statement, with the other one; that is None, and its number 0, when it is no longer there."""

    number: int
    statement: Statement
    link: Link
    other_number: int
    other: Statement | None

    @property
    def state(self) -> str:
        """How it stands, in words."""
        if not self.statement.link_counts(self.link):
            return "given for other words, look again"
        return "open" if self.link.settled is None else f"settled: {self.link.settled}"

    def lines(self) -> Iterator[str]:
        """The link, then what both say."""
        first, second = self.number or "–", self.other_number or "–"
        if not self.link.is_from_here:
            first, second = second, first
        yield f"{first} {self.link.type.words} {second}: {self.state}"
        yield f"  {_said(self.number, self.statement)}"
        yield f"  {_said(self.other_number, self.other)}"


def _said(number: int, statement: Statement | None) -> str:
    if statement is None:
        return "a statement that is no longer there"
    answers = ", ".join(f"{q} {standing(statement, q)}" for q in statement.questions)
    return f"{number}, {answers}: {in_one_line(statement.exact)}"


def links_at(reader: Reader, statement: Statement) -> Iterator[Linked]:
    """The links of one statement."""
    for link in statement.links:
        other = reader.statement(link.other)
        number = reader.number_of(link.other) if other else 0
        yield Linked(reader.number_of(statement.id), statement, link, number, other)


def all_links(reader: Reader, article: Article) -> Iterator[Linked]:
    """Each link of an article once, from the statement that it reads from, where that is there."""
    for batch in reader.surroundings.linked(article.id, _BEFORE_THE_TEXT):
        for statement in batch:
            for one in links_at(reader, statement):
                if one.link.is_from_here or one.other is None:
                    yield one


def hint_lines(reader: Reader, hint: StoredHint) -> Iterator[str]:
    """A hint with its number from 1, then its reason."""
    numbers = reader.number_of(hint.from_id) or "–", reader.number_of(hint.to_id) or "–"
    state = "" if hint.state is HintState.OPEN else f" ({hint.state})"
    yield f"{hint.number + 1:4}  {numbers[0]} {hint.type.words} {numbers[1]}{state}"
    yield f"      {in_one_line(hint.why)}"


def waiting(reader: Reader, article: Article) -> Iterator[tuple[int, Statement]]:
    """The criticism that is still without a reply."""
    wanted = Filter(FilterBy.LACK, "reply")
    found = reader.after(article.id, _BEFORE_THE_TEXT, wanted)
    while found is not None:
        yield reader.number_of(found.id), found
        found = reader.after(article.id, found.span.start, wanted)


def put_to(statement: Statement) -> str:
    """Whom its criticism was put to, in words."""
    hearing = statement.hearing
    return f"put to {hearing.put_to}, {hearing.put_at}" if hearing else "not put to anybody yet"
