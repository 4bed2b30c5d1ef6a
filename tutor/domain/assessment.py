"""What an assessor says about a take: scores that carry their uncertainty, and the evidence for each rationale line."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

from tutor.domain.audio import AudioFacts
from tutor.domain.phones import Phone
from tutor.domain.prosody import Prosody

if TYPE_CHECKING:
    from tutor.domain.marks import Mark

WORD_SCALE = UTTERANCE_SCALE = 10.0
PHONE_SCALE = 2.0
MISPRONOUNCED = 0.5  # from this probability on a phone is marked, unless a tutor set it otherwise
Aspect = Literal["accuracy", "fluency", "prosody", "completeness", "total"]
EventKind = Literal["insertion", "repetition", "self_correction", "hesitation"]
ASPECTS: tuple[Aspect, ...] = ("accuracy", "fluency", "prosody", "completeness", "total")


class Verdict(StrEnum):
    """What the take as a whole is."""

    SCORED = "scored"
    INCOMPLETE = "incomplete"
    OFF_SCRIPT = "off_script"
    NOISY = "noisy"
    CLIPPED = "clipped"
    TOO_QUIET = "too_quiet"
    TOO_SHORT = "too_short"
    NO_SPEECH = "no_speech"

    @property
    def refuses(self) -> bool:
        """Whether a take of this verdict never carries scores."""
        return self in (Verdict.CLIPPED, Verdict.TOO_QUIET, Verdict.TOO_SHORT, Verdict.NO_SPEECH)


class Miscue(StrEnum):
    """How a word of the text was not simply read."""

    OMITTED = "omitted"
    SUBSTITUTED = "substituted"
    REPEATED = "repeated"
    SELF_CORRECTED = "self_corrected"


class Unjudged(StrEnum):
    """Why a word or a sound has no score."""

    NOT_READ = "not_read"
    CUT = "cut"  # the recording begins or ends inside it
    UNCLEAR = "unclear"  # nearly any score would be possible
    REFUSED = "refused"  # the whole recording can't be judged


@dataclass(frozen=True, slots=True)
class Estimate:
    """A score with the interval that holds the human score at the assessment's confidence."""

    value: float
    low: float
    high: float

    def __post_init__(self) -> None:
        if not self.low <= self.value <= self.high:
            raise ValueError(f"low <= value <= high, not {self.low}, {self.value}, {self.high}")


@dataclass(frozen=True, slots=True)
class PhoneScore:
    """One expected sound: accuracy 0-2 or None when it can't be judged, what was `heard` (ARPAbet), and P(mispronounced).

    `heard_chance` is the probability that `heard` is what was said; both are None where no sound was
    clear enough to be named. Not judged, it has a `reason`.

    The rest is about what is shown, and never stored with the assessment. `accepted`: this learner says that what was heard is
    fine (`domain.accepted`). `edge`: from this P(mispronounced) on it is marked (`domain.strictness`). `tutor`: what a tutor says
    of it instead (`domain.review`).
    """

    phone: Phone
    start: float | None
    end: float | None
    accuracy: Estimate | None
    heard: str | None
    mispronounced: float | None
    heard_chance: float | None = None
    reason: Unjudged | None = None
    accepted: bool = False
    edge: float = MISPRONOUNCED
    tutor: "Mark | None" = None

    @classmethod
    def unjudged(cls, phone: Phone, reason: Unjudged, start: float | None = None, end: float | None = None) -> "PhoneScore":
        """A sound without a score and why; its times where it was found."""
        return cls(phone, start, end, None, None, None, reason=reason)

    @property
    def judged(self) -> bool:
        """Whether there was enough evidence for a score."""
        return self.accuracy is not None


@dataclass(frozen=True, slots=True)
class WordScore:
    """One word of the target, in its order. Scores 0-10, or None and a `reason`; times None for a word that was not read.

    About what is shown, and never stored: `reach` is how much of the band's upper half has to lie below `marks.WORD_EDGE` for a
    mark (`domain.strictness`), `tutor` what a tutor says of the word instead (`domain.review`).
    """

    text: str
    start: float | None
    end: float | None
    miscue: Miscue | None
    accuracy: Estimate | None
    stress: Estimate | None
    phones: tuple[PhoneScore, ...]
    reason: Unjudged | None = None
    reach: float = 1.0
    tutor: "Mark | None" = None

    @property
    def judged(self) -> bool:
        """Whether there was enough evidence for a score."""
        return self.accuracy is not None


@dataclass(frozen=True, slots=True)
class Event:
    """Something said that the text doesn't ask for, behind word `after_word` (-1: before the first)."""

    kind: EventKind
    start: float
    end: float
    after_word: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a rationale line speaks of, by index from 0: `word:3`, `phone:3.1` (second phone of word 3) or `pause:0`."""

    kind: Literal["word", "phone", "pause"]
    index: int
    phone: int | None = None

    def __str__(self) -> str:
        return f"{self.kind}:{self.index}" if self.phone is None else f"{self.kind}:{self.index}.{self.phone}"

    @classmethod
    def parse(cls, text: str) -> "Evidence":
        """The reverse of `str`; `ValueError` for anything else."""
        kind, _, at = text.partition(":")
        index, _, phone = at.partition(".")
        if kind not in ("word", "phone", "pause") or (kind == "phone") != bool(phone):
            raise ValueError(f"{text!r} is not word:N, phone:N.M or pause:N")
        return cls(kind, int(index), int(phone) if phone else None)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class RationaleLine:
    """One sentence for the learner and what it is about."""

    text: str
    about: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class ModelStamp:
    """Which model said so."""

    engine: Literal["embedded", "speechllm"]
    id: str
    version: str


@dataclass(frozen=True, slots=True)
class Scores:
    """The take as a whole, 0-10; None where it can't be judged."""

    accuracy: Estimate | None = None
    fluency: Estimate | None = None
    prosody: Estimate | None = None
    completeness: Estimate | None = None
    total: Estimate | None = None


@dataclass(frozen=True, slots=True)
class Assessment:
    """Everything said about one take. `seconds` is how long the assessing took.

    Every word of the target is here, in order. A verdict that `refuses` comes without scores; `problems` are codes of what
    should be better about the recording, the verdict's own first. `tutor_steps` are a tutor's steps of the rubric for aspects;
    like the words' `tutor` they are shown, never stored here.
    """

    model: ModelStamp
    audio: AudioFacts
    verdict: Verdict
    words: tuple[WordScore, ...]
    scores: Scores = field(default_factory=Scores)
    problems: tuple[str, ...] = ()
    confidence: float = 0.9
    events: tuple[Event, ...] = ()
    prosody: Prosody | None = None
    rationale: tuple[RationaleLine, ...] = ()
    seconds: float = 0.0
    tutor_steps: Mapping[Aspect, int] = field(default_factory=dict)
