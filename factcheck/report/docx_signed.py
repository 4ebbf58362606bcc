"""The end of the Word report: who stands behind it, and how to check that."""

from collections.abc import Iterator, Sequence

from factcheck.report.checks import Document
from factcheck.report.ooxml import paragraph, run
from factcheck.report.reading import moment
from factcheck.report.sealed import Sealed
from factcheck.report.signed import Decision, check_command, signer, still_open

_BOLD = "<w:b/><w:bCs/>"


def sign_off(sealed: Sealed, document: Document, decided: Sequence[Decision], sha256: str) -> Iterator[str]:
    """The paragraphs of the last section."""
    yield paragraph(run("Sign-off, and how to check this copy"), "Heading1")
    if document["signoff"]:
        yield from _signed_off(document)
        for one in decided:
            yield from _countersigned(one)
        if sealed.signature is None:
            yield paragraph(
                run(
                    "No signature is with this copy. What stands above is only said, and cannot be checked.",
                    _BOLD,
                )
            )
    else:
        yield paragraph(
            run("This is an unsigned working copy. ", _BOLD)
            + run(
                "Nobody has signed off this state of the draft. It shows where the work stood when it was made, "
                "may have been overtaken since, and carries no signature that could be checked."
            )
        )
    yield paragraph(run("How to check it"), "Heading2")
    yield paragraph(
        run(
            "These pages are a rendering of report.json, which the file carries inside. A page cannot vouch for itself. "
            "The SHA-256 of those bytes:"
        )
    )
    yield paragraph(run(sha256), "Code")
    yield paragraph(run("A Word file is a zip file; this takes report.json out of it:"))
    yield paragraph(run(_extraction("report.json")), "Code")
    if sealed.signature is not None and document["signoff"]:
        yield paragraph(
            run(
                "And this its signature, which OpenSSH checks against your newsroom\u2019s own list of names and keys:"
            )
        )
        yield paragraph(run(f"{_extraction('report.json.sig')}\n{check_command(document)}"), "Code")
    yield paragraph(
        run("Nothing of this shows the true time, that the work was done, or that no newer report exists.")
    )
    yield from _log(document)


def _extraction(name: str) -> str:
    bare = name.replace(".", r"\.")
    return rf"""unzip -p report.docx customXml/item1.xml | sed -n 's/.*name="{bare}">\([^<]*\)<.*/\1/p' | base64 -d > {name}"""


def _signed_off(document: Document) -> Iterator[str]:
    signoff, who = document["signoff"], signer(document)
    name = ", ".join(part for part in (who["name"], who["role"]) if part)
    yield paragraph(run(f"Signed off by {name}, {moment(signoff['at'])}: ", _BOLD) + run(signoff["sentence"]))
    if left := still_open(document):
        yield paragraph(run(f"Still open: {', '.join(left)}"))
    yield from _key(who["principal"], who["key"])


def _countersigned(one: Decision) -> Iterator[str]:
    name = ", ".join(part for part in (one.by or "nobody named", one.role) if part)
    remark = f": {one.remark}" if one.remark else ""
    yield paragraph(run(f"Countersigned by {name}, {one.at}: {one.words}", _BOLD) + run(remark))
    yield from _key(one.principal, one.key)


def _key(principal: str, key: str) -> Iterator[str]:
    if principal or key:
        yield paragraph(run(f"{principal or 'nobody named'}  {key or 'key not named'}"), "Code")


def _log(document: Document) -> Iterator[str]:
    for head in document["audit"]:
        yield paragraph(
            run(f"Log of {head['device']}: {head['events']} events, head {head['head']}"), "Small"
        )
    tool = document["tool"]
    yield paragraph(
        run(
            f"Report {document['report_id']}, revision {document['revision']} \u00b7 {tool['name']} {tool['version']} "
            f"\u00b7 extractor {tool['extractor']}"
        ),
        "Small",
    )
