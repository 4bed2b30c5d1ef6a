"""Brings a model to the shelf from a folder or a ZIP file, on a stick say: resumed where it was stopped, whole or not at all.

What lies beside the weights is looked through by name and size before a byte is written. Where the source has a list of checksums
(`SHA256SUMS`), every file is held against it; the shelf keeps a list of its own, for `tutor models check`. Goes to no network.
"""

import hashlib
import os
import re
import shutil
import stat
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from tutor.domain.errors import ModelError
from tutor.speechllm.gguf import ENDINGS, bring_in_small
from tutor.speechllm.shelf import KINDS, Model, inspect, model_files

SUMS = "SHA256SUMS"
_BLOCK = 8 * 1024**2
_MOST_FILES = 1000  # a large model has some thirty
_MOST_LIST = 1024**2  # bytes of a list of checksums
_LINE = re.compile(r"^([0-9a-fA-F]{64}) [ *](.+)$", re.MULTILINE)
Told = Callable[[float, str], None]


@dataclass(frozen=True, slots=True)
class _Source:
    """A model's files by name, with their sizes in bytes; `sums` are those that were promised."""

    name: str
    sizes: Mapping[str, int]
    open: Callable[[str], BinaryIO]
    sums: Mapping[str, str]


def bring_in(path: Path, shelf: Path, told: Told) -> Model:
    """Copy a model to the shelf under its folder's or file's name, going on where it was stopped the last time.

    The small base comes packed (`gguf.ENDINGS`) and is unpacked.

    Raises `ModelError` (as `inspect`; `model_there`, `no_room`, `file_not_written`, `hash_differs`, `not_a_model_file`) and
    whatever `told` raises; the shelf then has no such model yet, and what was copied so far waits beside it.
    """
    if path.suffix.lower() in ENDINGS:
        return bring_in_small(path, shelf, told)
    with _source(path) as source:
        goal, draft = shelf / source.name, shelf / f".{source.name}.part"
        if goal.exists():
            raise ModelError("model_there", path=str(goal))
        _check_room(source, draft, shelf)
        sums = _copy_all(source, draft, told)
    _write(draft / SUMS, "".join(f"{digest}  {name}\n" for name, digest in sorted(sums.items())))
    inspect(draft)
    draft.rename(goal)
    return inspect(goal)


def check_sums(folder: Path, told: Told) -> bool:
    """Hold every file against the folder's list of checksums; False without a list. Raises `ModelError` (`hash_differs`)."""
    wanted = _sums(folder / SUMS) if (folder / SUMS).is_file() else {}
    whole, done = sum((folder / name).stat().st_size for name in wanted if (folder / name).is_file()), 0
    for name, digest in wanted.items():
        found = hashlib.sha256()
        try:
            with (folder / name).open("rb") as file:
                while block := file.read(_BLOCK):
                    found.update(block)
                    done += len(block)
                    told(done / whole, "checking")
        except OSError as error:
            raise ModelError("model_cut_off", path=str(folder / name)) from error
        if found.hexdigest() != digest:
            raise ModelError("hash_differs", path=str(folder / name))
    return bool(wanted)


@contextmanager
def _source(path: Path) -> Iterator[_Source]:
    if path.suffix.lower() != ".zip":
        inspect(path)
        files = model_files(path)
        sums = _sums(path / SUMS) if (path / SUMS).is_file() else {}
        yield _Source(path.name, {file.name: file.stat().st_size for file in files}, lambda name: (path / name).open("rb"), sums)
        return
    try:
        with zipfile.ZipFile(path) as packed:
            yield _packed(path, packed)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:  # RuntimeError: encrypted
        raise ModelError("model_unreadable", path=str(path)) from error


def _packed(path: Path, packed: zipfile.ZipFile) -> _Source:
    """Files at the top or in one folder; everything else in the ZIP is a reason to refuse it."""
    found: dict[str, zipfile.ZipInfo] = {}
    sums: dict[str, str] = {}
    members = [member for member in packed.infolist() if not member.is_dir()]
    if len(members) > _MOST_FILES or len({PurePosixPath(member.filename).parent for member in members}) > 1:
        raise ModelError("not_a_model_file", path=str(path))
    for member in members:
        name = _plain_name(member, path)
        if name in found:
            raise ModelError("not_a_model_file", path=str(path))
        if name == SUMS:
            with packed.open(member) as file:
                sums = _parsed(file.read(_MOST_LIST))
        elif PurePosixPath(name).suffix in KINDS:
            found[name] = member
    if not found:
        raise ModelError("no_safetensors", path=str(path))
    sizes = {name: member.file_size for name, member in found.items()}
    return _Source(path.stem, sizes, lambda name: packed.open(found[name]), sums)  # type: ignore[arg-type, return-value]


def _plain_name(member: zipfile.ZipInfo, path: Path) -> str:
    parts = PurePosixPath(member.filename).parts
    link = stat.S_ISLNK(member.external_attr >> 16)
    odd = any(part == ".." or "\\" in part or ":" in part or "\0" in part for part in parts)
    if link or odd or not 1 <= len(parts) <= 2 or member.filename.startswith("/"):
        raise ModelError("not_a_model_file", path=str(path))
    return parts[-1]


def _check_room(source: _Source, draft: Path, shelf: Path) -> None:
    try:
        shelf.mkdir(parents=True, exist_ok=True)
        there = sum(file.stat().st_size for file in draft.iterdir()) if draft.is_dir() else 0
        free = shutil.disk_usage(shelf).free
    except OSError as error:
        raise ModelError("file_not_written", path=str(shelf), reason=error.strerror) from error
    need = sum(source.sizes.values()) - there
    if free < need:
        raise ModelError("no_room", path=str(shelf), need_gb=f"{need / 1e9:.1f}")


def _copy_all(source: _Source, draft: Path, told: Told) -> dict[str, str]:
    """The checksums of what was copied."""
    whole, done, sums = max(1, sum(source.sizes.values())), 0, {}
    try:
        draft.mkdir(exist_ok=True)
        for name, size in sorted(source.sizes.items()):
            sums[name] = _copy(source, name, draft / name, lambda copied: told((done + copied) / whole, "copying"))  # noqa: B023
            if sums[name] != source.sums.get(name, sums[name]):
                (draft / name).unlink()
                raise ModelError("hash_differs", path=name)
            done += size
    except OSError as error:
        raise ModelError("file_not_written", path=str(draft), reason=error.strerror or str(error)) from error
    return sums


def _copy(source: _Source, name: str, goal: Path, told: Callable[[int], None]) -> str:
    """Go on behind what is there already, as far as it is the same; a source longer than it said is cut off there."""
    digest, left, same = hashlib.sha256(), source.sizes[name], True
    if not goal.exists():
        goal.touch()
    with source.open(name) as given, goal.open("r+b") as file:
        while left and (block := given.read(min(_BLOCK, left))):
            left -= len(block)
            digest.update(block)
            at = file.tell()
            if not (same and file.read(len(block)) == block):
                same = False
                file.seek(at)
                file.write(block)
            told(source.sizes[name] - left)
        if file.tell() < file.seek(0, os.SEEK_END):
            file.truncate(source.sizes[name])
    if left:
        raise ModelError("model_cut_off", path=name)
    return digest.hexdigest()


def _sums(file: Path) -> dict[str, str]:
    try:
        with file.open("rb") as opened:
            return _parsed(opened.read(_MOST_LIST))
    except OSError as error:
        raise ModelError("model_unreadable", path=str(file)) from error


def _parsed(data: bytes) -> dict[str, str]:
    """The lines of `sha256sum`, for files in the same folder."""
    text = data.decode("utf-8", errors="replace")
    return {name.strip(): digest.lower() for digest, name in _LINE.findall(text) if "/" not in name.strip().removeprefix("./")}


def _write(file: Path, text: str) -> None:
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise ModelError("file_not_written", path=str(file), reason=error.strerror) from error
