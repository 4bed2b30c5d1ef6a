"""Records for tests, with as little said as the test needs."""

from datetime import UTC, datetime
from typing import Any

import numpy as np

from tutor.domain.assessment import (
    Assessment,
    Estimate,
    Event,
    Evidence,
    Miscue,
    ModelStamp,
    PhoneScore,
    RationaleLine,
    Scores,
    Unjudged,
    Verdict,
    WordScore,
)
from tutor.domain.audio import AudioFacts, Waveform
from tutor.domain.phones import Phone
from tutor.domain.prosody import Pause, Prosody, Track
from tutor.domain.take import Take
from tutor.domain.target import Target, TargetWord

RATE = 16_000
WHEN = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
STAMP = ModelStamp("embedded", "test", "0")
_SAID: dict[str, str] = {
    "i": "AY1", "think": "TH IH1 NG K", "it": "IH1 T", "is": "IH1 Z", "a": "AH0", "garden": "G AA1 R D AH0 N",
}  # fmt: skip


def a_waveform(seconds: float = 1.0, *, level: float = 0.1, rate: int = RATE, hertz: float = 150.0) -> Waveform:
    """A vowel-like sum of harmonics: sound that isn't anybody's voice."""
    t = np.arange(int(seconds * rate)) / rate
    wave = sum(np.sin(2 * np.pi * hertz * k * t) / k for k in range(1, 12))
    return Waveform((level * wave / np.abs(wave).max()).astype(np.float32), rate)


def silence(seconds: float = 1.0, *, rate: int = RATE) -> Waveform:
    return Waveform(np.zeros(int(seconds * rate), dtype=np.float32), rate)


def phones(text: str) -> tuple[Phone, ...]:
    return tuple(Phone.parse(part) for part in text.split())


def a_target(text: str = "I think it is a garden.") -> Target:
    """A target of words from `_SAID`; sentences end with full stops."""
    words, at = [], 0
    for written in text.split():
        bare = written.strip(".,!?")
        start = text.index(bare, at)
        at = start + len(bare)
        words.append(TargetWord(bare, start, at, (phones(_SAID[bare.lower()]),), break_after=written != bare))
    ends = [at for at, written in enumerate(text.split(), 1) if written.endswith(".") or at == len(words)]
    return Target(text, tuple(words), tuple(zip([0, *ends], ends, strict=False)))


def a_take(**changes: Any) -> Take:
    said: dict[str, Any] = {
        "id": "t1",
        "text": "I think it is a garden.",
        "passage_id": None,
        "recorded_at": WHEN,
        "seconds": 3.0,
    }
    return Take(**(said | {"device": "Test microphone"} | changes))


def facts(**changes: float) -> AudioFacts:
    said: dict[str, float] = {
        "seconds": 3.0, "speech_seconds": 2.4, "speech_start": 0.3, "speech_end": 2.7, "level_db": -23.0,
        "noise_db": -60.0, "clipped": 0.0,
    }  # fmt: skip
    return AudioFacts(**(said | changes))


def an_estimate(value: float, *, spread: float = 1.0, top: float = 10.0) -> Estimate:
    return Estimate(value, max(0.0, value - spread), min(top, value + spread))


def a_word(text: str, said: str, start: float, *, score: float = 9.0, weak: int | None = None) -> WordScore:
    """A word of 0.1 s a phone, every phone 1.8 but the `weak` one, which is 0.3 and was heard as S."""
    made = []
    for at, phone in enumerate(phones(said)):
        bad = at == weak
        began = start + 0.1 * at
        value = an_estimate(0.3 if bad else 1.8, spread=0.3, top=2.0)
        made.append(PhoneScore(phone, began, began + 0.1, value, "S" if bad else phone.symbol, 0.9 if bad else 0.03))
    end = start + 0.1 * len(made)
    return WordScore(text, start, end, None, an_estimate(score), an_estimate(10.0, spread=0.0), tuple(made))


def an_omitted_word(text: str, said: str) -> WordScore:
    why = Unjudged.NOT_READ
    gone = tuple(PhoneScore.unjudged(phone, why) for phone in phones(said))
    return WordScore(text, None, None, Miscue.OMITTED, None, None, gone, why)


def a_prosody(seconds: float = 3.0, step: float = 0.01) -> Prosody:
    t = np.arange(0, seconds, step, dtype=np.float32)
    pitch = np.where((t > 0.3) & (t < 2.7), 3 * np.sin(2 * t), np.nan).astype(np.float32)
    energy = (-30 + 8 * np.sin(9 * t)).astype(np.float32)
    return Prosody(
        step, Track(pitch, pitch - 1, pitch + 1), Track(energy, energy - 2, energy + 2), (Pause(1.1, 1.4, 1, False),), 112.0, 4.1
    )


def an_assessment(**changes: Any) -> Assessment:
    """`I think it is a garden.`: the TH of "think" said as S, "is" left out, a hesitation before "garden"."""
    words = (
        a_word("I", "AY1", 0.3),
        a_word("think", "TH IH1 NG K", 0.5, score=5.0, weak=0),
        a_word("it", "IH1 T", 1.4),
        an_omitted_word("is", "IH1 Z"),
        a_word("a", "AH0", 1.7),
        a_word("garden", "G AA1 R D AH0 N", 2.0),
    )
    said: dict[str, Any] = {
        "model": STAMP, "audio": facts(), "verdict": Verdict.SCORED, "words": words,
        "scores": Scores(an_estimate(7.2), an_estimate(8.0), an_estimate(7.5), an_estimate(8.3, spread=0.0), an_estimate(7.4)),
        "events": (Event("hesitation", 1.8, 1.95, 4),), "prosody": a_prosody(),
        "rationale": (RationaleLine("In “think” the th sounded like s.", (Evidence("phone", 1, 0),)),
                      RationaleLine("You paused after “think” where the text has no comma.", (Evidence("pause", 0),))),
        "seconds": 0.06,
    }  # fmt: skip
    return Assessment(**(said | changes))
