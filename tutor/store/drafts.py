"""Takes while they are being recorded: raw samples on disk from the first block on.

A draft is three files: `ID.json` says what is being read, `ID.part` holds float32 samples, `ID.lock` is locked by the
process that records, so that another one starting meanwhile leaves it alone. Knows no database.
"""

import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import numpy as np
from filelock import FileLock, Timeout

from tutor.domain.audio import Samples, Waveform
from tutor.domain.errors import StoreError
from tutor.domain.take import Take
from tutor.store.audiofiles import write_whole
from tutor.store.faults import store_errors

_WIDTH = np.dtype(np.float32).itemsize


@dataclass(frozen=True, slots=True)
class Subject:
    """What a draft is of."""

    id: str
    text: str
    passage_id: str | None
    recorded_at: datetime
    rate: int

    def take(self, waveform: Waveform, device: str, overflows: int, *, recovered: bool) -> Take:
        """The take this draft becomes."""
        seconds = waveform.seconds
        return Take(self.id, self.text, self.passage_id, self.recorded_at, seconds, device, overflows, recovered)


Keep = Callable[[Take, Waveform], None]


class DraftFiles:
    """The files of one draft, whoever made them."""

    def __init__(self, folder: Path, take_id: str) -> None:
        self.sound = folder / f"{take_id}.part"
        self._subject = folder / f"{take_id}.json"
        # The thread that ends a recording is not always the one that began it.
        self.lock = FileLock(folder / f"{take_id}.lock", thread_local=False)

    def claim(self) -> bool:
        """Take the lock, unless a process that records holds it."""
        try:
            self.lock.acquire(timeout=0)
        except Timeout:
            return False
        return True

    def describe(self, subject: Subject) -> None:
        """Write down what is being read."""
        data = {
            "text": subject.text,
            "passage_id": subject.passage_id,
            "recorded_at": subject.recorded_at.isoformat(),
            "rate": subject.rate,
        }
        write_whole(self._subject, json.dumps(data).encode())

    def subject(self) -> Subject:
        """What was being read. Raises `ValueError` or `KeyError` when the file is broken."""
        data = json.loads(self._subject.read_bytes())
        when = datetime.fromisoformat(data["recorded_at"])
        return Subject(self._subject.stem, data["text"], data["passage_id"], when, int(data["rate"]))

    def waveform(self, rate: int) -> Waveform:
        """All whole samples; of a sample that was cut off by a kill, nothing."""
        data = self.sound.read_bytes() if self.sound.exists() else b""
        return Waveform(np.frombuffer(data[: len(data) // _WIDTH * _WIDTH], dtype=np.float32), rate)

    def remove(self) -> None:
        """Delete them, the sound first: what is left then is seen to be empty."""
        for path in (self.sound, self._subject):
            path.unlink(missing_ok=True)
        self.lock.release()
        Path(self.lock.lock_file).unlink(missing_ok=True)


class FileDraft:
    """A `ports.Draft`. `write` may run in another thread than the rest, not at the same time."""

    def __init__(self, folder: Path, subject: Subject, keep: Keep) -> None:
        self._subject, self._keep = subject, keep
        self._files = DraftFiles(folder, subject.id)
        try:
            with store_errors(folder):
                self._files.lock.acquire()
                self._files.describe(subject)
                self._sound = self._files.sound.open("xb", buffering=0)  # unbuffered: what `write` took, a kill can't take
        except StoreError:
            self._files.remove()
            raise

    def write(self, samples: Samples) -> None:
        """Append mono float32 samples. Raises `StoreError`; every earlier block stays."""
        rest = memoryview(samples.astype(np.float32).tobytes())
        with store_errors(self._files.sound):
            try:
                while rest:
                    rest = rest[self._sound.write(rest) :]
            except OSError:
                self._cut_to_whole_samples()
                raise

    def finish(self, device: str, overflows: int) -> Take:
        """Keep it as a take. Raises `StoreError`: `nothing_recorded`, or why it can't be kept; then the draft stays."""
        self._sound.close()
        try:
            with store_errors(self._files.sound):
                waveform = self._files.waveform(self._subject.rate)
            if not len(waveform.samples):
                self._files.remove()
                raise StoreError("nothing_recorded")
            take = self._subject.take(waveform, device, overflows, recovered=False)
            self._keep(take, waveform)
            self._files.remove()
        finally:
            self._files.lock.release()  # so that `recover` can try again
        return take

    def discard(self) -> None:
        """Delete every trace of it."""
        self._sound.close()
        self._files.remove()

    def _cut_to_whole_samples(self) -> None:
        size = self._sound.tell()
        os.ftruncate(self._sound.fileno(), size // _WIDTH * _WIDTH)
        self._sound.seek(0, os.SEEK_END)


def drafts_in(folder: Path) -> list[DraftFiles]:
    """Every draft in the folder, those being recorded among them."""
    return [DraftFiles(folder, path.stem) for path in sorted(folder.glob("*.json"))]
