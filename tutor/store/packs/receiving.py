"""A return comes to the tutor: whose it is, whether the computer that signed it is known, and then the merge.

The first computer that hands in for a learner is the one believed for them. Another one is asked about: it may be a new laptop,
or somebody who hands in under a name that isn't theirs.
"""

from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from sqlalchemy import select

from tutor.domain.errors import PackError, TutorError
from tutor.domain.learner import KeepAudio, Learner
from tutor.domain.opened import RETURN
from tutor.domain.returns import Receipt
from tutor.practice.ports import People
from tutor.store.database import Database, open_database
from tutor.store.packs.container import Told
from tutor.store.packs.keys import number
from tutor.store.packs.looking import Handout, Returned, look
from tutor.store.packs.manifest import LearnerEntry
from tutor.store.packs.merging import merge
from tutor.store.tables import returns


def receive(path: Path, people: People, own_key: str, told: Told, *, any_computer: bool = False) -> Receipt:
    """Look a return through and merge it into the learner's folder; `own_key` is this computer's own.

    Raises `PackError`: `not_a_return` for a tutor's pack, `other_computer` unless `any_computer`; see `look` and `merge`.
    """
    found = look(path, told)
    if isinstance(found, Handout):
        raise PackError("not_a_return", name=path.name)
    said = found.manifest.learner
    known = next((each for each in people.learners() if each.id == said.id), None)
    learner = known or people.add(_newcomer(said, people.learners()))
    try:
        with closing(open_database(people.folder(learner.id))) as database:
            if known is not None and not any_computer:
                _check_computer(path, found, learner, {own_key, *_computers(database)})
            merged = merge(path, found, database, told, sound=learner.audio is not KeepAudio.NEVER)
    except TutorError:
        if known is None:
            people.remove(learner.id)
        raise
    return Receipt(learner, merged, known is None, said.name if said.name != learner.name else "")


def _computers(database: Database) -> Iterable[str]:
    with database.reading() as connection:
        return connection.execute(select(returns.c.key).distinct()).scalars().all()


def _check_computer(path: Path, found: Returned, learner: Learner, known: set[str]) -> None:
    if found.key not in known:
        raise PackError("other_computer", name=path.name, learner=learner.name, number=number(found.key))


def _newcomer(said: LearnerEntry, there: Iterable[Learner]) -> Learner:
    """Under their own name; two of one name are numbered, since these may be two people."""
    names = {each.name.casefold() for each in there}
    own = said.name.strip() or f"Pupil {said.id[:4]}"
    count, name = 1, own
    while name.casefold() in names:
        count += 1
        name = f"{own} ({count})"
    return replace(Learner(name, said.level), id=said.id)


def returns_in(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The files, and those that lie in the folders among these paths (not in folders of these), by name."""
    found = [sorted(path.glob(f"*{RETURN}")) if path.is_dir() else [path] for path in paths]
    return tuple(each for part in found for each in part)
