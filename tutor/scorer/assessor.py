"""The embedded assessor: `practice.ports.Assessor` on the networks in a model folder (by default the one that ships)."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np

from tutor.acoustics.check import problems
from tutor.acoustics.measure import measure
from tutor.acoustics.resample import RATE
from tutor.domain.assessment import (
    PHONE_SCALE,
    Assessment,
    Estimate,
    Event,
    ModelStamp,
    PhoneScore,
    Scores,
    Unjudged,
    Verdict,
    WordScore,
)
from tutor.domain.audio import AudioFacts, Waveform
from tutor.domain.errors import ModelError
from tutor.domain.phones import Phone
from tutor.domain.resources import assets
from tutor.domain.target import Target
from tutor.practice.ports import Progress
from tutor.scorer.calibration import LEVELS, Calibration
from tutor.scorer.evidence import FRAME_OFFSET_S, FRAME_S
from tutor.scorer.following import Following
from tutor.scorer.judging import Judgement, judge
from tutor.scorer.live import Spoken
from tutor.scorer.networks import Heard, Networks, Overhearing, RawScores
from tutor.scorer.referee import Referee
from tutor.scorer.rivals import heard_as

STAMP_FILE = "model.json"
_COMPLETE_SHARE = 0.75  # of the words
UNCLEAR = 0.95  # of the scale: an interval as wide says nothing (training/LOG.md: "Where evidence is too thin")
_UTTERANCE = LEVELS[3:]


class EmbeddedAssessor:
    """Any CPU, no torch. Lives in one thread."""

    def __init__(self, networks: Networks, referee: Referee, calibration: Calibration, stamp: ModelStamp) -> None:
        self.networks = networks
        self.referee = referee
        self.calibration = calibration
        self._stamp = stamp
        self._overheard: dict[bytes, Heard] = {}

    @classmethod
    def load(cls, folder: Path | None = None) -> "EmbeddedAssessor":
        """From a model folder; None is the one that ships. Raises `ModelError`."""
        folder = folder or assets() / "scorer"
        try:
            stamp = ModelStamp("embedded", **json.loads((folder / STAMP_FILE).read_text("utf-8")))
        except FileNotFoundError as error:
            raise ModelError("model_missing", path=str(folder)) from error
        except (OSError, ValueError, TypeError) as error:
            raise ModelError("model_unreadable", path=str(folder)) from error
        return cls(Networks(folder), Referee(folder), Calibration.load(folder), stamp)

    @property
    def stamp(self) -> ModelStamp:
        """Which model this is."""
        return self._stamp

    def overhear(self, rate: int) -> Overhearing:
        """See `practice.ports.Assessor`."""
        self._overheard = {}
        return Overhearing(self.networks, rate, self._overheard)

    def follow(self, rate: int, target: Target) -> Following:
        """See `practice.ports.Assessor`."""
        return Following(self.networks, rate, target, lambda spoken: self._sentence(spoken, target))

    def assess(self, waveform: Waveform, facts: AudioFacts, target: Target, progress: Progress) -> Assessment:
        """See `practice.ports.Assessor`."""
        overheard, self._overheard = self._overheard, {}
        heard = self.networks.listen(waveform.samples, lambda share: progress(0.5 * share, "listening"), overheard)
        judgement = judge(self.networks, heard, target, freely=True, tick=lambda share: progress(0.5 + 0.4 * share, "judging"))
        scores = self.referee.decide(judgement)
        progress(1.0, "judging")
        verdict = self.verdict(judgement)
        return Assessment(
            model=self._stamp, audio=facts, verdict=verdict, words=self._words(target, judgement, scores),
            events=tuple(Event(e.kind, _seconds(e.start), _seconds(e.end), e.after_word) for e in judgement.events),
            scores=self._scores(judgement, scores), confidence=self.calibration.confidence,
        )  # fmt: skip

    def _sentence(self, spoken: Spoken, target: Target) -> tuple[WordScore, ...] | None:
        """The scores of a sentence by itself; None when it would be refused, is another one or was not read whole."""
        if any(problem.refuses for problem in problems(measure(Waveform(spoken.sound, RATE)))):
            return None
        heard = self.networks.listen(spoken.sound).between(spoken.start, spoken.end)
        part = replace(target, words=target.words[spoken.first : spoken.behind], sentences=((0, spoken.behind - spoken.first),))
        judgement = judge(self.networks, heard, part, freely=True)
        if self.verdict(judgement) is not Verdict.SCORED:
            return None
        return self._words(part, judgement, self.referee.decide(judgement))

    def verdict(self, judgement: Judgement) -> Verdict:
        """Scored, or how the reading differs from the text as a whole."""
        if judgement.this_text <= 0 or not judgement.read.any():
            return Verdict.OFF_SCRIPT
        return Verdict.SCORED if judgement.read.mean() >= _COMPLETE_SHARE else Verdict.INCOMPLETE

    def _scores(self, judgement: Judgement, scores: RawScores) -> Scores:
        if not judgement.read.any():
            return Scores(completeness=Estimate(0.0, 0.0, 0.0))
        said = {name: self._estimate(name, pair) for name, pair in zip(_UTTERANCE, scores.utterance, strict=True)}
        complete = 10 * float(judgement.read.mean())
        return Scores(completeness=Estimate(complete, complete, complete), **said)

    def _words(self, target: Target, judgement: Judgement, scores: RawScores) -> tuple[WordScore, ...]:
        words, at = [], 0
        for number, (word, said) in enumerate(zip(target.words, judgement.pronunciations, strict=True)):
            rows = range(at, at := at + len(said))
            phones = tuple(self._phone(phone, judgement, scores, row) for phone, row in zip(said, rows, strict=True))
            miscue = judgement.miscues[number]
            if not judgement.read[number]:
                words.append(WordScore(word.text, None, None, miscue, None, None, phones, Unjudged.NOT_READ))
                continue
            accuracy, stress = (self._estimate(LEVELS[1 + k], scores.word[number, k]) for k in (0, 1))
            words.append(WordScore(word.text, phones[0].start, phones[-1].end, miscue, accuracy, stress, phones))
        return tuple(words)

    def _phone(self, phone: Phone, judgement: Judgement, scores: RawScores, row: int) -> PhoneScore:
        start, end = judgement.frames[row]
        if start < 0:
            return PhoneScore.unjudged(phone, Unjudged.NOT_READ)
        heard, heard_chance = heard_as(phone, judgement.log_posteriors[row])
        accuracy = self._estimate("phone", scores.phone[row])
        if accuracy.high - accuracy.low >= UNCLEAR * PHONE_SCALE:
            unclear = PhoneScore.unjudged(phone, Unjudged.UNCLEAR, _seconds(start), _seconds(end))
            return replace(unclear, heard=heard, heard_chance=heard_chance)
        return PhoneScore(
            phone, _seconds(start), _seconds(end), accuracy, heard,
            self.calibration.mispronounced(float(scores.mispronounced[row])), heard_chance,
        )  # fmt: skip

    def _estimate(self, name: str, pair: np.ndarray) -> Estimate:
        return self.calibration.estimate(name, float(pair[0]), float(pair[1]))


def _seconds(frame: np.int64 | int) -> float:
    return float(frame) * FRAME_S + FRAME_OFFSET_S
