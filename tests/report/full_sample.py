"""The invented article with all that a check can hang on a statement, and the same signed and countersigned."""

import json
from typing import Any

from msgspec.structs import replace

from factcheck.domain.canonical import Json, canonical_bytes
from factcheck.domain.link import Link, LinkType
from factcheck.domain.query import Addressee, ChangeKind, ChangeState, Query, QueryState, SuggestedWording
from factcheck.domain.review import Review
from factcheck.domain.source import Attachment, Citation, Level, Source, SourceKind, Stance, Tier
from factcheck.domain.statement import Flag, Statement
from factcheck.domain.verdict import Question
from factcheck.report.document import report_document
from factcheck.report.sealed import Countersign, Sealed, unsigned
from tests.report.sample import TOOL, review

AT = "2024-03-09T11:20:00Z"
_ARTICLE = "01900000-0000-7000-8000-aaaaaaaaaaaa"
SOURCES = (
    Source(
        "src-1",
        _ARTICLE,
        "Press point of the harbour inspectorate, recording",
        SourceKind.RECORDING,
        Tier.PRIMARY,
        Level.PUBLIC,
        address="https://harbour.example/press/2023-06-16",
        creator="Harbour inspectorate",
        attachments=(Attachment("cd" * 32, "press.mp3", "audio/mpeg", 48_210_331, AT, "file copied"),),
    ),
    Source("src-2", _ARTICLE, "Passenger list, own copy", SourceKind.DATA, Tier.PRIMARY, Level.INTERNAL),
    Source("src-3", _ARTICLE, "Ole Vask", SourceKind.INTERVIEW, Tier.PRIMARY, Level.CONFIDENTIAL, "+47 555"),
)


def full_review() -> Review:
    """The review with sources of each level, queries, suggested words, links, flags and a public note."""
    base = review()
    s = list(base.statements)
    s[0] = replace(s[0], queries=(_query("q1", "Where does “twice” come from?", QueryState.OPEN),))
    s[3] = replace(
        s[3],
        citations=(
            _citation("src-1", Question.SAID, "00:14:20", "four hundred and twelve tickets were taken"),
        ),
        flags=frozenset({Flag.LEGAL}),
        is_for_publication=True,
    )
    s[4] = replace(
        s[4],
        citations=(_citation("src-1", Question.SAID, "00:15:02"), _citation("src-3", Question.SO)),
        suggested=_wording(s[4].exact, s[4].exact.replace("205", "206")),
        queries=(_query("q2", "The certificate says 206?", QueryState.ANSWERED, "Yes, 206. My mistake."),),
    )
    s[6] = replace(s[6], citations=(_citation("src-2", Question.SO, "sheet 2"),))
    s[6], s[7] = _linked(s[6], s[7], LinkType.NO_EVIDENCE)
    s[7] = replace(s[7], is_for_publication=True)
    return replace(base, statements=tuple(s), sources=SOURCES)


def full_document() -> dict[str, Any]:
    """Its report, unsigned."""
    return report_document(full_review(), TOOL)


def signed_document() -> dict[str, Any]:
    """Its report as it is when it was signed off, with something that the editor passed."""
    document = full_document()
    open_query = document["statements"][0]
    document["overrides"] = [
        {
            "statement": open_query["id"],
            "number": 1,
            "blocker": "open_query",
            "by": "Ed Marsh",
            "recorded_by": "Nora Lind",
            "reason": "the author is at sea; the figure is in the next line",
            "at": "2024-03-09T11:10:00Z",
        }
    ]
    document["people"] = [
        {"id": "Nora Lind", "name": "Nora Lind", "role": "checker"}
        | {"principal": "nora@paper.example", "key": "SHA256:uNiVztksCsDhcc0u9e8BrHHHL6yBBWLEAQDbmCDAhPg"},
        {"id": "Sam Ortega", "name": "Sam Ortega", "role": "checker", "principal": None, "key": None},
    ]
    document["signoff"] = {
        "by": "Nora Lind",
        "at": AT,
        "sentence": "I went over each statement of this draft; the verdicts are mine.",
        "open": [{"what": "open_query", "count": 1}],
    }
    document |= {"nonce": "0f" * 32, "revision": 2, "supersedes": "e7" * 32}
    return document


def sealed_report(*, by: str = "Ed Marsh") -> Sealed:
    """The signed report with its signature and the editor's countersign. Neither signature is a real one."""
    stated: Json = {
        "format": "factcheck-countersign",
        "version": 1,
        "by": {"name": by, "role": "editor", "principal": "ed@paper.example", "key": "SHA256:second"},
        "decision": "approved-with-changes",
        "remark": "Print “206”.",
        "at": "2024-03-09T12:02:00Z",
    }
    signature = b"-----BEGIN SSH SIGNATURE-----\nU1NIU0lHAAAAAQ==\n-----END SSH SIGNATURE-----\n"
    report = unsigned(signed_document()).report
    return Sealed(report, signature, (Countersign(canonical_bytes(stated), signature),))


def _citation(source: str, question: Question, locator: str = "", excerpt: str = "") -> Citation:
    return Citation(f"c-{source}", source, question, Stance.SUPPORTS, locator, excerpt, "2024-03-08")


def _query(name: str, text: str, state: QueryState, answer: str = "") -> Query:
    return Query(name, Addressee.AUTHOR, text, state, "Liv Strand", answer, "Nora Lind", AT)


def _wording(old: str, new: str) -> SuggestedWording:
    return SuggestedWording(old, new, ChangeKind.CORRECTION, ChangeState.PENDING, "Nora Lind", AT)


def _linked(here: Statement, there: Statement, kind: LinkType) -> tuple[Statement, Statement]:
    end = Link("l1", kind, there.id, True, here.words_hash, there.words_hash, there.words_hash)
    other = Link("l1", kind, here.id, False, there.words_hash, here.words_hash, here.words_hash)
    return replace(here, links=(end,)), replace(there, links=(other,))


def copy_of(document: dict[str, Any]) -> dict[str, Any]:
    """The document as it is read back."""
    return dict(json.loads(unsigned(document).report))
