"""The settings: each line says how it is, enter changes it, and it is kept at once."""

from collections.abc import Callable

from textual.app import ComposeResult

from factcheck.commands.command import Where
from factcheck.errors import FactcheckError, UsageError
from factcheck.screens.commanded import Act, Dialog, bindings_of
from factcheck.screens.ports import SettingsPort
from factcheck.settings import THEMES, Settings
from factcheck.widgets.lines import FixedLines
from factcheck.widgets.painted import PaintedLine, padded
from factcheck.widgets.scrolling import ChoiceList

_LABEL = 18
_VALUE = 18
_THEME = 0
_SWITCHES = {1: "auto_advance", 3: "source_policy", 4: "gate_sources", 5: "gate_details"}
"""The lines that are on or off; the one between them asks for a name."""
_MOVES = ("down", "up", "top", "bottom", "page_down_list", "page_up_list")


class SettingsDialog(Dialog[None], inherit_bindings=False):
    """Shows `settings`, changes them through the port, and says so to `changed`."""

    BINDINGS = bindings_of(Where.LIST)

    def __init__(
        self, settings: Settings, port: SettingsPort, *, changed: Callable[[Settings], None]
    ) -> None:
        super().__init__("Settings")
        self._settings = settings
        self._port = port
        self._changed = changed
        self._list = ChoiceList(widget_id="choices")
        self._said = FixedLines(widget_id="answer")

    def compose_room(self) -> ComposeResult:
        rows = self._rows()
        self._list.fill(rows)
        self._list.styles.height = len(rows)
        yield self._list
        yield self._said

    def _rows(self) -> list[PaintedLine]:
        settings = self._settings
        return [
            _row("Theme", settings.theme, "dark or light"),
            _row("Auto-advance", _on(is_on=settings.auto_advance), "on to the next open statement"),
            _row("Who is checking", settings.person, "counts from the next start on"),
            _row("Source policy", _on(is_on=settings.source_policy), "say what sources an answer lacks"),
            _row("Gate: sources", _on(is_on=settings.gate_sources), "sign only with enough sources"),
            _row("Gate: details", _on(is_on=settings.gate_details), "sign only what was gone over"),
        ]

    def acts(self) -> dict[str, Act]:
        acts: dict[str, Act] = {move: lambda move=move: self._list.go(move) for move in _MOVES}  # type: ignore[misc]  # mypy cannot infer a lambda's default
        return acts | {"choose": self._list.take, "close": self._close}

    def _close(self) -> None:
        self.dismiss(None)

    def on_choice_list_line_chosen(self, message: ChoiceList.LineChosen) -> None:
        """Change the line that was taken."""
        settings = self._settings
        if message.index == _THEME:
            self._try("theme", THEMES[(THEMES.index(settings.theme) + 1) % len(THEMES)])
        elif message.index in _SWITCHES:
            name = _SWITCHES[message.index]
            self._try(name, not getattr(settings, name))
        else:
            self._ask_person()

    def _try(self, name: str, value: str | bool) -> None:
        try:
            self._set(name, value)
        except FactcheckError as error:
            self._say((error.sentence, "error"), (error.next_step, "accent"))

    def _set(self, name: str, value: str | bool) -> None:
        self._settings = self._port.save(name, value)
        self._list.fill(self._rows())
        self._say()
        self._changed(self._settings)

    def _say(self, *paragraphs: tuple[str, str]) -> None:
        self._said.say(*paragraphs)
        self._said.refresh(layout=True)

    def _ask_person(self) -> None:
        from factcheck.screens.dialogs.line import LineDialog  # loads the input field

        if self._port.is_person_fixed:
            self._say(
                (
                    "FACTCHECK_PERSON in the environment says who is checking, whatever is set here.",
                    "warning",
                ),
            )
            return

        async def save(typed: str) -> None:
            name = typed.strip()
            if not name or not name.isprintable():
                raise UsageError("A name has letters, and nothing that cannot be seen.", "Type the name.")
            self._set("person", name)

        explained = (("The name under which your answers are kept, from the next start on.", "muted"),)
        dialog: LineDialog[None] = LineDialog(
            "Who is checking", explained, self._settings.person, ask=save, keep=lambda text: None
        )
        self.app.push_screen(dialog)


def _on(*, is_on: bool) -> str:
    return "on" if is_on else "off"


def _row(label: str, value: str, explained: str) -> PaintedLine:
    return (padded(label, _LABEL), padded(value, _VALUE, "accent strong"), (explained, "muted"))
