"""What lies on top of an article: all that the desk says of it beyond its counts."""

from msgspec import Struct

from factcheck.domain.article import BlockKind
from factcheck.domain.query import Query


class Waiting(Struct, frozen=True):
    """A query without an answer, and the number of the statement that it is about."""

    number: int
    query: Query


class Glance(Struct, frozen=True):
    """How the text begins, where one was in it, what is still open first, and who owes an answer.

    Numbers are those of statements, from 1; 0 where there is none. The words of a long block are cut.
    """

    opening: tuple[tuple[BlockKind, str], ...] = ()
    left_at: int = 0
    next_number: int = 0
    next_words: str = ""
    waiting: tuple[Waiting, ...] = ()
