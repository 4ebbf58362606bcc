"""Fields that the line mode asks for one after the other, new ones and ones that say something already."""

from collections.abc import Iterable
from datetime import tzinfo
from enum import StrEnum
from typing import TypeVar

from factcheck.cli.plain_card import in_one_line
from factcheck.cli.plain_talk import Talk
from factcheck.cli.plain_words import TAKE_AWAY
from factcheck.clock import Clock
from factcheck.errors import ActionRefusedError

Chosen = TypeVar("Chosen", bound=StrEnum)


class Fields:
    """Asks for fields. What is asked anew may be empty; what says something already stays as it is then."""

    def __init__(self, talk: Talk, clock: Clock, zone: tzinfo | None) -> None:
        self._talk = talk
        self._clock = clock
        self._zone = zone

    def text(self, what: str) -> str:
        """What is typed; "" at the end of the input."""
        return (self._talk.ask(f"{what}:") or "").strip()

    def choice(self, what: str, members: type[Chosen]) -> Chosen:
        """One of a few words; asks again until it is one. Raises ActionRefusedError when none is typed."""
        named = _words(members)
        while (typed := self._talk.ask(f"{what}, one of {', '.join(named)}:")) is not None:
            wanted = _tidy(typed)
            if wanted in named:
                return named[wanted]
            if not wanted:
                break
        raise ActionRefusedError(f"The {what} is missing; nothing was saved.", "Begin again.")

    def is_yes(self, what: str) -> bool:
        """Whether yes is typed: nothing, and the end of the input, mean no."""
        return _tidy(self._talk.ask(f"{what}, yes or nothing:") or "") == "yes"

    def today(self) -> str:
        """The day, as it is written down."""
        return self._clock().astimezone(self._zone).date().isoformat()

    # ------------------------------------------------------------------------------------------ edited

    def edited_text(self, what: str, now: str, *, may_go: bool = True) -> str:
        """The text that is typed over one that is there; a minus sign takes that away, where it may go."""
        minus = f", {TAKE_AWAY} takes it away" if may_go and now else ""
        typed = self._line(f"{what}, now {in_one_line(now) or 'empty'}; nothing keeps it{minus}:")
        return "" if may_go and typed == TAKE_AWAY else typed or now

    def edited_choice(self, what: str, now: Chosen, among: Iterable[Chosen] | None = None) -> Chosen:
        """One of a few words, typed over the one that is there; asks again until it is one."""
        named = _words(among or type(now))
        while wanted := _tidy(
            self._line(f"{what}, now {_tidy(now.value)}; nothing keeps it, or one of {', '.join(named)}:")
        ):
            if wanted in named:
                return named[wanted]
        return now

    def edited_yes(self, what: str, *, now: bool) -> bool:
        """Yes or no, typed over what is there; asks again until it is one of them."""
        said = {"yes": True, "no": False, "": now}
        while (
            wanted := _tidy(self._line(f"{what}, now {'yes' if now else 'no'}; nothing keeps it:"))
        ) not in said:
            continue
        return said[wanted]

    def _line(self, prompt: str) -> str:
        typed = self._talk.ask(prompt)
        if typed is None:  # nobody has said that the rest is to stay as it is
            raise ActionRefusedError("The end came before the last field; nothing was saved.", "Begin again.")
        return typed.strip()


def _words(members: Iterable[Chosen]) -> dict[str, Chosen]:
    return {_tidy(member.value): member for member in members}


def _tidy(typed: str) -> str:
    return typed.strip().casefold().replace("_", " ")
