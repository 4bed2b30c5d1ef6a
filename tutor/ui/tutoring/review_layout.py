"""Where things are while a take is reviewed: page and sounds in the middle, answers under them, the rest beside or below."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from tutor.present.reading import ReadingStyle
from tutor.ui.banner import Banner
from tutor.ui.feedback import Feedback
from tutor.ui.heat_table import HeatTable
from tutor.ui.layout import scrolling
from tutor.ui.legend import Legend
from tutor.ui.listen_bar import ListenBar
from tutor.ui.page import Page
from tutor.ui.panels import Panels
from tutor.ui.phone_strip import PhoneStrip
from tutor.ui.theme import named
from tutor.ui.tutoring.answer_bar import AnswerBar
from tutor.ui.tutoring.comments import Comments

if TYPE_CHECKING:
    from tutor.ui.melody import Melody

_NARROW_EM, _PANELS_EM = 58, 23


class ReviewLayout(QWidget):
    """Makes the parts and arranges them (`ui.choice.Parts`); knows nothing of what they show."""

    def __init__(self, answers: AnswerBar, listen: ListenBar) -> None:
        super().__init__()
        self.page, self.strip, self.heat, self.legend = Page(), PhoneStrip(), HeatTable(), Legend()
        self.feedback, self.comments, self.banner = Feedback(), Comments(), Banner()
        self.answers, self.listen = answers, listen
        self.caption = named(QLabel(wordWrap=True), "caption")
        self.panels = Panels(self.tr("Scores, comments, words or melody"), least_lines=18)
        self._commenting = scrolling(self.comments)
        self.panels.add(scrolling(self.feedback), self.tr("Scores"))
        self.panels.add(self._commenting, self.tr("Comments"))
        self.panels.addTab(self.heat, self.tr("Words"))
        self._melody: Melody | None = None
        self._narrow: bool | None = None
        self._build()

    def melody(self) -> "Melody":
        """The panel of curves, made when first wanted: its library is heavy."""
        if self._melody is None:
            from tutor.ui.melody import Melody

            self._melody = Melody()
            self.panels.add(scrolling(self._melody), self.tr("Melody"))
        return self._melody

    def show_panels(self, shown: bool) -> None:
        """A take that could not be judged has nothing but its text."""
        for widget in (self.panels, self.strip, self.legend, self.answers):
            widget.setEnabled(shown)

    def set_style(self, style: ReadingStyle) -> None:
        """How text on the page looks."""
        self.page.set_style(style)

    def show_comments(self, *, writing: bool) -> None:
        """Turn to the comments, to write one or to see one come."""
        self.panels.setCurrentWidget(self._commenting)
        if writing:
            self.comments.field.setFocus()

    def reveal_word(self) -> None:
        """Scroll until the chosen word can be seen."""
        rect = self.page.chosen_rect()
        at = self.page.mapTo(self._ground, rect.center().toPoint())
        self._scroll.ensureVisible(at.x(), at.y(), 40, round(rect.height() * 2))

    def follow_word(self, at: int) -> None:
        """This word is heard: keep it in view, and its row in the table of words."""
        rect = self.page.word_rect(at)
        place = self.page.mapTo(self._ground, rect.center().toPoint())
        self._scroll.ensureVisible(place.x(), place.y(), 40, round(rect.height() * 2))
        if self.heat.isVisible():
            self.heat.choose(at, None)

    def arrange(self, width: int) -> None:
        """For a window so wide (pixels): two columns, or one that scrolls."""
        em = self.fontMetrics().height()
        narrow = width < _NARROW_EM * em
        self._beside.setFixedWidth(_PANELS_EM * em)
        if narrow == self._narrow:
            return
        self._narrow = narrow
        if narrow:
            self._column.insertWidget(self._column.count() - 1, self._words)
            self._column.insertWidget(self._column.count() - 1, self.panels)
        else:
            self._centre.insertWidget(2, self._words)
            self._beside_column.addWidget(self.panels)
        self._beside.setVisible(not narrow)
        self.panels.stand(below=narrow)

    def minimumSizeHint(self) -> QSize:
        """Small enough to become narrow."""
        em = self.fontMetrics().height()
        return QSize(20 * em, 15 * em)

    def _build(self) -> None:
        self._words = QWidget()
        words = QVBoxLayout(self._words)
        words.setContentsMargins(0, 0, 0, 0)
        words.addWidget(self.legend)
        words.addWidget(self.strip)
        self._scroll = self._scrolled_page()
        centre, self._beside = QWidget(), named(QWidget(), "panels")
        self._beside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._centre, self._beside_column = QVBoxLayout(centre), QVBoxLayout(self._beside)
        self._centre.setContentsMargins(0, 0, 0, 0)
        self._centre.setSpacing(0)
        self._centre.addWidget(self.banner)
        self._centre.addWidget(self._scroll, 1)
        self._centre.addWidget(self.listen)
        self._centre.addWidget(self.answers)
        self._beside_column.setContentsMargins(14, 10, 8, 8)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(centre, 1)
        row.addWidget(self._beside)

    def _scrolled_page(self) -> QScrollArea:
        self._ground = named(QWidget(), "page")
        self._column = QVBoxLayout(self._ground)
        self._column.setContentsMargins(32, 20, 32, 16)
        for widget in (self.caption, self.page):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        return scrolling(self._ground)
