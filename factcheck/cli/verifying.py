"""`verify`: whether a report, or a package of one, is what its signer signed, and whether the signer is trusted."""

from argparse import Namespace
from pathlib import Path

from factcheck.cli.output import put, put_json
from factcheck.signing.outcome import CANNOT_PROVE, Outcome, SignedBy
from factcheck.signing.verifying import verify
from factcheck.wiring import Wiring

_PASSED, _FAILED = "ok  ", "NOT "


def run(wiring: Wiring, arguments: Namespace) -> int:
    """Check and say what was found; the code is the result. No store is needed. Raises UsageError."""
    outcome = verify(
        Path(arguments.path),
        allowed_signers(wiring, arguments.allowed_signers),
        Path(arguments.evidence) if arguments.evidence else None,
        wiring.clock(),
        Path(arguments.revoked) if arguments.revoked else None,
    )
    if arguments.json:
        put_json(outcome.form_of())
    else:
        _tell(outcome)
    return outcome.code


def allowed_signers(wiring: Wiring, given: str | None) -> Path | None:
    """The list that was named, else the one that the settings name, where there are settings."""
    if given:
        return Path(given)
    if not wiring.paths.settings.exists():
        return None
    configured = wiring.settings.allowed_signers
    return Path(configured).expanduser() if configured else None


def _tell(outcome: Outcome) -> None:
    put(f"{outcome.title} ({int(outcome.code)})" if outcome.code else outcome.title)
    put("")
    rows = [("signer", _person(outcome.signer)), ("key", outcome.fingerprint or "none")]
    rows += [("countersigned", f"{one.decision} by {_person(one)}") for one in outcome.countersigners]
    rows += [("trust file", outcome.trust_file or "none"), ("SHA-256", outcome.report_sha256 or "none")]
    for name, value in rows:
        put(f"{name:14} {value}")
    put("")
    for finding in outcome.findings:
        put(f"{_FAILED if finding.code else _PASSED} {finding.sentence}")
    put("")
    put(CANNOT_PROVE)


def _person(one: SignedBy | None) -> str:
    return f"{one.name} <{one.principal}>" if one else "none"
