"""Who reads, and what is kept of their readings."""

import math
from dataclasses import dataclass
from enum import StrEnum

from tutor.domain.target import Level


class KeepAudio(StrEnum):
    """What becomes of the sound of takes. Scores are kept in any case."""

    KEPT = "kept"  # every take's
    THINNED = "thinned"  # only the newest takes' of each text
    NEVER = "never"  # none is written to the disk, not even for a while


@dataclass(frozen=True, slots=True)
class Learner:
    """All but `id` may be left open; `id` is empty for one who is not in the list of learners yet.

    `first_language` is a language code such as `zh`. `expires_days`: so many days after it was made a take goes, with its
    results, or without them where `scores_stay`; None: never. `has_pin`: whether a PIN opens what is theirs.
    """

    name: str = ""
    level: Level | None = None
    first_language: str = ""
    id: str = ""
    audio: KeepAudio = KeepAudio.KEPT
    expires_days: int | None = None
    has_pin: bool = False
    scores_stay: bool = False


def keeps_less(now: Learner, before: Learner) -> bool:
    """Whether something that `before` keeps is deleted by what is wanted `now`."""
    kinds = list(KeepAudio)
    days, days_before = (each.expires_days if each.expires_days is not None else math.inf for each in (now, before))
    with_scores = days < math.inf and before.scores_stay and not now.scores_stay
    return kinds.index(now.audio) > kinds.index(before.audio) or days < days_before or with_scores
