"""Signing off: what an editor lets stand, the sign-off of an article, and the bytes that were signed."""

import sqlalchemy as sa
from alembic import op

from factcheck.store.dialect import restore_append_only

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add columns and a table; nothing that is there is changed."""
    op.add_column("article", sa.Column("signoff", sa.Text(), nullable=True))
    op.add_column("statement", sa.Column("overrides", sa.Text(), nullable=False, server_default="[]"))
    op.create_table(
        "signed_file",
        sa.Column("article_id", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"]),
        sa.PrimaryKeyConstraint("article_id", "sha256"),
    )
    for statement in restore_append_only(op.get_context().dialect.name, ("signed_file",)):
        op.execute(statement)
