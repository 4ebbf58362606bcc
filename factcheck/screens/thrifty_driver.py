"""Textual's driver of this platform, which tells the terminal only what it does not show yet."""

from threading import Lock

from textual.driver import Driver

from factcheck.widgets.thrift import Thrift


def thrifty(driver: type[Driver]) -> type[Driver]:
    """The same driver, for one app, with fewer bytes to the terminal."""
    thrift, one_at_a_time = Thrift(), Lock()  # a driver's own thread may write as well

    def write(self: Driver, data: str) -> None:
        with one_at_a_time:
            left = thrift.shortened(data)
            if left:
                driver.write(self, left)

    return type(f"Thrifty{driver.__name__}", (driver,), {"write": write})
