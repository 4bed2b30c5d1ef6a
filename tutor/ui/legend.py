"""What the marks mean, and how many there are of each: a box to tick for every kind that occurs, which shows or hides it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSettings, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QCheckBox, QWidget

from tutor.domain.marks import Mark
from tutor.present.happenings import SIGNS, Glyph, Happened
from tutor.present.heat import SYMBOLS, HeatCell
from tutor.ui.flow import FlowLayout
from tutor.ui.theme import sized, theme

Kind = Mark | Happened
KINDS: tuple[Kind, ...] = (
    Mark.NEEDS_WORK, Mark.NOT_READ, Mark.OTHER_WORD, Happened.ADDED, Happened.AGAIN, Happened.PAUSE, Mark.UNSURE, Mark.NOT_JUDGED,
    Mark.ACCENT,
)  # fmt: skip
_SETTING = "hidden_marks"


class Legend(QWidget):
    """`changed` carries the kinds that are hidden now."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("legend")
        self.setAccessibleName(self.tr("What the marks mean"))
        self._settings: QSettings | None = None
        self._counts: dict[Kind, int] = {}
        self.boxes = {kind: QCheckBox() for kind in KINDS}
        row = FlowLayout(self)
        row.setContentsMargins(24, 8, 24, 2)
        for kind, box in self.boxes.items():
            box.setChecked(kind is not Mark.ACCENT)
            box.toggled.connect(self._toggled)
            row.addWidget(box)

    def remember(self, settings: QSettings) -> None:
        """Take up what was hidden before, and keep what will be."""
        self._settings = None  # what is ticked now is no choice
        hidden = str(settings.value(_SETTING, Mark.ACCENT.value)).split(",")
        for kind, box in self.boxes.items():
            box.setChecked(kind.value not in hidden)
        self._settings = settings

    @property
    def hidden(self) -> frozenset[Kind]:
        """The kinds that are not shown."""
        return frozenset(kind for kind, box in self.boxes.items() if not box.isChecked())

    def show_counts(self, cells: Sequence[HeatCell], found: Sequence[Glyph]) -> None:
        """Of these words and of what happened between them; kinds that don't occur have no box."""
        kinds: list[Kind] = [*(cell.mark for cell in cells), *(glyph.kind for glyph in found)]
        self._counts = {kind: kinds.count(kind) for kind in KINDS}
        self.repaint_signs()

    def repaint_signs(self) -> None:
        """Draw the signs in the palette in force."""
        names = self._names()
        side = self.fontMetrics().height()
        for kind, box in self.boxes.items():
            count = self._counts.get(kind, 0)
            box.setVisible(count > 0)
            box.setText(self.tr("{name}: {count}").format(name=names[kind], count=count))
            box.setIcon(_sample(kind, side))
            box.setIconSize(QSize(side, side))

    def _names(self) -> dict[Kind, str]:
        return {
            Mark.NEEDS_WORK: self.tr("Needs work"),
            Mark.NOT_READ: self.tr("Left out"),
            Mark.OTHER_WORD: self.tr("Another word"),
            Happened.ADDED: self.tr("Added"),
            Happened.AGAIN: self.tr("Said again or corrected"),
            Happened.PAUSE: self.tr("Long pause"),
            Mark.UNSURE: self.tr("Not sure"),
            Mark.NOT_JUDGED: self.tr("Not judged"),
            Mark.ACCENT: self.tr("Only an accent"),
        }

    @Slot()
    def _toggled(self) -> None:
        if self._settings is not None:
            self._settings.setValue(_SETTING, ",".join(sorted(kind.value for kind in self.hidden)))
        self.changed.emit(self.hidden)


def _sample(kind: Kind, side: int) -> QIcon:
    """The sign on its ground, as it stands on the page."""
    now, pixmap = theme(), QPixmap(side * 2, side * 2)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    fill = now.marks[kind][0] if isinstance(kind, Mark) else now.pause
    ink = now.needs_work if kind is Mark.NEEDS_WORK else now.quiet
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill))
    painter.drawRoundedRect(QRectF(0, 0, side, side), 4, 4)
    painter.setPen(QColor(ink))
    painter.setFont(sized(painter.font(), 0.9, bold=True))
    painter.drawText(QRectF(0, 0, side, side), Qt.AlignmentFlag.AlignCenter, _sign(kind))
    painter.end()
    return QIcon(pixmap)


def _sign(kind: Kind) -> str:
    return SYMBOLS[kind] if isinstance(kind, Mark) else SIGNS[kind]
