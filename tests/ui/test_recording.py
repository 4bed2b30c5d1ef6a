"""A recording ends by itself only after the reader spoke, slips of the finger leave nothing, and no device is a dead end."""

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from tests.builders import a_waveform, silence
from tests.fakes import FakeRecorder
from tests.samples import a_sample
from tests.ui.conftest import Desktop, OpenWindow
from tutor.domain.audio import Waveform
from tutor.domain.errors import AudioError
from tutor.practice.ending import AS_SUITS, CHOICES, NEVER, quiet_to_stop
from tutor.present.messages import error_message
from tutor.store.audiofiles import read_audio
from tutor.ui.stage import Stage


def _recording(desktop: Desktop, qtbot: QtBot, first: Waveform) -> None:
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.READY)
    desktop.session.record()
    qtbot.waitUntil(lambda: desktop.recorder.draft is not None)
    desktop.recorder.hear(first)
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.RECORDING)


@pytest.mark.parametrize(
    ("choice", "sentences", "seconds"),
    [(AS_SUITS, 1, 3.0), (AS_SUITS, 2, None), (NEVER, 1, None), ("2", 1, 2.0), ("5", 9, 5.0)],
)
def test_single_sentences_end_by_themselves_and_passages_only_when_asked(
    choice: str, sentences: int, seconds: float | None
) -> None:
    assert choice in CHOICES
    assert quiet_to_stop(choice, sentences) == seconds


def test_quiet_behind_the_reading_ends_the_take_and_quiet_before_it_does_not(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = open_window()
    _recording(desktop, qtbot, _hiss(30.0))
    assert "3 s after your last word" in desktop.window.transport.status
    qtbot.wait(150)
    assert desktop.session.stage is Stage.RECORDING, "nobody has spoken yet"
    desktop.recorder.hear(read_audio(a_sample().path))
    desktop.recorder.hear(_hiss(2.0))
    qtbot.wait(150)
    assert desktop.session.stage is Stage.RECORDING, "perhaps only a pause"
    desktop.recorder.hear(_hiss(1.5))
    qtbot.waitUntil(lambda: desktop.window.choice.word == 1)
    assert len(desktop.history.kept) == 1


def test_switched_off_it_waits_for_the_key(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = open_window()
    desktop.session.ends_by_itself = NEVER
    _recording(desktop, qtbot, read_audio(a_sample().path))
    assert desktop.window.transport.status == "Recording. Press R to stop, Esc to discard."
    desktop.recorder.hear(_hiss(30.0))
    qtbot.wait(150)
    assert desktop.session.stage is Stage.RECORDING
    desktop.session.discard()
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.READY)


def test_a_slip_of_the_finger_leaves_no_take_and_says_nothing(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = open_window()
    _recording(desktop, qtbot, _hiss(0.3))
    desktop.session.stop()
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.READY)
    assert desktop.history.kept == {}
    assert desktop.window.parts.banner.text == ""
    assert desktop.errors == []


def test_a_short_silent_take_is_no_slip_and_is_told(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = open_window()
    _recording(desktop, qtbot, _hiss(0.6))
    desktop.session.stop()
    qtbot.waitUntil(lambda: len(desktop.history.kept) == 1)


def test_a_chosen_microphone_that_is_gone_is_said_and_the_systems_own_is_used(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = open_window(recorder=FakeRecorder(plugged=("Headset", "Built-in")))
    desktop.session.recording.device = "Headset"
    _recording(desktop, qtbot, a_waveform(1.0))
    assert desktop.recorder.used == "Headset"
    desktop.session.discard()
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.READY)

    desktop.recorder.plugged = ("Built-in",)
    _recording(desktop, qtbot, a_waveform(1.0))
    assert desktop.recorder.used is None
    assert desktop.window.parts.banner.text == str(error_message(AudioError("microphone_missed", device="Headset")))
    desktop.session.stop()
    qtbot.waitUntil(lambda: len(desktop.history.kept) == 1)


def test_a_device_pulled_out_says_so_even_when_the_result_is_there(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = open_window()
    _recording(desktop, qtbot, a_waveform(2.0))
    lost = AudioError("microphone_lost", device="Test microphone")
    desktop.recorder.failure = lost
    qtbot.waitUntil(lambda: desktop.window.choice.word == 1)
    assert desktop.window.parts.banner.text == str(error_message(lost))
    assert "is kept" in desktop.window.parts.banner.text
    desktop.session.choose_text("I think it is.")
    assert desktop.window.parts.banner.text == ""


def test_nothing_plays_while_the_microphone_is_open(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = open_window()
    desktop.read_aloud(qtbot)
    qtbot.waitUntil(lambda: desktop.window.choice.word == 1)
    take = next(iter(desktop.history.kept))
    desktop.session.playback.play(take)
    desktop.session.record()
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.OPENING and desktop.recorder.draft is not None)
    qtbot.waitUntil(lambda: desktop.player.position_s is None)
    desktop.session.playback.play(take)
    desktop.session.playback.play_sound(lambda: a_waveform(1.0))
    qtbot.wait(100)
    assert desktop.player.position_s is None
    assert not desktop.session.playback.playing
    desktop.session.discard()
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.READY)
    desktop.session.playback.play(take)
    qtbot.waitUntil(lambda: desktop.player.position_s is not None)
    desktop.session.playback.stop()


def _hiss(seconds: float) -> Waveform:
    """A quiet room."""
    quiet = silence(seconds)
    noise = np.random.default_rng(1).standard_normal(len(quiet.samples)) * 10 ** (-65 / 20)
    return Waveform(noise.astype(np.float32), quiet.rate)
