"""Doing something a little later, for certain."""

import asyncio
from asyncio import TimerHandle
from collections.abc import Callable

from textual.message_pump import MessagePump


def later(where: MessagePump, seconds: float, do: Callable[[], None]) -> TimerHandle:
    """Do something after so many seconds, in the turn of a screen or the app; not when that is gone by then.

    Textual's own timer leaves a single turn out when the machine was too busy to begin it in time: on a loaded
    one, what was to go on in a millisecond never went on.
    """
    return asyncio.get_running_loop().call_later(seconds, where.call_later, do)
