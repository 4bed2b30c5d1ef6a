"""Packs made to do harm: a real one taken apart, changed, listed, signed with some key and put together again."""

import copy
import functools
import hashlib
import io
import json
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from hypothesis import strategies as st

from tests.unit.store.packs.room import Computer, a_class, a_key
from tutor.store.packs.keys import public, sign

Json = Any
TRICKS = (
    "../../escape", "/etc/passwd", "C:\\Windows\\x", "..", ".", "", "CON", "nul.json", "a/../../b", "takes/../../../x.json",
    "takes\\x.json", "name\x00.json", "\u202egnp.exe", "ａ.json", "é" * 50, "e\u0301", "\ud7ff\ue000", "<img src=file:///etc/passwd>",
    "'; DROP TABLE takes; --", "%s%n{0}{name}", "\n\r\t", "x" * 300, "🙂" * 100, "2" * 5000, "NaN", "1e999", "true",
)  # fmt: skip
NUMBERS = (0, -1, 1, 2**31, 2**53 + 1, 2**63, -(2**63), 10**30, 10**400, 0.0, -0.0, 1e308, 5e-324, 1.5, 9999, 253402300799)
DATES = ("0001-01-01T00:00:00Z", "9999-12-31T23:59:59+14:00", "2026-02-30", "2026-11-22", "2026-11-22T09:30:00", "-2026-01-01")


@dataclass
class Parts:
    """A pack in pieces. `promised` are the lines of the manifest's list that lie."""

    manifest: dict[str, Json]
    files: dict[str, bytes]
    promised: dict[str, dict[str, Json]] = field(default_factory=dict)

    def sealed(self, seed: int = 5) -> bytes:
        """Listed, signed and packed as the program would."""
        if isinstance(self.manifest.get("files"), list):
            self.manifest["files"] = [self._line(name) for name in self.files]
        data = dumps(self.manifest)
        key = a_key(seed)
        signature = json.dumps({"key": public(key), "signature": sign(key, data)}).encode()
        return zipped([("manifest.json", data), ("signature.json", signature), *self.files.items()])

    def _line(self, name: str) -> dict[str, Json]:
        data = self.files[name]
        return {"name": name, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()} | self.promised.get(name, {})


def deep(depth: int) -> str:
    """What stands for lists in lists until `dumps`."""
    return f"@deep{depth}"


def dumps(said: Json) -> bytes:
    """As JSON, lone surrogates and all; what stands for deep lists and long numbers is put in here."""
    text = json.dumps(said, ensure_ascii=True)
    for depth in (50, 900, 200_000):
        text = text.replace(f'"{deep(depth)}"', "[" * depth + "]" * depth)
    return text.replace('"@wide"', f"[{'[],' * 300_000}[]]").replace('"@long"', "9" * 100_000).encode()


def zipped(members: list[tuple[str, bytes]], change: Callable[[ZipInfo], None] = lambda _: None) -> bytes:
    """A ZIP as the program writes it, but for what `change` does to each entry."""
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_STORED) as archive:
        for name, data in members:
            info = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.create_system, info.external_attr = 3, 0o100644 << 16
            change(info)
            archive.writestr(info, data)
    return out.getvalue()


@functools.cache
def real() -> dict[str, bytes]:
    """A pack and a return of two takes with sound, as files."""
    with tempfile.TemporaryDirectory() as folder:
        pack, (returned,) = a_class(Path(folder), pupils=1, takes=2, key=a_key())
        (pupil,) = Computer(Path(folder) / "desk0").people.learners()
        assert pupil.name == "Pupil 0"
        return {"pack": pack.read_bytes(), "return": returned.read_bytes()}


def parts_of(kind: str) -> Parts:
    """A copy to change."""
    with ZipFile(io.BytesIO(real()[kind])) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    manifest = json.loads(files.pop("manifest.json"))
    del files["signature.json"]
    return Parts(copy.deepcopy(manifest), files)


strange = st.one_of(
    st.none(), st.booleans(), st.sampled_from(NUMBERS), st.sampled_from(TRICKS), st.sampled_from(DATES), st.text(max_size=30),
    st.floats(allow_nan=False, allow_infinity=False), st.builds(list), st.builds(dict), st.just("a1-three-brothers"),
    st.sampled_from(("@wide", "@long", "x" * 100_000, "a " * 90_000, *(f"@deep{depth}" for depth in (50, 900, 200_000)))),
)  # fmt: skip


def places(said: Json, at: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Of every value in a document."""
    items = said.items() if isinstance(said, dict) else enumerate(said) if isinstance(said, list) else ()
    return [at, *(place for key, value in items for place in places(value, (*at, key)))]


@st.composite
def changed(draw: st.DrawFn, said: Json) -> Json:
    """A document with one to three values replaced, doubled or taken away."""
    for _ in range(draw(st.integers(1, 3))):
        there = [place for place in places(said) if place]
        if not there:
            return draw(strange)
        *way, last = draw(st.sampled_from(there[:400]))
        inside: Json = functools.reduce(lambda part, key: part[key], way, said)
        how = draw(st.sampled_from(("replace", "replace", "replace", "drop", "double")))
        if how == "replace":
            inside[last] = draw(strange)
        elif how == "drop":
            del inside[last]
        elif isinstance(inside, list):
            inside.insert(0, copy.deepcopy(inside[int(last)]))
        else:
            inside[draw(st.sampled_from(TRICKS))] = copy.deepcopy(inside[last])
    return said


@st.composite
def spoiled(draw: st.DrawFn, data: bytes) -> bytes:
    """Bytes cut off, flipped, repeated, swapped or stuffed."""
    made = bytearray(data)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(made)))
        how = draw(st.sampled_from(("cut", "flip", "zeros", "repeat", "stuff", "remove")))
        if how == "cut":
            del made[at:]
        elif how == "flip" and at < len(made):
            made[at] ^= draw(st.integers(1, 255))
        elif how == "zeros":
            made[at : at + 64] = bytes(len(made[at : at + 64]))
        elif how == "repeat":
            made[at:at] = made[max(0, at - 200) : at]
        elif how == "stuff":
            made[at:at] = draw(st.binary(max_size=64))
        else:
            del made[at : at + 100]
    return bytes(made)


@st.composite
def forged(draw: st.DrawFn) -> bytes:
    """A file that claims to be a pack or a return."""
    kind = draw(st.sampled_from(("pack", "return", "return")))
    how = draw(st.sampled_from(("bytes", "manifest", "document", "document", "sound", "names", "lies", "zip", "noise")))
    if how == "bytes":
        return draw(spoiled(real()[kind]))
    if how == "noise":
        return draw(st.binary(max_size=300)) + draw(st.sampled_from((b"", b"PK\5\6" + bytes(18), b"PK\6\7" + bytes(16))))
    parts = parts_of(kind)
    if how == "zip":
        return draw(_odd_zip(parts))
    names = sorted(parts.files)
    documents = [each for each in names if each.endswith(".json")]
    if how == "manifest" or (how == "document" and not documents):
        parts.manifest = draw(changed(parts.manifest))
    elif how == "document":
        name = draw(st.sampled_from(documents))
        parts.files[name] = dumps(draw(changed(json.loads(parts.files[name]))))
        _rename(parts, name)
    elif how == "sound":
        name = draw(st.sampled_from([each for each in names if each.endswith(".flac")]))
        parts.files[name] = draw(spoiled(parts.files[name]))
    elif how == "names":
        parts.files[draw(st.sampled_from((*TRICKS, "takes/x.json")))] = parts.files.pop(draw(st.sampled_from(names)))
    else:
        name = draw(st.sampled_from(names))
        parts.promised[name] = {draw(st.sampled_from(("name", "bytes", "sha256"))): draw(strange)}
    return parts.sealed() if isinstance(parts.manifest, dict) else dumps(parts.manifest)


def _rename(parts: Parts, name: str) -> None:
    """An assessment is named by its content, everywhere: else no change of it would get past the names."""
    if name.startswith("assessments/"):
        data = parts.files.pop(name)
        digest = hashlib.sha256(data).hexdigest()
        old = name.removeprefix("assessments/").removesuffix(".json")
        parts.files = {each: text.replace(old.encode(), digest.encode()) for each, text in parts.files.items()}
        parts.files[f"assessments/{digest}.json"] = data


@st.composite
def _odd_zip(draw: st.DrawFn, parts: Parts) -> bytes:
    """What other programs write into a ZIP, and what none should."""
    attributes = st.sampled_from((0o120777 << 16, 0o040755 << 16, 0o010644 << 16, 0o104755 << 16, 0, 16))
    attr, packed = draw(attributes), draw(st.sampled_from((0, 8, 12, 14)))
    extra, comment = draw(st.binary(max_size=8)), draw(st.binary(max_size=8))
    what = draw(st.sampled_from(("attr", "packed", "extra", "comment", "double", "prefix", "suffix")))

    def change(info: ZipInfo) -> None:
        info.external_attr = attr if what == "attr" else info.external_attr
        info.compress_type = packed if what == "packed" else info.compress_type
        info.extra = b"\x99\x99\x08\x00" + extra.ljust(8, b"\0") if what == "extra" else b""
        info.comment = comment if what == "comment" else b""

    with ZipFile(io.BytesIO(parts.sealed())) as archive:
        members = [(name, archive.read(name)) for name in archive.namelist()]
    made = zipped([*members, ("takes/00.json", b"{}")] if what == "double" else members, change)
    return b"#!/bin/sh\n" + made if what == "prefix" else made + b"\0" * 30 if what == "suffix" else made
