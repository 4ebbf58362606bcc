"""All statements of an article at a glance. What reads every one of them is for once in a while, not for a key."""

import json
import re
from array import array
from collections import Counter
from collections.abc import Iterator
from typing import Any

from factcheck.domain.filter import Filter, FilterBy
from factcheck.domain.mark import Sign, Standing
from factcheck.domain.progress import WorkState
from factcheck.domain.statement import Flag
from factcheck.store.connection import Connection, Row
from factcheck.store.finding import batches_with, condition, ticked_names

_SPEAKER = re.compile(r'"speaker":("(?:[^"\\]|\\.)*")')
_COUNTED_AT_ONCE = 500
"""Statements that are counted together: some ten milliseconds, which no key notices."""
_TOLD = 12
"""So many columns say what most filters look at."""
_NOT_GONE_OVER = Filter(FilterBy.LACK, "tick")
_OPEN = frozenset({"untouched", "in_progress", "recheck"})


class Outline:
    """Reads little of many statements. Every method raises the store's faults."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def starts(self, article_id: str, wanted: Filter) -> "array[int]":
        """Where the statements that a filter lets through begin, in the order of the text. Grows with the article."""
        if wanted.looks_at_names:
            from factcheck.store.details_left import starts_left  # most filters look at a column

            return array("q", starts_left(self._connection, article_id))
        sql, values = condition(wanted)
        rows = self._connection.all(
            f"SELECT start_offset FROM statement WHERE article_id = ? AND {sql} ORDER BY start_offset",
            (article_id, *values),
        )
        return array("q", (row[0] for row in rows))

    def batches_with(
        self, article_id: str, words: str, start: int, *, forward: bool = True
    ) -> Iterator[list[str]]:
        """The ids of the statements with the words in their text or a note, batch by batch as they are read."""
        return batches_with(self._connection, article_id, words, start, forward=forward)

    def standings(self, article_id: str, start: int, count: int) -> list[Standing]:
        """How the statements stand that begin at or after a place of the draft, so many of them."""
        rows = self._connection.all(
            "SELECT start_offset, work_state, said_sign, so_sign FROM statement "
            "WHERE article_id = ? AND start_offset >= ? ORDER BY start_offset LIMIT ?",
            (article_id, start, count),
        )
        return [
            Standing(begins, WorkState(state), None if said is None else Sign(said), Sign(so))
            for begins, state, said, so in rows
        ]

    def filter_counts(self, article_id: str) -> dict[Filter, int]:
        """How many statements each filter lets through, where it is any; the filters by speaker last, the most
        quoted first. Grows with the article.
        """
        return next(counts for counts in self.counting_filters(article_id) if counts is not None)

    def counting_filters(self, article_id: str) -> Iterator[dict[Filter, int] | None]:
        """The same for one who has other things to do in between: None for each part that was read, then the counts."""
        from factcheck.store.details_left import COLUMNS, has_left

        counts: Counter[Filter] = Counter()
        ticked = ticked_names(self._connection, article_id)
        quoted: Counter[str] = Counter()
        place = -1
        while rows := self._connection.all(
            "SELECT work_state, said_sign, so_sign, kind, flags, private_note <> '', public_note <> '', "
            "is_for_publication, citation_count = 0 AND excluded IS NULL, open_queries > 0, open_links > 0, "
            f"is_unanswered, attributions, start_offset, {COLUMNS} FROM statement "
            "WHERE article_id = ? AND start_offset > ? ORDER BY start_offset LIMIT ?",
            (article_id, place, _COUNTED_AT_ONCE),
        ):
            place = int(rows[-1][_TOLD + 1])
            for row, count in Counter(row[:_TOLD] for row in rows).items():
                for found in _filters_of(row):
                    counts[found] += count
            for row in rows:
                quoted.update(set(_SPEAKER.findall(row[_TOLD])))
            counts[_NOT_GONE_OVER] += sum(
                has_left(self._connection, row[_TOLD + 2 :], ticked) for row in rows
            )
            yield None
        del quoted['""']
        speakers = Counter({json.loads(name): count for name, count in quoted.items()})
        yield dict(counts) | {Filter(FilterBy.SPEAKER, name): count for name, count in speakers.most_common()}


def _filters_of(row: Row) -> Iterator[Filter]:
    """The filters that let a statement with these columns through."""
    state, said, so, kind, flags, has_private, has_public, is_for_publication, *lacks = row
    if state in _OPEN:
        yield Filter(FilterBy.STATE, "open")
    if state != "excluded":
        yield Filter(FilterBy.STATE, state)
    if said is not None:
        yield Filter(FilterBy.ANSWER, f"said:{said}")
    yield Filter(FilterBy.ANSWER, f"so:{so}")
    yield Filter(FilterBy.KIND, kind)
    for flag in Flag:
        if f'"{flag.value}"' in flags:
            yield Filter(FilterBy.FLAG, flag.value)
    yield from _if_any(
        (has_private, Filter(FilterBy.NOTE, "private")),
        (has_public, Filter(FilterBy.NOTE, "public")),
        (is_for_publication, Filter(FilterBy.PUBLICATION, "publication")),
        *zip(lacks, _LACKS, strict=True),
    )


_LACKS = tuple(Filter(FilterBy.LACK, name) for name in ("source", "answer", "settlement", "reply"))


def _if_any(*told: tuple[Any, Filter]) -> Iterator[Filter]:
    return (wanted for holds, wanted in told if holds)
