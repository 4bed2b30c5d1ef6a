"""Fitting the referee (`tutor.scorer.referee`): boosted trees over the clues, from what networks said about speakers left out.

Each level gets a score and a reach: the 0.9 quantile of how far the released label is from scores given without its speaker.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import lightgbm
import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper
from onnxmltools.convert import convert_lightgbm
from onnxmltools.convert.common.data_types import FloatTensorType
from rich.progress import track

from tutor.domain.assessment import PHONE_SCALE
from tutor.domain.marks import PHONE_EDGE
from tutor.scorer.calibration import LEVELS
from tutor.scorer.referee import CLUES, MISPRONOUNCED, REACH, REFEREE, ROWS
from tutor.training.answers import PER_POINT, Answer, labels
from tutor.training.manifest import ALL

Floats = NDArray[np.float64]
_ROWS_OF = {"phone": "phone", MISPRONOUNCED: "phone", **dict.fromkeys(LEVELS[1:3], "word"), **dict.fromkeys(LEVELS[3:], "piece")}
_QUANTILE = 0.9
_PULL = 30.0  # of the ridge regression, on standardised clues
_ALIKE = {"feature_fraction_bynode": 0.3, "verbose": -1, "seed": 1, "deterministic": True, "force_col_wise": True}
_MANY = {**_ALIKE, "num_leaves": 12, "min_data_in_leaf": 40, "learning_rate": 0.03, "num_iterations": 300}
_FEW = {**_ALIKE, "num_leaves": 6, "min_data_in_leaf": 30, "learning_rate": 0.04, "num_iterations": 150}
_OPSETS = {"": 18, "ai.onnx.ml": 3}
_CONVERTED, _IR = 15, 10  # what onnxmltools writes for at most, and what onnxruntime of 2024 still reads


@dataclass(frozen=True, slots=True, eq=False)
class _Lesson:
    """Clues (rows, …) of one level, what is to be said of them (rows,), and the fold each row's speaker is in."""

    rows: Floats
    wanted: Floats
    folds: NDArray[np.int64]
    trees: Mapping[str, object]
    linear: bool

    def without(self, fold: int) -> "_Lesson":
        """What is taught to whoever must not know a fold; nothing is left out for ALL."""
        kept = self.folds != fold
        return replace(self, rows=self.rows[kept], wanted=self.wanted[kept], folds=self.folds[kept])


@dataclass(frozen=True, slots=True, eq=False)
class _Rule:
    """What was learned: trees, and beside them weights and an offset whose answer is averaged with theirs."""

    trees: lightgbm.Booster
    clues: int
    weights: Floats | None
    offset: float

    def say(self, rows: Floats) -> Floats:
        grown = np.asarray(self.trees.predict(rows), np.float64)
        return grown if self.weights is None else (grown + rows @ self.weights + self.offset) / 2


Rules = dict[str, _Rule]  # by the names of the graph's outputs


def fit_referees(answers: Sequence[Answer]) -> dict[int, Rules]:
    """From answers about speakers left out: a referee for every fold, that has not learned from it, and one from ALL."""
    folds = [*sorted({answer.reading.fold for answer in answers}), ALL]
    released_labels = labels([answer.reading for answer in answers])
    found: dict[int, Rules] = {fold: {} for fold in folds}
    for level, lesson in track(_lessons(answers).items(), "referee"):
        rules = {fold: _learn(lesson.without(fold)) for fold in folds}
        reaches = _reaches(lesson, rules, released_labels[level]) if level in LEVELS else None
        for fold in folds:
            found[fold][level] = rules[fold]
            if reaches:
                found[fold][level + REACH] = _learn(reaches.without(fold), _QUANTILE)
    return found


def write_referee(rules: Rules, folder: Path) -> None:
    """As `tutor.scorer.referee.Referee` reads it."""
    nodes = [node for name, rule in rules.items() for node in _nodes(rule, name)]
    clues = [(name, next(rule.clues for level, rule in rules.items() if _ROWS_OF.get(level) == name)) for name in ROWS]
    graph = helper.make_graph(
        nodes, "referee",
        [helper.make_tensor_value_info(name + CLUES, TensorProto.FLOAT, [f"{name}s", wide]) for name, wide in clues],
        [helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in rules],
    )  # fmt: skip
    opsets = [helper.make_opsetid(domain, version) for domain, version in _OPSETS.items()]
    onnx.save(helper.make_model(graph, opset_imports=opsets, ir_version=_IR), folder / REFEREE)


def _reaches(lesson: _Lesson, rules: Mapping[int, _Rule], label: Floats) -> _Lesson:
    """How far off scores are where their fold was left out."""
    off = np.empty(len(label))
    for fold in np.unique(lesson.folds):
        mine = lesson.folds == fold
        off[mine] = np.abs(np.clip(rules[int(fold)].say(lesson.rows[mine]), 0.0, PHONE_SCALE) - label[mine])
    return replace(lesson, wanted=off, linear=False)


def _lessons(answers: Sequence[Answer]) -> dict[str, _Lesson]:
    wanted = labels([a.reading for a in answers])
    wanted[MISPRONOUNCED] = (wanted["phone"] < PHONE_EDGE).astype(np.float64)
    for level, rated in zip(LEVELS[3:], _raters_mean(answers), strict=True):
        wanted[level] = rated + (wanted[level] - rated).mean()  # few rows: the mean is less of a lottery than the median
    return {level: _lesson(answers, level, wanted[level]) for level in (*LEVELS, MISPRONOUNCED)}


def _raters_mean(answers: Sequence[Answer]) -> Floats:
    return np.stack([np.nanmean(a.reading.labels.utterance, axis=1) for a in answers], axis=1).astype(np.float64) / PER_POINT


def _lesson(answers: Sequence[Answer], level: str, wanted: Floats) -> _Lesson:
    rows = [np.concatenate([getattr(piece.clues, _ROWS_OF[level]) for piece in a.scored.pieces]) for a in answers]
    whole = level in LEVELS[3:]
    if whole:  # one label a take, however many pieces it was judged in
        rows = [part.mean(axis=0, keepdims=True) for part in rows]
    folds = np.repeat([a.reading.fold for a in answers], [len(part) for part in rows])
    few = whole or level == "word_stress"  # nearly all words have full marks for stress
    return _Lesson(np.concatenate(rows).astype(np.float64), wanted, folds, _FEW if few else _MANY, whole)


def _learn(lesson: _Lesson, quantile: float | None = None) -> _Rule:
    aim = {} if quantile is None else {"objective": "quantile", "alpha": quantile}
    trees = lightgbm.train({**lesson.trees, **aim}, lightgbm.Dataset(lesson.rows, lesson.wanted))
    return _Rule(trees, lesson.rows.shape[1], *(_ridge(lesson) if lesson.linear else (None, 0.0)))


def _ridge(lesson: _Lesson) -> tuple[Floats, float]:
    middle, spread = lesson.rows.mean(axis=0), lesson.rows.std(axis=0) + 1e-6
    clues, mean = (lesson.rows - middle) / spread, float(lesson.wanted.mean())
    found = np.linalg.solve(clues.T @ clues + _PULL * np.eye(clues.shape[1]), clues.T @ (lesson.wanted - mean)) / spread
    return found, mean - float(found @ middle)


def _nodes(rule: _Rule, name: str) -> list[onnx.NodeProto]:
    """Trees, or the mean of trees and a line, as an output (rows, 1) called `name`."""
    given = _ROWS_OF[name.removesuffix(REACH)] + CLUES
    shape = [("clues", FloatTensorType([None, rule.clues]))]
    grown = convert_lightgbm(rule.trees, initial_types=shape, target_opset=_CONVERTED).graph.node[0]
    grown.name, grown.input[0], grown.output[0] = f"{name}_trees", given, name
    if rule.weights is None:
        return [grown]
    grown.output[0], line = f"{name}_trees", f"{name}_line"
    weighed = helper.make_node(
        "LinearRegressor", [given], [line], line, domain="ai.onnx.ml", coefficients=rule.weights, intercepts=[rule.offset]
    )
    return [grown, weighed, helper.make_node("Mean", [grown.output[0], line], [name], f"{name}_mean")]
