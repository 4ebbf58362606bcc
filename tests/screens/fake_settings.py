"""Settings that are kept in memory."""

from msgspec.structs import replace

from factcheck.errors import FactcheckError
from factcheck.settings import Settings


class FakeSettings:
    """A SettingsPort in memory. `error` makes saving fail."""

    def __init__(self, *, is_hint_wanted: bool = False, is_person_fixed: bool = False) -> None:
        self.settings = Settings("Vera")
        self.is_hint_wanted = is_hint_wanted
        self.is_person_fixed = is_person_fixed
        self.error: FactcheckError | None = None

    def save(self, name: str, value: str | bool) -> Settings:
        if self.error is not None:
            raise self.error
        self.settings = replace(self.settings, **{name: value})
        return self.settings

    def hint_is_done(self) -> None:
        self.is_hint_wanted = False
