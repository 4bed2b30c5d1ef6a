"""The narrow rows beside the assessments: what the history counts with, so that no assessment is opened to draw a curve.

What holds is counted: a tutor's answer in place of the machine's, where there is one. An assessment gets its rows when it is
saved (`count`), and loses them when a tutor says something of its take (`uncount`). What has none is counted in by
`SqlTallies.fill`, a few at a time; one that can't be read stays as it is and is tried again the next time.
"""

import json
import logging
import zlib
from collections.abc import Collection, Sequence
from dataclasses import asdict
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, Table, delete, func, insert, select

from tutor.domain.assessment import ASPECTS, Assessment, ModelStamp
from tutor.domain.errors import StoreError
from tutor.domain.history.readings import Counts, Numbers, Readings
from tutor.domain.review import answered, answers, fitting
from tutor.practice.contract import from_json
from tutor.practice.history.tally import Tally, Times, tally
from tutor.store.database import SqlStore
from tutor.store.review_rows import corrections_of
from tutor.store.tables import COUNTED, SCORE_COLUMNS, assessments, sound_tallies, takes, tallies, word_tallies

_log = logging.getLogger(__name__)
_AT_ONCE = 50  # a kill costs no more than so many being counted again
_newest = select(func.max(assessments.c.id)).where(assessments.c.take_id == takes.c.id).correlate(takes).scalar_subquery()
_ROW = np.dtype([("assessment", "i8"), ("item", "i8"), ("times", "f8"), ("total", "f8"), ("marked", "f8"), ("left_out", "f8")])
_FIGURES = ("confidence", "words", "correct", "words_per_minute", "correct_per_minute", *SCORE_COLUMNS)
_READINGS = (
    select(
        takes.c.id, takes.c.text, takes.c.passage_id, takes.c.recorded_at, takes.c.seconds,
        assessments.c.id.label("assessment"), assessments.c.verdict,
        assessments.c.engine, assessments.c.model_id, assessments.c.model_version,
        *(tallies.c[name] for name in _FIGURES),
    )
    .outerjoin_from(takes, assessments, assessments.c.id == _newest)
    .outerjoin(tallies, tallies.c.assessment_id == assessments.c.id)
    .order_by(takes.c.recorded_at, takes.c.id)
)  # fmt: skip
_UNCOUNTED = (
    select(assessments.c.id)
    .outerjoin(tallies, tallies.c.assessment_id == assessments.c.id)
    .where(tallies.c.assessment_id.is_(None))
)


class SqlTallies(SqlStore):
    """A `ports.Tallies`."""

    def uncounted(self) -> int:
        """How many assessments have no rows yet. Raises `StoreError`."""
        with self.database.reading() as connection:
            return connection.execute(select(func.count()).select_from(_UNCOUNTED.subquery())).scalar_one()

    def fill(self, before: int | None = None) -> int | None:
        """Count in some of what has no rows, the newest first.

        Called with what it returned, it goes on behind these; None: it is through. Raises `StoreError`.
        """
        waiting = _UNCOUNTED.order_by(assessments.c.id.desc()).limit(_AT_ONCE)
        with self.database.reading() as connection:
            wanted = waiting if before is None else waiting.where(assessments.c.id < before)
            numbers: list[int] = list(connection.execute(wanted).scalars())
        if not numbers:
            return None
        self._fill(numbers)
        return numbers[-1]

    def readings(self) -> Readings:
        """All takes, oldest first. Raises `StoreError`."""
        with self.database.reading() as connection:
            rows = connection.execute(_READINGS).all()
        return _readings(rows)

    def sounds(self, readings: Readings) -> Counts:
        """How the sounds came in these. Raises `StoreError`."""
        return self._counts(sound_tallies, readings)

    def words(self, readings: Readings) -> Counts:
        """How the words came in these. Raises `StoreError`."""
        return self._counts(word_tallies, readings)

    def _fill(self, numbers: Sequence[int]) -> None:
        wanted = select(assessments.c.id, assessments.c.take_id, assessments.c.data).where(assessments.c.id.in_(numbers))
        with self.database.reading() as connection:
            read = [(row.id, _tally(connection, row.id, row.take_id, row.data)) for row in connection.execute(wanted)]
        with self.database.writing() as connection:
            already = select(tallies.c.assessment_id).where(tallies.c.assessment_id.in_(numbers))
            there = set(connection.execute(already).scalars())
            for number, made in read:
                if made is not None and number not in there:
                    _add(connection, number, made)

    def _counts(self, table: Table, readings: Readings) -> Counts:
        """Rows of the driver's own, counted while they come: SQLAlchemy's would take as long again for a quarter million."""
        known: dict[str, int] = {}
        with self.database.reading() as connection:
            rows = connection.connection.cursor().execute(str(select(table)))
            read = np.fromiter(((one, known.setdefault(name, len(known)), *rest) for one, name, *rest in rows), dtype=_ROW)
        return _counted(read, tuple(known), readings)


def count(connection: Connection, take_id: str, assessment: int, said: Assessment) -> None:
    """The rows of an assessment that has none, in the transaction of `connection`."""
    made = _tally_of(connection, take_id, said)
    if made is not None:
        _add(connection, assessment, made)


def uncount(connection: Connection, take_ids: Collection[str]) -> None:
    """Take the rows of these takes away, in the transaction of `connection`: a tutor said something else of them.

    Counting at once would hold up each of the tutor's keys: a reading of half an hour takes most of a second.
    """
    theirs = select(assessments.c.id).where(assessments.c.take_id.in_(take_ids))
    for table in COUNTED:
        connection.execute(delete(table).where(table.c.assessment_id.in_(theirs)))


def _add(connection: Connection, assessment: int, made: Tally) -> None:
    row: dict[str, object] = {
        "assessment_id": assessment, "confidence": made.confidence, "words": made.words, "read": made.read,
        "correct": made.correct, "seconds": made.seconds,
        "words_per_minute": made.words_per_minute, "correct_per_minute": made.correct_per_minute,
    }  # fmt: skip
    connection.execute(insert(tallies), row | _scores(made))
    sounds = [_times(assessment, "sound", name, times) for name, times in made.sounds.items()]
    words = [_times(assessment, "word", name, times) for name, times in made.each_word.items()]
    for table, rows in ((sound_tallies, sounds), (word_tallies, words)):
        if rows:
            connection.execute(insert(table), rows)


def _tally(connection: Connection, number: int, take_id: str, data: bytes) -> Tally | None:
    """None for one that can't be read: broken, or of a newer program."""
    try:
        said = from_json(json.loads(zlib.decompress(data)))
    except (StoreError, ValueError, zlib.error) as error:
        _log.info("Assessment %s is not counted: %s", number, error)
        return None
    return _tally_of(connection, take_id, said)


def _tally_of(connection: Connection, take_id: str, said: Assessment) -> Tally | None:
    """None when an answer about the take can't be read: nothing is counted before that is mended, and nothing is lost."""
    try:
        return tally(answered(said, answers(fitting(corrections_of(connection, take_id), said))))
    except ValueError as error:
        _log.info("Take %s is not counted: %s", take_id, error)
        return None


def _scores(made: Tally) -> dict[str, float | None]:
    found = [getattr(made.scores, aspect) for aspect in ASPECTS]
    values = [getattr(score, part) if score else None for score in found for part in ("value", "low", "high")]
    return dict(zip(SCORE_COLUMNS, values, strict=True))


def _times(assessment: int, kind: str, name: str, times: Times) -> dict[str, object]:
    return {"assessment_id": assessment, kind: name} | asdict(times)


def _readings(rows: Sequence[Any]) -> Readings:
    """Columns from rows."""
    columns = list(zip(*rows, strict=True)) or [()] * len(_READINGS.selected_columns)
    ids, texts, passages, at, seconds, numbers, verdicts, *stamps = columns[:10]
    figures = np.array(columns[10:], dtype=np.float64).reshape(len(_FIGURES), len(rows))
    known = tuple(dict.fromkeys(stamp for stamp in zip(*stamps, strict=True) if stamp[0]))
    place = {stamp: number for number, stamp in enumerate(known)}
    confidence, counted, correct, pace, correct_pace = figures[:5]
    return Readings(
        ids, texts, passages, tuple(verdict or "" for verdict in verdicts), tuple(ModelStamp(*stamp) for stamp in known),
        _seconds(at), np.array(seconds, dtype=np.float64),
        np.array([number or -1 for number in numbers], dtype=np.int64),
        np.array([place.get(stamp, -1) for stamp in zip(*stamps, strict=True)], dtype=np.int64),
        figures[5:].T.reshape(len(rows), len(ASPECTS), 3), confidence, counted, correct, pace, correct_pace,
    )  # fmt: skip


def _seconds(at: Sequence[str]) -> Numbers:
    """Since 1970, of times as `in_order` writes them."""
    return np.array([text[:26] for text in at], dtype="datetime64[us]").astype(np.int64) / 1e6


def _counted(rows: NDArray[np.void], names: tuple[str, ...], readings: Readings) -> Counts:
    """Of the newest assessments alone."""
    highest = max(int(column.max(initial=0)) for column in (rows["assessment"], readings.assessments))
    place = np.full(highest + 1, -1, dtype=np.int64)
    there = np.flatnonzero(readings.assessments >= 0)
    place[readings.assessments[there]] = there
    rows = rows[place[rows["assessment"]] >= 0]
    figures = (np.ascontiguousarray(rows[name]) for name in ("times", "total", "marked", "left_out"))
    return Counts(names, place[rows["assessment"]], np.ascontiguousarray(rows["item"]), *figures)
