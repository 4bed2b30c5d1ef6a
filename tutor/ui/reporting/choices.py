"""What is asked for: of which take or time, for whom, in which format."""

from datetime import date

from PySide6.QtCore import QDate, QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QDateEdit, QFormLayout, QHBoxLayout, QLabel, QWidget

from tutor.present.reports.blocks import Reader
from tutor.present.reports.formats import REPORTS, Asked, Format
from tutor.ui.actions import unsigned

_TAKE, _OWN_DAYS, _ALL = "take", "days", "all"
_WEEKS = (4, 12, 52)


class Choices(QWidget):
    """`changed` tells that something else is asked for, `reader_changed` that it is for somebody else."""

    changed = Signal()
    reader_changed = Signal()

    def __init__(self, *, for_class: bool) -> None:
        super().__init__()
        self._form = QFormLayout(self)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setContentsMargins(0, 0, 0, 0)
        self.time, self.reader, self.format = QComboBox(), QComboBox(), QComboBox()
        self.first, self.last = QDateEdit(), QDateEdit()
        self._days = QWidget()
        self._take_id: str | None = None
        self._fill()
        self._lay_out(for_class)
        self.time.currentIndexChanged.connect(self._time_chosen)
        for edit in (self.first, self.last):
            edit.dateChanged.connect(self.changed)
        self.reader.currentIndexChanged.connect(self.reader_changed)
        self.offer(None, "")

    def offer(self, take_id: str | None, title: str) -> None:
        """A take that a report may be of; None: only of a time."""
        self._take_id = take_id
        with QSignalBlocker(self.time):
            there = self.time.findData(_TAKE)
            if there >= 0:
                self.time.removeItem(there)
            if take_id is not None:
                self.time.insertItem(0, self.tr("This take: {title}").format(title=title), _TAKE)
            self.time.setCurrentIndex(0)
        self._time_chosen()

    def asked(self) -> Asked:
        """What is chosen."""
        chosen = self.time.currentData()
        if chosen == _TAKE:
            return Asked(take_id=self._take_id)
        if chosen == _ALL:
            return Asked()
        if chosen == _OWN_DAYS:
            days = sorted((_date(self.first), _date(self.last)))
            return Asked(days[0], days[1])
        return Asked(_of(QDate.currentDate().addDays(1 - 7 * chosen)), _of(QDate.currentDate()))

    def reader_wanted(self) -> Reader:
        """For whom."""
        return Reader(self.reader.currentData() or Reader.TEACHER)

    def format_wanted(self) -> Format:
        """In which format."""
        return Format(self.format.currentData())

    def _fill(self) -> None:
        for weeks in _WEEKS:
            self.time.addItem(self.tr("The last {count} weeks").format(count=weeks), weeks)
        self.time.addItem(self.tr("From the first take to today"), _ALL)
        self.time.addItem(self.tr("From one day to another"), _OWN_DAYS)
        names = (self.tr("The learner"), self.tr("The family"), self.tr("The teacher"))
        for reader, name in zip(Reader, names, strict=True):
            self.reader.addItem(name, reader)
        today = QDate.currentDate()
        self.first.setDate(today.addMonths(-1))
        self.last.setDate(today)

    def _lay_out(self, for_class: bool) -> None:
        row = QHBoxLayout(self._days)
        row.setContentsMargins(0, 0, 0, 0)
        for edit, name in ((self.first, self.tr("First day")), (self.last, self.tr("Last day"))):
            edit.setAccessibleName(name)
            edit.lineEdit().setAccessibleName(name)
            edit.setCalendarPopup(True)
            edit.setDisplayFormat("yyyy-MM-dd")
            edit.setMaximumDate(QDate.currentDate())
            row.addWidget(edit)
        row.insertWidget(1, QLabel(self.tr("to")))
        row.addStretch(1)
        rows = [(self.tr("&Of what"), self.time), (self.tr("&For whom"), self.reader), (self.tr("&Written as"), self.format)]
        for label, box in rows:
            for named in (box, box.view()):
                named.setAccessibleName(unsigned(label))
            if not (for_class and box is self.reader):
                self._form.addRow(label, box)
            if box is self.time:
                self._form.addRow("", self._days)

    @Slot()
    def _time_chosen(self) -> None:
        own = self.time.currentData() == _OWN_DAYS
        self._form.setRowVisible(self._days, own)
        self._offer_formats()
        self.changed.emit()

    def _offer_formats(self) -> None:
        names = {
            Format.HTML: self.tr("Web page, whole in one file (.html)"), Format.PDF: self.tr("Pages to print (.pdf)"),
            Format.CSV: self.tr("Table for a spreadsheet (.csv)"), Format.JSON: self.tr("Data for programs (.json)"),
            Format.TEXTGRID: self.tr("Words and sounds for Praat (.TextGrid)"),
        }  # fmt: skip
        before = self.format.currentData()
        with QSignalBlocker(self.format):
            self.format.clear()
            for form, name in names.items():
                if form is not Format.TEXTGRID or self.time.currentData() == _TAKE:
                    self.format.addItem(name, form)
            self.format.setCurrentIndex(max(0, self.format.findData(before)))

    def is_data(self) -> bool:
        """Whether what is written is the same for every reader."""
        return self.format_wanted() not in REPORTS


def _date(edit: QDateEdit) -> date:
    return _of(edit.date())


def _of(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
