"""Files that a person opened from outside, with a double click: each waits until nothing else is in front, then it is opened."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QFileSystemWatcher, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from tutor.domain.opened import RETURN
from tutor.ui.homework.homework import HomeworkPart
from tutor.ui.people.who import Who
from tutor.ui.window import MainWindow

_AGAIN_MS = 300

Opens = Callable[[Path], bool]
"""Opens a file, or says that it can't be opened just now."""


class Arrivals(QObject):
    """They come with the program's start, from a second start that found this one, and on macOS from the system."""

    def __init__(self, opens: Opens, parent: QObject) -> None:
        super().__init__(parent)
        self._opens = opens
        self._waiting: list[Path] = []
        self._take: Callable[[], Sequence[Path]] = tuple
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._came)
        self._again = QTimer(self, interval=_AGAIN_MS)
        self._again.timeout.connect(self._try)

    def add(self, path: Path) -> None:
        """Open it as soon as it can be."""
        self._waiting.append(path)
        self._again.start()

    def watch(self, folder: Path, take: Callable[[], Sequence[Path]]) -> None:
        """From now on `take` is asked for files when something in the folder changes."""
        self._take = take
        self._watcher.addPath(str(folder))

    def close(self) -> None:
        """Nothing comes any more."""
        self._again.stop()
        for folder in self._watcher.directories():
            self._watcher.removePath(folder)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """On macOS the system tells a running program what to open."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.add(Path(event.file()))
            return True
        return super().eventFilter(watched, event)

    @Slot()
    def _came(self, _: str = "") -> None:
        for path in self._take():
            self.add(path)

    @Slot()
    def _try(self) -> None:
        path = self._waiting.pop(0)  # one that brings an error is not tried again
        if not self._opens(path):
            self._waiting.insert(0, path)
        if not self._waiting:
            self._again.stop()


def open_file(path: Path, window: MainWindow, who: Who | None, homework: HomeworkPart | None) -> bool:
    """A pack for whoever reads, or what a learner gave back for the tutor; whether this was the time for it."""
    chooser, area = (who.chooser, who.entry.area) if who is not None else (None, None)
    is_return = path.suffix.lower() == RETURN
    if QApplication.activeModalWidget() not in ((None, chooser, area) if is_return else (None,)):
        return False
    reads = homework is not None and window.actions_.open_text.isEnabled()
    if is_return and who is not None and (reads or chooser is not None):
        who.entry.open_return(path)
    elif not is_return and homework is not None and reads:
        homework.open_pack(path)
    else:
        return False
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.activateWindow()
    return True
