"""Whether the passages are fit to teach with: known words, sounds that really occur, short sentences, all phones.

For `tutor passages check` and a test; nothing here is needed to read.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tutor.domain.phones import PHONES
from tutor.domain.target import Passage, Target
from tutor.reading.lexicon import Lexicon
from tutor.reading.target import make_target

LICENCES = frozenset({"CC0-1.0", "CC-BY-4.0"})
_LONGEST_SENTENCE_S = 30.0  # what the assessors hear at once
_SLOW_WPM = {"A1": 40, "A2": 50, "B1": 60, "B2": 70, "C1": 80}  # words a minute of a slow reader of the level
_WORDS = {"A1": (30, 60), "A2": (60, 160), "B1": (60, 160), "B2": (60, 160), "C1": (60, 160)}
_OFTEN = 6  # times a trained sound occurs in its passage
_EVER = 5  # times every phone occurs in all passages together


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a passage, or with all together (`passage_id` None), in one English clause."""

    passage_id: str | None
    what: str


def faults(passages: Sequence[Passage], lexicon: Lexicon) -> tuple[Fault, ...]:
    """All faults, passage by passage, then those of the whole. A text without a word raises `TextError`."""
    targets = [make_target(passage.text, lexicon, passage.id) for passage in passages]
    found = [
        Fault(passage.id, what) for passage, target in zip(passages, targets, strict=True) for what in _of_one(passage, target)
    ]
    return (*found, *(Fault(None, what) for what in _of_all(passages, targets)))


def _of_one(passage: Passage, target: Target) -> Iterator[str]:
    fewest, most = _WORDS[passage.level]
    if not fewest <= len(target.words) <= most:
        yield f"it has {len(target.words)} words, {passage.level} wants {fewest} to {most}"
    if passage.licence not in LICENCES:
        yield f"{passage.licence} is none of {', '.join(sorted(LICENCES))}"
    for word in target.words:
        if word.source != "lexicon":
            yield f"the lexicon lacks “{word.text}”"
    counts = _sounds(target)
    for sound in passage.sounds:
        if counts[sound] < _OFTEN:
            yield f"{sound} occurs {counts[sound]} times only"
    for first, behind in target.sentences:
        seconds = (behind - first) * 60 / _SLOW_WPM[passage.level]
        if seconds > _LONGEST_SENTENCE_S:
            yield f"the sentence of {behind - first} words from “{target.words[first].text}” takes a slow reader {seconds:.0f} s"


def _of_all(passages: Sequence[Passage], targets: Sequence[Target]) -> Iterator[str]:
    for name, count in Counter(passage.id for passage in passages).items():
        if count > 1:
            yield f"{count} passages are called {name}"
    counts = sum((_sounds(target) for target in targets), Counter[str]())
    for phone in PHONES:
        if counts[phone] < _EVER:
            yield f"{phone} occurs {counts[phone]} times only in all passages"
    patterns = {_stress(target, at) for target in targets for at in range(len(target.words))}
    for pattern, example in (((1, 0), "REcord"), ((0, 1), "reCORD")):
        if pattern not in patterns:
            yield f"no word is stressed like {example}"


def _sounds(target: Target) -> Counter[str]:
    return Counter(phone.symbol for word in target.words for phone in word.pronunciations[0])


def _stress(target: Target, at: int) -> tuple[int, ...]:
    return tuple(int(phone.stress == 1) for phone in target.words[at].pronunciations[0] if phone.stress is not None)
