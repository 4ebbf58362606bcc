"""The details of a statement, the suggested wording, its links and flags, as a report prints them."""

from collections.abc import Collection, Iterable

from factcheck.domain.canonical import Json
from factcheck.domain.confidence import Discretion
from factcheck.domain.link import Link
from factcheck.domain.mark import NOWHERE, ticked_names
from factcheck.domain.statement import COUNT_ELSEWHERE, HARD_DETAILS, DetailType, Statement, tick_hash

ELSEWHERE = "ticked_elsewhere"
"""The same name or title is ticked at another place of the article."""
_NONE_ASKED = frozenset[DetailType]()


def names_ticked(statements: Iterable[Statement]) -> frozenset[str]:
    """The hashes of the names and titles that are ticked somewhere in the article."""
    return NOWHERE.union(*(ticked_names(one) for one in statements if one.ticks))


def details_form(statement: Statement, names: frozenset[str]) -> list[Json]:
    """`details[]` of a statement: a cue, and what nobody has said anything of, has no state."""
    asked = HARD_DETAILS if statement.ticks else COUNT_ELSEWHERE if names else _NONE_ASKED
    ticked, seen = {tick.given_for for tick in statement.ticks}, dict[str, int]()
    exact, before = statement.exact, statement.span.start
    form: list[Json] = []
    for detail in statement.details:  # as `hard_details`, without a call for each: a long report has 100,000
        kind, start, end, state = detail.type, detail.start, detail.end, None
        if kind in asked:
            at = start - before
            given_for = tick_hash(kind, exact[at if at > 0 else 0 : end - before if end > before else 0])
            if given_for in ticked:
                occurrence = seen.get(given_for, 0)
                seen[given_for] = occurrence + 1
                tick = statement.tick(given_for, occurrence)
                state = tick.state._value_ if tick else None
            if state is None and given_for in names and kind in COUNT_ELSEWHERE:
                state = ELSEWHERE
        form.append({"type": kind, "start": start, "end": end, "state": state})
    return form


def change_form(statement: Statement, discretion: Discretion) -> Json:
    """`change` of a statement: only for the words that stand there, and never with a confidential source in it.

    `by` and `at` say who accepted or rejected it; they are missing while it is pending.
    """
    suggested = statement.suggested
    if suggested is None or suggested.old != statement.exact or not discretion.lets_words_out(suggested.new):
        return None
    form: dict[str, Json] = {
        "from": suggested.old,
        "to": suggested.new,
        "kind": suggested.kind.value,
        "state": suggested.state.value,
    }
    if suggested.decided_by is not None:
        form |= {"by": suggested.decided_by, "at": suggested.decided_at}
    return form


PUBLICATION = "publication"
"""Not a flag on the screens, but told beside them: the statement is meant to be published by itself."""


def links_form(statement: Statement, present: Collection[str], discretion: Discretion) -> list[Json]:
    """`links[]` of a statement: one that was given for other words is open, whatever was said of it."""
    return [_link(link, statement, discretion) for link in statement.links if link.other in present]


def _link(link: Link, statement: Statement, discretion: Discretion) -> Json:
    is_settled = link.settled is not None and statement.link_counts(link)
    why = link.settled if is_settled and discretion.lets_words_out(link.settled or "") else None
    return {
        "type": link.type.value,
        "to": link.other,
        "from_here": link.is_from_here,
        "settled": is_settled,
        "why": why or None,
    }


def flags_form(statement: Statement) -> list[Json]:
    """`flags[]` of a statement, in the order of the alphabet."""
    flags = sorted(flag.value for flag in statement.flags) if statement.flags else []
    return [*flags, PUBLICATION] if statement.is_for_publication else [*flags]
