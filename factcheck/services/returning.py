"""Statements whose words were gone from a draft, and that come back: by themselves with their words, or by hand."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from msgspec.structs import replace

from factcheck.domain.canonical import Json
from factcheck.domain.event import Deed, EventKind
from factcheck.domain.extracted import Extracted
from factcheck.domain.link import Link
from factcheck.domain.statement import Statement
from factcheck.domain.text import normal_form
from factcheck.extraction.carrying import Carrying, Taken
from factcheck.extraction.moving import dated_as_found, moved

GONE = ""
"""What a link hears of an end whose words are gone: the hash of no words."""
Now: TypeAlias = Callable[[str], Statement | None]
"""From a statement's id to how it will stand; None when its words are gone."""


def come_back(
    gone: Sequence[Statement], carrying: Carrying, draft_id: str, text: str
) -> tuple[tuple[Taken, ...], tuple[Extracted, ...]]:
    """Those whose very words are among what is new in a draft, and what is new besides.

    In doubt where several have these words, or they stand at several places.
    """
    lost: dict[str, list[Statement]] = {}
    for one in gone:
        lost.setdefault(normal_form(one.exact), []).append(one)
    rivals = Counter({words: len(those) - 1 for words, those in lost.items()})
    standing = [normal_form(t.after.exact) for t in carrying.taken if t.after]
    rivals.update([*standing, *(normal_form(one.exact) for one in carrying.added)])
    back: list[Taken] = []
    added: list[Extracted] = []
    for place in carrying.added:
        words = normal_form(place.exact)
        if not lost.get(words):
            added.append(place)
            continue
        statement = lost[words].pop(0)
        back.append(put_at(statement, place, draft_id, text, is_doubtful=rivals[words] > 1))
    return tuple(back), tuple(added)


def put_at(
    statement: Statement, place: Extracted, draft_id: str, text: str, *, is_doubtful: bool = False
) -> Taken:
    """A statement that was away, at a place of a draft: what of it is as it was, and what is not."""
    after = dated_as_found(moved(statement, place.span, text, [place]), [place])
    return Taken(statement, replace(after, draft_id=draft_id), is_doubtful)


def link_deeds(taken: Taken, now_at: Now) -> Iterator[Deed]:
    """The links of a statement that comes back: both ends hear what stands at the other one now.

    What was done to the other end meanwhile is done here, too.
    """
    if taken.after is None:
        return
    for link, now in ends(taken.before, now_at):
        if now is None:
            yield Deed(taken.before.id, EventKind.LINK_REMOVED, {"link": link.id})
            continue
        here: dict[str, Json] = {"link": link.id, "there_now": now.there_now}
        yield Deed(taken.before.id, EventKind.LINK_END_CHANGED, here)
        if now.settled is not None and now.settled != link.settled:
            settled: dict[str, Json] = {"link": link.id, "why": now.settled}
            yield Deed(taken.before.id, EventKind.LINK_SETTLED, settled)
        elif now.settled is None and link.settled is not None:
            yield Deed(taken.before.id, EventKind.LINK_OPENED, {"link": link.id})
        words = GONE if taken.is_doubtful else taken.after.words_hash
        there: dict[str, Json] = {"link": link.id, "there_now": words}
        yield Deed(link.other, EventKind.LINK_END_CHANGED, there)


def ends(statement: Statement, now_at: Now) -> Iterator[tuple[Link, Link | None]]:
    """Each link of a statement that was away, and as it would be had it heard all; None when it was removed."""
    for link in statement.links:
        other = now_at(link.other)
        if other is None:
            yield link, replace(link, there_now=GONE)
            continue
        end = next((one for one in other.links if one.id == link.id), None)
        yield link, end and replace(link, there_now=other.words_hash, settled=end.settled)
