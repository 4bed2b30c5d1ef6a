"""Takes that the assessor begins to hear while they are still being recorded. Whatever becomes of that, the take is kept."""

from dataclasses import dataclass
from datetime import datetime

from tutor.domain.audio import Samples
from tutor.domain.take import Take
from tutor.practice.ports import Draft, History
from tutor.ui.assess_worker import AssessThread


@dataclass(frozen=True, slots=True)
class Overheard:
    """Opens drafts whose sound goes on to the assessor once it is on the disk."""

    history: History
    assessor: AssessThread

    def open_draft(self, text: str, passage_id: str | None, rate: int, when: datetime) -> Draft:
        """As `History.open_draft`."""
        draft = self.history.open_draft(text, passage_id, rate, when)
        self.assessor.overhear(rate)
        return _OverheardDraft(draft, self.assessor)


@dataclass(frozen=True, slots=True)
class _OverheardDraft:
    """A `ports.Draft`."""

    draft: Draft
    assessor: AssessThread

    def write(self, samples: Samples) -> None:
        self.draft.write(samples)
        self.assessor.hear(samples)

    def finish(self, device: str, overflows: int) -> Take:
        return self.draft.finish(device, overflows)

    def discard(self) -> None:
        self.draft.discard()
