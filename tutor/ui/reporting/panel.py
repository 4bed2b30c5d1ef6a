"""A report from the choice to the file: counted in the pool, shown as it will look, written whole or not at all."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QMessageBox, QProgressBar, QPushButton, QVBoxLayout, QWidget

from tutor.domain.errors import TutorError
from tutor.practice.ports import Progress
from tutor.present.reports.formats import Format, Reports
from tutor.present.reports.paper import Paper
from tutor.ui.announce import announce
from tutor.ui.pdf import pdf
from tutor.ui.reporting.choices import Choices
from tutor.ui.reporting.desk import ReportDesk
from tutor.ui.reporting.preview import Preview
from tutor.ui.reporting.work import Work
from tutor.ui.tasks import RunTask


class ReportPanel(QWidget):
    """Asks, shows and writes. `failed` tells of trouble."""

    failed = Signal(object)

    def __init__(self, run_task: RunTask, *, for_class: bool = False) -> None:
        super().__init__()
        self._desk: ReportDesk | None = None
        self._reports: Reports | None = None
        self._written: Path | None = None
        self.choices, self.preview = Choices(for_class=for_class), Preview()
        self.save, self.cancel, self.open = (QPushButton() for _ in range(3))
        self.status, self.bar = QLabel(wordWrap=True), QProgressBar(textVisible=False, maximum=1000)
        self._counting, self._drawing, self._writing = (Work(run_task, self) for _ in range(3))
        self._lay_out()
        self._connect()
        self._enable()

    def begin(self, desk: ReportDesk, take_id: str | None = None, title: str = "") -> None:
        """Reports of somebody, and of one take if there is one."""
        self._desk, self._reports, self._written = desk, None, None
        self.preview.show_paper(None)
        self.choices.offer(take_id, title)

    def leave(self) -> None:
        """Stop what goes on; files are written to their end."""
        for work in (self._counting, self._drawing):
            work.stop()

    def _connect(self) -> None:
        self.choices.changed.connect(self._count)
        self.choices.reader_changed.connect(self._draw)
        self.choices.format.currentIndexChanged.connect(self._enable)
        self.save.clicked.connect(self._ask_where)
        self.cancel.clicked.connect(self._stop)
        self.open.clicked.connect(self._open)
        self._counting.done.connect(self._counted)
        self._drawing.done.connect(self._drawn)
        self._writing.done.connect(self._saved)
        self._counting.progressed.connect(self._progressed)
        for work in (self._counting, self._drawing, self._writing):
            work.failed.connect(self._not_made)
            work.ended.connect(self._enable)

    @Slot()
    def _count(self) -> None:
        if self._desk is None:
            return
        self._reports, self._written = None, None
        self._busy(self.tr("Counting…"))
        self._counting.start(partial(self._desk.gather, self.choices.asked()))

    @Slot(object)
    def _counted(self, reports: Reports) -> None:
        self._reports = reports
        self._draw()

    @Slot()
    def _draw(self) -> None:
        if self._reports is not None:
            reports, reader = self._reports, self.choices.reader_wanted()
            self._drawing.start(lambda _: reports.preview(reader))

    @Slot(object)
    def _drawn(self, paper: Paper) -> None:
        self.preview.show_paper(paper)
        self._say("")
        self._enable()

    @Slot()
    def _ask_where(self) -> None:
        if self._reports is None:
            return
        form = self.choices.format_wanted()
        suggested = str(Path.home() / f"{self._reports.name}.{form}")
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save the report"), suggested, f"{form.upper()} (*.{form})")
        if not name:
            return
        path = Path(name)
        if path.suffix.lower() != f".{form}".lower():
            path = path.with_name(f"{path.name}.{form}")
            if path.exists() and not self._may_replace(path):
                return
        self._write(path, form)

    def _may_replace(self, path: Path) -> bool:
        """The file dialog asked about another name."""
        said = self.tr("There is already a file {name}. Put the report in its place?").format(name=path.name)
        return QMessageBox.question(self, self.tr("Save the report"), said) is QMessageBox.StandardButton.Yes

    def _write(self, path: Path, form: Format) -> None:
        assert self._desk is not None
        assert self._reports is not None
        reports, reader, save = self._reports, self.choices.reader_wanted(), self._desk.save

        def job(progress: Progress) -> Path:
            """Stopped before it begins to write, the file that is there stays."""
            made = reports.written(form, reader)
            data = made.encode() if isinstance(made, str) else pdf(made)
            progress(1.0, "writing")
            save(path, data)
            return path

        self._busy(self.tr("Writing…"))
        self._writing.start(job)

    @Slot(object)
    def _saved(self, path: Path) -> None:
        self._written = path
        self._say(self.tr("Saved: {path}").format(path=path))
        self._enable()
        self.open.setFocus()

    @Slot(object)
    def _not_made(self, error: TutorError) -> None:
        self._say("")
        self.failed.emit(error)

    @Slot()
    def _stop(self) -> None:
        for work in (self._counting, self._drawing, self._writing):
            work.stop()
        self._say(self.tr("Stopped."))

    @Slot()
    def _open(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written)))

    @Slot(float)
    def _progressed(self, share: float) -> None:
        self.bar.setRange(0, 1000)
        self.bar.setValue(round(1000 * share))

    def _busy(self, status: str) -> None:
        self._say(status)
        self.bar.setRange(0, 0)
        self.bar.show()
        self.cancel.show()
        self.save.setEnabled(False)
        self.open.hide()

    @Slot()
    def _enable(self) -> None:
        self.bar.hide()
        self.cancel.hide()
        self.save.setEnabled(self._reports is not None)
        self.choices.reader.setEnabled(not self.choices.is_data())
        self.open.setVisible(self._written is not None)

    def _say(self, status: str) -> None:
        self.status.setText(status)
        if status:
            announce(self, status)

    def _lay_out(self) -> None:
        self.save.setText(self.tr("&Save…"))
        self.cancel.setText(self.tr("S&top"))
        self.open.setText(self.tr("&Open it"))
        self.bar.setAccessibleName(self.tr("Progress"))
        self.status.setAccessibleName(self.tr("Status"))
        self.row = row = QHBoxLayout()
        row.addWidget(self.status, 1)
        for widget in (self.bar, self.cancel, self.open, self.save):
            row.addWidget(widget)
        for button in (self.save, self.cancel, self.open):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.choices)
        column.addWidget(self.preview, 1)
        column.addLayout(row)
