"""The buffer between PortAudio's thread and ours."""

import numpy as np

from tutor.domain.audio import Samples


class Ring:
    """Frames handed from one writing thread to one reading thread without a lock.

    All memory is taken at the start: `seconds` of sound, whatever the take's length. Each side moves only its own
    position, and positions only grow; a half-done step is never seen, because the position moves after the copy.
    """

    def __init__(self, frames: int, channels: int) -> None:
        self._memory = np.zeros((frames, channels), dtype=np.float32)
        self._written = 0
        self._read = 0
        self.overflows = 0

    @property
    def written(self) -> int:
        """Frames written since the start."""
        return self._written

    def write(self, block: Samples) -> None:
        """Keep a block of shape (frames, channels); counted as an overflow and dropped when it doesn't fit.

        Called from PortAudio's thread: copies, nothing else.
        """
        size, count = len(self._memory), len(block)
        if count > size - (self._written - self._read):
            self.overflows += 1
            return
        start = self._written % size
        first = min(count, size - start)
        self._memory[start : start + first] = block[:first]
        self._memory[: count - first] = block[first:]
        self._written += count

    def read(self) -> Samples:
        """Everything written since the last call, as a mono mix of shape (n,); frees its place."""
        written = self._written
        mono = self._mono(self._read, written)
        self._read = written
        return mono

    def last(self, frames: int) -> Samples:
        """The newest `frames` (fewer at the start) as a mono mix, whether read or not."""
        written = self._written
        return self._mono(max(0, written - min(frames, len(self._memory))), written)

    def _mono(self, start: int, stop: int) -> Samples:
        at = np.arange(start, stop) % len(self._memory)
        mono: Samples = self._memory[at].mean(axis=1, dtype=np.float32)
        return mono
