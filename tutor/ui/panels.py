"""Tabs of panels that stand beside a text or, in one column, below it."""

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtWidgets import QScrollArea, QTabWidget


class Panels(QTabWidget):
    """Below the text only the page scrolls: the panel in front is as high as what is in it, and at least so many lines."""

    def __init__(self, name: str, least_lines: int = 0) -> None:
        super().__init__(documentMode=True)
        for tabs in (self, self.tabBar()):
            tabs.setAccessibleName(name)
        self.tabBar().setDrawBase(False)
        self._least_lines, self._below = least_lines, False
        self.currentChanged.connect(self._grow)

    def add(self, panel: QScrollArea, title: str) -> None:
        """One that grows with what is in it: comments come, what is folded opens."""
        if (inside := panel.widget()) is not None:
            inside.installEventFilter(self)
        self.addTab(panel, title)

    def stand(self, *, below: bool) -> None:
        """Below the text, or beside it."""
        self._below = below
        self._grow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is in a panel has another size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._grow()
        return super().eventFilter(watched, event)

    @Slot()
    def _grow(self) -> None:
        shown, least = self.currentWidget(), self._least_lines * self.fontMetrics().height()
        inside = shown.widget() if isinstance(shown, QScrollArea) else None
        whole = inside.sizeHint().height() + self.tabBar().height() + 20 if inside is not None else 0
        self.setMinimumHeight(max(least, whole) if self._below else 0)
