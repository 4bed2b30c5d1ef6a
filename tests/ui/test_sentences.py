"""Sentence by sentence: one large on the page, the whole text within reach."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.builders import a_waveform
from tests.ui import conftest
from tests.ui.conftest import Desktop, OpenWindow
from tutor.domain.target import Passage
from tutor.ui.stage import Stage

WHOLE = "I think it is. It is a garden. I think."
LONG = Passage("long", "Long", "A1", WHOLE, ("TH",), "CC0-1.0")


@pytest.fixture
def desktop(open_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Desktop:
    monkeypatch.setattr(conftest, "GARDEN", LONG)
    desktop = open_window()
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.READY)
    return desktop


def _to(desktop: Desktop, qtbot: QtBot, text: str) -> None:
    qtbot.waitUntil(lambda: desktop.session.text == text and desktop.session.stage is Stage.READY)
    assert desktop.window.parts.page.toPlainText() == text


def _press(desktop: Desktop, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    QTest.keyClick(desktop.window.parts.page, key, modifier)


def test_by_keys_from_the_whole_through_its_sentences_and_back(desktop: Desktop, qtbot: QtBot) -> None:
    window = desktop.window
    whole = window.parts.page.font().pointSizeF()
    window.actions_.sentence_mode.trigger()
    _to(desktop, qtbot, "I think it is.")
    assert window.parts.page.font().pointSizeF() > whole
    assert not window.actions_.previous_sentence.isEnabled()
    _press(desktop, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    _to(desktop, qtbot, "It is a garden.")
    assert "2 of 3" in window.sentences.bar._place.text()
    _press(desktop, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    _to(desktop, qtbot, "I think.")
    assert not window.actions_.next_sentence.isEnabled()
    _press(desktop, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    _to(desktop, qtbot, "It is a garden.")
    window.actions_.sentence_mode.trigger()
    _to(desktop, qtbot, WHOLE)
    assert window.parts.page.font().pointSizeF() == whole
    window.actions_.sentence_mode.trigger()
    _to(desktop, qtbot, "I think it is.")


def test_a_take_of_a_sentence_belongs_to_the_passage_and_is_found_again(desktop: Desktop, qtbot: QtBot) -> None:
    window = desktop.window
    window.actions_.sentence_mode.trigger()
    _to(desktop, qtbot, "I think it is.")
    window.actions_.next_sentence.trigger()
    _to(desktop, qtbot, "It is a garden.")
    desktop.session.record()
    qtbot.waitUntil(lambda: desktop.recorder.draft is not None)
    desktop.recorder.hear(a_waveform(1.0))
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.RECORDING)
    assert not window.actions_.next_sentence.isEnabled()
    desktop.session.discard()
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.READY)
    take = desktop.history.keep(a_waveform(1.0), "It is a garden.", "long", desktop.clock.now(), "")
    desktop.session.choose_text("I think.")
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.READY)
    desktop.session.choose_take(take.id)
    qtbot.waitUntil(lambda: desktop.session.attempt is not None and window.actions_.next_sentence.isEnabled())
    assert (desktop.session.text, desktop.session.passage_id) == ("It is a garden.", "long")
    window.actions_.next_sentence.trigger()
    _to(desktop, qtbot, "I think.")
    assert desktop.session.passage_id == "long"


def test_another_passage_begins_with_its_first_sentence(desktop: Desktop, qtbot: QtBot) -> None:
    desktop.window.actions_.sentence_mode.trigger()
    _to(desktop, qtbot, "I think it is.")
    desktop.session.choose_text("It is. I think it is.")
    _to(desktop, qtbot, "It is.")
    desktop.session.choose_text("It is a garden.")
    _to(desktop, qtbot, "It is a garden.")
    assert not desktop.window.sentences.bar.isVisible(), "it is the only one"
