"""What somebody may ask for besides the form itself."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wishes:
    """`is_raw`: a table for a program, in which nothing is defused for spreadsheets."""

    is_raw: bool = False


NONE = Wishes()
