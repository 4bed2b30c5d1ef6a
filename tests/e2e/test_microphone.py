"""From a voice in the room through PulseAudio, ALSA, PortAudio and our recorder to the assessment. No hardware is needed."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from tests.builders import WHEN
from tests.e2e.room import RATE, PulseRoom, missing, pulse_room
from tests.samples import a_sample
from tutor.audio.recorder import MicrophoneRecorder
from tutor.domain.assessment import Assessment, Verdict
from tutor.domain.audio import Waveform
from tutor.domain.errors import AudioError
from tutor.practice.assess import assess_sound
from tutor.reading.lexicon import Lexicon
from tutor.reading.target import make_target
from tutor.scorer.assessor import EmbeddedAssessor
from tutor.store.audiofiles import read_audio
from tutor.store.database import open_database
from tutor.store.history import SqlHistory


@pytest.fixture
def room(monkeypatch: pytest.MonkeyPatch) -> Iterator[PulseRoom]:
    if why := missing():
        pytest.skip(why)
    with pulse_room(monkeypatch) as made:
        yield made


@pytest.fixture
def history(tmp_path: Path) -> Iterator[SqlHistory]:
    made = SqlHistory(open_database(tmp_path / "data"))
    yield made
    made.database.close()


def test_a_reading_through_the_microphone_is_judged_like_its_file(room: PulseRoom, history: SqlHistory, tmp_path: Path) -> None:
    sample, recorder = a_sample(), MicrophoneRecorder()
    recorder.start(history.open_draft(sample.text, None, recorder.rate(None), WHEN), None)
    _eventually(lambda: _on_disk(tmp_path) > 0)
    room.say(sample.path)
    time.sleep(0.3)
    take = recorder.stop()
    assert (take.overflows, recorder.failure) == (0, None)
    assert take.seconds > read_audio(sample.path).seconds

    heard, file = _assessed(history.waveform(take.id), sample.text), _assessed(read_audio(sample.path), sample.text)
    assert heard.verdict is file.verdict is Verdict.SCORED
    assert heard.scores.total is not None
    assert file.scores.total is not None
    assert heard.scores.total.value == pytest.approx(file.scores.total.value, abs=0.7)
    words = np.array([[word.accuracy.value for word in said.words if word.accuracy] for said in (heard, file)])
    assert np.abs(words[0] - words[1]).mean() < 0.5


def test_a_microphone_that_goes_away_leaves_what_was_read(room: PulseRoom, history: SqlHistory, tmp_path: Path) -> None:
    sample, recorder = a_sample(), MicrophoneRecorder()
    recorder.start(history.open_draft(sample.text, None, recorder.rate(None), WHEN), None)
    _eventually(lambda: _on_disk(tmp_path) > 0)
    room.say(sample.path)
    before = _on_disk(tmp_path)
    room.pull_out()
    _eventually(lambda: recorder.failure is not None)
    assert isinstance(recorder.failure, AudioError)
    assert recorder.failure.code == "microphone_lost"
    take = recorder.stop()
    assert take.seconds >= before / 4 / RATE
    assert _assessed(history.waveform(take.id), sample.text).verdict is Verdict.SCORED


def _assessed(waveform: Waveform, text: str) -> Assessment:
    return assess_sound(waveform, make_target(text, Lexicon.load(), None), EmbeddedAssessor.load(), _unheard)


def _on_disk(folder: Path) -> int:
    """Bytes of the take that is being recorded: float32 samples."""
    return sum(path.stat().st_size for path in folder.rglob("*.part"))


def _unheard(share: float, stage: str) -> None:
    """Nobody waits for it."""


def _eventually(holds: Callable[[], bool]) -> None:
    until = time.monotonic() + 10
    while not holds():
        assert time.monotonic() < until, "it never came true"
        time.sleep(0.02)
