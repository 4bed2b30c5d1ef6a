"""Puts a pronunciation together from the 39 sounds, by buttons or by typing; shows how it reads and where its stress lies."""

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tutor.domain.phones import CONSONANTS, VOWELS, Phone, Pronunciation
from tutor.domain.sounds import SOUNDS
from tutor.present.respelling import ipa, respelled, syllables
from tutor.reading.typed import sounds_typed, stressed


class SoundPicker(QWidget):
    """`made` carries the pronunciation when the person adds it."""

    made = Signal(object)

    def __init__(self, columns: int) -> None:
        super().__init__()
        self._columns = columns
        self._said: Pronunciation = ()
        self.typed, self.preview, self.stress = QLineEdit(), QLabel(wordWrap=True), QComboBox()
        self.add, self._back = QPushButton(self.tr("&Add this way")), QPushButton(self.tr("Take &back"))
        self._lay_out()
        self.typed.textEdited.connect(self._typed)
        self.stress.activated.connect(self._stressed)
        self.add.clicked.connect(self._add)
        self._back.clicked.connect(self._take_back)
        self.clear()

    def clear(self) -> None:
        """Begin anew."""
        self.typed.clear()
        self._show(())

    def _lay_out(self) -> None:
        self.typed.setPlaceholderText(self.tr("Choose sounds below, or type IPA or ARPAbet"))
        self.typed.setTextMargins(4, 3, 4, 3)
        self.typed.setAccessibleName(self.tr("The word's sounds"))
        for part in (self.stress, self.stress.view()):
            part.setAccessibleName(self.tr("Which part is stressed"))
        self.preview.setAccessibleName(self.tr("How it reads"))
        row = QHBoxLayout()
        row.addWidget(self.typed, 1)
        row.addWidget(self._back)
        below = QHBoxLayout()
        self._stress_label = QLabel(self.tr("St&ressed part:"))
        self._stress_label.setBuddy(self.stress)
        below.addWidget(self._stress_label)
        below.addWidget(self.stress)
        below.addStretch(1)
        below.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.preview)
        column.addLayout(below)
        for symbols in (VOWELS, CONSONANTS):
            column.addLayout(self._grid(tuple(symbols)))

    def _grid(self, symbols: tuple[str, ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(3)
        for at, symbol in enumerate(symbols):
            button = QToolButton()
            button.setText(f"{Phone(symbol).ipa}  {SOUNDS[symbol].key_word}")
            button.setAccessibleName(self.tr("{ipa} as in {word}").format(ipa=Phone(symbol).ipa, word=SOUNDS[symbol].key_word))
            button.setToolTip(self.tr("The sound {sound}").format(sound=SOUNDS[symbol]))
            button.setSizePolicy(button.sizePolicy().Policy.Expanding, button.sizePolicy().Policy.Fixed)
            button.setProperty("sound", symbol)
            button.clicked.connect(self._picked)
            grid.addWidget(button, at // self._columns, at % self._columns)
        return grid

    @Slot()
    def _picked(self) -> None:
        self._set((*self._said, Phone(self.sender().property("sound"))))

    @Slot()
    def _take_back(self) -> None:
        self._set(self._said[:-1])

    @Slot(int)
    def _stressed(self, part: int) -> None:
        self._set(stressed(self._said, part))

    @Slot(str)
    def _typed(self, text: str) -> None:
        try:
            self._show(sounds_typed(text))
        except ValueError as error:
            self._show(())
            if text.strip():
                self.preview.setText(self.tr("“{sign}” is no sound that is known here.").format(sign=error))

    def _set(self, said: Pronunciation) -> None:
        self._show(stressed(said, None))
        self.typed.setText(" ".join(map(str, self._said)))

    def _show(self, said: Pronunciation) -> None:
        self._said = said
        parts = syllables(said) if said else ()
        vowels = sum(phone.symbol in VOWELS for phone in said)
        self.preview.setText(f"<b>{respelled(said)}</b>   {ipa(said)}" if said else "")
        with QSignalBlocker(self.stress):
            self.stress.clear()
            self.stress.addItems([respelled(part) for part in parts] if vowels else [])
            main = [nth for nth, part in enumerate(parts) if any(phone.stress == 1 for phone in part)]
            self.stress.setCurrentIndex(main[0] if main else -1)
        for widget in (self.stress, self._stress_label):
            widget.setVisible(vowels > 1)
        self.add.setEnabled(bool(said))
        self._back.setEnabled(bool(said))

    @Slot()
    def _add(self) -> None:
        said = self._said
        self.clear()
        self.made.emit(said)
