"""A pack comes to a learner: whether it is for them, whether its tutor is known; then the assignment is theirs, with what the
tutor said about their takes.
"""

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select

from tutor.domain.assignment import Known
from tutor.domain.errors import PackError
from tutor.domain.learner import Learner
from tutor.domain.review import Comment, Correction
from tutor.domain.strictness import Setting, Threshold
from tutor.store.database import Database
from tutor.store.packs.assignments import add_assignment
from tutor.store.packs.container import Container, Told
from tutor.store.packs.keys import number
from tutor.store.packs.looking import Handout
from tutor.store.packs.manifest import decode_manifest
from tutor.store.packs.reviewed import place_of
from tutor.store.packs.spoken import note_place
from tutor.store.packs.staging import staging
from tutor.store.packs.trust import Tutors
from tutor.store.review_rows import add_row
from tutor.store.tables import takes
from tutor.store.tallies import uncount


def accept_tutor(handout: Handout, learner: Learner, tutors: Tutors, accepted: str | None) -> None:
    """Hold a pack against whom it is for and who is believed. `accepted`: the number of the key a person accepts now.

    Raises `PackError`: `pack_for_another`; `first_tutor` or `other_tutor` for a key that nobody accepted; `StoreError`.
    """
    check_addressee(handout, learner)
    key = handout.key
    standing = tutors.standing(key)
    if standing is not Known.KNOWN:
        if accepted != number(key):
            code = "first_tutor" if standing is Known.FIRST else "other_tutor"
            raise PackError(code, sender=handout.manifest.sender, number=number(key))
        tutors.accept(key, handout.manifest.sender)


def check_addressee(handout: Handout, learner: Learner) -> None:
    """Raises `PackError("pack_for_another")` for a pack that was made for somebody else."""
    wanted = handout.manifest.learner
    if wanted is not None and wanted.id != learner.id:
        raise PackError("pack_for_another", learner=wanted.name)


def take_pack(path: Path, handout: Handout, database: Database, told: Told) -> bool:
    """Keep what an accepted tutor's pack brings; False when its assignment is there already.

    What was said about takes that are no longer here is left out. Raises `PackError` when the file is another one now,
    `StoreError`, and what `told` raises; then nothing was kept.
    """
    database.check_writable()
    with Container(path) as pack:
        if pack.key != handout.key or decode_manifest(pack) != handout.manifest:
            raise PackError("pack_altered", name=path.name, reason="it is another file now")
        with staging(database, handout.manifest.id) as stage:
            rows = rows_to_keep(handout, database)
            wanted = {note_place(handout.manifest.id), *(place_of(each) for each in rows if isinstance(each, Comment))}
            sounds = [each for each in handout.manifest.files if each.name in wanted]
            coming = [(each.name, each) for each in sounds if not (database.folder / each.name).exists()]
            stage.bring(pack, coming, told)
            with database.writing() as connection:
                for row in rows:
                    add_row(connection, row)
                uncount(connection, {each.take_id for each in rows if isinstance(each, Correction)})
                return add_assignment(connection, handout, datetime.now(UTC))


def rows_to_keep(handout: Handout, database: Database) -> list[Correction | Comment | Setting | Threshold]:
    """What a pack brings but for what is said about takes that aren't here. Raises `StoreError`."""
    with database.reading() as connection:
        here = set(connection.execute(select(takes.c.id)).scalars())
    rows = handout.manifest.review.rows
    return [each for each in rows if not isinstance(each, Correction | Comment) or each.take_id in here]
