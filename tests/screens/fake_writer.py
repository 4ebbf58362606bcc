"""A writer thread that is none: what is written is done at once, or when a test lets it go."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

from factcheck.errors import FactcheckError

T = TypeVar("T")


class FakeWriter:
    """Notes each call in `calls`. `is_held` makes writes wait for `release`, `fail_with` makes the next ones fail."""

    def __init__(self) -> None:
        self.calls: list[tuple[object, ...]] = []
        self.fail_with: FactcheckError | None = None
        self.is_held = False
        self._held: list[Callable[[], None]] = []

    def release(self) -> None:
        """Let everything that waits be written."""
        self.is_held = False
        held, self._held = self._held, []
        for act in held:
            act()

    def later(self, call: tuple[object, ...], act: Callable[[], T]) -> Future[T]:
        """Note the call, and do it at once or when it is released."""
        self.calls.append(call)
        future: Future[T] = Future()

        def run() -> None:
            try:
                if self.fail_with is not None:
                    raise self.fail_with
                future.set_result(act())
            except FactcheckError as error:
                future.set_exception(error)

        if self.is_held:
            self._held.append(run)
        else:
            run()
        return future


def done_at_once() -> Future[None]:
    """The future of something that has nothing to wait for."""
    future: Future[None] = Future()
    future.set_result(None)
    return future
