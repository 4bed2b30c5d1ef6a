"""Telling the right text from another one: each take against two texts it isn't, and the weights of `scorer.script` fitted so.

Speaker-disjoint: what is said of a fold comes from weights fitted on the others. Knows nothing of sound.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.progress import track

from tutor.scorer.alignment import CLASSES, Posteriors
from tutor.scorer.script import MEASURES, measure
from tutor.scorer.tracker import Visit, follow
from tutor.training.logistic import fit_logistic

Floats = NDArray[np.float64]
Words = list[list[int]]
UNTOUCHED, ANY, AS_LONG = "untouched", "swap_any", "swap_as_long"
_SEED = 7
_AS_LONG = 1  # phones two texts of one length may differ by
_FRAGMENTS = ("truncate", "start_late")  # may be two words long, and two words fit many texts: not learned from
_CREDIT = 0.8  # log odds a text is given before: there are as many swaps as right texts here, but not among learners


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """A take against a text: `kind` says how it was spliced or swapped, `visits` what of the text was found in it."""

    kind: str
    fold: int
    words: Words
    visits: list[Visit]
    log_posteriors: Posteriors

    @property
    def phones(self) -> int:
        """How long the text is."""
        return sum(map(len, self.words))


def tell_apart(texts: Sequence[Text]) -> dict[str, object]:
    """Shares of swapped texts that pass and of right ones, whole or spliced, that are refused; and the weights fitted on all."""
    common = _common(texts)
    both = [*texts, *track(list(_swapped(texts)), "other texts", console=Console(stderr=True))]
    both = [text for text in both if text.visits]
    rows, right = _rows(both, common), np.array([text.kind not in (ANY, AS_LONG) for text in both])
    folds, kinds = np.array([text.fold for text in both]), np.array([text.kind for text in both])
    odds = np.empty(len(both))
    learned = ~np.isin(kinds, _FRAGMENTS)
    for fold in np.unique(folds):
        others = learned & (folds != fold)
        weights = _logistic(rows[others], right[others])
        odds[folds == fold] = rows[folds == fold] @ weights
    passing = {kind: round(float((odds[kinds == kind] > 0).mean()), 4) for kind in np.unique(kinds).tolist()}
    weights = _logistic(rows[learned], right[learned])
    return {
        "passing": passing,
        "WEIGHTS": dict(zip(MEASURES, weights[:-1].round(4).tolist(), strict=True)),
        "OFFSET": round(float(weights[-1]), 4),
        "COMMON": common.round(2).tolist(),
    }  # fmt: skip


def _swapped(texts: Sequence[Text]) -> Iterator[Text]:
    """Every untouched take against another text of its fold, and against one about as long."""
    generator = np.random.default_rng(_SEED)
    by_fold: dict[int, list[Text]] = defaultdict(list)
    for text in texts:
        if text.kind == UNTOUCHED:
            by_fold[text.fold].append(text)
    for text in (text for group in by_fold.values() for text in group):
        others = [other for other in by_fold[text.fold] if other is not text]
        near = [other for other in others if abs(other.phones - text.phones) <= _AS_LONG]
        for kind, among in ((ANY, others), (AS_LONG, near)):
            if among:
                words = among[int(generator.integers(len(among)))].words
                yield Text(kind, text.fold, words, follow(text.log_posteriors.astype(np.float32), words), text.log_posteriors)


def _common(texts: Sequence[Text]) -> Floats:
    """Natural log of how often each phone comes in texts."""
    said = [phone for text in texts if text.kind == UNTOUCHED for word in text.words for phone in word]
    counts = 1.0 + np.bincount(said, minlength=CLASSES)
    found: Floats = np.log(counts / counts.sum())
    return found


def _rows(texts: Sequence[Text], common: Floats) -> Floats:
    measured = np.array([measure(t.visits, t.words, t.log_posteriors.astype(np.float32), common) for t in texts])
    return np.column_stack([measured, np.ones(len(measured))])


def _logistic(rows: Floats, right: NDArray[np.bool_]) -> Floats:
    """Logistic regression on standardised measures, and credit."""
    middle, spread = rows.mean(axis=0), rows.std(axis=0)
    middle[-1], spread[-1] = 0, 1
    weights: Floats = fit_logistic((rows - middle) / spread, right, np.zeros(rows.shape[1])) / spread
    weights[-1] += _CREDIT - weights[:-1] @ middle[:-1]
    return weights
