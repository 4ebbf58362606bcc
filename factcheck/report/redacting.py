"""A report of its own for those who should not see everything: less in it, and it says what was left out."""

from typing import Any

from factcheck.domain.canonical import Json
from factcheck.domain.source import Level
from factcheck.report.checks import Document
from factcheck.report.json_form import report_sha256

_ALWAYS = ("source", "question", "stance")


def redacted(document: Document, nonce: str | None = None) -> dict[str, Json]:
    """The report without internal sources, excerpts and queries. It is signed by itself, and names the full one.

    Of an internal source only the kind stays, and of its citations what they are for. The nonce of the full report
    stays behind, and a report without one is not named: whoever knows most of it could guess the rest from its hash.
    `nonce` is its own, for one that is to be signed.
    Raises ValueError for a report that was redacted already.
    """
    if document["redaction"]:
        raise ValueError("the report is redacted already")
    internal = {one["id"] for one in document["sources"] if one.get("level") == Level.INTERNAL.value}
    citations = [c for one in document["statements"] for c in one["citations"]]
    left_out = {
        "internal_sources": len(internal),
        "excerpts": sum(1 for one in citations if one.get("excerpt")),
        "queries": sum(len(one["queries"]) for one in document["statements"]),
    }
    return {
        **document,
        "nonce": nonce,
        "statements": [_statement(one, internal) for one in document["statements"]],
        "sources": [_source(one) if one["id"] in internal else one for one in document["sources"]],
        "redaction": {"of": report_sha256(document) if document["nonce"] else "", "left_out": left_out},
    }


def _statement(statement: dict[str, Any], internal: set[str]) -> dict[str, Any]:
    return {
        **statement,
        "citations": [_citation(one, one["source"] in internal) for one in statement["citations"]],
        "queries": [],
    }


def _citation(citation: dict[str, Any], is_internal: bool) -> dict[str, Any]:
    if is_internal:
        return {name: citation[name] for name in _ALWAYS}
    return {**citation, "excerpt": None} if "excerpt" in citation else citation


def _source(source: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": source["id"],
        "kind": source["kind"],
        "level": Level.INTERNAL.value,
        "commitment": None,
    }
