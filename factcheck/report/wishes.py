"""What somebody may ask for besides the form itself."""

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from factcheck.report.manuscript import Manuscript


class Wishes(Struct, frozen=True):
    """`is_raw`: a table for a program, in which nothing is defused for spreadsheets. `is_on_all`: a comment on every
    statement, not only on those that need attention. `is_checked_copy`: only the recommended changes. `manuscript` is the author's own file; it is used up.
    `review_url` is the public page for which ClaimReview is made, `has_numbers` adds numbers to its words, `newsroom`
    is the name and the web address of who publishes it, where they are set.
    """

    is_raw: bool = False
    is_on_all: bool = False
    is_checked_copy: bool = False
    manuscript: "Manuscript | None" = None
    review_url: str = ""
    has_numbers: bool = False
    newsroom: tuple[str, str] = ("", "")


NONE = Wishes()
