"""An invented article, checked in part: enough to meet every case that a report knows."""

from msgspec.structs import replace

from factcheck.domain.article import Article, Block, BlockKind
from factcheck.domain.draft import Draft, Provenance
from factcheck.domain.progress import tally_of
from factcheck.domain.review import LogHead, Review
from factcheck.domain.statement import Attribution, Detail, DetailType, Statement
from factcheck.domain.tally import Tally
from factcheck.domain.text import Span, sha256_of
from factcheck.domain.verdict import Answer, Basis, Question, Verdict
from factcheck.report.document import Tool

TOOL = Tool("factcheck", "0.1.0")
PRIVATE = "PRIVATE-MARKER-7f3a"

_TEXT = """Home | Town | Harbour

Harbour ferry carried ‘twice the permitted number’, says inspector

The MV Solveig at her berth in Nordhavn, 4 May 2023. Photo: Ida Brekke / Kystfoto

The ferry that ran aground off Nordhavn on 11 June carried 412 passengers, the harbour inspectorate said on Friday.

“She was licensed for 205,” the chief inspector, Marte Aune, told reporters. “It was twice the permitted number.”

The operator, Fjordlinjen, denies this. Its spokesman, Jon Dahl, said there was “no evidence” that more than 300 people had been on board. Groundings in the sound have become more frequent.

The Solveig was built in 1974 and has been sold three times since.

More ferry news

Share this article
"""

_UNCHECKED = {"Home | Town | Harbour": "navigation", "Share this article": "page footer"}

# (kind, words, speaker, cue): one line a statement, in the order of the text
_STATEMENTS = (
    (
        BlockKind.HEADLINE,
        "Harbour ferry carried ‘twice the permitted number’, says inspector",
        "inspector",
        "says",
    ),
    (BlockKind.CAPTION, "The MV Solveig at her berth in Nordhavn, 4 May 2023.", None, None),
    (BlockKind.CREDIT, "Photo: Ida Brekke / Kystfoto", None, None),
    (
        BlockKind.PARAGRAPH,
        "The ferry that ran aground off Nordhavn on 11 June carried 412 passengers, the harbour inspectorate said on Friday.",
        "the harbour inspectorate",
        "said",
    ),
    (
        BlockKind.PARAGRAPH,
        "“She was licensed for 205,” the chief inspector, Marte Aune, told reporters.",
        "Marte Aune",
        "told",
    ),
    (BlockKind.PARAGRAPH, "“It was twice the permitted number.”", "Marte Aune", None),
    (BlockKind.PARAGRAPH, "The operator, Fjordlinjen, denies this.", "Fjordlinjen", "denies"),
    (
        BlockKind.PARAGRAPH,
        "Its spokesman, Jon Dahl, said there was “no evidence” that more than 300 people had been on board.",
        "Jon Dahl",
        "said",
    ),
    (BlockKind.PARAGRAPH, "Groundings in the sound have become more frequent.", None, None),
    (
        BlockKind.PARAGRAPH,
        "The Solveig was built in 1974 and has been sold three times since.",
        None,
        None,
    ),
    (BlockKind.SUBHEAD, "More ferry news", None, None),
)


def answered(
    statement: Statement,
    question: Question,
    verdict: Verdict | None,
    basis: Basis | None = None,
    minute: int = 0,
) -> Statement:
    """The statement with an answer that counts."""
    answer = Answer(
        verdict=verdict,
        given_for=statement.given_for(question),
        by="Nora Lind" if question is Question.SO else "Sam Ortega",
        at=f"2024-03-09T10:{minute:02d}:30Z",
        basis=basis,
        is_left_to_speaker=verdict is None,
    )
    return replace(statement, said=answer) if question is Question.SAID else replace(statement, so=answer)


def stale(statement: Statement, question: Question) -> Statement:
    """The statement with its answer given for other words."""
    answer = statement.answer(question)
    assert answer is not None
    old = replace(answer, given_for="0" * 64)
    return replace(statement, said=old) if question is Question.SAID else replace(statement, so=old)


def untouched_review(text: str = _TEXT) -> Review:
    """The article as it was imported."""
    statements, blocks, cursor = [], [], 0
    for number, (kind, words, speaker, cue) in enumerate(_STATEMENTS):
        start = text.index(words, cursor)
        cursor = start + len(words)
        statements.append(_statement(number, kind, Span(start, cursor), words, (speaker, cue)))
    for number, (words, reason) in enumerate(_UNCHECKED.items()):
        start = text.index(words)
        span = Span(start, start + len(words))
        blocks.append(Block(number, BlockKind.FURNITURE, span, is_excluded=True, reason=reason))
    return review_of(text, tuple(statements), tuple(blocks))


def _statement(
    number: int, kind: BlockKind, span: Span, words: str, said: tuple[str | None, str | None]
) -> Statement:
    def place(part: str | None) -> Span | None:
        at = words.find(part) if part else -1
        return Span(span.start + at, span.start + at + len(part)) if part and at >= 0 else None

    speaker, cue = said
    attributions = (
        (
            Attribution(
                place(speaker), speaker, place(cue), (span,), is_inferred=place(speaker) is None, within=None
            ),
        )
        if speaker
        else ()
    )
    detail = Detail.at(DetailType.NAME, Span(span.start, span.start + 5))
    return Statement(
        id=f"01900000-0000-7000-8000-{number + 1:012d}",
        article_id="01900000-0000-7000-8000-aaaaaaaaaaaa",
        draft_id="01900000-0000-7000-8000-bbbbbbbbbbbb",
        block=number,
        kind=kind,
        span=span,
        exact=words,
        details=(detail,),
        attributions=attributions,
    )


def review_of(text: str, statements: tuple[Statement, ...], blocks: tuple[Block, ...] = ()) -> Review:
    """A review of any text and statements."""
    article_id, draft_id = "01900000-0000-7000-8000-aaaaaaaaaaaa", "01900000-0000-7000-8000-bbbbbbbbbbbb"
    draft = Draft(
        id=draft_id,
        article_id=article_id,
        number=1,
        sha256=sha256_of(text),
        length=len(text),
        extractor="1",
        extraction_sha256="0" * 64,
        provenance=Provenance(
            name="ferry.txt",
            media_type="text/plain",
            sha256=sha256_of(text),
            size=len(text.encode()),
            encoding="utf-8",
            importer="text",
        ),
    )
    article = Article(
        id=article_id,
        slug="harbour-ferry",
        title="Harbour ferry carried ‘twice the permitted number’, says inspector",
        draft_id=draft_id,
        author="Liv Strand",
    )
    tally = sum((tally_of(s) for s in statements), Tally())
    return Review(article, draft, text, blocks, statements, tally, (LogHead("laptop", 21, "ab" * 32),))


def review() -> Review:
    """The article in the middle of the check: every verdict, left, stale, half done, excluded, untouched."""
    base = untouched_review()
    s = list(base.statements)
    said, so = Question.SAID, Question.SO
    s[0] = answered(s[0], said, Verdict.DISPUTED, Basis.WORDED_DIFFERENTLY, 1)
    s[0] = replace(answered(s[0], so, Verdict.UNVERIFIED, Basis.NO_EVIDENCE_FOUND, 2), private_note=PRIVATE)
    s[1] = answered(s[1], so, Verdict.CONFIRMED, None, 3)
    s[2] = stale(answered(s[2], so, Verdict.CONFIRMED, None, 4), so)
    s[3] = answered(answered(s[3], said, Verdict.CONFIRMED, None, 5), so, None, None, 6)
    s[4] = answered(answered(s[4], said, Verdict.CONFIRMED, None, 7), so, Verdict.CONFIRMED, None, 8)
    s[5] = answered(s[5], said, Verdict.UNVERIFIED, Basis.SOURCE_UNREACHABLE, 9)
    s[6] = answered(answered(s[6], said, Verdict.CONFIRMED, None, 10), so, Verdict.CONFIRMED, None, 11)
    s[7] = answered(s[7], said, Verdict.CONFIRMED, None, 12)
    s[7] = replace(
        answered(s[7], so, Verdict.DISPUTED, Basis.ACCOUNTS_DIFFER, 13),
        public_note="The inspectorate counted 412 tickets; the operator has shown no list of its own.",
    )
    s[9] = answered(s[9], so, Verdict.UNVERIFIED, None, 14)
    s[10] = replace(s[10], excluded="a pointer to other pages, not a statement")
    return review_of(base.text, tuple(s), base.blocks)
