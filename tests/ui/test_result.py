"""The result on the page: what is marked and what isn't, what happened between the words, what can be heard."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.builders import a_word, an_assessment
from tests.fakes import FakeAssessor
from tests.ui.conftest import Desktop, OpenWindow
from tutor.domain.assessment import Assessment, Event, Unjudged
from tutor.domain.marks import Mark
from tutor.present.happenings import Happened

CONFIDENCE = ("fairly sure", "a rough idea", "not sure", "no score")
EVENTS = (Event("insertion", 0.1, 0.2, -1), Event("repetition", 0.3, 0.4, 0), Event("hesitation", 1.8, 2.4, 4))


def an_eventful_reading() -> Assessment:
    """With an accent's th in the second word, a cut last word, and something between the words."""
    said = an_assessment(events=EVENTS)
    think = a_word("think", "TH IH1 NG K", 0.5, weak=0)
    accented = replace(think, phones=(replace(think.phones[0], heard="F"), *think.phones[1:]))
    cut = replace(said.words[5], accuracy=None, stress=None, reason=Unjudged.CUT)
    return replace(said, words=(said.words[0], accented, *said.words[2:5], cut))


def shown(open_window: OpenWindow, qtbot: QtBot, answer: Assessment) -> Desktop:
    desktop = open_window(assessor=FakeAssessor(answer=answer))
    desktop.read_aloud(qtbot)
    qtbot.waitUntil(lambda: desktop.window.choice.word is not None)
    return desktop


def marked(desktop: Desktop) -> list[str]:
    """The words of the page that carry a mark now."""
    return [selection.cursor.selectedText() for selection in desktop.window.parts.page.extraSelections()]


def test_what_only_an_accent_changes_is_folded_away_until_it_is_asked_for(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = shown(open_window, qtbot, an_eventful_reading())
    legend = desktop.window.parts.legend
    assert marked(desktop) == ["is", "garden"], "left out, and cut: the accent's word is not marked"
    assert legend.boxes[Mark.ACCENT].text() == "Only an accent: 1"
    legend.boxes[Mark.ACCENT].click()
    assert marked(desktop) == ["think", "is", "garden"]


def test_each_kind_has_its_count_and_can_be_hidden_for_good(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = shown(open_window, qtbot, an_eventful_reading())
    boxes = desktop.window.parts.legend.boxes
    there = {kind for kind, box in boxes.items() if box.isVisible()}
    assert there == {Mark.NOT_READ, Mark.NOT_JUDGED, Mark.ACCENT, Happened.ADDED, Happened.AGAIN, Happened.PAUSE}
    boxes[Mark.NOT_READ].setFocus()
    QTest.keyClick(boxes[Mark.NOT_READ], Qt.Key.Key_Space)
    assert marked(desktop) == ["garden"]
    assert open_window().window.parts.legend.hidden == {Mark.NOT_READ, Mark.ACCENT}


@pytest.mark.parametrize("kind", [Happened.ADDED, Happened.AGAIN, Happened.PAUSE])
def test_what_happened_between_the_words_stands_there_and_says_what_it_was(
    open_window: OpenWindow, qtbot: QtBot, kind: Happened
) -> None:
    desktop = shown(open_window, qtbot, an_eventful_reading())
    page = desktop.window.parts.page
    (where,) = [rect for rect, group in page.badges() if group[0].kind is kind]
    QTest.mouseMove(page.viewport(), QPoint(0, 0))
    QTest.mouseMove(page.viewport(), where.center().toPoint())
    said = {Happened.ADDED: "not in the text", Happened.AGAIN: "said it again", Happened.PAUSE: "A pause of 0.6 s"}[kind]
    qtbot.waitUntil(lambda: said in page.viewport().toolTip())
    assert said.lower() in desktop.window.parts.heat.model().index({Happened.PAUSE: 4}.get(kind, 0), 0).data(
        Qt.ItemDataRole.AccessibleTextRole
    )
    desktop.window.parts.legend.boxes[kind].click()
    assert kind not in {glyph.kind for _, group in page.badges() for glyph in group}


def test_badges_do_not_lie_on_words(open_window: OpenWindow, qtbot: QtBot) -> None:
    page = shown(open_window, qtbot, an_eventful_reading()).window.parts.page
    words = [page.word_rect(at) for at in range(6)]
    assert [rect for rect, _ in page.badges() for word in words if rect.intersects(word)] == []


def test_enter_on_a_line_plays_the_word_it_is_about(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = shown(open_window, qtbot, an_assessment())
    lines = desktop.window.parts.feedback.line_view
    lines.setFocus()
    lines.setCurrentIndex(lines.model().index(0, 0))
    QTest.keyClick(lines, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(desktop.player.played))
    assert desktop.player.played[0].seconds == pytest.approx(0.4, abs=0.05), "“think” lasts 0.4 s"
    desktop.session.playback.stop()


def test_the_accessibility_tree_holds_every_cell_with_word_state_and_confidence(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = shown(open_window, qtbot, an_eventful_reading())
    desktop.window.parts.panels.setCurrentWidget(desktop.window.parts.heat)
    tree = QAccessible.queryAccessibleInterface(desktop.window.parts.heat)
    said = [tree.child(at).text(QAccessible.Text.Name) for at in range(tree.childCount())]
    cells = [name for name in said if ": " in name]
    for word in ("I", "think", "it", "is", "a", "garden"):
        (cell,) = [name for name in cells if name.startswith(f"{word}: ")]
        state = cell.removeprefix(f"{word}: ").partition(",")[0]
        assert state in (
            "clear",
            "clear but for a sound",
            "needs work",
            "not sure",
            "not read",
            "not judged",
            "part of an accent",
        )
        assert any(how in cell for how in CONFIDENCE)
    assert len(cells) == 6 + sum(len(word.phones) for word in an_eventful_reading().words)


def test_the_strip_says_what_was_heard_with_its_chance(open_window: OpenWindow, qtbot: QtBot) -> None:
    said = an_assessment()
    think = said.words[1]
    heard = replace(think, phones=(replace(think.phones[0], heard_chance=0.83), *think.phones[1:]))
    strip = shown(open_window, qtbot, replace(said, words=(said.words[0], heard, *said.words[2:]))).window.parts.strip
    assert strip.view.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole).endswith("heard s (83%)")
    assert strip.view.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole).endswith("as expected")


def test_words_correct_per_minute_stand_beside_the_scores(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = shown(open_window, qtbot, an_assessment())
    notes = [label.text() for label in desktop.window.parts.feedback.findChildren(QLabel) if label.isVisible()]
    assert any(note.startswith("104 words correct per minute. From ") for note in notes)
