"""Several fields in one box: text is typed, the rest is chosen by a letter, and enter goes on.

What is typed and chosen is kept field by field while it grows. Keys are done in their order, whichever field has
the focus by then, so that they may be typed ahead.
"""

import json
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace
from textual import events
from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget

from factcheck.commands.command import Where
from factcheck.screens.commanded import BOX_CSS, Act, bindings_of
from factcheck.screens.dialogs.prompt import Explained, Prompt, Typed
from factcheck.widgets.choice_line import ChoiceLine, Option
from factcheck.widgets.key_line import Key
from factcheck.widgets.line_field import LineField
from factcheck.widgets.lines import FixedLines

Values = Mapping[str, str]
_LITTLE = 3
"""So many paragraphs above the fields there is room for in every window."""


class Field(Struct, frozen=True):
    """One line of a form. With `options` it is a choice, else text."""

    name: str
    label: str
    options: Sequence[Option] = ()


class FormLine(LineField):
    """A pasted text of several lines becomes one line, and none of it is lost."""

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        self.replace(" ".join(event.text.split()), *self.selection)


class FormDialog(Prompt[Typed], inherit_bindings=False):
    """Ends with what came of the values; `ask` gets them by their fields' names, as text. `verb` is what it does."""

    BINDINGS = bindings_of(Where.FORM)
    WHERE = Where.FORM
    CSS_PATH = [*BOX_CSS, "form.tcss"]

    def __init__(
        self,
        title: str,
        explained: Explained,
        fields: Sequence[Field],
        values: Values,
        kept: str,
        *,
        ask: Callable[[dict[str, str]], Awaitable[Typed]],
        keep: Callable[[str | None], None],
        verb: str = "save",
    ) -> None:
        self._verb = verb

        async def ask_values(typed: str) -> Typed:
            return await ask(json.loads(typed))

        stored = as_typed({f.name: values.get(f.name, "") for f in fields})
        super().__init__(
            title, explained, ask=ask_values, keep=lambda text: keep(None if text == stored else text)
        )
        before = _read(kept)
        self._is_typed_before = bool(before)
        now = {**values, **before}
        self._fields = fields
        self._lines: list[FormLine | ChoiceLine] = [
            ChoiceLine(f.options, now.get(f.name, ""), widget_id=f"field-{f.name}")
            if f.options
            else FormLine(now.get(f.name, ""), field_id=f"field-{f.name}")
            for f in fields
        ]
        self._labels = [FixedLines() for _ in fields]
        is_new = any(f.options and not values.get(f.name) for f in fields)
        self._at = next((i for i, line in enumerate(self._lines) if is_new and not line.value), 0)
        for letter in sorted({o.letter for f in fields for o in f.options}):
            key = "minus" if letter == "-" else letter
            self._bindings.bind(key, f"pick('{letter}')", show=False, priority=True)
        for key, by in (("left", -1), ("right", 1)):
            self._bindings.bind(key, f"step({by})", show=False, priority=True)

    def compose_field(self) -> Iterator[Widget]:
        with VerticalScroll(id="form-rows", can_focus=False):
            for label, line in zip(self._labels, self._lines, strict=True):
                label.add_class("form-label")
                yield Horizontal(label, line, classes="form-row")

    def on_mount(self) -> None:
        """Begin at the first field that is empty; at the first of all where something is edited."""
        self._go_to(self._at)
        if self._is_typed_before:
            self.say(("Here is what you typed before: it is not saved yet.", "warning"))

    @property
    def typed(self) -> str:
        values = {f.name: line.value for f, line in zip(self._fields, self._lines, strict=True)}
        return as_typed(values)

    def keys(self) -> Sequence[Key]:
        """The keys of the form; where much is explained above the fields, how one gets back to that, if it fits."""
        usual = super().keys()
        own = [key.labelled(self._verb) if key.command_id == "save_form" else key for key in usual]
        above = [replace(key, is_kept=False) for key in own if key.command_id == "form_above"]
        usual = [key for key in own if key.command_id != "form_above"]
        return [*usual, *above] if len(self._explained) > _LITTLE and not self.has_class("-tall") else usual

    def acts(self) -> dict[str, Act]:
        return {
            "form_next": self._go_on,
            "form_down": lambda: self._go_to((self._at + 1) % len(self._lines)),
            "form_up": lambda: self._go_to((self._at - 1) % len(self._lines)),
            "form_above": lambda: self._scroll(-1),
            "form_below": lambda: self._scroll(1),
            "save_form": self.submit,
            "leave_prompt": self.leave,
        }

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where text is typed, letters are letters."""
        line = self._lines[self._at]
        if action == "pick":
            return isinstance(line, ChoiceLine) and line.option(str(parameters[0])) is not None
        if action == "step":
            return isinstance(line, ChoiceLine)
        return True

    def action_pick(self, letter: str) -> None:
        """Take an option, and go on."""
        line = self._lines[self._at]
        option = line.option(letter) if isinstance(line, ChoiceLine) else None
        if isinstance(line, ChoiceLine) and option is not None:
            line.take(option.value)
            self._go_to(min(self._at + 1, len(self._lines) - 1))

    def action_step(self, by: int) -> None:
        """Take the next option, or the one before."""
        line = self._lines[self._at]
        if isinstance(line, ChoiceLine):
            line.step(by)

    def _scroll(self, direction: int) -> None:
        """A page of what the box has no room for."""
        self._box.scroll_relative(y=direction * max(1, self._box.size.height - 2), animate=False)

    async def _go_on(self) -> None:
        if self._at == len(self._lines) - 1:
            await self.submit()
        else:
            self._go_to(self._at + 1)

    def _go_to(self, at: int) -> None:
        self._at = at
        for index, (label, field) in enumerate(zip(self._labels, self._fields, strict=True)):
            mark = "▸ " if index == at else "  "
            label.say((mark + field.label, "accent strong" if index == at else "muted"))
        self.set_focus(self._lines[at])

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """A click into a field goes there. Late news of a field that was left since goes nowhere."""
        is_here = event.widget is self.focused
        if is_here and event.widget in self._lines and event.widget is not self._lines[self._at]:
            self._go_to(self._lines.index(event.widget))

    def on_choice_line_option_pointed(self, message: ChoiceLine.OptionPointed) -> None:
        """A click on an option takes it."""
        self._go_to(self._lines.index(message.line))
        message.line.take(message.value)


def as_typed(values: Values) -> str:
    """Values as a form keeps them while they are half-typed."""
    return json.dumps(values, ensure_ascii=False)


def _read(kept: str) -> dict[str, str]:
    """What was kept of a form; nothing when that is not what a form keeps."""
    try:
        values = json.loads(kept) if kept else {}
    except ValueError:
        return {}
    return {k: v for k, v in values.items() if isinstance(v, str)} if isinstance(values, dict) else {}
