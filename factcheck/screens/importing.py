"""A document before it is imported: what it was read from, its blocks, its title. Nothing is stored yet."""

import asyncio
import threading
from collections.abc import Awaitable, Callable
from functools import partial

from textual.app import ComposeResult

from factcheck.commands.command import Where
from factcheck.domain.article import Article, Credits
from factcheck.errors import ActionRefusedError, FactcheckError
from factcheck.screens.commanded import Act, CommandScreen, bindings_of, keys_of
from factcheck.screens.ports import DeskPort
from factcheck.screens.saving import landed
from factcheck.services.crediting import NOBODY, proposed
from factcheck.services.previewing import Preview
from factcheck.widgets.block_preview import BlockPreview
from factcheck.widgets.key_line import KeyLine
from factcheck.widgets.lines import Alert, FixedLines, Heading, ListFrame, NoticeLine, OneLine

_ENCODED = (
    ("Read the file in this one, for example cp1252, koi8-r or cp949; then look at the letters.", "muted"),
)
_KEYS_WAIT = 0.25
"""Seconds for which keys wait for an import; one that takes longer goes on beside them."""
_NOT_WHILE_STORING = frozenset({"import_now", "retitle", "keep_stated", "name_encoding"})
_TITLED = (("The article’s short name for commands is made from it, and stays.", "muted"),)


class PreviewScreen(CommandScreen, inherit_bindings=False):
    """Shows what an import would make, and makes it. `article` is what was stored or found; None when it was left.

    `again` reads the file anew in another encoding; what came of that is `other`, to be shown instead.
    """

    CSS_PATH = "importing.tcss"
    BINDINGS = bindings_of(Where.PREVIEW)
    WHERE = Where.PREVIEW

    def __init__(
        self, port: DeskPort, preview: Preview, again: Callable[[str], Awaitable[Preview]] | None = None
    ) -> None:
        super().__init__()
        self.other: Preview | None = None
        self._again = again
        self.article: Article | None = None
        self._port = port
        self._preview = preview
        self._title: str | None = None
        self._is_stated_kept = False
        self._storing: threading.Event | None = None
        """While it is being stored: what ends that when it is set."""
        self._done = asyncio.Event()
        self._blocks = BlockPreview(preview.blocks, widget_id="blocks")
        self._facts = FixedLines(widget_id="facts")
        self._frame = ListFrame("blocks", "What it becomes", pad=1, widget_id="frame")
        self._alert = Alert()

    def compose_room(self) -> ComposeResult:
        yield Heading("Import", self._preview.document.provenance.name, widget_id="heading")
        yield NoticeLine(widget_id="head-rule")
        yield self._facts
        self._blocks.keys = f"{self.key_of('down')} {self.key_of('up')}"
        with self._frame:
            yield self._blocks
        yield self._alert
        status = OneLine(widget_id="status")
        status.say((("Nothing is stored yet.", "muted"),))
        yield status
        yield KeyLine(keys_of(Where.PREVIEW), widget_id="keys")

    def on_mount(self) -> None:
        """Say what was read."""
        self._show_facts()

    def acts(self) -> dict[str, Act]:
        moves = ("down", "up", "top", "bottom", "page_down_list", "page_up_list")
        acts: dict[str, Act] = {move: partial(self._blocks.go, move) for move in moves}
        return acts | {
            "import_now": self._import,
            "retitle": self._ask_for_title,
            "keep_stated": self._switch_stated,
            "name_encoding": self._ask_for_encoding,
            "leave_preview": self._leave,
        }

    def _show_facts(self) -> None:
        preview, provenance = self._preview, self._preview.document.provenance
        excluded = sum(1 for block in preview.blocks if block.is_excluded)
        counts = (
            f"{_many(preview.statements, 'statement')} in {_many(len(preview.blocks), 'block')}, "
            f"{excluded} of them not checked · {provenance.size:,} bytes"
            + (f", {provenance.encoding}" if provenance.encoding else "")
        )
        document = preview.document
        told = document.proposals
        said = {"author": told.author, "date": told.date, "source": told.source}
        stated = " · ".join(f"{name}: {words}" for name, words in said.items() if words)
        more = [(f"The file says: {stated}", "muted")] if stated else []
        if self._proposed != NOBODY:
            more.append(self._kept())
        if document.notes:
            more.append(
                (f"{_many(len(document.notes), 'note')} of the author’s to hang on statements", "muted")
            )
        warnings = [(f"! {warning}", "warning") for warning in provenance.warnings]
        if preview.statements == 0:
            warnings.append(("! There is no statement in it to check.", "warning"))
        self._facts.say((self._title or preview.title, "strong"), (counts, "muted"), *more, *warnings)
        self._facts.refresh(layout=True)

    @property
    def _proposed(self) -> Credits:
        return proposed(self._preview.document.proposals)

    def _kept(self) -> tuple[str, str]:
        """What of it is kept with the article; a key says so, and nothing else."""
        told = {"author": self._proposed.author, "publisher": self._proposed.publisher}
        what = ", ".join(f"{name} {words}" for name, words in told.items() if words)
        if self._is_stated_kept:
            return (f"✓ kept with the article: {what}", "accent")
        return (
            f"Not kept with the article; {self.key_of('keep_stated')} keeps {' and '.join(n for n, w in told.items() if w)}",
            "muted",
        )

    def _switch_stated(self) -> None:
        if self._proposed == NOBODY:
            self._frame.say("the file says nothing of its author or publisher")
            return
        self._is_stated_kept = not self._is_stated_kept
        self._show_facts()

    async def action_do(self, command_id: str) -> None:
        """While it is stored nothing of it can be changed; it can be looked through and left."""
        if self._storing is None or command_id not in _NOT_WHILE_STORING:
            await super().action_do(command_id)

    async def _import(self) -> None:
        """Store it; keys wait for that, but not for a book, which is stored beside them and can be left."""
        self._alert.display = False
        self._frame.say("importing… keys wait their turn")
        self._storing, self._done = threading.Event(), asyncio.Event()
        self.run_worker(self._store(self._storing))
        try:
            async with asyncio.timeout(_KEYS_WAIT):
                await self._done.wait()
        except TimeoutError:  # it goes on, and keys are heard again
            self._frame.say(f"importing… · {self.key_of('leave_preview')} leaves with nothing stored")

    async def _store(self, left: threading.Event) -> None:
        """Leave with what was stored; or say why not, and stay."""
        credited = self._proposed if self._is_stated_kept else None
        told = self._teller(left)
        try:
            self.article = await landed(
                lambda: self._port.import_document(self._preview, self._title, credited, told),
                slow=lambda: None,
            )
        except FactcheckError as error:
            self._storing = None
            self._frame.say("the import was left; nothing was stored" if left.is_set() else "not imported")
            if not left.is_set():
                self._show_alert(error)
        else:
            self.dismiss()
        finally:
            self._done.set()

    def _teller(self, left: threading.Event) -> Callable[[str, float], None]:
        """What hears in the writer's thread how far it is, and ends it there when it was left."""
        loop, said = asyncio.get_running_loop(), [""]

        def told(what: str, share: float) -> None:
            if left.is_set():
                raise ActionRefusedError("The import was left.", "Nothing was stored.")
            words = f"{what}… {share:.0%} · {self.key_of('leave_preview')} leaves with nothing stored"
            if words != said[0]:
                said[0] = words
                loop.call_soon_threadsafe(self._show_progress, left, words)

        return told

    def _show_progress(self, left: threading.Event, words: str) -> None:
        if self._storing is left and not left.is_set():
            self._frame.say(words)

    def _show_alert(self, error: FactcheckError) -> None:
        self._alert.alarm(error.title, error.sentence, error.next_step)

    def on_unmount(self) -> None:
        """Whoever quits does not wait for a book."""
        if self._storing is not None:
            self._storing.set()

    def _ask_for_title(self) -> None:
        from factcheck.screens.dialogs.line import LineDialog

        async def ask(typed: str) -> str:
            title = " ".join(typed.split())
            if not title:
                raise ActionRefusedError("A title cannot be empty.", "Type the title.")
            return title

        async def done(title: str | None) -> None:
            if title is not None:
                self._title = title
                self._show_facts()

        text = self._title or self._preview.title
        self.app.push_screen(LineDialog[str]("Title", _TITLED, text, ask=ask, keep=lambda typed: None), done)

    def _ask_for_encoding(self) -> None:
        """Read the file again, in an encoding that is named."""
        from factcheck.screens.dialogs.line import LineDialog

        again, encoding = self._again, self._preview.document.provenance.encoding
        if again is None or not encoding:
            self._frame.say("there is no encoding to be named here")
            return

        async def ask(typed: str) -> Preview:
            return await again(typed.strip())

        async def done(preview: Preview | None) -> None:
            if preview is not None:
                self.other = preview
                self.dismiss()

        self.app.push_screen(
            LineDialog[Preview]("Encoding", _ENCODED, encoding, ask=ask, keep=lambda typed: None), done
        )

    def _leave(self) -> None:
        """Leave; or, while it is stored, end that, and stay."""
        if self._storing is None:
            self.dismiss()
        else:
            self._storing.set()
            self._frame.say("leaving…")


def _many(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"
