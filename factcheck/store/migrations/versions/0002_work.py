"""What a day's checking leaves: sources, citations, ticks, queries, links, hints, and what a hand has edited."""

import sqlalchemy as sa
from alembic import op

from factcheck.store.dialect import restore_append_only

revision = "0002"
down_revision = "0001"

_KINDS = (
    "document",
    "data",
    "recording",
    "interview",
    "web_page",
    "picture_file",
    "reference_work",
    "other_outlet",
)
_LINKS = (
    "contradicts",
    "no_evidence",
    "denies",
    "differs_number",
    "differs_place",
    "differs_time",
    "differs_name",
    "differs_wording",
    "same_as",
)


def _one_of(table: str, column: str, values: tuple[str, ...]) -> sa.CheckConstraint:
    listed = ", ".join(f"'{value}'" for value in values)
    return sa.CheckConstraint(f"{column} IN ({listed})", name=f"ck_{table}_{column}")


def _json(table: str, *names: str) -> None:
    for name in names:
        op.add_column(table, sa.Column(name, sa.Text(), nullable=False, server_default="[]"))


def _counts(table: str, *names: str) -> None:
    for name in names:
        op.add_column(table, sa.Column(name, sa.Integer(), nullable=False, server_default="0"))


def _statement() -> None:
    _json("statement", "citations", "ticks", "queries")
    op.add_column("statement", sa.Column("suggested", sa.Text(), nullable=True))
    _json("statement", "links")
    op.add_column("statement", sa.Column("hearing", sa.Text(), nullable=True))
    _json("statement", "leads", "removed")
    _counts(
        "statement",
        "are_attributions_by_hand",
        "citation_count",
        "open_queries",
        "open_links",
        "is_unanswered",
    )
    _json("statement", "gone_over")


def _source() -> None:
    op.create_table(
        "source",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("article_id", sa.String(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("tier", sa.String(), nullable=False),
        sa.Column("level", sa.String(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("creator", sa.Text(), nullable=False),
        sa.Column("is_independent", sa.Integer(), nullable=False),
        sa.Column("attachments", sa.Text(), nullable=False),
        sa.Column("merged_into", sa.String(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        _one_of("source", "kind", _KINDS),
        _one_of("source", "tier", ("primary", "secondary")),
        _one_of("source", "level", ("public", "internal", "confidential")),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_source_article_id", "source", ["article_id"], unique=False)


def _hint() -> None:
    op.create_table(
        "hint",
        sa.Column("article_id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("from_id", sa.String(), nullable=False),
        sa.Column("to_id", sa.String(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        _one_of("hint", "type", _LINKS),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"]),
        sa.PrimaryKeyConstraint("article_id", "number"),
    )


def _ticked_name() -> None:
    op.create_table(
        "ticked_name",
        sa.Column("statement_id", sa.String(), nullable=False),
        sa.Column("given_for", sa.String(), nullable=False),
        sa.Column("article_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"]),
        sa.PrimaryKeyConstraint("statement_id", "given_for"),
    )
    op.create_index("ix_ticked_name_hash", "ticked_name", ["article_id", "given_for"], unique=False)


def upgrade() -> None:
    """Add tables and columns; nothing that is there is changed."""
    _json("article", "accepted_hints", "dismissed_hints")
    _json("origin", "leads")
    _statement()
    _counts("tally", "open_queries", "open_links", "unanswered")
    _source()
    _hint()
    _ticked_name()
    for statement in restore_append_only(op.get_context().dialect.name, ("hint",)):
        op.execute(statement)
