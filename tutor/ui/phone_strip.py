"""The sounds of the chosen word side by side: what the text asks for, what was heard, and the score with its band."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QRectF, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QLabel, QListView, QStyleOptionViewItem, QToolButton, QVBoxLayout, QWidget

from tutor.domain.assessment import PHONE_SCALE, UTTERANCE_SCALE, PhoneScore, WordScore
from tutor.domain.marks import Mark
from tutor.domain.phones import ipa_of
from tutor.domain.wording import say
from tutor.present.heat import WORDING, HeatCell, phone_cells
from tutor.present.numbers import plain
from tutor.ui.actions import text_button
from tutor.ui.feedback import draw_band
from tutor.ui.flow import FlowLayout
from tutor.ui.rows import ROW, Index, RowDelegate, RowsModel, RowsView
from tutor.ui.theme import reading_font, sized, theme


@dataclass(frozen=True, slots=True)
class _Sound:
    cell: HeatCell
    score: PhoneScore


class PhoneStrip(QWidget):
    """Says which sound was chosen by its number."""

    phone_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("strip")
        self._sounds = RowsModel[_Sound](_shown, _spoken)
        self._delegate = _SoundDelegate()
        self.view = RowsView(self.tr("Sounds of the chosen word"), self._delegate)
        self.view.setModel(self._sounds)
        self.view.setFlow(QListView.Flow.LeftToRight)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._title, self._said, head = QLabel(), QLabel(wordWrap=True), QWidget()
        self._head, self._buttons = FlowLayout(head), list[QToolButton]()
        self._head.addWidget(self._title)
        self._title.setBuddy(self.view)
        self._said.setProperty("quiet", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 10, 24, 6)
        column.setSpacing(4)
        for widget in (head, self._said, self.view):
            column.addWidget(widget)
        self.view.selectionModel().selectionChanged.connect(self._chosen)

    def add_buttons(self, *actions: QAction) -> None:
        """What can be done about the sound, beside the word."""
        for action in actions:
            button = text_button(action)
            self._head.addWidget(button)
            self._buttons.append(button)

    def show_buttons(self, shown: bool) -> None:
        """Whether there is something to do about the sound."""
        for button in self._buttons:
            button.setVisible(shown)

    def show_word(self, word: WordScore, cell: HeatCell) -> None:
        """Show a word's sounds."""
        self._title.setFont(sized(reading_font(self.font().pointSizeF()), 1.3, bold=True))
        self._title.setText(f"{word.text}   /{''.join(phone.phone.ipa for phone in word.phones)}/")
        self._said.setText(cell.tooltip)
        cells = phone_cells(word, cell.word)
        with QSignalBlocker(self.view.selectionModel()):
            self._sounds.show_rows([_Sound(each, score) for each, score in zip(cells, word.phones, strict=True)])
        wide = self.view.sizeHintForIndex(self._sounds.index(0, 0)).width() * len(word.phones) > self.width() - 48
        bar = self.view.horizontalScrollBar().sizeHint().height() if wide else 0
        self.view.setFixedHeight(self._delegate.height(self.view) + bar + 4)

    def choose(self, phone: int | None) -> None:
        """Mark a sound without telling anybody."""
        with QSignalBlocker(self.view.selectionModel()):
            self.view.setCurrentIndex(QModelIndex() if phone is None else self._sounds.index(phone, 0))
        self.view.viewport().update()

    @Slot()
    def _chosen(self) -> None:
        for index in self.view.selectedIndexes():
            self.phone_chosen.emit(index.row())


class _SoundDelegate(RowDelegate):
    """IPA sign, the band, then what was heard and the score in words."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """From top to bottom, centred."""
        painter.save()
        room, sound, now = self.begin(painter, option), index.data(ROW), theme()
        big, line = sized(painter.font(), 1.6), QFontMetricsF(painter.font()).height()
        tall = QFontMetricsF(big).height()
        weak = sound.cell.mark is Mark.NEEDS_WORK
        if weak:
            painter.setPen(QPen(QColor(now.needs_work), 2))
            painter.drawLine(room.bottomLeft(), room.bottomRight())
        ink = now.needs_work if weak else now.ink
        rows = (
            (big, tall, ink, f"{sound.cell.text} {sound.cell.symbol}".strip()),
            (None, 12.0, "", ""),
            (option.font, line, ink, _heard(sound.score)),
            (option.font, line, now.quiet, _score(sound)),
        )
        top = room.top()
        for font, height, colour, text in rows:
            place = QRectF(room.left(), top, room.width(), height)
            if font is None:
                self._band(painter, place, sound.score)
            else:
                painter.setFont(font)
                painter.setPen(QColor(colour))
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
            top += height
        painter.restore()

    def _band(self, painter: QPainter, place: QRectF, score: PhoneScore) -> None:
        said = score.accuracy
        draw_band(painter, place, (said.value, said.low, said.high) if said else None, scale=PHONE_SCALE)

    def height(self, view: QWidget) -> int:
        """Of one tile."""
        font = view.font()
        return round(QFontMetricsF(sized(font, 1.6)).height() + 2 * QFontMetricsF(font).height() + 12 + 20)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Wide enough for its words."""
        sound, metrics = index.data(ROW), QFontMetricsF(option.font)
        widest = max(metrics.horizontalAdvance(text) for text in (_heard(sound.score), _score(sound), "M" * 6))
        return QSize(round(widest) + 34, self.height(option.widget))


def _heard(score: PhoneScore) -> str:
    """What was heard, with its chance where it was another sound."""
    if score.heard is None:
        return say("hard to tell") if score.judged else "–"
    if score.heard == score.phone.symbol:
        return say("as expected")
    chance = "" if score.heard_chance is None else f" ({score.heard_chance:.0%})"
    return say("heard {sound}").format(sound=ipa_of(score.heard) + chance)


def _score(sound: _Sound) -> str:
    said = sound.score.accuracy
    if said is None:
        return say(WORDING[sound.cell.mark])
    low, high = (plain(at * UTTERANCE_SCALE / PHONE_SCALE) for at in (said.low, said.high))
    said_so = say("{low} to {high} of 10") if low != high else say("{low} of 10")
    return said_so.format(low=low, high=high)


def _shown(sound: _Sound) -> str:
    return sound.cell.text


def _spoken(sound: _Sound) -> str:
    return f"{sound.cell.spoken}, {_heard(sound.score)}"
