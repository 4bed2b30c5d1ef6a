"""What is stored, where and until when, and why sound is not."""

from dataclasses import dataclass
from enum import StrEnum

from tutor.domain.learner import Learner


class Silence(StrEnum):
    """Why there is a take without its sound."""

    NEVER = "never"  # it was never written
    THINNED = "thinned"  # there is a newer take of its text
    EXPIRED = "expired"
    DELETED = "deleted"  # by a person


class Kind(StrEnum):
    """What a file is for."""

    RESULTS = "results"
    SOUND = "sound"
    DRAFTS = "drafts"
    COMMENTS = "comments"
    NOTES = "notes"
    COPIES = "copies"
    DAMAGED = "damaged"
    WORDS = "words"
    LEARNERS = "learners"
    TUTOR = "tutor"
    MODELS = "models"
    SETTINGS = "settings"
    LOGS = "logs"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Holding:
    """Files of one kind in one folder; `size` in bytes."""

    kind: Kind
    path: str
    files: int
    size: int


@dataclass(frozen=True, slots=True)
class LearnerHoldings:
    """What is kept of one learner."""

    learner: Learner
    holdings: tuple[Holding, ...]

    @property
    def size(self) -> int:
        """Bytes."""
        return sum(each.size for each in self.holdings)


@dataclass(frozen=True, slots=True)
class Ledger:
    """What is kept of every learner, and of none of them in particular."""

    learners: tuple[LearnerHoldings, ...]
    computer: tuple[Holding, ...]


@dataclass(frozen=True, slots=True)
class Gone:
    """What was let go of: whole takes with their results, and sound of takes that stay."""

    takes: int
    sounds: int
