"""Own texts through the window: kept, found, changed, taken away and put back, opened and dropped; and words corrected."""

from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QToolButton
from pytestqt.qtbot import QtBot

from tests.builders import phones
from tests.fakes import FakeVoice, MemoryLibrary
from tests.ui.conftest import Desktop, OpenWindow
from tests.ui.test_access import unnamed
from tutor.domain.errors import AudioError
from tutor.domain.library import OwnText
from tutor.ui.own_text import OwnTextDialog
from tutor.ui.stage import Stage
from tutor.ui.words import WordsDialog

Dialog = TypeVar("Dialog", bound=QDialog)
GARDEN = OwnText(1, "My garden", "It is a garden.", ("Home", "easy"))
BLORVANE = "Blorvane has 5 cats & a dog."


def a_library() -> MemoryLibrary:
    return MemoryLibrary(kept={1: GARDEN})


def ready(desktop: Desktop, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.READY)


def titles(desktop: Desktop) -> list[str]:
    model = desktop.window.side.passage_view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def editor(desktop: Desktop, qtbot: QtBot) -> OwnTextDialog:
    qtbot.waitUntil(lambda: bool(_open(desktop, OwnTextDialog)))
    return _open(desktop, OwnTextDialog)[0]


def _open(desktop: Desktop, kind: type[Dialog]) -> list[Dialog]:
    return [each for each in desktop.window.findChildren(kind) if each.isVisible()]


def _says(dialog: OwnTextDialog, what: str) -> bool:
    return what in dialog.report.text()


def read_own(desktop: Desktop, qtbot: QtBot) -> None:
    """Choose the own text in the list."""
    qtbot.waitUntil(lambda: "My garden" in titles(desktop))
    ready(desktop, qtbot)
    desktop.window.side.passage_view.setCurrentIndex(desktop.window.side.passage_view.model().index(0, 0))
    qtbot.waitUntil(lambda: desktop.session.text == GARDEN.text and desktop.session.stage is Stage.READY)


def test_a_pasted_text_is_looked_at_kept_and_put_on_the_page(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = open_window(simple=False)
    ready(desktop, qtbot)
    desktop.window.actions_.own_text.trigger()
    dialog = editor(desktop, qtbot)
    assert unnamed(dialog) == []
    assert not dialog.keep.isEnabled()
    for nothing, says in (("?!…", "no English word"), ("我们", "no English word"), ("a " * 110_000, "too long")):
        dialog.edit.setPlainText("It is.")
        qtbot.waitUntil(dialog.keep.isEnabled)
        dialog.edit.setPlainText(nothing)
        assert not dialog.keep.isEnabled()
        qtbot.waitUntil(partial(_says, dialog, says))
        assert not dialog.keep.isEnabled()
    dialog.edit.setPlainText(f"  {BLORVANE}\n")
    qtbot.waitUntil(dialog.keep.isEnabled)
    assert "Read out as words: 5 → five, & → and" in dialog.report.text()
    assert "1 word is guessed: “Blorvane”" in dialog.report.text()
    dialog.tags.setText("Pets, easy")
    dialog.keep.click()
    qtbot.waitUntil(lambda: desktop.session.text == BLORVANE)
    ready(desktop, qtbot)
    assert list(desktop.library.texts()) == [OwnText(1, BLORVANE, BLORVANE, ("Pets", "easy"))]
    qtbot.waitUntil(lambda: desktop.window.parts.title.text() == BLORVANE)
    assert titles(desktop)[0] == BLORVANE
    assert desktop.window.texts.guessed.text == "1 word is guessed: “Blorvane”"
    assert desktop.window.texts.guessed.isVisible()


def test_texts_are_found_by_title_and_tag(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = open_window(library=a_library())
    qtbot.waitUntil(lambda: titles(desktop) == ["My garden", "The garden", "Thinking"])
    ready(desktop, qtbot)
    desktop.window.actions_.find_text.trigger()
    field = desktop.window.side.filter
    assert QApplication.focusWidget() is field
    QTest.keyClicks(field, "home")
    assert titles(desktop) == ["My garden"]
    field.setText("garden")
    assert titles(desktop) == ["My garden", "The garden"]
    assert desktop.session.passage_id == "garden", "to look for a text opens none"
    field.clear()
    assert len(titles(desktop)) == 3


def test_an_own_text_is_read_changed_deleted_and_put_back(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = open_window(library=a_library())
    made = desktop.window.actions_
    read_own(desktop, qtbot)
    assert desktop.window.parts.title.text() == "My garden"
    made.edit_text.trigger()
    dialog = editor(desktop, qtbot)
    dialog.title.setText("Our garden")
    qtbot.waitUntil(dialog.keep.isEnabled)
    dialog.keep.click()
    qtbot.waitUntil(lambda: "Our garden" in titles(desktop))
    assert len(desktop.library.kept) == 1
    ready(desktop, qtbot)
    assert made.remove_text.isEnabled()
    made.remove_text.trigger()
    qtbot.waitUntil(lambda: "Our garden" not in titles(desktop))
    banner = desktop.window.parts.banner
    qtbot.waitUntil(lambda: "“Our garden” was taken off your texts." in banner.text)
    assert not made.remove_text.isEnabled(), "a passage that ships can't be deleted"
    next(button for button in banner.findChildren(QToolButton) if button.text() == "Put it back").click()
    qtbot.waitUntil(lambda: "Our garden" in titles(desktop))


def test_a_text_file_is_opened_into_the_editor_and_another_one_says_what_it_is(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desktop = open_window()
    ready(desktop, qtbot)
    good, bad = tmp_path / "it is.txt", tmp_path / "book.pdf"
    good.write_bytes("It is.".encode("utf-16"))
    bad.write_bytes(b"%PDF-1.7")
    chosen = bad
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(chosen), ""))
    desktop.window.actions_.open_text.trigger()
    qtbot.waitUntil(lambda: "book.pdf is a PDF" in desktop.window.parts.banner.text)
    chosen = good
    desktop.window.actions_.open_text.trigger()
    dialog = editor(desktop, qtbot)
    assert (dialog.title.text(), dialog.edit.toPlainText()) == ("it is", "It is.")
    dialog.reject()
    assert desktop.library.kept == {}


def test_a_file_dragged_onto_the_window_is_opened(open_window: OpenWindow, qtbot: QtBot, tmp_path: Path) -> None:
    desktop = open_window()
    ready(desktop, qtbot)
    path = tmp_path / "dropped.txt"
    path.write_text("I think it is.")
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path))])
    how = (Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(desktop.window, QDragEnterEvent(QPoint(100, 100), *how))
    QApplication.sendEvent(desktop.window, QDropEvent(QPointF(100, 100), *how))
    assert editor(desktop, qtbot).edit.toPlainText() == "I think it is."


def words_of(desktop: Desktop, qtbot: QtBot) -> WordsDialog:
    desktop.window.actions_.words.trigger()
    qtbot.waitUntil(lambda: bool(_open(desktop, WordsDialog)))
    dialog = _open(desktop, WordsDialog)[0]
    qtbot.waitUntil(lambda: dialog.ways.count() > 2)
    return dialog


def expected(desktop: Desktop, word: int = 0) -> tuple[str, list[str]]:
    assert desktop.session.target is not None
    found = desktop.session.target.words[word]
    return found.source, [" ".join(map(str, said)) for said in found.pronunciations]


def test_a_guessed_word_is_corrected_by_choosing_and_by_picking_sounds(open_window: OpenWindow, qtbot: QtBot) -> None:
    voice = FakeVoice()
    desktop = open_window(simple=False, voice=voice)
    desktop.session.choose_text(BLORVANE)
    ready(desktop, qtbot)
    assert expected(desktop)[0] == "guessed"
    dialog = words_of(desktop, qtbot)
    assert unnamed(dialog) == []
    dialog.hear.click()
    qtbot.waitUntil(lambda: voice.asked == ["Blorvane"])
    dialog.ways.item(1).setCheckState(Qt.CheckState.Checked)
    qtbot.waitUntil(lambda: expected(desktop)[0] == "own" and len(expected(desktop)[1]) == 2)
    assert not desktop.window.texts.guessed.isVisible()
    dialog.ways.item(0).setCheckState(Qt.CheckState.Unchecked)
    qtbot.waitUntil(lambda: len(expected(desktop)[1]) == 1)

    dialog.another.click()
    assert unnamed(dialog) == []
    for symbol in ("B", "L", "AO", "V", "EY", "N"):
        next(each for each in dialog.picker.findChildren(QToolButton) if each.property("sound") == symbol).click()
    assert dialog.picker.typed.text() == "B L AO1 V EY0 N"
    dialog.picker.stress.setCurrentIndex(1)
    dialog.picker.stress.activated.emit(1)
    assert "blaw-VAYN" in dialog.picker.preview.text()
    dialog.picker.add.click()
    qtbot.waitUntil(lambda: "B L AO0 V EY1 N" in expected(desktop)[1])
    dialog.reset.click()
    qtbot.waitUntil(lambda: expected(desktop)[0] == "guessed")
    dialog.right.click()
    qtbot.waitUntil(lambda: expected(desktop)[0] == "own")
    dialog.close()


def test_without_a_model_voice_the_button_says_why(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = open_window(voice=FakeVoice(lack=AudioError("no_voice")))
    ready(desktop, qtbot)
    dialog = words_of(desktop, qtbot)
    assert not dialog.hear.isEnabled()
    assert "voice" in dialog.hear.toolTip()
    dialog.close()


def test_typed_sounds_are_understood_or_named(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = open_window(simple=False)
    desktop.session.choose_text("A dog.")
    ready(desktop, qtbot)
    dialog = words_of(desktop, qtbot)
    dialog.choose_word("dog")
    dialog.another.click()
    QTest.keyClicks(dialog.picker.typed, "d7")
    assert "“7” is no sound" in dialog.picker.preview.text()
    assert not dialog.picker.add.isEnabled()
    dialog.picker.typed.clear()
    QTest.keyClicks(dialog.picker.typed, "d aa g z")
    dialog.picker.add.click()
    qtbot.waitUntil(lambda: expected(desktop, 1)[0] == "own")
    assert expected(desktop, 1)[1][-1] == "D AA1 G Z"
    assert desktop.wordbook.make_target("dog", None).words[0].pronunciations[-1] == phones("D AA1 G Z")
    dialog.close()


def test_a_result_can_be_assessed_by_a_word_that_is_said_another_way_now(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = open_window(simple=False)
    ready(desktop, qtbot)
    desktop.read_aloud(qtbot)
    qtbot.waitUntil(lambda: desktop.window.choice.word == 1)
    dialog = words_of(desktop, qtbot)
    assert dialog.word_view.currentIndex().data() == "think", "the word that is chosen in the result"
    dialog.another.click()
    QTest.keyClicks(dialog.picker.typed, "t ih ng k")
    dialog.picker.add.click()
    banner = desktop.window.parts.banner
    qtbot.waitUntil(lambda: "Assess it again" in banner.text)
    qtbot.waitUntil(lambda: expected(desktop, 1)[1] == ["TH IH1 NG K", "T IH1 NG K"])
    dialog.close()
    next(button for button in banner.findChildren(QToolButton) if button.text() == "Assess again").click()
    qtbot.waitUntil(lambda: len(desktop.assessor.heard) == 2)
    assert desktop.assessor.heard[1][1].words[1].pronunciations[1] == phones("T IH1 NG K")
    ready(desktop, qtbot)
