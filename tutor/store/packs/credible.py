"""Whether what a pack says of takes can be believed to be sound and assessments, before any of it is kept."""

from typing import Any, BinaryIO

import msgspec
import numpy as np

from tutor.domain.assessment import Assessment, RationaleLine
from tutor.domain.errors import StoreError
from tutor.domain.prosody import Prosody
from tutor.practice.contract import from_json
from tutor.store.packs.container import Container
from tutor.store.packs.limits import MOST_SOUND_S, SOUND_RATES
from tutor.store.packs.manifest import decode

_BLOCK = 2**18  # samples
_SLACK_S = 0.05  # between a take's length as it is said and as it is


def check_sound(pack: Container, name: str, file: BinaryIO, seconds: float) -> None:
    """One FLAC channel, whole, as long as the take says. Raises `PackError("not_a_pack")`."""
    import soundfile

    if file.read(4) != b"fLaC":
        raise pack.refused(f"{name} is no FLAC")
    file.seek(0)
    try:
        with soundfile.SoundFile(file) as sound:
            rate, frames = sound.samplerate, sound.frames
            if sound.channels != 1 or not SOUND_RATES[0] <= rate <= SOUND_RATES[1] or not 0 < frames <= MOST_SOUND_S * rate:
                raise pack.refused(f"{name} has a form that no take has")
            read = sum(len(block) for block in sound.blocks(_BLOCK, dtype="int32"))
    except (soundfile.SoundFileError, RuntimeError, ValueError) as error:
        raise pack.refused(f"{name} can't be read as sound") from error
    if read != frames or abs(frames / rate - seconds) > _SLACK_S:
        raise pack.refused(f"{name} isn't as long as it says")


def read_assessment(pack: Container, name: str, data: bytes) -> Assessment:
    """An assessment whose every value has its type and points at something. Raises `PackError("not_a_pack")`."""
    said = decode(pack, name, data, dict[str, Any])
    try:
        found = from_json(said)
        msgspec.convert(msgspec.to_builtins(found, enc_hook=_as_list), Assessment, dec_hook=_as_curve)
        _check_places(found)
    except (StoreError, msgspec.MsgspecError, ValueError, TypeError, OverflowError, RecursionError) as error:
        raise pack.refused(f"{name} is no assessment") from error
    return found


def _check_places(found: Assessment) -> None:
    """Indexes lead somewhere, curves are curves: what the screens rely on."""
    words = len(found.words)
    gaps = [event.after_word for event in found.events]
    if found.prosody is not None:
        gaps += [pause.after_word for pause in found.prosody.pauses]
        _check_curves(found.prosody)
    if not words or not all(-1 <= gap < words for gap in gaps) or not all(_leads(found, line) for line in found.rationale):
        raise ValueError("a place that isn't there")


def _check_curves(prosody: Prosody) -> None:
    if not 0.001 <= prosody.step <= 1:
        raise ValueError("no step of a curve")
    for track in (prosody.pitch, prosody.energy):
        if track.value.ndim != 1:
            raise ValueError("no curve")


def _leads(found: Assessment, line: RationaleLine) -> bool:
    pauses = len(found.prosody.pauses) if found.prosody is not None else 0
    for each in line.about:
        if each.kind == "pause":
            there = 0 <= each.index < pauses
        else:
            there = 0 <= each.index < len(found.words) and 0 <= (each.phone or 0) < len(found.words[each.index].phones)
        if not there:
            return False
    return True


def _as_list(curve: object) -> object:
    if isinstance(curve, np.ndarray):
        return []
    raise TypeError(type(curve).__name__)


def _as_curve(_kind: type, _curve: object) -> object:
    """Curves were made arrays of numbers by `from_json`."""
    return np.zeros(0, np.float32)
