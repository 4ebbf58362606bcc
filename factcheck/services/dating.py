"""What the relative dates of a statement mean by the article's dateline. Suggested, and never over a hand."""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from factcheck.domain.canonical import Json
from factcheck.domain.event import Deed, EventKind
from factcheck.domain.extracted import Extracted
from factcheck.domain.statement import DetailType
from factcheck.extraction.datelines import dateline_date
from factcheck.extraction.resolving import with_dates

if TYPE_CHECKING:
    from factcheck.store.writing import Writing


def date_deeds(writing: "Writing", article_id: str, dateline: str | None) -> list[Deed]:
    """One deed for each statement whose dates mean something else by this dateline; none of them without a day."""
    issued = dateline_date(dateline) if dateline else None
    deeds = []
    for statement in writing.dated_statements(article_id):
        unknown = tuple(replace(d, resolved=None) for d in statement.details)
        found = Extracted(statement.block, statement.kind, statement.span, statement.exact, unknown)
        meant = with_dates(found, issued).details if issued else unknown
        dates: list[Json] = [
            [old.span.start, old.span.end, new.resolved]
            for old, new in zip(statement.details, meant, strict=True)
            if old.type is DetailType.DATE and not old.is_by_hand and old.resolved != new.resolved
        ]
        if dates:
            deeds.append(Deed(statement.id, EventKind.DATES_RESOLVED, {"dates": dates}))
    return deeds
