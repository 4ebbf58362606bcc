"""The end of the Markdown report: who stands behind it, and how to check that."""

import hashlib
from collections.abc import Iterator, Sequence

from factcheck.domain.visible import visible
from factcheck.report.checks import Document
from factcheck.report.markdown import one_line, row
from factcheck.report.reading import moment
from factcheck.report.sealed import Sealed
from factcheck.report.signed import Decision, check_command, signer, still_open


def sign_off(sealed: Sealed, document: Document, decided: Sequence[Decision]) -> Iterator[str]:
    """The lines of the last section; the very last ones are the hash and the signature."""
    yield "## Sign-off, and how to check this copy"
    yield ""
    if document["signoff"]:
        yield from _signed_off(document)
        for one in decided:
            yield from _countersigned(one)
        if sealed.signature is None:
            yield "**No signature is with this copy.** What stands above is only said, and cannot be checked."
            yield ""
    else:
        yield "**This is an unsigned working copy.** Nobody has signed off this state of the draft. It shows"
        yield "where the work stood when it was made, may have been overtaken since, and carries no signature"
        yield "that could be checked."
        yield ""
    yield from _log(document)
    yield "This text is a rendering of `report.json`, made from the same state. `sha256sum report.json` prints"
    yield "the hash below when that file was not changed on its way. It does not say who made it, nor that the"
    yield "work was done, nor that no newer report exists."
    yield ""
    yield f"SHA-256 of report.json: `{hashlib.sha256(sealed.report).hexdigest()}`"
    if sealed.signature is not None:
        yield from _signature(sealed.signature, document)


def _signed_off(document: Document) -> Iterator[str]:
    signoff, who = document["signoff"], signer(document)
    name = ", ".join(one_line(part) for part in (who["name"], who["role"]) if part)
    yield f"**Signed off by {name}**, {one_line(moment(signoff['at']))}: {one_line(signoff['sentence'])}"
    yield ""
    if left := still_open(document):
        yield f"Still open: {one_line(', '.join(left))}"
        yield ""
    yield from _key(who["principal"], who["key"])


def _countersigned(one: Decision) -> Iterator[str]:
    name = ", ".join(one_line(part) for part in (one.by or "nobody named", one.role) if part)
    remark = f": {one_line(one.remark)}" if one.remark else ""
    yield f"**Countersigned by {name}**, {one_line(one.at)}: **{one_line(one.words)}**{remark}"
    yield ""
    yield from _key(one.principal, one.key)


def _key(principal: str, key: str) -> Iterator[str]:
    if principal or key:
        yield f"Signs as {one_line(principal or 'nobody named')} with the key {one_line(key or 'not named')}."
        yield ""


def _log(document: Document) -> Iterator[str]:
    yield row("Device", "Events", "Head of the chain")
    yield row("---", "---:", "---")
    for head in document["audit"]:
        yield row(one_line(head["device"]), head["events"], f"`{one_line(head['head'])}`")
    yield ""
    tool = document["tool"]
    report = f"Report {document['report_id']}, revision {document['revision']}"
    program = (f"{tool['name']} {tool['version']}", f"extractor {tool['extractor']}")
    yield " · ".join(one_line(part) for part in (report, *program))
    yield ""


def _signature(signature: bytes, document: Document) -> Iterator[str]:
    yield ""
    yield "Its signature, which belongs into `report.json.sig`:"
    yield ""
    armored = signature.decode("ascii", "replace").splitlines()
    yield from (f"    {visible(line)}" for line in armored)
    if document["signoff"]:
        yield ""
        yield "To check it against your newsroom’s own list of names and keys:"
        yield ""
        yield f"    {visible(check_command(document))}"
