"""From a marked sound to a drill and back, by keyboard; and from the deck on another day."""

from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from tests.builders import a_waveform, a_word, an_assessment
from tests.fakes import FakeAssessor, MemoryDeck
from tests.ui.conftest import Desktop, OpenWindow
from tutor.domain.assessment import Assessment
from tutor.domain.audio import AudioFacts, Waveform
from tutor.domain.take import DRILL
from tutor.domain.target import Target
from tutor.practice.ports import Progress
from tutor.ui.deck_dialog import DeckDialog
from tutor.ui.stage import Stage


@dataclass
class DrillAssessor(FakeAssessor):
    """Hears the garden's sentence as `an_assessment`; every other text clear, but for TH while `slips`."""

    slips: bool = True

    def assess(self, waveform: Waveform, facts: AudioFacts, target: Target, progress: Progress) -> Assessment:
        if len(target.words) == 6:
            return super().assess(waveform, facts, target, progress)
        words = []
        for at, word in enumerate(target.words):
            said = word.pronunciations[0]
            weak = next((nth for nth, phone in enumerate(said) if phone.symbol == "TH"), None) if self.slips else None
            words.append(a_word(word.text, " ".join(map(str, said)), 0.3 + at, weak=weak))
        return replace(an_assessment(audio=facts), words=tuple(words), rationale=(), events=(), prosody=None)


def _press(key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def _tried(desktop: Desktop, qtbot: QtBot, key: Qt.Key = Qt.Key.Key_Return) -> None:
    tries = len(desktop.session.drill.tries)
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.READY)
    _press(key)
    qtbot.waitUntil(lambda: desktop.recorder.draft is not None)
    desktop.recorder.hear(a_waveform(0.8))
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.RECORDING)
    _press(key)
    qtbot.waitUntil(lambda: len(desktop.session.drill.tries) == tries + 1)
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.READY)


def _drilling(open_window: OpenWindow, qtbot: QtBot, assessor: DrillAssessor, deck: MemoryDeck | None = None) -> Desktop:
    desktop = open_window(assessor=assessor, simple=False, deck=deck)
    desktop.read_aloud(qtbot)
    qtbot.waitUntil(lambda: desktop.window.choice.word == 1)
    qtbot.waitUntil(lambda: len(desktop.deck.kept) == 1)
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.READY)
    _press(Qt.Key.Key_D)
    qtbot.waitUntil(lambda: desktop.session.drill.active and desktop.session.stage is Stage.READY)
    return desktop


def test_a_marked_sound_is_drilled_step_by_step_and_left_by_escape(open_window: OpenWindow, qtbot: QtBot) -> None:
    assessor = DrillAssessor()
    desktop = _drilling(open_window, qtbot, assessor)
    drill, view = desktop.session.drill, desktop.window.parts.drill
    assert [step.text for step in drill.steps][:2] == ["think", "think, sink"]
    assert [step.kind for step in drill.steps] == ["word", "pair", "pair", "phrase", "sentence"]
    assert "How to say “th” as in “thin” /θ/" in view.help.spoken
    assert view.said == "Read aloud: press R or Enter."

    _tried(desktop, qtbot)
    assert view.said == "Not yet: th sounded like s."
    assert desktop.window.transport.status == view.said
    assessor.slips = False
    _tried(desktop, qtbot, Qt.Key.Key_R)
    assert view.said == "Your th came through clearly."
    model = view.tries.model()
    spoken = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    assert spoken[0].startswith("Try 1: not yet, same")
    assert spoken[1].startswith("Try 2: clear, better than before")

    _press(Qt.Key.Key_N)
    qtbot.waitUntil(lambda: desktop.session.text == "think, sink" and desktop.session.stage is Stage.READY)
    _tried(desktop, qtbot)
    assert view.said == "Your th came through clearly."
    _press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: desktop.session.attempt is not None and desktop.session.text == "I think it is a garden.")
    qtbot.waitUntil(lambda: (desktop.window.choice.word, desktop.window.choice.phone) == (1, 0))
    assert not view.head.isVisible()
    assert desktop.errors == []


def test_tries_are_kept_and_stay_out_of_the_list_of_takes(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = _drilling(open_window, qtbot, DrillAssessor())
    _tried(desktop, qtbot)
    kept = [attempt.take for attempt in desktop.history.kept.values()]
    assert [(take.text, take.passage_id) for take in kept] == [("I think it is a garden.", "garden"), ("think", DRILL)]
    assert desktop.window.side.take_view.model().rowCount() == 1


def test_a_first_try_grades_the_card_once(open_window: OpenWindow, qtbot: QtBot) -> None:
    assessor = DrillAssessor(slips=False)
    desktop = _drilling(open_window, qtbot, assessor)
    assert len(desktop.session.drill.due) == 1
    _tried(desktop, qtbot)
    qtbot.waitUntil(lambda: len(desktop.deck.practices) == 1)
    _tried(desktop, qtbot)
    (practised,) = desktop.deck.practices
    assert (practised.key, practised.grade, practised.take_id) == ("think TH", 3, "take-2")
    assert not desktop.session.drill.due


def test_due_sounds_are_practised_from_the_start_page(open_window: OpenWindow, qtbot: QtBot) -> None:
    first = _drilling(open_window, qtbot, DrillAssessor())
    desktop = open_window(assessor=DrillAssessor(slips=False), simple=False, deck=first.deck)
    practise = desktop.window.actions_.practise
    qtbot.waitUntil(practise.isEnabled)
    assert practise.text() == "1 sound to practise &today"
    practise.trigger()
    qtbot.waitUntil(lambda: desktop.session.drill.active and desktop.session.stage is Stage.READY)
    assert [step.kind for step in desktop.session.drill.steps] == ["word", "pair", "sentence"]
    for _ in range(3):
        qtbot.waitUntil(lambda: desktop.session.stage is Stage.READY)
        _press(Qt.Key.Key_N)
    qtbot.waitUntil(lambda: desktop.session.text == "I think it is a garden." and not desktop.session.drill.active)
    assert desktop.session.passage_id == "garden"


def test_choosing_another_text_ends_the_drill(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = _drilling(open_window, qtbot, DrillAssessor())
    desktop.session.choose_text("It is a garden.")
    assert not desktop.session.drill.active
    assert not desktop.window.parts.drill.foot.isVisible()
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.READY)
    assert desktop.window.actions_.next_mark.text() == "&Next marked word"


def test_the_result_says_how_to_make_the_chosen_sound(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = open_window(assessor=DrillAssessor(), simple=False)
    desktop.read_aloud(qtbot)
    qtbot.waitUntil(lambda: desktop.window.choice.word == 1)
    qtbot.waitUntil(lambda: "Compare:" in desktop.window.parts.sound.spoken)
    said = desktop.window.parts.sound.spoken
    assert said.startswith("How to say “th” as in “thin” /θ/. Put the tip of your tongue lightly between your teeth.")
    assert "thin – sin" in said
    assert "The voice is off" in said
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.READY)
    _press(Qt.Key.Key_T)
    assert desktop.window.parts.sound.isVisible()
    assert desktop.window.parts.sound.focusProxy() is QApplication.focusWidget()
    desktop.window.resize(640, 400)
    qtbot.waitUntil(lambda: desktop.window.parts.is_narrow)
    desktop.window.actions_.how.trigger()
    sound = desktop.window.parts.sound
    qtbot.waitUntil(lambda: sound.visibleRegion().boundingRect().height() > 100)  # in one column the page scrolls to it


def test_cards_can_be_suspended_brought_back_and_deleted(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = _drilling(open_window, qtbot, DrillAssessor())
    drill = desktop.session.drill
    dialog = DeckDialog(drill, desktop.window)
    assert dialog.view.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole).startswith("think: “th” as in “thin”, today")
    dialog.suspend.click()
    qtbot.waitUntil(lambda: drill.cards[0].suspended)
    assert drill.due == ()
    dialog.suspend.click()
    qtbot.waitUntil(lambda: len(drill.due) == 1)
    dialog.delete.click()
    qtbot.waitUntil(lambda: not drill.cards)
    assert not dialog.export.isEnabled()
    assert desktop.history.kept, "takes stay"


def test_the_deck_is_exported_from_the_menu(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desktop = _drilling(open_window, qtbot, DrillAssessor())
    _press(Qt.Key.Key_Escape)
    qtbot.waitUntil(desktop.window.actions_.export_deck.isEnabled)
    file = tmp_path / "mine.apkg"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    with qtbot.waitSignal(desktop.session.drill.exported):
        desktop.window.actions_.export_deck.trigger()
    assert file.stat().st_size > 1000
    assert "Words written for Anki: 1." in desktop.window.parts.banner.text
