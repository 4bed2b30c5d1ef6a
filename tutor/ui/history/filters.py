"""Which readings the history window looks at: time, text, sound, word, and whether readings or tries of drills."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QComboBox, QCompleter, QDateEdit, QLineEdit, QPushButton, QWidget

from tutor.domain.history.readings import Wanted
from tutor.present.history.choices import TextChoice, sound_choices, span_choices
from tutor.reading.letters import fold
from tutor.ui.flow import FlowLayout

_TYPING_MS = 300


class Filters(QWidget):
    """`changed` follows each choice; `wanted` is what is chosen."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.span, self.text, self.sound, self.kind = (QComboBox() for _ in range(4))
        self.first, self.last = QDateEdit(), QDateEdit()
        self.word = QLineEdit(clearButtonEnabled=True, placeholderText=self.tr("Any word"))
        self.all = QPushButton(self.tr("Show &all"))
        for edit in (self.first, self.last):
            edit.setCalendarPopup(True)
            edit.setDisplayFormat("yyyy-MM-dd")
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self.changed)
        self._name()
        row = FlowLayout(self)
        for widget in (self.span, self.first, self.last, self.text, self.sound, self.word, self.kind, self.all):
            row.addWidget(widget)
        self.sound.addItem(self.tr("Any sound"), None)
        for name, symbol in sound_choices():
            self.sound.addItem(name, symbol)
        self.kind.addItem(self.tr("Readings"), False)
        self.kind.addItem(self.tr("Tries of drills"), True)
        self.show_texts((TextChoice(self.tr("All texts"), None),))
        self.show_spans(date.today())
        for box in (self.text, self.sound, self.kind):
            box.currentIndexChanged.connect(self._changed)
            box.setMaximumWidth(self.fontMetrics().averageCharWidth() * 30)
        self.span.currentIndexChanged.connect(self._span_chosen)
        self.first.dateChanged.connect(self._changed)
        self.last.dateChanged.connect(self._changed)
        self.word.textChanged.connect(self._typed)
        self.word.setFixedWidth(self.fontMetrics().averageCharWidth() * 20)
        self.all.clicked.connect(self.clear)
        self.all.setEnabled(False)

    @property
    def wanted(self) -> Wanted:
        """What is chosen."""
        since, until = self._days()
        word = fold(self.word.text().strip()) or None
        texts: tuple[str, ...] | None = self.text.currentData()
        return Wanted(texts, since, until, bool(self.kind.currentData()), self.sound.currentData(), word)

    def show_spans(self, today: date) -> None:
        """The times there are to choose, up to that day."""
        with QSignalBlocker(self.span), QSignalBlocker(self.first), QSignalBlocker(self.last):
            self.span.clear()
            for name, since in span_choices(today):
                self.span.addItem(name, since)
            self.span.addItem(self.tr("Some days…"), "days")
            self.first.setDate(QDate(today.year, today.month, 1))
            self.last.setDate(QDate(today.year, today.month, today.day))
        self._show_days()

    def show_texts(self, choices: Sequence[TextChoice]) -> None:
        """The texts there are to choose; the one that is chosen stays."""
        chosen = self.text.currentData()
        with QSignalBlocker(self.text):
            self.text.clear()
            for choice in choices:
                self.text.addItem(choice.name, choice.texts)
            at = next((at for at, choice in enumerate(choices) if choice.texts == chosen), 0)
            self.text.setCurrentIndex(at)

    def show_words(self, words: Sequence[str]) -> None:
        """What can be completed."""
        made = QCompleter(sorted(words), self.word)
        made.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.word.setCompleter(made)

    def choose(self, *, sound: str | None = None, word: str | None = None, day: date | None = None) -> None:
        """Look at one sound, word or day; of the rest what was chosen stays."""
        with QSignalBlocker(self.sound), QSignalBlocker(self.word), QSignalBlocker(self.span):
            if day is None:
                self.sound.setCurrentIndex(max(0, self.sound.findData(sound)))
                self.word.setText(word or "")
            else:
                self.span.setCurrentIndex(self.span.count() - 1)
                for edit in (self.first, self.last):
                    with QSignalBlocker(edit):
                        edit.setDate(QDate(day.year, day.month, day.day))
        self._show_days()
        self._changed()

    @Slot()
    def clear(self) -> None:
        """Look at all readings."""
        for box in (self.span, self.text, self.sound, self.kind):
            with QSignalBlocker(box):
                box.setCurrentIndex(0)
        with QSignalBlocker(self.word):
            self.word.clear()
        self._show_days()
        self._changed()

    def _days(self) -> tuple[date | None, date | None]:
        since = self.span.currentData()
        if since != "days":
            return since, None
        first, last = (date(at.year(), at.month(), at.day()) for at in (self.first.date(), self.last.date()))
        return min(first, last), max(first, last)

    @Slot()
    def _span_chosen(self) -> None:
        self._show_days()
        self._changed()

    def _show_days(self) -> None:
        for edit in (self.first, self.last):
            edit.setVisible(self.span.currentData() == "days")

    @Slot()
    def _typed(self) -> None:
        self._typing.start()

    @Slot()
    def _changed(self) -> None:
        self._typing.stop()
        self.all.setEnabled(self.wanted != Wanted())
        self.changed.emit()

    def _name(self) -> None:
        for widget, name in (
            (self.span, self.tr("Time")), (self.first, self.tr("From day")), (self.last, self.tr("To day")),
            (self.text, self.tr("Text or tag")), (self.sound, self.tr("With the sound")), (self.word, self.tr("With the word")),
            (self.kind, self.tr("Readings or tries of drills")), (self.all, self.tr("Show all readings")),
        ):  # fmt: skip
            widget.setAccessibleName(name)
            widget.setToolTip(name)
