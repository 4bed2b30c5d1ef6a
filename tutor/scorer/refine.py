"""Exact places of the words that count, found as in training: what was said besides or will be said again is left out.

The tracker decides what was read with phones of two frames, as quick speech needs; scores want phones of three (training/LOG.md).
"""

from collections.abc import Iterator, Sequence

import numpy as np

from tutor.scorer.alignment import Frames, Posteriors, align
from tutor.scorer.miscues import Reading, last_whole
from tutor.scorer.tracker import Visit

_LONG = 64  # phones after which a stretch is cut at the next pause, which bounds memory
_PAUSE = 8  # frames (0.2 s)

Stretch = tuple[list[Visit], int, int]  # words read without anything between them, first frame and the one behind the last


def refine(visits: Sequence[Visit], reading: Reading, words: Sequence[Sequence[int]], log_posteriors: Posteriors) -> Frames:
    """Frames (phones, 2) of each word's last whole reading, -1 where it has none."""
    behind = np.cumsum([len(word) for word in words])
    frames = np.full((behind[-1], 2), -1)
    for said, start, end in _stretches(visits, reading, words, len(log_posteriors)):
        found = align(log_posteriors[start:end], [words[visit.word] for visit in said]).frames + start
        rows = [np.arange(behind[visit.word] - len(words[visit.word]), behind[visit.word]) for visit in said]
        frames[np.concatenate(rows)] = found
    return frames


def _stretches(visits: Sequence[Visit], reading: Reading, words: Sequence[Sequence[int]], frames: int) -> Iterator[Stretch]:
    """Words that count, between what doesn't."""
    last = last_whole(visits, words)
    final = [visit for at, visit in enumerate(visits) if last.get(visit.word) == at]
    besides = [(visit.start, visit.end) for at, visit in enumerate(visits) if last.get(visit.word) != at]
    besides += [(event.start, event.end) for event in reading.events if event.kind != "hesitation"]
    run: list[Visit] = []
    start = 0
    for visit in final:
        between = [span for span in besides if run and run[-1].end <= span[0] < visit.start]
        cut = visit.start - run[-1].end >= _PAUSE and sum(len(each.frames) for each in run) >= _LONG if run else False
        if between or cut:
            middle = (run[-1].end + visit.start) // 2
            yield run, start, min([first for first, _ in between], default=middle)
            run, start = [], max([end for _, end in between], default=middle)
        if not run:
            start = max([start, *(end for _, end in besides if end <= visit.start)])
        run.append(visit)
    if run:
        yield run, start, min([first for first, _ in besides if first >= run[-1].end], default=frames)
