"""Own pronunciations in their file: what a person wrote there stays."""

import os
from pathlib import Path

import pytest

from tests.builders import phones
from tutor.domain.errors import StoreError
from tutor.reading.lexicon import Lexicon
from tutor.store.sayings import SayingsFile


def test_a_word_is_set_set_again_and_let_go_while_other_lines_stay(tmp_path: Path) -> None:
    path = tmp_path / "config" / "lexicon.txt"
    file = SayingsFile(path)
    assert file.read() == {}
    file.write("Xiaoling", (phones("SH AW1 L IH2 NG"),))
    by_hand = "# names\nNguyen  W IH1 N  # Anh\nxiaoling(2)  SH AW1 L IY0 NG\n"
    path.write_text(path.read_text() + by_hand)
    file.write("XIAOLING", (phones("Y AW1"), phones("SH AW1")))
    assert file.read() == {"nguyen": (phones("W IH1 N"),), "xiaoling": (phones("Y AW1"), phones("SH AW1"))}
    file.write("xiaoling", ())
    assert path.read_text() == "# names\nNguyen  W IH1 N  # Anh\n"
    assert Lexicon.load(path).pronounce("nguyen") == ((phones("W IH1 N"),), "own")


def test_what_cannot_be_written_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = SayingsFile(tmp_path / "lexicon.txt")
    file.write("blick", (phones("B L IH1 K"),))

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreError) as caught:
        file.write("blick", (phones("B"),))
    assert caught.value.code == "disk_full"
    assert file.read() == {"blick": (phones("B L IH1 K"),)}
