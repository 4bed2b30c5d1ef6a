"""“My accent is fine here” from a marked sound, its undoing, and the list."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from tests.builders import an_assessment
from tests.fakes import MemoryLibrary
from tests.ui.conftest import Desktop, OpenWindow
from tests.ui.test_access import unnamed
from tutor.domain.accepted import Acceptance
from tutor.domain.marks import Mark
from tutor.present.heat import word_cells
from tutor.ui.accepted_list import AcceptedDialog

IN_THINK = Acceptance("TH", "S", "think")


def a_result(open_window: OpenWindow, qtbot: QtBot, *accepted: Acceptance) -> Desktop:
    desktop = open_window(library=MemoryLibrary(fine=set(accepted)))
    desktop.read_aloud(qtbot)
    qtbot.waitUntil(lambda: desktop.session.attempt is not None and desktop.session.attempt.assessment is not None)
    qtbot.waitUntil(lambda: desktop.window.choice.word is not None)
    return desktop


def mark_of_think(desktop: Desktop) -> Mark:
    assert desktop.session.attempt is not None
    assert desktop.session.attempt.assessment is not None
    return word_cells(desktop.session.attempt.assessment)[1].mark


def test_one_key_accepts_the_marked_sound_of_the_chosen_word_and_the_stored_assessment_stays(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    desktop = a_result(open_window, qtbot)
    window = desktop.window
    assert window.choice.word == 1
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_F)
    qtbot.waitUntil(lambda: mark_of_think(desktop) is Mark.CLEAR)
    assert desktop.library.fine == {IN_THINK}
    assert window.choice.word == 1, "the word stays chosen"
    assert "will not be marked any more" in window.parts.banner.text
    assert not window.actions_.fine_here.isEnabled(), "nothing is marked in it now"
    assert window.parts.strip.view.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole).find("you accept") > 0
    (stored,) = desktop.history.kept.values()
    assert stored.assessment.words == an_assessment().words

    next(button for button in window.parts.banner.findChildren(QToolButton) if button.text() == "Mark it again").click()
    qtbot.waitUntil(lambda: mark_of_think(desktop) is Mark.NEEDS_WORK)
    assert desktop.library.fine == set()


def test_accepted_in_all_words_and_taken_off_the_list(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = a_result(open_window, qtbot)
    desktop.window.actions_.fine_everywhere.trigger()
    qtbot.waitUntil(lambda: desktop.library.fine == {Acceptance("TH", "S")})
    qtbot.waitUntil(lambda: mark_of_think(desktop) is Mark.CLEAR)
    desktop.window.actions_.fine_list.trigger()
    (dialog,) = desktop.window.findChildren(AcceptedDialog)
    assert unnamed(dialog) == []
    row = dialog.view.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert row == "“s” /s/ for “th” /θ/, in all words"
    dialog.take_off.click()
    qtbot.waitUntil(lambda: mark_of_think(desktop) is Mark.NEEDS_WORK)
    assert not dialog.take_off.isEnabled()
    dialog.close()


def test_what_was_accepted_before_is_never_marked_and_other_sounds_are(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = a_result(open_window, qtbot, IN_THINK)
    assert mark_of_think(desktop) is Mark.CLEAR
    assert desktop.window.choice.marked == 1, "“is” was left out"
    desktop = a_result(open_window, qtbot, Acceptance("G", "K"))
    assert mark_of_think(desktop) is Mark.NEEDS_WORK
