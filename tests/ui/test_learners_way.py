"""A learner's whole way through the window, by keyboard alone."""

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders import a_waveform
from tests.ui.conftest import Desktop, OpenWindow
from tutor.domain.audio import as_kept
from tutor.present.reading import ReadingStyle
from tutor.ui.stage import Stage


def _press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifier)


def _recorded(desktop: Desktop, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.READY)
    _press(Qt.Key.Key_R)
    qtbot.waitUntil(lambda: desktop.recorder.draft is not None)
    desktop.recorder.hear(a_waveform(3.0))
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.RECORDING)


def test_reading_by_keyboard_from_choosing_a_passage_to_the_first_word_to_work_on(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = open_window()
    window = desktop.window
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.READY)
    _press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    _press(Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: desktop.session.passage_id == "thinking" and desktop.session.stage is Stage.READY)
    _press(Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: desktop.session.passage_id == "garden" and desktop.session.stage is Stage.READY)

    _recorded(desktop, qtbot)
    assert window.transport.status.startswith("Recording")
    desktop.clock.advance(65)
    qtbot.waitUntil(lambda: "1:05" in window.transport.time_shown)
    _press(Qt.Key.Key_R)
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.READY)

    assert window.choice.word == 1, "the first marked word is chosen by itself"
    assert window.transport.status == "2 of 6 words need work."
    assert QApplication.focusWidget() is window.parts.page
    assert window.parts.heat.currentIndex().row() == 1


def test_the_assessor_hears_the_take_while_it_is_recorded(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = open_window()
    _recorded(desktop, qtbot)
    sound = a_waveform(3.0)
    qtbot.waitUntil(lambda: bool(desktop.assessor.overheard and desktop.assessor.overheard[0].blocks))
    (overheard,) = desktop.assessor.overheard
    assert desktop.assessor.heard == []
    assert overheard.rate == desktop.recorder.sample_rate
    assert np.array_equal(np.concatenate(overheard.blocks), as_kept(sound.samples))


def test_arrows_and_n_walk_the_words(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = open_window()
    _recorded(desktop, qtbot)
    _press(Qt.Key.Key_R)
    qtbot.waitUntil(lambda: desktop.window.choice.word == 1)
    _press(Qt.Key.Key_Right)
    assert desktop.window.choice.word == 2
    _press(Qt.Key.Key_N)
    assert desktop.window.choice.word == 3, "“is” was left out"
    _press(Qt.Key.Key_N)
    assert desktop.window.choice.word == 1, "around the end"
    _press(Qt.Key.Key_Left)
    _press(Qt.Key.Key_Left)
    assert desktop.window.choice.word == 0, "the first word has none before it"


def test_a_rationale_line_chooses_the_sound_it_speaks_of(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = open_window()
    _recorded(desktop, qtbot)
    _press(Qt.Key.Key_R)
    qtbot.waitUntil(lambda: desktop.window.choice.word == 1)
    desktop.window.choice.choose_word(5)
    lines = desktop.window.parts.feedback.line_view
    lines.setFocus()
    lines.setCurrentIndex(lines.model().index(0, 0))
    _press(Qt.Key.Key_Return)
    assert (desktop.window.choice.word, desktop.window.choice.phone) == (1, 0)
    assert desktop.window.parts.strip.view.currentIndex().row() == 0
    assert (desktop.window.parts.heat.currentIndex().row(), desktop.window.parts.heat.currentIndex().column()) == (1, 1)


def test_space_records_on_the_page_and_escape_discards(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = open_window()
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.READY)
    _press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: desktop.recorder.draft is not None)
    desktop.recorder.hear(a_waveform(1.0))
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.RECORDING)
    _press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.READY)
    assert desktop.history.kept == {}
    assert desktop.recorder.draft is None


def test_recording_is_announced_only_once_samples_arrive(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = open_window()
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.READY)
    desktop.session.record()
    qtbot.waitUntil(lambda: desktop.recorder.draft is not None)
    qtbot.wait(150)
    assert desktop.session.stage is Stage.OPENING
    assert desktop.window.transport.status == "Waiting for the microphone…"
    desktop.recorder.hear(a_waveform(0.2))
    qtbot.waitUntil(lambda: desktop.window.transport.status.startswith("Recording"))


def test_stopping_before_the_first_sample_keeps_nothing(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = open_window()
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.READY)
    desktop.session.record()
    desktop.session.stop()
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.READY)
    assert desktop.history.kept == {}
    assert desktop.recorder.draft is None
    assert desktop.errors == []


def test_an_own_text_takes_the_page(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = open_window()
    desktop.session.choose_text("It is a garden.")
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.READY)
    assert desktop.window.parts.page.toPlainText() == "It is a garden."
    assert desktop.window.parts.title.text() == "My text"


def test_an_earlier_take_is_shown_again(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = open_window()
    desktop.read_aloud(qtbot)
    qtbot.waitUntil(lambda: desktop.window.choice.word == 1)
    desktop.session.choose_text("It is a garden.")
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.READY)
    takes = desktop.window.side.take_view
    qtbot.waitUntil(lambda: takes.model().rowCount() == 1)
    desktop.window.side.tabs.setCurrentIndex(1)
    takes.setFocus()
    qtbot.wait(50)
    assert desktop.session.attempt is None, "to look at the list opens nothing"
    _press(Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: desktop.session.attempt is not None)
    assert desktop.window.parts.page.toPlainText() == "I think it is a garden."
    assert desktop.window.choice.word == 1


def test_playing_moves_the_cursor_and_stops(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = open_window()
    desktop.read_aloud(qtbot)
    qtbot.waitUntil(lambda: desktop.window.choice.word == 1)
    with qtbot.waitSignal(desktop.session.playback.moved):
        _press(Qt.Key.Key_P)
    assert desktop.player.played[0].seconds == 3.0
    assert desktop.window.actions_.play.text() == "Sto&p playing"
    with qtbot.waitSignal(desktop.session.playback.ended):
        _press(Qt.Key.Key_P)
    assert desktop.player.position_s is None


def test_text_size_follows_the_keys_and_is_remembered(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = open_window()
    before = desktop.window.parts.page.font().pointSizeF()
    _press(Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    larger = desktop.window.parts.page.font().pointSizeF()
    assert larger > before
    again = open_window()
    assert again.window.parts.page.font().pointSizeF() == larger
    for _ in range(20):
        again.window.actions_.smaller.trigger()
    assert again.window.parts.page.font().pointSizeF() == 16


def test_letters_beyond_the_basic_plane_do_not_shift_the_marks(open_window: OpenWindow) -> None:
    page = open_window().window.parts.page
    page.show_text("😀 I think", ReadingStyle())
    page.show_marks([(2, 3), (4, 9)], ())
    assert page.word_text(1) == "think"
