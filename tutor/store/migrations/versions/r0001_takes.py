"""Takes and their assessments."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make both tables."""
    op.create_table(
        "takes",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("passage_id", sa.Text),
        sa.Column("recorded_at", sa.Text, nullable=False),
        sa.Column("seconds", sa.Float, nullable=False),
        sa.Column("device", sa.Text, nullable=False),
        sa.Column("overflows", sa.Integer, nullable=False),
        sa.Column("recovered", sa.Boolean, nullable=False),
    )
    op.create_index("takes_newest", "takes", ["recorded_at", "id"])
    op.create_table(
        "assessments",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("take_id", sa.Text, sa.ForeignKey("takes.id", ondelete="CASCADE"), nullable=False),
        sa.Column("saved_at", sa.Text, nullable=False, server_default=sa.func.current_timestamp()),
        sa.Column("engine", sa.Text, nullable=False),
        sa.Column("model_id", sa.Text, nullable=False),
        sa.Column("model_version", sa.Text, nullable=False),
        sa.Column("verdict", sa.Text, nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
    )
    op.create_index("assessments_newest", "assessments", ["take_id", "id"])
