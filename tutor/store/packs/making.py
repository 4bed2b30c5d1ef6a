"""Making a pack: what a tutor assigns to a class or to one learner, as a signed file.

What was said about a learner's takes goes only into a pack of their own: whoever has a file can read it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC
from pathlib import Path

from nacl.signing import SigningKey

from tutor.domain.assignment import Assignment
from tutor.domain.audio import Waveform
from tutor.domain.errors import PackError
from tutor.domain.learner import Learner
from tutor.domain.strictness import Setting
from tutor.store.audiofiles import flac_bytes
from tutor.store.database import Database
from tutor.store.faults import store_errors
from tutor.store.packs.container import Content, Told, listed, write_container
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
from tutor.store.packs.spoken import note_place


@dataclass(frozen=True, slots=True)
class Parcel:
    """What goes into a pack. `learner` None: it is for the class. `voices` are what is spoken in it, by its place in the pack."""

    assignment: Assignment
    learner: LearnerEntry | None
    review: ReviewEntry
    voices: Mapping[str, Content] = field(default_factory=dict)


def for_class(assignment: Assignment, strictness: Setting | None = None, note: Waveform | None = None) -> Parcel:
    """The same for everybody, with a spoken `note` if there is one. With a `strictness` all are marked by it from then on."""
    spoken, voices = _with_note(assignment, note)
    return Parcel(spoken, None, ReviewEntry(settings=() if strictness is None else (strictness,)), voices)


def for_learner(assignment: Assignment, learner: Learner, database: Database, note: Waveform | None = None) -> Parcel:
    """With all that was said about their takes so far, their strictness, and a spoken `note`. Raises `StoreError`."""
    review, voices = reviewed(database)
    spoken, notes = _with_note(assignment, note)
    return Parcel(spoken, LearnerEntry(learner.id, learner.name, learner.level), review, {**voices, **notes})


def _with_note(assignment: Assignment, note: Waveform | None) -> tuple[Assignment, dict[str, Content]]:
    if note is None:
        return assignment, {}
    sound = flac_bytes(note)
    return replace(assignment, spoken_s=note.seconds), {note_place(assignment.id): lambda: sound}


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
    return AssignmentEntry(assignment.title, assignment.due, assignment.note, texts, words, assignment.spoken_s)


def _summary(parcel: Parcel) -> tuple[str, ...]:
    said, count = parcel.assignment, len(parcel.assignment.texts)
    until = f"to read until {said.due}" if said.due else "to read when you like"
    return (
        f"“{said.title}” from {said.sender}" + (f" for {parcel.learner.name}." if parcel.learner else "."),
        f"{count} {'text' if count == 1 else 'texts'} {until}.",
        "Open it in Read-aloud Tutor: menu Text, Open a class pack.",
    )
