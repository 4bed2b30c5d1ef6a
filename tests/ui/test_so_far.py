"""Sentences are marked while the reader goes on: real recordings, one after the other, read as one text by the real model."""

import numpy as np
import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from tests.builders import RATE, a_waveform, an_assessment
from tests.samples import SAMPLES
from tests.ui.conftest import Desktop, OpenWindow
from tutor.domain.accepted import Acceptance
from tutor.domain.assessment import Assessment
from tutor.domain.audio import Samples, Waveform
from tutor.domain.marks import Mark, mark_word
from tutor.domain.take import DRILL
from tutor.present.reading import ReadingStyle
from tutor.scorer.assessor import EmbeddedAssessor
from tutor.store.audiofiles import read_audio
from tutor.ui.stage import Stage

TEXT = " ".join(sample.text for sample in SAMPLES)
READ = [read_audio(sample.path).samples for sample in SAMPLES]
BLOCK = RATE // 10


@pytest.fixture(scope="module")
def model() -> EmbeddedAssessor:
    return EmbeddedAssessor.load()


class Reader:
    """Reads into the fake microphone, never faster than the assessor hears."""

    def __init__(self, desktop: Desktop, qtbot: QtBot, text: str = TEXT) -> None:
        self.desktop, self._qtbot = desktop, qtbot
        qtbot.waitUntil(lambda: desktop.session.stage is Stage.READY)
        qtbot.waitUntil(lambda: desktop.thread._worker._assessor is not None)
        desktop.session.choose_text(text)
        qtbot.waitUntil(lambda: desktop.session.stage is Stage.READY)
        desktop.session.record()
        qtbot.waitUntil(lambda: desktop.recorder.draft is not None)

    def read(self, sound: Samples) -> None:
        for at in range(0, len(sound), BLOCK):
            self.desktop.recorder.hear(Waveform(sound[at : at + BLOCK], RATE))
            self._heard()
        self._qtbot.waitUntil(lambda: self.desktop.session.stage is Stage.RECORDING)

    def _heard(self) -> None:
        """All of it, by the assessor's thread: it serves one after the other."""
        ticket = self.desktop.session.judge(lambda assessor, progress: None)
        with self._qtbot.waitSignal(self.desktop.session.judged, check_params_cb=lambda done, _: done == ticket):
            pass


def marked_sentences(desktop: Desktop) -> list[int]:
    """The sentences all of whose words are marked for now."""
    target = desktop.session.target
    assert target is not None
    words = {cell.word for cell in desktop.window.parts.page._so_far or ()}
    found = [at for at, (first, behind) in enumerate(target.sentences) if words >= set(range(first, behind))]
    assert words == {word for at in found for word in range(*target.sentences[at])}, "half a sentence is marked"
    return found


def result(desktop: Desktop, qtbot: QtBot) -> Assessment:
    desktop.session.stop()
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.READY, timeout=20_000)
    assert desktop.session.attempt is not None
    assert desktop.session.attempt.assessment is not None
    return desktop.session.attempt.assessment


@pytest.fixture
def desktop(open_window: OpenWindow, model: EmbeddedAssessor) -> Desktop:
    return open_window(load=lambda _: model, simple=False)


def test_the_first_sentence_is_marked_before_the_third_begins(desktop: Desktop, qtbot: QtBot) -> None:
    reader = Reader(desktop, qtbot)
    bare = desktop.window.parts.page.grab().toImage()
    reader.read(READ[0][: len(READ[0]) // 2])
    assert marked_sentences(desktop) == []
    reader.read(READ[0][len(READ[0]) // 2 :])
    reader.read(READ[1])
    assert 0 in marked_sentences(desktop)
    assert "So far, " in desktop.window.parts.transport.status
    for sound in READ[2:5]:
        reader.read(sound)
    assert set(marked_sentences(desktop)) >= {0, 1, 2, 3}
    assert desktop.window.parts.page.grab().toImage() != bare
    shown = {cell.word: cell.mark for cell in desktop.window.parts.page._so_far or ()}
    whole = result(desktop, qtbot)
    assert desktop.window.parts.page._so_far is None
    assert "So far" not in desktop.window.parts.transport.status
    same = [mark_word(whole.words[word]) is mark for word, mark in shown.items()]
    assert np.mean(same) > 0.8, "what is said by the way is nearly what is said in the end"
    assert any(mark is not Mark.CLEAR for mark in shown.values())


def test_the_result_is_the_same_without_marks_on_the_way(desktop: Desktop, qtbot: QtBot) -> None:
    made = []
    for style in (ReadingStyle(), ReadingStyle(marks=False)):
        desktop.window.reading._keep(style)
        reader = Reader(desktop, qtbot)
        reader.read(np.concatenate(READ[:3]))
        assert bool(marked_sentences(desktop)) is style.marks
        made.append(result(desktop, qtbot))
    assert (made[0].words, made[0].scores, made[0].events) == (made[1].words, made[1].scores, made[1].events)


def test_a_sentence_half_read_has_no_marks(desktop: Desktop, qtbot: QtBot) -> None:
    reader = Reader(desktop, qtbot)
    reader.read(READ[0])
    reader.read(np.concatenate([READ[1][: len(READ[1]) // 2], np.zeros(3 * RATE, np.float32)]))
    assert marked_sentences(desktop) == [0]


def test_throwing_the_recording_away_takes_the_marks_along(desktop: Desktop, qtbot: QtBot) -> None:
    reader = Reader(desktop, qtbot)
    reader.read(np.concatenate(READ[:2]))
    assert marked_sentences(desktop)
    desktop.session.discard()
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.READY)
    page = desktop.window.parts.page
    assert page._so_far is None
    assert page.extraSelections() == []
    reader = Reader(desktop, qtbot)
    assert marked_sentences(desktop) == []


def test_whoever_says_something_else_sees_no_marks(desktop: Desktop, qtbot: QtBot) -> None:
    text = "The sheep is on the ship. The sun is in it. Is the ship pink? No, it is blue. Where are you going, she asked."
    reader = Reader(desktop, qtbot, text)
    reader.read(np.concatenate(READ))
    assert marked_sentences(desktop) == []


def test_a_sentence_read_again_is_marked_anew(desktop: Desktop, qtbot: QtBot) -> None:
    reader = Reader(desktop, qtbot)
    reader.read(np.concatenate(READ[:2]))
    marks: list[object] = []
    desktop.session.marked.connect(marks.append)
    before = {cell.word: cell for cell in desktop.window.parts.page._so_far or ()}
    reader.read(np.concatenate([READ[0], np.zeros(RATE, np.float32), READ[1], READ[2], READ[3]]))
    after = {cell.word: cell for cell in desktop.window.parts.page._so_far or ()}
    assert before
    assert any(after[word] != before[word] for word in range(7)), "read once more, it is another reading"
    assert set(marked_sentences(desktop)) >= {0, 1, 2}


def test_the_choice_is_kept(open_window: OpenWindow, settings: QSettings) -> None:
    open_window().window.reading._keep(ReadingStyle(marks=False))
    assert open_window().session.marks is False


def test_drills_and_single_sentences_wait_for_the_result(open_window: OpenWindow, qtbot: QtBot) -> None:
    session = open_window().session
    for text, passage_id, marks in (
        ("I think. It is.", None, True),
        ("I think. It is.", DRILL, False),
        ("I think.", None, False),
    ):
        qtbot.waitUntil(lambda: session.stage is Stage.READY)
        session.choose_text(text, passage_id)
        qtbot.waitUntil(lambda: session.stage is Stage.READY)
        assert session.marks_live is marks


def test_what_the_learner_accepts_is_not_marked_on_the_way(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = open_window()
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.READY)
    desktop.session.choose_text("I think it is a garden. It is.")
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.READY)
    words = [*an_assessment().words, None, None]
    for accepted, mark in ((False, Mark.NEEDS_WORK), (True, Mark.CLEAR)):
        if accepted:
            desktop.session.acceptances.accept(Acceptance("TH", "S"))
            qtbot.waitUntil(lambda: bool(desktop.session.acceptances.accepted))
        desktop.session.record()
        qtbot.waitUntil(lambda: desktop.recorder.draft is not None)
        desktop.recorder.hear(a_waveform(1.0))
        qtbot.waitUntil(lambda: desktop.session.stage is Stage.RECORDING)
        desktop.session.marked.emit(())
        desktop.session.marked.emit(words)
        cells = desktop.window.parts.page._so_far or ()
        assert [(cell.word, cell.mark) for cell in cells][1] == (1, mark)
        desktop.session.discard()
        qtbot.waitUntil(lambda: desktop.session.stage is Stage.READY)
