"""The shape of what is signed: each field that a check or a page needs, with its kind. Others may be there too."""

from typing import TypeAlias

Shape: TypeAlias = "type | tuple[Shape, None] | list[Shape] | dict[str, Shape]"
"""A kind; (a shape, None) for what may be null; [a shape] for a list; a dict for an object's fields."""

_TEXT: Shape = (str, None)
_SPAN: Shape = {"start": int, "end": int}
_ANSWER: Shape = {
    "verdict": _TEXT,
    "basis": _TEXT,
    "left_to_speaker": bool,
    "given_for": _TEXT,
    "was": _TEXT,
    "by": _TEXT,
    "at": _TEXT,
}
_STATEMENT: Shape = {
    "id": str,
    "number": int,
    "kind": str,
    "anchor": {"start": int, "end": int, "exact": str, "prefix": str, "suffix": str},
    "voice": str,
    "attributions": [
        {"speaker": _TEXT, "cue": (_SPAN, None), "content": [_SPAN], "inferred": bool, "within": (int, None)}
    ],
    "state": str,
    "excluded": _TEXT,
    "said": (_ANSWER, None),
    "so": _ANSWER,
    "details": [{"type": str, "start": int, "end": int, "state": _TEXT}],
    "citations": [{"source": str, "question": str, "stance": str}],
    "links": [{"type": str, "to": str, "settled": bool}],
    "queries": [{"id": str}],
    "change": ({"from": str, "to": str, "kind": str, "state": str}, None),
    "public_note": _TEXT,
    "flags": [str],
    "by": _TEXT,
    "at": _TEXT,
}
REPORT: Shape = {
    "format": str,
    "version": int,
    "report_id": str,
    "revision": int,
    "supersedes": _TEXT,
    "nonce": _TEXT,
    "redaction": ({"of": str, "left_out": dict}, None),
    "article": {
        "slug": str,
        "title": str,
        "author": _TEXT,
        "editor": _TEXT,
        "language": _TEXT,
        "dateline": _TEXT,
        "draft": int,
        "source": {"name": str, "media_type": str, "sha256": str, "bytes": int},
        "text_sha256": str,
        "text_chars": int,
        "offset_unit": str,
        "text": _TEXT,
    },
    "statements": [_STATEMENT],
    "not_checked": [{"start": int, "end": int, "reason": _TEXT}],
    "sources": [{"id": str, "kind": str}],
    "overrides": [{"blocker": str, "by": str, "reason": str, "at": str}],
    "summary": {"statements": int, "verdicts": int, "states": dict},
    "people": [{"id": str, "name": str, "role": str, "principal": _TEXT, "key": _TEXT}],
    "signoff": ({"by": str, "at": str}, None),
    "audit": [dict],
    "tool": {"name": str, "version": str, "extractor": str, "vocabulary": dict},
}
COUNTERSIGN: Shape = {
    "format": str,
    "version": int,
    "report_sha256": str,
    "signatures_sha256": str,
    "by": {"name": str, "role": str, "principal": str, "key": str},
    "decision": str,
    "remark": _TEXT,
    "at": str,
}


def misshapen(value: object, shape: Shape, where: str = "it") -> str | None:
    """Where a value is not of a shape, as a path of fields; None when it is."""
    if isinstance(shape, tuple):
        return None if value is None else misshapen(value, shape[0], where)
    if isinstance(shape, type):
        return None if type(value) is shape else where
    if isinstance(shape, list):
        return _misshapen_list(value, shape[0], where)
    return _misshapen_object(value, shape, where)


def _misshapen_list(value: object, shape: Shape, where: str) -> str | None:
    if not isinstance(value, list):
        return where
    for index, inner in enumerate(value):
        found = misshapen(inner, shape, where)
        if found is not None:
            return found.replace(where, f"{where}[{index}]", 1)
    return None


def _misshapen_object(value: object, shape: dict[str, Shape], where: str) -> str | None:
    if not isinstance(value, dict):
        return where
    for name, kind in shape.items():
        if name not in value:
            return f"{where}.{name}"
        inner = value[name]
        if type(inner) is kind or (type(kind) is tuple and (inner is None or type(inner) is kind[0])):
            continue  # a long report has half a million of these: asked here, not by a call for each
        found = misshapen(inner, kind, f"{where}.{name}")
        if found is not None:
            return found
    return None
