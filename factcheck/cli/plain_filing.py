"""The line mode's sources on file, and what is cited: put there, edited, merged, with files kept as evidence."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING

from msgspec.structs import replace

from factcheck.cli.plain_fields import Fields
from factcheck.cli.plain_moving import Act
from factcheck.cli.plain_words import number_of
from factcheck.domain.changes import Changes
from factcheck.domain.source import Citation, Source
from factcheck.domain.statement import Statement
from factcheck.errors import ActionRefusedError, UsageError

if TYPE_CHECKING:
    from factcheck.cli.plain import LineReview
    from factcheck.cli.plain_sourcing import Sourcing


class Filing:
    """The acts that change what is on file. Sources have the numbers with which they are listed."""

    def __init__(
        self, review: "LineReview", sourcing: "Sourcing", done: Callable[[Future[Changes]], Changes]
    ) -> None:
        self._review = review
        self._sourcing = sourcing
        self._fields = Fields(review.talk, review.clock, review.zone)
        self._done = done

    def acts(self) -> dict[str, Act]:
        """What each command does with what followed it."""
        return {
            "new_source": self._new,
            "edit_source": self._edit,
            "merge_source": self._merge,
            "attach_evidence": self._attach,
            "take_cited": self._edit_citation,
        }

    def _new(self, argument: str) -> None:
        source = self._sourcing.typed(argument)
        if source is not None:
            self._done(self._review.session.sourcing.add(source))

    def _edit(self, argument: str) -> None:
        source, fields = self._own(argument), self._fields
        wanted = replace(
            source,
            title=fields.edited_text("title", source.title, may_go=False),
            kind=fields.edited_choice("kind", source.kind),
            tier=fields.edited_choice("tier", source.tier),
            level=fields.edited_choice("level", source.level),
            address=fields.edited_text("address", source.address),
            creator=fields.edited_text("creator", source.creator),
            is_independent=fields.edited_yes("independent of the others", now=source.is_independent),
        )
        self._done(self._review.session.sourcing.change(source, wanted))

    def _merge(self, argument: str) -> None:
        first, _, second = argument.partition(" ")
        if not second:
            raise UsageError(
                "Two sources are merged.", "Type merge, the number of one, and that of the one that it is."
            )
        source, into = self._own(first), self._own(second.strip().removeprefix("into ").strip())
        self._done(self._review.session.sourcing.merge(source, into))

    def _attach(self, argument: str) -> None:
        from factcheck.screens.desk_paths import path_of

        number, _, typed = argument.partition(" ")
        source = self._own(number)
        self._done(self._review.session.sourcing.attach(source, path_of(typed)))

    def _own(self, typed: str) -> Source:
        """A source of this article: one of another is edited there, or cited first, which copies it."""
        number, listed = number_of(typed), self._review.session.sourcing.on_file()
        if not 0 < number <= len(listed):
            raise ActionRefusedError(f"There is no source {number}.", "S lists them.")
        if listed[number - 1].article:
            raise ActionRefusedError(
                f"Source {number} belongs to another article: {listed[number - 1].article}.",
                "E and its number cites it here, as a copy; that can be changed.",
            )
        return listed[number - 1].source

    # ------------------------------------------------------------------------------------------ citations

    def _edit_citation(self, argument: str) -> None:
        statement, number, fields = self._review.current(), number_of(argument), self._fields
        if not 0 < number <= len(statement.citations):
            raise ActionRefusedError(f"There is no citation {number} here.", "show reads them with numbers.")
        cited = statement.citations[number - 1]
        wanted = replace(
            cited,
            question=fields.edited_choice("question", cited.question, statement.questions),
            stance=fields.edited_choice("stance", cited.stance),
            locator=fields.edited_text("locator", cited.locator),
            excerpt=fields.edited_text("excerpt", cited.excerpt),
            detail=self._detail(statement, cited),
            accessed=fields.edited_text("accessed on", cited.accessed),
        )
        self._done(self._review.session.sourcing.change_citation(statement, wanted))

    def _detail(self, statement: Statement, cited: Citation) -> str | None:
        """The words of the detail that it is for, as they stand in the statement, or None for all of it."""
        if not statement.details:
            return cited.detail
        typed = self._fields.edited_text("only for the detail", cited.detail or "")
        words = (statement.within(detail.span) for detail in statement.details)
        return next((w for w in words if " ".join(w.split()) == " ".join(typed.split())), typed) or None
