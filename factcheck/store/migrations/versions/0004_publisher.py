"""Who published an article, beside who wrote it."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add a column; nothing that is there is changed."""
    op.add_column("article", sa.Column("publisher", sa.Text(), nullable=True))
