"""Shows where the reader is while they read, and keeps that line in view. Knows the word's number, not how it is found."""

from PySide6.QtCore import QEasingCurve, QObject, QPoint, QPropertyAnimation, Slot
from PySide6.QtWidgets import QStyle

from tutor.present.reading import ReadingStyle
from tutor.ui.layout import Layout
from tutor.ui.reading_view import ReadingView
from tutor.ui.session import Session
from tutor.ui.stage import Stage

_HIGHEST, _LOWEST, _WANTED = 0.1, 0.6, 0.3  # of the height in view: where the line may be, and where it is put
_GLIDE_MS = 400


class Place(QObject):
    """Listens to the session; underlines the word on the page while recording and scrolls when its line leaves the middle."""

    def __init__(self, session: Session, reading: ReadingView, parts: Layout) -> None:
        super().__init__(parts)
        self._session, self._parts, self._line = session, parts, 0.0
        self._glide = QPropertyAnimation(parts.page_scroll.verticalScrollBar(), b"value", self)
        self._glide.setDuration(_GLIDE_MS)
        self._glide.setEasingCurve(QEasingCurve.Type.InOutQuad)
        session.placed.connect(self._show)
        session.stage_changed.connect(self._stage_changed)
        reading.changed.connect(self._restyle)
        self._restyle(reading.style)

    @Slot(object)
    def _restyle(self, style: ReadingStyle) -> None:
        self._session.follows, self._still = style.follows, style.still
        if not style.follows:
            self._parts.page.show_place(None)

    @Slot(object)
    def _stage_changed(self, stage: Stage) -> None:
        if stage is not Stage.RECORDING:
            self._glide.stop()
            self._parts.page.show_place(None)

    @Slot(int)
    def _show(self, place: int) -> None:
        target = self._session.target
        if target is None or self._session.stage is not Stage.RECORDING or not self._session.follows:
            return
        word = target.words[min(place, len(target.words) - 1)]
        rect = self._parts.page.show_place((word.start, word.end))
        if rect.center().y() != self._line:  # on the same line the page stays where the reader put it
            self._line = rect.center().y()
            self._keep_in_view()

    def _keep_in_view(self) -> None:
        bar, height = self._parts.page_scroll.verticalScrollBar(), self._parts.page_scroll.viewport().height()
        line = self._parts.page.mapTo(self._parts.ground, QPoint()).y() + self._line
        if not _HIGHEST * height <= line - bar.value() <= _LOWEST * height:
            self._go(round(line - _WANTED * height))

    def _go(self, to: int) -> None:
        bar = self._parts.page_scroll.verticalScrollBar()
        self._glide.stop()
        if self._still or not bar.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration):
            bar.setValue(to)
        else:
            self._glide.setEndValue(max(bar.minimum(), min(to, bar.maximum())))
            self._glide.start()
