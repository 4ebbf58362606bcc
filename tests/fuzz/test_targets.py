"""What is fuzzed holds for what the fuzzing starts from, and for the inputs that once broke something."""

import pytest

from factcheck.errors import InputRefusedError
from tests.fuzz.targets import TARGETS, layout, seeds, text, tried

ONCE = (
    b"",
    b"\x00\xf1",
    b"\xff" * 40,
    b"<w:p>" * 30,
    b"[a]: <\n" * 20,
    b"<![x",
    b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
)


@pytest.mark.parametrize("name", TARGETS)
def test_p12_each_importer_takes_or_refuses_what_the_fuzzing_starts_from(name: str) -> None:
    taken = [tried(name, content) for content in (*seeds(name), *ONCE)]
    assert True in taken


def test_the_fuzzing_sees_what_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.fuzz.targets.in_reading_order", lambda bits: bits[1:])
    with pytest.raises(AssertionError):
        layout(bytes(range(70)))
    with pytest.raises(InputRefusedError):
        text(b"\xff\xff")
