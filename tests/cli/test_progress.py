from contextlib import suppress
from io import StringIO

from factcheck.cli.progress import progress


class Tty(StringIO):
    def isatty(self) -> bool:
        return True


def test_one_line_says_how_far_it_is_and_is_gone_at_the_end() -> None:
    stream = Tty()
    with progress(stream) as tell:
        tell("reading", 0.5)
        tell("reading", 0.501)
        tell("storing", 1.0)
    assert stream.getvalue() == "\rreading …  50%\rstoring … 100%\r              \r"


def test_the_line_is_gone_when_it_is_broken_off() -> None:
    stream = Tty()
    with suppress(KeyboardInterrupt), progress(stream) as tell:
        tell("reading", 0.5)
        raise KeyboardInterrupt
    assert stream.getvalue().endswith("\r              \r")


def test_nothing_is_written_where_nobody_looks() -> None:
    stream = StringIO()
    with progress(stream) as tell:
        tell("reading", 0.5)
    assert stream.getvalue() == ""
