"""Reads a sample aloud to the real program again and again, with a microphone that plays it back, and measures the wait.

python -m tests.bench.takes COUNT: prints JSON with, for each take, `painted` (seconds from the end of the take until the marked
page is on the screen) and `gap` (the longest silence of a 10 ms GUI timer meanwhile). A first take warms up and isn't among them.
"""

import json
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

import tutor.audio.recorder
from tests.bench.strict import be_strict, fail
from tests.fakes import FakeRecorder
from tests.samples import a_sample
from tutor.app import Program
from tutor.domain.take import Attempt
from tutor.reading.passages import load_passages
from tutor.store.audiofiles import read_audio
from tutor.store.paths import Paths
from tutor.ui.session import Session
from tutor.ui.stage import Stage
from tutor.ui.theme import apply_theme

PATIENCE_S = 60.0
SAMPLE = a_sample("poor", "child")  # 5.8 s
SOUND = read_audio(SAMPLE.path).between(0.0, 5.0)


class Paints(QObject):
    """Counts how often a widget was painted."""

    def __init__(self, watched: QObject) -> None:
        super().__init__(watched)
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


class Gaps(QObject):
    """The longest time between two ticks of a 10 ms timer."""

    def __init__(self) -> None:
        super().__init__()
        self.longest, self._last = 0.0, time.monotonic()
        self._timer = QTimer(self, interval=10, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)
        self._timer.start()

    def tick(self) -> None:
        now = time.monotonic()
        self.longest, self._last = max(self.longest, now - self._last), now


def wait_until(reached: Callable[[], object]) -> None:
    """Let the program run until then."""
    until = time.monotonic() + PATIENCE_S
    while not reached():
        assert time.monotonic() < until, "waited too long"
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def one_take(session: Session, recorder: FakeRecorder, page: Paints) -> dict[str, float]:
    """Record, stop, wait for the marks."""
    shown: list[Attempt] = []
    session.attempt_changed.connect(shown.append)
    session.record()
    wait_until(lambda: recorder.draft is not None)
    recorder.hear(SOUND)
    wait_until(lambda: session.stage is Stage.RECORDING)
    gaps, stopped = Gaps(), time.monotonic()
    session.stop()
    wait_until(lambda: shown and shown[-1] is not None and shown[-1].assessment is not None)
    painted = page.count
    wait_until(lambda: page.count > painted)
    took = time.monotonic() - stopped
    session.attempt_changed.disconnect(shown.append)
    gaps.deleteLater()
    return {"painted": took, "gap": gaps.longest}


def main(count: int) -> list[dict[str, float]]:
    """The takes' figures."""
    be_strict()
    recorder = FakeRecorder(SOUND.rate)
    tutor.audio.recorder.MicrophoneRecorder = lambda: recorder  # type: ignore[assignment,misc]
    app = QApplication(["tutor"])
    apply_theme(app)
    program = Program(Paths.default(), load_passages())
    program.window.show()
    wait_until(lambda: program.session)
    session = program.session
    assert session is not None
    session.failed.connect(fail)
    session.choose_text(SAMPLE.text)
    wait_until(lambda: session.stage is Stage.READY)
    page = Paints(program.window.parts.page.viewport())
    figures = [one_take(session, recorder, page) for _ in range(count + 1)][1:]
    program.window.close()
    program.close()
    return figures


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(int(sys.argv[1]))))
