"""Whether somebody speaks, in sound that is still coming: for what waits until a reading ends. Decides nothing itself.

The same speech as `measure` finds, in the last seconds of what came. Costs about one hundredth of the time it listens to.
"""

import numpy as np

from tutor.acoustics.check import QUIETEST_DB
from tutor.acoustics.frames import HOP, Curve, Frames, frames
from tutor.acoustics.measure import HOP_S, find_voiced
from tutor.acoustics.resample import RATE, Resampler
from tutor.domain.audio import Samples

WINDOW_S = 20.0  # what the noise floor and the loudness of a voice are learned from
LOOK_EVERY_S = 0.1
BEGUN_S = 0.3  # of speech before it counts as begun: a cough or a creak is shorter, the shortest reading in the data has 0.6 s
_EDGE = 2  # frames on either side that need their neighbours' samples


class SpeechWatch:
    """Fed by one thread, asked by others. In noise that hides voices it hears none, so that nobody is cut off."""

    def __init__(self, rate: int) -> None:
        self.seconds = 0.0  # of sound fed so far
        self.begun = False  # whether speech was heard; never taken back
        self.quiet_s = 0.0  # since the last speech; 0 before any
        self._rate, self._resampler = rate, Resampler(rate)
        self._waiting: Samples = np.zeros(0, np.float32)
        self._known = Frames(*(np.zeros(0),) * 3)
        self._analysed, self._last_speech = 0, 0  # frames since the start

    def feed(self, samples: Samples) -> None:
        """The next mono samples."""
        self.seconds += len(samples) / self._rate
        self._waiting = np.concatenate([self._waiting, self._resampler(samples)])
        fresh = len(self._waiting) // HOP - 2 * _EDGE
        if fresh * HOP >= LOOK_EVERY_S * RATE:
            self._look(fresh)

    def _look(self, fresh: int) -> None:
        """Analyse the whole frames that came, and keep the samples their successors need."""
        found = frames(self._waiting[: (fresh + 2 * _EDGE) * HOP])
        self._waiting = self._waiting[fresh * HOP :]
        self._known = Frames(
            _longer(self._known.level_db, found.level_db),
            _longer(self._known.speech_db, found.speech_db),
            _longer(self._known.harmonicity, found.harmonicity),
        )
        self._analysed += fresh
        speech = find_voiced(self._known)
        if not speech.any():
            pass
        elif self.begun or self._is_reading(self._known.level_db[speech]):
            self.begun = True
            self._last_speech = self._analysed - len(speech) + int(np.flatnonzero(speech)[-1]) + 1
        self.quiet_s = (self._analysed - self._last_speech) * HOP_S if self.begun else 0.0

    @staticmethod
    def _is_reading(levels: Curve) -> bool:
        """Long enough, and loud enough for the learner's own voice rather than one in the next room."""
        return len(levels) * HOP_S >= BEGUN_S and float(np.mean(levels)) >= QUIETEST_DB


def _longer(known: Curve, found: Curve) -> Curve:
    return np.concatenate([known, found[_EDGE:-_EDGE]])[-round(WINDOW_S / HOP_S) :]
