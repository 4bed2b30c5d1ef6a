"""Text files as learners have them: each encoding is read, each other thing gets its own message."""

from pathlib import Path

import pytest

from tutor.domain.errors import TextError
from tutor.present.messages import error_message
from tutor.store.textfiles import MOST_BYTES, read_text

TEXT = "“I don’t know,” she said — naïve.\nThe café was £5 dear…\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_every_common_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "text.txt"
    path.write_bytes(TEXT.replace("\n", "\r\n").encode(encoding))
    assert read_text(path) == TEXT


@pytest.mark.parametrize(
    ("data", "code", "says"),
    [
        ("“我们”读英语。 Read this.".encode("gb18030"), "unknown_encoding", "UTF-8"),
        ("She said “no” and left.".encode("gb18030"), "unknown_encoding", "UTF-8"),
        ("Она сказала no".encode("cp1251"), "unknown_encoding", "UTF-8"),
        ("She said “no”".encode("shift-jis"), "unknown_encoding", "UTF-8"),
        (b"%PDF-1.7 \xe2\xe3", "not_text", "a PDF"),
        (b"PK\x03\x04" + bytes(range(256)), "not_text", "Word"),
        (b"RIFF\x00\x00\x10\x00WAVE", "not_text", "a recording"),
        (bytes(range(256)) * 3, "not_text", "no text file"),
        (b"a" * (MOST_BYTES + 1), "text_file_too_large", "1000 kB"),
    ],
)  # fmt: skip
def test_other_files_are_refused_with_what_they_are(tmp_path: Path, data: bytes, code: str, says: str) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(data)
    with pytest.raises(TextError) as caught:
        read_text(path)
    message = str(error_message(caught.value))
    assert caught.value.code == code
    assert says in message
    assert "notes.txt" in message


def test_a_file_that_is_not_there_and_a_folder_have_messages(tmp_path: Path) -> None:
    for path, code in ((tmp_path / "none.txt", "no_such_text"), (tmp_path, "text_not_opened")):
        with pytest.raises(TextError) as caught:
            read_text(path)
        assert caught.value.code == code
