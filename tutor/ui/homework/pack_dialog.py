"""What a class pack brings and who signed it, before it is taken."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from tutor.domain.assignment import Known, Offer
from tutor.present.homework import offer_lines, signer_words
from tutor.ui.layout import scrolling
from tutor.ui.theme import named, sized

_WIDE_EM, _HIGH_EM = 34, 32


class PackDialog(QDialog):
    """`taken` carries the offer. A key nobody accepted here yet is accepted with a tick of its own."""

    taken = Signal(object)

    def __init__(self, offer: Offer, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Class pack"))
        self._offer = offer
        self.sure = QCheckBox(self.tr("My &tutor tells me this number"))
        self.take, self.leave = QPushButton(self.tr("Ta&ke it")), QPushButton(self.tr("&Not now"))
        self._lay_out()
        self.sure.toggled.connect(self._enable)
        self.take.clicked.connect(self._take)
        self.leave.clicked.connect(self.reject)
        self._enable()

    @Slot()
    def _enable(self) -> None:
        self.take.setEnabled(self._offer.known is Known.KNOWN or self.sure.isChecked())

    @Slot()
    def _take(self) -> None:
        self.accept()
        self.taken.emit(self._offer)

    def _lay_out(self) -> None:
        said, em = self._offer.assignment, self.fontMetrics().height()
        inside, buttons = QWidget(), QDialogButtonBox()
        column, whole = QVBoxLayout(inside), QVBoxLayout(self)
        title = named(_plain(self.tr("“{title}” from {sender}").format(title=said.title, sender=said.sender)), "heading")
        title.setFont(sized(self.font(), 1.3, bold=True))
        texts = "\n".join(f"•  {each.title}" for each in said.texts)
        for line in (*([said.note] if said.note else []), *offer_lines(self._offer), texts):
            column.addWidget(_plain(line))
        column.addSpacing(em // 2)
        column.addWidget(_plain(signer_words(self._offer)))
        if self._offer.known is not Known.KNOWN:
            column.addWidget(self._number())
            column.addWidget(self.sure)
        column.addStretch(1)
        for button, role in ((self.take, buttons.ButtonRole.AcceptRole), (self.leave, buttons.ButtonRole.RejectRole)):
            buttons.addButton(button, role)
            button.setAutoDefault(button is self.take)
        whole.addWidget(title)
        whole.addWidget(scrolling(inside), 1)
        whole.addWidget(buttons)
        self.resize(_WIDE_EM * em, min(_HIGH_EM, 20 + len(said.texts)) * em)

    def _number(self) -> QLabel:
        number = _plain(self._offer.number)
        number.setFont(sized(self.font(), 1.4, bold=True))
        number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        number.setAccessibleName(self.tr("Number of the key: {number}").format(number=" ".join(self._offer.number)))
        return number


def _plain(text: str) -> QLabel:
    """What a stranger wrote is shown as it is written, never as markup."""
    label = QLabel(text, wordWrap=True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
