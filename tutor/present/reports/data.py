"""A period and a class as data: CSV for a spreadsheet, JSON (schema 1) for programs. Scores are 0-10, times ISO 8601.

Names of columns and fields are for programs and never translated.
"""

from collections.abc import Mapping
from typing import Any

from tutor.domain.assessment import ASPECTS, Estimate, ModelStamp
from tutor.domain.practised import Came, Classroom, Practised, Pupil, Reading
from tutor.present.reports.figures import text_title
from tutor.present.sheet import sheet

SCHEMA = 1
_STAMP = ("engine", "id", "version")
_SCORES = tuple(f"{aspect}{part}" for aspect in ASPECTS for part in ("", "_low", "_high"))
READING_COLUMNS = (
    "take", "recorded_at", "passage", "title", "seconds", "verdict", *_SCORES, "words_correct_per_minute",
    *(f"model_{part}" for part in _STAMP),
)  # fmt: skip
PUPIL_COLUMNS = ("name", "level", "first_language", "days", "minutes", "readings", "last")
Json = dict[str, Any]


def readings_csv(done: Practised, titles: Mapping[str, str]) -> str:
    """One row a reading, oldest first; empty where there is nothing."""
    return sheet(READING_COLUMNS, (_row(each, titles) for each in done.readings))


def period_json(done: Practised, learner: str, titles: Mapping[str, str]) -> Json:
    """All figures of a period. Levels, pace, sounds and words are of `model` alone."""
    return {
        "schema": SCHEMA,
        "learner": learner,
        "from": done.first.isoformat(),
        "to": done.last.isoformat(),
        "seconds_by_day": {day.isoformat(): _rounded(seconds) for day, seconds in sorted(done.seconds.items())},
        "tries_of_drills": done.tries,
        "model": _model(done.model),
        "readings_by_model": [{"model": _model(model), "readings": count} for model, count in done.judged],
        "levels": {each.aspect: {**_estimate(each.level), "change": each.change.value} for each in done.standings},
        "words_correct_per_minute": _rounded(done.correct_a_minute),
        "sounds": [_came(each) for each in done.sounds],
        "words": [_came(each) for each in done.words],
        "readings": [_reading(each, titles) for each in done.readings],
    }


def pupils_csv(room: Classroom) -> str:
    """One row a learner, in the order of their names."""
    return sheet(PUPIL_COLUMNS, (tuple(_pupil(each).values()) for each in _by_name(room)))


def class_json(room: Classroom) -> Json:
    """All figures of a class; what is not shown of small groups isn't here either."""
    groups = {"first_language": room.by_language, "level": room.by_level}
    return {
        "schema": SCHEMA,
        "from": room.first.isoformat(),
        "to": room.last.isoformat(),
        "models": [_model(model) for model in room.models],
        "learners": [_pupil(each) for each in _by_name(room)],
        "hard_sounds": [{"sound": each.name, "readers": each.readers, "struggling": each.struggling} for each in room.sounds],
        "hard_words": [{"word": each.name, "readers": each.readers, "struggling": each.struggling} for each in room.words],
        "left_out_for_few_readers": room.few,
        "groups": {
            kind: [
                {
                    "name": each.name,
                    "learners": each.learners,
                    "marked": _rounded(each.marked),
                    "unjudged": _rounded(each.unjudged),
                }
                for each in found
            ]
            for kind, found in groups.items()
        },
    }


def _by_name(room: Classroom) -> list[Pupil]:
    return sorted(room.pupils, key=lambda pupil: pupil.name.casefold())


def _pupil(each: Pupil) -> Json:
    last = each.last.isoformat() if each.last else None
    values = (each.name, each.level, each.first_language, each.days, each.minutes, each.readings, last)
    return dict(zip(PUPIL_COLUMNS, values, strict=True))


def _row(each: Reading, titles: Mapping[str, str]) -> tuple[object, ...]:
    scores = [getattr(each.scores, aspect) for aspect in ASPECTS]
    parts = [_rounded(getattr(score, part)) if score else None for score in scores for part in ("value", "low", "high")]
    stamp = (each.model.engine, each.model.id, each.model.version) if each.model else (None, None, None)
    return (
        each.take_id, each.when.isoformat(timespec="seconds"), each.passage_id, text_title(each, titles), _rounded(each.seconds),
        each.verdict and each.verdict.value, *parts, _rounded(each.correct_a_minute), *stamp,
    )  # fmt: skip


def _reading(each: Reading, titles: Mapping[str, str]) -> Json:
    return {
        "take": each.take_id,
        "recorded_at": each.when.isoformat(timespec="seconds"),
        "passage": each.passage_id,
        "title": text_title(each, titles),
        "text": each.text,
        "seconds": _rounded(each.seconds),
        "verdict": each.verdict and each.verdict.value,
        "model": _model(each.model),
        "scores": {aspect: _estimate(getattr(each.scores, aspect)) or None for aspect in ASPECTS},
        "words_correct_per_minute": _rounded(each.correct_a_minute),
    }


def _came(each: Came) -> Json:
    return {"name": each.name, "takes": each.takes, "times": each.times, "marked": each.marked, "change": each.change.value}


def _model(model: ModelStamp | None) -> Json | None:
    return {"engine": model.engine, "id": model.id, "version": model.version} if model else None


def _estimate(score: Estimate | None) -> Json:
    return {part: _rounded(getattr(score, part)) for part in ("value", "low", "high")} if score else {}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3) + 0.0
