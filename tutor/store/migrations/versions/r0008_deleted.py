"""Which takes were deleted, so that no return brings them back."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Make the table."""
    op.create_table("deleted", sa.Column("take", sa.Text, primary_key=True))
