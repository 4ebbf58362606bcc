"""How a person looks at the desk: the order, what is looked for, what is chosen. Outlives the screen."""

import unicodedata
from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct, field

from factcheck.domain.article_line import ArticleLine
from factcheck.widgets.key_line import KeyOf
from factcheck.widgets.painted import PaintedLine


class Order(StrEnum):
    """The orders of the list, in the order in which one key goes through them."""

    TOUCHED = "last touched"
    TITLE = "title"
    DEADLINE = "deadline"
    PROGRESS = "progress"

    @property
    def following(self) -> "Order":
        """The next one."""
        orders = list(Order)
        return orders[(orders.index(self) + 1) % len(orders)]


class DeskView(Struct):
    """What the desk looks like, and what is half-typed in its prompts, by the prompt's name."""

    order: Order = Order.TOUCHED
    words: str = ""
    is_archive: bool = False
    chosen_id: str | None = None
    typed: dict[str, str] = field(default_factory=dict)

    def keep_typed(self, prompt: str, text: str | None) -> bool:
        """Keep what was typed until one comes back to it; None when it has been used. Whether that is new."""
        if self.typed.get(prompt, "") == (text or ""):
            return False
        if text:
            self.typed[prompt] = text
        else:
            self.typed.pop(prompt, None)
        return True

    def arranged(self, articles: Sequence[ArticleLine]) -> list[ArticleLine]:
        """Those with all the words that are looked for, in the chosen order."""
        words = plain(self.words).split()
        found = [a for a in articles if all(word in plain(_searched(a)) for word in words)]
        match self.order:
            case Order.TITLE:
                found.sort(key=lambda line: (plain(line.article.title), line.article.slug))
            case Order.DEADLINE:
                found.sort(key=lambda line: (not line.article.deadline, line.article.deadline or ""))
            case Order.PROGRESS:
                found.sort(key=_progress)
            case Order.TOUCHED:
                found.sort(key=lambda line: line.touched_at, reverse=True)
        return found


def plain(text: str) -> str:
    """A text as it is looked for: capitals and accents do not count."""
    parts = unicodedata.normalize("NFKD", text)
    return "".join(c for c in parts if not unicodedata.combining(c)).casefold()


def _searched(line: ArticleLine) -> str:
    return f"{line.article.title} {line.article.slug}"


def _progress(line: ArticleLine) -> float:
    """The least done first; an article without statements comes last."""
    total = line.tally.statements - line.tally.excluded
    return line.tally.done / total if total else 2.0


def no_articles(key_of: KeyOf, *, has_archive: bool) -> list[PaintedLine]:
    """What is said where there is no article, or none any longer but those in the archive."""
    ways = [
        ("import_file", "import an article from a file or an address"),
        ("import_paste", "paste an article"),
    ]
    if has_archive:
        ways.append(("archived", "look into the archive"))
    return [
        (("  No articles here." if has_archive else "  No articles yet.", "strong"),),
        (),
        *(((f"  {key_of(command)}", "accent"), (f"   {what}", "")) for command, what in ways),
        (),
        (("  From a shell:  ", "muted"), ("factcheck import FILE", "")),
        (("  To try it:     ", "muted"), ("factcheck demo", ""), (", where nothing is kept", "muted")),
    ]


def no_archive(key_of: KeyOf) -> list[PaintedLine]:
    """What is said where nothing is in the archive."""
    back, archive = key_of("archived"), key_of("archive")
    return [
        (("  Nothing is in the archive.", "strong"),),
        (),
        ((f"  {back}", "accent"), ("   goes back to the desk, where ", ""), (archive, "accent"), (" puts an article in here", "")),
    ]  # fmt: skip
