"""The statements as annotations of the article's text (W3C Web Annotation Data Model, 2017)."""

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID, uuid5

from factcheck.domain.canonical import Json
from factcheck.report.checks import Document
from factcheck.report.linked_data import linked_data, name_of_bytes
from factcheck.report.reading import Entry, entries, label
from factcheck.report.sealed import Sealed

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32


def render_web_annotation(sealed: Sealed) -> bytes:
    """One collection. Offsets are Unicode code points, as the model asks. The same report gives the same bytes."""
    document = sealed.document()
    items: list[Json] = list(_annotations(document))
    name = f"urn:uuid:{document['report_id']}"
    return linked_data(
        {
            "@context": _CONTEXT,
            "id": name,
            "type": "AnnotationCollection",
            "label": f"Fact-check report: {document['article']['title']}",
            "via": name_of_bytes(hashlib.sha256(sealed.report).hexdigest()),
            "total": len(items),
            "first": {
                "id": f"urn:uuid:{uuid5(UUID(document['report_id']), 'page 1')}",
                "type": "AnnotationPage",
                "partOf": name,
                "startIndex": 0,
                "items": items,
            },
        }
    )


def _annotations(document: Document) -> Iterator[dict[str, Json]]:
    space = UUID(document["report_id"])
    for entry, statement in zip(entries(document), document["statements"], strict=True):
        whole, name = _target(document, statement["anchor"]), f"{statement['id']} "
        for number, (motivation, body, target) in enumerate(_said(document, entry, statement)):
            yield {
                "id": f"urn:uuid:{uuid5(space, name + str(number))}",
                "type": "Annotation",
                "motivation": motivation,
                "body": body,
                "target": target or whole,
                **_whose(entry),
            }


def _whose(entry: Entry) -> dict[str, Json]:
    if not entry.by:
        return {}
    return {"creator": {"type": "Person", "name": entry.by}, "created": entry.at}


def _said(
    document: Document, entry: Entry, statement: Mapping[str, Any]
) -> Iterator[tuple[str, Json, dict[str, Json] | None]]:
    """What is said of a statement: the motivation, the body, and the target when it is not the whole statement."""
    for reply in entry.replies:
        if statement[reply.question]["verdict"] or statement[reply.question]["left_to_speaker"]:
            why = f" ({reply.why})" if reply.why else ""
            yield "assessing", _body(f"{reply.question}: {reply.word}{why}", "assessing"), None
    for query in statement["queries"]:
        if query.get("text"):
            yield "questioning", _body(query["text"], "questioning"), None
    if statement["change"] and statement["change"]["state"] != "rejected":
        yield "editing", _body(statement["change"]["to"], "editing", ours=False), None
    for link in statement["links"]:
        words = _body(label(document, "link", link["type"]), "describing")
        other = {"type": "SpecificResource", "source": f"urn:uuid:{link['to']}", "purpose": "linking"}
        yield "linking", [words, other], None
    if statement["public_note"]:
        yield "commenting", _body(statement["public_note"], "commenting", ours=False), None
    for detail in statement["details"]:
        yield "tagging", _body(label(document, "detail", detail["type"]), "tagging"), _part(document, detail)


def _body(value: str, purpose: str, *, ours: bool = True) -> dict[str, Json]:
    """Words; `ours` are in the program's own language."""
    body: dict[str, Json] = {
        "type": "TextualBody",
        "value": value,
        "format": "text/plain",
        "purpose": purpose,
    }
    return body | {"language": "en"} if ours else body


def _part(document: Document, detail: Mapping[str, Any]) -> dict[str, Json] | None:
    text = document["article"]["text"]
    if text is None:
        return None
    start, end = detail["start"], detail["end"]
    around = {"prefix": text[max(0, start - _AROUND) : start], "suffix": text[end : end + _AROUND]}
    return _target(document, {"start": start, "end": end, "exact": text[start:end], **around})


def _target(document: Document, anchor: Mapping[str, Any]) -> dict[str, Json]:
    """The run of the very draft that was checked: its address is its hash."""
    draft = name_of_bytes(document["article"]["text_sha256"])
    return {
        "type": "SpecificResource",
        "source": draft,
        "state": {"type": "TimeState", "cached": draft},
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": anchor["exact"],
                "prefix": anchor["prefix"],
                "suffix": anchor["suffix"],
            },
            {"type": "TextPositionSelector", "start": anchor["start"], "end": anchor["end"]},
        ],
    }
