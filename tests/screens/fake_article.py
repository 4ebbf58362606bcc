"""An article of our own with every trap in it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from factcheck.domain.article import Block, BlockKind
from factcheck.domain.mark import BlockText
from factcheck.domain.statement import Attribution, Detail, DetailType, Statement
from factcheck.domain.text import Span

NOW = datetime(2025, 3, 4, 10, 41, tzinfo=UTC)
TITLE = "Harbour master calls 4,000 crates ‘first of many’ [sic]"

Part = tuple[str, str, str]
"""A statement: its words, and the speaker and cue within them, or ""."""

BLOCKS: list[tuple[BlockKind, str | None, list[Part]]] = [
    (BlockKind.FURNITURE, "navigation", [("HomePortsWeather", "", "")]),
    (BlockKind.HEADLINE, None, [(TITLE, "Harbour master", "calls")]),
    (BlockKind.CAPTION, None, [("Crates on the quay at Lindholm, 2 March 2025. Photo: N. Berg / [/no credit]", "", "")]),
    (BlockKind.DUPLICATE, "repeats block 3", [("Crates on the quay at Lindholm, 2 March 2025. Photo: N. Berg", "", "")]),
    (
        BlockKind.PARAGRAPH,
        None,
        [
            ("Harbour master Ada Lund said on Monday that 4,000 crates had already left Lindholm for the islands.",
             "Harbour master Ada Lund", "said"),
            ("“[B]ecause the ferry is late, nobody counted them,” Lund added.", "Lund", "added"),
            ("Reports of missing crates have become more frequent.", "", ""),
        ],
    ),
    (
        BlockKind.PARAGRAPH,
        None,
        [
            ("The ferry company’s spokesman, Olaf Vik, denied that any crate was lost.", "Olaf Vik", "denied"),
            ("He put the number at almost 4,400.", "He", "put"),
        ],
    ),
    (BlockKind.SUBHEAD, None, [("What the papers show [/]", "", "")]),
    (
        BlockKind.PARAGRAPH,
        None,
        [
            ("A note with \x1b[31mred\x1b[0m, \x1b]52;c;aGk=\x07 and \u202etxet\u202c in it was found.", "", ""),
            ("港の記録によれば、木箱は四千個あったという。", "港の記録", "によれば"),
        ],
    ),
    (BlockKind.FURNITURE, "footer", [("pdfshareprint © Lindholm Post", "", "")]),
]  # fmt: skip


@dataclass
class Made:
    """The article, taken apart."""

    text: str = ""
    blocks: list[BlockText] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)


def made(blocks: Sequence[tuple[BlockKind, str | None, list[Part]]] = tuple(BLOCKS)) -> Made:
    """Blocks and statements from a plan of them."""
    result = Made()
    for number, (kind, reason, parts) in enumerate(blocks):
        start = len(result.text)
        text = " ".join(words for words, _, _ in parts)
        block = Block(number, kind, Span(start, start + len(text)), reason is not None, reason)
        result.blocks.append(BlockText(block, text))
        at = start
        for words, speaker, cue in parts:
            if reason is None:
                count = len(result.statements) + 1
                result.statements.append(statement_of(f"s{count}", number, kind, at, words, speaker, cue))
            at += len(words) + 1
        result.text += text + "\n\n"
    return result


def statement_of(
    name: str, block: int, kind: BlockKind, start: int, words: str, speaker: str, cue: str
) -> Statement:
    attributions: tuple[Attribution, ...] = ()
    if speaker:
        at, cue_at = words.index(speaker), words.index(cue)
        source = Span(start + at, start + at + len(speaker))
        cue_span = Span(start + cue_at, start + cue_at + len(cue))
        content = Span(cue_span.end, start + len(words)) if cue_span.end < start + len(words) else source
        attributions = (Attribution(source, speaker, cue_span, (content,), is_inferred=False, within=None),)
    details = [
        Detail.at(kind_of, Span(start + words.index(found), start + words.index(found) + len(found)))
        for kind_of, found in (
            (DetailType.NAME, "Ada Lund"), (DetailType.NAME, "Lindholm"), (DetailType.NUMBER, "4,000"),
            (DetailType.NUMBER, "4,400"), (DetailType.DATE, "Monday"), (DetailType.DATE, "2 March 2025"),
            (DetailType.NAME, "Olaf Vik"), (DetailType.DENIAL, "denied"), (DetailType.COMPARATIVE, "more frequent"),
            (DetailType.HEDGE, "almost"), (DetailType.QUOTE, "first of many"),
        )
        if found in words
    ]  # fmt: skip
    return Statement(
        name, "a1", "d1", block, kind, Span(start, start + len(words)), words, tuple(details), attributions
    )
