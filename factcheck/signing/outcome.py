"""What a check found: one code, decided by the first thing that failed, and every reason."""

from msgspec import Struct, field

from factcheck.domain.canonical import Json
from factcheck.errors import ExitCode

TITLES = {
    ExitCode.OK: "Valid, trusted, complete",
    ExitCode.BAD_SIGNATURE: "Bad signature",
    ExitCode.NOT_TRUSTED: "Good signature, but not by a key that is trusted",
    ExitCode.CONTRADICTS: "Contradicts itself, or was altered",
    ExitCode.MALFORMED: "Malformed",
    ExitCode.INCOMPLETE: "Incomplete",
    ExitCode.NEWER_FORMAT: "Newer than this program, or not supported",
    ExitCode.EVIDENCE_CHANGED: "Evidence is missing or was changed",
}
CANNOT_PROVE = "It does not prove the true time, that the work was done, or that no newer report exists."


class Finding(Struct, frozen=True):
    """One thing that was looked at; `code` is OK when it is as it should be."""

    code: ExitCode
    sentence: str


class SignedBy(Struct, frozen=True):
    """Who signed something according to it, and the fingerprint of the key that really did."""

    name: str
    principal: str
    fingerprint: str
    decision: str | None = None
    remark: str | None = None


class Outcome(Struct, frozen=True):
    """The result. `reasons` are the findings that failed, the deciding one first; `findings` are all, in order."""

    code: ExitCode
    form: str
    findings: tuple[Finding, ...]
    signer: SignedBy | None
    countersigners: tuple[SignedBy, ...]
    trust_file: str | None
    report_sha256: str | None

    @property
    def title(self) -> str:
        """The result in a few words."""
        return TITLES[self.code]

    @property
    def fingerprint(self) -> str | None:
        """The fingerprint of the key that signed the report."""
        return self.signer.fingerprint if self.signer else None

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why it is not valid, in the order of the checks."""
        return tuple(f.sentence for f in self.findings if f.code is not ExitCode.OK)

    def form_of(self) -> dict[str, Json]:
        """The result as data."""
        return {
            "format": "factcheck-verification",
            "version": 1,
            "code": int(self.code),
            "title": self.title,
            "checked": self.form,
            "report_sha256": self.report_sha256,
            "signer": _person(self.signer),
            "countersigners": [_person(one) for one in self.countersigners],
            "trust_file": self.trust_file,
            "reasons": [{"code": int(f.code), "sentence": f.sentence} for f in self.findings if f.code],
            "passed": [f.sentence for f in self.findings if not f.code],
            "cannot_prove": CANNOT_PROVE,
        }


def _person(one: SignedBy | None) -> Json:
    if one is None:
        return None
    told: dict[str, Json] = {"name": one.name, "principal": one.principal, "fingerprint": one.fingerprint}
    return told if one.decision is None else {**told, "decision": one.decision, "remark": one.remark}


class StoppedError(Exception):
    """Something that makes all further checks meaningless."""

    def __init__(self, code: ExitCode, sentence: str) -> None:
        super().__init__(sentence)
        self.finding = Finding(code, sentence)


class Course(Struct):
    """A check under way: what was found so far."""

    form: str = "report"
    findings: list[Finding] = field(default_factory=list)
    signer: SignedBy | None = None
    countersigners: list[SignedBy] = field(default_factory=list)
    report_sha256: str | None = None

    def passed(self, sentence: str) -> None:
        """Something is as it should be."""
        self.findings.append(Finding(ExitCode.OK, sentence))

    def failed(self, code: ExitCode, sentence: str) -> None:
        """Something is not, and what comes next can still be looked at."""
        self.findings.append(Finding(code, sentence))

    def outcome(self, trust_file: str | None) -> Outcome:
        """The result: the first failure decides the code."""
        code = next((f.code for f in self.findings if f.code), ExitCode.OK)
        return Outcome(
            code,
            self.form,
            tuple(self.findings),
            self.signer,
            tuple(self.countersigners),
            trust_file,
            self.report_sha256,
        )
