"""Follows a reading through its text, block by block: which word is read when, whatever is skipped, said again or said beside it.

The door for whole takes and for live sound alike. Knows posteriors and phone numbers, nothing of models, scores or events.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tutor.scorer.alignment import SILENCE, Frames, Posteriors, Tick, silent
from tutor.scorer.lattice import Costs, Lattice, States

COSTS = Costs(skip_word=8.0, skip_phone=2.5, back=7.0, back_word=2.0, far=90.0, broken=6.0)
OTHER_SPEECH = 2.5  # log units a frame of speech outside the text costs against its best phone
_WORST = 7.0  # log units a frame costs at most that fits its phone badly
_SHORTEST = 2  # frames a phone lasts at least: fast readers' unstressed phones do
_BLOCK = 50  # frames at a time, of a take that is whole


@dataclass(frozen=True, slots=True, eq=False)
class Visit:
    """A word said once: its number in the text and the frames of its phones, shape (phones said, 2), first and behind the last.

    Fewer phones than the word has: it was broken off.
    """

    word: int
    frames: Frames

    @property
    def start(self) -> int:
        """Its first frame."""
        return int(self.frames[0, 0])

    @property
    def end(self) -> int:
        """The frame behind its last."""
        return int(self.frames[-1, 1])


class Tracker:
    """Give it log posteriors (frames, CLASSES) as they come; it gives back what was said as soon as nothing can change it.

    Memory doesn't grow with the take. `words` are class numbers of phones; reading begins before word `start`.
    """

    def __init__(self, words: Sequence[Sequence[int]], start: int = 0) -> None:
        self._classes = np.array([phone for word in words for phone in word])
        lengths = [len(word) for word in words]
        self._word_of = np.repeat(np.arange(len(words)), lengths)
        self._first = np.diff(self._word_of, prepend=-1) > 0
        self._lattice = Lattice(lengths, COSTS, _SHORTEST, start)
        self._open = np.zeros(0, np.int64)  # settled states from the last word on that may go on
        self._at = 0  # frame of the first of them

    @property
    def place(self) -> int:
        """The word being read, or the one to come; the number of words behind the last."""
        state = self._lattice.best
        gaps = _SHORTEST * len(self._classes)
        return state - gaps if state >= gaps else int(self._word_of[state % len(self._classes)])

    def hear(self, log_posteriors: Posteriors) -> list[Visit]:
        """The visits that these frames have settled, in the order they were said."""
        return self._visits(self._lattice.advance(self._own(log_posteriors), between_words(log_posteriors)), last=False)

    @property
    def unsettled(self) -> list[Visit]:
        """The visits that later frames may still change, as they look now; the last may go on."""
        return self._found(np.concatenate([self._open, self._lattice.unsettled]), last=True)[0]

    def finish(self) -> list[Visit]:
        """The visits not yet settled, when there are no more frames."""
        return self._visits(self._lattice.finish(), last=True)

    def _own(self, log_posteriors: Posteriors) -> Posteriors:
        """How well each frame fits each phone; past _WORST a sound is no more wrong than wrong."""
        fitting: Posteriors = np.maximum(log_posteriors, log_posteriors.max(axis=1, keepdims=True) - _WORST)[:, self._classes]
        return fitting

    def _visits(self, settled: States, *, last: bool) -> list[Visit]:
        states = np.concatenate([self._open, settled])
        visits, keep = self._found(states, last=last)
        self._open, self._at = states[keep:], self._at + keep
        return visits

    def _found(self, states: States, *, last: bool) -> tuple[list[Visit], int]:
        """The visits that lie wholly in these states, and how many states these take."""
        phones = len(self._classes)
        spoken = states < _SHORTEST * phones
        phone = np.where(spoken, states % phones, -1)
        starts = np.flatnonzero(states < phones)  # row 0 holds one frame a phone
        first = starts[self._first[phone[starts]]]
        keep = len(states) if last or not (len(states) and spoken[-1]) else int(first[-1])
        return [self._visit(phone, starts, at) for at in first if at < keep], keep

    def _visit(self, phone: States, starts: Frames, at: int) -> Visit:
        """The visit that starts at frame `at` of the states in hand."""
        word = self._word_of[phone[at]]
        frames = []
        for start in starts[starts >= at]:
            if self._word_of[phone[start]] != word or (start > at and self._first[phone[start]]):
                break
            changed = np.flatnonzero(phone[start:] != phone[start])
            behind = start + changed[0] if len(changed) else len(phone)
            frames.append((start, min([behind, *starts[starts > start][:1]])))
        return Visit(int(word), np.array(frames) + self._at)


def between_words(log_posteriors: Posteriors) -> Posteriors:
    """Log score of each frame as silence or speech outside the text."""
    best: Posteriors = np.maximum(log_posteriors[:, SILENCE], log_posteriors[:, SILENCE + 1 :].max(axis=1) - OTHER_SPEECH)
    return best


def beside_silence(log_posteriors: Posteriors) -> NDArray[np.bool_]:
    """Whether each frame would count as speech outside the text rather than silence."""
    speech: NDArray[np.bool_] = log_posteriors[:, SILENCE + 1 :].max(axis=1) - OTHER_SPEECH > log_posteriors[:, SILENCE]
    return speech


def follow(log_posteriors: Posteriors, words: Sequence[Sequence[int]], tick: Tick = silent) -> list[Visit]:
    """A whole take at once; `tick` hears how far it is."""
    tracker, visits = Tracker(words), []
    for start in range(0, len(log_posteriors), _BLOCK):
        tick(start / len(log_posteriors))
        visits += tracker.hear(log_posteriors[start : start + _BLOCK])
    return visits + tracker.finish()
