"""Own texts, and the sounds a learner says are fine."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make both tables."""
    op.create_table(
        "texts",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("tags", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.create_table(
        "accepted",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("expected", sa.Text, nullable=False),
        sa.Column("heard", sa.Text, nullable=False),
        sa.Column("word", sa.Text, nullable=False),
        sa.UniqueConstraint("expected", "heard", "word", name="accepted_once"),
    )
