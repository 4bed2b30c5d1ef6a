"""Reads a learner's text file: UTF-8, UTF-16 and Windows-1252; says what else it is rather than showing rubbish."""

import codecs
import re
from pathlib import Path

from tutor.domain.errors import TextError

MOST_BYTES = 1_000_000  # several times the longest text that can be read in one go
_KINDS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF"), (b"PK\x03\x04", "a Word, e-book or ZIP file"), (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"{\\rtf", "an RTF file"), (b"\x89PNG", "a picture"), (b"\xff\xd8\xff", "a picture"), (b"RIFF", "a recording"),
    (b"fLaC", "a recording"), (b"OggS", "a recording"), (b"ID3", "a recording"),
)  # fmt: skip
_NO_TEXT = "no text file"
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# In English in Windows-1252 two signs like ¡° never stand together, nor four letters with accents; in the double-byte
# encodings of East Asia and in Cyrillic or Greek ones they do all the time.
_NOT_WESTERN = re.compile(rb"[\xa1-\xbf]{2}|[\x80-\xff]{4}")


def read_text(path: Path) -> str:
    """A text file's text. Raises `TextError`.

    `no_such_text`, `text_not_opened` (facts: reason), `text_file_too_large` (limit_kb), `not_text` (kind),
    `unknown_encoding`; each with the file's name.
    """
    data = _bytes(path)
    for begin, kind in _KINDS:
        if data.startswith(begin):
            raise TextError("not_text", name=path.name, kind=kind)
    text = _decoded(data, path)
    if _CONTROLS.search(text):
        raise TextError("not_text", name=path.name, kind=_NO_TEXT)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise TextError("no_such_text", name=path.name) from error
    except OSError as error:
        raise TextError("text_not_opened", name=path.name, reason=error.strerror or str(error)) from error
    if len(data) > MOST_BYTES and not data.startswith(tuple(begin for begin, _ in _KINDS)):
        raise TextError("text_file_too_large", name=path.name, limit_kb=MOST_BYTES // 1000)
    return data


def _decoded(data: bytes, path: Path) -> str:
    for encoding in _encodings(data):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    if b"\0" in data:
        raise TextError("not_text", name=path.name, kind=_NO_TEXT)
    raise TextError("unknown_encoding", name=path.name)


def _encodings(data: bytes) -> tuple[str, ...]:
    """What to try, in this order."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return (encoding,)
    if not len(data) % 2 and _mostly_zero(data[1::2]):
        return ("utf-16-le",)
    if not len(data) % 2 and _mostly_zero(data[::2]):
        return ("utf-16-be",)
    return ("utf-8",) if _NOT_WESTERN.search(data) else ("utf-8", "cp1252")


def _mostly_zero(half: bytes) -> bool:
    """English in UTF-16 without its mark: every other byte is 0."""
    return 2 * half.count(0) > len(half)
