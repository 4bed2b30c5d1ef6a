"""The aspect scores with their bands, and the rationale whose lines lead to what they speak of."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QCheckBox, QLabel, QStyleOptionViewItem, QVBoxLayout, QWidget

from tutor.domain.assessment import UTTERANCE_SCALE, Assessment
from tutor.practice.pace import words_correct_per_minute
from tutor.present.heat import TUTOR
from tutor.present.rationale import Group, RationaleRow, rationale_rows
from tutor.present.scores import AspectRow, Steps, aspect_rows
from tutor.ui.from_tutor import FromTutor
from tutor.ui.rows import ROW, Index, RowDelegate, RowsModel, RowsView, text_height, text_width, write
from tutor.ui.theme import sized, surface, theme

_EAR = 16  # room for the sign that a line can be heard


@dataclass(frozen=True, slots=True)
class _Line:
    """A rationale line in the list: the first of its group has the group's `heading`."""

    row: RationaleRow
    heading: str
    text: str


class Feedback(QWidget):
    """`line_activated` carries the `RationaleRow` that was clicked or entered."""

    line_activated = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._scores = RowsModel[AspectRow](_aspect_name, _aspect_spoken)
        self._lines = RowsModel[_Line](_line_text, _line_spoken)
        self._rows: Sequence[RationaleRow] = ()
        self.score_view = RowsView(self.tr("Scores"), _AspectDelegate(), fitted=True)
        self.line_view = RowsView(self.tr("What stood out; Enter plays it"), _LineDelegate(), fitted=True)
        self.score_view.setModel(self._scores)
        self.line_view.setModel(self._lines)
        self.line_view.setCursor(Qt.CursorShape.PointingHandCursor)
        self.from_tutor = FromTutor()
        self.accents = QCheckBox(self.tr("Show what is only an accent"))
        self._note = QLabel(wordWrap=True)
        self._note.setProperty("quiet", True)
        self._note.setContentsMargins(12, 0, 12, 0)  # as what is in the rows stands
        self._lay_out()
        self.line_view.clicked.connect(self._activated)
        self.line_view.activated.connect(self._activated)
        self.accents.toggled.connect(self._show_lines)

    def show_assessment(self, assessment: Assessment) -> None:
        """Scores and lines of an assessment; nothing of either where there is none."""
        rows = aspect_rows(assessment)
        judged = any(row.value is not None for row in rows)
        self._scores.show_rows(rows if judged else ())
        self._rows = rationale_rows(assessment)
        self.score_view.setVisible(judged)
        self._note.setText(self._said_of(assessment) if judged else self.tr("No score could be given for this recording."))
        self.score_view.fit()
        self._show_lines()

    @Slot()
    def _show_lines(self) -> None:
        folded = not self.accents.isChecked()
        self.accents.setVisible(any(row.group is Group.ACCENT for row in self._rows))
        self._lines.show_rows(self._headed([row for row in self._rows if not (folded and row.group is Group.ACCENT)]))
        self.line_view.setVisible(bool(self._lines.rows))
        self.line_view.fit()

    def _headed(self, rows: Sequence[RationaleRow]) -> list[_Line]:
        headings = {
            Group.FIRST: "",
            Group.WORK: self.tr("What to work on"),
            Group.NOTICED: self.tr("Also noticed"),
            Group.ACCENT: self.tr("Only an accent"),
        }
        lines = []
        for group, heading in headings.items():
            for at, row in enumerate(row for row in rows if row.group is group):
                text = f"{at + 1}. {row.text}" if group is Group.WORK else row.text
                lines.append(_Line(row, "" if at else heading, text))
        return lines

    def _said_of(self, assessment: Assessment) -> str:
        said = self.tr(
            "From {seconds:.1f} s of speech. Filled: the likeliest step. Faint: where {percent:.0f} of 100 human scores lie."
        )
        said = said.format(seconds=assessment.audio.speech_seconds, percent=assessment.confidence * 100)
        pace = words_correct_per_minute(assessment)
        if pace is None:
            return said
        return self.tr("{pace:.0f} words correct per minute. {about}").format(pace=pace, about=said)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        for widget in (self.from_tutor, self.score_view, self._note, self.line_view, self.accents):
            column.addWidget(widget)
        column.insertSpacing(3, 8)
        column.addStretch(1)

    @Slot(QModelIndex)
    def _activated(self, index: QModelIndex) -> None:
        self.line_activated.emit(index.data(ROW).row)


class _LineDelegate(RowDelegate):
    """The heading of a group, and the line with a sign that it can be heard."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The ground is under the line only."""
        painter.save()
        line, font = index.data(ROW), QFont(option.font)
        above = self._heading_height(line, option)
        write(
            painter,
            QRectF(option.rect).adjusted(12, above - _line_height(font) - 4, 0, 0),
            line.heading,
            _headed(font),
            theme().ink,
        )
        inner = QStyleOptionViewItem(option)
        inner.rect = option.rect.adjusted(0, round(above), 0, 0)
        room = self.begin(painter, inner)
        if line.row.seconds is not None:
            self._ear(painter, QRectF(room.left() - 4, room.top(), _EAR, _line_height(font)))
        write(painter, room.adjusted(_EAR, 0, 0, 0), line.text, font, theme().ink)
        painter.restore()

    def _ear(self, painter: QPainter, room: QRectF) -> None:
        middle, left = room.center().y(), room.left()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme().accent))
        painter.drawPolygon([QPointF(left, middle - 5), QPointF(left + 8, middle), QPointF(left, middle + 5)])

    def _heading_height(self, line: _Line, option: QStyleOptionViewItem) -> float:
        return _line_height(option.font) * 1.2 + 12 if line.heading else 0.0

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its wrapped text."""
        line = index.data(ROW)
        tall = text_height(line.text, option.font, text_width(option) - _EAR)
        return QSize(60, round(self._heading_height(line, option) + tall + 14))


class _AspectDelegate(RowDelegate):
    """Name and range, the rubric's steps, and what its words for the step are."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Three lines."""
        painter.save()
        room, row, font = self.begin(painter, option), index.data(ROW), painter.font()
        now = theme()
        used = write(painter, room, row.name, sized(font, 1.0, bold=True), now.ink)
        painter.setFont(font)
        painter.setPen(QColor(now.quiet))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, _range(row))
        bar = QRectF(room.left(), room.top() + used + 4, room.width(), 10)
        if row.steps is None:
            draw_band(painter, bar, _drawn(row))
        else:
            _draw_steps(painter, bar, row.steps)
        below = write(painter, room.adjusted(0, used + 18, 0, 0), row.label, font, now.ink)
        write(painter, room.adjusted(0, used + 18 + below, 0, 0), _by_tutor(row), sized(font, 1.0, bold=True), now.ink)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines of text and the bar, and one for what a tutor says."""
        row, font, wide = index.data(ROW), option.font, text_width(option)
        words = text_height(row.label, font, wide) + text_height(_by_tutor(row), sized(font, 1.0, bold=True), wide)
        return QSize(60, round(text_height(row.name, font, 500) + 18 + words + 16))


def _draw_steps(painter: QPainter, room: QRectF, steps: Steps) -> None:
    """A box a step: the score's own dark, those its range reaches into pale, the others empty."""
    gap, accent = 3.0, QColor(theme().accent)
    wide = (room.width() - gap * (steps.of - 1)) / steps.of
    for step in range(1, steps.of + 1):
        fill = QColor(accent) if steps.lowest <= step <= steps.highest else QColor(Qt.GlobalColor.transparent)
        fill.setAlphaF(fill.alphaF() * (1.0 if step == steps.own else 0.35))
        painter.setBrush(fill)
        painter.setPen(QPen(accent if steps.lowest <= step <= steps.highest else surface("line"), 1))
        painter.drawRoundedRect(QRectF(room.left() + (step - 1) * (wide + gap), room.top(), wide, room.height()), 3, 3)


def _by_tutor(row: AspectRow) -> str:
    return f"{TUTOR} {row.tutor}" if row.tutor else ""


def _range(row: AspectRow) -> str:
    return row.shown if row.value is None or row.steps is None else f"{row.band or row.shown} / {UTTERANCE_SCALE:g}"


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


def _line_text(line: _Line) -> str:
    return line.text


def _line_spoken(line: _Line) -> str:
    return f"{line.heading}. {line.text}" if line.heading else line.text


def _line_height(font: QFont) -> float:
    return QFontMetricsF(font).height()


def _headed(font: QFont) -> QFont:
    return sized(font, 1.1, bold=True)
