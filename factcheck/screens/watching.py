"""Hearing what other windows and people write to the same article."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.domain.changes import Moved
from factcheck.errors import LockedError
from factcheck.screens.commanded import CommandScreen
from factcheck.widgets.local_time import hour

if TYPE_CHECKING:
    from factcheck.domain.history import News
    from factcheck.screens.review import ReviewScreen

INTERVAL = 1.0
"""Seconds between two looks."""
_MANY = 200
"""More statements than this are not looked at one by one: everything is read again."""


class Watching:
    """Looks for news, and shows them at once; paints nothing when there are none."""

    def __init__(self, screen: "ReviewScreen") -> None:
        self._screen = screen

    def look(self) -> None:
        """Take over what others wrote since the last look."""
        screen = self._screen
        if screen.writing.is_busy:
            return
        try:
            news = screen.port.news()
        except LockedError:
            return  # somebody is writing at this moment: the next look hears of it
        if news:
            self._take_over(news)
            words = self._words(news)
            screen.say(words)
            screen.show_stand()  # the place stays that of who moved last
            for other in screen.app.screen_stack:
                if other is not screen and isinstance(other, CommandScreen):
                    other.hear(words)

    def _take_over(self, news: "Sequence[News]") -> None:
        screen = self._screen
        before = screen.stand.tally.statements
        screen.stand.read_again()
        screen.signed.forget()
        screen.placing.take_over()
        touched = {n.statement_id for n in news if n.statement_id is not None}
        is_about_all = any(n.statement_id is None for n in news)
        if is_about_all or len(touched) > _MANY or screen.stand.tally.statements != before:
            screen.read_all_again()
            return
        found = [screen.port.statement(one) for one in sorted(touched)]
        moved = [Moved(None, statement) for statement in found if statement is not None]
        screen.stand.take_over(moved)
        screen.panes.show_moved(moved)

    def _words(self, news: "Sequence[News]") -> str:
        screen, newest = self._screen, news[-1]
        who = f"by {newest.by}" if newest.by != screen.port.person else "in another window"
        number = screen.port.number_of(newest.statement_id) if newest.statement_id else 0
        on = f" on {number}" if number else ""
        more = len({n.group for n in news}) - 1
        rest = f", and {more} more" if more else ""
        return f"changed {who} at {hour(newest.at, screen.zone)}: {newest.what}{on}{rest}"
