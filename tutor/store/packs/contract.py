"""The assessment's JSON (`practice.contract`) as types that every value of a stranger's is held against.

A field the contract gets is refused in packs until it is here too; a test holds the two together.
"""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from tutor.domain.assessment import EventKind, Miscue, Unjudged, Verdict
from tutor.store.packs.manifest import Prose, Title

Number = Annotated[float, Meta(ge=-1e6, le=1e6)]
Seconds = Annotated[float, Meta(ge=0, le=1e6)]
Chance = Annotated[float, Meta(ge=0, le=1)]
Step = Annotated[float, Meta(ge=0.001, le=1)]
Index = Annotated[int, Meta(ge=-1, le=10**6)]
Code = Annotated[str, Meta(pattern=r"\A[a-z][a-z0-9_]{0,60}\Z")]
Symbol = Annotated[str, Meta(pattern=r"\A[A-Z]{1,2}\Z")]
About = Annotated[str, Meta(pattern=r"\A(?:word:[0-9]{1,6}|pause:[0-9]{1,6}|phone:[0-9]{1,6}\.[0-9]{1,6})\Z")]
Curve = tuple[Number | None, ...]


class _Exact(Struct, frozen=True, forbid_unknown_fields=True):
    """Nothing but what is named here."""


class Stamp(_Exact, frozen=True):
    """See `ModelStamp`."""

    engine: Literal["embedded", "speechllm"]
    id: Title
    version: Title


class Audio(_Exact, frozen=True):
    """See `AudioFacts`."""

    seconds: Seconds
    speech_seconds: Seconds
    speech_start: Seconds
    speech_end: Seconds
    level_db: Number
    noise_db: Number
    clipped: Chance


class Score(_Exact, frozen=True):
    """See `Estimate`."""

    value: Annotated[float, Meta(ge=0, le=10)]
    low: Annotated[float, Meta(ge=0, le=10)]
    high: Annotated[float, Meta(ge=0, le=10)]


class Aspects(_Exact, frozen=True):
    """See `Scores`."""

    accuracy: Score | None
    fluency: Score | None
    prosody: Score | None
    completeness: Score | None
    total: Score | None


class Phone(_Exact, frozen=True):
    """See `PhoneScore`."""

    phone: Symbol
    stress: Literal[0, 1, 2] | None
    ipa: Title
    start: Seconds | None
    end: Seconds | None
    judged: bool
    accuracy: Score | None
    heard: Symbol | None
    mispronounced: Chance | None
    heard_chance: Chance | None = None
    reason: Unjudged | None = None


class Word(_Exact, frozen=True):
    """See `WordScore`."""

    text: Title
    start: Seconds | None
    end: Seconds | None
    miscue: Miscue | None
    judged: bool
    accuracy: Score | None
    stress: Score | None
    phones: Annotated[tuple[Phone, ...], Meta(min_length=1)]
    reason: Unjudged | None = None


class Event(_Exact, frozen=True):
    """See `domain.assessment.Event`."""

    kind: EventKind
    start: Seconds
    end: Seconds
    after_word: Index


class Pause(_Exact, frozen=True):
    """See `domain.prosody.Pause`."""

    start: Seconds
    end: Seconds
    after_word: Index
    expected: bool


class Prosody(_Exact, frozen=True):
    """See `domain.prosody.Prosody`."""

    step: Step
    pitch_semitones: Curve
    pitch_low: Curve
    pitch_high: Curve
    energy_db: Curve
    energy_low: Curve
    energy_high: Curve
    pauses: tuple[Pause, ...]
    words_per_minute: Number | None
    articulation_rate: Number | None


class Line(_Exact, frozen=True):
    """See `RationaleLine`."""

    text: Prose
    about: tuple[About, ...]


class Problem(_Exact, frozen=True):
    """A code."""

    code: Code


class Document(_Exact, frozen=True):
    """See `Assessment`."""

    schema: Literal[1]
    model: Stamp
    audio: Audio
    verdict: Verdict
    problems: tuple[Problem, ...]
    confidence: Chance
    scores: Aspects
    words: Annotated[tuple[Word, ...], Meta(min_length=1)]
    events: tuple[Event, ...]
    prosody: Prosody | None
    rationale: tuple[Line, ...]
    seconds: Seconds
