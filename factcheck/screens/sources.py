"""All sources of the article: what they are, where each is used, and everything that is done to one."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING

from textual.app import ComposeResult

from factcheck.commands.command import Where
from factcheck.domain.source import Attachment, Level, Source
from factcheck.errors import FactcheckError
from factcheck.screens.commanded import Act, CommandScreen, bindings_of, keys_of
from factcheck.screens.sourcing import found_by, numbers_of, source_row
from factcheck.widgets.key_line import KeyLine
from factcheck.widgets.lines import Alert, FixedLines, Heading, ListFrame, fits
from factcheck.widgets.local_time import day_and_hour
from factcheck.widgets.painted import PaintedLine, padded
from factcheck.widgets.scrolling import ChoiceList

if TYPE_CHECKING:
    from factcheck.screens.dialogs.source_pick import SourcePickDialog
    from factcheck.screens.review import ReviewScreen
    from factcheck.screens.sourcing import Sourcing
    from factcheck.services.sourcing_desk import Use

_MOVES = ("down", "up", "top", "bottom", "page_down_list", "page_up_list")
_NARROW = 80
"""Cells of a window in which a source’s line has room for a short title."""
_WANT_A_SOURCE = frozenset({"go_to_use", "edit_source", "attach_evidence", "merge_source", "find_source"})


class SourcesScreen(CommandScreen, inherit_bindings=False):
    """The sources of the article that is under review behind it."""

    BINDINGS = bindings_of(Where.SOURCES)
    WHERE = Where.SOURCES
    CSS_PATH = "sources.tcss"

    def __init__(self, review: "ReviewScreen", room: "Sourcing") -> None:
        super().__init__()
        self._review = review
        self._room = room
        self._port = review.port.sourcing
        self._list = ChoiceList(widget_id="sources")
        self._about = FixedLines(widget_id="about-source")
        self._alert = Alert()
        self._frame = ListFrame("sources", "Sources", widget_id="frame")
        self._keys = KeyLine(keys_of(Where.SOURCES), widget_id="keys")
        self._sources: list[Source] = []
        self._uses: dict[str, list[Use]] = {}

    def compose_room(self) -> ComposeResult:
        yield Heading(self._review.port.article.title, widget_id="heading")
        with self._frame:
            yield self._list
        yield self._about
        yield self._keys
        yield self._alert

    def on_mount(self) -> None:
        """Show what there is."""
        self._read()

    def acts(self) -> dict[str, Act]:
        acts: dict[str, Act] = {move: partial(self._go, move) for move in _MOVES}
        return acts | {
            "go_to_use": self._go_to_use,
            "edit_source": self._edit,
            "attach_evidence": self._attach_file,
            "merge_source": self._merge,
            "new_source": self._add,
            "find_source": self._find,
            "undo_here": self._undo,
            "close": self._close,
        }

    async def action_do(self, command_id: str) -> None:
        """What the last key said is put away by the next one."""
        self._frame.say("")
        self._alert.display = False
        await super().action_do(command_id)

    # ------------------------------------------------------------------------------------ what is shown

    def _read(self, chosen: str = "") -> None:
        """Read the sources again; the same one stays chosen."""
        chosen = chosen or (self._chosen().id if self._sources else "")
        self._sources, self._uses = self._port.sources(), self._port.uses()
        at = next((i for i, s in enumerate(self._sources) if s.id == chosen), self._list.chosen)
        self._list.fill([self._row(s) for s in self._sources], empty=[
            (("  No source is on file yet.", "strong"),), (),
            ((f"  {self.key_of('new_source')}", "accent"), ("   puts one on file", "")),
            ((f"  {self._review.key_of('add_source')}", "accent"), ("   in the review adds one to a statement", "")),
        ])  # fmt: skip
        self._list.choose(at)
        self._paint()

    def _row(self, source: Source) -> PaintedLine:
        numbers = numbers_of([use.number for use in self._uses.get(source.id, ())])
        files = f"{len(source.attachments)} ⎙  " if source.attachments else ""
        room = max(0, (self.app.size.width - _NARROW) // 2)
        cited = f"at {numbers}" if numbers else "not used"
        return (*source_row(source, room=room), (" ", ""), (f"{files}{cited}", "muted"))

    def _chosen(self) -> Source:
        return self._sources[self._list.chosen]

    def _paint(self) -> None:
        here = f"{self._list.chosen + 1} of {len(self._sources):,}" if self._sources else ""
        self._frame.say_where(" · ".join(filter(None, (here, self._review.signed.piece[0]))))
        self._keys.dim(frozenset() if self._sources else _WANT_A_SOURCE)
        self._about.display = bool(self._sources)
        if self._sources:
            self._about.say(*self._told(self._chosen()))

    def _say(self, notice: str) -> None:
        """Say what a key did, until the next one: on its line where it fits there, else in a box."""
        if fits(notice, self.app.size.width):
            self._frame.say(notice)
        else:
            self._alert.tell((notice, "accent"))

    def _told(self, source: Source) -> list[tuple[str, str]]:
        independent = "independent of the others" if source.is_independent else "independence not stated"
        by = f" · {source.creator}" if source.creator else ""
        told = [
            (f"{source.title}{by}", "strong"),
            (f"{source.kind.words} · {source.tier} · {source.level} · {independent}", ""),
            (source.address or "no address", "" if source.address else "muted"),
        ]
        if source.level is Level.CONFIDENTIAL:
            told.append(("Confidential: in no copy, no export and no clipboard.", "error"))
        told += [(self._kept(one), "muted") for one in source.attachments[:2]]
        return told

    def _kept(self, attached: Attachment) -> str:
        when = day_and_hour(attached.captured_at, self._review.clock(), self._review.zone)
        return f"{attached.name} · {attached.media_type} · {attached.size:,} bytes · {when} · {attached.sha256[:12]}"

    # ----------------------------------------------------------------------------------------- moving

    def _go(self, where: str) -> None:
        self._list.go(where)
        self._paint()

    def on_choice_list_line_chosen(self) -> None:
        """A second click goes to where the source is used."""
        self._go_to_use()

    def on_mouse_up(self) -> None:
        """A click has chosen another source."""
        self.call_after_refresh(self._paint)

    def _go_to_use(self) -> None:
        if not self._sources:
            return
        uses = self._uses.get(self._chosen().id, [])
        if not uses:
            self._say("no statement cites it")
        elif len({use.number for use in uses}) == 1:
            self._leave_to(uses[0])
        else:
            self._choose_use(uses)

    def _choose_use(self, uses: "list[Use]") -> None:
        from factcheck.screens.dialogs.choice import ChoiceDialog

        def chosen(index: int | None) -> None:
            if index is not None:
                self._leave_to(uses[index])

        rows: list[PaintedLine] = [
            (
                padded(str(use.number), 5, "accent"),
                padded(f"{use.question} · {use.stance} · {use.locator}", 30, "muted"),
                padded(" ".join(use.exact.split()), 34),
            )
            for use in uses
        ]
        self.app.push_screen(ChoiceDialog("Go to", rows), chosen)

    def _leave_to(self, use: "Use") -> None:
        self._review.stand.step_to(self._review.port.statement(use.statement_id))
        self._review.stand.turn_to(use.question)
        self._close()

    def _close(self) -> None:
        self.dismiss(None)

    def _find(self) -> None:
        if self._sources:
            self._pick("Find a source", self._sources, self._show_picked)

    def _show_picked(self, dialog: "SourcePickDialog", source: Source) -> None:
        dialog.dismiss(None)
        self._read(source.id)

    def _pick(
        self, title: str, among: list[Source], take: "Callable[[SourcePickDialog, Source], None]"
    ) -> None:
        from factcheck.screens.dialogs.source_pick import SourcePickDialog

        rows, words = [source_row(s) for s in among], [found_by(s) for s in among]
        self.app.push_screen(SourcePickDialog(title, rows, words, take=lambda d, i: take(d, among[i])))

    # ---------------------------------------------------------------------------------------- changing

    def _add(self) -> None:
        from factcheck.screens.dialogs import source_form as form

        self._room.open_form(
            "A source that is not cited yet",
            form.SOURCE_FIELDS,
            {"independent": "no"},
            "source:",
            lambda v: self._port.add(form.source_of(v)),
            then=self._read,
        )

    def _edit(self) -> None:
        if not self._sources:
            return
        from factcheck.screens.dialogs import source_form as form

        source = self._chosen()
        self._room.open_form(
            "Edit the source",
            form.SOURCE_FIELDS,
            form.source_values(source),
            f"source_edit:{source.id}",
            lambda v: self._port.change(source, form.source_of(v, source)),
            then=self._read,
        )

    def _merge(self) -> None:
        if not self._sources:
            return
        source = self._chosen()

        def take(dialog: "SourcePickDialog", into: Source) -> None:
            dialog.dismiss(None)
            self.run_worker(
                self._write(lambda: self._room.saved(lambda: self._port.merge(source, into)), into.id)
            )

        others = [s for s in self._sources if s.id != source.id]
        if not others:
            self._say("there is no other source that it could be")
            return
        self._pick(f"“{source.title}” is really", others, take)

    def _attach_file(self) -> None:
        if not self._sources:
            return
        from factcheck.screens.desk_paths import path_of
        from factcheck.screens.dialogs.path import EvidenceDialog

        source, review = self._chosen(), self._review
        field = f"evidence:{source.id}"

        async def ask(typed: str) -> None:
            path = path_of(typed)
            await self._room.saved(lambda: self._port.attach(source, path))

        def closed(_: None) -> None:
            self._read()

        explained = (
            (f"For “{source.title}”. A copy is kept in the store; the file stays where it is.", "muted"),
        )
        self.app.push_screen(
            EvidenceDialog(
                "Attach a file as evidence",
                explained,
                review.typed.get(field, ""),
                placeholder="~/Downloads/",
                ask=ask,
                keep=lambda text: review.keep_typed(field, text or None),
            ),
            closed,
        )

    async def _undo(self) -> None:
        await self._write(lambda: self._room.saved(self._review.port.undo))

    async def _write(self, write: "Callable[[], Awaitable[None]]", chosen: str = "") -> None:
        """Write, and say in place what came of it."""
        try:
            await write()
        except FactcheckError as error:
            self._alert.alarm(error.title, error.sentence, error.next_step)
        else:
            self._say(self._room.said)
        self._read(chosen)
