"""A pack comes to a learner: whether it is for them, whether its tutor is known, and then the assignment is theirs."""

from tutor.domain.errors import PackError
from tutor.domain.learner import Learner
from tutor.store.packs.assignments import SqlAssignments
from tutor.store.packs.keys import number
from tutor.store.packs.looking import Handout
from tutor.store.packs.trust import Standing, Tutors


def take_pack(handout: Handout, learner: Learner, tutors: Tutors, assignments: SqlAssignments, accepted: str | None) -> bool:
    """Keep the pack's assignment; False when it is there already. `accepted`: the number of the key that a person accepts now.

    Raises `PackError`: `pack_for_another`; `first_tutor` or `other_tutor` for a key that nobody accepted; `StoreError`.
    """
    wanted, key = handout.manifest.learner, handout.key
    if wanted is not None and wanted.id != learner.id:
        raise PackError("pack_for_another", learner=wanted.name)
    standing = tutors.standing(key)
    if standing is not Standing.KNOWN:
        if accepted != number(key):
            code = "first_tutor" if standing is Standing.FIRST else "other_tutor"
            raise PackError(code, sender=handout.manifest.sender, number=number(key))
        tutors.accept(key, handout.manifest.sender)
    return assignments.keep(handout)
