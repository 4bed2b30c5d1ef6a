"""A learner who wants scores only: no file, not even for a while, holds what they said."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from tests.builders import WHEN, a_waveform
from tests.samples import a_sample
from tutor.domain.audio import Waveform
from tutor.domain.errors import StoreError
from tutor.store.audiofiles import read_audio
from tutor.store.database import open_database
from tutor.store.history import SqlHistory

ROOT = Path(__file__).parent.parent.parent.parent
OURS = ("history.db", "history.lock", "history.new", "history-2026", "backups", "takes", "learner")


def pieces_of(waveform: Waveform) -> list[bytes]:
    """What a file would hold of it: some ten samples in the middle of speech, as the usual formats write them."""
    loud = int(np.abs(waveform.samples).argmax())
    piece = waveform.samples[loud - 5 : loud + 5]
    steps = np.round(piece * 2**23).astype("<i4")
    packed = b"".join(int(step).to_bytes(3, "little", signed=True) for step in steps)
    return [piece.astype("<f4").tobytes(), piece.astype("<f8").tobytes(), (steps >> 8).astype("<i2").tobytes(), packed]


def holding_sound(folder: Path, pieces: list[bytes]) -> list[Path]:
    """Files with a piece of it, or of a kind that may hold it in another form."""
    signs = (b"fLaC", b"OggS", b"RIFF", b"ID3")
    found = []
    for path in folder.rglob("*"):
        if path.is_file() and ((data := path.read_bytes()).startswith(signs) or any(piece in data for piece in pieces)):
            found.append(path)
    return found


def test_no_file_holds_the_voice_of_who_wants_scores_only(tmp_path: Path) -> None:
    temporary, home = tmp_path / "tmp", tmp_path / "home"
    for folder in (temporary, home):
        folder.mkdir()
    pieces = pieces_of(read_audio(a_sample().path))
    environment = os.environ | {"TMPDIR": str(temporary), "HOME": str(home), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-B", "-m", "tests.unit.store.unheard", str(home / "learner")]
    with subprocess.Popen(command, stdin=-1, stdout=-1, env=environment, cwd=ROOT, text=True) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        stages, written = [], []
        for line in map(str.strip, child.stdout):
            if line.startswith("wrote "):
                written.append(line.removeprefix("wrote "))
                continue
            stages.append(line)
            assert holding_sound(tmp_path, pieces) == [], line
            child.stdin.write("\n")
            child.stdin.flush()
    assert child.returncode == 0
    assert stages == ["recording", "kept", "assessed", "over"]
    assert any("history.db" in name for name in written)  # it would have been seen
    assert [name for name in written if not Path(name).name.startswith(OURS)] == []
    assert list((home / "learner" / "takes").iterdir()) == []


def test_sound_that_is_written_would_be_found(tmp_path: Path) -> None:
    waveform = read_audio(a_sample().path)
    database = open_database(tmp_path)
    history = SqlHistory(database)
    draft = history.open_draft("I think.", None, waveform.rate, WHEN)
    draft.write(waveform.samples)
    assert [path.suffix for path in holding_sound(tmp_path, pieces_of(waveform))] == [".part"]
    draft.finish("mic", 0)
    assert [path.suffix for path in holding_sound(tmp_path, pieces_of(waveform))] == [".flac"]
    database.close()


def test_what_was_read_lately_can_be_heard_until_the_program_ends(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    history = SqlHistory(database, lambda: False)
    takes = [history.keep(a_waveform(200.0, rate=1000), "I think.", None, WHEN, "mic") for _ in range(2)]
    assert history.waveform(takes[1].id).seconds == 200
    with pytest.raises(StoreError) as caught:
        history.waveform(takes[0].id)
    assert caught.value.code == "sound_let_go"
    long = history.keep(a_waveform(400.0, rate=1000), "I think.", None, WHEN, "mic")
    assert history.waveform(long.id).seconds == 400
    database.close()


def test_a_draft_that_is_not_written_is_kept_or_discarded_as_any(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    history = SqlHistory(database, lambda: False)
    draft = history.open_draft("I think.", None, 16_000, WHEN)
    with pytest.raises(StoreError) as caught:
        draft.finish("mic", 0)
    assert caught.value.code == "nothing_recorded"
    draft = history.open_draft("I think.", None, 16_000, WHEN)
    draft.write(a_waveform(0.1).samples)
    draft.discard()
    assert history.attempts() == []
    database.close()
