"""The first schema: articles, drafts by block, the event log and what is folded from it."""

import sqlalchemy as sa
from alembic import op

from factcheck.store.dialect import append_only_ddl

revision = "0001"
down_revision = None


def _article() -> None:
    op.create_table(
        "article",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("draft_id", sa.String(), nullable=False),
        sa.Column("dateline", sa.String(), nullable=True),
        sa.Column("author", sa.String(), nullable=True),
        sa.Column("editor", sa.String(), nullable=True),
        sa.Column("deadline", sa.String(), nullable=True),
        sa.Column("is_archived", sa.Integer(), nullable=False),
        sa.Column("taken_back", sa.Text(), nullable=False),
        sa.Column("touched_at", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("slug"),
    )


def _draft() -> None:
    op.create_table(
        "draft",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("article_id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("length", sa.Integer(), nullable=False),
        sa.Column("tail", sa.Text(), nullable=False),
        sa.Column("extractor", sa.String(), nullable=False),
        sa.Column("extraction_sha256", sa.String(), nullable=False),
        sa.Column("provenance", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["article.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("article_id", "number", name="uq_draft_number"),
    )
    op.create_index("ix_draft_sha256", "draft", ["sha256"], unique=False)


def _event() -> None:
    op.create_table(
        "event",
        sa.Column(
            "seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False
        ),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("article_id", sa.String(), nullable=False),
        sa.Column("stream", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("group_id", sa.String(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("device", sa.String(), nullable=False),
        sa.Column("device_seq", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("parents", sa.Text(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("content_hash", sa.String(), nullable=False),
        sa.Column("chain_hash", sa.String(), nullable=False),
        sa.CheckConstraint("version > 0", name="ck_event_version"),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["article.id"],
        ),
        sa.PrimaryKeyConstraint("seq"),
        sa.UniqueConstraint("article_id", "device", "device_seq", name="uq_event_chain"),
        sa.UniqueConstraint("id"),
        sa.UniqueConstraint("stream", "version", name="uq_event_version"),
    )
    op.create_index("ix_event_actor", "event", ["article_id", "actor", "seq"], unique=False)
    op.create_index("ix_event_group_id", "event", ["group_id"], unique=False)


def _place() -> None:
    op.create_table(
        "place",
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("device", sa.String(), nullable=False),
        sa.Column("article_id", sa.String(), nullable=False),
        sa.Column("statement_id", sa.String(), nullable=True),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("top_block", sa.Integer(), nullable=False),
        sa.Column("top_line", sa.Integer(), nullable=False),
        sa.Column("filter", sa.String(), nullable=False),
        sa.Column("typed", sa.Text(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.CheckConstraint("question IN ('said', 'so')", name="ck_place_question"),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["article.id"],
        ),
        sa.PrimaryKeyConstraint("person", "device", "article_id"),
    )


def _position() -> None:
    op.create_table(
        "position",
        sa.Column("article_id", sa.String(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("statement_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["article.id"],
        ),
        sa.PrimaryKeyConstraint("article_id", "ordinal"),
        sa.UniqueConstraint("statement_id"),
    )


def _tally() -> None:
    op.create_table(
        "tally",
        sa.Column("article_id", sa.String(), nullable=False),
        sa.Column("statements", sa.Integer(), nullable=False),
        sa.Column("untouched", sa.Integer(), nullable=False),
        sa.Column("in_progress", sa.Integer(), nullable=False),
        sa.Column("recheck", sa.Integer(), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("excluded", sa.Integer(), nullable=False),
        sa.Column("verdicts", sa.Integer(), nullable=False),
        sa.Column("said_confirmed", sa.Integer(), nullable=False),
        sa.Column("said_unverified", sa.Integer(), nullable=False),
        sa.Column("said_disputed", sa.Integer(), nullable=False),
        sa.Column("so_confirmed", sa.Integer(), nullable=False),
        sa.Column("so_unverified", sa.Integer(), nullable=False),
        sa.Column("so_disputed", sa.Integer(), nullable=False),
        sa.Column("so_left_to_speaker", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "statements >= 0 AND untouched >= 0 AND in_progress >= 0 AND recheck >= 0 AND done >= 0 AND excluded >= 0 AND verdicts >= 0 AND said_confirmed >= 0 AND said_unverified >= 0 AND said_disputed >= 0 AND so_confirmed >= 0 AND so_unverified >= 0 AND so_disputed >= 0 AND so_left_to_speaker >= 0",
            name="ck_tally_not_negative",
        ),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["article.id"],
        ),
        sa.PrimaryKeyConstraint("article_id"),
    )


def _draft_block() -> None:
    op.create_table(
        "draft_block",
        sa.Column("draft_id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("start_offset", sa.Integer(), nullable=False),
        sa.Column("end_offset", sa.Integer(), nullable=False),
        sa.Column("lead", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("is_excluded", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("same_as", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('headline', 'standfirst', 'dateline', 'byline', 'subhead', 'paragraph', 'caption', 'credit', 'pull_quote', 'furniture', 'duplicate')",
            name="ck_draft_block_kind",
        ),
        sa.CheckConstraint("0 <= start_offset AND start_offset < end_offset", name="ck_draft_block_span"),
        sa.ForeignKeyConstraint(
            ["draft_id"],
            ["draft.id"],
        ),
        sa.PrimaryKeyConstraint("draft_id", "number"),
    )


def _origin() -> None:
    op.create_table(
        "origin",
        sa.Column("statement_id", sa.String(), nullable=False),
        sa.Column("article_id", sa.String(), nullable=False),
        sa.Column("draft_id", sa.String(), nullable=False),
        sa.Column("block", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("start_offset", sa.Integer(), nullable=False),
        sa.Column("end_offset", sa.Integer(), nullable=False),
        sa.Column("details", sa.Text(), nullable=False),
        sa.Column("attributions", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('headline', 'standfirst', 'dateline', 'byline', 'subhead', 'paragraph', 'caption', 'credit', 'pull_quote', 'furniture', 'duplicate')",
            name="ck_origin_kind",
        ),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["article.id"],
        ),
        sa.ForeignKeyConstraint(
            ["draft_id"],
            ["draft.id"],
        ),
        sa.PrimaryKeyConstraint("statement_id"),
    )
    op.create_index("ix_origin_article_id", "origin", ["article_id"], unique=False)


def _statement() -> None:
    op.create_table(
        "statement",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("article_id", sa.String(), nullable=False),
        sa.Column("draft_id", sa.String(), nullable=False),
        sa.Column("block", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("start_offset", sa.Integer(), nullable=False),
        sa.Column("end_offset", sa.Integer(), nullable=False),
        sa.Column("exact", sa.Text(), nullable=False),
        sa.Column("details", sa.Text(), nullable=False),
        sa.Column("attributions", sa.Text(), nullable=False),
        sa.Column("said_verdict", sa.String(), nullable=True),
        sa.Column("said_left_to_speaker", sa.Integer(), nullable=False),
        sa.Column("said_basis", sa.String(), nullable=True),
        sa.Column("said_given_for", sa.String(), nullable=True),
        sa.Column("said_by", sa.String(), nullable=True),
        sa.Column("said_at", sa.String(), nullable=True),
        sa.Column("so_verdict", sa.String(), nullable=True),
        sa.Column("so_left_to_speaker", sa.Integer(), nullable=False),
        sa.Column("so_basis", sa.String(), nullable=True),
        sa.Column("so_given_for", sa.String(), nullable=True),
        sa.Column("so_by", sa.String(), nullable=True),
        sa.Column("so_at", sa.String(), nullable=True),
        sa.Column("said_sign", sa.String(), nullable=True),
        sa.Column("so_sign", sa.String(), nullable=False),
        sa.Column("private_note", sa.Text(), nullable=False),
        sa.Column("public_note", sa.Text(), nullable=False),
        sa.Column("flags", sa.Text(), nullable=False),
        sa.Column("is_for_publication", sa.Integer(), nullable=False),
        sa.Column("excluded", sa.String(), nullable=True),
        sa.Column("work_state", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_by", sa.String(), nullable=True),
        sa.Column("changed_at", sa.String(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('headline', 'standfirst', 'dateline', 'byline', 'subhead', 'paragraph', 'caption', 'credit', 'pull_quote', 'furniture', 'duplicate')",
            name="ck_statement_kind",
        ),
        sa.CheckConstraint(
            "said_basis IS NULL OR said_basis IN ('no_evidence_found', 'source_unreachable', 'not_attempted', 'single_secondary', 'contradicted_by_evidence', 'denied_by_named_party', 'accounts_differ', 'worded_differently', 'not_this_speaker')",
            name="ck_statement_said_basis",
        ),
        sa.CheckConstraint(
            "said_sign IS NULL OR said_sign IN ('not yet', 'confirmed', 'unverified', 'disputed', 'left to the speaker', 'was')",
            name="ck_statement_said_sign",
        ),
        sa.CheckConstraint(
            "said_verdict IS NULL OR said_verdict IN ('confirmed', 'unverified', 'disputed')",
            name="ck_statement_said_verdict",
        ),
        sa.CheckConstraint(
            "so_basis IS NULL OR so_basis IN ('no_evidence_found', 'source_unreachable', 'not_attempted', 'single_secondary', 'contradicted_by_evidence', 'denied_by_named_party', 'accounts_differ', 'worded_differently', 'not_this_speaker')",
            name="ck_statement_so_basis",
        ),
        sa.CheckConstraint(
            "so_sign IN ('not yet', 'confirmed', 'unverified', 'disputed', 'left to the speaker', 'was')",
            name="ck_statement_so_sign",
        ),
        sa.CheckConstraint(
            "so_verdict IS NULL OR so_verdict IN ('confirmed', 'unverified', 'disputed')",
            name="ck_statement_so_verdict",
        ),
        sa.CheckConstraint(
            "work_state IN ('untouched', 'in_progress', 'recheck', 'done', 'excluded')",
            name="ck_statement_work_state",
        ),
        sa.CheckConstraint("0 <= start_offset AND start_offset < end_offset", name="ck_statement_span"),
        sa.CheckConstraint(
            "said_given_for IS NULL OR (said_verdict IS NULL) = (said_left_to_speaker = 1)",
            name="ck_statement_said_answer",
        ),
        sa.CheckConstraint("said_left_to_speaker = 0", name="ck_statement_said_is_never_left"),
        sa.CheckConstraint(
            "so_given_for IS NULL OR (so_verdict IS NULL) = (so_left_to_speaker = 1)",
            name="ck_statement_so_answer",
        ),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["article.id"],
        ),
        sa.ForeignKeyConstraint(
            ["draft_id"],
            ["draft.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_statement_open",
        "statement",
        ["article_id", "start_offset"],
        unique=False,
        sqlite_where=sa.text("work_state IN ('untouched', 'in_progress', 'recheck')"),
        postgresql_where=sa.text("work_state IN ('untouched', 'in_progress', 'recheck')"),
    )
    op.create_index("ix_statement_place", "statement", ["article_id", "start_offset"], unique=False)


def _tombstone() -> None:
    op.create_table(
        "tombstone",
        sa.Column("text_sha256", sa.String(), nullable=False),
        sa.Column("shredded_by", sa.String(), nullable=False),
        sa.Column("shredded_at", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("text_sha256"),
    )


def upgrade() -> None:
    """Make the tables, and forbid to change what is only ever added to."""
    _article()
    _draft()
    _event()
    _place()
    _position()
    _tally()
    _draft_block()
    _origin()
    _statement()
    _tombstone()
    immutable = ("event", "draft", "draft_block", "origin")
    for statement in append_only_ddl(op.get_context().dialect.name, immutable):
        op.execute(statement)
