"""What a compact model is worth with speakers it never learned from: every level, explanations, intervals beside plain baselines.

    python -m tutor.training.speechllm.held_out DATASET runs/compact/model --heard runs/scorer/heard.jsonl

Intervals are calibrated on one half of the held-out speakers and measured on the other, and the other way round; figures are of
both halves together. What was heard comes from `heard.jsonl`, so that nothing in it knew these speakers either.
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.progress import track

from tutor.domain.assessment import Estimate, ModelStamp
from tutor.practice.ports import Assessor
from tutor.speechllm.asking import Clip
from tutor.speechllm.assessor import Check, SpeechLlmAssessor
from tutor.speechllm.calibrated import CalibratedScoring
from tutor.speechllm.codec import label_at, sentence_slot
from tutor.speechllm.decoding import FREE_TOKENS
from tutor.speechllm.head import ASPECTS, ScoreHead
from tutor.speechllm.head import FILE as HEAD
from tutor.speechllm.local import LocalJudge
from tutor.speechllm.replies import Judge, Reply, Told
from tutor.speechllm.rubric import LABELS, RUBRICS, SENTENCE, Name
from tutor.speechllm.scoring import PlainScoring, Scoring
from tutor.speechllm.states import FloatStates
from tutor.speechllm.truth import check, keep_all
from tutor.training.assessed import Given, assess_all, figures_of, rationale_figures
from tutor.training.conformal import conformal_width
from tutor.training.evaluate import Figures, measure
from tutor.training.manifest import LEARNED_ASPECTS, RatedReading, read_manifest, released
from tutor.training.speechllm.calibrate import Answered, calibrate
from tutor.training.speechllm.evidence import KeptListener, read_heard
from tutor.training.speechllm.examples import short_enough
from tutor.training.speechllm.heads import fit_regression

_STAMP = ModelStamp("speechllm", "held-out", "0")


class Remembering:
    """A judge that answers what it has heard before as it did then."""

    def __init__(self, judge: Judge) -> None:
        self._judge, self._kept = judge, dict[str, Reply]()
        self.said: list[Reply] = []  # in the order of asking

    def judge(self, clips: Sequence[Clip], told: Told, *, brief: bool = False) -> list[Reply]:
        """See `replies.Judge`."""
        for clip in clips:
            name = hashlib.sha256(clip.samples.tobytes()).hexdigest()
            if name not in self._kept:
                (self._kept[name],) = self._judge.judge([clip], told, brief=brief)
            self.said.append(self._kept[name])
        return self.said[-len(clips) :]


def main(argv: list[str]) -> int:
    """The command: figures as JSON on standard output."""
    parser = argparse.ArgumentParser(prog="tutor.training.speechllm.held_out", description="Measure a compact model.")
    parser.add_argument("dataset", type=Path, help="folder with train.jsonl and its recordings")
    parser.add_argument("model", type=Path, help="the model's folder")
    parser.add_argument("--heard", type=Path, required=True, help="heard.jsonl that `tutor train scorer` left")
    parser.add_argument("--fold", type=int, default=0, help="whose speakers were held out (default 0)")
    parser.add_argument("--states", type=Path, help="states.npz of the training, for plain regression as a baseline")
    parser.add_argument("--every", type=int, default=1, help="only every Nth reading")
    parser.add_argument("--brief", action="store_true", help="without explanations")
    options = parser.parse_args(argv)
    readings = short_enough(read_manifest(options.dataset / "train.jsonl"))
    held = [reading for reading in readings if reading.fold == options.fold][:: options.every]
    judge = LocalJudge(LocalJudge.load(options.model).loaded, 0 if options.brief else FREE_TOKENS)
    found = HeldOut(judge, KeptListener(read_heard(options.heard, held), held), held, options.model)
    figures = found.figures()
    if options.states:
        with np.load(options.states) as kept:
            by_id = {reading.id: reading for reading in readings}
            figures["regression"] = found.regression(kept["states"], [by_id[str(name)] for name in kept["readings"]])
    sys.stdout.write(json.dumps(figures, indent=1) + "\n")
    return 0


class HeldOut:
    """Held-out readings and what a model in a folder says of them."""

    def __init__(self, judge: Judge, listener: Assessor, readings: Sequence[RatedReading], folder: Path) -> None:
        self._judge, self._listener, self._folder = Remembering(judge), listener, folder
        self._plain: list[Given] = []
        self._answered: list[Answered] = []
        for reading in track(readings, "answering", console=Console(stderr=True)):
            before = len(self._judge.said)
            self._plain += self._assess(PlainScoring(), [reading])
            self._answered += [Answered(reading, reply) for reply in self._judge.said[before:][:1]]

    def figures(self) -> Figures:
        """By the labels alone; with head and calibration where there is a head."""
        explained = any(one.said.rationale for one in self._plain)
        return {
            "labels": figures_of(self._plain) | self._labels(),
            **({"calibrated": figures_of(calibrated)} if (calibrated := self._calibrated()) else {}),
            **(self._explained(calibrated or self._plain) if explained else {}),
        }

    def _explained(self, written: Sequence[Given]) -> Figures:
        """Of explanations as they are written, and as they are shown: without what the scores don't bear out."""
        shown = self._calibrated(check) or self._assess(PlainScoring(), [one.reading for one in self._plain], check)
        return {"rationale": rationale_figures(written), "shown": rationale_figures(shown)}

    def regression(self, states: FloatStates, learned: Sequence[RatedReading]) -> Figures:
        """Plain regression on the same states with one width for all, likewise from the other half of the speakers."""
        head = fit_regression(states, learned, seed=42)
        mine = [each for each in self._answered if each.reply.states is not None]
        mean = np.clip(head.judge(np.stack([each.reply.states for each in mine if each.reply.states is not None]))[0], 0, 10)
        true = np.stack([released(each.reading.labels.utterance) for each in mine]).astype(np.float64)
        first = np.array([each.reading.speaker in self._halves()[0] for each in mine])
        reach = np.empty_like(mean)
        for half in (first, ~first):
            reach[half] = [conformal_width(off) for off in np.abs(true - mean)[~half].T]
        low, high = np.clip(mean - reach, 0, 10), np.clip(mean + reach, 0, 10)
        said = [[Estimate(*each) for each in zip(*column, strict=True)] for column in zip(mean.T, low.T, high.T, strict=True)]
        return {name: measure(said[at], true[:, at]) for at, name in enumerate(ASPECTS)}

    def _halves(self) -> tuple[set[str], set[str]]:
        speakers = sorted({each.reading.speaker for each in self._answered})
        return set(speakers[::2]), set(speakers[1::2])

    def _assess(self, scoring: Scoring, readings: Sequence[RatedReading], truthful: Check = keep_all) -> list[Given]:
        assessor = SpeechLlmAssessor(self._judge, self._listener, scoring, _STAMP, truthful=truthful)
        return assess_all(assessor, readings, lambda _share, _stage: None)

    def _calibrated(self, truthful: Check = keep_all) -> list[Given]:
        """Each half of the speakers by the calibration of the other."""
        if not (self._folder / HEAD).exists():
            return []
        head, given = ScoreHead.load(self._folder), []
        for half in self._halves():
            others = [each for each in self._answered if each.reading.speaker not in half]
            scoring = CalibratedScoring(calibrate(others, self._folder, "the other half"), head)
            mine = [each.reading for each in self._answered if each.reading.speaker in half]
            given += self._assess(scoring, mine, truthful)
        return given

    def _labels(self) -> Figures:
        """Of each answer: whether it parsed whole; of each aspect of the sentence: agreement of labels."""
        parsed = [each.reply.parsed for each in self._answered]
        return {"whole": float(np.mean([not each.unread for each in parsed])), "agreement": {a: self._agree(a) for a in SENTENCE}}

    def _agree(self, aspect: Name) -> dict[str, float]:
        rubric, slot = RUBRICS[aspect], sentence_slot(aspect)
        at = LEARNED_ASPECTS.index(aspect)
        said = [LABELS.index(str(label_at(each.reply.parsed.response, slot))) for each in self._answered]
        true = [LABELS.index(rubric.label(float(released(each.reading.labels.utterance[at])))) for each in self._answered]
        table = np.zeros((len(LABELS), len(LABELS)))
        np.add.at(table, (true, said), 1)
        return {"qwk": weighted_kappa(table), "mcc": matthews(table)}


def weighted_kappa(table: NDArray[np.float64]) -> float:
    """Quadratic weighted kappa of a table of counts, rows the truth."""
    off = np.subtract.outer(np.arange(len(table)), np.arange(len(table))) ** 2
    chance = np.outer(table.sum(1), table.sum(0)) / table.sum()
    return float(1 - (off * table).sum() / (off * chance).sum())


def matthews(table: NDArray[np.float64]) -> float:
    """Matthews' correlation for several classes, of a table of counts."""
    true, said, count = table.sum(1), table.sum(0), table.sum()
    spread = np.sqrt((count**2 - (said**2).sum()) * (count**2 - (true**2).sum()))
    return float((np.trace(table) * count - true @ said) / spread) if spread else 0.0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
