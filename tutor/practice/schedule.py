"""When a card comes up again: FSRS, a scheduler learned from many people's reviews. Knows no card's content.

Steps of minutes are left out: a word is drilled as often as the learner likes on one day, and comes back on another.
"""

from datetime import datetime
from functools import cache

import fsrs

from tutor.domain.cards import Grade


@cache
def _scheduler() -> fsrs.Scheduler:
    return fsrs.Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)


def fresh(now: datetime) -> tuple[str, datetime]:
    """Memory and due time of a card nobody practised yet: due at once."""
    card = fsrs.Card(card_id=0, due=now)
    return card.to_json(), card.due


def after(memory: str, grade: Grade, now: datetime) -> tuple[str, datetime]:
    """The same after a practice at `now` (UTC)."""
    card, _ = _scheduler().review_card(fsrs.Card.from_json(memory), fsrs.Rating(int(grade)), now)
    return card.to_json(), card.due
