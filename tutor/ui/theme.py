"""Colours, type and icons of the window: the palette of `present` on Qt, light or dark as the system is."""

from functools import cache
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QWidget

from tutor.domain.resources import assets
from tutor.present.palette import DARK, LIGHT, Theme

Widget = TypeVar("Widget", bound=QWidget)
# Reading faces with open shapes and IPA signs, the best first; whichever the system has.
_READING_FACES = ("Literata", "Source Serif 4", "Charter", "Georgia", "Noto Serif", "DejaVu Serif")
_LIGHT_SURFACES = {"window": "#f5f2ec", "line": "#ddd7cc", "hover": "#e9e4da", "chosen": "#dce8f5", "off": "#aaa598"}
_DARK_SURFACES = {"window": "#1c2127", "line": "#353d46", "hover": "#262d35", "chosen": "#24384f", "off": "#626b75"}


def named(widget: Widget, name: str) -> Widget:
    """The widget, under the name the style sheet knows it by."""
    widget.setObjectName(name)
    return widget


def is_dark() -> bool:
    """What the system asks for."""
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def theme() -> Theme:
    """The palette in force."""
    return DARK if is_dark() else LIGHT


def surface(name: str) -> QColor:
    """A quiet background or line: `window`, `line`, `hover`, `chosen`, and the ink of what is `off`."""
    return QColor((_DARK_SURFACES if is_dark() else _LIGHT_SURFACES)[name])


def apply_theme(app: QApplication) -> None:
    """Paint the whole program in the palette in force."""
    app.setStyle("Fusion")
    app.setPalette(_palette())
    app.setStyleSheet(_style_sheet())


def reading_font(points: float) -> QFont:
    """The face of the passage."""
    font = QFont(_reading_face())
    font.setPointSizeF(points)
    return font


def sized(font: QFont, factor: float, *, bold: bool = False) -> QFont:
    """That font, larger or smaller."""
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * factor)
    made.setBold(bold)
    return made


def icon(name: str, colour: str | None = None) -> QIcon:
    """A line icon of `assets/icons`, drawn in the ink of the palette or another colour."""
    made = QIcon()
    made.addPixmap(_drawn(name, colour or theme().ink), QIcon.Mode.Normal)
    made.addPixmap(_drawn(name, surface("off").name()), QIcon.Mode.Disabled)
    return made


@cache
def _reading_face() -> str:
    there = set(QFontDatabase.families())
    return next((face for face in _READING_FACES if face in there), "serif")


@cache
def _drawn(name: str, colour: str) -> QPixmap:
    svg = Path(assets() / "icons" / f"{name}.svg").read_bytes().replace(b"currentColor", colour.encode())
    pixmap = QPixmap(QSize(96, 96))  # four times the size it is shown at: sharp on any screen
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg)).render(painter, QRectF(0, 0, 96, 96))
    painter.end()
    return pixmap


def _palette() -> QPalette:
    now, made = theme(), QPalette()
    role = QPalette.ColorRole
    for which, colour in {
        role.Window: surface("window"), role.WindowText: QColor(now.ink), role.Base: QColor(now.page),
        role.AlternateBase: surface("window"), role.Text: QColor(now.ink), role.Button: surface("window"),
        role.ButtonText: QColor(now.ink), role.Highlight: surface("chosen"), role.HighlightedText: QColor(now.ink),
        role.Link: QColor(now.accent), role.PlaceholderText: QColor(now.quiet), role.ToolTipBase: QColor(now.page),
        role.ToolTipText: QColor(now.ink), role.Mid: surface("line"), role.Accent: QColor(now.accent),
    }.items():  # fmt: skip
        made.setColor(which, colour)
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, surface("off"))
    return made


def _style_sheet() -> str:
    now = theme()
    words = {"page": now.page, "ink": now.ink, "quiet": now.quiet, "accent": now.accent}
    words |= {name: surface(name).name() for name in _LIGHT_SURFACES}
    sheet = (assets() / "window.qss").read_text(encoding="utf-8")
    for name, colour in words.items():
        sheet = sheet.replace(f"@{name}", colour)
    return sheet
