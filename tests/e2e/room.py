"""A room with a voice in it and a microphone: PulseAudio's own, without any hardware, or a stand-in for PortAudio."""

import shutil
import subprocess
import tempfile
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
import pytest
import soundfile

from tests.unit.audio.fake_sounddevice import FakeSounddevice
from tutor.acoustics.resample import to_rate
from tutor.audio.portaudio import Sound
from tutor.domain.audio import Samples
from tutor.store.audiofiles import read_audio

RATE = 48_000
# A loudspeaker that nobody hears, and a microphone that hears just this loudspeaker.
_DAEMON = """
load-module module-native-protocol-unix socket={socket} auth-anonymous=1
load-module module-null-sink sink_name=room rate={rate} channels=1
load-module module-remap-source source_name=desk master=room.monitor
set-default-sink room
set-default-source desk
"""
_ALSA = """
pcm_type.pulse {{ lib "{plugin}" }}
ctl_type.pulse {{ lib "{control}" }}
pcm.!default {{ type pulse hint {{ show on description "Room" }} }}
ctl.!default {{ type pulse }}
"""


class Room(Protocol):
    """Where somebody reads."""

    def say(self, path: Path) -> None:
        """Let the recording be heard to its end."""


def missing() -> str:
    """What this computer lacks for a room of PulseAudio's, as a reason to skip; empty when nothing."""
    lacks = [name for name in ("pulseaudio", "pactl", "paplay") if shutil.which(name) is None]
    if lacks:
        return f"needs PulseAudio ({', '.join(lacks)}): apt-get install pulseaudio pulseaudio-utils libasound2-plugins"
    if _plugin("pcm") is None:
        return "needs ALSA's pulse plugin: apt-get install libasound2-plugins"
    try:
        Sound().names("input")
    except Exception as error:  # noqa: BLE001 (whatever keeps PortAudio from starting is the reason)
        return f"needs PortAudio ({error}): apt-get install libportaudio2"
    return ""


def _plugin(kind: str) -> Path | None:
    return next(Path("/usr/lib").glob(f"**/alsa-lib/libasound_module_{kind}_pulse.so"), None)


@dataclass
class PulseRoom:
    """Sound in real time through PulseAudio, ALSA and PortAudio."""

    folder: Path
    daemon: "subprocess.Popen[bytes]"

    def say(self, path: Path) -> None:
        spoken, wav = to_rate(read_audio(path), RATE), self.folder / "said.wav"
        soundfile.write(wav, spoken.samples, RATE)
        subprocess.run(["paplay", "--device=room", wav], check=True, timeout=60)

    def pull_out(self) -> None:
        """The microphone goes away."""
        self.daemon.kill()
        self.daemon.wait()


@contextmanager
def pulse_room(monkeypatch: pytest.MonkeyPatch) -> Iterator[PulseRoom]:
    """A private daemon; this process's default devices are its own."""
    with tempfile.TemporaryDirectory(prefix="room-") as name:  # short: a socket's path has 108 characters
        folder = Path(name)
        socket = folder / "native"
        (folder / "daemon.pa").write_text(_DAEMON.format(socket=socket, rate=RATE))
        (folder / "asound.conf").write_text(_ALSA.format(plugin=_plugin("pcm"), control=_plugin("ctl")))
        for variable, value in (
            ("HOME", folder), ("PULSE_RUNTIME_PATH", folder), ("PULSE_SERVER", f"unix:{socket}"),
            ("ALSA_CONFIG_PATH", folder / "asound.conf"),
        ):  # fmt: skip
            monkeypatch.setenv(variable, str(value))
        daemon = _started(folder)
        try:
            assert Sound().names("input") == ("default",)  # a look of its own: PortAudio knows what there was at its start
            yield PulseRoom(folder, daemon)
        finally:
            daemon.terminate()
            daemon.wait()


def _started(folder: Path) -> "subprocess.Popen[bytes]":
    command = ["pulseaudio", "--daemonize=no", "--system=false", "--exit-idle-time=-1", "-n", "-F", str(folder / "daemon.pa")]
    with (folder / "log").open("wb") as log:
        daemon = subprocess.Popen(command, stdout=log, stderr=log)
    until = time.monotonic() + 10
    while subprocess.run(["pactl", "info"], capture_output=True, check=False).returncode:
        assert time.monotonic() < until, (folder / "log").read_text()
        assert daemon.poll() is None, (folder / "log").read_text()
        time.sleep(0.05)
    return daemon


class FakeRoom:
    """Where PulseAudio is missing: the same adapters on a stand-in for PortAudio, ten times as fast as time."""

    def __init__(self) -> None:
        self.module = FakeSounddevice()
        self._quiet = (1e-3 * np.random.default_rng(1).standard_normal(RATE // 20)).astype(np.float32)
        self._spoken: deque[Samples] = deque()
        self._over = threading.Event()
        self._air = threading.Thread(target=self._sound_on, name="air")
        self._air.start()

    def say(self, path: Path) -> None:
        spoken = to_rate(read_audio(path), RATE).samples
        self._spoken.extend(np.array_split(spoken, len(spoken) // len(self._quiet)))
        while self._spoken:
            time.sleep(0.01)

    def leave(self) -> None:
        """Nothing sounds any more."""
        self._over.set()
        self._air.join()

    def _sound_on(self) -> None:
        """50 ms every 5 ms to the microphone that is open."""
        while not self._over.wait(0.005):
            block = self._spoken.popleft() if self._spoken else self._quiet
            if self.module.streams and self.module.streams[-1].active:
                self.module.streams[-1].hear(block)


@contextmanager
def fake_room(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeRoom]:
    """A stand-in for PortAudio under the program's recorder and player."""
    room = FakeRoom()
    sound = Sound(lambda: room.module)
    for where in ("recorder", "player"):
        monkeypatch.setattr(f"tutor.audio.{where}.shared_sound", lambda: sound)
    yield room
    room.leave()


@contextmanager
def speaking(room: Room, path: Path) -> Iterator[Callable[[], bool]]:
    """Somebody reads while the caller goes on, who can ask whether they still do."""
    voice = threading.Thread(target=room.say, args=(path,), name="voice")
    voice.start()
    try:
        yield voice.is_alive
    finally:
        voice.join()
