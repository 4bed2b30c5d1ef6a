"""Whether what a pack says of takes can be believed to be sound and assessments, before any of it is kept."""

from typing import BinaryIO

import msgspec

from tutor.domain.assessment import Assessment, RationaleLine
from tutor.domain.errors import StoreError
from tutor.practice.contract import from_json
from tutor.store.packs.container import Container
from tutor.store.packs.contract import Document
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


def check_assessment(pack: Container, name: str, data: bytes) -> None:
    """An assessment whose every value has its type and points at something. Raises `PackError("not_a_pack")`."""
    said = decode(pack, name, data, Document)
    try:
        found = from_json(msgspec.to_builtins(said))
    except (StoreError, ValueError) as error:
        raise pack.refused(f"{name} is no assessment") from error
    if not _places_are_there(found):
        raise pack.refused(f"{name} speaks of words or pauses that aren't there")


def _places_are_there(found: Assessment) -> bool:
    """What the screens rely on."""
    gaps = [event.after_word for event in found.events]
    gaps += [pause.after_word for pause in found.prosody.pauses] if found.prosody is not None else []
    return all(gap < len(found.words) for gap in gaps) and all(_leads(found, line) for line in found.rationale)


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
