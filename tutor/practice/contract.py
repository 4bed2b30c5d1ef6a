"""An assessment as JSON: schema 1 of the design's section 3, which `assess --json` prints and the store keeps.

Knows records only: neither files nor a database. `assessment.schema.json` beside this file says the same to machines.
Times and scores are rounded to 3 decimals, curves to 2; rounding is monotone, so low <= value <= high stays true.
"""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any

import numpy as np

from tutor.domain.assessment import (
    ASPECTS,
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
from tutor.domain.audio import AudioFacts
from tutor.domain.errors import StoreError
from tutor.domain.phones import Phone
from tutor.domain.prosody import Curve, Pause, Prosody, Track

SCHEMA = 1
Json = dict[str, Any]


def to_json(assessment: Assessment) -> dict[str, object]:
    """The contract's fields. Problems come as codes; whoever prints them may add a `message` to each."""
    return {
        "schema": SCHEMA,
        "model": _plain(assessment.model),
        "audio": _plain(assessment.audio),
        "verdict": assessment.verdict.value,
        "problems": [{"code": code} for code in assessment.problems],
        "confidence": _rounded(assessment.confidence),
        "scores": {aspect: _estimate(getattr(assessment.scores, aspect)) for aspect in ASPECTS},
        "words": [_word(word) for word in assessment.words],
        "events": [_plain(event) for event in assessment.events],
        "prosody": None if assessment.prosody is None else _prosody(assessment.prosody),
        "rationale": [{"text": line.text, "about": [str(one) for one in line.about]} for line in assessment.rationale],
        "seconds": _rounded(assessment.seconds),
    }


def from_json(data: Mapping[str, Any]) -> Assessment:
    """The reverse of `to_json`. Raises `StoreError`: `newer_schema` or `broken_assessment`."""
    try:
        if data["schema"] > SCHEMA:
            raise StoreError("newer_schema", schema=data["schema"], known=SCHEMA)
        return _assessment(data)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise StoreError("broken_assessment", reason=str(error)) from error


def _assessment(data: Mapping[str, Any]) -> Assessment:
    return Assessment(
        model=ModelStamp(**data["model"]),
        audio=AudioFacts(**data["audio"]),
        verdict=Verdict(data["verdict"]),
        problems=tuple(problem["code"] for problem in data["problems"]),
        confidence=data["confidence"],
        scores=Scores(**{aspect: _read_estimate(data["scores"][aspect]) for aspect in ASPECTS}),
        words=tuple(_read_word(word) for word in data["words"]),
        events=tuple(Event(**event) for event in data["events"]),
        prosody=None if data["prosody"] is None else _read_prosody(data["prosody"]),
        rationale=tuple(RationaleLine(line["text"], _read_about(line["about"])) for line in data["rationale"]),
        seconds=data["seconds"],
    )


def _word(word: WordScore) -> Json:
    return {
        "text": word.text,
        "start": _rounded(word.start),
        "end": _rounded(word.end),
        "miscue": word.miscue and word.miscue.value,
        "judged": word.judged,
        "reason": word.reason and word.reason.value,
        "accuracy": _estimate(word.accuracy),
        "stress": _estimate(word.stress),
        "phones": [_phone(phone) for phone in word.phones],
    }


def _read_word(data: Json) -> WordScore:
    return WordScore(
        text=data["text"],
        start=data["start"],
        end=data["end"],
        miscue=None if data["miscue"] is None else Miscue(data["miscue"]),
        accuracy=_read_estimate(data["accuracy"]),
        stress=_read_estimate(data["stress"]),
        phones=tuple(_read_phone(phone) for phone in data["phones"]),
        reason=_read_reason(data),
    )


def _phone(score: PhoneScore) -> Json:
    return {
        "phone": score.phone.symbol,
        "stress": score.phone.stress,
        "ipa": score.phone.ipa,
        "start": _rounded(score.start),
        "end": _rounded(score.end),
        "judged": score.judged,
        "reason": score.reason and score.reason.value,
        "accuracy": _estimate(score.accuracy),
        "heard": score.heard,
        "heard_chance": _rounded(score.heard_chance),
        "mispronounced": _rounded(score.mispronounced),
    }


def _read_phone(data: Json) -> PhoneScore:
    return PhoneScore(
        phone=Phone(data["phone"], data["stress"]),
        start=data["start"],
        end=data["end"],
        accuracy=_read_estimate(data["accuracy"]),
        heard=data["heard"],
        mispronounced=data["mispronounced"],
        heard_chance=data.get("heard_chance"),  # nor reasons: not in assessments kept by versions before 0.2
        reason=_read_reason(data),
    )


def _read_reason(data: Json) -> Unjudged | None:
    reason = data.get("reason")
    return None if reason is None else Unjudged(reason)


def _prosody(prosody: Prosody) -> Json:
    return {
        "step": prosody.step,
        "pitch_semitones": _curve(prosody.pitch.value),
        "pitch_low": _curve(prosody.pitch.low),
        "pitch_high": _curve(prosody.pitch.high),
        "energy_db": _curve(prosody.energy.value),
        "energy_low": _curve(prosody.energy.low),
        "energy_high": _curve(prosody.energy.high),
        "pauses": [_plain(pause) for pause in prosody.pauses],
        "words_per_minute": _rounded(prosody.words_per_minute),
        "articulation_rate": _rounded(prosody.articulation_rate),
    }


def _read_prosody(data: Json) -> Prosody:
    return Prosody(
        step=data["step"],
        pitch=_read_track(data["pitch_semitones"], data["pitch_low"], data["pitch_high"]),
        energy=_read_track(data["energy_db"], data["energy_low"], data["energy_high"]),
        pauses=tuple(Pause(**pause) for pause in data["pauses"]),
        words_per_minute=data["words_per_minute"],
        articulation_rate=data["articulation_rate"],
    )


def _read_track(*curves: list[float | None]) -> Track:
    return Track(*(np.array(curve, dtype=np.float32) for curve in curves))


def _curve(curve: Curve) -> list[float | None]:
    rounded = (np.round(curve.astype(np.float64), 2) + 0.0).tolist()
    return [None if value != value else value for value in rounded]  # noqa: PLR0124  # NaN is what differs from itself


def _estimate(estimate: Estimate | None) -> Json | None:
    return None if estimate is None else _plain(estimate)


def _read_estimate(data: Json | None) -> Estimate | None:
    return None if data is None else Estimate(**data)


def _read_about(about: Iterable[str]) -> tuple[Evidence, ...]:
    return tuple(Evidence.parse(one) for one in about)


def _plain(record: ModelStamp | AudioFacts | Event | Pause | Estimate) -> Json:
    values = {field.name: getattr(record, field.name) for field in fields(record)}
    return {name: _rounded(value) if isinstance(value, float) else value for name, value in values.items()}


def _rounded(value: float | None) -> float | None:
    """Three decimals; adding 0.0 turns a minus zero, which reads oddly, into zero."""
    return None if value is None else round(float(value), 3) + 0.0
