"""Scores of a calibrated model: the head's for whole sentences, the labels' for words and sounds, with tested intervals."""

from pathlib import Path

from tutor.domain.assessment import Estimate
from tutor.speechllm.calibration import FILE, Calibration
from tutor.speechllm.grammar import Chances
from tutor.speechllm.head import ASPECTS, ScoreHead
from tutor.speechllm.replies import Reply
from tutor.speechllm.rubric import Name
from tutor.speechllm.scoring import PlainScoring, Scoring


class CalibratedScoring:
    """See `scoring.Scoring`. A reply without states (a server's) has its whole sentence scored plainly, by its labels."""

    def __init__(self, calibration: Calibration, head: ScoreHead) -> None:
        self._calibration, self._head = calibration, head

    @property
    def confidence(self) -> float:
        """The share of scores that their intervals hold."""
        return 1 - self._calibration.alpha

    def sentence(self, reply: Reply) -> dict[str, Estimate]:
        """Aspects of one sentence, 0-10."""
        if reply.states is None:
            return PlainScoring().sentence(reply)
        mean, sigma = self._head.judge(reply.states[None])
        return {name: self._calibration.estimate(name, mean[0, at], sigma[0, at]) for at, name in enumerate(ASPECTS)}

    def labels(self, level: Name, chances: Chances) -> Estimate:
        """A word or its stress (0-10) or a phone (0-2)."""
        return self._calibration.estimate_labels(level, chances)

    def mispronounced(self, chances: Chances) -> float:
        """P(a phone's score is below 0.5)."""
        return self._calibration.mispronounced(chances)


def scoring_of(folder: Path) -> Scoring:
    """A model folder's own; the plain one where it was never calibrated. Raises `ModelError` for another model's calibration."""
    if not (folder / FILE).exists():
        return PlainScoring()
    return CalibratedScoring(Calibration.load(folder), ScoreHead.load(folder))
