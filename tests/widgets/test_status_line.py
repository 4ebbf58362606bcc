"""The status line tells in every width where one is, how many verdicts there are, and whether all is saved."""

from datetime import UTC

import pytest

from factcheck.domain.tally import Tally
from factcheck.widgets.status_line import Status, StatusLine

TALLY = Tally(statements=2001, done=9, untouched=1991, recheck=1, verdicts=1)


def line(width: int, **more: object) -> str:
    status = StatusLine("Vera", UTC)
    status.status = Status(1500, TALLY, saved_at="2025-03-04T10:41:00.000Z", **more)  # type: ignore[arg-type]  # what each test is about
    return "".join(text for text, _ in status.lines_for(width, 1)[0]).rstrip()


def test_all_counts_where_there_is_room() -> None:
    assert line(78).startswith("1500/2001 · 9 done · 1992 open · 1 verdicts · 1 recheck · saved 10:41")
    assert line(78).endswith("Vera")


@pytest.mark.parametrize("width", [58, 78, 98])
def test_whether_all_is_saved_and_signed_is_never_cut(width: int) -> None:
    signed = line(width, signed=("signed, changed since", ""))
    assert signed.startswith("1500/2001")
    assert "1 verdicts · 1 recheck · saved 10:41 · signed" in signed
    assert "saved 10:41" in line(width)
    assert len(line(width)) <= width


def test_a_filter_keeps_some_room_beside_them() -> None:
    filtered = line(59, filter="filter: recheck · 1")
    assert "saved 10:41 · filter:" in filtered
    assert len(filtered) <= 59
