"""Counts beside the assessments. Those of older assessments are counted in later, a few at a time (`store.tallies`)."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
_ASPECTS = ("accuracy", "fluency", "prosody", "completeness", "total")


def upgrade() -> None:
    """Make the three tables."""
    op.create_table(
        "tallies",
        _assessment(),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.Column("words", sa.Integer, nullable=False),
        sa.Column("read", sa.Integer, nullable=False),
        sa.Column("correct", sa.Integer, nullable=False),
        sa.Column("seconds", sa.Float),
        sa.Column("words_per_minute", sa.Float),
        sa.Column("correct_per_minute", sa.Float),
        *(sa.Column(f"{aspect}{part}", sa.Float) for aspect in _ASPECTS for part in ("", "_low", "_high")),
    )
    for kind in ("sound", "word"):
        op.create_table(
            f"{kind}_tallies",
            _assessment(),
            sa.Column(kind, sa.Text, primary_key=True),
            sa.Column("times", sa.Integer, nullable=False),
            sa.Column("total", sa.Float, nullable=False),
            sa.Column("marked", sa.Integer, nullable=False),
            sa.Column("left_out", sa.Integer, nullable=False),
            sqlite_with_rowid=False,
        )


def _assessment() -> sa.Column[int]:
    return sa.Column("assessment_id", sa.Integer, sa.ForeignKey("assessments.id", ondelete="CASCADE"), primary_key=True)
