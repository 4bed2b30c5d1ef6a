"""The aspect scores with their bands, and the rationale whose lines lead to what they speak of."""

from PySide6.QtCore import QModelIndex, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QLabel, QStyleOptionViewItem, QVBoxLayout, QWidget

from tutor.domain.assessment import UTTERANCE_SCALE, Assessment
from tutor.present.rationale import RationaleRow, rationale_rows
from tutor.present.scores import AspectRow, aspect_rows
from tutor.ui.rows import ROW, Index, RowDelegate, RowsModel, RowsView, TwoLines, text_height, text_width, write
from tutor.ui.theme import sized, surface, theme


class Feedback(QWidget):
    """`line_activated` carries the `RationaleRow` that was clicked or entered."""

    line_activated = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._scores = RowsModel[AspectRow](_aspect_name, _aspect_spoken)
        self._lines = RowsModel[RationaleRow](_line_text, _line_text)
        self.score_view = RowsView(self.tr("Scores"), _AspectDelegate(), fitted=True)
        self.line_view = RowsView(self.tr("What to work on"), TwoLines(_one_line), fitted=True)
        self.score_view.setModel(self._scores)
        self.line_view.setModel(self._lines)
        self.line_view.setCursor(Qt.CursorShape.PointingHandCursor)
        self._note = QLabel(wordWrap=True)
        self._note.setProperty("quiet", True)
        self._heading = QLabel(self.tr("What to work on"))
        self._heading.setFont(sized(self.font(), 1.1, bold=True))
        self._heading.setBuddy(self.line_view)
        self._lay_out()
        self.line_view.clicked.connect(self._activated)
        self.line_view.activated.connect(self._activated)

    def show_assessment(self, assessment: Assessment) -> None:
        """Scores and lines of an assessment; nothing of either where there is none."""
        rows = aspect_rows(assessment)
        judged = any(row.value is not None for row in rows)
        self._scores.show_rows(rows if judged else ())
        self._lines.show_rows(rationale_rows(assessment))
        self._heading.setVisible(bool(assessment.rationale))
        self.line_view.setVisible(bool(assessment.rationale))
        self.score_view.setVisible(judged)
        self._note.setText(self._said_of(assessment) if judged else self.tr("No score could be given for this recording."))
        self.score_view.fit()
        self.line_view.fit()

    def _said_of(self, assessment: Assessment) -> str:
        said = self.tr("From {seconds:.1f} s of speech. The bars span where a human score lies in {percent:.0f} of 100 cases.")
        return said.format(seconds=assessment.audio.speech_seconds, percent=assessment.confidence * 100)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        for widget in (self.score_view, self._note, self._heading, self.line_view):
            column.addWidget(widget)
        column.insertSpacing(2, 12)
        column.addStretch(1)

    @Slot(QModelIndex)
    def _activated(self, index: QModelIndex) -> None:
        self.line_activated.emit(index.data(ROW))


class _AspectDelegate(RowDelegate):
    """Name and value, the band on a scale of ten, and the rubric's words."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Three lines."""
        painter.save()
        room, row, font = self.begin(painter, option), index.data(ROW), painter.font()
        now, bold = theme(), sized(painter.font(), 1.0, bold=True)
        used = write(painter, room, row.name, bold, now.ink)
        value = row.shown if row.value is None or row.aspect == "completeness" else f"{row.shown} / {UTTERANCE_SCALE:g}"
        painter.setFont(bold)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, value)
        draw_band(painter, QRectF(room.left(), room.top() + used + 4, room.width(), 10), _drawn(row))
        below = " · ".join(part for part in (row.label, row.band) if part)
        write(painter, room.adjusted(0, used + 18, 0, 0), below, font, now.quiet)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines of text and the bar."""
        row, font = index.data(ROW), option.font
        below = " · ".join(part for part in (row.label, row.band) if part)
        return QSize(60, round(text_height(row.name, font, 500) + 18 + text_height(below, font, text_width(option)) + 16))


def draw_band(painter: QPainter, room: QRectF, score: tuple[float, float, float] | None, scale: float = UTTERANCE_SCALE) -> None:
    """A line from 0 to `scale`; of value, low and high the band as a thick bar with ends, the value as a dot."""
    middle = room.center().y()
    painter.setPen(QPen(surface("line"), 2))
    painter.drawLine(QPointF(room.left(), middle), QPointF(room.right(), middle))
    if score is None:
        return
    at_x, from_x, to_x = (room.left() + room.width() * part / scale for part in score)
    accent, faint = QColor(theme().accent), QColor(theme().accent)
    faint.setAlphaF(0.35)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(faint)
    painter.drawRoundedRect(QRectF(from_x, middle - 3, max(to_x - from_x, 2), 6), 3, 3)
    painter.setPen(QPen(accent, 1.5))
    for x in (from_x, to_x):
        painter.drawLine(QPointF(x, middle - 4), QPointF(x, middle + 4))
    painter.setBrush(accent)
    painter.drawEllipse(QPointF(at_x, middle), 4, 4)


def _drawn(row: AspectRow) -> tuple[float, float, float] | None:
    if row.value is None or row.low is None or row.high is None:
        return None
    return row.value, row.low, row.high


def _aspect_name(row: AspectRow) -> str:
    return row.name


def _aspect_spoken(row: AspectRow) -> str:
    return row.spoken


def _line_text(row: RationaleRow) -> str:
    return row.text


def _one_line(row: RationaleRow) -> tuple[str, str]:
    return row.text, ""
