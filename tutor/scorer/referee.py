"""Has the last word on scores: what the networks' answers and the other clues are worth with people they have never heard.

The networks learn their own speakers by heart and trust themselves too much with others; the referee was trained only on
what they said about speakers left out (`tutor.training.referee`).
"""

from pathlib import Path

import numpy as np

from tutor.scorer.calibration import LEVELS
from tutor.scorer.clues import Clues
from tutor.scorer.evidence import Floats
from tutor.scorer.judging import Judgement
from tutor.scorer.networks import RawScores, load_session

REFEREE = "referee.onnx"
MISPRONOUNCED, REACH, CLUES = "mispronounced", "_reach", "_clues"
ROWS = ("phone", "word", "piece")  # what there are clues of; their names in the graph end in CLUES
_LEAST = 0.005  # of 2: no score is surer than this
_SIGMAS = 1.645  # within which 90 % of a Gaussian lie


class Referee:
    """Decision trees behind onnxruntime. Not to be shared between threads."""

    def __init__(self, folder: Path) -> None:
        self._trees = load_session(folder / REFEREE)
        self._names = [output.name for output in self._trees.get_outputs()]

    def decide(self, judgement: Judgement) -> RawScores:
        """Scores in the order of the target, NaN where a word was not read; utterance scores averaged over pieces by phones."""
        ends = np.cumsum([len(word) for word in judgement.pronunciations])
        phone, wrong = np.full((ends[-1], 2), np.nan, np.float32), np.full(ends[-1], np.nan, np.float32)
        word, whole = np.full((len(ends), 2, 2), np.nan, np.float32), []
        for piece in judgement.pieces:
            rows = np.concatenate([np.arange(ends[at] - len(judgement.pronunciations[at]), ends[at]) for at in piece.words])
            said = self._piece(piece.clues)
            phone[rows], wrong[rows], word[list(piece.words)] = said.phone, said.mispronounced, said.word
            whole += [said.utterance] * len(rows)
        utterance = np.stack(whole).mean(axis=0) if whole else np.full((4, 2), np.nan, np.float32)
        return RawScores(phone, word, utterance, wrong)

    def _piece(self, seen: Clues) -> RawScores:
        given = {name + CLUES: getattr(seen, name) for name in ROWS}
        said = {name: rows[:, 0] for name, rows in zip(self._names, self._trees.run(self._names, given), strict=True)}
        level = {name: _gaussian(said[name], said[name + REACH]) for name in LEVELS}
        return RawScores(
            level["phone"], np.stack([level[name] for name in LEVELS[1:3]], 1),
            np.concatenate([level[name] for name in LEVELS[3:]]), _logit(said[MISPRONOUNCED]),
        )  # fmt: skip


def _gaussian(mean: Floats, reach: Floats) -> Floats:
    """Means and log variances (rows, 2), from means and how far off 90 % of the labels are at most."""
    return np.stack([mean, 2 * np.log(np.maximum(reach, _LEAST) / _SIGMAS)], axis=1)


def _logit(chance: Floats) -> Floats:
    bounded = np.clip(chance, _LEAST, 1 - _LEAST)
    logits: Floats = np.log(bounded / (1 - bounded))
    return logits
