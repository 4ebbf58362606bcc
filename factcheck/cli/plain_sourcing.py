"""The line mode's sources: a new one field by field, one on file, the same as last time, taking off."""

from typing import TYPE_CHECKING

from factcheck.cli.plain_fields import Fields
from factcheck.cli.plain_moving import Act
from factcheck.cli.plain_words import number_of
from factcheck.domain.source import Citation, Lead, Level, Source, SourceKind, Stance, Tier
from factcheck.domain.verdict import Question
from factcheck.errors import ActionRefusedError

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from factcheck.cli.plain import LineReview
    from factcheck.domain.changes import Changes


class Sourcing:
    """The acts that cite. An empty line at the first field leaves, with nothing saved."""

    def __init__(self, review: "LineReview", done: "Callable[[Future[Changes]], Changes]") -> None:
        self._review = review
        self._fields = Fields(review.talk, review.clock, review.zone)
        self._done = done

    def acts(self) -> dict[str, Act]:
        """What each command does with what followed it."""
        return {
            "add_source": self._add,
            "use_lead": self._use_lead,
            "cite_on_file": self._cite,
            "same_source": self._same,
            "sources": lambda _: self._list(),
            "uncite": self._uncite,
        }

    def _use_lead(self, argument: str) -> None:
        statement, number = self._review.current(), number_of(argument)
        if not 0 < number <= len(statement.leads):
            raise ActionRefusedError(f"There is no lead {number} here.", "show reads them with numbers.")
        lead = statement.leads[number - 1]
        self._review.tell(f"Lead: {' '.join(lead.text.split())}")
        self._add("", lead)

    def _add(self, argument: str, lead: Lead | None = None) -> None:
        statement = self._review.current()
        source = self.typed(argument)
        if source is None:
            return
        use = self._use(self._fields.choice("stance", Stance))
        used = lead.id if lead else None
        self._done(self._review.session.sourcing.add_and_cite(statement, source, use, used))

    def typed(self, title: str) -> Source | None:
        """A new source, field by field; None when it is left at the title."""
        fields = self._fields
        title = title or fields.text("title")
        if not title:
            self._review.tell("Nothing was saved.")
            return None
        return Source(
            "",
            "",
            title,
            fields.choice("kind", SourceKind),
            fields.choice("tier", Tier),
            fields.choice("level", Level),
            fields.text("address"),
            fields.text("creator"),
            is_independent=fields.is_yes("independent of the others"),
        )

    def _cite(self, argument: str) -> None:
        statement = self._review.current()
        if not argument:
            self._list()
            return
        on_file = self._review.session.sourcing.on_file()
        number = number_of(argument)
        if not 0 < number <= len(on_file):
            raise ActionRefusedError(f"There is no source {number}.", "E alone lists them.")
        use = self._use(self._fields.choice("stance", Stance))
        self._done(self._review.session.sourcing.cite(statement, on_file[number - 1].source, use))

    def _same(self, argument: str) -> None:
        statement = self._review.current()
        last = self._review.session.sourcing.last()
        if last is None:
            raise ActionRefusedError("You have cited nothing in this article yet.", "e adds a source.")
        source, before = last
        self._review.tell(f"Same source: {source.title}, {before.stance}, for {self._review.stand.question}.")
        locator = argument or self._fields.text("locator")
        use = Citation(
            "", "", self._review.stand.question, before.stance, locator, accessed=self._fields.today()
        )
        self._done(self._review.session.sourcing.cite(statement, source, use))

    def _uncite(self, argument: str) -> None:
        statement, number = self._review.current(), number_of(argument)
        if not 0 < number <= len(statement.citations):
            raise ActionRefusedError(f"There is no citation {number} here.", "show reads them with numbers.")
        wanted = statement.citations[number - 1].id
        self._done(self._review.session.sourcing.remove_citation(statement, wanted))

    def _list(self) -> None:
        """All sources that can be cited, each with its number."""
        on_file = self._review.session.sourcing.on_file()
        for number, one in enumerate(on_file, 1):
            source = one.source
            copied = f", a copy of: {one.article}" if one.article else ""
            told = f"{source.kind.words}, {source.tier}, {source.level}"
            self._review.tell(f"{number}, {source.title}: {told}{copied}")
        self._review.tell(
            "E and a number cites one, edit-source and a number changes one."
            if on_file
            else "No source is on file; e adds one."
        )

    def _use(self, stance: Stance) -> Citation:
        question: Question = self._review.stand.question
        locator, excerpt = self._fields.text("locator"), self._fields.text("excerpt")
        return Citation("", "", question, stance, locator, excerpt, self._fields.today())
