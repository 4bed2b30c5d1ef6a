"""Looking a pack or a return through, from its form to the last sample of its sound, before anything of it is kept.

What is read here is read again when it is kept, by the hashes that were checked: no more than one take is held in memory.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tutor.domain.assignment import AssignedText, Assignment
from tutor.domain.phones import Phone, Pronunciation
from tutor.store.packs.container import Container, Member, Told
from tutor.store.packs.credible import check_assessment, check_sound
from tutor.store.packs.limits import MOST_DOCUMENT_BYTES, YEARS
from tutor.store.packs.manifest import AssignmentEntry, PackManifest, ReturnManifest, TakeDocument, decode, decode_manifest
from tutor.store.packs.spoken import check_spoken


@dataclass(frozen=True, slots=True)
class Handout:
    """A tutor's pack that can be taken, signed with `key`."""

    manifest: PackManifest
    key: str
    assignment: Assignment


@dataclass(frozen=True, slots=True)
class Returned:
    """A learner's return that can be merged, signed with their computer's `key`; `takes` how many it holds."""

    manifest: ReturnManifest
    key: str
    takes: int


@dataclass(frozen=True, slots=True)
class TakeFiles:
    """One take of a return: what it says of itself and the files that belong to it."""

    document: TakeDocument
    sound: Member | None
    assessments: tuple[Member, ...]


def look(path: Path, told: Told) -> Handout | Returned:
    """Look the whole file through. Raises `PackError` and whatever `told` raises; writes nothing."""
    with Container(path) as pack:
        manifest = decode_manifest(pack)
        if manifest.made_at.year not in YEARS:
            raise pack.refused("its date is no date of our time")
        pack.check(manifest.files, told)
        if isinstance(manifest, PackManifest):
            check_spoken(pack, manifest)
            return Handout(manifest, pack.key, _assignment(pack, manifest))
        return Returned(manifest, pack.key, _check_takes(pack, manifest, told))


def takes_of(pack: Container, manifest: ReturnManifest) -> Iterator[TakeFiles]:
    """A return's takes, one after the other. Raises `PackError`."""
    members = {each.name: each for each in manifest.files}
    for name, member in members.items():
        if name.startswith("takes/") and name.endswith(".json"):
            yield _take(pack, members, name, pack.read(member, MOST_DOCUMENT_BYTES))


def _take(pack: Container, members: dict[str, Member], name: str, data: bytes) -> TakeFiles:
    document = decode(pack, name, data, TakeDocument)
    if name != f"takes/{document.take.id}.json" or document.take.recorded_at.year not in YEARS:
        raise pack.refused(f"{name} is about another take")
    sound = f"takes/{document.take.id}.flac"
    wanted = [f"assessments/{each.sha256}.json" for each in document.assessments]
    if document.sound != (sound in members) or not all(each in members for each in wanted):
        raise pack.refused(f"{name} names files that aren't there")
    files = tuple(members[each] for each in wanted)
    if any(file.name != f"assessments/{file.sha256}.json" for file in files):
        raise pack.refused(f"{name} names an assessment by another one's name")
    return TakeFiles(document, members.get(sound), files)


def _check_takes(pack: Container, manifest: ReturnManifest, told: Told) -> int:
    """Every file belongs to a take, and says what it should."""
    left, count, checked = {each.name for each in manifest.files}, 0, set[str]()
    for found in takes_of(pack, manifest):
        told(1 - len(left) / (len(manifest.files) + 1), "listening")
        left -= {f"takes/{found.document.take.id}.json", *(each.name for each in found.assessments)}
        count += 1
        for each in found.assessments:
            if each.name not in checked:
                checked.add(each.name)
                check_assessment(pack, each.name, pack.read(each, MOST_DOCUMENT_BYTES))
        if found.sound is not None:
            left.discard(found.sound.name)
            with pack.open(found.sound) as file:
                check_sound(pack, found.sound.name, file, found.document.take.seconds)
    if left:
        raise pack.refused("it holds files that belong to no take")
    return count


def made_assignment(pack_id: str, sender: str, made_at: datetime, said: AssignmentEntry) -> Assignment:
    """The record of what a pack or the database says. Raises `ValueError` for a word with sounds that aren't English."""
    words = tuple((entry.word, tuple(_pronunciation(each) for each in entry.said)) for entry in said.words)
    texts = tuple(AssignedText(each.title, each.text, each.passage_id) for each in said.texts)
    return Assignment(pack_id, said.title, texts, sender, made_at, said.due, said.note, words, said.spoken_s)


def _assignment(pack: Container, manifest: PackManifest) -> Assignment:
    try:
        return made_assignment(manifest.id, manifest.sender, manifest.made_at, manifest.assignment)
    except ValueError as error:
        raise pack.refused("a word in it is said with sounds that aren't English") from error


def _pronunciation(said: str) -> Pronunciation:
    return tuple(Phone.parse(part) for part in said.split())
