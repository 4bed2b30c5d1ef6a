"""How quickly ten thousand attempts are opened and filtered.

    python -m tests.bench.history FOLDER [--takes 10000]

makes the history in FOLDER when there is none, half a year of practice again and again backwards, and prints seconds of one core,
the median of five, for what the history window does: reading all takes, the sounds, the words; filtering; levels and tables.
"""

import argparse
import json
import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

from tests.invented import UNTIL, practise, pupils
from tutor.domain.assessment import ASPECTS, WORD_SCALE
from tutor.domain.history.readings import Wanted
from tutor.domain.phones import PHONES
from tutor.practice.history.chance import items
from tutor.practice.history.level import level, variances
from tutor.practice.history.wanted import chosen
from tutor.store.database import DATABASE, open_database
from tutor.store.tallies import SqlTallies

_DAYS = 180


def measured(folder: Path, takes: int) -> dict[str, float]:
    """Seconds for each step, and how many takes there are."""
    if not (folder / DATABASE).exists():
        make(folder, takes)
    database = open_database(folder, to_write=False)
    store = SqlTallies(database)
    readings = store.readings()
    days, sounds, words = readings.days(), store.sounds(readings), store.words(readings)
    everything = np.ones(len(readings), dtype=bool)
    recent = (UNTIL - timedelta(days=300)).date()
    steps: dict[str, Callable[[], Any]] = {
        "open": lambda: store.readings().days(),
        "sounds": lambda: store.sounds(readings),
        "words": lambda: store.words(readings),
        "filter by date": lambda: chosen(readings, days, Wanted(since=recent)),
        "filter by text": lambda: chosen(readings, days, Wanted(texts=("a1-three-brothers",))),
        "filter by sound": lambda: chosen(readings, days, Wanted(sound=PHONES[0]), sounds),
        "filter by word": lambda: chosen(readings, days, Wanted(word="the"), sounds, words),
        "levels of five aspects": lambda: [_level(readings, days, aspect) for aspect in ASPECTS],
        "table of sounds": lambda: items(sounds, everything, 2.0),
        "table of words": lambda: items(words, everything, WORD_SCALE),
    }
    found = {name: _seconds(step) for name, step in steps.items()} | {"takes": len(readings)}
    database.close()
    return found


def make(folder: Path, takes: int) -> None:
    """A history of so many takes, without sound for most."""
    practise(folder, pupils(1)[0], days=_DAYS, sound=False)
    with closing(sqlite3.connect(folder / DATABASE)) as connection:
        there = connection.execute("SELECT count(*) FROM takes").fetchone()[0]
        connection.execute("PRAGMA foreign_keys=ON")
        for copy in range(1, -(-takes // there)):
            _copy(connection, copy)
        connection.execute("DELETE FROM takes WHERE id NOT IN (SELECT id FROM takes ORDER BY recorded_at DESC LIMIT ?)", [takes])
        connection.commit()


def _copy(connection: sqlite3.Connection, copy: int) -> None:
    """All takes of the first half year once more, so many half years earlier."""
    changes = {
        "takes": {"id": "id || :copy", "recorded_at": "strftime('%Y-%m-%dT%H:%M:%f000+00:00', recorded_at, :days)"},
        "assessments": {"id": "id + :ids", "take_id": "take_id || :copy"},
        **{f"{kind}tallies": {"assessment_id": "assessment_id + :ids"} for kind in ("", "sound_", "word_")},
    }
    given = {"copy": f"-{copy}", "days": f"-{copy * _DAYS} days", "ids": copy * 100_000}
    for table, changed in changes.items():
        names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        values = ", ".join(changed.get(name, f'"{name}"') for name in names)
        where = "length(id) = (SELECT min(length(id)) FROM takes)" if table == "takes" else f"{names[0]} < 100000"
        connection.execute(f"INSERT INTO {table} SELECT {values} FROM {table} WHERE {where}", given)


def _level(readings: Any, days: Any, aspect: Any) -> object:
    scores = readings.score(aspect)
    there = np.isfinite(scores[:, 0]) & readings.relied_on()
    value, low, high = scores[there].T
    return level(days[there], value, variances(low, high, readings.confidence[there]))


def _seconds(work: Callable[[], Any]) -> float:
    found = []
    for _ in range(5):
        began = time.process_time()
        work()
        found.append(time.process_time() - began)
    return round(median(found), 4)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--takes", type=int, default=10_000)
    given = parser.parse_args()
    sys.stdout.write(json.dumps(measured(given.folder, given.takes), indent=1) + "\n")
