"""The reports, line by line: one form at a time, made how it is wished, and where it is wanted."""

from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli.plain_moving import Act
from factcheck.cli.plain_signing import signed_now
from factcheck.errors import UsageError

if TYPE_CHECKING:
    from factcheck.cli.plain import LineReview
    from factcheck.report.forms import Form
    from factcheck.report.wishes import Wishes

_CLAIM_REVIEW, _AUTHORS_OWN = "claimreview", "author-docx"
_REDACTED, _CHECKED = "redacted", "checked"
_WAYS = {
    "raw": "csv",
    "every": _AUTHORS_OWN,
    _CHECKED: "",
    "numbers": _CLAIM_REVIEW,
    _REDACTED: "",
}
"""How a form may be made: the words for it, and for which form only."""
_ADDRESS = ("https://", "http://")


class Reporting:
    """Writes reports. What is heavy is loaded when it is first asked for."""

    def __init__(self, review: "LineReview") -> None:
        self._review = review

    def acts(self) -> dict[str, Act]:
        """What each command does with what followed it."""
        return {"reports": self._report}

    def _report(self, argument: str) -> None:
        from factcheck.cli.handing_over import destination, write
        from factcheck.report.forms import FORMS

        form, _, rest = argument.partition(" ")
        if not form:
            self._list(FORMS)
            return
        if form not in FORMS:
            raise UsageError(f"There is no report form {form} here.", f"Choose of {', '.join(FORMS)}.")
        ways, url, place = _told(form, rest, has_checked_copy=FORMS[form].has_checked_copy)
        wishes, is_redacted = _wishes(ways, url, self._review.newsroom), _REDACTED in ways
        session = self._review.session
        name = FORMS[form].file_name(session.article.slug, wishes, is_redacted=is_redacted)
        path = destination(str(Path(place).expanduser()), name, only=True)
        content = session.signing.render(form, wishes, is_redacted=is_redacted).result()
        write(path, [content])
        kind = "A redacted, unsigned copy. " if is_redacted else ""
        self._review.tell(
            f"{path.absolute()}, {len(content)} bytes. {kind}The article is {signed_now(session)}."
        )

    def _list(self, forms: "dict[str, Form]") -> None:
        self._review.tell(f"Forms: {', '.join(forms)}. Type report, a form and, if you like, where to.")
        self._review.tell(
            "Between the two: redacted, for any form; raw, for csv; every, for author-docx; checked, for a copy "
            "with the changes alone, in any form that pages or tables have; numbers and the address of the public page, for claimreview."
        )


def _told(form: str, rest: str, *, has_checked_copy: bool) -> tuple[set[str], str, str]:
    """How it is to be made, the public page, and the place. Raises UsageError for what does not go together."""
    ways, url = set[str](), ""
    while rest:
        word, _, further = rest.strip().partition(" ")
        if word in _WAYS:
            ways.add(word)
        elif word.startswith(_ADDRESS):
            url = word
        else:
            break
        rest = further
    for way in sorted(ways):
        if _WAYS[way] not in ("", form):
            raise UsageError(f"{way} is for {_WAYS[way]} only.", f"Type report {_WAYS[way]} {way}.")
    if _CHECKED in ways and not has_checked_copy:
        raise UsageError(
            f"There is no checked copy as {form}: that form has what was found out.",
            f"Type report html {_CHECKED}.",
        )
    if {"every", _CHECKED} <= ways:
        raise UsageError("A checked copy has no comments.", "Type either every or checked.")
    if form == _CLAIM_REVIEW and not url:
        raise UsageError(
            "That form is about a public page, and none is named.", "Type its address behind it: https://…"
        )
    return ways, url, rest.strip()


def _wishes(ways: set[str], url: str, newsroom: tuple[str, str]) -> "Wishes":
    from factcheck.report.wishes import Wishes

    return Wishes(
        is_raw="raw" in ways,
        is_on_all="every" in ways,
        is_checked_copy=_CHECKED in ways,
        review_url=url,
        has_numbers="numbers" in ways,
        newsroom=newsroom,
    )
