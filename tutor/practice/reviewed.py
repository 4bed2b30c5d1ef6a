"""From what a tutor looked at in full to tables of agreement, and to what their answers say about each sound.

Nothing is taken from a take that was not gone through whole, and nothing the machine was not sure of counts as its answer. What
a tutor said of a word holds against its sounds and the other way round: a sound that needs work makes its word need work, as
`domain.marks` has it, and of the sounds of a word that was called clear nothing is known that the tutor didn't say.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tutor.domain.agreement import Agreement
from tutor.domain.assessment import Assessment, ModelStamp
from tutor.domain.marks import Mark
from tutor.domain.review import RATED, About, Answer, Answers, Correction, Look, answers, expected
from tutor.domain.rubric import EDGES
from tutor.practice.agreement import Labelled, agreement, table_of
from tutor.practice.review import HEARD_WHOLE, in_time

KINDS = ("word", "phone", *RATED)
_STEPS: dict[Mark, int] = {Mark.NOT_READ: 0, Mark.OTHER_WORD: 0, Mark.NEEDS_WORK: 1, Mark.ACCENT: 2, Mark.CLEAR: 3}
_DOUBTFUL = (Mark.UNSURE, Mark.NOT_JUDGED)
_MARKED = (Mark.NEEDS_WORK, Mark.ACCENT)


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One take a tutor went through whole: what was shown then, by which model, and the tutor's own answers."""

    take_id: str
    shown: Answers
    said: Answers
    model: ModelStamp


@dataclass(frozen=True, slots=True)
class GoneThrough:
    """What there is to count: takes gone through, by the model of the newest of them; and what had to be left out."""

    takes: tuple[Reviewed, ...]
    other_model: int = 0  # takes gone through that another model had judged
    unheard: int = 0  # done with, but not heard whole


def gone_through(looks: Iterable[Look], corrections: Iterable[Correction], tutor: str) -> GoneThrough:
    """Of all rows of a learner."""
    last = {look.take_id: look for look in in_time(look for look in looks if look.tutor == tutor)}
    done = [look for look in last.values() if look.reviewed and look.shown is not None and look.model is not None]
    whole = [look for look in done if look.heard >= HEARD_WHOLE]
    if not whole:
        return GoneThrough((), 0, len(done))
    newest = max(whole, key=lambda look: (look.at, look.id)).model
    rows: dict[str, list[Correction]] = defaultdict(list)
    for row in corrections:
        rows[row.take_id] += [row] if row.tutor == tutor and row.model == newest else []
    takes = [
        Reviewed(look.take_id, look.shown, answers(rows[look.take_id]), look.model)
        for look in whole
        if look.shown is not None and look.model is not None and look.model == newest
    ]
    return GoneThrough(tuple(takes), len(whole) - len(takes), len(done) - len(whole))


def agreements(takes: Sequence[Reviewed]) -> dict[str, Agreement | None]:
    """For each of `KINDS`."""
    found = [list(_pairs(take)) for take in takes]
    return {kind: _agreement(kind, found) for kind in KINDS}


def _agreement(kind: str, found: list[list[tuple[str, int, int]]]) -> Agreement | None:
    tables = [table_of([(machine, tutor) for name, machine, tutor in pairs if name == kind], _steps(kind)) for pairs in found]
    return agreement(np.stack(tables)) if tables else None


def labelled(takes: Iterable[Reviewed], assessments: Mapping[str, Assessment]) -> dict[str, list[Labelled]]:
    """What the tutor's answers say about each sound (ARPAbet), where the assessment there is now is by the same model.

    A sound that was shown unmarked, unsure or not, and left so is one the tutor would not have marked.
    """
    made: dict[str, list[Labelled]] = defaultdict(list)
    for take in takes:
        said = assessments.get(take.take_id)
        if said is None or said.model != take.model:
            continue
        for about, answer in _phones(take):
            symbol = expected(said, about)
            score = said.words[about.word or 0].phones[about.phone or 0] if symbol else None
            if symbol and score is not None and score.mispronounced is not None:
                made[symbol].append(Labelled(take.take_id, score.mispronounced, answer in _MARKED))
    return made


def _pairs(take: Reviewed) -> Iterator[tuple[str, int, int]]:
    """Kind, the machine's step and the tutor's, of everything the machine was sure of."""
    phones = dict(_phones(take))
    for about, machine in take.shown.items():
        if machine in _DOUBTFUL:
            continue
        if about.tier == "phone":
            answer: Answer | None = phones.get(about)
        else:
            answer = take.said.get(about) or (_word(about, take) if about.tier == "word" else machine)
        if answer is not None:
            yield about.aspect or about.tier, _step(about, machine), _step(about, answer)


def _phones(take: Reviewed) -> Iterator[tuple[About, Answer]]:
    """What the tutor holds of each sound that was judged."""
    for about, machine in take.shown.items():
        if about.tier != "phone" or machine is Mark.NOT_JUDGED:
            continue
        if about in take.said:
            yield about, take.said[about]
        elif _leaves(take.said.get(About(about.word)), machine):
            yield about, machine


def _leaves(word: Answer | None, machine: Answer) -> bool:
    """Whether what the tutor said of the word, if anything, lets the sound be as it was shown."""
    if word in (Mark.CLEAR, Mark.ACCENT):
        return machine not in _MARKED
    return word not in (Mark.NOT_READ, Mark.OTHER_WORD)


def _word(about: About, take: Reviewed) -> Answer:
    """Of a word the tutor said nothing of: by what was said of its sounds."""
    machine = take.shown[about]
    sounds = [each for each in take.shown if each.word == about.word and each.phone is not None]
    said = [take.said[each] for each in sounds if each in take.said]
    marked = [each for each in sounds if take.shown[each] is Mark.NEEDS_WORK]
    if Mark.NEEDS_WORK in said:
        return Mark.NEEDS_WORK
    if machine is Mark.NEEDS_WORK and marked and all(each in take.said for each in marked):
        return Mark.ACCENT if Mark.ACCENT in said else Mark.CLEAR
    return machine


def _steps(kind: str) -> int:
    return next((len(EDGES[aspect]) for aspect in RATED if aspect == kind), 4 if kind == "word" else 3)


def _step(about: About, answer: Answer) -> int:
    """From 0."""
    if isinstance(answer, Mark):
        return _STEPS[answer] - (about.tier == "phone")
    return answer - 1
