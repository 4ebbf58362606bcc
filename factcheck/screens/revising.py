"""A new draft of the article under review, and the way through what must be rechecked."""

import asyncio
from bisect import bisect_right
from functools import partial
from typing import TYPE_CHECKING

from factcheck.domain.filter import Filter, FilterBy
from factcheck.domain.progress import WorkState
from factcheck.screens.commanded import Act

if TYPE_CHECKING:
    from factcheck.documents.document import Document
    from factcheck.screens.review import ReviewScreen
    from factcheck.services.revising import Revision

_FIELD = "draft_file"
_EXPLAINED = (("You see what the new text does to each statement before anything is stored.", "muted"),)
_RECHECK = Filter(FilterBy.STATE, WorkState.RECHECK.value)


class Revising:
    """The acts on drafts. What is typed of the file's name is kept with the place."""

    def __init__(self, screen: "ReviewScreen") -> None:
        self._screen = screen

    def acts(self) -> dict[str, Act]:
        """What each command does."""
        return {
            "next_recheck": self._next_recheck,
            "import_draft": self._ask_for_file,
            "last_draft": self._look_back,
        }

    def _look_back(self) -> None:
        """What the draft under review did, when it was taken."""
        screen = self._screen
        past = screen.port.revising.last()
        if past is None:
            screen.say(f"this is the first draft; {screen.key_of('import_draft')} gives it another one")
            return
        from factcheck.screens.last_draft import LastDraftScreen

        drafts = LastDraftScreen(screen, past)

        async def left(_: None) -> None:
            if drafts.target is not None:
                screen.stand.step_to(screen.port.statement(drafts.target))

        screen.push(drafts, left)

    def _next_recheck(self) -> None:
        """The next one in the text, whatever the filter; once from the start."""
        screen, statement = self._screen, self._screen.stand.statement
        starts = screen.port.starts(_RECHECK)
        if not starts:
            screen.say("nothing is to be rechecked")
            return
        place = bisect_right(starts, statement.span.start) if statement else 0
        is_from_start = place == len(starts)
        if not screen.stand.step_to(screen.port.starting_at(starts[0 if is_from_start else place])):
            screen.say("this is the only one to be rechecked")
        elif is_from_start:
            screen.say("from the end on to the start: the first one to be rechecked")

    def _ask_for_file(self) -> None:
        screen = self._screen
        if screen.port.is_read_only:
            screen.say("the store can only be read: no draft can be taken")
            return
        from factcheck.screens.desk_paths import path_of
        from factcheck.screens.dialogs.path import PathDialog  # loads the editor of lines
        from factcheck.screens.watched import watched

        seen_draft = screen.port.article.draft_id

        async def ask(typed: str) -> "tuple[Document, Revision]":
            with watched(dialog.say) as watch:
                document = await asyncio.to_thread(lambda: screen.port.revising.read(path_of(typed), watch))
                leave = dialog.key_of("leave_prompt")
                dialog.say((f"comparing… · {leave} leaves with nothing stored", "warning"))
                return document, await asyncio.wrap_future(screen.port.revising.look(document, watch))

        async def look(read: "tuple[Document, Revision] | None") -> None:
            if read is not None:
                await self._show(*read, seen_draft)

        dialog = PathDialog(
            "A new draft from a file",
            _EXPLAINED,
            screen.typed.get(_FIELD, ""),
            placeholder="~/articles/story-2.txt",
            ask=ask,
            keep=partial(screen.keep_typed, _FIELD),
        )
        screen.push(dialog, look)

    async def _show(self, document: "Document", revision: "Revision", seen_draft: str) -> None:
        from factcheck.screens.dialogs.revision import RevisionDialog

        screen = self._screen
        dialog = RevisionDialog(revision)

        async def left(_: None) -> None:
            if not dialog.is_taken:
                screen.say("the draft was not taken; nothing was stored")
            elif await screen.write(lambda: screen.port.revising.take(document, seen_draft)) is not None:
                go_on, look = screen.key_of("next_recheck"), screen.key_of("last_draft")
                screen.say(
                    f"draft {revision.number}: {revision.summary}; {go_on} goes to the next to recheck, {look} shows them all"
                )

        screen.push(dialog, left)
