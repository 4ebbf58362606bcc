"""Which action an undo or redo means: last in, first out, per person and article."""

from collections.abc import Iterable

from msgspec import Struct

from factcheck.domain.event import ABOUT_A_GROUP, NEVER_UNDONE, EventKind


class Act(Struct, frozen=True):
    """One action of a person: its group, its kind, and the group that an undo or redo named."""

    group: str
    kind: EventKind
    target: str | None = None


def undo_target(newest_first: Iterable[Act]) -> str | None:
    """The group that the next undo takes back, or None when there is nothing (any longer)."""
    settled: dict[str, bool] = {}  # group -> is it undone, by the newest event that names it
    for act in newest_first:
        if act.target is not None:
            settled.setdefault(act.target, act.kind is EventKind.UNDONE)
        elif act.kind not in NEVER_UNDONE and not settled.get(act.group, False):
            return act.group
    return None


def redo_target(newest_first: Iterable[Act]) -> str | None:
    """The group that the next redo brings back, or None: a new action ends what could be redone."""
    redone: list[str] = []
    for act in newest_first:
        if act.kind not in ABOUT_A_GROUP:
            return None
        if act.kind is EventKind.REDONE and act.target is not None:
            redone.append(act.target)
        elif act.target in redone:
            redone.remove(act.target)
        else:
            return act.target
    return None
