"""Rated readings as they lie on disk: a JSON line a recording, with the fields of SpeechOcean762's `train.jsonl`.

A label may be one number or a list of raters. Knows nothing of models.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tutor.domain.errors import TextError
from tutor.domain.phones import Phone
from tutor.domain.target import Target, TargetWord

Floats = NDArray[np.float32]
LEARNED_ASPECTS = ("accuracy", "fluency", "prosody", "total")
ADULT_AGE = 16
ALL = -1  # the fold no speaker is in: who leaves it out learns from all


@dataclass(frozen=True, slots=True, eq=False)
class Labels:
    """What the raters said, a column a rater, NaN where one is missing.

    `utterance` (4, raters), order of LEARNED_ASPECTS, 0-10; `word_accuracy` and `word_stress` (words, raters), 0-10; `phone`
    (phones, raters), 0-2; `phone_mean` (phones,), the released score.
    """

    utterance: Floats
    word_accuracy: Floats
    word_stress: Floats
    phone: Floats
    phone_mean: Floats


@dataclass(frozen=True, slots=True, eq=False)
class RatedReading:
    """One recording with its text and labels; `fold` is -1 where the manifest has none."""

    id: str
    audio: Path
    target: Target
    labels: Labels
    fold: int
    age: float | None
    gender: str | None
    speaker: str = ""

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups the reader counts in when results are split."""
        ages = () if self.age is None else (("adult" if self.age >= ADULT_AGE else "under_16"),)
        genders = {"f": ("female",), "m": ("male",)}.get(self.gender or "", ())
        return ages + genders


def read_manifest(path: Path) -> tuple[RatedReading, ...]:
    """Every line of a manifest; audio paths are relative to it. Raises `TextError` naming the line that can't be read."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except OSError as error:
        raise TextError("no_such_manifest", path=str(path)) from error
    readings = []
    for number, line in enumerate(lines, 1):
        try:
            readings.append(_reading(json.loads(line), path.parent))
        except (ValueError, KeyError, TypeError) as error:
            raise TextError("broken_manifest_line", path=str(path), line=number, reason=repr(error)) from error
    return tuple(readings)


def released(ratings: Floats) -> Floats:
    """floor(median) over the last axis: how the corpus makes one score of several raters (field.md section 0)."""
    return np.floor(np.nanmedian(ratings, axis=-1)).astype(np.float32)


def _reading(row: dict[str, Any], folder: Path) -> RatedReading:
    target = _target(row)
    return RatedReading(
        str(row["id"]), folder / row["audio"], target, _labels(row), int(row.get("fold", -1)), row.get("age"), row.get("gender"),
        str(row.get("speaker", "")),
    )  # fmt: skip


def _target(row: dict[str, Any]) -> Target:
    words, at = [], 0
    for word in row["words"]:
        end = at + len(word["text"])
        words.append(TargetWord(word["text"], at, end, (tuple(Phone.parse(p) for p in word["phones"]),)))
        at = end + 1
    text = " ".join(word.text for word in words)
    return Target(text, tuple(words), ((0, len(words)),))


def _labels(row: dict[str, Any]) -> Labels:
    words = row["words"]
    means = [np.asarray(w["phone_accuracy"], np.float32) for w in words]
    return Labels(
        utterance=_rows([row[aspect] for aspect in LEARNED_ASPECTS]),
        word_accuracy=_rows([w["accuracy"] for w in words]),
        word_stress=_rows([w["stress"] for w in words]),
        phone=_columns([np.asarray(w["phone_raters"], np.float32).T if "phone_raters" in w else m[:, None]
                        for w, m in zip(words, means, strict=True)]),
        phone_mean=np.concatenate(means),
    )  # fmt: skip


def _rows(ratings: list[Any]) -> Floats:
    return _columns([np.atleast_2d(np.asarray(r, np.float32)) for r in ratings])


def _columns(parts: list[Floats]) -> Floats:
    width = max(part.shape[1] for part in parts)
    return np.concatenate([np.pad(p, ((0, 0), (0, width - p.shape[1])), constant_values=np.nan) for p in parts])
