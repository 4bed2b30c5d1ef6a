"""The pace of a reading over time: words a minute in a window that slides along, beside what is ordinary."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tutor.domain.prosody import Curve
from tutor.domain.wording import say
from tutor.present.plotting import Plot, Segment, Span

ORDINARY_WPM = (
    130.0,
    190.0,
)  # radio talks, moderately slow to moderately fast: Tauroza and Allison, Applied Linguistics 11 (1990)
_WINDOW_S, _STEP_S = 3.0, 0.1
_LEAST_WORDS, _LEAST_S = 5, 4.0  # shorter readings have one pace, which stands below the curves


def tempo(words: Sequence[Span], pauses: tuple[Span, ...]) -> Plot | None:
    """The panel; None for a reading that is too short to have a pace that changes."""
    if len(words) < _LEAST_WORDS:
        return None
    start, end = words[0].start, max(word.end for word in words)
    if end - start < _LEAST_S:
        return None
    seconds = np.arange(start, end, _STEP_S, dtype=np.float32)
    left, right = np.maximum(seconds - _WINDOW_S / 2, start), np.minimum(seconds + _WINDOW_S / 2, end)
    pace = (60 * (_read_by(right, words) - _read_by(left, words)) / (right - left)).astype(np.float32)
    top = max(float(pace.max()), ORDINARY_WPM[1]) + 20
    piece = Segment(seconds, pace, pace, pace)
    return Plot(
        "Tempo", say("words/min"), (piece,), 0.0, top, tuple(words), pauses, _text(words, seconds, pace), ordinary=ORDINARY_WPM
    )


def _read_by(seconds: Curve, words: Sequence[Span]) -> NDArray[np.float64]:
    """How many words were read by these times; one that is being read counts by its share."""
    edges = np.maximum.accumulate([edge for word in words for edge in (word.start, word.end)])
    return np.interp(seconds, edges, [(at + 1) // 2 for at in range(2 * len(words))])


def _text(words: Sequence[Span], seconds: Curve, pace: Curve) -> str:
    slow, fast = (int(round(float(value) / 5) * 5) for value in (pace.min(), pace.max()))
    at = float(seconds[int(pace.argmin())])
    slowest = min(words, key=lambda word: max(word.start - at, at - word.end)).text
    moved = (
        say("Your pace was between {slow} and {fast} words a minute, slowest around “{word}”.")
        if fast - slow > 30
        else say("Your pace was about {fast} words a minute throughout.")
    )
    low, high = ORDINARY_WPM
    usual = say("In radio talks {low:.0f} to {high:.0f} is ordinary; slower is fine while you learn.")
    return f"{moved.format(slow=slow, fast=fast, word=slowest)} {usual.format(low=low, high=high)}"
