"""The report as one HTML page: no script that runs, no request to anywhere, made for paper as well.

Every value that the template prints goes through `visible` and then through autoescape, by the environment
and not by the template's care; the page carries report.json, so that it can be checked against it.
"""

import hashlib
from base64 import b64encode
from collections.abc import Callable, Hashable
from functools import cache
from typing import TYPE_CHECKING

from factcheck.domain.visible import visible
from factcheck.report.attention import concerns
from factcheck.report.checks import Document
from factcheck.report.layout import paragraphs
from factcheck.report.reading import called, counted, dates, entries, label, moment, source_name
from factcheck.report.sealed import Sealed
from factcheck.report.signed import check_command, decisions, extraction, notices, signer, stamp, still_open
from factcheck.report.vocabulary import GLYPHS, words

if TYPE_CHECKING:
    from jinja2 import Environment

POLICY = "default-src 'none'; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'"


def render_html(sealed: Sealed) -> bytes:
    """The page, in UTF-8, with report.json and all signatures inside. The same report gives the same bytes."""
    from markupsafe import Markup

    document = sealed.document()
    all_entries, decided = entries(document), decisions(sealed, document)
    return page_of(
        "report.html.j2",
        d=document,
        article=document["article"],
        summary=document["summary"],
        entries=all_entries,
        by_number={e.number: e for e in all_entries},
        concerns=concerns(document, all_entries, decided),
        decisions=decided,
        stamp=stamp(sealed, document),
        notices=list(notices(document)),
        signer=signer(document) if document["signoff"] else None,
        still_open=still_open(document) if document["signoff"] else [],
        is_signed=sealed.signature is not None,
        extraction=extraction,
        check_command=check_command,
        source_name=source_name,
        citing=_citing(document),
        words=words,
        paragraphs=paragraphs(document),
        once=_once(),
        lang=Markup(' lang="{}"').format(_shown(document["article"]["language"] or "")),
        people=", ".join(p["name"] for p in document["people"]),
        dates=dates(document),
        moment=moment,
        counted=counted,
        reason=lambda value: label(document, "reason", value),
        glyphs=GLYPHS,
        columns=[(name, called(document, name)) for name in GLYPHS],
        meaning=document["tool"]["vocabulary"]["meaning"],
        sha256=hashlib.sha256(sealed.report).hexdigest(),
        carried=_carried(sealed),
    )


def page_of(template: str, **values: object) -> bytes:
    """A page of these values with our style and the policy that goes with it, in UTF-8."""
    environment, style = _environment()
    policy = POLICY.format(b64encode(hashlib.sha256(style.encode()).digest()).decode("ascii"))
    page = environment.get_template(template).render(values, style=style, policy=policy)
    return page.encode("utf-8")


def _citing(document: Document) -> dict[str, list[int]]:
    """The numbers of the statements that cite each source, by its id."""
    found: dict[str, list[int]] = {}
    for statement in document["statements"]:
        for source in dict.fromkeys(c["source"] for c in statement["citations"]):
            found.setdefault(source, []).append(statement["number"])
    return found


@cache
def _environment() -> "tuple[Environment, str]":
    """What makes pages of templates, and their style, read once from the package."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("factcheck.report"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    style, _, _ = PackageLoader("factcheck.report").get_source(environment, "report.css")
    return environment, style


def _carried(sealed: Sealed) -> list[tuple[str, str]]:
    """What the page carries for machines, as (id, base64): the report, its signature, each countersign and its own."""
    parts = [("factcheck-report", sealed.report)]
    if sealed.signature is not None:
        parts.append(("factcheck-signature", sealed.signature))
    for number, one in enumerate(sealed.countersigns, 1):
        parts.append((f"factcheck-countersign-{number}", one.statement))
        parts.append((f"factcheck-countersign-{number}-signature", one.signature))
    return [(name, b64encode(content).decode("ascii")) for name, content in parts]


def _once() -> Callable[[Callable[[object], str], object, Hashable], str]:
    """A caller of macros that renders the same thing only once a page, however often it is shown."""
    rendered: dict[tuple[int, Hashable], str] = {}

    def once(macro: Callable[[object], str], value: object, key: Hashable) -> str:
        known = rendered.get((id(macro), key))
        if known is None:
            known = rendered[(id(macro), key)] = macro(value)
        return known

    return once


def _shown(value: object) -> object:
    """Text from outside with each unseen character made visible; our own markup has none."""
    return visible(value, keep_line_feeds=True) if type(value) is str else value
