"""The microphone: `practice.ports.Recorder` over PortAudio.

Two threads beside the caller's. PortAudio's copies each block into a ring and does nothing else. Ours writes what has come to
the draft every 50 ms, so a killed process loses about that much. Memory is the ring's ten seconds, however long the take.
"""

import math
import threading
import time

import numpy as np

from tutor.audio.portaudio import CallbackFlags, Device, Sound, Stream, shared_sound
from tutor.audio.ring import Ring
from tutor.domain.audio import Samples
from tutor.domain.errors import AudioError
from tutor.domain.take import Take
from tutor.practice.ports import Draft

WRITE_EVERY_S = 0.05
RING_S = 10.0  # what a disk may stall without losing sound
LEVEL_S = 0.1
SILENT_DB = -120.0
# What is said up to the key press arrives a stream latency later, and hasty readers press in their last sound. Anki waits
# 0.5 s; we wait the latency and 0.15 s, because the learner is waiting for the result.
TAIL_S = 0.15
LONGEST_TAIL_S = 0.3
STALLED_S = 3.0  # some drivers don't end the stream of a device pulled out: it just falls silent


class MicrophoneRecorder:
    """Records from one microphone at a time, at the device's own rate."""

    def __init__(self, sound: Sound | None = None) -> None:
        self._sound = sound or shared_sound()
        self._recording: _Recording | None = None

    def devices(self) -> tuple[str, ...]:
        """Names of the microphones there are. Raises `AudioError` `no_portaudio`."""
        return self._sound.names("input")

    def rate(self, device: str | None) -> int:
        """The device's own rate in Hz. Raises `AudioError` `no_portaudio`, `no_microphone` or `microphone_gone`."""
        return self._sound.microphone(device).rate

    def start(self, draft: Draft, device: str | None) -> None:
        """Record into the draft. Raises `AudioError` as `rate`, or `microphone_busy`; the draft is then still the caller's."""
        if self._recording is not None:
            raise RuntimeError("already recording")
        self._recording = _Recording(self._sound, self._sound.microphone(device), draft)

    def stop(self) -> Take:
        """Record for up to 0.3 s more, so that the last sound is whole, and finish the draft. Raises `StoreError`.

        Call it off the GUI thread, or after the last word.
        """
        return self._let_go().finish()

    def cancel(self) -> None:
        """Stop at once and discard."""
        self._let_go().discard()

    @property
    def level_db(self) -> float:
        """Peak level of the last 100 ms, dB of full scale; -120 when idle."""
        return self._recording.level_db if self._recording else SILENT_DB

    @property
    def failure(self) -> Exception | None:
        """Why the recording broke off: `AudioError` `microphone_lost`, or what `Draft.write` raised. None while all is well."""
        return self._recording.failure if self._recording else None

    def _let_go(self) -> "_Recording":
        recording, self._recording = self._recording, None
        if recording is None:
            raise RuntimeError("not recording")
        return recording


class _Recording:
    """One take on its way from the device to its draft."""

    def __init__(self, sound: Sound, device: Device, draft: Draft) -> None:
        self._sound, self._device, self._draft = sound, device, draft
        self._ring = Ring(round(RING_S * device.rate), device.channels)
        self._until = math.inf  # time.monotonic() at which to stop
        self._wake = threading.Event()  # set: look at once instead of at the next 50 ms
        self.failure: Exception | None = None
        self._stream: Stream = sound.open(
            sound.module.InputStream, "microphone_busy", device, callback=self._hear, finished_callback=self._wake.set
        )
        self._writer = threading.Thread(target=self._write_until_stopped, name="recording", daemon=True)
        self._writer.start()

    def finish(self) -> Take:
        """Take in the tail and close the draft."""
        self._end_in(min(LONGEST_TAIL_S, TAIL_S + self._stream.latency))
        return self._draft.finish(self._device.name, self._ring.overflows)

    def discard(self) -> None:
        """Stop and throw the draft away."""
        self._end_in(0.0)
        self._draft.discard()

    @property
    def level_db(self) -> float:
        """Peak of the last 100 ms."""
        newest = self._ring.last(round(LEVEL_S * self._device.rate))
        peak = float(np.abs(newest).max(initial=0.0))
        return max(SILENT_DB, 20 * math.log10(peak)) if peak > 0 and self.failure is None else SILENT_DB

    def _hear(self, block: Samples, frames: int, when: object, status: CallbackFlags) -> None:  # noqa: ARG002 (PortAudio's signature)
        self._ring.write(block)
        if status.input_overflow:  # sound before this block was lost on its way here
            self._ring.overflows += 1

    def _end_in(self, seconds: float) -> None:
        self._until = time.monotonic() + seconds
        self._wake.set()
        self._writer.join()

    def _write_until_stopped(self) -> None:
        try:
            self._write_while_active()
        except Exception as error:  # noqa: BLE001 (a thread's entry: whatever broke it off is what `failure` tells)
            self.failure = error
        finally:
            self._sound.close(self._stream)

    def _write_while_active(self) -> None:
        heard, heard_at = 0, time.monotonic()
        while (now := time.monotonic()) < self._until:
            self._wake.wait(min(WRITE_EVERY_S, self._until - now))
            self._wake.clear()
            active = self._stream.active  # asked before the last samples are fetched, so that none are left behind
            self._drain()
            if self._ring.written > heard:
                heard, heard_at = self._ring.written, time.monotonic()
            if not active or time.monotonic() - heard_at > STALLED_S:
                raise AudioError("microphone_lost", device=self._device.name)
        self._sound.close(self._stream)
        self._drain()

    def _drain(self) -> None:
        samples = self._ring.read()
        if len(samples):
            self._draft.write(samples)
