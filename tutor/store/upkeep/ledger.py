"""What lies in the program's folders, by what it is for. Every file is counted; what nobody knows is called other."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tutor.domain.learner import Learner
from tutor.domain.ledger import Holding, Kind, LearnerHoldings, Ledger
from tutor.store.database import DATABASE, LOCK
from tutor.store.faults import store_errors
from tutor.store.packs.keys import MACHINE_KEY
from tutor.store.packs.staging import INCOMING
from tutor.store.packs.trust import TUTORS, TUTORS_LOCK
from tutor.store.paths import OWN_WORDS, Paths

_LEARNERS = "learners"
_OF_LEARNER = {
    "takes": Kind.SOUND,
    "comments": Kind.COMMENTS,
    "notes": Kind.NOTES,
    "backups": Kind.COPIES,
    "damaged": Kind.DAMAGED,
}
_OF_DATA = {
    "tutor": Kind.TUTOR, "models": Kind.MODELS, MACHINE_KEY: Kind.SETTINGS, TUTORS: Kind.SETTINGS, TUTORS_LOCK: Kind.SETTINGS,
}  # fmt: skip
_ORDER = tuple(Kind)
KindOf = Callable[[Path], Kind]


def read_ledger(paths: Paths, learners: Sequence[Learner]) -> Ledger:
    """Of all learners and of the computer. Raises `StoreError`."""
    with store_errors(paths.data):
        folders = paths.data / _LEARNERS
        of_learners = tuple(LearnerHoldings(each, _held(folders / each.id, _kind_of_learners)) for each in learners)
        known = {folders / each.id for each in learners}
        rest = [path for path in _files(paths.data) if not known & set(path.parents)]
        computer = [
            *_summed(paths.data, rest, _kind_of_data),
            *_summed(paths.config, _files(paths.config), lambda _: Kind.SETTINGS),
            *_summed(paths.log, _files(paths.log), lambda _: Kind.LOGS),
        ]
    return Ledger(of_learners, tuple(computer))


def _held(folder: Path, kind_of: KindOf) -> tuple[Holding, ...]:
    return tuple(_summed(folder, _files(folder), kind_of))


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def _summed(folder: Path, files: Sequence[Path], kind_of: KindOf) -> Iterator[Holding]:
    found: dict[Kind, list[Path]] = {}
    for path in files:
        found.setdefault(kind_of(path.relative_to(folder)), []).append(path)
    for kind in sorted(found, key=_ORDER.index):
        yield Holding(kind, str(_together(folder, found[kind])), len(found[kind]), sum(_size(path) for path in found[kind]))


def _together(folder: Path, files: Sequence[Path]) -> Path:
    """The innermost folder they share, or the one file."""
    if len(files) == 1:
        return files[0]
    shared = set.intersection(*(set(path.parents) for path in files))
    return max(shared, key=lambda path: len(path.parts), default=folder)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:  # it went meanwhile
        return 0


def _kind_of_learners(path: Path) -> Kind:
    if path.parts[0] in _OF_LEARNER:
        kept = path.suffix == ".flac" or path.parts[0] in ("backups", "damaged")
        return _OF_LEARNER[path.parts[0]] if kept else Kind.DRAFTS
    if path.name.startswith(INCOMING) or path.parts[0] == INCOMING:
        return Kind.DRAFTS
    if path.name.startswith((DATABASE, LOCK)):
        return Kind.RESULTS
    return Kind.WORDS if path.name == OWN_WORDS else Kind.SETTINGS if path.suffix == ".ini" else Kind.OTHER


def _kind_of_data(path: Path) -> Kind:
    if path.name.startswith("learners."):
        return Kind.LEARNERS
    return _OF_DATA.get(path.parts[0], Kind.OTHER)
