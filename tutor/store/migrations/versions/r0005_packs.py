"""Assignments from class packs; returns, and what came here with them."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the three tables."""
    op.create_table(
        "assignments",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("received_at", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("sender", sa.Text, nullable=False),
        sa.Column("made_at", sa.Text, nullable=False),
        sa.Column("data", sa.Text, nullable=False),
    )
    op.create_table(
        "returns",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("made_at", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("takes", sa.Integer, nullable=False),
        sa.Column("answers", sa.Text, nullable=False),
    )
    op.create_table(
        "arrivals",
        sa.Column("take_id", sa.Text, sa.ForeignKey("takes.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("return_id", sa.Text, sa.ForeignKey("returns.id"), nullable=False),
        sa.Column("original_id", sa.Text, nullable=False),
        sa.Column("sound", sa.Text),
    )
