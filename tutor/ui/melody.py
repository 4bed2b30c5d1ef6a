"""Pitch, energy and tempo over the words, with bands, pauses, and a cursor that follows the sound. A summary says it in words."""

from collections.abc import Sequence
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QBrush, QColor, QShowEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from tutor.domain.assessment import Assessment
from tutor.domain.target import Target
from tutor.present.curves import plot_name, plots
from tutor.present.model_curve import with_model
from tutor.present.plotting import Plot, Segment, Span
from tutor.ui.actions import unsigned
from tutor.ui.theme import sized, surface, theme

_SECOND_PX = 110  # so that short words keep their labels apart
_HEIGHT_EM = 9


class Melody(QWidget):
    """Two panels over one time axis, wider than the room when the take is long: then it scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout()
        self._column.setContentsMargins(4, 4, 4, 4)
        self._head = QVBoxLayout()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(self._head)
        whole.addLayout(self._column)
        self._empty = QLabel(self.tr("There are no curves for this take."), wordWrap=True)
        self._empty.setProperty("quiet", True)
        self._column.addWidget(self._empty)
        self._made: list[QWidget] = []
        self._cursors: list[Any] = []
        self._frames: list[Any] = []
        self._scroll: QScrollArea | None = None
        self._ground = QWidget(self)
        self._assessment: Assessment | None = None
        self._model: Assessment | None = None
        self._target: Target | None = None
        self._stale = False
        self._column.addStretch(1)

    def show_assessment(self, assessment: Assessment, target: Target) -> None:
        """Draw the curves of an assessment of a text; drawn when the panel is looked at."""
        self._assessment, self._target, self._stale = assessment, target, True
        if self.isVisible():
            self.repaint_curves()

    def show_model(self, model: Assessment | None) -> None:
        """Draw the melody of a model voice's reading under that of the take; None takes it away."""
        if model is not self._model:
            self._model, self._stale = model, True
            if self.isVisible():
                self.repaint_curves()

    def offer(self, action: QAction) -> None:
        """A button above the curves."""
        button = QToolButton()
        button.setDefaultAction(action)
        button.setAccessibleName(unsigned(action.text()))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._head.addWidget(button)

    def repaint_curves(self) -> None:
        """Draw anew, in the palette in force."""
        self._stale = False
        for widget in self._made:
            self._column.removeWidget(widget)
            widget.deleteLater()
        self._made, self._cursors, self._frames, self._scroll = [], [], [], None
        found = self._plots()
        self._empty.setVisible(not found)
        if found:
            self._draw(found)

    def _plots(self) -> tuple[Plot, ...]:
        if self._assessment is None or self._target is None:
            return ()
        found = plots(self._assessment, self._target)
        if not found or self._model is None:
            return found
        return with_model(found[0], self._assessment, self._model), *found[1:]

    def summaries(self) -> tuple[str, ...]:
        """What the curves show, in words, a panel each."""
        return tuple(plot.summary for plot in self._plots())

    def show_position(self, seconds: float | None) -> None:
        """Move the cursor; None hides it."""
        for cursor in self._cursors:
            cursor.setVisible(seconds is not None)
            if seconds is not None:
                cursor.setValue(seconds)
        if seconds is not None:
            self.go_to(seconds)

    def go_to(self, seconds: float) -> None:
        """Scroll to a time."""
        if self._scroll is not None and self._assessment is not None:
            share = seconds / max(self._assessment.audio.seconds, 0.1)
            self._scroll.ensureVisible(round(share * self._ground.width()), 0, 80, 0)

    def point_at(self, start: float, end: float) -> None:
        """Frame a stretch of time that somebody speaks of."""
        self.go_to((start + end) / 2)
        for frame in self._frames:
            frame.setRegion((start, end))
            frame.setVisible(True)

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what changed while the panel was hidden: curves take longer than all the rest of a result."""
        super().showEvent(event)
        if self._stale:
            self.repaint_curves()

    def _draw(self, found: Sequence[Plot]) -> None:
        assert self._assessment is not None
        seconds = self._assessment.audio.seconds
        ground = self._ground = QWidget()
        ground.setMinimumWidth(round(seconds * _SECOND_PX))
        stack = QVBoxLayout(ground)
        stack.setContentsMargins(0, 0, 0, 0)
        at = 0
        colours = {"Pitch": theme().pitch, "Energy": theme().energy, "Tempo": theme().ink}
        for plot in found:
            for label in self._labels(plot):
                self._column.insertWidget(at, label)
                at += 1
            stack.addWidget(self._panel(plot, colours[plot.name], seconds))
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setWidget(ground)
        self._scroll.setAccessibleName(self.tr("Curves of pitch, energy and tempo"))
        self._scroll.setAccessibleDescription(" ".join(plot.summary for plot in found))
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFixedHeight(stack.sizeHint().height() + 20)
        self._column.insertWidget(at, self._scroll)
        self._column.insertWidget(at + 1, self._key())
        self._made += [self._scroll]

    def _labels(self, plot: Plot) -> tuple[QLabel, QLabel]:
        name, summary = QLabel(f"{plot_name(plot)} ({plot.unit})"), QLabel(plot.summary, wordWrap=True)
        name.setFont(sized(self.font(), 1.0, bold=True))
        self._made += [name, summary]
        return name, summary

    def _key(self) -> QLabel:
        pace = self._assessment.prosody.words_per_minute if self._assessment and self._assessment.prosody else None
        said = [self.tr("Pale band: how exact the curve is. Dotted: a pause at a stop. Hatched, with “!”: a pause elsewhere.")]
        said += [self.tr("Blue line: a stop in the text, broken where you read over it. Bold words usually carry the weight.")]
        said += [self.tr("{pace:.0f} words a minute.").format(pace=pace)] if pace is not None else []
        key = QLabel(" ".join(said), wordWrap=True)
        key.setProperty("quiet", True)
        self._made.append(key)
        return key

    def _panel(self, plot: Plot, colour: str, seconds: float) -> pg.PlotWidget:
        panel = pg.PlotWidget(background=theme().page)
        panel.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        panel.setAccessibleName(plot_name(plot))
        panel.setAccessibleDescription(plot.summary)
        panel.setFixedHeight(self.fontMetrics().height() * _HEIGHT_EM)
        item = panel.getPlotItem()
        item.setMouseEnabled(x=False, y=False)
        item.setMenuEnabled(False)
        item.hideButtons()
        room = plot.top - plot.bottom
        item.setRange(xRange=(0, seconds), yRange=(plot.bottom - 0.22 * room, plot.top + 0.2 * room), padding=0)
        item.setLabel("left", f"{plot_name(plot)}, {plot.unit}", color=theme().quiet)
        item.getAxis("left").setWidth(self.fontMetrics().height() * 3.4)  # alike in both panels: one time axis
        for side in ("left", "bottom"):
            item.getAxis(side).setPen(surface("line"))
            item.getAxis(side).setTextPen(theme().quiet)
        for part in plot.model:
            dashed = pg.mkPen(theme().ink, width=1, style=Qt.PenStyle.DashLine)
            item.addItem(pg.PlotCurveItem(part.seconds, part.value, pen=dashed, antialias=True))
        if plot.ordinary is not None:
            item.addItem(_ordinary(plot.ordinary))
        for part in plot.segments:
            _add_curve(item, part, colour)
        _add_spans(item, plot)
        frame = pg.LinearRegionItem((0, 0), brush=None, pen=pg.mkPen(theme().accent, width=1), movable=False)
        frame.setVisible(False)
        item.addItem(frame)
        self._frames.append(frame)
        cursor = pg.InfiniteLine(angle=90, pen=pg.mkPen(theme().ink, width=1), movable=False)
        cursor.setVisible(False)
        item.addItem(cursor)
        self._cursors.append(cursor)
        return panel


def _add_curve(item: Any, part: Segment, colour: str) -> None:  # noqa: ANN401  pyqtgraph is untyped
    faint = QColor(colour)
    faint.setAlphaF(0.25)
    edges = [pg.PlotCurveItem(part.seconds, edge, pen=None) for edge in (part.low, part.high)]
    item.addItem(pg.FillBetweenItem(*edges, brush=faint))
    item.addItem(pg.PlotCurveItem(part.seconds, part.value, pen=pg.mkPen(colour, width=1), antialias=True))


def _add_spans(item: Any, plot: Plot) -> None:  # noqa: ANN401
    for word in plot.words:
        _add_text(item, word.text, ((word.start + word.end) / 2, plot.bottom), theme().ink, bold=word.weighty)
        item.addItem(pg.InfiniteLine(word.start, pen=pg.mkPen(surface("line"), width=1)))
    for stop in plot.breaks:
        style = Qt.PenStyle.SolidLine if stop.taken else Qt.PenStyle.DashLine
        item.addItem(pg.InfiniteLine(stop.seconds, pen=pg.mkPen(theme().accent, width=1, style=style)))
    high = plot.top + 0.2 * (plot.top - plot.bottom)
    for pause in plot.pauses:
        item.addItem(_pause(pause))
        ink = theme().needs_work if pause.unexpected else theme().quiet
        _add_text(item, f"{pause.text} !" if pause.unexpected else pause.text, ((pause.start + pause.end) / 2, high), ink)


def _ordinary(bounds: tuple[float, float]) -> Any:  # noqa: ANN401
    """What most people do, as a pale band."""
    faint = QColor(theme().accent)
    faint.setAlphaF(0.15)
    return pg.LinearRegionItem(bounds, orientation="horizontal", brush=faint, pen=pg.mkPen(None), movable=False)


def _pause(pause: Span) -> Any:  # noqa: ANN401
    if pause.unexpected:
        brush, pen = QBrush(QColor(theme().needs_work), Qt.BrushStyle.BDiagPattern), pg.mkPen(theme().needs_work, width=1)
    else:
        brush = QBrush(QColor(theme().pause))
        pen = pg.mkPen(theme().quiet, width=1, style=Qt.PenStyle.DotLine)
    return pg.LinearRegionItem((pause.start, pause.end), brush=brush, pen=pen, movable=False)


def _add_text(item: Any, text: str, place: tuple[float, float], ink: str, *, bold: bool = False) -> None:  # noqa: ANN401
    label = pg.TextItem(text, color=ink, anchor=(0.5, 0.0), fill=theme().page)
    label.setPos(*place)
    if bold:
        label.setFont(sized(label.textItem.font(), 1.0, bold=True))
    item.addItem(label)
