"""How the page looks: keeps what the learner chose across starts and puts it on the window at once. Knows no text."""

from dataclasses import asdict

from PySide6.QtCore import QObject, QSettings, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tutor.present.reading import ReadingStyle, style_from
from tutor.ui.layout import Layout
from tutor.ui.reading_dialog import ReadingDialog
from tutor.ui.theme import apply_theme

_GROUP = "reading"  # of a learner's settings
_STEP_POINTS = 2.0


class ReadingView(QObject):
    """`style` is what holds; `changed` tells it anew; `repainted` follows when the colours are others."""

    changed = Signal(object)
    repainted = Signal()

    def __init__(self, settings: QSettings, parts: Layout) -> None:
        super().__init__(parts)
        self._settings, self._parts = settings, parts
        self.style = _style_in(settings)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._repaint, Qt.ConnectionType.QueuedConnection)
        hints.accessibility().contrastPreferenceChanged.connect(self._repaint, Qt.ConnectionType.QueuedConnection)
        self._paint()
        self._parts.set_style(self.style)

    style: ReadingStyle

    def follow(self, settings: QSettings) -> None:
        """Look as this learner likes it, and keep what they choose."""
        self._settings = settings
        self._show(_style_in(settings))

    @Slot()
    def larger(self) -> None:
        """Larger type."""
        self._keep(self.style.larger(_STEP_POINTS))

    @Slot()
    def smaller(self) -> None:
        """Smaller type."""
        self._keep(self.style.larger(-_STEP_POINTS))

    @Slot()
    def choose(self) -> None:
        """Ask in a dialog; what is tried there is seen at once, and undone by leaving it."""
        before, dialog = self.style, ReadingDialog(self.style, self._parts.window())
        dialog.changed.connect(self._show)
        self._keep(dialog.style_wanted() if dialog.exec() else before)
        dialog.deleteLater()

    def _keep(self, style: ReadingStyle) -> None:
        self._show(style)
        for name, value in asdict(style).items():
            self._settings.setValue(f"{_GROUP}/{name}", str(value))

    @Slot(object)
    def _show(self, style: ReadingStyle) -> None:
        before, self.style = self.style, style
        if style.colours is not before.colours:
            self._repaint()
        self._parts.set_style(style)
        self.changed.emit(style)

    @Slot()
    def _repaint(self) -> None:
        self._paint()
        self.repainted.emit()

    def _paint(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        apply_theme(app, self.style.colours)


def _style_in(settings: QSettings) -> ReadingStyle:
    return style_from({name: settings.value(f"{_GROUP}/{name}") for name in asdict(ReadingStyle())})
