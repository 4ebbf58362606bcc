"""Sources of the current statement: a new one, one on file, the same as last time; editing and taking off."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any

from factcheck.domain.source import Citation, Lead, Level, Source, Stance
from factcheck.domain.statement import Statement
from factcheck.screens.commanded import Act
from factcheck.widgets.painted import PaintedLine, padded

if TYPE_CHECKING:
    from factcheck.domain.changes import Changes
    from factcheck.screens.dialogs.cited import CitedDialog
    from factcheck.screens.dialogs.prompt import Explained
    from factcheck.screens.dialogs.source_pick import SourcePickDialog
    from factcheck.screens.review import ReviewScreen

_TITLE = 30
_WHERE = 22
_NAMED = 8
"""Statements that are named beside a source."""
_NAME = 12
_LEVEL = {Level.PUBLIC: "", Level.INTERNAL: "internal", Level.CONFIDENTIAL: "CONFIDENTIAL"}


class Sourcing:
    """The acts that cite. What is typed is kept with the place until it is saved."""

    def __init__(self, screen: "ReviewScreen") -> None:
        self._screen = screen
        self.said = ""
        """What the last write did."""

    def acts(self) -> dict[str, Act]:
        """What each command does."""
        return {
            "add_source": self._add,
            "cite_on_file": self._cite_on_file,
            "same_source": self._same,
            "sources": self._sources,
        }

    # ------------------------------------------------------------------------------------------- a new source

    def _add(self) -> None:
        statement = self._screen.stand.statement
        if statement is None:
            return
        leads = [lead for lead in statement.leads if not lead.is_used]
        if statement.citations or leads:
            self._offer(statement, leads)
        else:
            self._ask_new(statement)

    def _offer(self, statement: Statement, leads: list[Lead]) -> None:
        from factcheck.screens.dialogs.cited import CitedDialog

        screen, citations = self._screen, statement.citations
        around = screen.port.around(statement).sources
        letters = "123456789"[: len(citations)].ljust(len(citations), " ")
        rows: list[PaintedLine] = [
            ((f"{n}  ", "accent"), *_cited(citation, around.get(citation.source)))
            for n, citation in enumerate(citations, 1)
        ]
        rows += [(("↳  ", "accent"), padded(f"lead: {' '.join(x.text.split())}", 2 * _TITLE)) for x in leads]
        rows.append((("e  ", "accent"), ("a new source", "")))
        letters = f"{letters}{' ' * len(leads)}e"

        def chosen(dialog: "CitedDialog", index: int, is_off: bool) -> None:
            if index >= len(citations) + len(leads):
                if not is_off:
                    self._ask_new(statement, below=dialog)
            elif index >= len(citations):
                if not is_off:
                    self._ask_new(statement, below=dialog, lead=leads[index - len(citations)])
            elif is_off:
                dialog.dismiss(-1 - index)
            else:
                self._edit(statement, citations[index], around.get(citations[index].source), dialog)

        async def left(index: int | None) -> None:
            if index is not None:
                wanted = citations[-1 - index].id
                await screen.write(lambda: screen.port.sourcing.remove_citation(statement, wanted))

        title = f"Sources of statement {screen.stand.number}"
        screen.push(CitedDialog(title, rows, letters, chosen=chosen), left)

    def _ask_new(
        self, statement: Statement, *, below: "CitedDialog | None" = None, lead: Lead | None = None
    ) -> None:
        from factcheck.screens.dialogs import source_form as form

        port = self._screen.port.sourcing
        values = form.new_citation_values(self._screen.stand.question, self.today())
        if lead is not None:
            values |= _suggested(lead)
        self.open_form(
            f"A source for statement {self._screen.stand.number}",
            (*form.SOURCE_FIELDS, *form.citation_fields(statement)),
            {"independent": "no", **values},
            f"source:{lead.id if lead else statement.id}",
            lambda v: port.add_and_cite(
                statement, form.source_of(v), form.citation_of(v), lead.id if lead else None
            ),
            explained=((f"Suggested by the author’s {lead.kind}: change it as it should be.", "muted"),)
            if lead
            else (),
            below=below,
        )

    def _edit(
        self, statement: Statement, citation: Citation, source: Source | None, below: "CitedDialog"
    ) -> None:
        from factcheck.screens.dialogs import source_form as form

        port = self._screen.port.sourcing
        self.open_form(
            f"Cited: {source.title if source else '?'}",
            form.citation_fields(statement),
            form.citation_values(citation),
            f"citation:{citation.id}",
            lambda v: port.change_citation(statement, form.citation_of(v, citation)),
            below=below,
        )

    # ---------------------------------------------------------------------------------------- one on file

    def _cite_on_file(self) -> None:
        from factcheck.screens.dialogs.source_pick import SourcePickDialog

        screen, statement = self._screen, self._screen.stand.statement
        if statement is None:
            return
        on_file = screen.port.sourcing.on_file()
        if not on_file:
            screen.say(f"no source is on file yet; {screen.key_of('add_source')} adds one")
            return

        def take(dialog: "SourcePickDialog", index: int) -> None:
            self._ask_use(statement, on_file[index].source, dialog)

        screen.push(
            SourcePickDialog(
                f"Cite for statement {screen.stand.number}",
                [source_row(one.source, f"copy of: {one.article}" if one.article else "") for one in on_file],
                [found_by(one.source) for one in on_file],
                take=take,
            )
        )

    def _ask_use(self, statement: Statement, source: Source, below: "SourcePickDialog") -> None:
        from factcheck.screens.dialogs import source_form as form

        port = self._screen.port.sourcing
        self.open_form(
            f"Cite: {source.title}",
            form.citation_fields(statement),
            form.new_citation_values(self._screen.stand.question, self.today()),
            f"cite:{statement.id}:{source.id}",
            lambda v: port.cite(statement, source, form.citation_of(v)),
            below=below,
        )

    # --------------------------------------------------------------------------------- the same as last time

    def _same(self) -> None:
        screen, statement = self._screen, self._screen.stand.statement
        if statement is None:
            return
        last = screen.port.sourcing.last()
        if last is None:
            screen.say(
                f"you have cited nothing in this article yet; {screen.key_of('add_source')} adds a source"
            )
            return
        from factcheck.screens.dialogs.locator import LocatorDialog

        (source, before), question, today = last, screen.stand.question, self.today()
        field = f"locator:{statement.id}"

        async def ask(typed: str, stance: Stance) -> None:
            citation = Citation("", "", question, stance, typed, accessed=today)
            await self.saved(lambda: screen.port.sourcing.cite(statement, source, citation))

        def told(stance: Stance) -> str:
            return f"{stance.value} · {question.value} · accessed on {today}"

        async def closed(_: None) -> None:
            screen.say(self.said)

        self.said = ""
        dialog = LocatorDialog(
            f"Same source: {source.title}",
            told,
            before.stance,
            screen.typed.get(field, ""),
            ask=ask,
            keep=lambda text: screen.keep_typed(field, text or None),
        )
        screen.push(dialog, closed)

    # ------------------------------------------------------------------------------------------ the others

    def _sources(self) -> None:
        from factcheck.screens.sources import SourcesScreen

        self._screen.push(SourcesScreen(self._screen, self))

    def today(self) -> str:
        """The day on which something is looked at, where the checker is."""
        return self._screen.clock().astimezone(self._screen.zone).date().isoformat()

    def open_form(
        self,
        title: str,
        fields: Any,
        values: dict[str, str],
        kept: str,
        start: "Callable[[dict[str, str]], Future[Changes]]",
        *,
        explained: "Explained" = (),
        below: Any = None,
        then: Callable[[], None] | None = None,
    ) -> None:
        """Ask for values and write them; `below` is a dialog that goes with the form."""
        from factcheck.screens.dialogs.form import FormDialog

        screen = self._screen
        self.said = ""

        async def ask(given: dict[str, str]) -> None:
            await self.saved(lambda: start(given))

        async def closed(_: None) -> None:
            if below is not None:
                below.dismiss(None)
            screen.say(self.said or ("not saved; what you typed is kept" if kept in screen.typed else ""))
            if then is not None:
                then()

        dialog: FormDialog[None] = FormDialog(
            title,
            explained,
            fields,
            values,
            screen.typed.get(kept, ""),
            ask=ask,
            keep=lambda text: screen.keep_typed(kept, text),
        )
        screen.push(dialog, closed)

    async def saved(self, start: "Callable[[], Future[Changes]]") -> None:
        """Write, and show what was changed behind the dialog. Raises FactcheckError when nothing was saved."""
        self.said = await self._screen.writing.write_or_raise(start)


def _cited(citation: Citation, source: Source | None) -> PaintedLine:
    return (
        padded(source.title if source else "a source that there is no longer", _TITLE),
        ("  ", ""),
        padded(citation.locator or "no locator", 14, "" if citation.locator else "warning"),
        (f"  {citation.question} · {citation.stance}", "muted"),
    )


def _suggested(lead: Lead) -> dict[str, str]:
    """What a lead says, as a beginning: its address, and the rest of its words as the title."""
    words = lead.text.split()
    address = next((w for w in words if w.startswith(("http://", "https://"))), "")
    return {"title": " ".join(w for w in words if w != address), "address": address.rstrip(".,;)")}


def source_row(source: Source, aside: str = "", *, room: int = 0) -> PaintedLine:
    """A source in one line: its title, what it is, who may hear of it. The title gets so many cells more."""
    what = f"{source.kind.words}, {source.tier}"
    return (
        padded(source.title, _TITLE + room),
        ("  ", ""),
        padded(_LEVEL[source.level], _NAME, "error" if source.level is Level.CONFIDENTIAL else "muted"),
        (" ", ""),
        padded(aside or what, _WHERE, "muted"),
    )


def found_by(source: Source) -> str:
    """What a source is found by."""
    return f"{source.title} {source.creator} {source.address}"


def numbers_of(numbers: Sequence[int]) -> str:
    """The statements that cite a source; of many the first, and how many more."""
    distinct = list(dict.fromkeys(numbers))
    more = f" and {len(distinct) - _NAMED:,} more" if len(distinct) > _NAMED else ""
    return ", ".join(str(number) for number in distinct[:_NAMED]) + more
