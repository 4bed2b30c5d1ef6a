"""The recordings that ship with the program, as tests use them."""

import json
from dataclasses import dataclass
from pathlib import Path

from tutor.domain.resources import assets

FOLDER = assets() / "samples"


@dataclass(frozen=True, slots=True)
class Sample:
    """One recording: its file, what was read, who read it and how well (the raters' median total, 0-10)."""

    path: Path
    text: str
    reader: str
    level: str
    total: float


SAMPLES = tuple(
    Sample(FOLDER / said["file"], said["text"], said["reader"], said["level"], said["medians"]["total"])
    for said in json.loads((FOLDER / "samples.json").read_text(encoding="utf-8"))
)


def a_sample(level: str = "good", reader: str = "adult") -> Sample:
    """The one recording of that level and reader."""
    return next(sample for sample in SAMPLES if (sample.level, sample.reader) == (level, reader))
