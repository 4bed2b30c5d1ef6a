"""Which takes of a history are looked at."""

from collections.abc import Sequence

import numpy as np

from tutor.domain.history.readings import Counts, Mask, Readings, Wanted, Whole


def chosen(readings: Readings, days: Whole, wanted: Wanted, sounds: Counts | None = None, words: Counts | None = None) -> Mask:
    """Which readings are wanted; `days` are `readings.days`. A sound or word is looked up in its counts, which must be there."""
    found: Mask = readings.drills() == wanted.drills
    if wanted.since is not None:
        found &= days >= wanted.since.toordinal()
    if wanted.until is not None:
        found &= days <= wanted.until.toordinal()
    if wanted.texts is not None:
        found &= _of_texts(readings, wanted.texts)
    for name, counts in ((wanted.sound, sounds), (wanted.word, words)):
        if name is not None:
            assert counts is not None
            found &= counts.holding(name, len(readings))
    return found


def _of_texts(readings: Readings, texts: Sequence[str]) -> Mask:
    """By passage, or by a text that is the wanted one or a sentence of it. Each text is looked at once."""
    wanted = set(texts)
    inside = {text: any(text in whole for whole in texts) for text in set(readings.texts)}
    pairs = zip(readings.passages, readings.texts, strict=True)
    return np.array([passage in wanted if passage else inside[text] for passage, text in pairs], dtype=bool)
