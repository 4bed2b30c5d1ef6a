"""What a tutor says about a take: answers in place of the machine's, comments, and what was looked at.

Rows that are only ever added: what was said before stays, the newest of a tutor's answers about a thing counts, and taking one
back is one more row. Every row has an `id` that is unique everywhere (32 hex digits), so that merging never doubles one, the
name of the `tutor` and when (`at`, aware, UTC).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from tutor.domain.assessment import ASPECTS, Aspect, Assessment, ModelStamp, PhoneScore, WordScore
from tutor.domain.marks import Mark
from tutor.domain.rubric import EDGES

Tier = Literal["word", "phone", "aspect"]
Answer = Mark | int  # of a word or a sound its mark, of an aspect the rubric's step (1 the lowest)
SOUND_ANSWERS = (Mark.NEEDS_WORK, Mark.ACCENT, Mark.CLEAR)
WORD_ANSWERS = (*SOUND_ANSWERS, Mark.NOT_READ, Mark.OTHER_WORD)
RATED: tuple[Aspect, ...] = tuple(aspect for aspect in ASPECTS if EDGES[aspect])


@dataclass(frozen=True, slots=True)
class About:
    """What an answer is about, by index from 0: `word:3`, `phone:3.1` (second sound of word 3) or `aspect:fluency`."""

    word: int | None = None
    phone: int | None = None
    aspect: Aspect | None = None

    @property
    def tier(self) -> Tier:
        """Which kind of thing it is."""
        return "aspect" if self.aspect is not None else "word" if self.phone is None else "phone"

    def __str__(self) -> str:
        if self.aspect is not None:
            return f"aspect:{self.aspect}"
        return f"word:{self.word}" if self.phone is None else f"phone:{self.word}.{self.phone}"

    @classmethod
    def parse(cls, text: str) -> "About":
        """The reverse of `str`; `ValueError` for anything else."""
        kind, _, at = text.partition(":")
        word, _, phone = at.partition(".")
        if kind == "aspect" and at in RATED:
            return cls(aspect=next(aspect for aspect in RATED if aspect == at))
        if kind not in ("word", "phone") or (kind == "phone") != bool(phone):
            raise ValueError(f"{text!r} is not word:N, phone:N.M or aspect:NAME")
        return cls(int(word), int(phone) if phone else None)


@dataclass(frozen=True, slots=True)
class Correction:
    """A tutor's answer in place of the machine's, or the same one: then they agree. `answer` None takes back what was said.

    `expected` is the word as written or the sound (ARPAbet), empty for an aspect: by it a row is known to fit another assessment
    of the take. `machine` is what was shown when the tutor answered, by `model`; None where it said nothing. A row that `undoes`
    another (its id) says again what was said before that.
    """

    id: str
    take_id: str
    tutor: str
    at: datetime
    about: About
    expected: str
    answer: Answer | None
    machine: Answer | None
    model: ModelStamp
    undoes: str | None = None

    @property
    def agrees(self) -> bool:
        """Whether the tutor says what the machine said."""
        return self.answer is not None and self.answer == self.machine


Answers = Mapping[About, Answer]


@dataclass(frozen=True, slots=True)
class Look:
    """A tutor opened a take, or is done with it (`reviewed`); the newest row of a take and a tutor counts.

    `heard` is the share of the reading the tutor had played by then (0-1). A reviewed take's `shown` is what the machine said of
    everything in it at that time, by `model`: what was not corrected was agreed to, whatever is shown later.
    """

    id: str
    take_id: str
    tutor: str
    at: datetime
    reviewed: bool = False
    heard: float = 0.0
    shown: Answers | None = None
    model: ModelStamp | None = None


@dataclass(frozen=True, slots=True)
class Comment:
    """Something said about words `first` to `last` of a take, or about all of it (both None): in `text`, or by voice.

    `seconds` is how long the voice is, None where there is none; its sound lies in the store under `id`. A row that `withdraws`
    another (its id) says nothing itself.
    """

    id: str
    take_id: str
    tutor: str
    at: datetime
    first: int | None
    last: int | None
    text: str
    seconds: float | None = None
    withdraws: str | None = None


def newest(corrections: Iterable[Correction]) -> dict[About, Correction]:
    """The row that counts of each thing, of one take; later ones last, ties by id, in whatever order they come."""
    return {row.about: row for row in sorted(corrections, key=lambda row: (row.at, row.id))}


def answers(corrections: Iterable[Correction]) -> dict[About, Answer]:
    """What is said of one take after all; nothing of what was taken back."""
    return {about: row.answer for about, row in newest(corrections).items() if row.answer is not None}


def fitting(corrections: Iterable[Correction], assessment: Assessment) -> list[Correction]:
    """Those rows that speak of what is there in this assessment: another model may have taken a word to be said another way."""
    return [row for row in corrections if expected(assessment, row.about) == row.expected]


def expected(assessment: Assessment, about: About) -> str | None:
    """What the text asks for there (`Correction.expected`); None where the assessment has no such word or sound."""
    if about.word is None:
        return ""
    if about.word >= len(assessment.words):
        return None
    word = assessment.words[about.word]
    if about.phone is None:
        return word.text
    return word.phones[about.phone].phone.symbol if about.phone < len(word.phones) else None


def standing(comments: Iterable[Comment]) -> list[Comment]:
    """The comments that were not withdrawn, in the order of the text: those about all of the take first."""
    rows = list(comments)
    gone = {row.withdraws for row in rows}
    kept = [row for row in rows if row.withdraws is None and row.id not in gone]
    return sorted(kept, key=lambda row: (-1 if row.first is None else row.first, row.at, row.id))


def answered(assessment: Assessment, said: Answers) -> Assessment:
    """The same with `tutor` set where a tutor answered; scores stay the machine's."""
    if not said:
        return assessment
    words = tuple(_word(at, word, said) for at, word in enumerate(assessment.words))
    steps = {about.aspect: answer for about, answer in said.items() if about.aspect is not None and isinstance(answer, int)}
    return replace(assessment, words=words, tutor_steps=steps)


def _word(at: int, word: WordScore, said: Answers) -> WordScore:
    phones = tuple(_phone(About(at, nth), phone, said) for nth, phone in enumerate(word.phones))
    return replace(word, phones=phones, tutor=_mark(said.get(About(at))))


def _phone(about: About, phone: PhoneScore, said: Answers) -> PhoneScore:
    return replace(phone, tutor=_mark(said.get(about)))


def _mark(answer: Answer | None) -> Mark | None:
    return answer if isinstance(answer, Mark) else None
