"""What is different between two wordings, word by word. It proposes nothing and carries nothing: it is only shown."""

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

_PARTS = re.compile(r"\d[\d.,:]*\d|\w+|\s+|[^\w\s]")


class Part(StrEnum):
    """Whether a run of characters stands in both wordings, only in the old one, or only in the new one."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


class Run(Struct, frozen=True):
    """Characters next to each other of which the same is true."""

    part: Part
    text: str


@lru_cache(maxsize=16)
def word_diff(old: str, new: str) -> tuple[Run, ...]:
    """The runs of both wordings in order. Those that are not added make the old one, those not removed the new one.

    A blank between two changed words belongs to the change, so that words are not torn apart.
    """
    from difflib import SequenceMatcher  # a report without changes, and the check of one, can do without

    before, after = _PARTS.findall(old), _PARTS.findall(new)
    matched = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    steps = [("".join(before[a:b]), "".join(after[c:d]), tag == "equal") for tag, a, b, c, d in matched]
    runs: list[Run] = []
    removed = added = ""
    for index, (gone, come, is_same) in enumerate(steps):
        if is_same and not (gone.isspace() and 0 < index < len(steps) - 1):
            runs += [*_change(removed, added), Run(Part.SAME, gone)]
            removed = added = ""
        else:
            removed, added = removed + gone, added + come
    return (*runs, *_change(removed, added))


def _change(removed: str, added: str) -> Iterable[Run]:
    if removed:
        yield Run(Part.REMOVED, removed)
    if added:
        yield Run(Part.ADDED, added)


def side(runs: Iterable[Run], part: Part) -> tuple[Run, ...]:
    """The runs of one wording: the old one with what was removed, or the new one with what was added."""
    return tuple(run for run in runs if run.part in (Part.SAME, part))
