"""Making a pack: what a tutor assigns to a class or to one learner, as a signed file."""

from datetime import UTC
from pathlib import Path

from nacl.signing import SigningKey

from tutor.domain.assignment import Assignment
from tutor.domain.errors import PackError
from tutor.domain.learner import Learner
from tutor.store.packs.container import Told, write_container
from tutor.store.packs.looking import look
from tutor.store.packs.manifest import (
    SCHEMA,
    AssignmentEntry,
    LearnerEntry,
    PackManifest,
    TextEntry,
    WordEntry,
    encode,
)


def make_pack(path: Path, assignment: Assignment, key: SigningKey, told: Told, learner: Learner | None = None) -> None:
    """Write a pack for a class, or for one learner, and look it through as a pupil's computer will.

    Raises `PackError`, `StoreError`, and what `told` raises; then there is no file.
    """
    entry = LearnerEntry(learner.id, learner.name, learner.level) if learner is not None else None
    manifest = PackManifest(
        SCHEMA, _summary(assignment, learner), assignment.id, assignment.made_at.astimezone(UTC), assignment.sender, entry,
        assignment_entry(assignment), (),
    )  # fmt: skip
    write_container(path, encode(manifest), key, (), told)
    try:
        look(path, told)
    except PackError:
        path.unlink()
        raise


def assignment_entry(assignment: Assignment) -> AssignmentEntry:
    """As packs and the database say it."""
    texts = tuple(TextEntry(each.title, each.text, each.passage_id) for each in assignment.texts)
    words = tuple(WordEntry(word, tuple(" ".join(map(str, each)) for each in said)) for word, said in assignment.words)
    return AssignmentEntry(assignment.title, assignment.due, assignment.note, texts, words)


def _summary(assignment: Assignment, learner: Learner | None) -> tuple[str, ...]:
    until = f"to read until {assignment.due}" if assignment.due else "to read when you like"
    return (
        f"“{assignment.title}” from {assignment.sender}" + (f" for {learner.name}." if learner else "."),
        f"{len(assignment.texts)} texts {until}.",
        "Open it in Read-aloud Tutor: menu Text, Open a class pack.",
    )
