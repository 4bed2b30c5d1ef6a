"""Making a pack: what a tutor assigns to a class or to one learner, as a signed file.

What was said about a learner's takes goes only into a pack of their own: whoever has a file can read it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC
from pathlib import Path

from nacl.signing import SigningKey

from tutor.domain.assignment import Assignment
from tutor.domain.errors import PackError
from tutor.domain.learner import Learner
from tutor.domain.strictness import Setting
from tutor.store.database import Database
from tutor.store.faults import store_errors
from tutor.store.packs.container import Told, listed, write_container
from tutor.store.packs.looking import look
from tutor.store.packs.manifest import (
    SCHEMA,
    AssignmentEntry,
    LearnerEntry,
    PackManifest,
    ReviewEntry,
    TextEntry,
    WordEntry,
    encode,
)
from tutor.store.packs.reviewed import reviewed


@dataclass(frozen=True, slots=True)
class Parcel:
    """What goes into a pack. `learner` None: it is for the class. `voices` are spoken comments' files by their place."""

    assignment: Assignment
    learner: LearnerEntry | None
    review: ReviewEntry
    voices: Mapping[str, Path] = field(default_factory=dict)


def for_class(assignment: Assignment, strictness: Setting | None = None) -> Parcel:
    """The same for everybody. With a `strictness` all are marked by it from then on."""
    return Parcel(assignment, None, ReviewEntry(settings=() if strictness is None else (strictness,)))


def for_learner(assignment: Assignment, learner: Learner, database: Database) -> Parcel:
    """With all that was said about their takes so far, and their strictness. Raises `StoreError`."""
    review, voices = reviewed(database)
    return Parcel(assignment, LearnerEntry(learner.id, learner.name, learner.level), review, voices)


def make_pack(path: Path, parcel: Parcel, key: SigningKey, told: Told) -> None:
    """Write it, and look it through as a pupil's computer will.

    Raises `PackError`, `StoreError`, and what `told` raises; then there is no file.
    """
    assignment, members = parcel.assignment, sorted(parcel.voices.items())
    with store_errors(path):
        files = tuple(listed(name, content) for name, content in members)
    manifest = PackManifest(
        SCHEMA, _summary(parcel), assignment.id, assignment.made_at.astimezone(UTC), assignment.sender, parcel.learner,
        assignment_entry(assignment), parcel.review, files,
    )  # fmt: skip
    write_container(path, encode(manifest), key, members, told)
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


def _summary(parcel: Parcel) -> tuple[str, ...]:
    said, count = parcel.assignment, len(parcel.assignment.texts)
    until = f"to read until {said.due}" if said.due else "to read when you like"
    return (
        f"“{said.title}” from {said.sender}" + (f" for {parcel.learner.name}." if parcel.learner else "."),
        f"{count} {'text' if count == 1 else 'texts'} {until}.",
        "Open it in Read-aloud Tutor: menu Text, Open a class pack.",
    )
