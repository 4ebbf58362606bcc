"""Keeping the articles: their names and dates, the archive, and destroying one."""

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING

from factcheck.domain.article import Article
from factcheck.domain.article_line import ArticleLine
from factcheck.domain.changes import Changes
from factcheck.errors import FactcheckError
from factcheck.screens.commanded import Act
from factcheck.screens.datelining import SUGGESTED
from factcheck.screens.saving import landed

if TYPE_CHECKING:
    from factcheck.screens.desk import DeskScreen
    from factcheck.screens.dialogs.prompt import Explained

Write = Callable[[Article, str], Future[Changes]]
_SLOW = "saving… keys wait their turn"
_RENAMED = (("Its name in commands and file names stays as it is.", "muted"),)
_DATED = (
    ("Place and date, as the article has them: “on Monday” counts from here. Empty: not set.", "muted"),
)
_LONGEST = 40
_DUE = (("A date such as 2024-10-25 or 2024-10-25 18:00, or your own words. Empty: not set.", "muted"),)


class Keeping:
    """The acts on the chosen article as a whole. Each reads the list again when it is done."""

    def __init__(self, screen: "DeskScreen") -> None:
        self._screen = screen

    def acts(self) -> dict[str, Act]:
        """What each command does."""
        return {
            "rename": self._rename,
            "article_dateline": self._set_dateline,
            "article_deadline": self._set_deadline,
            "archive": self._archive,
            "shred": self._shred,
            "how_to_export": self._say_how_to_export,
        }

    def _rename(self) -> None:
        if (line := self._screen.chosen()) is not None:
            self._ask("Rename", _RENAMED, line.article, line.article.title, self._screen.port.rename)

    def _set_dateline(self) -> None:
        if (line := self._screen.chosen()) is not None:
            self.ask_dateline(line.article)

    def ask_dateline(self, article: Article, suggested: str = "", explained: "Explained" = ()) -> None:
        """Ask for place and date. What is suggested from the text is in the field, and said to be no more than that."""
        port, dateline = self._screen.port, article.dateline or ""
        told = (*_DATED, *explained, *((SUGGESTED,) if suggested else ()))
        self._ask("Dateline", told, article, dateline, lambda a, t: port.set_dateline(a, t.strip() or None), suggested)  # fmt: skip

    def _set_deadline(self) -> None:
        if (line := self._screen.chosen()) is not None:
            port, deadline = self._screen.port, line.article.deadline or ""
            self._ask("Deadline", _DUE, line.article, deadline, lambda a, t: port.set_deadline(a, t.strip() or None))  # fmt: skip

    def _ask(
        self,
        what: str,
        explained: "Explained",
        article: Article,
        stored: str,
        write: Write,
        suggested: str = "",
    ) -> None:
        """Ask for a line and write it, against the article as the desk last showed it."""
        from factcheck.screens.dialogs.line import LineDialog  # loads the editor of lines

        screen, prompt = self._screen, f"{what}:{article.id}"

        async def ask(typed: str) -> Changes:
            seen = screen.article(article.id) or article
            try:
                return await landed(lambda: write(seen, typed), slow=lambda: None)
            finally:
                screen.read_again()  # refused or not: the list shows how it stands

        def keep(typed: str | None) -> None:
            screen.keep_typed(prompt, None if typed in (stored, suggested) else typed)

        async def done(changes: Changes | None) -> None:
            if changes is not None:
                screen.say(changes.what)

        text = screen.view.typed.get(prompt, stored or suggested)
        screen.app.push_screen(LineDialog[Changes](what, explained, text, ask=ask, keep=keep), done)

    async def _archive(self) -> None:
        """Ask before an article leaves the desk: elsewhere the same key means another thing."""
        if (line := self._screen.chosen()) is None:
            return
        article = line.article
        if article.is_archived:
            await self._turn(article)
            return
        from factcheck.screens.dialogs.choice import ChoiceDialog

        async def answered(index: int | None) -> None:
            if index == 1:
                await self._turn(article)
            else:
                self._screen.say("it stays on the desk")

        rows = [(("l  ", "accent"), ("leave it on the desk", "")), (("p  ", "accent"), ("put it into the archive; nothing is lost", ""))]  # fmt: skip
        self._screen.app.push_screen(
            ChoiceDialog(f"Archive {_briefly(article.title)}?", rows, letters="lp"), answered
        )

    async def _turn(self, article: Article) -> None:
        """Into the archive, or back onto the desk."""
        screen = self._screen
        try:
            await landed(lambda: screen.port.archive(article), slow=partial(screen.say, _SLOW))
        except FactcheckError as error:
            screen.alert(error)
            screen.read_again()
            return
        screen.read_again()
        if article.is_archived:
            screen.say(f"back on the desk; {screen.key_of('show_desk')} shows it: {article.title}")
        else:
            look, back = screen.key_of("archived"), screen.key_of("archive")
            screen.say(f"archived; {look} shows the archive, where {back} brings it back: {article.title}")

    def _shred(self) -> None:
        if (line := self._screen.chosen()) is None:
            return
        from factcheck.screens.dialogs.line import ShredDialog

        screen, article = self._screen, line.article

        async def ask(typed: str) -> str:
            try:
                left = await landed(lambda: screen.port.shred(article, typed), slow=lambda: None)
            finally:
                screen.read_again()
            return (
                f"shredded, but remove by hand: {', '.join(left)}" if left else f"shredded: {article.title}"
            )

        async def done(said: str | None) -> None:
            screen.say(said or "nothing was shredded")

        screen.app.push_screen(
            ShredDialog("Shred an article", _warning(line), "", ask=ask, keep=lambda typed: None), done
        )

    def _say_how_to_export(self) -> None:
        if (line := self._screen.chosen()) is not None:
            slug = line.article.slug
            self._screen.say(f"factcheck export {slug} --format html")


def _briefly(title: str) -> str:
    return f"“{title if len(title) <= _LONGEST else title[: _LONGEST - 1] + '…'}”"


def _warning(line: ArticleLine) -> "Explained":
    """What will be destroyed, what is left, and what nobody can reach from here."""
    tally = line.tally
    statements = f"{tally.statements} statement{'' if tally.statements == 1 else 's'}"
    return (
        (line.article.title, "strong"),
        ("", ""),
        ("Destroyed, and not to be had back:", "error"),
        (f"its text, {statements}, {tally.verdicts_in_words}, sources, evidence, notes and history.", ""),
        ("Left: a hash of its text, with your name and the time.", ""),
        ("Not reached from here:", "error"),
        ("reports that were exported, copies and backups of the store’s file.", ""),
        ("", ""),
        ("To destroy it, type its name:", ""),
        (line.article.slug, "accent strong"),
    )
