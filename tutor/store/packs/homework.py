"""A learner's side of packs as one door: the database of the learner, and what this computer knows of tutors and of itself."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from sqlalchemy import func, select

from tutor.domain.assessment import Verdict
from tutor.domain.assignment import Offer, Reading, Received
from tutor.domain.audio import Waveform
from tutor.domain.errors import PackError
from tutor.domain.learner import Learner
from tutor.domain.returns import Given
from tutor.practice.ports import Progress
from tutor.store.database import Database
from tutor.store.packs.assignments import SqlAssignments
from tutor.store.packs.giving import Gift, give_back, take_ids
from tutor.store.packs.keys import MACHINE_KEY, number, own_key
from tutor.store.packs.looking import Handout, look
from tutor.store.packs.taking import accept_tutor, check_addressee, rows_to_keep, take_pack
from tutor.store.packs.trust import Tutors
from tutor.store.tables import assessments, takes


class LearnerPacks:
    """A `ports.Homework`. `data` is the folder of the program's data on this computer."""

    def __init__(self, database: Database, learner: Learner, data: Path) -> None:
        self._database, self._learner, self._data = database, learner, data
        self._tutors = Tutors(data)

    def received(self) -> Sequence[Received]:
        """Every assignment, the newest first."""
        return SqlAssignments(self._database).assignments()

    def readings(self) -> Sequence[Reading]:
        """Takes of assigned texts, whole ones."""
        texts = {text.text for each in self.received() for text in each.assignment.texts}
        return readings_of(self._database, texts)

    def look(self, path: Path, progress: Progress) -> Offer:
        """Look a pack through and find out who signed it."""
        found = self._handout(path, progress)
        names = tuple(dict.fromkeys(self._tutors.names().values()))
        comments = found.manifest.review.comments
        spoken = sum(each.seconds is not None for each in comments)
        said = len(found.manifest.review.corrections) + len(comments)
        known = self._tutors.standing(found.key)
        left_out = len(found.manifest.review.rows) - len(rows_to_keep(found, self._database))
        return Offer(path, found.assignment, number(found.key), known, names, said, spoken, left_out)

    def take(self, offer: Offer, progress: Progress) -> bool:
        """Look it through once more and keep it."""
        found = self._handout(offer.path, progress)
        if number(found.key) != offer.number:
            raise PackError("pack_altered", name=offer.path.name, reason="it is another file now")
        accept_tutor(found, self._learner, self._tutors, offer.number)
        return take_pack(offer.path, found, self._database, progress)

    def note(self, assignment_id: str) -> Waveform:
        """As it came with the pack. Raises `StoreError("no_sound")` when its file is gone or broken."""
        return SqlAssignments(self._database).note(assignment_id)

    def takes(self) -> Sequence[str]:
        """The ids of all takes, the oldest first."""
        return take_ids(self._database)

    def give_back(self, path: Path, takes: Sequence[str], progress: Progress, *, sound: bool) -> Given:
        """Write takes to a file, signed by this computer."""
        return give_back(path, self._database, Gift(self._learner, takes, sound), own_key(self._data / MACHINE_KEY), progress)

    def _handout(self, path: Path, progress: Progress) -> Handout:
        found = look(path, progress)
        if not isinstance(found, Handout):
            raise PackError("not_a_pack_for_learners", name=path.name)
        check_addressee(found, self._learner)
        return found


def readings_of(database: Database, texts: set[str]) -> tuple[Reading, ...]:
    """Takes of these texts. Raises `StoreError`."""
    newest = select(func.max(assessments.c.id)).where(assessments.c.take_id == takes.c.id).correlate(takes).scalar_subquery()
    wanted = (
        select(takes.c.id, takes.c.text, takes.c.recorded_at, assessments.c.verdict)
        .outerjoin_from(takes, assessments, assessments.c.id == newest)
        .where(takes.c.text.in_(texts))
    )
    with database.reading() as connection:
        rows = connection.execute(wanted).all()
    return tuple(
        Reading(row.id, row.text, datetime.fromisoformat(row.recorded_at), bool(row.verdict) and Verdict(row.verdict).refuses)
        for row in rows
    )
