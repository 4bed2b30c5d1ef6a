"""What a pack's JSON may say, field by field. `msgspec` holds every value against these types and refuses what doesn't fit.

Texts come from somebody else's computer: none may hold control characters, or signs that turn the direction of writing around to
make a name look like another one.
"""

from datetime import date, datetime
from typing import Annotated, Any, TypeVar

import msgspec
from msgspec import Meta, Struct

from tutor.domain.assignment import LONGEST_NOTE_S
from tutor.domain.errors import PackError
from tutor.domain.review import Comment, Correction
from tutor.domain.strictness import Setting, Threshold
from tutor.domain.target import Level
from tutor.reading.target import MAX_CHARACTERS
from tutor.store.packs.container import SHA256, Container, Member
from tutor.store.packs.limits import MOST_FILES, MOST_PARTS, MOST_SOUND_S, MOST_TEXTS, MOST_WORDS

SCHEMA = 1
_BANNED = r"\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufff0-\uffff"
_LINE = rf"\A[^{_BANNED}\t\n]*\Z"
PROSE = rf"\A[^{_BANNED}]*\Z"
Line = Annotated[str, Meta(max_length=200, pattern=_LINE)]
Title = Annotated[str, Meta(min_length=1, max_length=200, pattern=_LINE)]
Prose = Annotated[str, Meta(max_length=MAX_CHARACTERS, pattern=PROSE)]
ID = r"\A[0-9a-f]{32}\Z"
TAKE_ID = r"\A[0-9]{8}-[0-9]{6}-[0-9a-f]{8}(?:-[0-9a-f]{8})?\Z"
Id = Annotated[str, Meta(pattern=ID)]
LearnerId = Annotated[str, Meta(pattern=r"\A[0-9a-f]{12}\Z")]
TakeId = Annotated[str, Meta(pattern=TAKE_ID)]
Sha256 = Annotated[str, Meta(pattern=SHA256)]
Moment = Annotated[datetime, Meta(tz=True)]
SavedAt = Annotated[str, Meta(pattern=r"\A20[0-9]{2}-[0-9]{2}-[0-9]{2} [0-9:.]{8,15}\Z")]
_Said = Annotated[str, Meta(pattern=r"\A(?:[A-Z]{1,2}[012]?)(?: [A-Z]{1,2}[012]?){0,99}\Z")]
Any_ = TypeVar("Any_")


Members = Annotated[tuple[Member, ...], Meta(max_length=MOST_FILES)]


class TextEntry(Struct, frozen=True, omit_defaults=True):
    """See `domain.assignment.AssignedText`."""

    title: Title
    text: Annotated[Prose, Meta(min_length=1)]
    passage_id: Annotated[str, Meta(pattern=r"\A[a-z0-9-]{1,60}\Z")] | None = None


class WordEntry(Struct, frozen=True):
    """A word, and how it is said: ARPAbet as in the lexicon."""

    word: Annotated[str, Meta(min_length=1, max_length=45, pattern=_LINE)]
    said: Annotated[tuple[_Said, ...], Meta(min_length=1, max_length=20)]


class AssignmentEntry(Struct, frozen=True):
    """See `domain.assignment.Assignment`; the pack says the rest. A spoken note's sound is in `notes/ID.flac`, ID the pack's."""

    title: Title
    due: date | None
    note: Annotated[str, Meta(max_length=5_000, pattern=PROSE)]
    texts: Annotated[tuple[TextEntry, ...], Meta(min_length=1, max_length=MOST_TEXTS)]
    words: Annotated[tuple[WordEntry, ...], Meta(max_length=MOST_WORDS)] = ()
    spoken_s: Annotated[float, Meta(gt=0, le=LONGEST_NOTE_S + 1)] | None = None


class ReviewEntry(Struct, frozen=True):
    """What the tutor said about the learner's takes, and how strictly they are marked: rows of `domain.review` and
    `domain.strictness`. The sound of spoken comments is in `comments/ID.flac`.
    """

    corrections: tuple[Correction, ...] = ()
    comments: tuple[Comment, ...] = ()
    settings: tuple[Setting, ...] = ()
    thresholds: tuple[Threshold, ...] = ()

    @property
    def rows(self) -> tuple[Correction | Comment | Setting | Threshold, ...]:
        """All of them."""
        return (*self.corrections, *self.comments, *self.settings, *self.thresholds)


class LearnerEntry(Struct, frozen=True):
    """Whom a pack is for, or whose takes a return holds."""

    id: LearnerId
    name: Line
    level: Level | None = None


class PackManifest(Struct, frozen=True, tag_field="kind", tag="pack"):
    """From the tutor to a class (`learner` None) or to one learner. `summary` is for whoever opens the file by hand."""

    schema: Annotated[int, Meta(ge=1)]
    summary: tuple[str, ...]
    id: Id
    made_at: Moment
    sender: Line
    learner: LearnerEntry | None
    assignment: AssignmentEntry
    review: ReviewEntry
    files: Members


class Answer(Struct, frozen=True):
    """A pack that the learner of a return has, since when by their own clock."""

    pack: Id
    received_at: Moment


class ReturnManifest(Struct, frozen=True, tag_field="kind", tag="return"):
    """From a learner to the tutor."""

    schema: Annotated[int, Meta(ge=1)]
    summary: tuple[str, ...]
    id: Id
    made_at: Moment
    learner: LearnerEntry
    answers: Annotated[tuple[Answer, ...], Meta(max_length=10_000)]
    files: Members


Manifest = PackManifest | ReturnManifest


class TakeEntry(Struct, frozen=True):
    """See `domain.take.Take`."""

    id: TakeId
    text: Annotated[Prose, Meta(min_length=1)]
    passage_id: Annotated[str, Meta(max_length=60, pattern=_LINE)] | None
    recorded_at: Moment
    seconds: Annotated[float, Meta(ge=0, le=MOST_SOUND_S)]
    device: Line
    overflows: Annotated[int, Meta(ge=0, le=2**31)]
    recovered: bool


class AssessmentEntry(Struct, frozen=True):
    """One of a take's assessments: the file `assessments/SHA256.json`, and when it was made."""

    sha256: Sha256
    saved_at: SavedAt


class TakeDocument(Struct, frozen=True):
    """The file `takes/ID.json`. `sound`: whether `takes/ID.flac` is there."""

    take: TakeEntry
    sound: bool
    assessments: Annotated[tuple[AssessmentEntry, ...], Meta(max_length=1_000)]


class _Version(Struct):
    schema: int


def encode(said: Struct) -> bytes:
    """As JSON that a person can read, the same bytes for the same content."""
    return msgspec.json.format(msgspec.json.encode(said), indent=1) + b"\n"


def decode(pack: Container, name: str, data: bytes, kind: type[Any_]) -> Any_:
    """JSON of a pack as what it must be. Raises `PackError`: `not_a_pack`, `newer_pack`."""
    if data.count(b"{") + data.count(b"[") > MOST_PARTS:
        raise pack.refused(f"{name} has too many parts")
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError, OverflowError) as error:
        raise pack.refused(f"{name}: {_short(error)}") from error


def decode_manifest(pack: Container) -> Manifest:
    """Raises as `decode`."""
    if decode(pack, "manifest.json", pack.manifest, _Version).schema > SCHEMA:
        raise PackError("newer_pack", name=pack.path.name)
    return decode(pack, "manifest.json", pack.manifest, Manifest)  # type: ignore[arg-type]


def _short(error: Exception) -> str:
    """What is wrong, without what a stranger wrote."""
    said: Any = str(error) if isinstance(error, msgspec.MsgspecError) else type(error).__name__
    return said if len(said) < 200 and said.isprintable() and said.isascii() else "it isn't as it should be"
