"""Sound files: reading whatever a person opens, keeping takes as FLAC.

soundfile is imported where it is needed, since it takes a tenth of a second.
"""

import io
import os
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tutor.domain.audio import KEPT_STEPS, Samples, Waveform, as_kept
from tutor.domain.errors import AudioError

LONGEST_S = 30 * 60
_BLOCK = 2**20  # samples


def read_audio(path: Path) -> Waveform:
    """Any file libsndfile reads (WAV, FLAC, OGG, Opus, MP3, AIFF …) at its own rate, channels averaged.

    Raises `AudioError`: `no_such_file`, `unreadable_file` (no permission, a folder), `not_audio`, `empty_audio` or
    `too_long` (over half an hour).
    """
    waveform = _decode(path, LONGEST_S)
    if not len(waveform.samples):
        raise AudioError("empty_audio", path=str(path))
    return waveform


def read_flac(path: Path) -> Waveform:
    """A kept take, however long. Raises `AudioError` as `read_audio`."""
    return _decode(path, None)


def read_about(path: Path) -> tuple[str, float]:
    """What a kept take's file says of itself, and its seconds. Raises `AudioError` as `read_audio`."""
    import soundfile

    try:
        with path.open("rb") as file, soundfile.SoundFile(file) as sound:
            return sound.comment, sound.frames / sound.samplerate
    except OSError as error:
        raise AudioError("unreadable_file", path=str(path), reason=error.strerror or str(error)) from error
    except soundfile.SoundFileError as error:
        raise AudioError("not_audio", path=str(path), reason=str(error)) from error


def write_flac(path: Path, waveform: Waveform, about: str = "") -> None:
    """Write 24-bit FLAC with a comment, whole or not at all; what exceeds full scale is clipped. Raises `OSError`."""
    write_whole(path, flac_bytes(waveform, about))


def write_whole(path: Path, data: bytes) -> None:
    """Put the file there in one step and on the disk itself, so that neither a kill nor a full disk leaves half of it."""
    new = path.with_name(path.name + ".new")
    try:
        with new.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except OSError:
        new.unlink(missing_ok=True)
        raise


def flac_bytes(waveform: Waveform, about: str = "") -> bytes:
    """24-bit FLAC with a comment. In memory, because libsndfile doesn't say so when the disk is full."""
    import soundfile

    file = io.BytesIO()
    with soundfile.SoundFile(file, "w", waveform.rate, 1, format="FLAC", subtype="PCM_24") as sound:
        if about:
            sound.comment = about
        for at in range(0, len(waveform.samples), _BLOCK):  # a copy of ten minutes at 48 kHz takes 115 MB
            steps = (as_kept(waveform.samples[at : at + _BLOCK]) * KEPT_STEPS).astype(np.int32)
            sound.write(steps << 8)
    return file.getvalue()


def _decode(path: Path, longest_s: float | None) -> Waveform:
    import soundfile

    try:
        with path.open("rb") as file, soundfile.SoundFile(file) as sound:
            if longest_s is not None and sound.frames > longest_s * sound.samplerate:
                raise AudioError("too_long", path=str(path), seconds=sound.frames / sound.samplerate, limit_s=longest_s)
            return Waveform(_mono(sound.read(dtype="float32", always_2d=True), path), sound.samplerate)
    except FileNotFoundError as error:
        raise AudioError("no_such_file", path=str(path)) from error
    except OSError as error:
        raise AudioError("unreadable_file", path=str(path), reason=error.strerror or str(error)) from error
    except soundfile.SoundFileError as error:
        raise AudioError("not_audio", path=str(path), reason=str(error)) from error


def _mono(channels: NDArray[np.float32], path: Path) -> Samples:
    if not np.isfinite(channels).all():
        raise AudioError("not_audio", path=str(path), reason="samples that are no numbers")
    return channels[:, 0] if channels.shape[1] == 1 else channels.mean(axis=1, dtype=np.float32)
