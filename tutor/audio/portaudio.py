"""What we use of PortAudio, and the rules for using it: loaded late, one lock, devices by name, refreshed only while idle."""

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, Protocol, cast

from tutor.domain.errors import AudioError

Kind = Literal["input", "output"]
_CHANNELS = 2  # at most: some virtual devices claim 32 or more


class CallbackFlags(Protocol):
    """What PortAudio says went wrong before this block."""

    input_overflow: bool


class Stream(Protocol):
    """A sound stream, as sounddevice has it."""

    latency: float

    @property
    def active(self) -> bool:
        """Whether it runs."""

    def start(self) -> None:
        """Begin calling back."""

    def abort(self) -> None:
        """Call back no more, at once; pending buffers are dropped."""

    def close(self) -> None:
        """Give the device back."""


class PortAudio(Protocol):
    """The part of the sounddevice module we use."""

    PortAudioError: type[Exception]
    CallbackStop: type[Exception]

    def query_devices(self, device: int | None = None, kind: Kind | None = None) -> Any:  # noqa: ANN401 (a mapping, or many)
        """One device's facts, or everyone's."""

    def InputStream(self, **settings: object) -> Stream:  # noqa: N802 (sounddevice's name)
        """A stream from a microphone."""

    def OutputStream(self, **settings: object) -> Stream:  # noqa: N802 (sounddevice's name)
        """A stream to a loudspeaker."""

    def _initialize(self) -> None: ...

    def _terminate(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Device:
    """A microphone or loudspeaker as it is now; `index` holds until the next refresh, so keep the name."""

    name: str
    index: int
    rate: int
    channels: int


def load_sounddevice() -> PortAudio:
    """The sounddevice module. Raises `AudioError` `no_portaudio` when the system library is missing."""
    try:
        import sounddevice
    except OSError as error:  # what sounddevice raises for a missing library
        raise AudioError("no_portaudio") from error
    return cast(PortAudio, sounddevice)


class Sound:
    """PortAudio for the whole process: recorder and player must share one, since a refresh ends every stream."""

    def __init__(self, load: Callable[[], PortAudio] = load_sounddevice) -> None:
        self._load = load
        self._module: PortAudio | None = None
        self._lock = threading.RLock()  # PortAudio wants opening and closing one at a time
        self._open: list[Stream] = []

    @property
    def module(self) -> PortAudio:
        """sounddevice, loaded at first use. Raises `AudioError`."""
        with self._lock:
            if self._module is None:
                self._module = self._load()
            return self._module

    def names(self, kind: Kind) -> tuple[str, ...]:
        """Names of the devices there are now, each once: Windows lists one device under several drivers."""
        self._refresh()
        return tuple(dict.fromkeys(device.name for device in self._all(kind)))

    def microphone(self, name: str | None) -> Device:
        """The microphone of this name (None: the default). Raises `AudioError` `no_microphone` or `microphone_gone`."""
        if name is None:
            return self._default("input", "no_microphone")
        found = self._named("input", name)
        if found is None:
            raise AudioError("microphone_gone", device=name)
        return found

    def loudspeaker(self, name: str | None) -> Device:
        """The loudspeaker of this name, or the default when there is none such. Raises `AudioError` `no_loudspeaker`."""
        found = self._named("output", name) if name is not None else None
        return found or self._default("output", "no_loudspeaker")

    def open(self, make: Callable[..., Stream], fault: str, device: Device, **settings: object) -> Stream:
        """A running float32 stream on the device at its own rate. Raises `AudioError` with the code `fault`."""
        with self._lock:
            try:
                stream = make(device=device.index, channels=device.channels, samplerate=device.rate, dtype="float32", **settings)
                self._open.append(stream)
                stream.start()
            except self.module.PortAudioError as error:
                self._refresh()  # perhaps it was unplugged: the next try finds what is there now
                raise AudioError(fault, device=device.name, reason=str(error)) from error
            return stream

    def close(self, stream: Stream) -> None:
        """Stop the stream and give the device back; nothing when that is done already."""
        with self._lock:
            if stream in self._open:
                self._open.remove(stream)
                stream.abort()
                stream.close()

    def _refresh(self) -> None:
        """Make PortAudio look for devices again, which it does only when it starts; left out while a stream runs."""
        with self._lock:
            self._close_ended()
            if not self._open:
                self.module._terminate()
                self.module._initialize()

    def _close_ended(self) -> None:
        for stream in [stream for stream in self._open if not stream.active]:
            self.close(stream)

    def _named(self, kind: Kind, name: str) -> Device | None:
        def find() -> Device | None:
            return next((device for device in self._all(kind) if device.name == name), None)

        found = find()
        if found is None:  # perhaps plugged in since
            self._refresh()
            found = find()
        return found

    def _all(self, kind: Kind) -> list[Device]:
        listed: Sequence[Mapping[str, Any]] = self.module.query_devices()
        return [_device(entry, kind) for entry in listed if entry[f"max_{kind}_channels"] > 0]

    def _default(self, kind: Kind, fault: str) -> Device:
        if not self._all(kind):
            self._refresh()
        try:
            return _device(self.module.query_devices(kind=kind), kind)
        except (self.module.PortAudioError, ValueError) as error:  # ValueError: a default device of the other kind
            raise AudioError(fault) from error


@cache
def shared_sound() -> Sound:
    """The process's one `Sound`."""
    return Sound()


def _device(entry: Mapping[str, Any], kind: Kind) -> Device:
    channels = min(_CHANNELS, int(entry[f"max_{kind}_channels"]))
    return Device(str(entry["name"]), int(entry["index"]), int(entry["default_samplerate"]), channels)
