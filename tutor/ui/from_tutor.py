"""What the tutor said, above the scores of a result: comments to read and hear, and the tutor's setting, in words."""

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from tutor.domain.assessment import Assessment
from tutor.present.heat import TUTOR
from tutor.present.review import CommentRow, comment_rows, setting_said
from tutor.ui.rows import ROW, RowsModel, RowsView, TwoLines
from tutor.ui.theme import sized
from tutor.ui.tutors_word import Told


class FromTutor(QWidget):
    """Hidden while there is nothing. `wanted` carries the comment that was clicked or entered."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._rows = RowsModel[CommentRow](lambda row: row.title, lambda row: row.spoken)
        self.view = RowsView(
            self.tr("Your tutor's comments; Enter plays a spoken one"), TwoLines(lambda row: (row.title, row.below)), fitted=True
        )
        self.view.setModel(self._rows)
        self._head, self.said = QLabel(self.tr("From your tutor")), QLabel(wordWrap=True)
        self._head.setFont(sized(self.font(), 1.1, bold=True))
        self.said.setProperty("quiet", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        for widget in (self._head, self.view, self.said):
            column.addWidget(widget)
        self.view.clicked.connect(self._activated)
        self.view.activated.connect(self._activated)
        self.hide()

    def show_told(self, told: Told, assessment: Assessment | None) -> None:
        """All about the take that is shown."""
        texts = [word.text for word in assessment.words] if assessment is not None else []
        self._rows.show_rows(comment_rows(told.comments, texts))
        count = len(told.tutored.answers)
        answered = self.tr("{sign} marks your tutor's answers: {count}.")
        parts = [answered.format(sign=TUTOR, count=count) if count else "", setting_said(told.tutored.rule)]
        self.said.setText(" ".join(part for part in parts if part))
        self.said.setVisible(any(parts))
        self.view.setVisible(bool(told.comments))
        self.setVisible(bool(told.comments) or any(parts))
        self.view.fit()

    @Slot(QModelIndex)
    def _activated(self, index: QModelIndex) -> None:
        self.wanted.emit(index.data(ROW).comment)
