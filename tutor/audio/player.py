"""The loudspeaker: `practice.ports.Player` over PortAudio."""

import numpy as np

from tutor.acoustics.resample import to_rate
from tutor.audio.portaudio import Device, Sound, Stream, shared_sound
from tutor.domain.audio import Samples, Waveform


class SpeakerPlayer:
    """Plays one waveform at a time. `device` is the loudspeaker wanted, None the system's own, also used when that is gone."""

    def __init__(self, sound: Sound | None = None) -> None:
        self._sound = sound or shared_sound()
        self._playing: _Playing | None = None
        self.device: str | None = None

    def devices(self) -> tuple[str, ...]:
        """Names of the loudspeakers there are. Raises `AudioError` `no_portaudio`."""
        return self._sound.names("output")

    def play(self, waveform: Waveform) -> None:
        """Play from the start, stopping what plays. Returns at once.

        Raises `AudioError` `no_portaudio` or `no_loudspeaker`. Holds the sound at the device's rate while it plays: 115 MB for
        ten minutes at 48 kHz.
        """
        self.stop()
        device = self._sound.loudspeaker(self.device)
        self._playing = _Playing(self._sound, device, to_rate(waveform, device.rate).samples)

    def stop(self) -> None:
        """Silence."""
        if self._playing is not None:
            self._playing.close()
            self._playing = None

    @property
    def position_s(self) -> float | None:
        """Seconds into what plays, as it is heard; None when nothing does."""
        return self._playing.position_s if self._playing else None


class _Playing:
    """One waveform on its way to the device."""

    def __init__(self, sound: Sound, device: Device, samples: Samples) -> None:
        self._sound, self._samples, self._rate = sound, samples, device.rate
        self._next = 0
        self._done = sound.module.CallbackStop
        self._stream: Stream = sound.open(sound.module.OutputStream, "no_loudspeaker", device, callback=self._speak)

    @property
    def position_s(self) -> float | None:
        """What has been handed over less what still waits in the device's buffer."""
        if not self._stream.active:
            return None
        return max(0.0, self._next / self._rate - self._stream.latency)

    def close(self) -> None:
        """Give the device back."""
        self._sound.close(self._stream)

    def _speak(self, block: Samples, frames: int, when: object, status: object) -> None:  # noqa: ARG002 (PortAudio's signature)
        part = self._samples[self._next : self._next + frames]
        block[: len(part)] = part[:, np.newaxis]
        block[len(part) :] = 0
        self._next += len(part)
        if len(part) < frames:
            raise self._done  # lets the last buffers be heard, then the stream ends
