"""Two takes of one text side by side: what became better, what didn't, beyond the doubt about both. Knows no rule of its own."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from tutor.domain.change import compare
from tutor.domain.take import Attempt
from tutor.domain.wording import say
from tutor.practice.earlier import comparable
from tutor.present.changes import NOTHING, ChangeRow, aspect_changes, change_note, change_summary, word_changes
from tutor.present.takes import take_rows
from tutor.ui.announce import announce
from tutor.ui.rows import ROW, RowsModel, RowsView, TwoLines
from tutor.ui.session import Session
from tutor.ui.theme import sized


class Compare(QWidget):
    """The take that is shown against another one of its text; `word_wanted` carries the index of a word that was activated."""

    word_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._shown: Attempt | None = None
        self._attempts: Sequence[Attempt] = ()
        self._others: tuple[Attempt, ...] = ()
        self.choice = QComboBox()
        for part in (self.choice, self.choice.view()):
            part.setAccessibleName(self.tr("Compare with"))
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._label = QLabel(self.tr("Compare &with"))
        self._label.setBuddy(self.choice)
        self.summary, self._note = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self.summary.setFont(sized(self.font(), 1.05, bold=True))
        self._note.setProperty("quiet", True)
        self._aspects, self._words = (RowsModel[ChangeRow](_text, _spoken) for _ in range(2))
        self.aspect_view = RowsView(self.tr("What changed"), TwoLines(_lines), fitted=True)
        self.word_view = RowsView(self.tr("Words that changed"), TwoLines(_lines), fitted=True)
        self.aspect_view.setModel(self._aspects)
        self.word_view.setModel(self._words)
        self._lay_out()
        self.choice.currentIndexChanged.connect(self._compare)
        self.word_view.activated.connect(self._activated)
        self.word_view.clicked.connect(self._activated)

    def begin(self, session: Session) -> None:
        """Follow what is shown of it."""
        session.attempt_changed.connect(self.show_attempt)
        session.attempts_listed.connect(self.show_attempts)

    @Slot(object)
    def show_attempt(self, attempt: Attempt | None) -> None:
        """Compare this take with the one before it."""
        self._shown = attempt
        self._refill(None)

    @Slot(object)
    def show_attempts(self, attempts: Sequence[Attempt]) -> None:
        """These are all takes there are; the one chosen stays chosen."""
        chosen = self._other()
        self._attempts = attempts
        self._refill(chosen.take.id if chosen is not None else None)

    def _other(self) -> Attempt | None:
        at = self.choice.currentIndex()
        return self._others[at] if 0 <= at < len(self._others) else None

    def _refill(self, chosen: str | None) -> None:
        judged = self._shown is not None and self._shown.assessment is not None
        self._others = comparable(self._attempts, self._shown) if self._shown is not None and judged else ()
        with QSignalBlocker(self.choice):
            self.choice.clear()
            self.choice.addItems([self._named(row.when, row.total) for row in take_rows(self._others)])
            ids = [other.take.id for other in self._others]
            self.choice.setCurrentIndex(ids.index(chosen) if chosen in ids else min(0, len(ids) - 1))
        self._show()

    def _named(self, when: str, total: str) -> str:
        return self.tr("{when}, total {total}").format(when=when, total=total) if total else when

    @Slot()
    def _compare(self) -> None:
        self._show()
        announce(self, self.summary.text())

    def _show(self) -> None:
        other, mine = self._other(), self._shown
        for widget in (self._label, self.choice):
            widget.setVisible(other is not None)
        if other is None or mine is None:
            self._say(self.tr("There is no other take of this text yet. Read it once more to see what changes."), "", (), ())
            return
        assert other.assessment is not None
        assert mine.assessment is not None
        found = compare(other.assessment, mine.assessment)
        if found is None:
            self._say(say(NOTHING), "", (), ())
        else:
            self._say(change_summary(found), change_note(found), aspect_changes(found), word_changes(found))

    def _say(self, summary: str, note: str, aspects: Sequence[ChangeRow], words: Sequence[ChangeRow]) -> None:
        self.summary.setText(summary)
        self._note.setText(note)
        for model, view, rows in ((self._aspects, self.aspect_view, aspects), (self._words, self.word_view, words)):
            model.show_rows(rows)
            view.setVisible(bool(rows))
            view.fit()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        for widget in (self._label, self.choice, self.summary, self.aspect_view, self.word_view, self._note):
            column.addWidget(widget)
        column.addStretch(1)

    @Slot(QModelIndex)
    def _activated(self, index: QModelIndex) -> None:
        self.word_wanted.emit(index.data(ROW).word)


def _text(row: ChangeRow) -> str:
    return row.shown


def _spoken(row: ChangeRow) -> str:
    return row.spoken


def _lines(row: ChangeRow) -> tuple[str, str]:
    return row.shown, row.below
