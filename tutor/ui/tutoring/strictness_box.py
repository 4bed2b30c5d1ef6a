"""How strictly a learner is marked: two choices, and what they do in words."""

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from tutor.domain.strictness import Rule, Strictness
from tutor.domain.wording import say
from tutor.present.review import STRICTNESS, strictness_said


class StrictnessBox(QWidget):
    """`chosen` carries both, after either was changed."""

    chosen = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.accuracy, self.pauses, self._said = QComboBox(), QComboBox(), QLabel(wordWrap=True)
        self._said.setProperty("quiet", True)
        form, column = QFormLayout(), QVBoxLayout(self)
        for box, name in ((self.accuracy, self.tr("Sounds and &words")), (self.pauses, self.tr("P&auses"))):
            label = QLabel(name)
            label.setBuddy(box)
            for each in (box, box.view()):
                each.setAccessibleName(name.replace("&", ""))
            for one in Strictness:
                box.addItem(say(STRICTNESS[one]), one)
            form.addRow(label, box)
            box.currentIndexChanged.connect(self._chosen)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(form)
        column.addWidget(self._said)
        self.show_rule(Rule())

    def show_rule(self, rule: Rule) -> None:
        """What is set now."""
        for box, one in ((self.accuracy, rule.accuracy), (self.pauses, rule.pauses)):
            with QSignalBlocker(box):
                box.setCurrentIndex(list(Strictness).index(one))
        shown = self.tr("The learner sees this as “your tutor's setting”. Scores stay the same.")
        self._said.setText(" ".join((*strictness_said(rule.accuracy, rule.pauses), shown)))

    @property
    def said(self) -> str:
        """What the settings do, in words."""
        return self._said.text()

    @Slot()
    def _chosen(self) -> None:
        both = [list(Strictness)[box.currentIndex()] for box in (self.accuracy, self.pauses)]
        self.chosen.emit(*both)
