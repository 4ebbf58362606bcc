"""The line mode's drafts: a new one from a file, the same one read again. Each is looked at before it is taken."""

from collections.abc import Callable, Iterable
from concurrent.futures import Future
from typing import TYPE_CHECKING

from factcheck.cli.plain_fields import Fields
from factcheck.cli.plain_moving import Act
from factcheck.domain.changes import Changes

if TYPE_CHECKING:
    from factcheck.cli.plain import LineReview

_TAKE = "Take it"


class Drafting:
    """The acts on the draft. `done` waits for a write and says what came of it."""

    def __init__(self, review: "LineReview", done: Callable[[Future[Changes]], Changes]) -> None:
        self._review = review
        self._fields = Fields(review.talk, review.clock, review.zone)
        self._done = done

    def acts(self) -> dict[str, Act]:
        """What each command does with what followed it."""
        return {"import_draft": self._revise, "reread": self._reread}

    def _revise(self, argument: str) -> None:
        """What the new text does to each statement, then the question whether it is to be so."""
        from factcheck.cli.revising import view  # with the extraction
        from factcheck.screens.desk_paths import path_of

        revising, seen_draft = self._review.session.revising, self._review.session.article.draft_id
        document = revising.read(path_of(argument))
        for warning in document.provenance.warnings:
            self._review.say(f"Note: {warning}")
        self._tell(view(revising.look(document).result()))
        if self._is_wanted():
            self._done(revising.take(document, seen_draft))
            self._review.read()

    def _reread(self, _: str) -> None:
        """What this extractor finds otherwise in the same text, then the question whether it is to be so."""
        from factcheck.cli.editing import readings_told

        session = self._review.session
        again = session.editing.look_again().result()
        numbers = {one.after.id: session.number_of(one.after.id) for one in again.readings}
        self._tell(readings_told(again, numbers))
        self._review.tell(f"Extractor {again.extractor} would change {len(numbers)} statements.")
        if numbers and self._is_wanted():
            self._done(session.editing.reread())
            self._review.read()

    def _tell(self, lines: Iterable[str]) -> None:
        for line in lines:
            if line:
                self._review.tell(line)

    def _is_wanted(self) -> bool:
        is_wanted = self._fields.is_yes(_TAKE)
        if not is_wanted:
            self._review.tell("Nothing was saved.")
        return is_wanted
