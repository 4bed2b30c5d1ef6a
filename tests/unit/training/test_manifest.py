import json
from pathlib import Path

import numpy as np
import pytest

from tests.unit.training.rated import write_manifest
from tutor.domain.errors import TextError
from tutor.training.manifest import read_manifest, released


def test_every_field_is_read(tmp_path: Path) -> None:
    reading = read_manifest(write_manifest(tmp_path))[0]
    phones = sum(len(word.pronunciations[0]) for word in reading.target.words)
    assert reading.labels.utterance.shape == (4, 3)
    assert reading.labels.word_accuracy.shape == (len(reading.target.words), 3)
    assert reading.labels.phone.shape == (phones, 3)
    assert reading.labels.phone_mean.shape == (phones,)
    assert reading.groups == ("under_16", "female")
    assert reading.fold == 0


def test_one_number_serves_as_a_label(tmp_path: Path) -> None:
    path = write_manifest(tmp_path)
    row = json.loads(path.read_text("utf-8").splitlines()[0])
    row |= dict.fromkeys(("accuracy", "fluency", "prosody", "total"), 7)
    for word in row["words"]:
        word |= {"accuracy": 8, "stress": 10}
        del word["phone_raters"]
    del row["fold"], row["age"], row["gender"]
    path.write_text(json.dumps(row), "utf-8")
    (reading,) = read_manifest(path)
    assert released(reading.labels.utterance).tolist() == [7, 7, 7, 7]
    assert released(reading.labels.word_accuracy).tolist() == [8] * len(reading.target.words)
    assert (reading.fold, reading.groups) == (-1, ())


def test_the_released_score_is_the_floor_of_the_median() -> None:
    assert released(np.array([[7, 9, 8, 8, 9], [7.4, 7.6, np.nan, np.nan, np.nan]], np.float32)).tolist() == [8, 7]


@pytest.mark.parametrize("line", ["{", "[]", '{"id": "a"}'])
def test_a_broken_line_is_named(tmp_path: Path, line: str) -> None:
    path = write_manifest(tmp_path)
    path.write_text(path.read_text("utf-8") + line + "\n", "utf-8")
    with pytest.raises(TextError, match="broken_manifest_line") as caught:
        read_manifest(path)
    assert caught.value.facts["line"] == 7


def test_a_missing_manifest_is_named(tmp_path: Path) -> None:
    with pytest.raises(TextError, match="no_such_manifest"):
        read_manifest(tmp_path / "none.jsonl")
