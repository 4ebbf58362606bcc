"""Textual's driver of this platform, which tells the terminal only what it does not show yet."""

from threading import RLock

from textual.driver import Driver

from factcheck.widgets.thrift import FRAME_END, FRAME_START, Thrift


def thrifty(driver: type[Driver], thrift: Thrift) -> type[Driver]:
    """The same driver, for one app, with fewer bytes to the terminal, and each frame written at once.

    `thrift` knows what the terminal shows; whoever knows better may let it forget that.
    """
    held: list[str] = []
    own = RLock()  # the thread of the keys may write as well, and a signal in the midst of a write

    def write(self: Driver, data: str) -> None:
        with own:
            held.append(thrift.shortened(data))
            if held[0] != FRAME_START or data == FRAME_END:
                _write_held(self)

    def flush(self: Driver) -> None:
        with own:
            _write_held(self)
        driver.flush(self)

    def _write_held(self: Driver) -> None:
        together = "".join(held)
        held.clear()
        if together:
            driver.write(self, together)

    return type(f"Thrifty{driver.__name__}", (driver,), {"write": write, "flush": flush})
