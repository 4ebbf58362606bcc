"""The place of a review: where one stands and what is half-typed, kept on the disk behind the screen."""

import asyncio
from concurrent.futures import Future
from typing import TYPE_CHECKING

from factcheck.domain.place import Place, typed_since, with_typed
from factcheck.errors import FactcheckError
from factcheck.screens.place_keeper import PlaceFacts, PlaceKeeper

if TYPE_CHECKING:
    from factcheck.screens.review import ReviewScreen


class Placing:
    """Reads the place off the screen and keeps it; a place that cannot be saved is said on the screen."""

    def __init__(self, screen: "ReviewScreen", place: Place | None) -> None:
        self._screen = screen
        self.typed: dict[str, str] = dict(place.typed) if place else {}
        """What is half-typed, by its field."""
        self._stored = dict(self.typed)
        """What the store is known to hold of it."""
        self._keeper: PlaceKeeper | None = None

    def start(self) -> None:
        """Begin to keep it; where nothing can be written, nothing is kept."""
        if not self._screen.port.is_read_only:
            self._keeper = PlaceKeeper(
                self._facts,
                self._save,
                later=asyncio.get_running_loop().call_later,
                saved=self._saved,
                failed=self._failed,
                broke=self._broke,
            )

    def moved(self) -> None:
        """Something of the place is different now."""
        if self._keeper is not None:
            self._keeper.moved()

    def take_over(self) -> None:
        """Hear what another window left half-typed, and what it saved; what was typed here since stays."""
        place = self._screen.port.place()
        own = typed_since(self._stored, self.typed)
        self._stored = dict(place.typed) if place else {}
        self.typed = with_typed(self._stored, own)

    def keep_typed(self, field: str, text: str | None) -> None:
        """Keep what is half-typed in a field, or let go of it once it is saved."""
        if text is None:
            self.typed.pop(field, None)
        else:
            self.typed[field] = text
        self.moved()

    def half_typed_notes(self, statement_id: str) -> frozenset[str]:
        """Which notes ("private", "public") of a statement have words that are not saved yet."""
        return frozenset(k for k in ("private", "public") if f"{k}_note:{statement_id}" in self.typed)

    def flush(self) -> "asyncio.Future[None] | None":
        """Save the place at once, on the way out. None when it is saved already."""
        return self._keeper.keep_now() if self._keeper is not None else None

    def _facts(self) -> PlaceFacts:
        screen = self._screen
        statement, selection = screen.stand.statement, screen.stand.selection
        return (
            statement.id if statement else None,
            screen.stand.question,
            screen.article.top,
            dict(self.typed),
            str(selection.wanted) if selection is not None else "",
            dict(self._stored),
        )

    def _save(self, place: PlaceFacts) -> "Future[None]":
        return self._screen.port.save_place(*place)

    def _saved(self, place: PlaceFacts) -> None:
        *_, typed, _wanted, known = place
        self._stored = with_typed(self._stored, typed_since(known, typed))

    def _failed(self, error: FactcheckError) -> None:
        self._screen.status.not_saved(f"the place ({error.title.lower()})")
        self._screen.writing.set_alert(error)
        self._screen.show_stand()

    def _broke(self, error: BaseException) -> None:
        self._screen.app._handle_exception(error)  # type: ignore[arg-type]  # noqa: SLF001  # Textual's only door
