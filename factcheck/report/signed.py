"""Who stands behind a report, as it is read: sign-off, countersigns, what the editor passed, what came before.

Nothing here says that a signature is good. That is for the recipient to find out, with their own tools and keys.
"""

import shlex
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from factcheck.report.checks import Document
from factcheck.report.reading import label, moment
from factcheck.report.sealed import Sealed
from factcheck.report.vocabulary import words

NAMESPACE = "factcheck-report"
"""What the signature of a report is for (the namespace of `ssh-keygen -Y`)."""
APPROVING = frozenset({"approved", "approved-with-changes"})


class Decision(Struct, frozen=True):
    """What an editor decided about the whole report. `word` is the value, `words` is read."""

    by: str
    role: str
    principal: str
    key: str
    word: str
    words: str
    remark: str
    at: str


class Passed(Struct, frozen=True):
    """A blocker that the editor let stand, at one statement or at several in the same words and at the same time.

    `standing` says so when the editor has not put a signature under it.
    """

    blocker: str
    reason: str
    by: str
    at: str
    numbers: tuple[int, ...]
    standing: str

    @property
    def line(self) -> str:
        """The same in one line."""
        runs = ", ".join(str(a) if a == b else f"{a}\u2013{b}" for a, b in runs_of(self.numbers))
        standing = f"; {self.standing}" if self.standing else ""
        where = f" ({runs})" if runs else ""
        return f"{self.blocker}{where}: {self.reason} ({self.by}, {moment(self.at)}{standing})"


def decisions(sealed: Sealed, document: Document) -> list[Decision]:
    """What each countersign says, in order; what one leaves out is ""."""
    return [_decision(one, document) for one in sealed.decisions()]


def _decision(stated: Mapping[str, Any], document: Document) -> Decision:
    by = stated.get("by")
    who = {k: str(v) for k, v in by.items() if v is not None} if isinstance(by, dict) else {}
    word = str(stated.get("decision") or "")
    return Decision(
        by=who.get("name", ""),
        role=who.get("role", ""),
        principal=who.get("principal", ""),
        key=who.get("key", ""),
        word=word,
        words=label(document, "decision", word),
        remark=str(stated.get("remark") or ""),
        at=moment(str(stated.get("at") or "")),
    )


def passed(document: Document, decided: Sequence[Decision]) -> list[Passed]:
    """The blockers that were passed, each with the editor who is said to have done so."""
    approving = {one.by for one in decided if one.word in APPROVING}
    found: dict[tuple[str, ...], list[int]] = {}
    for one in document["overrides"]:
        key = (one["blocker"], one["reason"], one["by"], one.get("recorded_by") or "", one["at"])
        found.setdefault(key, []).extend([one["number"]] if "number" in one else [])
    return [
        Passed(
            words(blocker), reason, by, at, tuple(numbers), "" if by in approving else _recorded(by, typed)
        )
        for (blocker, reason, by, typed, at), numbers in found.items()
    ]


def _recorded(by: str, typed: str) -> str:
    hand = f" by {typed}" if typed and typed != by else ""
    return f"recorded for {by}{hand}, not countersigned"


def runs_of(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Ascending numbers as (first, last) of each run without a gap."""
    first = last = None
    for number in numbers:
        if first is None or last is None:
            first = number
        elif number != last + 1:
            yield first, last
            first = number
        last = number
    if first is not None and last is not None:
        yield first, last


def still_open(document: Document) -> list[str]:
    """What the sign-off itself says is open, in words."""
    return [_open_words(one) for one in document["signoff"].get("open") or ()]


def _open_words(one: object) -> str:
    return f"{words(str(one['what']))}: {one['count']}" if isinstance(one, dict) else str(one)


def stamp(sealed: Sealed, document: Document) -> str:
    """The few words that stand at the head of each page; "" for a report that carries a signature."""
    if sealed.signature is not None:
        return ""
    if document["supersedes"] and not document["signoff"]:
        return "Signed version superseded"
    return "Not signed yet" if document["signoff"] else "Unsigned working copy"


def notices(document: Document) -> Iterator[str]:
    """What has to be known before anything else is read: an earlier signed version, what was left out."""
    earlier = document["supersedes"]
    if earlier and document["signoff"]:
        yield f"This report replaces the signed one whose report.json has the SHA-256 {earlier}."
    elif earlier:
        yield (
            f"Signed version superseded: something that it prints was changed after it was signed. "
            f"Its report.json has the SHA-256 {earlier}."
        )
    if document["redaction"]:
        left_out = document["redaction"]["left_out"]
        told = ", ".join(f"{kind.replace('_', ' ')}: {left_out[kind]}" for kind in sorted(left_out))
        of = document["redaction"]["of"]
        named = f" The full report\u2019s report.json has the SHA-256 {of}." if of else ""
        yield f"Redacted. Left out: {told or 'nothing'}.{named}"


def signer(document: Document) -> dict[str, str]:
    """Who signed off, as `name`, `role`, `principal` and `key`; "" for what the report does not tell."""
    by = document["signoff"]["by"]
    named = (p for p in document["people"] if by in (p["id"], p["name"]))
    person = next(named, {"name": by})
    return {name: str(person.get(name) or "") for name in ("name", "role", "principal", "key")}


def extraction(name: str, file: str) -> str:
    """The stock command that takes a part out of the page that is saved as report.html."""
    return rf"""sed -n 's/.*id="{name}">\([^<]*\)<.*/\1/p' report.html | base64 -d > {file}"""


def check_command(document: Document) -> str:
    """The stock command that checks the signature of report.json against the recipient's own list of keys."""
    principal = shlex.quote(signer(document)["principal"] or "PRINCIPAL")
    return f"ssh-keygen -Y verify -f allowed_signers -I {principal} -n {NAMESPACE} -s report.json.sig < report.json"
