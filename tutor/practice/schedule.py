"""When a card comes up again: FSRS, a scheduler learned from many people's reviews. Knows no card's content.

Steps of minutes are left out: a word is drilled as often as the learner likes on one day, and comes back on another.
fsrs is imported where it is needed: the window paints before that.
"""

from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from tutor.domain.cards import Grade

if TYPE_CHECKING:
    from fsrs import Scheduler


def fresh(now: datetime) -> tuple[str, datetime]:
    """Memory and due time of a card nobody practised yet: due at once."""
    from fsrs import Card

    card = Card(card_id=0, due=now)
    return card.to_json(), card.due


def after(memory: str, grade: Grade, now: datetime) -> tuple[str, datetime]:
    """The same after a practice at `now` (UTC)."""
    from fsrs import Card, Rating

    card, _ = _scheduler().review_card(Card.from_json(memory), Rating(int(grade)), now)
    return card.to_json(), card.due


@cache
def _scheduler() -> "Scheduler":
    from fsrs import Scheduler

    return Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
