"""The commands of the present screen, found by their names."""

from collections.abc import Coroutine, Iterable
from functools import partial
from typing import Any

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider

from factcheck.commands.catalogue import catalogue
from factcheck.commands.command import Command
from factcheck.screens.commanded import CommandScreen, keys_of_user
from factcheck.screens.remapping import own
from factcheck.widgets.text import content


class Palette(CommandPalette):
    """Looks like our own dialogs."""

    CSS_PATH = "palette.tcss"

    def on_mount(self) -> None:
        """Say in the border what it is, as every box does."""
        self.query_one("#--container").border_title = "Commands"


class CatalogueProvider(Provider):
    """What the palette offers: the catalogue, and nothing else."""

    def _commands(self) -> Iterable[tuple[Command, partial[Coroutine[Any, Any, bool]]]]:
        screen = self.screen
        acts = screen.acts() if isinstance(screen, CommandScreen) else {}
        for command in (own(c, keys_of_user(self.app)) for c in catalogue()):
            if command.id in acts:
                yield command, partial(self.app.run_action, f"do('{command.id}')", screen)
            elif command.id in {"help", "settings", "suspend", "quit"}:
                yield command, partial(self.app.run_action, f"do('{command.id}')", self.app)

    async def discover(self) -> Hits:
        for command, act in self._commands():
            yield DiscoveryHit(content(_name(command)), act, text=_name(command), help=command.help)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for command, act in self._commands():
            score = max(matcher.match(_name(command)), 0.9 * matcher.match(command.help))
            if score > 0:
                shown = matcher.highlight(_name(command))
                yield Hit(score, shown, act, text=_name(command), help=command.help)


def _name(command: Command) -> str:
    return f"{command.label}  ({' '.join(command.shown_keys)})"
