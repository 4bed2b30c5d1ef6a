"""The microphone is chosen and checked, and the first run leads to the first text, by mouse or keyboard."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fakes import FakeRecorder
from tests.samples import a_sample
from tests.ui.conftest import GARDEN, THINKING, Desktop, OpenWindow
from tutor.domain.audio import Waveform
from tutor.domain.errors import AudioError
from tutor.domain.learner import Learner
from tutor.practice.ending import AS_SUITS
from tutor.present.messages import error_message
from tutor.store.audiofiles import read_audio
from tutor.ui.mic_panel import MicPanel
from tutor.ui.preferences import Preferences
from tutor.ui.sound_dialog import SoundDialog
from tutor.ui.stage import Stage
from tutor.ui.welcome import Welcome

LEFT = Qt.MouseButton.LeftButton


def _hiss(seconds: float, level_db: float = -65.0) -> Waveform:
    noise = np.random.default_rng(1).standard_normal(round(seconds * 16_000)) * 10 ** (level_db / 20)
    return Waveform(noise.astype(np.float32), 16_000)


def _louder(waveform: Waveform, decibels: float) -> Waveform:
    return Waveform(np.clip(waveform.samples * 10 ** (decibels / 20), -1, 1), waveform.rate)


def _sound_dialog(desktop: Desktop, qtbot: QtBot) -> SoundDialog:
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.READY)
    desktop.window.actions_.sound.trigger()
    dialog = desktop.window.sound.dialog
    assert isinstance(dialog, SoundDialog)
    qtbot.waitUntil(lambda: dialog.loudspeakers.count() == 2)
    return dialog


def _speak(desktop: Desktop, panel: MicPanel, qtbot: QtBot, *sounds: Waveform) -> None:
    QTest.mouseClick(panel.start, LEFT)
    qtbot.waitUntil(lambda: desktop.recorder.draft is not None)
    for sound in sounds:
        desktop.recorder.hear(sound)


def test_a_check_measures_says_one_thing_plays_back_and_is_kept(
    open_window: OpenWindow, qtbot: QtBot, settings: QSettings
) -> None:
    desktop = open_window()
    dialog = _sound_dialog(desktop, qtbot)
    spoken = read_audio(a_sample().path)
    _speak(desktop, dialog.panel, qtbot, _hiss(0.5), spoken, _hiss(2.0))
    qtbot.waitUntil(lambda: "works well" in dialog.panel.result.text())
    assert desktop.history.kept == {}, "a check is no take"
    QTest.mouseClick(dialog.panel.play, LEFT)
    qtbot.waitUntil(lambda: bool(desktop.player.played))
    assert desktop.player.played[0].seconds == pytest.approx(spoken.seconds + 2.5)
    dialog.close()
    kept = Preferences(settings).microphone_check
    assert kept is not None
    assert (kept.device, kept.problems, kept.when) == ("Test microphone", (), desktop.clock.now())
    again = _sound_dialog(desktop, qtbot)
    assert any("Last check: " in label for label in _texts(again.panel))


@pytest.mark.parametrize(
    ("change_db", "hiss_db", "said"),
    [(-35, -85, "too soft"), (+30, -65, "so loud"), (0, -32, "much noise")],
    ids=["quiet", "clipped", "noisy"],
)
def test_each_fault_is_told_apart(change_db: float, hiss_db: float, said: str, open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = open_window()
    dialog = _sound_dialog(desktop, qtbot)
    spoken = _louder(read_audio(a_sample().path), change_db)
    with_hiss = Waveform(spoken.samples + _hiss(spoken.seconds, hiss_db).samples[: len(spoken.samples)], spoken.rate)
    _speak(desktop, dialog.panel, qtbot, with_hiss, _hiss(1.0, hiss_db))
    qtbot.waitUntil(lambda: desktop.session.microphone.recording.is_running)
    QTest.mouseClick(dialog.panel.start, LEFT)
    qtbot.waitUntil(lambda: said in dialog.panel.result.text())


def test_silence_is_told_and_without_a_microphone_the_dialog_says_what_to_do(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = open_window()
    dialog = _sound_dialog(desktop, qtbot)
    _speak(desktop, dialog.panel, qtbot, _hiss(6.0))
    qtbot.waitUntil(lambda: desktop.session.microphone.recording.is_running)
    desktop.clock.advance(9.0)
    qtbot.waitUntil(lambda: "No voice" in dialog.panel.result.text())
    desktop.recorder.error = AudioError("no_microphone")
    QTest.mouseClick(dialog.panel.start, LEFT)
    qtbot.waitUntil(lambda: error_message(AudioError("no_microphone")).what in dialog.panel.result.text())
    assert dialog.panel.start.text() == "&Check the microphone"


def test_devices_and_the_end_by_itself_are_remembered(open_window: OpenWindow, qtbot: QtBot, settings: QSettings) -> None:
    desktop = open_window(recorder=FakeRecorder(plugged=("Headset", "Built-in")))
    dialog = _sound_dialog(desktop, qtbot)
    assert dialog.ending.currentData() == AS_SUITS
    for box, text in ((dialog.panel.devices, "Headset"), (dialog.loudspeakers, "Test loudspeaker"), (dialog.ending, "5 s")):
        box.setFocus()
        at = next(at for at in range(box.count()) if box.itemText(at).startswith(text))
        for _ in range(at - box.currentIndex()):
            QTest.keyClick(box, Qt.Key.Key_Down)
    dialog.close()
    assert desktop.session.recording.device == "Headset"
    assert desktop.player.device == "Test loudspeaker"
    assert desktop.session.quiet_to_stop == 5.0

    later = open_window(recorder=FakeRecorder(plugged=("Built-in",)))
    assert later.session.recording.device == "Headset"
    assert later.session.ends_by_itself == "5"
    shown = _sound_dialog(later, qtbot).panel.devices
    assert shown.currentText() == "Headset (not there now)"
    later.recorder.plugged = ("Built-in", "Headset")
    QTest.mouseClick(later.window.sound.dialog.panel.again, LEFT)  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: shown.currentText() == "Headset")


def test_first_run_by_keyboard_within_a_few_keys(
    open_window: OpenWindow, qtbot: QtBot, settings: QSettings, tmp_path: Path
) -> None:
    desktop = open_window()
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.READY)
    told: list[Learner] = []
    desktop.window.sound.told.connect(told.append)
    desktop.window.sound.welcome((GARDEN, THINKING), tmp_path)
    dialog = desktop.window.sound.dialog
    assert isinstance(dialog, Welcome)
    assert any(str(tmp_path) in text and "nothing is downloaded or sent" in text for text in _texts(dialog))
    qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.about.name)
    QTest.keyClicks(dialog.about.name, "Li Na")
    _tab()
    QTest.keyClick(dialog.about.level, Qt.Key.Key_Down)
    _press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is dialog.panel.start
    _press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: desktop.recorder.draft is not None)
    desktop.recorder.hear(read_audio(a_sample().path))
    desktop.recorder.hear(_hiss(2.0))
    qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.next)
    _press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desktop.session.passage_id == "thinking" and desktop.session.stage is Stage.READY)
    assert told == [Learner("Li Na", "A2", "")]
    assert desktop.window.sound.dialog is None

    desktop.window.sound.welcome((GARDEN, THINKING), tmp_path)
    assert desktop.window.sound.dialog is None, "shown once"
    assert open_window(learner=told[0]).window.parts.page.toPlainText() == THINKING.text, "the level is known from now on"


def test_first_run_can_be_skipped(open_window: OpenWindow, qtbot: QtBot, settings: QSettings, tmp_path: Path) -> None:
    desktop = open_window()
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.READY)
    desktop.window.sound.welcome((GARDEN, THINKING), tmp_path)
    dialog = desktop.window.sound.dialog
    assert isinstance(dialog, Welcome)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.about.name)
    _press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: desktop.window.sound.dialog is None)
    assert Preferences(settings).welcomed
    assert desktop.session.passage_id == "garden"


def _texts(widget: object) -> list[str]:
    from PySide6.QtWidgets import QLabel, QWidget

    assert isinstance(widget, QWidget)
    return [label.text() for label in widget.findChildren(QLabel)]


def _press(key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def _tab() -> None:
    _press(Qt.Key.Key_Tab)
