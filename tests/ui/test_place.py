"""The page follows the reader."""

from pytestqt.qtbot import QtBot

from tests.builders import a_waveform
from tests.ui.conftest import Desktop, OpenWindow
from tutor.present.reading import ReadingStyle
from tutor.ui.stage import Stage


def _begin(desktop: Desktop, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.READY)
    desktop.session.record()
    qtbot.waitUntil(lambda: desktop.recorder.draft is not None)
    desktop.recorder.hear(a_waveform(1.0))
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.RECORDING)


def _shown(desktop: Desktop) -> str:
    page = desktop.window.parts.page
    start, end = page._place or (0, 0)
    return page.toPlainText()[start:end]


def test_the_word_being_read_is_underlined_until_the_recording_ends(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = open_window()
    _begin(desktop, qtbot)
    desktop.recorder.hear(a_waveform(0.2))
    qtbot.waitUntil(lambda: _shown(desktop) == "think")
    desktop.recorder.hear(a_waveform(0.2))
    qtbot.waitUntil(lambda: _shown(desktop) == "it")
    before = desktop.window.parts.page.grab().toImage()
    desktop.session.stop()
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.READY)
    assert _shown(desktop) == ""
    assert desktop.window.parts.page.grab().toImage() != before


def test_who_does_not_want_it_is_not_followed(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = open_window()
    desktop.window.reading._keep(ReadingStyle(follows=False))
    _begin(desktop, qtbot)
    desktop.recorder.hear(a_waveform(0.2))
    qtbot.waitUntil(lambda: len(desktop.assessor.overheard[0].blocks) == 2)
    assert desktop.assessor.followed == []
    assert _shown(desktop) == ""


def test_the_line_being_read_stays_in_view(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = open_window()
    window = desktop.window
    window.reading._keep(ReadingStyle(points=32, still=True))
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.READY)
    desktop.session.choose_text("I think it is a garden. " * 30)
    _begin(desktop, qtbot)
    scroll, target = window.parts.page_scroll, desktop.session.target
    assert target is not None
    for word in (5, 60, 100, 179, 20, 0):
        desktop.session.placed.emit(word)
        span = target.words[word]
        rect = window.parts.page.show_place((span.start, span.end))
        at = window.parts.page.mapTo(scroll.viewport(), rect.center().toPoint()).y()
        assert 0 < at < scroll.viewport().height() - rect.height()
