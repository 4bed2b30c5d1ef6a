"""Comments on a take: the list, a field to write one, a meter while one is spoken. Says what is wanted; keeps nothing."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from tutor.domain.review import Comment
from tutor.present.review import CommentRow, comment_rows, span_name
from tutor.ui.rows import ROW, RowsModel, RowsView, TwoLines
from tutor.ui.transport import Meter, clock_time


class Comments(QWidget):
    """`written` carries a text, `chosen` the comment that was clicked or entered, `wanted` one whose words are to be shown."""

    written = Signal(str)
    chosen = Signal(object)
    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._rows = RowsModel[CommentRow](lambda row: row.title, lambda row: row.spoken)
        self.view = RowsView(
            self.tr("Comments; Enter plays a spoken one"), TwoLines(lambda row: (row.title, row.below)), fitted=True
        )
        self.view.setModel(self._rows)
        self._where, self._none = QLabel(wordWrap=True), QLabel(self.tr("No comment yet."), wordWrap=True)
        self._none.setProperty("quiet", True)
        self.field = QLineEdit(placeholderText=self.tr("Write to the learner"))
        self.field.setTextMargins(4, 3, 4, 3)
        self.field.setAccessibleName(self.tr("Comment"))
        self.keep = QPushButton(self.tr("&Add"))
        self.meter, self._time = Meter(), QLabel()
        self._lay_out()
        self.field.returnPressed.connect(self._write)
        self.keep.clicked.connect(self._write)
        self.view.activated.connect(self._activated)
        self.view.clicked.connect(self._activated)
        self.view.selectionModel().currentChanged.connect(self._moved)
        self.show_recording(None)

    def show_comments(self, comments: Sequence[Comment], texts: Sequence[str]) -> None:
        """List them; the one that was chosen stays chosen."""
        before = self.current
        with QSignalBlocker(self.view.selectionModel()):
            self._rows.show_rows(comment_rows(comments, texts))
            ids = [comment.id for comment in comments]
            at = ids.index(before.id) if before is not None and before.id in ids else -1
            self.view.setCurrentIndex(self._rows.index(at, 0) if at >= 0 else QModelIndex())
        self.view.setVisible(bool(comments))
        self._none.setVisible(not comments)
        self.view.fit()

    def show_span(self, words: tuple[int, int] | None, texts: Sequence[str]) -> None:
        """What a comment would be about."""
        first, last = words or (None, None)
        where = span_name(first, last, texts)
        self._where.setText(self.tr("About: {where}").format(where=where))

    def show_recording(self, heard: tuple[float, float] | None) -> None:
        """Level in dB and seconds while a comment is being spoken; None: none is."""
        for widget in (self.meter, self._time):
            widget.setVisible(heard is not None)
        if heard is not None:
            self.meter.show_level(heard[0])
            self._time.setText(clock_time(heard[1]))

    @property
    def current(self) -> Comment | None:
        """The comment that is chosen in the list."""
        index = self.view.currentIndex()
        row: CommentRow | None = index.data(ROW) if index.isValid() else None
        return row.comment if row is not None else None

    def _lay_out(self) -> None:
        column, row, level = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        column.setContentsMargins(4, 4, 4, 4)
        row.addWidget(self.field, 1)
        row.addWidget(self.keep)
        level.addWidget(self.meter)
        level.addWidget(self._time)
        level.addStretch(1)
        column.addWidget(self._where)
        column.addLayout(row)
        column.addLayout(level)
        column.addWidget(self.view)
        column.addWidget(self._none)
        column.addStretch(1)

    @Slot()
    def _write(self) -> None:
        if text := self.field.text().strip():
            self.field.clear()
            self.written.emit(text)

    @Slot(QModelIndex)
    def _activated(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(ROW).comment)

    @Slot(QModelIndex)
    def _moved(self, index: QModelIndex) -> None:
        if index.isValid():
            self.wanted.emit(index.data(ROW).comment)
