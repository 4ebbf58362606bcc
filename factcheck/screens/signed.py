"""Whether the article is signed, and still says what was signed: told on every screen, looked at after each write."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.screens.review import ReviewScreen


class Signed:
    """Looks only for an article that is signed, and only after the first frame."""

    def __init__(self, screen: "ReviewScreen") -> None:
        self._screen = screen
        self._words: str | None = ""

    def forget(self) -> None:
        """Something was written, or the first frame is there: look again when it is next asked."""
        self._words = None

    @property
    def words(self) -> str:
        """What is to be said of it: nothing of an article that is not signed."""
        if self._words is None:
            port = self._screen.port
            self._words = port.signing.state().value if port.article.signoff is not None else ""
        return self._words
