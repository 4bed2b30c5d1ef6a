"""Colours, type and icons of the window: the palettes of `present` on Qt, as the system or the learner wants them."""

from functools import cache
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QWidget

from tutor.domain.resources import assets
from tutor.present.palette import CONTRAST, DARK, LIGHT, Theme
from tutor.present.reading import Colours, Face

Widget = TypeVar("Widget", bound=QWidget)
# Faces with open shapes and IPA signs, the best first; whichever the system has.
_FACES = {
    Face.SERIF: ("Literata", "Source Serif 4", "Charter", "Georgia", "Noto Serif", "DejaVu Serif"),
    Face.PLAIN: ("Atkinson Hyperlegible", "Source Sans 3", "Verdana", "Noto Sans", "DejaVu Sans"),
    Face.DYSLEXIC: ("OpenDyslexic",),
}
_DYSLEXIC = "fonts/OpenDyslexic-Regular.otf"
_THEMES = {Colours.LIGHT: LIGHT, Colours.DARK: DARK, Colours.CONTRAST: CONTRAST}
_SURFACES = {
    Colours.LIGHT: {
        "window": "#f5f2ec",
        "line": "#ddd7cc",
        "hover": "#e9e4da",
        "chosen": "#dce8f5",
        "off": "#aaa598",
        "edge": "#dce8f5",
    },
    Colours.DARK: {
        "window": "#1c2127",
        "line": "#353d46",
        "hover": "#262d35",
        "chosen": "#24384f",
        "off": "#626b75",
        "edge": "#24384f",
    },
    Colours.CONTRAST: {
        "window": "#000000",
        "line": "#ffffff",
        "hover": "#333333",
        "chosen": "#1f3d7a",
        "off": "#a6a6a6",
        "edge": "#ffffff",
    },
}


class _InForce:
    """What `apply_theme` found last: as the palette of a QApplication, one for the whole program. Asked for each cell painted."""

    colours = Colours.LIGHT


def named(widget: Widget, name: str) -> Widget:
    """The widget, under the name the style sheet knows it by."""
    widget.setObjectName(name)
    return widget


def roomy(dialog: QWidget, wide: int, high: int) -> None:
    """So many lines of text wide and high, but no larger than the window it belongs to."""
    em, parent = dialog.fontMetrics().height(), dialog.parentWidget()
    wanted = QSize(wide * em, high * em)
    dialog.resize(wanted.boundedTo(parent.window().size()) if parent else wanted)


def colours() -> Colours:
    """Light, dark or high contrast."""
    return _InForce.colours


def _of_system() -> Colours:
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return Colours.CONTRAST
    return Colours.DARK if hints.colorScheme() == Qt.ColorScheme.Dark else Colours.LIGHT


def theme() -> Theme:
    """The palette in force."""
    return _THEMES[colours()]


def surface(name: str) -> QColor:
    """A quiet background or line: `window`, `line`, `hover`, `chosen` with its `edge`, and the ink of what is `off`."""
    return QColor(_SURFACES[colours()][name])


def apply_theme(app: QApplication, wanted: Colours = Colours.SYSTEM) -> None:
    """Paint the whole program in these colours; those of the system as they are now."""
    _InForce.colours = _of_system() if wanted is Colours.SYSTEM else wanted
    sheet = _style_sheet()
    if app.styleSheet() == sheet:
        return  # as it is already: every widget there is would be polished anew, for nothing
    own = [(widget, QFont(widget.font())) for widget in app.allWidgets() if widget.testAttribute(Qt.WidgetAttribute.WA_SetFont)]
    app.setStyle("Fusion")
    app.setPalette(_palette())
    app.setStyleSheet(sheet)
    for widget, font in own:  # style and style sheet take widgets' own fonts away (seen on Qt 6.10)
        widget.setFont(font)


def reading_font(points: float, face: Face = Face.SERIF) -> QFont:
    """The face of the passage."""
    font = QFont(_family(face))
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
def _family(face: Face) -> str:
    if face is Face.DYSLEXIC:
        QFontDatabase.addApplicationFont(str(assets() / _DYSLEXIC))
    there = set(QFontDatabase.families())
    return next((family for family in _FACES[face] if family in there), "serif" if face is Face.SERIF else "sans-serif")


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
    words |= {name: surface(name).name() for name in _SURFACES[Colours.LIGHT]} | {"icons": (assets() / "icons").as_posix()}
    sheet = (assets() / "window.qss").read_text(encoding="utf-8")
    if colours() is Colours.CONTRAST:
        sheet += (assets() / "contrast.qss").read_text(encoding="utf-8")
    for name, colour in words.items():
        sheet = sheet.replace(f"@{name}", colour)
    return sheet
