"""The only place that builds things: everyone else is handed what they need."""

import os
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from factcheck.clock import Clock, system_clock
from factcheck.paths import PRIVATE_FILE, Paths, find_paths, make_private_folder, write_whole
from factcheck.store.location import Location, find_location

if TYPE_CHECKING:
    from factcheck.domain.author import Author
    from factcheck.domain.reasons import Policy
    from factcheck.services.desk import Desk
    from factcheck.settings import Settings, SettingsFile
    from factcheck.store.connection import Connection
    from factcheck.store.ledger import Ledger
    from factcheck.store.whole import WholeReader


class Wiring(Struct, frozen=True, dict=True):
    """The parts of one run of the program, each built when it is first asked for."""

    environment: Mapping[str, str]
    clock: Clock = system_clock
    kept: list[object] = []
    """What stays until the process ends, because to free a million small values takes longer than to end it."""

    @cached_property
    def paths(self) -> Paths:
        """Where things live."""
        return find_paths(self.environment)

    @cached_property
    def settings(self) -> "Settings":
        """What the user has set. Raises UsageError."""
        from factcheck.settings import load_settings  # `list` and `show` need none

        return load_settings(self.paths.settings, self.environment)

    @cached_property
    def settings_file(self) -> "SettingsFile":
        """Where the settings are kept."""
        from factcheck.settings import SettingsFile

        return SettingsFile(self.paths.settings, self.paths.hinted, self.environment)

    @property
    def gate_policy(self) -> "Policy":
        """What the newsroom asks for before a report is signed. Raises UsageError."""
        from factcheck.domain.reasons import Policy  # only for who comes to the gate

        return Policy(self.settings.gate_sources, self.settings.gate_details)

    @cached_property
    def location(self) -> Location:
        """Where the store is. Raises UsageError."""
        return find_location(self.paths.database, self.environment)

    @cached_property
    def author(self) -> "Author":
        """Who is working, on which device."""
        from factcheck.domain.author import Author

        return Author(self.settings.person, self._device())

    def _device(self) -> str:
        """This device's random id, made at the first run; a device that cannot keep one is named so."""
        try:
            return self.paths.device.read_text(encoding="ascii").strip()
        except FileNotFoundError:
            from factcheck.ids import Ids  # once on each device

            device = Ids(self.clock).new()
        try:
            make_private_folder(self.paths.device.parent)
            write_whole(self.paths.device, device.encode("ascii"), mode=PRIVATE_FILE)
        except OSError:
            return "read-only"
        return device

    @property
    def is_read_only(self) -> bool:
        """Whether the store can only be read: the file, or the folder that its journal needs."""
        file = self.location.file
        return file is not None and not (os.access(file, os.W_OK) and os.access(file.parent, os.W_OK))

    def find_connection(self) -> "Connection | None":
        """Connect to the store for reading if there is one; nothing is made. Raises like `open_reader`."""
        from factcheck.store.schema import SchemaState, schema_state

        state = schema_state(self.location)
        return (
            None if state is SchemaState.MISSING else self._connect(is_current=state is SchemaState.CURRENT)
        )

    def find_reader(self) -> "WholeReader | None":
        """The same as a reader of everything. Raises like `open_reader`."""
        connection = self.find_connection()
        if connection is None:
            return None
        from factcheck.store.whole import WholeReader

        return WholeReader(connection)

    def open_reader(self) -> "WholeReader":
        """Open the store for reading; one that is missing or older is made or upgraded first.

        Raises the store's faults, NewerSchemaError and DamagedError.
        """
        from factcheck.store.schema import SchemaState, schema_state
        from factcheck.store.whole import WholeReader

        return WholeReader(self._connect(is_current=schema_state(self.location) is SchemaState.CURRENT))

    def _connect(self, *, is_current: bool) -> "Connection":
        from factcheck.store.connection import Connection

        if not is_current:
            self.open_ledger().close()
        return Connection(self.location)

    def open_ledger(self) -> "Ledger":
        """Open the store for writing, at the current schema. Loads SQLModel. Raises the store's faults."""
        from factcheck.store.opening import open_ledger

        return open_ledger(self.location, self.author, self.clock)

    def open_desk(self) -> "Desk":
        """The desk over this store. Raises like `open_reader`."""
        from factcheck.services.desk import Desk
        from factcheck.services.writer import Writer

        reader = self.open_reader()
        return Desk(
            reader, Writer(self.open_ledger), self.author, self.paths.typed, is_read_only=self.is_read_only
        )


def wire(environment: Mapping[str, str] | None = None) -> Wiring:
    """The wiring for this process."""
    return Wiring(os.environ if environment is None else environment)
