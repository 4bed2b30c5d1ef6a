"""What a tutor said about a learner's takes, on its way back with a pack: rows, and the sound of spoken comments."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import msgspec

from tutor.domain.review import Comment, Correction
from tutor.domain.strictness import Setting, Threshold
from tutor.reading.target import MAX_WORDS
from tutor.store.database import Database
from tutor.store.packs.limits import YEARS
from tutor.store.packs.manifest import ID, PROSE, TAKE_ID, ReviewEntry
from tutor.store.packs.staging import COMMENTS
from tutor.store.reviews import SqlReviews

_LONGEST_TEXT = 5_000
_ID, _TAKE_ID, _PROSE = re.compile(ID), re.compile(TAKE_ID), re.compile(PROSE)
_MOST_STEPS = 20  # of a rubric
Row = Correction | Comment | Setting | Threshold
_Row = TypeVar("_Row", Correction, Comment, Setting, Threshold)


def reviewed(database: Database) -> tuple[ReviewEntry, dict[str, Path]]:
    """All that was said of a learner so far, and the files of spoken comments by their place. Raises `StoreError`."""
    kept = SqlReviews(database)
    comments = _ordered(kept.comments())
    voices = {place_of(each): database.folder / place_of(each) for each in comments if each.seconds is not None}
    there = {place: path for place, path in voices.items() if path.is_file()}
    said = tuple(each for each in comments if each.seconds is None or place_of(each) in there)
    rows = _ordered(kept.corrections()), said, _ordered(kept.settings()), _ordered(kept.thresholds())
    return ReviewEntry(*rows), there


def place_of(comment: Comment) -> str:
    """Where a spoken comment's sound lies, in a pack and in a learner's folder."""
    return f"{COMMENTS}/{comment.id}.flac"


def is_credible(said: ReviewEntry) -> bool:
    """Whether all of its rows can be kept."""
    return all(_is_credible(row) for row in said.rows)


def _ordered(rows: Sequence[_Row]) -> tuple[_Row, ...]:
    return tuple(sorted(rows, key=lambda row: (row.at, row.id)))


def _is_credible(row: Row) -> bool:
    strings = [each for each in _leaves(msgspec.to_builtins(row)) if isinstance(each, str)]
    clean = all(len(each) <= _LONGEST_TEXT and _PROSE.search(each) for each in strings)
    dated = row.at.tzinfo is not None and row.at.year in YEARS
    return bool(clean and dated and _ID.search(row.id) and _refers(row))


def _refers(row: Row) -> bool:
    """Whether ids are ids, and numbers may be those of words, sounds and steps."""
    if isinstance(row, Correction | Comment) and not _TAKE_ID.search(row.take_id):
        return False
    if isinstance(row, Correction):
        places = (row.about.word, row.about.phone)
        steps = (each for each in (row.answer, row.machine) if isinstance(each, int))
        whole = row.about.aspect is None if row.about.word is not None else row.about.aspect is not None
        return whole and all(_is_place(each) for each in places) and all(0 < each <= _MOST_STEPS for each in steps)
    if isinstance(row, Comment):
        return _is_place(row.first) and _is_place(row.last) and (row.first is None) == (row.last is None)
    return True


def _is_place(at: int | None) -> bool:
    return at is None or 0 <= at < MAX_WORDS


def _leaves(said: object) -> Iterator[object]:
    """Of a record as plain values, in records within it too."""
    if isinstance(said, dict):
        for each in said.values():
            yield from _leaves(each)
    else:
        yield said
