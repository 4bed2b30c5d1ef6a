"""What was counted of takes that a tutor answered about is counted anew, with the answers (`store.tallies`)."""

from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Take these counts away: what has none is counted in later."""
    theirs = "SELECT id FROM assessments WHERE take_id IN (SELECT take_id FROM corrections)"
    for table in ("tallies", "sound_tallies", "word_tallies"):
        op.execute(f"DELETE FROM {table} WHERE assessment_id IN ({theirs})")
