"""What the line mode reads out without changing anything."""

from typing import TYPE_CHECKING

from factcheck.cli.plain_card import field, in_one_line, line_of, statements
from factcheck.cli.plain_moving import Act
from factcheck.cli.plain_words import help_lines
from factcheck.domain.filter import Filter
from factcheck.errors import UsageError
from factcheck.widgets.local_time import day_and_hour

if TYPE_CHECKING:
    from factcheck.cli.plain import LineReview


class Reading:
    """The acts that only say something."""

    def __init__(self, review: "LineReview") -> None:
        self._review = review

    def acts(self) -> dict[str, Act]:
        """What each command does with what followed it."""
        return {
            "show": lambda _: self._review.read(),
            "text": self._text,
            "list": self._list,
            "history": self._history,
            "excluded": self._excluded,
            "copy": self._copy,
            "help": self._help,
        }

    def _text(self, _: str) -> None:
        """The paragraph, in three parts: what stands before, the statement, what stands after."""
        statement, review = self._review.current(), self._review
        block = next(iter(review.session.blocks(statement.block, 1)))
        start, end = (x - block.block.span.start for x in (statement.span.start, statement.span.end))
        parts = (
            ("Before it", block.text[: max(0, start)]),
            ("The statement", block.text[max(0, start) : end]),
            ("After it", block.text[end:]),
        )
        kind = block.block.kind.value.replace("_", " ")
        review.tell(f"{block.block.number + 1} of {review.session.block_count} blocks, {kind}")
        for name, text in parts:
            for line in field(name, text.strip() or "nothing"):
                review.tell(line)

    def _list(self, argument: str) -> None:
        if argument not in ("", "all"):
            raise UsageError(f"list cannot be followed by {argument}.", "Type list, or list all.")
        review, session = self._review, self._review.session
        wanted: Filter | None = review.wanted if not argument else None
        count, found = 0, session.first_of(wanted) if wanted else session.by_number(1)
        while found is not None:
            count += 1
            review.tell(line_of(session.number_of(found.id) if wanted else count, found))
            found = session.after(found, wanted)
        review.tell(f"{statements(count)}{f', {wanted.words}; list all reads all' if wanted else ''}.")

    def _history(self, _: str) -> None:
        statement, review = self._review.current(), self._review
        lines = review.session.history(statement.id)
        for x in lines:
            when = day_and_hour(x.at, review.clock(), review.zone)
            review.tell(f"{when}, {x.by}: {x.what}{', undone' if x.is_undone else ''}")
        if not lines:
            review.tell(f"Nothing has been done about statement {review.stand.number} yet.")

    def _copy(self, _: str) -> None:
        """The same words that the screen puts on the clipboard: never a note, nor a source that is not public."""
        from factcheck.domain.copied import copied_text  # seldom asked for

        statement, review = self._review.current(), self._review
        where = f"{review.session.article.title}, draft {review.session.draft_number}"
        sources = review.session.around(statement).sources
        for line in copied_text(statement, review.stand.number, where, sources).splitlines():
            review.tell(line)

    def _excluded(self, _: str) -> None:
        blocks = [b for b in self._review.session.excluded_blocks() if b.is_excluded]
        for b in blocks:
            reason = b.block.reason or b.block.kind.value
            self._review.tell(f"{b.block.number + 1}, not checked, {reason}: {in_one_line(b.text)}")
        if blocks:
            self._review.tell(f"{len(blocks)} blocks are not checked; take-back and a number takes one back.")
        else:
            self._review.tell("All blocks are checked.")

    def _help(self, _: str) -> None:
        for line in help_lines():
            self._review.tell(line)
