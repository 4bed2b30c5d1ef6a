"""Hearing a word, a phrase or a sentence again, by mouse and by keys, and the model voice beside it."""

from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fakes import FakeVoice
from tests.ui.conftest import Desktop, OpenWindow
from tutor.acoustics.measure import measure
from tutor.domain.audio import Waveform
from tutor.domain.errors import AudioError
from tutor.present.messages import error_message
from tutor.ui.stage import Stage


@pytest.fixture
def desktop(open_window: OpenWindow, qtbot: QtBot) -> Desktop:
    return _read(open_window(), qtbot)


def _read(desktop: Desktop, qtbot: QtBot) -> Desktop:
    desktop.read_aloud(qtbot)
    qtbot.waitUntil(lambda: desktop.window.choice.word == 1)
    return desktop


def _press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifier)


def _heard(desktop: Desktop, qtbot: QtBot, times: int = 1) -> Waveform:
    qtbot.waitUntil(lambda: len(desktop.player.played) == times)
    return desktop.player.played[-1]


def _click(desktop: Desktop, word: int) -> None:
    page = desktop.window.parts.page
    where = page.word_rect(word).center().toPoint()
    QTest.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)


def test_clicking_a_word_plays_it_within_a_tenth_of_a_second(desktop: Desktop, qtbot: QtBot) -> None:
    times = []
    for times_heard, word in enumerate((1, 5, 0, 2, 4), start=1):
        began = perf_counter()
        _click(desktop, word)
        _heard(desktop, qtbot, times_heard)
        times.append(perf_counter() - began)
    assert desktop.window.choice.word == 4
    assert sorted(times)[2] < 0.1, times


def test_a_slowed_word_of_a_long_take_plays_within_a_tenth_of_a_second(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = open_window()
    desktop.read_aloud(qtbot, seconds=300.0)
    qtbot.waitUntil(lambda: desktop.window.choice.word == 1)
    for _ in range(3):
        desktop.window.listen.actions.slower.trigger()
    times = []
    for times_heard in (1, 2, 3):
        began = perf_counter()
        _click(desktop, 1)
        sound = _heard(desktop, qtbot, times_heard)
        times.append(perf_counter() - began)
    assert sorted(times)[1] < 0.1, times
    assert sound.seconds == pytest.approx(2 * 0.55, abs=0.01), "think and its edges at half speed"


def test_enter_and_h_play_the_word_s_its_sentence_and_shift_p_the_rest(desktop: Desktop, qtbot: QtBot) -> None:
    _press(Qt.Key.Key_Return)
    assert _heard(desktop, qtbot, 1).seconds == pytest.approx(0.55, abs=0.01)
    _press(Qt.Key.Key_H)
    assert _heard(desktop, qtbot, 2).seconds == pytest.approx(0.55, abs=0.01)
    _press(Qt.Key.Key_S)
    assert _heard(desktop, qtbot, 3).seconds == pytest.approx(2.5, abs=0.01)
    _press(Qt.Key.Key_P, Qt.KeyboardModifier.ShiftModifier)
    assert _heard(desktop, qtbot, 4).seconds == pytest.approx(2.55, abs=0.01)
    qtbot.waitUntil(lambda: desktop.window.listen.bar.state == "Playing from “think” on. Speed 1×.")


def test_a_selection_is_played_as_a_phrase(desktop: Desktop, qtbot: QtBot) -> None:
    page = desktop.window.parts.page
    cursor = page.textCursor()
    cursor.setPosition(3)
    cursor.setPosition(10, QTextCursor.MoveMode.KeepAnchor)
    page.setTextCursor(cursor)
    _press(Qt.Key.Key_H)
    assert _heard(desktop, qtbot).seconds == pytest.approx(1.2, abs=0.01), "think it"


def test_brackets_change_the_speed_and_l_repeats(desktop: Desktop, qtbot: QtBot) -> None:
    listen = desktop.window.listen
    for _ in range(5):
        _press(Qt.Key.Key_BracketLeft)
    assert desktop.session.playback.speed == 0.5
    assert not listen.actions.slower.isEnabled()
    _press(Qt.Key.Key_BracketRight)
    assert desktop.session.playback.speed == 0.65
    _press(Qt.Key.Key_L)
    assert desktop.session.playback.looping
    assert listen.bar.state.endswith("Speed 0.65×. Repeating.")


def test_a_word_that_was_not_read_says_so(desktop: Desktop, qtbot: QtBot) -> None:
    desktop.window.choice.choose_word(3)
    desktop.window.listen.actions.word.trigger()
    assert desktop.window.listen.bar.state.startswith("“is” was not read.")
    assert desktop.player.played == []


def test_nothing_plays_while_the_microphone_is_open(desktop: Desktop, qtbot: QtBot) -> None:
    desktop.session.record()
    assert not desktop.window.listen.actions.word.isEnabled()
    assert not desktop.window.listen.bar.isVisible()
    desktop.session.discard()


def test_the_model_says_the_word_or_the_sentence_at_the_speed_that_is_set(open_window: OpenWindow, qtbot: QtBot) -> None:
    voice = FakeVoice()
    desktop = _read(open_window(voice=voice), qtbot)
    _press(Qt.Key.Key_M)
    assert _heard(desktop, qtbot, 1).seconds == pytest.approx(0.25, abs=0.01)
    _press(Qt.Key.Key_BracketLeft)
    _press(Qt.Key.Key_M, Qt.KeyboardModifier.ShiftModifier)
    assert _heard(desktop, qtbot, 2).seconds == pytest.approx(1.5 / 0.8, abs=0.01)
    assert voice.asked == ["think", "I think it is a garden"]


def test_mine_and_the_model_follow_each_other_at_one_level(desktop: Desktop, qtbot: QtBot) -> None:
    _press(Qt.Key.Key_C)
    both = _heard(desktop, qtbot)
    mine, model = (Waveform(part, both.rate) for part in (both.samples[: round(0.55 * both.rate)], both.samples[-4000:]))
    assert abs(measure(mine).level_db - measure(model).level_db) < 1
    assert both.seconds == pytest.approx(0.55 + 0.5 + 0.25, abs=0.01)


def test_without_a_voice_the_buttons_say_so_and_what_to_do(open_window: OpenWindow, qtbot: QtBot) -> None:
    lack = AudioError("no_voice")
    desktop = _read(open_window(voice=FakeVoice(lack=lack)), qtbot)
    listen = desktop.window.listen
    assert listen.actions.model.iconText() == "Model (off)"
    assert listen.actions.model.toolTip() == str(error_message(lack))
    _press(Qt.Key.Key_M)
    assert desktop.window.parts.banner.text == str(error_message(lack))
    assert desktop.player.played == []


def test_a_voice_that_stays_silent_is_told(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = _read(open_window(voice=FakeVoice(error=AudioError("voice_silent", program="espeak-ng"))), qtbot)
    _press(Qt.Key.Key_M)
    qtbot.waitUntil(lambda: bool(desktop.errors))
    assert not desktop.session.playback.playing


def test_two_takes_are_compared_by_keyboard(desktop: Desktop, qtbot: QtBot) -> None:
    compare = desktop.window.parts.compare
    assert compare.summary.text().startswith("There is no other take of this text yet.")
    desktop.clock.advance(60)
    desktop.read_aloud(qtbot)
    qtbot.waitUntil(lambda: compare.choice.count() == 1)
    _press(Qt.Key.Key_C, Qt.KeyboardModifier.ShiftModifier)
    assert desktop.window.parts.panels.currentWidget().isAncestorOf(compare)
    assert QApplication.focusWidget() is compare.choice
    assert compare.summary.text().startswith("No aspect changed")
    assert compare.aspect_view.model().rowCount() == 5


def test_the_models_melody_is_drawn_when_asked_for_and_for_later_takes(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = _read(open_window(voice=FakeVoice(edge_s=0.2)), qtbot)
    listen, melody = desktop.window.listen, desktop.window.parts.melody()
    assert "model voice" not in melody.summaries()[0]
    _press(Qt.Key.Key_H, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: "model voice" in melody.summaries()[0])
    assert len(desktop.assessor.heard) == 2, "the take and the voice"
    desktop.read_aloud(qtbot)
    qtbot.waitUntil(lambda: len(desktop.assessor.heard) == 3 and desktop.session.stage is Stage.READY)
    qtbot.waitUntil(lambda: "model voice" in melody.summaries()[0])
    listen.actions.melody.trigger()
    assert "model voice" not in melody.summaries()[0]
    assert len(desktop.assessor.heard) == 3, "what the voice read is known"


def test_a_voice_that_fails_switches_its_melody_off(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = _read(open_window(voice=FakeVoice(error=AudioError("voice_silent", program="say"))), qtbot)
    desktop.window.listen.actions.melody.trigger()
    qtbot.waitUntil(lambda: bool(desktop.errors))
    assert not desktop.window.listen.actions.melody.isChecked()
    hum = _read(open_window(), qtbot)
    hum.window.listen.actions.melody.trigger()
    qtbot.waitUntil(lambda: bool(hum.errors))
    assert str(hum.errors[0]) == "voice_unclear"
    none = _read(open_window(voice=FakeVoice(lack=AudioError("no_voice"))), qtbot)
    none.window.listen.actions.melody.trigger()
    assert not none.window.listen.actions.melody.isChecked()
    assert none.window.parts.banner.text == str(error_message(AudioError("no_voice")))
