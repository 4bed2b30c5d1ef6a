"""When a recording ends by itself, and which one was only a slip of the finger."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.domain.audio import Samples
from tutor.domain.take import Take
from tutor.practice.ports import Draft

if TYPE_CHECKING:
    from tutor.acoustics.watch import SpeechWatch

TAP_S = 0.4  # less sound than this without speech: the key was pressed twice by accident
SENTENCE_S = 3.0  # of quiet behind a single sentence; in a passage people stop to think for longer

AS_SUITS, NEVER = "as_suits", "never"
CHOICES = (AS_SUITS, NEVER, "2", "3", "5")


def quiet_to_stop(choice: str, sentences: int) -> float | None:
    """Seconds of quiet after which a reading of so many sentences ends by itself; None: only when the person says so."""
    if choice == AS_SUITS:
        return SENTENCE_S if sentences == 1 else None
    return None if choice == NEVER else float(choice)


@dataclass(frozen=True, slots=True)
class WatchedDraft:
    """A `ports.Draft` whose sound, once it is on the disk, is also listened to."""

    draft: Draft
    watch: "SpeechWatch"

    def write(self, samples: Samples) -> None:
        """Keep it, then listen."""
        self.draft.write(samples)
        self.watch.feed(samples)

    def finish(self, device: str, overflows: int) -> Take:
        """As the draft."""
        return self.draft.finish(device, overflows)

    def discard(self) -> None:
        """As the draft."""
        self.draft.discard()

    @property
    def is_tap(self) -> bool:
        """Whether nobody can have meant this to be a reading."""
        return self.watch.seconds < TAP_S and not self.watch.begun

    def has_ended(self, quiet_s: float | None) -> bool:
        """Whether it was quiet for so long since the reader's voice; never before that was heard."""
        return quiet_s is not None and self.watch.begun and self.watch.quiet_s >= quiet_s
