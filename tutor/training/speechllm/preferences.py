"""Pairs of responses of which one is better: the raters' own against one that says something else in one dimension.

The rejected one is made by the same writer from changed labels, so that no wording gives it away (field.md B.9, 3): only the
sound can. Explanations that speak of what wasn't so, or of another reading, are rejected too. Knows no models and no files.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from tutor.domain.target import TargetWord
from tutor.speechllm.codec import Label, Response, name_of
from tutor.speechllm.rubric import LABELS, SENTENCE
from tutor.training.speechllm.rationales import Sentence, explain, is_true

DIMENSIONS = (*SENTENCE, "words", "phones")
HALLUCINATED, UNGROUNDED = "hallucinated", "ungrounded"
KINDS = (*DIMENSIONS, HALLUCINATED, UNGROUNDED)
_ONE_STEP = 2 / 3  # of the changes; the others go two steps (field.md B.5)
_TRIES = 8


@dataclass(frozen=True, slots=True)
class Rated:
    """One reading as its pairs are made of it: labels without rationale, words, and the pauses that were measured."""

    labels: Response
    words: tuple[TargetWord, ...]
    pauses: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """Which pairs to make: the weight of each kind (absent: never), and how often a label goes down where it could go up too.

    `explained`: responses carry a rationale; without, the last two kinds can't be made.
    """

    kinds: Mapping[str, float]
    downgrades: float = 0.88
    explained: bool = True

    def __post_init__(self) -> None:
        unknown = set(self.kinds) - set(KINDS)
        if unknown or not any(self.kinds.values()) or not 0 <= self.downgrades <= 1:
            raise ValueError(f"kinds {sorted(unknown)} unknown, none wanted, or downgrades {self.downgrades} not from 0 to 1")
        if not self.explained and (self.kinds.get(HALLUCINATED) or self.kinds.get(UNGROUNDED)):
            raise ValueError("explanations can't be rejected where none are written")


@dataclass(frozen=True, slots=True)
class Pair:
    """A better and a worse response to one reading, and what was done to the worse."""

    chosen: Response
    rejected: Response
    kind: str


def make_pair(mine: Rated, other: Rated, plan: Plan, generator: np.random.Generator) -> Pair:
    """One pair; `other` is another reading, whose explanation doesn't fit this one."""
    names = [kind for kind in KINDS if plan.kinds.get(kind)]
    weights = np.array([plan.kinds[kind] for kind in names], np.float64)
    kind = names[generator.choice(len(names), p=weights / weights.sum())]
    seed = int(generator.integers(2**32))
    chosen = with_rationale(mine, seed) if plan.explained else mine.labels
    if kind in DIMENSIONS:
        changed = replace(mine, labels=change(mine.labels, kind, plan.downgrades, generator))
        return Pair(chosen, with_rationale(changed, seed) if plan.explained else changed.labels, kind)
    told = _hallucinated(mine, seed, plan.downgrades, generator) if kind == HALLUCINATED else _ungrounded(mine, other, seed)
    if told is None:  # every claim happens to be true: the words of both readings are the same
        return make_pair(mine, other, replace(plan, kinds=dict.fromkeys(DIMENSIONS, 1.0)), generator)
    return Pair(chosen, replace(mine.labels, rationale=_text(told)), kind)


def with_rationale(rated: Rated, seed: int) -> Response:
    """The labels with an explanation that is true of them."""
    return replace(rated.labels, rationale=_text(_told(rated, seed)))


def change(labels: Response, dimension: str, downgrades: float, generator: np.random.Generator) -> Response:
    """The labels of one dimension changed, every one of them for words and phones; their number and order stay."""

    def other(label: Label) -> Label:
        return _other(label, downgrades, generator)

    if dimension in SENTENCE:
        return replace(labels, sentence={**labels.sentence, dimension: other(labels.sentence[dimension])})
    if dimension == "words":
        return replace(labels, words=tuple(replace(word, word=other(word.word)) for word in labels.words))
    return replace(labels, words=tuple(replace(word, phones=tuple(map(other, word.phones))) for word in labels.words))


def _other(label: Label, downgrades: float, generator: np.random.Generator) -> Label:
    """Another label, one step away or two; the best can only go down and the worst only up."""
    at, last = LABELS.index(str(label)), len(LABELS) - 1
    down = at == 0 or (at < last and generator.random() < downgrades)
    steps = 1 if generator.random() < _ONE_STEP else 2
    return LABELS[min(at + steps, last) if down else max(at - steps, 0)]


def _hallucinated(mine: Rated, seed: int, downgrades: float, generator: np.random.Generator) -> tuple[Sentence, ...] | None:
    """What would be true if one dimension were otherwise."""
    for _ in range(_TRIES):
        dimension = DIMENSIONS[generator.integers(len(DIMENSIONS))]
        told = _told(replace(mine, labels=change(mine.labels, dimension, downgrades, generator)), seed)
        if not _all_true(told, mine):
            return told
    return None


def _ungrounded(mine: Rated, other: Rated, seed: int) -> tuple[Sentence, ...] | None:
    """What is true of another reading, and names a word that isn't in this one."""
    told = _told(other, seed)
    named = {name_of(other.words[claim.word]) for sentence in told for claim in sentence.claims if claim.word >= 0}
    return told if named - {name_of(word) for word in mine.words} else None


def _told(rated: Rated, seed: int) -> tuple[Sentence, ...]:
    return explain(rated.labels, rated.words, rated.pauses, np.random.default_rng(seed))


def _all_true(told: Sequence[Sentence], mine: Rated) -> bool:
    return all(is_true(claim, mine.labels, mine.words, mine.pauses) for sentence in told for claim in sentence.claims)


def _text(told: Sequence[Sentence]) -> str:
    return " ".join(sentence.text for sentence in told)
