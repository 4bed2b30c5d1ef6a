"""What a few seconds of speech said about a microphone and the place it stands in."""

from dataclasses import dataclass
from datetime import datetime

from tutor.domain.assessment import Verdict
from tutor.domain.audio import AudioFacts


@dataclass(frozen=True, slots=True)
class MicrophoneCheck:
    """`device` by its name; `when` is aware (UTC). `problems` as of a take, the worst first; empty when it can be used."""

    device: str
    when: datetime
    facts: AudioFacts
    problems: tuple[Verdict, ...]
