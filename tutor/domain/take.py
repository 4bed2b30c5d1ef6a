"""A recording of a text, and an attempt: the recording with what was said about it."""

from dataclasses import dataclass
from datetime import datetime

from tutor.domain.assessment import Assessment

DRILL = "drill"  # what stands for the passage of a drill's texts


@dataclass(frozen=True, slots=True)
class Take:
    """One recording; its sound lies in the store under `id`.

    `recorded_at` is aware (UTC). `device` is the microphone's name, or the file's. `overflows` counts blocks the microphone
    lost. `recovered`: saved from a recording that was cut off by a crash.
    """

    id: str
    text: str
    passage_id: str | None
    recorded_at: datetime
    seconds: float
    device: str
    overflows: int = 0
    recovered: bool = False

    @property
    def is_drill(self) -> bool:
        """Whether it is one try of a drill."""
        return self.passage_id == DRILL


@dataclass(frozen=True, slots=True)
class Attempt:
    """A take and its assessment; `assessment` is None until there is one."""

    take: Take
    assessment: Assessment | None
