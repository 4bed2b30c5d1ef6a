"""Words to practise, and when they were."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make both tables."""
    op.create_table(
        "cards",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("word", sa.Text, nullable=False),
        sa.Column("symbol", sa.Text, nullable=False),
        sa.Column("said", sa.Text, nullable=False),
        sa.Column("sentence", sa.Text, nullable=False),
        sa.Column("take_id", sa.Text, sa.ForeignKey("takes.id", ondelete="SET NULL")),
        sa.Column("start", sa.Float, nullable=False),
        sa.Column("end", sa.Float, nullable=False),
        sa.Column("heard", sa.Text),
        sa.Column("marks", sa.Integer, nullable=False),
        sa.Column("made_at", sa.Text, nullable=False),
        sa.Column("due", sa.Text, nullable=False),
        sa.Column("memory", sa.Text, nullable=False),
        sa.Column("suspended", sa.Boolean, nullable=False),
    )
    op.create_table(
        "practices",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("card", sa.Text, sa.ForeignKey("cards.key", ondelete="CASCADE"), nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("grade", sa.Integer, nullable=False),
        sa.Column("take_id", sa.Text, sa.ForeignKey("takes.id", ondelete="SET NULL")),
    )
    op.create_index("practices_of_card", "practices", ["card", "id"])
