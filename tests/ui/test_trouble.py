"""What goes wrong is said in one place, with one thing to do, and loses no take."""

import threading
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from tests.builders import a_take, a_waveform, an_assessment
from tests.fakes import FakeAssessor, FakeRecorder, MemoryHistory
from tests.ui.conftest import OpenWindow
from tutor.domain.assessment import Scores, Verdict
from tutor.domain.errors import AudioError, ModelError, StoreError
from tutor.practice.cut import CUT_START
from tutor.practice.ports import Assessor
from tutor.present.messages import error_message, problem_message
from tutor.ui.stage import Stage


def test_without_a_microphone_a_file_can_still_be_assessed(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = open_window(recorder=FakeRecorder(error=AudioError("no_microphone")))
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.READY)
    desktop.session.record()
    qtbot.waitUntil(lambda: desktop.window.parts.banner.text != "")
    assert desktop.window.parts.banner.text == str(error_message(AudioError("no_microphone")))
    assert desktop.session.stage is Stage.READY
    desktop.session.open_file(Path("good.wav"))
    qtbot.waitUntil(lambda: desktop.window.choice.word == 1)


def test_a_file_that_is_no_sound_says_so_and_keeps_nothing(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = open_window()
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.READY)
    desktop.session.open_file(Path("bad.wav"))
    qtbot.waitUntil(lambda: bool(desktop.errors))
    assert desktop.session.stage is Stage.READY
    assert desktop.history.kept == {}


def test_a_device_pulled_out_keeps_and_assesses_what_came_before(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = open_window()
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.READY)
    desktop.session.record()
    qtbot.waitUntil(lambda: desktop.recorder.draft is not None)
    desktop.recorder.hear(a_waveform(2.0))
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.RECORDING)
    desktop.recorder.failure = AudioError("microphone_lost")
    qtbot.waitUntil(lambda: desktop.window.choice.word == 1)
    assert [str(error) for error in desktop.errors] == ["microphone_lost"]
    assert next(iter(desktop.history.kept.values())).take.seconds == 2.0


def test_a_take_that_could_not_be_overheard_is_kept_and_assessed(
    open_window: OpenWindow, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    desktop = open_window(assessor=FakeAssessor(deaf=ModelError("broken_model", path="here")))
    desktop.read_aloud(qtbot)
    qtbot.waitUntil(lambda: desktop.window.choice.word == 1)
    assert next(iter(desktop.history.kept.values())).take.seconds == 3.0
    assert desktop.errors == []
    assert "stopped overhearing" in caplog.text
    caplog.clear()


def test_a_failing_assessor_keeps_the_take_and_offers_to_try_again(open_window: OpenWindow, qtbot: QtBot) -> None:
    fake = FakeAssessor(error=ModelError("broken_model", path="here"))
    desktop = open_window(assessor=fake)
    desktop.read_aloud(qtbot)
    qtbot.waitUntil(lambda: bool(desktop.errors))
    attempt = next(iter(desktop.history.kept.values()))
    assert attempt.assessment is None
    assert desktop.window.actions_.assess_again.isVisible()
    fake.error = None
    desktop.window.actions_.assess_again.trigger()
    qtbot.waitUntil(lambda: desktop.window.choice.word == 1)
    assert desktop.window.parts.banner.text == ""


def test_a_model_that_is_missing_is_said_at_start_and_looked_for_again(open_window: OpenWindow, qtbot: QtBot) -> None:
    found: list[Assessor] = []

    def load(_: object) -> Assessor:
        if not found:
            raise ModelError("no_model", path="assets/scorer")
        return found[0]

    desktop = open_window(load=load)
    qtbot.waitUntil(lambda: [str(error) for error in desktop.errors] != [])
    found.append(FakeAssessor())
    desktop.read_aloud(qtbot)
    qtbot.waitUntil(lambda: desktop.window.choice.word == 1)


def test_an_exception_nobody_foresaw_is_logged_and_said(
    open_window: OpenWindow, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    desktop = open_window(assessor=FakeAssessor(error=ZeroDivisionError("by nought")))
    desktop.read_aloud(qtbot)
    qtbot.waitUntil(lambda: bool(desktop.errors))
    assert "by nought" in desktop.window.parts.banner.text
    assert "by nought" in caplog.text


def test_a_history_that_cannot_be_opened_is_said(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = open_window(history=MemoryHistory(error=StoreError("locked", path="here")))
    qtbot.waitUntil(lambda: bool(desktop.errors))
    assert desktop.window.parts.banner.text == str(error_message(StoreError("locked", path="here")))


def test_cancelling_keeps_the_take_unassessed_and_is_no_error(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = open_window(assessor=FakeAssessor(seconds=5.0, steps=100))
    desktop.read_aloud(qtbot)
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.ASSESSING)
    desktop.window.actions_.cancel.trigger()
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.READY)
    assert desktop.errors == []
    assert desktop.window.transport.status == "This take is saved but not assessed."
    assert len(desktop.history.kept) == 1


def test_a_late_answer_is_saved_but_not_shown(open_window: OpenWindow, qtbot: QtBot) -> None:
    gate = threading.Event()
    desktop = open_window(assessor=FakeAssessor(gate=gate))
    desktop.read_aloud(qtbot)
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.ASSESSING)
    desktop.session.choose_text("It is.")
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.READY)
    gate.set()
    qtbot.waitUntil(lambda: next(iter(desktop.history.kept.values())).assessment is not None)
    qtbot.wait(50)
    assert desktop.session.attempt is None
    assert desktop.window.choice.word is None
    assert desktop.window.parts.page.toPlainText() == "It is."


@pytest.mark.parametrize("verdict", [verdict for verdict in Verdict if verdict is not Verdict.SCORED])
def test_every_other_verdict_says_what_to_do_and_never_praises(verdict: Verdict, open_window: OpenWindow, qtbot: QtBot) -> None:
    answer = an_assessment(verdict=verdict)
    if verdict.refuses:
        answer = replace(answer, scores=Scores(), rationale=(), prosody=None)
    desktop = open_window(assessor=FakeAssessor(answer=answer))
    desktop.read_aloud(qtbot)
    qtbot.waitUntil(lambda: desktop.window.parts.banner.text != "")
    assert desktop.window.parts.banner.text == str(problem_message(verdict))
    assert desktop.window.transport.status == problem_message(verdict).what
    assert desktop.window.parts.panels.isVisible() != verdict.refuses


def test_a_recording_that_began_too_late_says_when_to_begin(open_window: OpenWindow, qtbot: QtBot) -> None:
    answer = an_assessment(verdict=Verdict.INCOMPLETE, problems=("incomplete", CUT_START))
    desktop = open_window(assessor=FakeAssessor(answer=answer))
    desktop.read_aloud(qtbot)
    qtbot.waitUntil(lambda: desktop.window.parts.banner.text != "")
    assert desktop.window.parts.banner.text == str(problem_message(CUT_START))
    assert desktop.window.transport.status == problem_message(CUT_START).what


def test_a_recording_that_was_cut_off_is_found_and_shown(open_window: OpenWindow, qtbot: QtBot) -> None:
    take = a_take(id="lost", text="It is a garden.")
    desktop = open_window(history=MemoryHistory(left_behind=((take, a_waveform(3.0)),)))
    qtbot.waitUntil(lambda: desktop.session.attempt is not None)
    assert desktop.window.parts.banner.text.startswith("A recording that was cut off was saved.")
    assert desktop.window.parts.page.toPlainText() == "It is a garden."
    desktop.window.actions_.assess_again.trigger()
    qtbot.waitUntil(lambda: desktop.history.kept["lost"].assessment is not None)


def test_the_window_stays_alive_while_a_take_is_assessed(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = open_window(assessor=FakeAssessor(seconds=1.0, steps=200))
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.READY)
    desktop.window.parts.melody()
    ticks: list[float] = []
    timer = QTimer(interval=10)
    timer.timeout.connect(lambda: ticks.append(perf_counter()))
    desktop.read_aloud(qtbot)
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.ASSESSING)
    timer.start()
    qtbot.wait(800)
    timer.stop()
    gaps = [1000 * (after - before) for before, after in pairwise(ticks)]
    print(f"10 ms timer while assessing: worst gap {max(gaps):.0f} ms, median {median(gaps):.1f} ms")  # noqa: T201
    assert max(gaps) < 500


def test_closing_while_recording_keeps_what_was_said(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = open_window()
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.READY)
    desktop.session.record()
    qtbot.waitUntil(lambda: desktop.recorder.draft is not None)
    desktop.recorder.hear(a_waveform(2.0))
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.RECORDING)
    assert desktop.close() == (True, True)
    assert next(iter(desktop.history.kept.values())).take.seconds == 2.0
