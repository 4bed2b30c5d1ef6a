"""Short explanations that are true of the labels they go with: which words, which sounds, which pauses. Templates of our own.

A model that is never shown an explanation makes one up (field.md B.3, B.7): it then mentions words and sounds that were fine.
Every sentence made here comes with what it claims (`Claim`), so that its truth can be checked, and false ones be made on purpose
(`preferences.py`). Wording varies by the generator given: same seed, same text. Knows no raters and no models.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from tutor.domain.sounds import SOUNDS
from tutor.domain.target import TargetWord
from tutor.speechllm.codec import Response, name_of
from tutor.speechllm.rubric import LABELS, SENTENCE, STRESS_LABELS

MOST_NAMED = 2  # words or sounds in a sentence
_CLEAR, _WEAK = ("Excellent", "Good"), ("Bad", "Worst")

_SUBJECTS = ("{aspect}", "Overall, {lower}", "The {lower} of this reading")
_WORTH = {
    "Excellent": ("excellent", "very strong"),
    "Good": ("good", "solid"),
    "Average": ("fair", "uneven"),
    "Bad": ("weak", "poor"),
    "Worst": ("very weak", "very poor"),
}
_CLAUSES = {
    ("phone", "weak"): ("{named} {were} hard to hear", "{named} needed more care", "{named} {were} not yet clear"),
    ("word", "weak"): ("{named} {were} hard to recognise", "{named} needed more care", "{named} {were} not yet clear"),
    ("phone", "accent"): ("{named} carried an accent", "{named} could be clearer"),
    ("word", "accent"): ("{named} carried an accent", "{named} could be clearer"),
    ("word", "clear"): ("{named} came through clearly", "{named} {were} clear", "{named} {were} easy to recognise"),
    ("pause", "pause"): ("there was a pause after {named}", "the reading stopped after {named}"),
    ("stress", "misplaced"): ("the stress in {named} was misplaced", "another part of {named} should be stressed"),
}

Manner = Literal["clear", "accent", "weak", "misplaced", "pause"]


@dataclass(frozen=True, slots=True)
class Claim:
    """What a sentence says: an aspect's label, or how a word (by its number), one of its sounds or its stress was.

    `about` is an aspect, or "word", "phone", "stress" or "pause"; `said` a label for an aspect, else a `Manner`. `phone` is the
    sound as it is spelled for learners, which stands for all sounds of the word that are spelled so.
    """

    about: str
    said: str
    word: int = -1
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and what it claims."""

    text: str
    claims: tuple[Claim, ...]


def explain(
    labels: Response, words: Sequence[TargetWord], pauses: Sequence[int], generator: np.random.Generator
) -> tuple[Sentence, ...]:
    """Three sentences at most: on accuracy with its words and sounds, fluency with its pauses, prosody with its stress.

    `pauses`: words behind which the reader stopped inside the sentence, measured, longest first. Each sentence draws its own
    chances, so that another label changes the sentence about it and leaves the others as they are.
    """
    parts = {"accuracy": _Evidence.of_accuracy, "fluency": _Evidence.of_fluency, "prosody": _Evidence.of_prosody}
    own = [_Evidence(labels, tuple(words), tuple(pauses), each) for each in generator.spawn(len(SENTENCE))]
    return tuple(_joined(mine.opening(aspect), parts[aspect](mine)) for aspect, mine in zip(SENTENCE, own, strict=True))


def is_true(claim: Claim, labels: Response, words: Sequence[TargetWord], pauses: Sequence[int]) -> bool:
    """Whether a claim holds for these labels and pauses."""
    if claim.about in SENTENCE:
        return labels.sentence[claim.about] == claim.said
    if not 0 <= claim.word < len(words):
        return False
    if claim.about == "pause":
        return claim.word in pauses
    return claim.said in _manners(claim, labels, words)


def _manners(claim: Claim, labels: Response, words: Sequence[TargetWord]) -> set[Manner]:
    """What may rightly be said of a word, sound or stress; nothing where equal words or sounds differ."""
    if claim.about == "stress":
        return {"misplaced"} if labels.words[claim.word].stress == STRESS_LABELS[1] else set()
    if claim.about == "word":
        named = name_of(words[claim.word])
        said = {_manner(labels.words[at].word) for at, word in enumerate(words) if name_of(word) == named}
    else:
        mine = zip(words[claim.word].pronunciations[0], labels.words[claim.word].phones, strict=True)
        said = {_manner(label) for phone, label in mine if SOUNDS[phone.symbol].spelled == claim.phone}
    return said if len(said) == 1 else set()


def _manner(label: str | None) -> Manner:
    return "clear" if label in _CLEAR else "weak" if label in _WEAK else "accent"


@dataclass(frozen=True, slots=True)
class _Evidence:
    labels: Response
    words: tuple[TargetWord, ...]
    pauses: tuple[int, ...]
    generator: np.random.Generator

    def opening(self, aspect: str) -> Sentence:
        label = self.labels.sentence[aspect]
        assert label is not None, "labels to explain are complete"
        subject = self._one(_SUBJECTS).format(aspect=aspect.capitalize(), lower=aspect)
        return Sentence(f"{subject} was {self._one(_WORTH[label])}", (Claim(aspect, label),))

    def of_accuracy(self) -> Sentence | None:
        """The worst that can be named: weak sounds, weak words, accents; words that were clear where nothing else is there."""
        worst_first = (self._phones("weak"), self._words("weak"), self._phones("accent"), self._words("accent"))
        return next((self._naming(claims) for claims in (*worst_first, self._words("clear")) if claims), None)

    def of_fluency(self) -> Sentence | None:
        """Pauses are named only where raters noticed some, and behind words that are there once."""
        if self.labels.sentence["fluency"] == LABELS[0]:
            return None
        names = [name_of(word) for word in self.words]
        claims = [Claim("pause", "pause", at) for at in self.pauses if names.count(names[at]) == 1]
        return self._naming(claims[:MOST_NAMED]) if claims else None

    def of_prosody(self) -> Sentence | None:
        names = [name_of(word) for word in self.words]
        wrong = [
            at for at, word in enumerate(self.labels.words) if word.stress == STRESS_LABELS[1] and names.count(names[at]) == 1
        ]
        return self._naming([Claim("stress", "misplaced", at) for at in wrong[:MOST_NAMED]]) if wrong else None

    def _words(self, manner: Manner) -> list[Claim]:
        claims = [Claim("word", manner, at) for at in range(len(self.words))]
        return self._some([each for each in claims if self._holds(each) and self._whole(each)])

    def _whole(self, claim: Claim) -> bool:
        """A word is called clear only if each of its sounds is."""
        return claim.said != "clear" or all(_manner(label) == "clear" for label in self.labels.words[claim.word].phones)

    def _phones(self, manner: Manner) -> list[Claim]:
        claims = [
            Claim("phone", manner, at, spelled)
            for at, word in enumerate(self.words)
            for spelled in dict.fromkeys(SOUNDS[phone.symbol].spelled for phone in word.pronunciations[0])
        ]
        return self._some([each for each in claims if self._holds(each) and self._alike(each.word)])

    def _alike(self, at: int) -> bool:
        """Whether every word of this name was read alike, so that its sounds can be spoken of by its name."""
        named = name_of(self.words[at])
        return len({self.labels.words[other].phones for other, word in enumerate(self.words) if name_of(word) == named}) == 1

    def _holds(self, claim: Claim) -> bool:
        return is_true(claim, self.labels, self.words, self.pauses)

    def _some(self, claims: list[Claim]) -> list[Claim]:
        """Some of them, no word twice, in reading order."""
        once = list({name_of(self.words[each.word]): each for each in self._shuffled(claims)}.values())
        return sorted(once[:MOST_NAMED], key=lambda each: each.word)

    def _shuffled(self, claims: list[Claim]) -> list[Claim]:
        return [claims[at] for at in self.generator.permutation(len(claims))]

    def _naming(self, claims: list[Claim]) -> Sentence:
        named = [self._name(claim) for claim in claims]
        wording = self._one(_CLAUSES[claims[0].about, claims[0].said])
        return Sentence(wording.format(named=" and ".join(named), were="were" if len(named) > 1 else "was"), tuple(claims))

    def _name(self, claim: Claim) -> str:
        word = f"“{name_of(self.words[claim.word])}”"
        return f"the “{claim.phone}” in {word}" if claim.about == "phone" else word

    def _one(self, wordings: tuple[str, ...]) -> str:
        return wordings[self.generator.integers(len(wordings))]


def _joined(opening: Sentence, evidence: Sentence | None) -> Sentence:
    if evidence is None:
        return Sentence(f"{opening.text}.", opening.claims)
    return Sentence(f"{opening.text}: {evidence.text}.", (*opening.claims, *evidence.claims))
