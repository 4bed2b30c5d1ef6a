"""Where things are: the page in the middle, panels beside it in a wide window and under it in a narrow one."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from tutor.domain.target import Passage
from tutor.present.reading import ReadingStyle
from tutor.ui.banner import Banner
from tutor.ui.compare import Compare
from tutor.ui.drill_view import DrillView
from tutor.ui.explaining import Explaining
from tutor.ui.feedback import Feedback
from tutor.ui.heat_table import HeatTable
from tutor.ui.legend import Legend
from tutor.ui.page import Page
from tutor.ui.panels import Panels
from tutor.ui.phone_strip import PhoneStrip
from tutor.ui.side import Side
from tutor.ui.sound_help import SoundHelp
from tutor.ui.theme import named, reading_font
from tutor.ui.transport import Transport

if TYPE_CHECKING:
    from tutor.ui.melody import Melody

_NARROW_EM, _PANELS_EM, _SIDE_EM = 62, 23, 13


class Layout(QWidget):
    """Makes the parts and arranges them; knows nothing of what they show."""

    def __init__(self, side: Side, transport: Transport) -> None:
        super().__init__()
        self.side, self.transport, self.banner = side, transport, Banner()
        self.page, self.strip, self.feedback, self.heat = Page(), PhoneStrip(), Feedback(), HeatTable()
        self.compare, self.legend, self.word_box, self.explaining = Compare(), Legend(), QWidget(), Explaining()
        self._word_column = QVBoxLayout(self.word_box)
        self._word_column.setContentsMargins(0, 0, 0, 0)
        self._word_column.addWidget(self.legend)
        self._word_column.addWidget(self.strip)
        self.drill, self.sound = DrillView(), SoundHelp(tall=True)
        self.title, self.caption = QLabel(wordWrap=True), named(QLabel(wordWrap=True), "caption")
        self.panels = Panels(self.tr("Feedback, words, comparison or melody"))
        self.panels.add(scrolling(self.feedback), self.tr("Feedback"))
        self.panels.addTab(self.heat, self.tr("Words"))
        self._comparing = scrolling(self.compare)
        self.panels.add(self._comparing, self.tr("Compare"))
        self._sounding = scrolling(self.sound)
        self.panels.add(self._sounding, self.tr("Sound"))
        self._narrow: bool | None = None
        self._melody: Melody | None = None
        self._build()

    def show_title(self, title: str, caption: str) -> None:
        """The head of the page."""
        self.title.setText(title)
        self.caption.setText(caption)
        for label in (self.title, self.caption):
            label.setVisible(bool(label.text()))

    def set_style(self, style: ReadingStyle) -> None:
        """How text on the page looks."""
        self.title.setFont(reading_font(style.points * 1.5, style.face))
        self.page.set_style(style)

    def show_panels(self, shown: bool) -> None:
        """Open the panels, or leave the page alone."""
        for widget in (self.panels, self.strip, self.legend):
            widget.setVisible(shown)
        self.beside.setVisible(shown and not self._narrow)

    def put_listen_bar(self, bar: QWidget) -> None:
        """Under the sounds of the word."""
        self._word_column.addWidget(bar)

    def show_compare(self) -> None:
        """Turn to the comparison."""
        self.panels.setCurrentWidget(self._comparing)
        (self.compare.choice if self.compare.choice.isVisible() else self.panels.tabBar()).setFocus()

    def melody(self) -> "Melody":
        """The panel of curves, made when first wanted: its library is heavy and the window paints before that."""
        if self._melody is None:
            from tutor.ui.melody import Melody

            self._melody = Melody()
            self.panels.add(scrolling(self._melody), self.tr("Melody"))
        return self._melody

    def show_sound_help(self) -> None:
        """Bring up how to say the chosen sound, and go there."""
        self.panels.setCurrentWidget(self._sounding)
        self.sound.setFocus()
        QTimer.singleShot(0, self._reveal_panels)  # once it has its place

    @Slot()
    def _reveal_panels(self) -> None:
        """In one column they may lie far below."""
        if self._narrow:
            self.page_scroll.verticalScrollBar().setValue(self.panels.mapTo(self.ground, QPoint(0, 0)).y())

    def arrange(self, width: int) -> None:
        """For a window so wide (pixels): two scrolling columns, or one."""
        em = self.fontMetrics().height()
        narrow = width < _NARROW_EM * em
        self.side.setFixedWidth(_SIDE_EM * em)
        self.beside.setFixedWidth(_PANELS_EM * em)
        if narrow == self._narrow:
            return
        self._narrow = narrow
        shown = self.panels.isVisibleTo(self.panels.parentWidget() or self)
        if narrow:
            self.page_column.insertWidget(self.page_column.count() - 1, self.word_box)
            self._below_column.addWidget(self.panels)
        else:
            self.centre_column.insertWidget(2, self.word_box)
            self.beside_column.addWidget(self.panels)
        margin = 20 if narrow else 0
        self._below_column.setContentsMargins(margin, 0, margin, margin)
        self.panels.stand(below=narrow)
        self.side.setVisible(not narrow)
        self.show_panels(shown)

    def minimumSizeHint(self) -> QSize:
        """Small enough to become narrow: the parts beside the page would hold the window open."""
        em = self.fontMetrics().height()
        return QSize(20 * em, 15 * em)

    @property
    def is_narrow(self) -> bool:
        """Whether all is in one column."""
        return bool(self._narrow)

    @Slot()
    def reveal_word(self) -> None:
        """Scroll until the chosen word can be seen."""
        rect = self.page.chosen_rect()
        at = self.page.mapTo(self.ground, rect.center().toPoint())
        self.page_scroll.ensureVisible(at.x(), at.y(), 40, round(rect.height() * 2))

    def _build(self) -> None:
        self.page_scroll = scrolling(self._page())
        centre, self.beside = QWidget(), named(QWidget(), "panels")
        self.beside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.centre_column, self.beside_column = QVBoxLayout(centre), QVBoxLayout(self.beside)
        self.centre_column.setContentsMargins(0, 0, 0, 0)
        self.centre_column.setSpacing(0)
        self.centre_column.addWidget(self.banner)
        self.centre_column.addWidget(self.page_scroll, 1)
        self.centre_column.addWidget(self.transport)
        self.beside_column.setContentsMargins(14, 10, 8, 8)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for widget in (self.side, centre, self.beside):
            row.addWidget(widget, 1 if widget is centre else 0)

    def _page(self) -> QWidget:
        ground = self.ground = named(QWidget(), "page")
        row, sheet = QHBoxLayout(), QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        self.page.measured.connect(sheet.setMaximumWidth)  # nothing on it is wider than the text
        row.setContentsMargins(40, 36, 40, 24)
        for widget in (self.caption, self.title, self.page, self.explaining, self.drill.foot):
            column.addWidget(widget)
        for label in (self.caption, self.title):
            label.setContentsMargins(4, 0, 0, 0)  # the page keeps as much for its frames
        self.above_page, self.below_page = QVBoxLayout(), QVBoxLayout()
        column.insertLayout(2, self.above_page)
        column.addLayout(self.below_page)
        column.insertSpacing(2, 10)
        column.insertWidget(0, self.drill.head)
        row.addStretch(1)
        row.addWidget(sheet, 100)
        row.addStretch(1)
        self.page_column = QVBoxLayout(ground)
        self.page_column.setContentsMargins(0, 0, 0, 0)
        self.page_column.addLayout(row)
        self._below_column = QVBoxLayout()
        self.page_column.addStretch(1)
        self.page_column.addLayout(self._below_column)
        return ground


def scrolling(widget: QWidget) -> QScrollArea:
    """Scrolls by itself to what has the focus, so it needs none."""
    scroll = QScrollArea(widgetResizable=True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(widget)
    return scroll


def fitting(size: QSize) -> QSize:
    """As much of it as the screen has room for."""
    return size.boundedTo(QGuiApplication.primaryScreen().availableSize() * 0.9)


def titled(passages: Sequence[Passage], passage_id: str | None, own: str) -> tuple[str, str]:
    """Title and caption of a passage; those of an own text."""
    found = next((passage for passage in passages if passage.id == passage_id), None)
    return (found.title, found.level) if found else (own, "")
