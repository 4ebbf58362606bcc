"""What `l` offers: the links that the statement has, then any other statement, and the kinds of link."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from factcheck.domain.link import Link, LinkType
from factcheck.domain.statement import Statement
from factcheck.screens.dialogs.pick import Menu, Offer, PickDialog
from factcheck.screens.link_settling import ask_why
from factcheck.widgets.found import lit, pattern_of
from factcheck.widgets.painted import PaintedLine

if TYPE_CHECKING:
    from concurrent.futures import Future

    from factcheck.domain.changes import Changes
    from factcheck.screens.commanded import Act
    from factcheck.screens.review import ReviewScreen

_LETTERS = {
    LinkType.CONTRADICTS: "c",
    LinkType.NO_EVIDENCE: "e",
    LinkType.DENIES: "d",
    LinkType.DIFFERS_NUMBER: "n",
    LinkType.DIFFERS_PLACE: "p",
    LinkType.DIFFERS_TIME: "t",
    LinkType.DIFFERS_NAME: "a",
    LinkType.DIFFERS_WORDING: "w",
    LinkType.SAME_AS: "s",
}
_NUMBER = 7
_LONGEST = 120
_BEFORE_FOUND = 24


class LinkMenus:
    """The menus for one statement as it is seen now."""

    def __init__(self, screen: "ReviewScreen", statement: Statement) -> None:
        self._screen = screen
        self._port = screen.port
        self._statement = statement
        self._number = screen.stand.number

    def dialog(self) -> PickDialog:
        """The field for the other statement, the links that are there above it all."""
        field = f"link:{self._statement.id}"
        return PickDialog(
            Menu(f"Link statement {self._number} to — a number, or words of the other", ()),
            after=self._screen.paint,
            search=self._search,
            typed=self._screen.typed.get(field, ""),
            keep=lambda typed: self._screen.keep_typed(field, typed or None),
        )

    def _search(self, typed: str) -> Iterator[list[Offer]]:
        """What fits: existing links while nothing is typed, the statement with that number, those with the words."""
        words = typed.split()
        if not words:
            yield [self._offer_link(link) for link in self._statement.links]
        seen = {self._number}
        if len(words) == 1 and words[0].isdecimal() and len(words[0]) < 10:
            found = self._port.by_number(int(words[0]))
            if found is not None and int(words[0]) not in seen:
                seen.add(int(words[0]))
                yield [self._offer(int(words[0]), found.exact, ())]
        for batch in self._port.linking.with_words(words):
            yield [self._offer(number, exact, words) for number, exact in batch if number not in seen]

    def _offer(self, number: int, exact: str, words: Sequence[str]) -> Offer:
        line: PaintedLine = ((str(number).ljust(_NUMBER), "accent"), *_excerpt(exact, words))
        return Offer(line, menu=lambda: self._kinds(number, is_from_here=True))

    # ------------------------------------------------------------------------------------------ a new link

    def _kinds(self, number: int, *, is_from_here: bool) -> Menu:
        first, second = (self._number, number) if is_from_here else (number, self._number)
        offers = [
            Offer(
                ((f"{letter}  ", "accent"), (f"{first} {kind.words} {second}", "")),
                act=partial(self._make, number, kind, is_from_here=is_from_here),
                letter=letter,
            )
            for kind, letter in _LETTERS.items()
        ]
        turned = Offer(
            (("r  ", "accent"), (f"turn it round: {second} … {first}", "muted")),
            menu=lambda: self._kinds(number, is_from_here=not is_from_here),
            letter="r",
        )
        return Menu(f"How does {first} bear on {second}?", [*offers, turned])

    async def _make(self, number: int, kind: LinkType, *, is_from_here: bool) -> None:
        other = self._port.by_number(number)
        if other is None:
            self._screen.say(f"there is no statement {number} any more")
            return
        seen = self._statement
        changes = await self._screen.write(
            lambda: self._port.linking.link(seen, other, kind, is_from_here=is_from_here)
        )
        if changes is not None and not changes.is_empty:
            first, second = (self._number, number) if is_from_here else (number, self._number)
            self._screen.say(f"linked: {first} {kind.words} {second}")

    # ------------------------------------------------------------------------------------------ one that is there

    def _offer_link(self, link: Link) -> Offer:
        number = self._port.number_of(link.other)
        other = self._port.statement(link.other)
        state = "settled" if link.settled is not None else "open"
        if not self._statement.link_counts(link):
            state = "look again"
        words = _excerpt(other.exact, ()) if other else (("no longer there", "muted"),)
        head = (f"↔ {number or '–'}".ljust(_NUMBER), "accent")
        is_read_from_here = link.is_from_here or not link.type.has_direction
        said = link.type.words if is_read_from_here else f"{number} {link.type.words} this one"
        line: PaintedLine = (head, (f"{state} · {said}: ", "muted"), *words)
        return Offer(line, menu=lambda: self._link_menu(link, number, other))

    def _link_menu(self, link: Link, number: int, other: Statement | None) -> Menu:
        """What can be done with a link that is there."""
        seen, linking, offers = self._statement, self._port.linking, []
        if not seen.link_counts(link) and other is not None:
            confirm = partial(linking.confirm, seen, other, link.id)
            offers.append(
                _offered("c", "it still holds, with the words as they are now", self._written(confirm))
            )
        if link.settled is None:
            offers.append(
                _offered("s", "settle it, with a word why", lambda: ask_why(self._screen, seen, other, link))
            )
        else:
            again = partial(linking.open_again, seen, other, link.id)
            offers.append(_offered("o", f"open it again (settled: {link.settled})", self._written(again)))
        if other is not None:
            offers.append(
                _offered("g", f"go to {number}", lambda: self._go(other)),
            )
        remove = partial(linking.remove, seen, other, link.id)
        offers.append(_offered("x", "take the link away", self._written(remove)))
        first, second = (self._number, number) if link.is_from_here else (number, self._number)
        return Menu(f"{first or '–'} {link.type.words} {second or '–'}", offers)

    def _written(self, start: "partial[Future[Changes]]") -> "Act":
        async def write() -> None:
            await self._screen.write(start)

        return write

    def _go(self, other: Statement) -> None:
        self._screen.stand.step_to(self._port.statement(other.id))


def _offered(letter: str, words: str, act: "Act") -> Offer:
    return Offer(((f"{letter}  ", "accent"), (words, "")), act=act, letter=letter)


def _excerpt(exact: str, words: Sequence[str]) -> PaintedLine:
    """A statement in one line, from a little before the first of the words on, with them lit up."""
    text = " ".join(exact.split())
    pattern = pattern_of(words[0]) if words else None
    found = pattern.search(text) if pattern else None
    if found and found.start() > 2 * _BEFORE_FOUND:
        start = text.rfind(" ", 0, found.start() - _BEFORE_FOUND) + 1
        text = f"… {text[start:]}"
    if len(text) > _LONGEST:
        text = f"{text[: _LONGEST - 1]}…"
    return lit(((text, ""),), 0, text, pattern)
