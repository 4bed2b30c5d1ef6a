"""What a class did in a period: who practised, what is hard for many, and how groups of learners are judged."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from itertools import accumulate

import numpy as np

from tutor.domain.assessment import PHONE_SCALE, WORD_SCALE, ModelStamp
from tutor.domain.learner import Learner
from tutor.domain.practised import FEWEST_LEARNERS, Came, Classroom, Days, Group, Hard, Practised, Pupil
from tutor.practice.period import Period, came, period_of, practised
from tutor.practice.ports import Progress, Tallies

_LEAST_TIMES, _OFTEN = 3, 0.25  # a sound or word read so often by a learner, and marked in so large a share, is hard for them
_LEAST_HARD = 2  # learners: what one finds hard is no matter of the class

Open = Callable[[Learner], AbstractContextManager[Tallies]]


@dataclass(frozen=True, slots=True, eq=False)
class _Member:
    learner: Learner
    period: Period
    done: Practised


def class_overview(learners: Sequence[Learner], open_tallies: Open, days: Days, progress: Progress) -> Classroom:
    """Of all learners. Raises `StoreError` or `Cancelled`.

    Scores of different models are never put together: sounds, words and groups are of the newest model that judged anybody.
    """
    members = []
    for at, learner in enumerate(learners):
        with open_tallies(learner) as tallies:
            period = period_of(tallies, days, _Part(progress, at, len(learners)))
        members.append(_Member(learner, period, practised(period, days)))
        progress((at + 1) / len(learners), "counting")
    models = _models(members)
    if models:
        members = [replace(each, period=replace(each.period, model=models[-1])) for each in members]
    sounds, few_sounds = _hard([came(each.period.sounds, each.period.used, PHONE_SCALE) for each in members])
    words, few_words = _hard([came(each.period.words, each.period.used, WORD_SCALE) for each in members])
    return Classroom(
        days.first, days.last, tuple(_pupil(each) for each in members), sounds, words, few_sounds + few_words,
        _groups((each.learner.first_language, each) for each in members),
        _groups((each.learner.level or "", each) for each in members), models,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Part:
    """The progress of one learner as a part of that of the class."""

    whole: Progress
    at: int
    of: int

    def __call__(self, share: float, stage: str) -> None:
        self.whole((self.at + share) / self.of, stage)


def _models(members: Iterable[_Member]) -> tuple[ModelStamp, ...]:
    """All that judged, the one that judged last at the end."""
    latest: dict[ModelStamp, float] = {}
    for each in members:
        found = each.period.readings
        for at in np.flatnonzero(each.period.relied_on):
            stamp = found.stamps[found.models[at]]
            latest[stamp] = max(latest.get(stamp, 0.0), float(found.when[at]))
    return tuple(sorted(latest, key=lambda stamp: latest[stamp]))


def _pupil(each: _Member) -> Pupil:
    done, learner = each.done, each.learner
    read = [day for day, seconds in done.seconds.items() if seconds > 0]
    return Pupil(
        learner.name, learner.level or "", learner.first_language, len(read), done.minutes, len(done.readings),
        max(read, default=None),
    )  # fmt: skip


def _hard(each: Iterable[tuple[Came, ...]]) -> tuple[tuple[Hard, ...], int]:
    """The hardest first, of what enough learners read; and how many had too few readers."""
    readers, struggling = Counter[str](), Counter[str]()
    for one in (one for found in each for one in found if one.times >= _LEAST_TIMES):
        readers[one.name] += 1
        struggling[one.name] += one.share >= _OFTEN
    told = [Hard(name, count, struggling[name]) for name, count in readers.items() if count >= FEWEST_LEARNERS]
    hard = [one for one in told if one.struggling >= _LEAST_HARD]
    return tuple(sorted(hard, key=lambda one: (-one.struggling / one.readers, -one.readers, one.name))), len(readers) - len(told)


def _groups(named: Iterable[tuple[str, _Member]]) -> tuple[Group, ...]:
    """In the order of their names, of learners who were judged; too small ones without figures.

    Those that are left out hold enough learners together: else the smallest of the others goes too, since figures of the whole
    class may be known from elsewhere.
    """
    found = defaultdict[str, list[_Member]](list)
    for name, each in named:
        if each.period.used.any():
            found[name].append(each)
    hidden = _hidden({name: len(members) for name, members in found.items()})
    return tuple(_group(name, found[name], shown=name not in hidden) for name in sorted(found))


def _hidden(sizes: dict[str, int]) -> set[str]:
    """Too small ones, and with them the smallest others until together they are many enough."""
    names = sorted(sizes, key=lambda name: (sizes[name], name))
    small = sum(size < FEWEST_LEARNERS for size in sizes.values())
    together = list(accumulate(sizes[name] for name in names))
    enough = next((at for at, count in enumerate(together, 1) if count >= FEWEST_LEARNERS), len(names))
    return set(names[: max(small, enough)]) if small else set()


def _group(name: str, members: list[_Member], *, shown: bool) -> Group:
    """Each learner counts the same, however much they read."""
    if not shown:
        return Group(name, len(members), None, None)
    marked, unjudged = (sum(map(of, members)) / len(members) for of in (_marked, _unjudged))
    return Group(name, len(members), marked, unjudged)


def _marked(each: _Member) -> float:
    """Of the sounds that were judged."""
    sounds = came(each.period.sounds, each.period.used, PHONE_SCALE)
    return sum(one.marked for one in sounds) / max(1, sum(one.times for one in sounds))


def _unjudged(each: _Member) -> float:
    """Of the words that were read."""
    words, used = each.period.words, each.period.used
    rows = used[words.reading]
    read = float(each.period.readings.counted[used].sum() - words.left_out[rows].sum())
    return 1 - min(1.0, float(words.times[rows].sum()) / read) if read > 0 else 0.0
