"""The few columns of a statement's row that the margin needs, as its mark."""

from collections.abc import Sequence
from typing import Any

from factcheck.domain.article import BlockKind
from factcheck.domain.mark import Mark, Sign
from factcheck.domain.progress import WorkState
from factcheck.domain.text import Span
from factcheck.store.rows import flags_of, parsed

MARK_COLUMNS = (
    "id",
    "block",
    "kind",
    "start_offset",
    "end_offset",
    "work_state",
    "said_sign",
    "so_sign",
    "flags",
    "is_for_publication",
    "gone_over",
)


def mark_of_row(row: Sequence[Any]) -> Mark:
    """The mark of a row in the order of MARK_COLUMNS. Raises ValueError or TypeError when damaged."""
    statement_id, block, kind, start, end, state, said, so, flags, is_for_publication, gone_over = row
    return Mark(
        id=statement_id,
        block=block,
        kind=BlockKind(kind),
        span=Span(start, end),
        state=WorkState(state),
        said=None if said is None else Sign(said),
        so=Sign(so),
        flags=flags_of(flags),
        is_for_publication=bool(is_for_publication),
        gone_over=() if gone_over == "[]" else tuple(Span(*span) for span in parsed(gone_over)),
    )
