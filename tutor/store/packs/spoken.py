"""What is spoken in a pack: the tutor's comments on readings, and a note on all of it. A sound for each, and no other file."""

from tutor.store.packs.container import Container
from tutor.store.packs.credible import check_sound
from tutor.store.packs.manifest import PackManifest
from tutor.store.packs.reviewed import is_credible, place_of
from tutor.store.packs.staging import NOTES


def note_place(assignment_id: str) -> str:
    """Where the spoken note of an assignment lies, in a pack as in a learner's folder."""
    return f"{NOTES}/{assignment_id}.flac"


def check_spoken(pack: Container, manifest: PackManifest) -> None:
    """What the tutor said can be kept, and each spoken thing has its sound, as long as it says. Raises `PackError`."""
    if not is_credible(manifest.review):
        raise pack.refused("something the tutor said in it isn't as it should be")
    lengths = {place_of(each): each.seconds for each in manifest.review.comments if each.seconds is not None}
    if manifest.assignment.spoken_s is not None:
        lengths[note_place(manifest.id)] = manifest.assignment.spoken_s
    if set(lengths) != {each.name for each in manifest.files}:
        raise pack.refused("its files aren't those of what is spoken in it")
    for member in manifest.files:
        with pack.open(member) as file:
            check_sound(pack, member.name, file, lengths[member.name])
