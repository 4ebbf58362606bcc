"""The tables. Rows of them never leave this package.

Text columns that hold JSON are named in `rows.py`. Values of a fixed set are text with a named CHECK, since
SQLModel would store an enum by the name of its member and check nothing.
"""

from collections.abc import Iterable
from typing import Any, ClassVar

from sqlalchemy import BigInteger, CheckConstraint, Column, Index, Integer, MetaData, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from factcheck.domain.article import BlockKind
from factcheck.domain.link import LinkType
from factcheck.domain.mark import Sign
from factcheck.domain.progress import WorkState
from factcheck.domain.source import Level, SourceKind, Tier
from factcheck.domain.tally import Tally
from factcheck.domain.verdict import Basis, Question, Verdict

metadata = MetaData()
_SERIAL = BigInteger().with_variant(Integer, "sqlite")  # only INTEGER is an alias of SQLite's rowid


def one_of(column: str, values: Iterable[str], *, or_null: bool = False) -> str:
    """The SQL condition that a column holds one of the values."""
    listed = ", ".join(f"'{value}'" for value in values)
    return f"{column} IS NULL OR {column} IN ({listed})" if or_null else f"{column} IN ({listed})"


def _check(table: str, name: str, condition: str) -> CheckConstraint:
    return CheckConstraint(condition, name=f"ck_{table}_{name}")


def _json(empty: str = "[]") -> Any:
    """A column of JSON that an older store gets empty."""
    return Field(default=empty, sa_type=Text, sa_column_kwargs={"server_default": empty})


def _count() -> Any:
    """A column of counts that an older store gets as 0."""
    return Field(default=0, sa_column_kwargs={"server_default": "0"})


class Row(SQLModel):
    """What all tables share: their place in one schema of our own."""

    metadata: ClassVar[MetaData] = metadata


class ArticleRow(Row, table=True):
    """What the fold of an article's own stream returns."""

    __tablename__ = "article"

    id: str = Field(primary_key=True)
    slug: str = Field(unique=True)
    title: str = Field(sa_type=Text)
    draft_id: str
    dateline: str | None = None
    author: str | None = None
    editor: str | None = None
    deadline: str | None = None
    is_archived: int = 0
    taken_back: str = Field(default="[]", sa_type=Text)
    touched_at: str
    accepted_hints: str = _json()
    dismissed_hints: str = _json()
    signoff: str | None = Field(default=None, sa_type=Text)
    publisher: str | None = Field(default=None, sa_type=Text)


class DraftRow(Row, table=True):
    """An immutable version of the text; the text itself stands in its blocks. `tail` is what follows the last."""

    __tablename__ = "draft"
    __table_args__ = (UniqueConstraint("article_id", "number", name="uq_draft_number"),)

    id: str = Field(primary_key=True)
    article_id: str = Field(foreign_key="article.id")
    number: int
    sha256: str = Field(index=True)
    length: int
    tail: str = Field(sa_type=Text)
    extractor: str
    extraction_sha256: str
    provenance: str = Field(sa_type=Text)


class BlockRow(Row, table=True):
    """A block of a draft with its characters; `lead` is the white space before it."""

    __tablename__ = "draft_block"
    __table_args__ = (
        _check("draft_block", "kind", one_of("kind", BlockKind)),
        _check("draft_block", "span", "0 <= start_offset AND start_offset < end_offset"),
    )

    draft_id: str = Field(primary_key=True, foreign_key="draft.id")
    number: int = Field(primary_key=True)
    kind: str
    start_offset: int
    end_offset: int
    lead: str = Field(sa_type=Text)
    text: str = Field(sa_type=Text)
    is_excluded: int
    reason: str | None = None
    same_as: int | None = None


class OriginRow(Row, table=True):
    """A statement as the import left it, from which its stream is folded."""

    __tablename__ = "origin"
    __table_args__ = (_check("origin", "kind", one_of("kind", BlockKind)),)

    statement_id: str = Field(primary_key=True)
    article_id: str = Field(foreign_key="article.id", index=True)
    draft_id: str = Field(foreign_key="draft.id")
    block: int
    kind: str
    start_offset: int
    end_offset: int
    details: str = Field(sa_type=Text)
    attributions: str = Field(sa_type=Text)
    leads: str = _json()


def _statement_checks() -> tuple[Any, ...]:
    checks: list[Any] = [
        _check("statement", "kind", one_of("kind", BlockKind)),
        _check("statement", "span", "0 <= start_offset AND start_offset < end_offset"),
        _check("statement", "work_state", one_of("work_state", WorkState)),
        _check("statement", "so_sign", one_of("so_sign", Sign)),
        _check("statement", "said_sign", one_of("said_sign", Sign, or_null=True)),
        _check("statement", "said_is_never_left", "said_left_to_speaker = 0"),
    ]
    for question in Question:
        checks += [
            _check("statement", f"{question}_verdict", one_of(f"{question}_verdict", Verdict, or_null=True)),
            _check("statement", f"{question}_basis", one_of(f"{question}_basis", Basis, or_null=True)),
            _check(
                "statement",
                f"{question}_answer",
                f"{question}_given_for IS NULL OR "
                f"({question}_verdict IS NULL) = ({question}_left_to_speaker = 1)",
            ),
        ]
    return tuple(checks)


class StatementRow(Row, table=True):
    """What the fold of a statement's stream returns, written whole. The signs and the state are derived."""

    __tablename__ = "statement"
    __table_args__ = (
        *_statement_checks(),
        Index("ix_statement_place", "article_id", "start_offset"),
        Index(
            "ix_statement_open",
            "article_id",
            "start_offset",
            sqlite_where=Column("work_state", Text).in_(["untouched", "in_progress", "recheck"]),
            postgresql_where=Column("work_state", Text).in_(["untouched", "in_progress", "recheck"]),
        ),
    )

    id: str = Field(primary_key=True)
    article_id: str = Field(foreign_key="article.id")
    draft_id: str = Field(foreign_key="draft.id")
    block: int
    kind: str
    start_offset: int
    end_offset: int
    exact: str = Field(sa_type=Text)
    details: str = Field(sa_type=Text)
    attributions: str = Field(sa_type=Text)
    said_verdict: str | None = None
    said_left_to_speaker: int = 0
    said_basis: str | None = None
    said_given_for: str | None = None
    said_by: str | None = None
    said_at: str | None = None
    so_verdict: str | None = None
    so_left_to_speaker: int = 0
    so_basis: str | None = None
    so_given_for: str | None = None
    so_by: str | None = None
    so_at: str | None = None
    said_sign: str | None = None
    so_sign: str
    private_note: str = Field(default="", sa_type=Text)
    public_note: str = Field(default="", sa_type=Text)
    flags: str = Field(default="[]", sa_type=Text)
    is_for_publication: int = 0
    excluded: str | None = None
    work_state: str
    version: int
    changed_by: str | None = None
    changed_at: str | None = None
    citations: str = _json()
    ticks: str = _json()
    queries: str = _json()
    suggested: str | None = Field(default=None, sa_type=Text)
    links: str = _json()
    hearing: str | None = Field(default=None, sa_type=Text)
    leads: str = _json()
    removed: str = _json()
    are_attributions_by_hand: int = _count()
    citation_count: int = _count()
    open_queries: int = _count()
    open_links: int = _count()
    is_unanswered: int = _count()
    gone_over: str = _json()
    overrides: str = _json()


class PositionRow(Row, table=True):
    """The numbers of an article's statements, from 1, in the order of the text."""

    __tablename__ = "position"

    article_id: str = Field(primary_key=True, foreign_key="article.id")
    ordinal: int = Field(primary_key=True)
    statement_id: str = Field(unique=True)


TALLY_COLUMNS = Tally.__struct_fields__


class TallyRow(Row, table=True):
    """An article's counts, moved in the same transaction as the rows that they count."""

    __tablename__ = "tally"
    __table_args__ = (
        _check("tally", "not_negative", " AND ".join(f"{name} >= 0" for name in TALLY_COLUMNS)),
    )

    article_id: str = Field(primary_key=True, foreign_key="article.id")
    statements: int = 0
    untouched: int = 0
    in_progress: int = 0
    recheck: int = 0
    done: int = 0
    excluded: int = 0
    verdicts: int = 0
    said_confirmed: int = 0
    said_unverified: int = 0
    said_disputed: int = 0
    so_confirmed: int = 0
    so_unverified: int = 0
    so_disputed: int = 0
    so_left_to_speaker: int = 0
    open_queries: int = _count()
    open_links: int = _count()
    unanswered: int = _count()


class SourceRow(Row, table=True):
    """What the fold of a source's stream returns. A confidential one is as private as a note."""

    __tablename__ = "source"
    __table_args__ = (
        _check("source", "kind", one_of("kind", SourceKind)),
        _check("source", "tier", one_of("tier", Tier)),
        _check("source", "level", one_of("level", Level)),
    )

    id: str = Field(primary_key=True)
    article_id: str = Field(foreign_key="article.id", index=True)
    title: str = Field(sa_type=Text)
    kind: str
    tier: str
    level: str
    address: str = Field(sa_type=Text)
    creator: str = Field(sa_type=Text)
    is_independent: int
    attachments: str = Field(sa_type=Text)
    merged_into: str | None = None
    version: int


class HintRow(Row, table=True):
    """A suggested link as the import left it; what became of it stands in the article. `score` in thousandths."""

    __tablename__ = "hint"
    __table_args__ = (_check("hint", "type", one_of("type", LinkType)),)

    article_id: str = Field(primary_key=True, foreign_key="article.id")
    number: int = Field(primary_key=True)
    type: str
    from_id: str
    to_id: str
    score: int
    why: str = Field(sa_type=Text)


class TickedNameRow(Row, table=True):
    """The names and titles that are ticked, by their hash: they count for the same characters elsewhere."""

    __tablename__ = "ticked_name"
    __table_args__ = (Index("ix_ticked_name_hash", "article_id", "given_for"),)

    statement_id: str = Field(primary_key=True)
    given_for: str = Field(primary_key=True)
    article_id: str = Field(foreign_key="article.id")


class EventRow(Row, table=True):
    """The append-only log. `seq` is the order in this store, `device_seq` that of a device's chain."""

    __tablename__ = "event"
    __table_args__ = (
        UniqueConstraint("stream", "version", name="uq_event_version"),
        UniqueConstraint("article_id", "device", "device_seq", name="uq_event_chain"),
        Index("ix_event_actor", "article_id", "actor", "seq"),
        _check("event", "version", "version > 0"),
    )

    seq: int | None = Field(default=None, sa_column=Column(_SERIAL, primary_key=True, autoincrement=True))
    id: str = Field(unique=True)
    article_id: str = Field(foreign_key="article.id")
    stream: str
    version: int
    kind: str
    group_id: str = Field(index=True)
    actor: str
    device: str
    device_seq: int
    at: str
    parents: str = Field(sa_type=Text)
    payload: str = Field(sa_type=Text)
    content_hash: str
    chain_hash: str


class SignedFileRow(Row, table=True):
    """What was signed, and the signatures, byte for byte, by the SHA-256 of the bytes."""

    __tablename__ = "signed_file"

    article_id: str = Field(primary_key=True, foreign_key="article.id")
    sha256: str = Field(primary_key=True)
    content: bytes


class TombstoneRow(Row, table=True):
    """That an article was here and was shredded: only the hash of its text, by whom and when."""

    __tablename__ = "tombstone"

    text_sha256: str = Field(primary_key=True)
    shredded_by: str
    shredded_at: str


class PlaceRow(Row, table=True):
    """Where a person stands in an article, by device. Not an event: only the newest counts."""

    __tablename__ = "place"
    __table_args__ = (_check("place", "question", one_of("question", Question)),)

    person: str = Field(primary_key=True)
    device: str = Field(primary_key=True)
    article_id: str = Field(primary_key=True, foreign_key="article.id")
    statement_id: str | None = None
    question: str
    top_block: int = 0
    top_line: int = 0
    filter: str = ""
    typed: str = Field(default="{}", sa_type=Text)
    at: str


APPEND_ONLY = ("event", "draft", "draft_block", "origin", "hint", "signed_file")
"""The tables whose rows can neither be changed nor deleted, except by shredding a whole article."""

ARTICLE = metadata.tables["article"]
DRAFT = metadata.tables["draft"]
BLOCK = metadata.tables["draft_block"]
ORIGIN = metadata.tables["origin"]
STATEMENT = metadata.tables["statement"]
POSITION = metadata.tables["position"]
TALLY = metadata.tables["tally"]
SOURCE = metadata.tables["source"]
HINT = metadata.tables["hint"]
TICKED_NAME = metadata.tables["ticked_name"]
EVENT = metadata.tables["event"]
SIGNED_FILE = metadata.tables["signed_file"]
TOMBSTONE = metadata.tables["tombstone"]
PLACE = metadata.tables["place"]
