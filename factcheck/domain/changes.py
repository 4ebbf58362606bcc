"""What a use case changed and who did it: screens refresh from this and from nothing else."""

from msgspec import Struct
from msgspec.structs import replace

from factcheck.domain.statement import Statement
from factcheck.domain.tally import Tally


class Moved(Struct, frozen=True):
    """One statement before and after; None where it did not exist."""

    before: Statement | None
    after: Statement | None

    @property
    def is_elsewhere(self) -> bool:
        """Whether it has come, gone, or is in another draft, where others may stand before it."""
        if self.before is None or self.after is None:
            return self.before is not self.after
        return self.before.draft_id != self.after.draft_id

    @property
    def is_only_let_stand(self) -> bool:
        """Whether nothing has changed but what an editor lets stand: neither a mark nor a count comes of that."""
        before, after = self.before, self.after
        if before is None or after is None:
            return False
        return after == replace(
            before,
            overrides=after.overrides,
            version=after.version,
            changed_by=after.changed_by,
            changed_at=after.changed_at,
        )

    @property
    def is_reworded(self) -> bool:
        """Whether it has come, gone, or stands at another place."""
        if self.before is None or self.after is None:
            return self.before is not self.after
        return (self.before.span, self.before.draft_id) != (self.after.span, self.after.draft_id)


class Changes(Struct, frozen=True):
    """The effect of one action on one article.

    `what` says in words what was done ("so: confirmed"); `group` names the action in the log. A use case
    that found nothing to change returns no group and no statements. `is_numbering_changed` when a statement has
    come, gone, or stands at another place: then what is shown of the draft has to be read again.
    """

    article_id: str
    what: str
    by: str
    at: str
    tally: Tally
    group: str | None = None
    statements: tuple[Moved, ...] = ()
    is_numbering_changed: bool = False
    is_article_changed: bool = False
    """Whether the article itself has other values now: a dateline, a block taken back, a hint put aside."""
    sources: tuple[str, ...] = ()
    """The ids of the sources that were added, changed or taken away."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written."""
        return self.group is None
