"""The model voice: `practice.ports.ModelVoice` by the speech engine that the system has, asked through its own command.

Not through Qt TextToSpeech: it needs a wheel of 171 MB, and its Python binding (PySide6 6.10) has no `synthesize`, so it could be
neither slowed, nor brought to one level with the learner's voice, nor drawn. The commands lead to the same engines.
"""

import os
import platform
import shutil
import subprocess
import tempfile
import wave
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tutor.domain.audio import Samples, Waveform
from tutor.domain.errors import AudioError

_LONGEST_S = 30.0  # nothing but a hanging engine takes so long for a sentence
_POWERSHELL = (
    "Add-Type -AssemblyName System.Speech; $voice = New-Object System.Speech.Synthesis.SpeechSynthesizer; "
    "$voice.SelectVoiceByHints('NotSet', 'NotSet', 0, [cultureinfo]'en-US'); $voice.SetOutputToWaveFile($env:TUTOR_SOUND); "
    "$voice.Speak([IO.File]::ReadAllText($env:TUTOR_TEXT)); $voice.Dispose()"
)


@dataclass(frozen=True, slots=True)
class Engine:
    """A program and its arguments, in which {text} and {sound} stand for the files it reads and writes (16-bit WAV)."""

    program: str
    arguments: tuple[str, ...]


ENGINES: dict[str, tuple[Engine, ...]] = {
    "Linux": (Engine("espeak-ng", ("-v", "en-us", "-s", "150", "-f", "{text}", "-w", "{sound}")),),
    "Darwin": (Engine("say", ("-v", "Samantha", "--data-format=LEI16@22050", "-o", "{sound}", "-f", "{text}")),),
    "Windows": (Engine("powershell", ("-NoProfile", "-NonInteractive", "-Command", _POWERSHELL)),),
}


class SystemVoice:
    """The first engine of this system that is installed."""

    def __init__(self, engines: tuple[Engine, ...] | None = None) -> None:
        known = ENGINES.get(platform.system(), ()) if engines is None else engines
        found = ((shutil.which(engine.program), engine) for engine in known)
        self._engine = next(((path, engine) for path, engine in found if path), None)

    @property
    def lack(self) -> AudioError | None:
        """`no_voice` where no engine is installed."""
        return None if self._engine is not None else AudioError("no_voice")

    def render(self, text: str) -> Waveform:
        """Ask the engine. Raises `AudioError`: `no_voice`, or `voice_silent` when the engine gives no sound."""
        if self._engine is None:
            raise AudioError("no_voice")
        path, engine = self._engine
        with tempfile.TemporaryDirectory() as folder:
            written, sound = Path(folder) / "text.txt", Path(folder) / "sound.wav"
            written.write_text(text, encoding="utf-8")
            _run(
                [path, *(part.replace("{text}", str(written)).replace("{sound}", str(sound)) for part in engine.arguments)],
                written,
                sound,
            )
            return _read(sound, engine)


def _run(command: list[str], written: Path, sound: Path) -> None:
    named = os.environ | {"TUTOR_TEXT": str(written), "TUTOR_SOUND": str(sound)}
    hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # on Windows a black window would flash up
    try:
        subprocess.run(command, env=named, capture_output=True, check=True, timeout=_LONGEST_S, creationflags=hidden)
    except (OSError, subprocess.SubprocessError) as error:
        raise AudioError("voice_silent", program=Path(command[0]).name) from error


def _read(sound: Path, engine: Engine) -> Waveform:
    try:
        with wave.open(str(sound)) as file:
            said = np.frombuffer(file.readframes(file.getnframes()), dtype="<i2").reshape(-1, file.getnchannels())
            samples: Samples = said.mean(axis=1, dtype=np.float32) / np.float32(2**15)
            made = Waveform(samples, file.getframerate())
    except (OSError, EOFError, wave.Error, ValueError) as error:
        raise AudioError("voice_silent", program=engine.program) from error
    if not len(made.samples):
        raise AudioError("voice_silent", program=engine.program)
    return made
