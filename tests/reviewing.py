"""A stand-in for what tutors said, for tests of the window."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.builders import a_waveform
from tutor.domain.audio import Waveform
from tutor.domain.review import Comment, Correction, Look
from tutor.domain.strictness import Setting, Threshold
from tutor.practice.ports import Draft


@dataclass
class MemoryReviews:
    """What tutors said, forgotten when the test ends; nobody speaks a comment into it."""

    rows: list[Correction | Look | Comment | Setting | Threshold] = field(default_factory=list)

    def add(self, row: Correction | Look | Comment | Setting | Threshold) -> None:
        self.rows += [] if any(each.id == row.id for each in self.rows) else [row]

    def corrections(self, take_id: str | None = None) -> Sequence[Correction]:
        return [row for row in self.rows if isinstance(row, Correction) and take_id in (None, row.take_id)]

    def comments(self, take_id: str | None = None) -> Sequence[Comment]:
        return [row for row in self.rows if isinstance(row, Comment) and take_id in (None, row.take_id)]

    def looks(self) -> Sequence[Look]:
        return [row for row in self.rows if isinstance(row, Look)]

    def settings(self) -> Sequence[Setting]:
        return [row for row in self.rows if isinstance(row, Setting)]

    def thresholds(self) -> Sequence[Threshold]:
        return [row for row in self.rows if isinstance(row, Threshold)]

    def open_voice(self, comment: Comment, rate: int) -> Draft:
        raise NotImplementedError

    def voice(self, comment_id: str) -> Waveform:
        return a_waveform(1.0)

    def recover(self) -> int:
        return 0
