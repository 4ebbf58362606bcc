"""Identifiers: UUID version 7 (RFC 9562, section 5.7), which sort by the time at which they were made.

The standard library has them from Python 3.14 on; none of the packages lets a test say clock and random bytes.
"""

import os
import uuid
from collections.abc import Callable

from factcheck.clock import Clock, system_clock

_COUNTER_MAX = 0xFFF


class Ids:
    """Makes identifiers that ascend also within one millisecond and when the clock is set back.

    Not thread-safe: each writer has its own.
    """

    def __init__(
        self, clock: Clock = system_clock, random_bytes: Callable[[int], bytes] = os.urandom
    ) -> None:
        self._clock = clock
        self._random_bytes = random_bytes
        self._millisecond = -1
        self._counter = 0

    def new(self) -> str:
        """The next identifier, in the usual form with hyphens."""
        now = int(self._clock().timestamp() * 1000)
        if now > self._millisecond:
            self._millisecond, self._counter = now, 0
        elif self._counter < _COUNTER_MAX:
            self._counter += 1
        else:
            self._millisecond, self._counter = self._millisecond + 1, 0
        tail = int.from_bytes(self._random_bytes(8), "big") & (2**62 - 1)
        value = self._millisecond << 80 | 0x7 << 76 | self._counter << 64 | 0b10 << 62 | tail
        return str(uuid.UUID(int=value))
