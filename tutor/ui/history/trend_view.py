"""A measure over time: a dot a take, the level with its band, a break where another model judged. A summary says it in words."""

from datetime import date
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from tutor.domain.history.level import Series
from tutor.present.history.curves import Trend
from tutor.present.history.names import measure_name
from tutor.ui.theme import surface, theme

_MOST_BARS = 60  # takes whose own range is drawn: more of them hide each other
_TICKS = 8


class TrendView(QWidget):
    """The summary, the curves, and what the signs mean."""

    def __init__(self) -> None:
        super().__init__()
        self.summary, self._key = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self.summary.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self._key.setProperty("quiet", True)
        self._key.setText(
            self.tr("Dots: single readings. Line: the level behind them; pale band: where it lies with 90 % confidence.")
            + " "
            + self.tr("Dashed upright line: from here on another model judged.")
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(4, 8, 4, 4)
        for widget in (self.summary, self._key):
            self._column.addWidget(widget)
        self._plot: pg.PlotWidget | None = None
        self._trend: Trend | None = None

    def show_trend(self, trend: Trend) -> None:
        """Draw it, now or once it can be seen."""
        self._trend = trend
        self.summary.setText(trend.summary)
        self.summary.setAccessibleName(trend.summary)
        if self.isVisible():
            self._draw()
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Large type takes more lines."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """A page that scrolls doesn't ask its labels how high they are at its width: the plot would cover their last lines."""
        margins = self._column.contentsMargins()
        width = self.width() - margins.left() - margins.right()
        for label in (self.summary, self._key):
            label.setMinimumHeight(max(0, label.heightForWidth(width)))

    def showEvent(self, event: QShowEvent) -> None:
        """In the palette in force."""
        super().showEvent(event)
        self._draw()

    def _draw(self) -> None:
        if self._plot is not None:
            self._column.removeWidget(self._plot)
            self._plot.deleteLater()
        self._plot = self._made() if self._trend is not None and self._trend.series else None
        self._key.setVisible(self._plot is not None)
        if self._plot is not None:
            self._column.insertWidget(1, self._plot, 1)

    def _made(self) -> pg.PlotWidget:
        assert self._trend is not None
        trend = self._trend
        plot = pg.PlotWidget(background=theme().page, axisItems={"bottom": _Months("bottom")})
        plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        plot.setAccessibleName(measure_name(trend.measure))
        plot.setAccessibleDescription(trend.summary)
        plot.setMinimumHeight(self.fontMetrics().height() * 9)
        plot.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        item = plot.getPlotItem()
        item.setMouseEnabled(x=False, y=False)
        item.setMenuEnabled(False)
        item.hideButtons()
        every = np.concatenate([series.moments for series in trend.series])
        spare = max(1.0, 0.02 * (every.max() - every.min()))
        item.setRange(xRange=(every.min() - spare, every.max() + spare), yRange=(trend.bottom, trend.top), padding=0.02)
        for side in ("left", "bottom"):
            item.getAxis(side).setPen(surface("line"))
            item.getAxis(side).setTextPen(theme().quiet)
        item.getAxis("left").setLabel(measure_name(trend.measure), color=theme().quiet)
        for at, (series, label) in enumerate(zip(trend.series, trend.labels, strict=True)):
            _add_series(item, series)
            if len(trend.series) > 1:
                _add_break(item, series, label, trend.top, first=at == 0)
        return plot


class _Months(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph is untyped
    """Ticks at the first of months, or at days when there are few."""

    def tickValues(self, low: float, high: float, _size: float) -> list[tuple[float, list[float]]]:
        """Ordinals of days."""
        first, last = date.fromordinal(max(1, int(low))), date.fromordinal(max(1, int(high)))
        months = (last.year - first.year) * 12 + last.month - first.month
        if months < 2:
            step = max(1, round((high - low) / _TICKS))
            return [(step, [float(day) for day in range(int(low) + 1, int(high) + 1, step)])]
        step = next(each for each in (1, 2, 3, 6, 12, 24, 60, 120) if months / each <= _TICKS or each == 120)
        numbers = range(first.year * 12 + first.month, last.year * 12 + last.month, 1)
        at = [date(number // 12, number % 12 + 1, 1) for number in numbers if number % step == 0]
        return [(30.0 * step, [float(day.toordinal()) for day in at])]

    def tickStrings(self, values: list[float], _scale: float, spacing: float) -> list[str]:
        """`2026-03`, or the day when there are few."""
        days = [date.fromordinal(max(1, int(value))) for value in values]
        return [f"{day:%Y-%m}" if spacing >= 30 else f"{day:%m-%d}" for day in days]


def _add_series(item: Any, series: Series) -> None:  # noqa: ANN401
    value, low, high = series.raw.T
    faint = QColor(theme().quiet)
    faint.setAlphaF(0.55)
    if len(value) <= _MOST_BARS:
        bars = pg.ErrorBarItem(
            x=series.moments, y=value, top=high - value, bottom=value - low, pen=pg.mkPen(surface("line"), width=1)
        )
        item.addItem(bars)
    item.addItem(pg.ScatterPlotItem(series.moments, value, size=5, pen=None, brush=faint))
    level = series.level
    if level is None:
        return
    pale = QColor(theme().pitch)
    pale.setAlphaF(0.3)
    days = level.days + 0.5
    edges = [pg.PlotCurveItem(days, level.value + side * level.doubt, pen=None) for side in (-1, 1)]
    item.addItem(pg.FillBetweenItem(*edges, brush=pale))
    item.addItem(pg.PlotCurveItem(days, level.value, pen=pg.mkPen(theme().pitch, width=2), antialias=True))


def _add_break(item: Any, series: Series, label: str, top: float, *, first: bool) -> None:  # noqa: ANN401
    """Where a model began to judge, with its name."""
    at = float(series.moments[0])
    if not first:
        item.addItem(pg.InfiniteLine(at - 0.5, pen=pg.mkPen(theme().ink, width=1, style=Qt.PenStyle.DashLine)))
    text = pg.TextItem(label, color=theme().ink, anchor=(0.0, 0.0), fill=theme().page)
    text.setPos(at, top)
    item.addItem(text)
