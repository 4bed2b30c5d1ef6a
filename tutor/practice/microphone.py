"""The check of a microphone: a few seconds of speech are measured as a take is, and never go to the history."""

import json
from dataclasses import asdict, dataclass, field
from datetime import datetime

import numpy as np

from tutor.acoustics.check import problems
from tutor.acoustics.measure import measure
from tutor.domain.assessment import Verdict
from tutor.domain.audio import AudioFacts, Samples, Waveform
from tutor.domain.microphone import MicrophoneCheck
from tutor.domain.take import Take


@dataclass
class SampleDraft:
    """A `ports.Draft` that stays in memory."""

    rate: int
    when: datetime
    _blocks: list[Samples] = field(default_factory=list)

    def write(self, samples: Samples) -> None:
        """Append."""
        self._blocks.append(samples)

    def finish(self, device: str, overflows: int) -> Take:
        """A take that no history knows; its sound is `waveform`."""
        return Take("", "", None, self.when, self.waveform.seconds, device, overflows)

    def discard(self) -> None:
        """Forget it."""
        self._blocks.clear()

    @property
    def waveform(self) -> Waveform:
        """All that came."""
        return Waveform(np.concatenate([np.zeros(0, np.float32), *self._blocks]), self.rate)


def check_microphone(waveform: Waveform, device: str, when: datetime) -> MicrophoneCheck:
    """Measure a sample by the thresholds that takes are refused by."""
    facts = measure(waveform)
    return MicrophoneCheck(device, when, facts, problems(facts))


def check_as_text(check: MicrophoneCheck) -> str:
    """To be kept among the settings."""
    said = {"device": check.device, "when": check.when.isoformat(), "facts": asdict(check.facts), "problems": check.problems}
    return json.dumps(said)


def check_from_text(text: str) -> MicrophoneCheck | None:
    """What `check_as_text` wrote; None when it can't be read, since it is easily made again."""
    try:
        said = json.loads(text)
        problems = tuple(map(Verdict, said["problems"]))
        return MicrophoneCheck(said["device"], datetime.fromisoformat(said["when"]), AudioFacts(**said["facts"]), problems)
    except (ValueError, KeyError, TypeError):
        return None
