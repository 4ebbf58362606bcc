"""Taking an article in: from a file or a paste, by way of the preview, to its row on the desk."""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from factcheck.domain.article import Article
from factcheck.screens.commanded import Act

if TYPE_CHECKING:
    from factcheck.screens.desk import DeskScreen
    from factcheck.services.previewing import Preview

_FILE = "file"
_PASTE = "paste"
_EXPLAINED = (
    ("Text, Markdown, HTML, Word or PDF, or an address of the web.", "muted"),
    ("You see what it becomes before anything is stored.", "muted"),
)


class TakingIn:
    """The acts that import."""

    def __init__(self, screen: "DeskScreen") -> None:
        self._screen = screen

    def acts(self) -> dict[str, Act]:
        """What each command does."""
        return {"import_file": self._ask_for_file, "import_paste": self.ask_for_paste}

    def _ask_for_file(self) -> None:
        from factcheck.screens.dialogs.path import PathDialog  # loads the editor of lines

        screen = self._screen

        async def ask(typed: str) -> "Preview":
            return self._read(_FILE, typed, await self._previewed(typed, None, dialog.say))

        dialog = PathDialog(
            "Import a file",
            _EXPLAINED,
            screen.view.typed.get(_FILE, ""),
            placeholder="~/articles/story.txt",
            ask=ask,
            keep=partial(screen.keep_typed, _FILE),
        )
        screen.app.push_screen(dialog, self._preview)

    def ask_for_paste(self, text: str = "") -> None:
        """Ask for a paste, or show one that came without being asked for."""
        from factcheck.screens.dialogs.paste import PasteDialog  # loads the text editor

        screen = self._screen

        async def ask(typed: str) -> "Preview":
            preview = await asyncio.to_thread(screen.port.preview_paste, typed)
            return self._read(_PASTE, typed, preview)

        dialog = PasteDialog(
            text or screen.view.typed.get(_PASTE, ""),
            ask=ask,
            keep=partial(screen.keep_typed, _PASTE),
        )
        screen.app.push_screen(dialog, self._preview)

    async def _previewed(
        self, typed: str, encoding: str | None, say: Callable[[tuple[str, str]], None]
    ) -> "Preview":
        """What an import would make. Whoever leaves meanwhile ends the reading, too."""
        from factcheck.screens.desk_paths import path_of
        from factcheck.screens.watched import watched

        port = self._screen.port
        with watched(say) as watch:
            if typed.strip().lower().startswith(("http://", "https://")):
                return await asyncio.to_thread(port.preview_url, typed.strip(), encoding, watch)
            return await asyncio.to_thread(lambda: port.preview_file(path_of(typed), encoding, watch))

    def _read(self, prompt: str, typed: str, preview: "Preview") -> "Preview":
        self._source = (prompt, typed)
        return preview

    async def _preview(self, preview: "Preview | None") -> None:
        """Show what was read. What was typed is kept until it is imported."""
        if preview is None:
            return
        from factcheck.screens.importing import PreviewScreen

        screen = self._screen
        screen.keep_typed(*self._source)
        known = {
            line.article.id for archived in (False, True) for line in screen.port.articles(archived=archived)
        }
        prompt, typed = self._source

        async def again(encoding: str) -> "Preview":
            return await self._previewed(typed, encoding, lambda said: None)

        shown = PreviewScreen(screen.port, preview, again if prompt == _FILE else None)

        async def left(_: None) -> None:
            if shown.other is not None:
                await self._preview(shown.other)
            elif shown.article is None:
                screen.say("nothing was imported")
            else:
                screen.keep_typed(self._source[0], None)
                is_known = shown.article.id in known
                self._show(shown.article, is_known=is_known)
                if not is_known and preview.waiting and shown.article.dateline is None:
                    self._ask_dateline(shown.article, preview)

        screen.app.push_screen(shown, left)

    def _show(self, article: Article, *, is_known: bool) -> None:
        """Choose the article on the desk, or in the archive when it is there."""
        screen = self._screen
        screen.show(article)
        line, opens = screen.chosen(), f"{screen.key_of('open')} opens it"
        if is_known:
            back = f"in the archive; {screen.key_of('archive')} brings it back"
            where = back if article.is_archived else opens
            screen.say(f"this very text is here already; {where}")
        else:
            count = line.tally.statements if line is not None else 0
            screen.say(f"imported, {count} statement{'' if count == 1 else 's'}; {opens}")

    def _ask_dateline(self, article: Article, preview: "Preview") -> None:
        """Ask once for the day from which the article's dates count; it can be left, and is never guessed."""
        from factcheck.services.crediting import dateline_proposed
        from factcheck.services.previewing import dateline_in

        count = preview.waiting
        many = "1 date waits" if count == 1 else f"{count} dates wait"
        leave, later = self._screen.key_of("leave_prompt"), self._screen.key_of("article_dateline")
        explained = ((f"{many} for it. Leave with {leave}, and set it at any time with {later}.", ""),)
        suggested = dateline_in(preview.blocks) or dateline_proposed(preview.document.proposals)
        self._screen.keeping.ask_dateline(article, suggested, explained)
