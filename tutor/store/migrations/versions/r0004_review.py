"""What tutors say about takes, and how strictly a learner is marked."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the tables."""
    _of_takes()
    _of_the_learner()


def _of_takes() -> None:
    op.create_table(
        "corrections",
        *_row(),
        _take(),
        sa.Column("about", sa.Text, nullable=False),
        sa.Column("expected", sa.Text, nullable=False),
        sa.Column("answer", sa.Text),
        sa.Column("machine", sa.Text),
        *_model(nullable=False),
        sa.Column("undoes", sa.Text),
    )
    op.create_table(
        "looks",
        *_row(),
        _take(),
        sa.Column("reviewed", sa.Boolean, nullable=False),
        sa.Column("heard", sa.Float, nullable=False),
        sa.Column("shown", sa.LargeBinary),
        *_model(nullable=True),
    )
    op.create_table(
        "comments",
        *_row(),
        _take(),
        sa.Column("first", sa.Integer),
        sa.Column("last", sa.Integer),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("seconds", sa.Float),
        sa.Column("withdraws", sa.Text),
    )
    for name in ("corrections", "looks", "comments"):
        op.create_index(f"{name}_of_take", name, ["take_id"])


def _of_the_learner() -> None:
    op.create_table(
        "strictness",
        *_row(),
        sa.Column("accuracy", sa.Text, nullable=False),
        sa.Column("pauses", sa.Text, nullable=False),
    )
    op.create_table(
        "thresholds",
        *_row(),
        sa.Column("symbol", sa.Text, nullable=False),
        sa.Column("edge", sa.Float),
        *_model(nullable=False),
        sa.Column("labels", sa.Integer, nullable=False),
        sa.Column("before", sa.Float),
        sa.Column("after", sa.Float),
    )


def _row() -> tuple[sa.Column[str], ...]:
    names = ("id", "tutor", "at")
    return tuple(sa.Column(name, sa.Text, primary_key=name == "id", nullable=False) for name in names)


def _take() -> sa.Column[str]:
    return sa.Column("take_id", sa.Text, sa.ForeignKey("takes.id", ondelete="CASCADE"), nullable=False)


def _model(*, nullable: bool) -> tuple[sa.Column[str], ...]:
    return tuple(sa.Column(name, sa.Text, nullable=nullable) for name in ("engine", "model_id", "model_version"))
