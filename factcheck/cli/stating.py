"""What a file says of itself, shown at its import, and kept with the article once a person confirms it."""

import sys
from argparse import Namespace
from typing import TYPE_CHECKING

from factcheck.cli.output import ask, say
from factcheck.domain.article import Credits
from factcheck.services.crediting import dateline_proposed, proposed

if TYPE_CHECKING:
    from factcheck.documents.document import Proposals


def stated_in(told: "Proposals") -> dict[str, str]:
    """What a file says of itself, by name; "" where it says nothing."""
    return {"title": told.title, "author": told.author, "date": told.date, "source": told.source}


def confirmed(told: "Proposals", arguments: Namespace, name: str) -> tuple[Credits, str | None]:
    """Author, publisher and dateline as they are to be stored: those that were named, and what was confirmed."""
    if listed := ", ".join(f"{what} “{words}”" for what, words in stated_in(told).items() if words):
        say(f"Note: the file says of itself: {listed}.")
    offered, day = proposed(told), dateline_proposed(told)
    new = {
        "author": offered.author if arguments.author is None else None,
        "publisher": offered.publisher if arguments.publisher is None else None,
        "dateline": day if arguments.dateline is None else None,
    }
    is_kept = arguments.stated or _is_wanted(
        {what: words for what, words in new.items() if words}, arguments, name
    )
    kept = {what: words for what, words in new.items() if words and is_kept}
    named = Credits(arguments.author or kept.get("author"), arguments.publisher or kept.get("publisher"))
    return named, arguments.dateline or kept.get("dateline")


def _is_wanted(new: dict[str, str], arguments: Namespace, name: str) -> bool:
    """Ask at a terminal; elsewhere nothing is kept that was not asked for, and the way to keep it is said."""
    if not new:
        return False
    if arguments.json or name == "-" or not (sys.stdin.isatty() and sys.stderr.isatty()):
        say("Note: none of it is kept with the article; --stated keeps author, publisher and dateline.")
        return False
    ask(f"Keep {', '.join(f'{what} “{words}”' for what, words in new.items())} with the article? [y/N]")
    return sys.stdin.readline().strip().casefold() in {"y", "yes"}
