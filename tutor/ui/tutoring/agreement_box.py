"""How far the tutor and the program agree, and sounds whose threshold can be fitted to the tutor's answers, and back again."""

from PySide6.QtCore import QModelIndex, QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from tutor.domain.agreement import Refit
from tutor.domain.strictness import Threshold
from tutor.practice.agreement import ENOUGH
from tutor.practice.overview import Overview
from tutor.present.review import AgreementRow, SoundRow, agreement_rows, sound_rows
from tutor.ui.flow import FlowLayout
from tutor.ui.rows import ROW, RowsModel, RowsView, TwoLines
from tutor.ui.theme import sized


class AgreementBox(QWidget):
    """`use_wanted` carries a sound and its refit, `back_wanted` the threshold to be let go of."""

    use_wanted = Signal(str, object)
    back_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._rows, self._sounds = RowsModel[AgreementRow](_kind, _kind_spoken), RowsModel[SoundRow](_sound, _sound_spoken)
        self.view = RowsView(self.tr("Agreement of program and tutor"), TwoLines(_kind_lines), fitted=True)
        self.sound_view = RowsView(self.tr("Sounds with answers of yours"), TwoLines(_sound_lines), fitted=True)
        self.view.setModel(self._rows)
        self.sound_view.setModel(self._sounds)
        self._note, self._sound_note, self._head = QLabel(wordWrap=True), QLabel(wordWrap=True), QLabel(wordWrap=True)
        self.use, self.back = (
            QPushButton(self.tr("&Mark this sound as fitted")),
            QPushButton(self.tr("&Back to the strictness above")),
        )
        for label in (self._note, self._sound_note):
            label.setProperty("quiet", True)
        self._head.setText(self.tr("Thresholds of single sounds"))
        self._head.setFont(sized(self.font(), 1.0, bold=True))
        self._lay_out()
        self.sound_view.selectionModel().currentChanged.connect(self._chosen)
        self.use.clicked.connect(self._use)
        self.back.clicked.connect(self._back)

    def show_overview(self, found: Overview) -> None:
        """Both lists; the sound that was chosen stays chosen."""
        before = self._current()
        self._rows.show_rows(agreement_rows(found.agreements))
        self._note.setText(self._said_of(found))
        rows = sound_rows(found.counts, found.refits, found.rule, found.model)
        with QSignalBlocker(self.sound_view.selectionModel()):
            self._sounds.show_rows(rows)
            at = next((at for at, row in enumerate(rows) if before is not None and row.symbol == before.symbol), 0)
            self.sound_view.setCurrentIndex(self._sounds.index(at, 0) if rows else QModelIndex())
        enough = self.tr("A sound can be refitted from {enough} answers on, of both kinds, in takes you are done with.")
        self._sound_note.setText(enough.format(enough=ENOUGH))
        for view, model in ((self.view, self._rows), (self.sound_view, self._sounds)):
            view.setVisible(bool(model.rows))
            view.fit()
        self._chosen()

    def _said_of(self, found: Overview) -> str:
        said = [self.tr("Counted are the takes you heard whole and are done with: what you did not answer in them you agreed to. "
                        "What the program was not sure of is left out.")]  # fmt: skip
        if found.counted.unheard:
            said.append(self.tr("Takes not heard whole, so not counted: {count}.").format(count=found.counted.unheard))
        if found.counted.other_model:
            said.append(
                self.tr("Takes judged by another model, so not counted: {count}.").format(count=found.counted.other_model)
            )
        return " ".join(said)

    def _current(self) -> SoundRow | None:
        index = self.sound_view.currentIndex()
        row: SoundRow | None = index.data(ROW) if index.isValid() else None
        return row

    @Slot()
    def _chosen(self) -> None:
        row = self._current()
        refit: Refit | None = row.refit if row is not None else None
        fitted: Threshold | None = row.fitted if row is not None else None
        self.use.setVisible(refit is not None and refit.better)
        if refit is not None:
            self.use.setText(self.tr("&Mark this sound from {edge:.0%} on").format(edge=refit.edge))
        self.back.setVisible(fitted is not None)

    @Slot()
    def _use(self) -> None:
        row = self._current()
        if row is not None and row.refit is not None:
            self.use_wanted.emit(row.symbol, row.refit)

    @Slot()
    def _back(self) -> None:
        row = self._current()
        if row is not None and row.fitted is not None:
            self.back_wanted.emit(row.fitted)

    def _lay_out(self) -> None:
        column, buttons = QVBoxLayout(self), QWidget()
        row = FlowLayout(buttons)
        row.addWidget(self.use)
        row.addWidget(self.back)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.view, self._note, self._head, self._sound_note, self.sound_view, buttons):
            column.addWidget(widget)


def _kind(row: AgreementRow) -> str:
    return row.shown


def _kind_spoken(row: AgreementRow) -> str:
    return f"{row.shown}: {row.below}"


def _kind_lines(row: AgreementRow) -> tuple[str, str]:
    return row.shown, row.below


def _sound(row: SoundRow) -> str:
    return row.shown


def _sound_spoken(row: SoundRow) -> str:
    return f"{row.shown}: {row.below}"


def _sound_lines(row: SoundRow) -> tuple[str, str]:
    return row.shown, row.below
