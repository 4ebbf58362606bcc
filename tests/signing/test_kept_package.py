"""A package that was signed once by the stock tools, and is kept: it stays valid whatever becomes of the program."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from factcheck.errors import ExitCode
from factcheck.signing.verifying import verify
from tests.conftest import FIXTURES

KEPT = FIXTURES / "signing"
NOW = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    "package", sorted(path.name for path in KEPT.iterdir() if (path / "SHA256SUMS").is_file())
)
def test_a_kept_package_is_valid(package: str) -> None:
    outcome = verify(KEPT / package, KEPT / "allowed_signers", None, NOW)
    assert (outcome.code, outcome.reasons) == (ExitCode.OK, ())
    assert [one.decision for one in outcome.countersigners] == ["approved-with-changes"]


def test_there_is_a_kept_package_of_the_first_version() -> None:
    assert (KEPT / "harbour-ferry-1" / "report.json").is_file()


def test_a_kept_report_with_one_character_more_is_not_valid(tmp_path: Path) -> None:
    kept = KEPT / "harbour-ferry-1"
    (tmp_path / "report.json").write_bytes(
        (kept / "report.json").read_bytes().replace(b"Nordhavn", b"Nordhavns", 1)
    )
    (tmp_path / "report.json.sig").write_bytes((kept / "report.json.sig").read_bytes())
    outcome = verify(tmp_path / "report.json", KEPT / "allowed_signers", None, NOW)
    assert outcome.code is ExitCode.BAD_SIGNATURE
