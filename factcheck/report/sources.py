"""The sources of a report and how they were used. Of a confidential one nothing is printed that leads to it."""

from collections.abc import Mapping

from factcheck.domain.canonical import Json
from factcheck.domain.review import Review
from factcheck.domain.source import Citation, Level, Source
from factcheck.domain.statement import Statement


def used_sources(review: Review) -> dict[str, Source]:
    """The sources that are cited somewhere, by the id that a citation names: a merged one is what it turned out to be."""
    by_id = {source.id: source for source in review.sources}
    cited = dict.fromkeys(c.source for s in review.statements for c in s.citations)
    return {name: _meant(by_id[name], by_id) for name in cited if name in by_id}


def _meant(source: Source, by_id: Mapping[str, Source]) -> Source:
    seen = {source.id}
    while (into := source.merged_into) is not None and into in by_id and into not in seen:
        seen.add(into)
        source = by_id[into]
    return source


def sources_form(used: Mapping[str, Source]) -> list[Json]:
    """`sources[]` of report.json, each once, in the order in which they were put on file."""
    each = {source.id: source for source in used.values()}
    return [_source(each[name]) for name in sorted(each)]


def _source(source: Source) -> dict[str, Json]:
    if source.level is Level.CONFIDENTIAL:
        return {"id": source.id, "kind": source.kind.value, "commitment": None}
    attached = source.attachments[0] if source.attachments else None
    return {
        "id": source.id,
        "kind": source.kind.value,
        "tier": source.tier.value,
        "level": source.level.value,
        "title": source.title,
        "creator": source.creator or None,
        "uri": source.address or None,
        "archive_uri": None,
        "captured_at": attached.captured_at if attached else None,
        "sha256": attached.sha256 if attached else None,
        "bytes": attached.size if attached else None,
        "media_type": attached.media_type if attached else None,
    }


def citations_form(statement: Statement, used: Mapping[str, Source]) -> list[Json]:
    """`citations[]` of a statement. One whose source is not there any longer is left out: its id would lead nowhere."""
    return [_citation(c, used[c.source]) for c in statement.citations if c.source in used]


def _citation(citation: Citation, source: Source) -> dict[str, Json]:
    shown: dict[str, Json] = {
        "source": source.id,
        "question": citation.question._value_,
        "stance": citation.stance._value_,
    }
    if source.level is Level.CONFIDENTIAL:
        return shown
    return shown | {
        "detail": citation.detail,
        "locator": citation.locator or None,
        "excerpt": citation.excerpt or None,
        "accessed": citation.accessed or None,
    }
