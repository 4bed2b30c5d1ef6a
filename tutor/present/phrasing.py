"""What the text asks of the voice: a break at its stops, weight on its content words; and what became of both."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from tutor.domain.assessment import Assessment
from tutor.domain.prosody import Prosody
from tutor.domain.target import Target
from tutor.domain.weight import carries_weight
from tutor.domain.wording import say

_LOUDER_DB = 1.0


@dataclass(frozen=True, slots=True)
class Break:
    """A stop of the text where the reading passed it (seconds), and whether there was a pause."""

    seconds: float
    taken: bool


def breaks(assessment: Assessment, target: Target) -> tuple[Break, ...]:
    """Between the words that were read one after the other; the end of the text is none."""
    read = [(at, word) for at, word in enumerate(assessment.words) if word.start is not None and word.end is not None]
    paused = {pause.after_word: pause for pause in assessment.prosody.pauses} if assessment.prosody else {}
    made = []
    for (at, before), (after, behind) in pairwise(read):
        if any(word.break_after for word in target.words[at:after]):
            pause = paused.get(at)
            middle = (pause.start + pause.end) / 2 if pause else ((before.end or 0.0) + (behind.start or 0.0)) / 2
            made.append(Break(middle, pause is not None))
    return tuple(made)


def breaks_text(found: Sequence[Break]) -> str:
    """One sentence; empty where the text has no stop before its end."""
    if not found:
        return ""
    taken = sum(each.taken for each in found)
    if taken == len(found):
        all_taken = say("You paused at all {taken} stops in the text.").format(taken=taken)
        return say("You paused at the stop in the text.") if taken == 1 else all_taken
    if len(found) == 1:
        return say("You read over the stop in the text.")
    return say("You paused at {taken} of {count} stops in the text.").format(taken=taken, count=len(found))


def weight_text(assessment: Assessment, said: Prosody) -> str:
    """Whether the words that carry the weight were louder than the small ones; empty where one kind is missing."""
    levels: dict[bool, list[float]] = {True: [], False: []}
    for word in assessment.words:
        if word.start is not None and word.end is not None:
            part = said.energy.value[int(word.start / said.step) : int(word.end / said.step) + 1]
            part = part[np.isfinite(part)]
            if len(part):
                levels[carries_weight(word.text)].append(float(part.max()))
    if len(levels[True]) < 2 or len(levels[False]) < 2:
        return ""
    louder = float(np.mean(levels[True]) - np.mean(levels[False]))
    if louder >= _LOUDER_DB:
        return say("The words that carry the weight were {db:.0f} dB louder than the small ones.").format(db=louder)
    return say("The words that carry the weight hardly stood out from the small ones.")
