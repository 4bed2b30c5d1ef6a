"""Giving takes back: a return file with chosen takes of a learner, with their sound or without."""

import json
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from functools import partial
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

from nacl.signing import SigningKey
from sqlalchemy import RowMapping, select
from sqlalchemy.dialects.sqlite import insert

from tutor.domain.errors import PackError
from tutor.domain.learner import Learner
from tutor.domain.returns import Given
from tutor.domain.take import Take
from tutor.store.database import Database, in_order
from tutor.store.faults import store_errors
from tutor.store.packs.container import Content, Told, listed, write_container
from tutor.store.packs.keys import public
from tutor.store.packs.limits import MOST_FILES
from tutor.store.packs.manifest import (
    SCHEMA,
    Answer,
    AssessmentEntry,
    LearnerEntry,
    ReturnManifest,
    TakeDocument,
    TakeEntry,
    encode,
)
from tutor.store.tables import assessments, assignments, returns, takes

_FILES_OF_A_TAKE = 3


@dataclass(frozen=True, slots=True)
class Gift:
    """What goes back: a learner's takes by their ids, with the `sound` that is kept of them or without any."""

    learner: Learner
    takes: Sequence[str]
    sound: bool


def give_back(path: Path, database: Database, gift: Gift, key: SigningKey, told: Told) -> Given:
    """Write takes to a file, signed by this computer.

    Raises `PackError`: `nothing_to_give`, `pack_too_large`; `StoreError`, and what `told` raises. Then there is no file.
    """
    if not gift.takes:
        raise PackError("nothing_to_give")
    members = tuple(_members(database, gift))
    if len(members) > MOST_FILES:
        raise PackError("pack_too_large", path=str(path))
    with store_errors(database.folder):
        files = [listed(name, content) for name, content in _telling(members, told)]
    sounds = sum(name.endswith(".flac") for name, _ in members)
    entry = LearnerEntry(gift.learner.id, gift.learner.name, gift.learner.level)
    when = datetime.now(UTC)
    summary, answers = _summary(gift, sounds, when), _answers(database)
    manifest = ReturnManifest(SCHEMA, summary, uuid4().hex, when, entry, answers, tuple(files))
    write_container(path, encode(manifest), key, members, lambda share, stage: told(0.5 + share / 2, stage))
    _remember(database, manifest, key, len(gift.takes))
    return Given(len(gift.takes), sounds)


def take_ids(database: Database) -> tuple[str, ...]:
    """All takes of a learner, the oldest first. Raises `StoreError`."""
    with database.reading() as connection:
        return tuple(connection.execute(select(takes.c.id).order_by(takes.c.recorded_at, takes.c.id)).scalars())


def _telling(members: Sequence[tuple[str, Content]], told: Told) -> Iterator[tuple[str, Content]]:
    for at, member in enumerate(members):
        told(at / len(members) / 2, "collecting")
        yield member


def _summary(gift: Gift, sounds: int, when: datetime) -> tuple[str, ...]:
    return (
        f"Readings of {gift.learner.name}, given back to the tutor on {when:%Y-%m-%d}.",
        f"{len(gift.takes)} takes with their results, {sounds} of them with sound.",
        "Open it in Read-aloud Tutor: tutor area, Packs.",
    )


def _members(database: Database, gift: Gift) -> Iterator[tuple[str, Content]]:
    """Names and contents, each name once; contents are read when they are written."""
    seen = set[str]()
    for take_id in gift.takes:
        document, saved = _document(database, take_id, sound=gift.sound)
        yield f"takes/{take_id}.json", partial(encode, document)
        if document.sound:
            yield f"takes/{take_id}.flac", _sound(database, take_id)
        for digest, row in saved.items():
            if digest not in seen:
                seen.add(digest)
                yield f"assessments/{digest}.json", partial(_assessment, database, row)


def _document(database: Database, take_id: str, *, sound: bool) -> tuple[TakeDocument, dict[str, int]]:
    """A take's document, and the rows of its assessments by their hashes."""
    with database.reading() as connection:
        row = connection.execute(select(takes).where(takes.c.id == take_id)).mappings().one()
        found = connection.execute(select(assessments).where(assessments.c.take_id == take_id).order_by(assessments.c.id)).all()
    digests = [(sha256(zlib.decompress(each.data)).hexdigest(), each) for each in found]
    entries = tuple(dict.fromkeys(AssessmentEntry(digest, each.saved_at) for digest, each in digests))
    kept = sound and _sound(database, take_id).is_file()
    return TakeDocument(take_entry(row), kept, entries), {digest: each.id for digest, each in digests}


def take_entry(row: RowMapping) -> TakeEntry:
    """A take as packs say it."""
    values = {field.name: row[field.name] for field in fields(Take)}
    return TakeEntry(**values | {"recorded_at": datetime.fromisoformat(row["recorded_at"])})


def _answers(database: Database) -> tuple[Answer, ...]:
    with database.reading() as connection:
        found = connection.execute(select(assignments.c.id, assignments.c.received_at).order_by(assignments.c.id)).all()
    return tuple(Answer(each.id, datetime.fromisoformat(each.received_at)) for each in found)


def _assessment(database: Database, row: int) -> bytes:
    with database.reading() as connection:
        data = connection.execute(select(assessments.c.data).where(assessments.c.id == row)).scalar_one()
    return zlib.decompress(data)


def _sound(database: Database, take_id: str) -> Path:
    return database.folder / "takes" / f"{take_id}.flac"


def _remember(database: Database, manifest: ReturnManifest, key: SigningKey, count: int) -> None:
    with database.writing() as connection:
        connection.execute(insert(returns), return_row(manifest, public(key), count))


def return_row(manifest: ReturnManifest, key: str, count: int) -> dict[str, object]:
    """How the database remembers a return, where it was made and where it was merged."""
    answers = {each.pack: in_order(each.received_at) for each in manifest.answers}
    return {
        "id": manifest.id, "made_at": in_order(manifest.made_at), "at": in_order(datetime.now(UTC)), "key": key,
        "takes": count, "answers": json.dumps(answers),
    }  # fmt: skip
