"""Sound that is never written to the disk: takes of learners who want scores only. A kill loses it, on purpose."""

from collections import OrderedDict
from threading import Lock

import numpy as np

from tutor.domain.audio import Samples, Waveform, as_kept
from tutor.domain.errors import StoreError
from tutor.domain.take import Take
from tutor.store.drafts import Keep, Subject

_HELD_S = 300.0  # so much of what was read lately can be heard again until the program ends: at 48 kHz 58 MB


class HeldSound:
    """The sound of the newest takes, in memory. Any thread may use it."""

    def __init__(self) -> None:
        self._held: OrderedDict[str, Waveform] = OrderedDict()
        self._lock = Lock()

    def put(self, take_id: str, waveform: Waveform) -> None:
        """Hold it, and let go of the oldest when it gets too much. The newest stays, however long."""
        with self._lock:
            self._held[take_id] = Waveform(as_kept(waveform.samples), waveform.rate)
            while len(self._held) > 1 and sum(each.seconds for each in self._held.values()) > _HELD_S:
                self._held.popitem(last=False)

    def get(self, take_id: str) -> Waveform | None:
        """None when it isn't held any more."""
        with self._lock:
            return self._held.get(take_id)


class UnwrittenDraft:
    """A `ports.Draft` in memory."""

    def __init__(self, subject: Subject, keep: Keep) -> None:
        self._subject, self._keep = subject, keep
        self._blocks: list[Samples] = []

    def write(self, samples: Samples) -> None:
        """Append mono float32 samples."""
        self._blocks.append(np.array(samples, dtype=np.float32))

    def finish(self, device: str, overflows: int) -> Take:
        """Keep it as a take. Raises `StoreError`: `nothing_recorded`, or why its row can't be kept."""
        if not sum(map(len, self._blocks)):
            raise StoreError("nothing_recorded")
        waveform = Waveform(np.concatenate(self._blocks), self._subject.rate)
        take = self._subject.take(waveform, device, overflows, recovered=False)
        self._keep(take, waveform)
        self._blocks.clear()
        return take

    def discard(self) -> None:
        """Forget it."""
        self._blocks.clear()
