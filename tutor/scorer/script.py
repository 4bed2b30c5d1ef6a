"""Whether what was read is this text at all: how well the words that were found fit, and how much they leave over.

Knows visits, words and posteriors; nothing of scores or verdicts.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from tutor.scorer.alignment import Posteriors
from tutor.scorer.tracker import Visit, beside_silence

_CLOSE = 0.5  # log units below the best rival within which a phone is clear
_WORST = 6.0  # log units a frame or phone is off at most
_LONG = 12  # frames (0.29 s) beyond which a phone is long
MEASURES = (
    "inside", "clear", "frame_fit", "phone_fit", "said_pace", "text_pace", "jumps", "tells", "clear_of_text", "long",
)  # fmt: skip
# Log odds = weights . measures + offset, and how often each phone comes in texts (natural log, by class): fitted by
# `python -m tutor.training.tracking`; training/LOG.md says how well they tell texts apart.
WEIGHTS = (7.4056, -9.6629, 2.905, -0.1006, -3.0135, -0.2078, -4.3482, 2.4582, 10.5335, 3.9156)  # fmt: skip
OFFSET = 2.4481
COMMON = (
    -10.76, -4.61, -3.52, -2.37, -4.14, -4.93, -3.64, -3.96, -5.65, -3.26, -3.43, -3.62, -4.31, -4.07,
    -4.0, -4.4, -3.76, -2.76, -3.24, -5.51, -3.53, -3.27, -3.44, -2.75, -4.48, -4.1, -7.15, -4.21,
    -3.63, -3.12, -4.89, -2.46, -5.05, -4.42, -3.55, -4.07, -3.39, -4.4, -3.64, -8.81,
)  # fmt: skip


def log_odds(visits: Sequence[Visit], words: Sequence[Sequence[int]], log_posteriors: Posteriors) -> float:
    """Above 0: rather this text than another one. Minus infinity when no word of it was found."""
    return float(np.dot(WEIGHTS, measure(visits, words, log_posteriors, np.array(COMMON))) + OFFSET) if visits else -np.inf


def measure(
    visits: Sequence[Visit], words: Sequence[Sequence[int]], log_posteriors: Posteriors, common: NDArray[np.float64]
) -> NDArray[np.float64]:
    """The numbers of MEASURES, for at least one visit; `common` as COMMON.

    Shares of: speech inside words; clear phones of those said; jumps in the text's order; clear phones of the text; long phones.
    Means: how far frames and phones are off their best rival; frames of speech a phone said (log) and a phone of the text; how
    much more likely than elsewhere each phone is where it was found.
    """
    speech = beside_silence(log_posteriors)
    inside = np.zeros(len(speech), dtype=bool)
    for visit in visits:
        inside[visit.start : visit.end] = True
    spans = [(words[v.word][at], *span) for v in visits for at, span in enumerate(v.frames)]
    phones = np.array([phone for phone, _, _ in spans])
    means = np.stack([log_posteriors[start:end].mean(axis=0) for _, start, end in spans])
    own = means[np.arange(len(phones)), phones]
    off = [log_posteriors[start:end, phone] - log_posteriors[start:end].max(axis=1) for phone, start, end in spans]
    clear = own > means[:, 1:].max(axis=1) - _CLOSE
    spoken, text = max(1, int(speech.sum())), sum(len(word) for word in words)
    return np.array([
        (inside & speech).sum() / spoken,
        clear.mean(),
        np.maximum(np.concatenate(off), -_WORST).mean(),
        np.mean([max(-_WORST, float(each.mean())) for each in off]),
        np.log(spoken / len(spans)),
        spoken / text,
        np.mean([float(after.word != before.word + 1) for before, after in pairwise(visits)] or [0.0]),
        (np.maximum(own, -_WORST) - common[phones]).mean(),
        clear.sum() / text,
        np.mean([end - start >= _LONG for _, start, end in spans]),
    ])  # fmt: skip
