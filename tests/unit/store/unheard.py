"""A learner who wants scores only reads, in a process of its own; every file it opens to write is told.

    python -m tests.unit.store.unheard FOLDER

The real history, the real assessor, a real recording. What is written is looked at from outside, while it goes on and after.
"""

import sys
from pathlib import Path
from typing import Any

import pytest

written: set[str] = set()


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "open" and isinstance(arguments[0], str | bytes | Path):
        mode, flags = arguments[1], arguments[2]
        if (isinstance(mode, str) and set(mode) & set("wax+")) or (mode is None and isinstance(flags, int) and flags & 3):
            written.add(str(arguments[0]))
    elif event in ("sqlite3.connect", "os.mkdir"):
        written.add(str(arguments[0]))
    elif event in ("os.rename", "shutil.copyfile"):
        written.add(str(arguments[1]))


def read(folder: Path) -> None:
    from tests.builders import WHEN
    from tests.samples import a_sample
    from tutor.domain.errors import StoreError
    from tutor.practice.assess import assess_take
    from tutor.reading.lexicon import Lexicon
    from tutor.reading.target import make_target
    from tutor.scorer.assessor import EmbeddedAssessor
    from tutor.store.audiofiles import read_audio
    from tutor.store.database import open_database
    from tutor.store.history import SqlHistory
    from tutor.store.upkeep.backups import make_backup

    sample = a_sample()
    waveform, target, assessor = read_audio(sample.path), make_target(sample.text, Lexicon.load()), EmbeddedAssessor.load()
    sys.addaudithook(_watch)
    database = open_database(folder)
    history = SqlHistory(database, lambda: False)
    draft = history.open_draft(target.text, None, waveform.rate, WHEN)
    for at in range(0, len(waveform.samples), 4800):
        draft.write(waveform.samples[at : at + 4800])
    _pause("recording")
    take = draft.finish("mic", 0)
    _pause("kept")
    attempt = assess_take(take.id, target, assessor, history, lambda _share, _stage: None)
    assert attempt.assessment is not None
    assert len(history.waveform(take.id).samples) == len(waveform.samples)
    make_backup(database.path, WHEN.date())
    _pause("assessed")
    database.close()
    again = open_database(folder)
    assert SqlHistory(again).recover() == ()
    with pytest.raises(StoreError, match="sound_let_go"):
        SqlHistory(again, lambda: False).waveform(take.id)
    again.close()
    for name in sorted(written):
        sys.stdout.write(f"wrote {name}\n")
    _pause("over")


def _pause(stage: str) -> None:
    """Let whoever looks on look."""
    sys.stdout.write(f"{stage}\n")
    sys.stdout.flush()
    sys.stdin.readline()


if __name__ == "__main__":
    read(Path(sys.argv[1]))
