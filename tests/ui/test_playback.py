"""Playing parts of a take, slower and again, as the loudspeaker hears it."""

from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from tests.builders import a_waveform
from tests.ui.conftest import Desktop, OpenWindow
from tutor.practice.listening import Piece


@pytest.fixture
def desktop(open_window: OpenWindow, qtbot: QtBot) -> Desktop:
    made = open_window()
    made.read_aloud(qtbot)
    qtbot.waitUntil(lambda: made.window.choice.word == 1)
    return made


def _has_played(desktop: Desktop, times: int) -> bool:
    return len(desktop.player.played) == times


def test_a_slow_piece_tells_the_seconds_of_the_take(desktop: Desktop, qtbot: QtBot) -> None:
    playback, heard = desktop.session.playback, list[float]()
    playback.moved.connect(heard.append)
    playback.set_speed(0.5)
    desktop.session.play(Piece(1.0, 2.0))
    qtbot.waitUntil(lambda: len(desktop.player.played) == 1)
    assert desktop.player.played[0].seconds == pytest.approx(2.0, abs=0.01)
    desktop.player.position_s = 1.0
    qtbot.waitUntil(lambda: heard[-1:] == [1.5])


def test_a_loop_begins_again_until_it_is_stopped(desktop: Desktop, qtbot: QtBot) -> None:
    playback = desktop.session.playback
    playback.looping = True
    desktop.session.play(Piece(0.5, 1.0))
    for times in (1, 2, 3):
        qtbot.waitUntil(partial(_has_played, desktop, times))
        desktop.player.position_s = None
    playback.stop()
    assert not playback.playing
    qtbot.wait(100)
    assert len(desktop.player.played) <= 4
    assert desktop.player.position_s is None


def test_a_new_speed_goes_on_from_where_it_is(desktop: Desktop, qtbot: QtBot) -> None:
    playback = desktop.session.playback
    with qtbot.waitSignal(playback.started):
        desktop.session.play(Piece(1.0, 2.0))
    desktop.player.position_s = 0.4
    with qtbot.waitSignal(playback.started):
        playback.set_speed(0.5)
    assert desktop.player.played[-1].seconds == pytest.approx(0.6 / 0.5, abs=0.01)


def test_stopping_what_is_about_to_begin(desktop: Desktop, qtbot: QtBot) -> None:
    desktop.session.play()
    assert desktop.session.playback.playing
    desktop.session.playback.stop()
    qtbot.wait(50)
    assert desktop.player.position_s is None
    assert not desktop.session.playback.playing


def test_another_sound_moves_nothing(desktop: Desktop, qtbot: QtBot) -> None:
    playback, heard = desktop.session.playback, list[float]()
    playback.moved.connect(heard.append)
    with qtbot.waitSignal(playback.started):
        playback.play_sound(lambda: a_waveform(1.0))
    desktop.player.position_s = 0.5
    qtbot.wait(100)
    assert heard == []
    desktop.player.position_s = None
    qtbot.waitUntil(lambda: not playback.playing)


def test_another_sound_is_repeated_too_and_at_the_speed_set_meanwhile(desktop: Desktop, qtbot: QtBot) -> None:
    playback = desktop.session.playback
    playback.looping = True
    playback.play_sound(partial(a_waveform, 1.0))
    assert playback.preparing
    qtbot.waitUntil(partial(_has_played, desktop, 1))
    playback.set_speed(0.5)
    desktop.player.position_s = None
    qtbot.waitUntil(partial(_has_played, desktop, 2))
    playback.stop()
    assert [sound.seconds for sound in desktop.player.played] == pytest.approx([1.0, 2.0], abs=0.01)
