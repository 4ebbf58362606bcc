"""Waiting for a write, and telling what came of it: saved, refused, changed meanwhile, not saved."""

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import Future
from typing import TypeAlias, TypeVar

from msgspec import Struct

from factcheck.domain.changes import Changes
from factcheck.errors import ActionRefusedError, ChangedMeanwhileError, FactcheckError

PATIENCE = 0.012
"""Seconds for which a write may take without being mentioned: most are on the disk by then."""

Result = TypeVar("Result")
Start: TypeAlias = Callable[[], Future[Changes]]
Write: TypeAlias = Callable[[Start], Awaitable["Outcome"]]


class Outcome(Struct, frozen=True):
    """What came of a write: the changes, or why there are none.

    `is_refused` when the action makes no sense here and nothing was to be saved; `is_overtaken` when
    somebody else changed the statement first.
    """

    changes: Changes | None = None
    error: FactcheckError | None = None

    @property
    def is_refused(self) -> bool:
        """The action makes no sense here."""
        return isinstance(self.error, ActionRefusedError)

    @property
    def is_overtaken(self) -> bool:
        """Somebody else was first."""
        return isinstance(self.error, ChangedMeanwhileError)


async def landed(start: Callable[[], Future[Result]], *, slow: Callable[[], None]) -> Result:
    """Start a write and wait until it is on the disk; `slow` is called once when that takes long.

    The write goes on when the waiting is given up. Raises what the write raises.
    """
    writing = asyncio.wrap_future(start())
    done, _ = await asyncio.wait({writing}, timeout=PATIENCE)
    if not done:
        slow()
    return await asyncio.shield(writing)


async def saved(start: Start, *, slow: Callable[[], None]) -> Outcome:
    """What came of a write, its refusal included. Nothing but a FactcheckError is caught."""
    try:
        changes: Changes = await landed(start, slow=slow)
        return Outcome(changes=changes)
    except FactcheckError as error:
        return Outcome(error=error)
