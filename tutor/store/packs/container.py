"""The file a pack is: a ZIP without compression that holds a manifest, its signature, and what the manifest lists.

Nothing is compressed, so that a pack has the same bytes wherever it is made and nothing in it can be larger than it looks.
Members are never unpacked under the names they have: names only say what they are. Knows nothing of what a manifest says.
"""

import hashlib
import os
import re
import struct
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Annotated, BinaryIO
from zipfile import ZIP_STORED, BadZipFile, LargeZipFile, ZipFile, ZipInfo

import msgspec
from msgspec import Meta
from nacl.signing import SigningKey

from tutor.domain.errors import PackError
from tutor.store.faults import store_errors
from tutor.store.packs.keys import is_signed, public, sign
from tutor.store.packs.limits import BLOCK, MOST_BYTES, MOST_FILES, MOST_MANIFEST_BYTES

MANIFEST, SIGNATURE = "manifest.json", "signature.json"
_NAME = re.compile(r"[a-z]{1,20}/[0-9a-f-]{1,64}\.(?:json|flac)|manifest\.json|signature\.json", re.ASCII)
_LONGEST_NAME = 100
_END = struct.Struct("<4s4H2LH")  # the record at the end of a ZIP: mark, disks, counts, size and place of its list, comment
_END_MARK, _FAR_MARK = b"PK\5\6", b"PK\6\7"
_FAR = 20  # bytes of the locator that the 64-bit form has before it
_HEAD, _ENTRY = 30, 46  # bytes of ZIP's own before a member's and a list entry's name
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_PLAIN_FILE = 0o100644 << 16
_UNIX = 3
SHA256 = r"\A[0-9a-f]{64}\Z"
Content = Path | Callable[[], bytes]  # made when it is needed, twice: a thousand takes are not held in memory
Told = Callable[[float, str], None]


class _Signature(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    key: str
    signature: str


class Member(msgspec.Struct, frozen=True):
    """One file of a pack as the manifest lists it."""

    name: Annotated[str, Meta(max_length=_LONGEST_NAME)]
    bytes: Annotated[int, Meta(ge=0, le=MOST_BYTES)]
    sha256: Annotated[str, Meta(pattern=SHA256)]


def listed(name: str, content: Content) -> Member:
    """A file's line for the manifest. Raises `OSError`."""
    digest, size = hashlib.sha256(), 0
    for block in _blocks(content):
        digest.update(block)
        size += len(block)
    return Member(name, size, digest.hexdigest())


def write_container(path: Path, manifest: bytes, key: SigningKey, members: Iterable[tuple[str, Content]], told: Told) -> None:
    """Write it, whole or not at all. Raises `PackError("pack_too_large")`, `StoreError`, and what `told` raises."""
    new = path.with_name(path.name + ".new")
    signature = msgspec.json.encode(_Signature(public(key), sign(key, manifest)))
    given = ((MANIFEST, lambda: manifest), (SIGNATURE, lambda: signature), *members)
    try:
        with store_errors(path):
            with new.open("wb") as file:
                with ZipFile(file, "w", ZIP_STORED, allowZip64=False) as archive:
                    for done, (name, content) in enumerate(given):
                        told(done / len(given), "writing")
                        _add(archive, name, content)
                os.fsync(file.fileno())
            new.replace(path)
    except LargeZipFile as error:
        raise PackError("pack_too_large", path=str(path)) from error
    finally:
        with store_errors(path):
            new.unlink(missing_ok=True)


def _add(archive: ZipFile, name: str, content: Content) -> None:
    info = ZipInfo(name, _FIRST_DAY)
    info.create_system, info.external_attr = _UNIX, _PLAIN_FILE
    with archive.open(info, "w") as member:
        for block in _blocks(content):
            member.write(block)


def _blocks(content: Content) -> Iterator[bytes]:
    if not isinstance(content, Path):
        yield content()
        return
    with content.open("rb") as file:
        while block := file.read(BLOCK):
            yield block


class Container:
    """A container whose form and signature hold; what its members say doesn't count before `check`. Use it with `with`."""

    def __init__(self, path: Path) -> None:
        """Raises `PackError`: `pack_missing`, `pack_unreadable`, `pack_too_large`, `not_a_pack`, `pack_altered`."""
        self.path = path
        self._file = _opened(path)
        try:
            self._archive = self._checked()
            self.manifest = self._small(MANIFEST, MOST_MANIFEST_BYTES)
            self.key = self._signer()
        except BaseException:
            self._file.close()
            raise

    def __enter__(self) -> "Container":
        return self

    def __exit__(self, *_: object) -> None:
        self._archive.close()
        self._file.close()

    def check(self, wanted: Iterable[Member], told: Told) -> None:
        """Hold what is there against what the manifest lists, to the byte. Raises `PackError("pack_altered")`; see `told`."""
        promised = {each.name: each for each in wanted}
        found = {info.filename: info.file_size for info in self._archive.infolist()[2:]}
        if found != {name: each.bytes for name, each in promised.items()}:
            raise self._altered("its files aren't those it lists")
        for done, each in enumerate(promised.values()):
            told(done / len(promised), "checking")
            self._hashed(each)

    def read(self, member: Member, most: int) -> bytes:
        """A member that is held in memory. Raises `PackError`: `not_a_pack` when it is larger than `most`, `pack_altered`."""
        data = self._small(member.name, most)
        if hashlib.sha256(data).hexdigest() != member.sha256:
            raise self._altered(member.name)
        return data

    def copy(self, member: Member, goal: Path) -> None:
        """Put a member into a new file, on the disk itself. Raises `PackError("pack_altered")` or `OSError`."""
        with goal.open("xb") as file:
            self._hashed(member, file)
            file.flush()
            os.fsync(file.fileno())

    def open(self, member: Member) -> BinaryIO:
        """A member to read from and seek in."""
        return self._archive.open(member.name)  # type: ignore[return-value]

    def refused(self, reason: str) -> PackError:
        """The error that says why this is none of our packs."""
        return PackError("not_a_pack", name=self.path.name, reason=reason)

    def _altered(self, what: str) -> PackError:
        return PackError("pack_altered", name=self.path.name, reason=what)

    def _checked(self) -> ZipFile:
        """The archive, when its form is just what `write_container` gives: no gaps, overlaps, links, or second list."""
        size = self._file.seek(0, os.SEEK_END)
        if size > MOST_BYTES:
            raise PackError("pack_too_large", path=str(self.path))
        self._check_end(size)
        try:
            archive = ZipFile(self._file)
        except (BadZipFile, ValueError, NotImplementedError, struct.error) as error:
            raise self.refused("its list of files can't be read") from error
        self._check_members(archive)
        return archive

    def _check_end(self, size: int) -> None:
        """Before anything is read by its word: the list of members has a bearable length."""
        self._file.seek(max(0, size - _END.size - _FAR))
        tail = self._file.read()
        if len(tail) < _END.size + _FAR or tail.startswith(_FAR_MARK):
            raise self.refused("it isn't a ZIP file of the plain kind")
        mark, disk, first, here, count, length, begin, comment = _END.unpack(tail[_FAR:])
        if mark != _END_MARK or disk or first or comment or here != count or begin + length != size - _END.size:
            raise self.refused("it isn't a ZIP file of the plain kind, or isn't whole")
        if count > MOST_FILES + 2 or length > count * (_ENTRY + _LONGEST_NAME):
            raise self.refused(f"it holds more than {MOST_FILES} files")

    def _check_members(self, archive: ZipFile) -> None:
        names, expected = set[str](), 0
        for info in archive.infolist():
            plain = (info.compress_type, info.flag_bits, info.extra, info.comment, info.external_attr) == (
                ZIP_STORED, 0, b"", b"", _PLAIN_FILE,
            )  # fmt: skip
            name = info.orig_filename
            if not plain or info.header_offset != expected or info.compress_size != info.file_size:
                raise self.refused("it wasn't packed by this program")
            if not _NAME.fullmatch(name) or name != info.filename or name in names:
                raise self.refused("one of its files has a name that isn't allowed")
            names.add(name)
            expected += _HEAD + len(name) + info.file_size
        if expected != archive.start_dir or [each.filename for each in archive.infolist()[:2]] != [MANIFEST, SIGNATURE]:
            raise self.refused("it wasn't packed by this program")

    def _signer(self) -> str:
        """The public key the manifest is signed with."""
        try:
            said = msgspec.json.decode(self._small(SIGNATURE, 1000), type=_Signature)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            raise self.refused("its signature can't be read") from error
        if not is_signed(said.key, said.signature, self.manifest):
            raise self._altered("its signature doesn't hold")
        return said.key.lower()

    def _small(self, name: str, most: int) -> bytes:
        if self._archive.getinfo(name).file_size > most:
            raise self.refused(f"{name} is too large")
        try:
            return self._archive.read(name)
        except (BadZipFile, EOFError) as error:
            raise self._altered(name) from error

    def _hashed(self, member: Member, goal: BinaryIO | None = None) -> None:
        digest = hashlib.sha256()
        try:
            with self._archive.open(member.name) as source:
                while block := source.read(BLOCK):
                    digest.update(block)
                    if goal is not None:
                        goal.write(block)
        except (BadZipFile, EOFError) as error:
            raise self._altered(member.name) from error
        if digest.hexdigest() != member.sha256:
            raise self._altered(member.name)


def _opened(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except FileNotFoundError as error:
        raise PackError("pack_missing", path=str(path)) from error
    except OSError as error:
        raise PackError("pack_unreadable", path=str(path), reason=error.strerror or str(error)) from error
