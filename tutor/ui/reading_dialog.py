"""A dialog to choose how the page looks, which shows what is chosen at once. Keeps nothing."""

from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tutor.present.reading import LIMITS, Colours, Face, ReadingStyle
from tutor.ui.actions import unsigned
from tutor.ui.page import Page

_SHOWN = {"letters": 100, "words": 100}  # in percent of the text size


class ReadingDialog(QDialog):
    """`changed` tells each choice; `style_wanted()` is what is chosen in the end."""

    changed = Signal(object)

    def __init__(self, style: ReadingStyle, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Reading view"))
        self._style = style
        self._sample = Page()
        self._sample.setAccessibleName(self.tr("Sample"))
        self._form = QFormLayout()
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._face = self._choice(self.tr("&Letters"), {
            Face.SERIF: self.tr("With serifs"), Face.PLAIN: self.tr("Plain"),
            Face.DYSLEXIC: self.tr("Dyslexia-friendly (OpenDyslexic)"),
        })  # fmt: skip
        self._numbers = {
            "points": self._number("points", self.tr("&Text size"), self.tr(" pt")),
            "line": self._number("line", self.tr("L&ine spacing"), self.tr(" ×")),
            "letters": self._number("letters", self.tr("Space between l&etters"), self.tr(" %")),
            "words": self._number("words", self.tr("Space between &words"), self.tr(" %")),
        }
        self._colours = self._choice(self.tr("&Colours"), {
            Colours.SYSTEM: self.tr("As the computer is set"), Colours.LIGHT: self.tr("Light"),
            Colours.DARK: self.tr("Dark"), Colours.CONTRAST: self.tr("High contrast"),
        })  # fmt: skip
        self._follows = self._switch(self.tr("&Show where I am while I read"))
        self._marks = self._switch(self.tr("Mark each sentence while I read &on"))
        self._still = self._switch(self.tr("&Move the page without gliding"))
        self._lay_out()
        self._show(style)

    def style_wanted(self) -> ReadingStyle:
        """What is chosen."""
        return self._style

    def _choice(self, label: str, kinds: dict[Face, str] | dict[Colours, str]) -> QComboBox:
        box = QComboBox()
        for kind, name in kinds.items():
            box.addItem(name, kind)
        box.currentIndexChanged.connect(self._changed)
        self._add(label, box, box.view())
        return box

    def _number(self, name: str, label: str, unit: str) -> QDoubleSpinBox:
        low, high, step = (_SHOWN.get(name, 1) * limit for limit in LIMITS[name])
        box = QDoubleSpinBox(minimum=low, maximum=high, singleStep=step, decimals=1 if step < 1 else 0)
        box.setSuffix(unit)
        box.valueChanged.connect(self._changed)
        self._add(label, box, box.lineEdit())
        return box

    def _add(self, label: str, box: QWidget, inner: QWidget) -> None:
        for named in (box, inner):
            named.setAccessibleName(unsigned(label))
        self._form.addRow(label, box)

    def _switch(self, label: str) -> QCheckBox:
        box = QCheckBox(label)
        box.toggled.connect(self._changed)
        self._form.addRow(box)
        return box

    def _lay_out(self) -> None:
        button = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(button.Ok | button.Cancel | button.RestoreDefaults)
        buttons.button(button.Ok).setText(self.tr("&Keep this"))
        buttons.button(button.RestoreDefaults).setText(self.tr("As at &first"))
        buttons.button(button.RestoreDefaults).clicked.connect(self._start_over)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setAccessibleName(self.tr("Sample"))
        scroll.setWidget(self._sample)
        scroll.setMinimumSize(30 * self.fontMetrics().averageCharWidth() * 2, 9 * self.fontMetrics().height())
        column = QVBoxLayout(self)
        column.addLayout(self._form)
        column.addWidget(scroll, 1)
        column.addWidget(buttons)

    def _show(self, style: ReadingStyle) -> None:
        boxes = (self._face, self._colours, self._follows, self._marks, self._still, *self._numbers.values())
        for box in boxes:
            box.blockSignals(True)
        self._face.setCurrentIndex(self._face.findData(style.face))
        self._colours.setCurrentIndex(self._colours.findData(style.colours))
        self._follows.setChecked(style.follows)
        self._marks.setChecked(style.marks)
        self._still.setChecked(style.still)
        for name, box in self._numbers.items():
            box.setValue(_SHOWN.get(name, 1) * getattr(style, name))
        for each in boxes:
            each.blockSignals(False)
        self._sample.show_text(self.tr("The little bird sat on the wall. It sang a song that nobody knew."), style)

    @Slot()
    def _changed(self) -> None:
        numbers: Any = {name: round(box.value() / _SHOWN.get(name, 1), 2) for name, box in self._numbers.items()}
        self._style = ReadingStyle(
            **numbers, face=Face(self._face.currentData()), colours=Colours(self._colours.currentData()),
            follows=self._follows.isChecked(), marks=self._marks.isChecked(), still=self._still.isChecked(),
        )  # fmt: skip
        self._sample.set_style(self._style)
        self.changed.emit(self._style)

    @Slot()
    def _start_over(self) -> None:
        self._show(ReadingStyle())
        self._changed()
