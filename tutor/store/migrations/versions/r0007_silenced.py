"""Takes whose sound is not kept, and why."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "silenced",
        sa.Column("take_id", sa.Text, sa.ForeignKey("takes.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
    )
