"""Whether the article is signed, and still says what was signed: told on every screen, looked at after each write."""

from typing import TYPE_CHECKING

from factcheck.widgets.layout import width_of
from factcheck.widgets.painted import Piece, padded

if TYPE_CHECKING:
    from factcheck.domain.signoff import SignedState, Signoff
    from factcheck.screens.review import ReviewScreen

_NOTHING: Piece = ("", "")
_MOST = 44
"""Cells: a name may be as long as it likes."""


class Signed:
    """Looks only for an article that is signed, and only after the first frame."""

    def __init__(self, screen: "ReviewScreen") -> None:
        self._screen = screen
        self._piece: Piece | None = _NOTHING

    def forget(self) -> None:
        """Something was written, or the first frame is there: look again when it is next asked."""
        self._piece = None

    @property
    def piece(self) -> Piece:
        """What is to be said of it, and its look: nothing of an article that is not signed."""
        if self._piece is None:
            port = self._screen.port
            signoff = port.article.signoff
            self._piece = _NOTHING if signoff is None else _piece(port.signing.state(), signoff)
        return self._piece


def _piece(state: "SignedState", signoff: "Signoff") -> Piece:
    from factcheck.domain.signoff import is_upheld, signed_words  # most articles are not signed yet

    words = signed_words(state, signoff)
    look = "strong" if is_upheld(state, signoff) else "warning"
    return padded(words, min(width_of(words), _MOST), look)
