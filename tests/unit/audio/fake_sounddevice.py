"""A sounddevice module with as many devices as the test says; streams call back when the test says."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from tutor.domain.audio import Samples


class PortAudioError(Exception):
    pass


class CallbackStop(Exception):
    pass


@dataclass
class Flags:
    input_overflow: bool = False


@dataclass(eq=False)
class FakeStream:
    settings: dict[str, Any]
    start_error: Exception | None = None
    latency: float = 0.0
    active: bool = False
    closed: bool = False

    def start(self) -> None:
        if self.start_error:
            raise self.start_error
        self.active = True

    def abort(self) -> None:
        self._end()

    def close(self) -> None:
        self.closed = True

    def hear(self, samples: Samples, *, overflow: bool = False) -> None:
        """The microphone delivers one channel's samples, the same on every channel; `hear_channels` differing ones."""
        self.hear_channels(np.tile(samples[:, np.newaxis], (1, self.settings["channels"])), overflow=overflow)

    def hear_channels(self, block: Samples, *, overflow: bool = False) -> None:
        assert self.active
        self.settings["callback"](block.astype(np.float32), len(block), None, Flags(overflow))

    def speak(self, frames: int) -> Samples:
        """The loudspeaker asks for this many frames; what it got, or nothing once the stream has ended."""
        block = np.full((frames, self.settings["channels"]), np.nan, dtype=np.float32)
        if not self.active:
            return block[:0]
        try:
            self.settings["callback"](block, frames, None, Flags())
        except CallbackStop:
            self._end()
        return block

    def unplug(self) -> None:
        self._end()

    def _end(self) -> None:
        was, self.active = self.active, False
        finished: Callable[[], None] | None = self.settings.get("finished_callback")
        if was and finished:
            finished()


@dataclass
class FakeSounddevice:
    """`plugged` and `speakers` are what is attached; as with PortAudio, changes are seen after `_initialize` only."""

    plugged: dict[str, tuple[int, int]] = field(default_factory=lambda: {"Desk microphone": (2, 48_000)})
    speakers: dict[str, tuple[int, int]] = field(default_factory=lambda: {"Speakers": (2, 48_000)})
    open_error: Exception | None = None
    start_error: Exception | None = None
    latency: float = 0.0
    refreshes: int = 0
    streams: list[FakeStream] = field(default_factory=list)
    PortAudioError: type[Exception] = PortAudioError
    CallbackStop: type[Exception] = CallbackStop

    def __post_init__(self) -> None:
        self._look()

    def query_devices(self, device: int | None = None, kind: str | None = None) -> Any:
        if kind is None:
            return tuple(self._known)
        for entry in self._known:
            if entry[f"max_{kind}_channels"] > 0:
                return entry
        raise PortAudioError("Error querying device -1")

    def InputStream(self, **settings: object) -> FakeStream:
        return self._stream(settings)

    def OutputStream(self, **settings: object) -> FakeStream:
        return self._stream(settings)

    def _stream(self, settings: dict[str, Any]) -> FakeStream:
        if self.open_error:
            raise self.open_error
        self.streams.append(FakeStream(settings, self.start_error, self.latency))
        return self.streams[-1]

    def _terminate(self) -> None:
        assert not any(stream.active for stream in self.streams), "a refresh ends running streams"

    def _initialize(self) -> None:
        self.refreshes += 1
        self._look()

    def _look(self) -> None:
        listed = [(name, said, (0, 0)) for name, said in self.plugged.items()]
        listed += [(name, (0, said[1]), said) for name, said in self.speakers.items()]
        self._known: list[dict[str, Any]] = [
            {
                "name": name,
                "index": at,
                "max_input_channels": ins[0],
                "max_output_channels": outs[0],
                "default_samplerate": float(ins[1] or outs[1]),
            }
            for at, (name, ins, outs) in enumerate(listed)
        ]
