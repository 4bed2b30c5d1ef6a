"""Merging a return into a learner's folder: what isn't there yet is added, nothing is doubled, nothing is written over.

A take is known by its id, an assessment by its take, its content and when it was made. So returns can be merged in any order and
again. A take with a known id but another content is kept beside the first under an id of its own, and told. What was deleted here
stays deleted.
"""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import msgspec
from sqlalchemy import Connection, func, select
from sqlalchemy.dialects.sqlite import insert

from tutor.domain.errors import PackError
from tutor.domain.returns import Merged
from tutor.practice.contract import from_json
from tutor.store.database import Database, in_order
from tutor.store.deletions import was_deleted
from tutor.store.history import add_assessment
from tutor.store.packs.container import Container, Member, Told
from tutor.store.packs.giving import return_row, take_entry
from tutor.store.packs.limits import MOST_DOCUMENT_BYTES
from tutor.store.packs.looking import Returned, TakeFiles, takes_of
from tutor.store.packs.manifest import decode_manifest
from tutor.store.packs.staging import TAKES, Stage, staging
from tutor.store.tables import arrivals, assessments, returns, sound_tallies, takes, tallies, word_tallies

_OWN_LENGTH = 24  # characters of the id a take is recorded with


@dataclass(frozen=True, slots=True)
class _Plan:
    """What becomes of one take: the id it gets here, whether it is new, and its sound when that is to be kept."""

    files: TakeFiles
    take_id: str
    new: bool
    sound: Member | None

    @property
    def place(self) -> str:
        """Where its sound lies in the learner's folder."""
        return f"{TAKES}/{self.take_id}.flac"


def merge(path: Path, found: Returned, database: Database, told: Told, *, sound: bool = True) -> Merged:
    """Merge a return that was looked through; `sound`: keep that which comes with it.

    Raises `PackError` when the file is another one now, `StoreError`, or what `told` raises; then nothing was merged.
    """
    database.check_writable()
    with Container(path) as pack:
        if pack.key != found.key or decode_manifest(pack) != found.manifest:
            raise PackError("pack_altered", name=path.name, reason="it is another file now")
        with staging(database, found.manifest.id) as stage:
            stage.bring(pack, _coming(pack, found, database, sound=sound), told)
            return _apply(pack, found, database, stage)


def _plans(pack: Container, found: Returned, connection: Connection, *, sound: bool) -> Iterator[_Plan]:
    """Without those that were deleted here."""
    plans = (_plan(pack, connection, files, sound=sound) for files in takes_of(pack, found.manifest))
    return (plan for plan in plans if plan is not None)


def _plan(pack: Container, connection: Connection, files: TakeFiles, *, sound: bool) -> _Plan | None:
    """As the same take where that is here; else under its own id when that is free, or under the id that only this content has.

    None for what was deleted: what else may have its id is not told from it, since nothing of it is known any more.
    """
    take, brought = files.document.take, files.sound if sound else None
    free = None
    for take_id in (take.id, *_other_ids(files)):
        row = connection.execute(select(takes).where(takes.c.id == take_id)).mappings().first()
        if row is None:
            free = free or take_id
            continue
        came = connection.execute(select(arrivals.c.sound).where(arrivals.c.take_id == take_id)).first()
        other_sound = came is not None and came.sound and files.sound is not None and came.sound != files.sound.sha256
        if not other_sound and msgspec.structs.replace(take, id=take_id) == take_entry(row):
            # Sound that came before and was deleted here since stays away; so does that of takes recorded here.
            wanting = came is not None and came.sound is None
            return _Plan(files, take_id, new=False, sound=brought if wanting else None)
    if free is None:
        raise pack.refused("two of its takes can't be told apart")
    return None if was_deleted(connection, free) else _Plan(files, free, new=True, sound=brought)


def _other_ids(files: TakeFiles) -> Iterator[str]:
    """For a take that differs from the one with its id: by what it says, and by how it sounds."""
    own = files.document.take.id[:_OWN_LENGTH]
    yield f"{own}-{sha256(msgspec.json.encode(files.document.take)).hexdigest()[:8]}"
    if files.sound is not None:
        yield f"{own}-{files.sound.sha256[:8]}"


def _coming(pack: Container, found: Returned, database: Database, *, sound: bool) -> Iterator[tuple[str, Member]]:
    """The sound to bring, and where it will lie."""
    with database.reading() as connection:
        for plan in _plans(pack, found, connection, sound=sound):
            if plan.sound is not None:
                yield plan.place, plan.sound


def _apply(pack: Container, found: Returned, database: Database, stage: Stage) -> Merged:
    """All of it or nothing."""
    counts = Merged(0, 0, 0, (), found.takes)
    with database.writing() as connection:
        _add_return(connection, found)
        for plan in _plans(pack, found, connection, sound=True):
            brought = stage.has(plan.place)
            if plan.new:
                _add_take(connection, plan, found.manifest.id, plan.sound if brought else None)
            elif brought and plan.sound is not None:
                change = arrivals.update().where(arrivals.c.take_id == plan.take_id)
                connection.execute(change.values(sound=plan.sound.sha256))
            added = _add_assessments(connection, pack, plan)
            beside = (plan.take_id,) if plan.new and plan.take_id != plan.files.document.take.id else ()
            counts = Merged(
                counts.takes + plan.new, counts.assessments + added, counts.sounds + brought, (*counts.beside, *beside),
                counts.deleted - 1,
            )  # fmt: skip
    return counts


def _add_return(connection: Connection, found: Returned) -> None:
    row = return_row(found.manifest, found.key, found.takes)
    connection.execute(insert(returns).on_conflict_do_nothing(), row)


def _add_take(connection: Connection, plan: _Plan, return_id: str, sound: Member | None) -> None:
    take = plan.files.document.take
    row = msgspec.structs.asdict(take) | {"id": plan.take_id, "recorded_at": in_order(take.recorded_at)}
    connection.execute(insert(takes), row)
    came = {"take_id": plan.take_id, "return_id": return_id, "original_id": take.id, "sound": sound and sound.sha256}
    connection.execute(insert(arrivals), came)


def _add_assessments(connection: Connection, pack: Container, plan: _Plan) -> int:
    kept = select(assessments.c.data, assessments.c.saved_at).where(assessments.c.take_id == plan.take_id)
    rows = () if plan.new else connection.execute(kept).all()
    known = {(sha256(zlib.decompress(row.data)).hexdigest(), row.saved_at) for row in rows}
    newest = max((row.saved_at for row in rows), default="")
    added = 0
    for entry, member in zip(plan.files.document.assessments, plan.files.assessments, strict=True):
        if (entry.sha256, entry.saved_at) not in known:
            data = pack.read(member, MOST_DOCUMENT_BYTES)
            add_assessment(connection, plan.take_id, from_json(msgspec.json.decode(data)), data, entry.saved_at)
            added += 1
    if added and any(entry.saved_at < newest for entry in plan.files.document.assessments):
        _put_in_order(connection, plan.take_id)
    return added


def _put_in_order(connection: Connection, take_id: str) -> None:
    """The highest id is the assessment that counts: what was made later moves behind what came only now."""
    wanted = select(assessments.c.id).where(assessments.c.take_id == take_id)
    numbers = connection.execute(wanted.order_by(assessments.c.saved_at, assessments.c.id)).scalars().all()
    connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    free = connection.execute(select(func.max(assessments.c.id))).scalar_one() + 1
    for number, other in zip(numbers, range(free, free + len(numbers)), strict=True):
        for table in (tallies, sound_tallies, word_tallies):
            connection.execute(table.update().where(table.c.assessment_id == number).values(assessment_id=other))
        connection.execute(assessments.update().where(assessments.c.id == number).values(id=other))
