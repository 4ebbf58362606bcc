"""The one thread that writes for a window: use cases are done there in the order in which they were asked for."""

import gc
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from factcheck.store.ledger import Ledger

T = TypeVar("T")


class Writer:
    """Hands use cases to the writer thread. The ledger, and SQLModel with it, is loaded there on first need."""

    def __init__(self, open_ledger: Callable[[], "Ledger"]) -> None:
        self._open_ledger = open_ledger
        self._ledger: Ledger | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="writer")

    def warm_up(self) -> None:
        """Load what writing needs, in the thread, so that the first verdict does not wait for it."""
        self.submit(lambda ledger: None)

    def submit(self, use_case: Callable[["Ledger"], T]) -> Future[T]:
        """Do a use case after all earlier ones. The future ends with its result or its error."""
        return self._thread.submit(self._do, use_case)

    def run(self, task: Callable[[], T]) -> Future[T]:
        """Do something that needs no store, after all earlier use cases."""
        return self._thread.submit(task)

    def _do(self, use_case: Callable[["Ledger"], T]) -> T:
        if self._ledger is None:
            self._ledger = self._open_ledger()
            gc.freeze()  # what was loaded for it stays: looking through it again would hold up a key
        return use_case(self._ledger)

    def close(self) -> None:
        """Wait until all is done, then let go of the store."""
        self._thread.shutdown(wait=True)
        if self._ledger is not None:
            self._ledger.close()
            self._ledger = None
