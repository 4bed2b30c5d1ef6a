"""How to say a sound: the drawn mouth, what tongue, lips and voice do, what often happens instead, and words to compare."""

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from tutor.domain.phones import ipa_of
from tutor.domain.sounds import SOUNDS
from tutor.domain.wording import say
from tutor.present.mouth import HEIGHT, WIDTH, mouth_svg, mouth_text
from tutor.reading.howto import how_to_say
from tutor.ui.theme import sized, theme

_MOUTH_EM = 12


class Mouth(QWidget):
    """The drawing of a sound in the theme in force; its text alternative is its name."""

    def __init__(self) -> None:
        super().__init__()
        self._symbol: str | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_sound(self, symbol: str) -> None:
        """Draw this phone."""
        self._symbol = symbol
        self.setAccessibleName(self.tr("Picture of the mouth"))
        self.setAccessibleDescription(mouth_text(symbol))
        self.setToolTip(mouth_text(symbol))
        self.update()

    def sizeHint(self) -> QSize:
        """Grows with the type."""
        height = self.fontMetrics().height() * _MOUTH_EM
        return QSize(round(height * WIDTH / HEIGHT), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Drawn anew, so that it follows the theme."""
        if self._symbol is not None:
            painter = QPainter(self)
            drawing = QSvgRenderer(QByteArray(mouth_svg(self._symbol, theme()).encode()))
            drawing.render(painter, QRectF(self.rect()))
            painter.end()


class SoundHelp(QWidget):
    """Picture and words side by side, or one under the other where it is `tall`."""

    def __init__(self, *, tall: bool) -> None:
        super().__init__()
        self.symbol: str | None = None
        self._mouth, self._title, self._text = Mouth(), QLabel(wordWrap=True), QLabel(wordWrap=True)
        self._title.setFont(sized(self.font(), 1.15, bold=True))
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self._text.setAccessibleName(self.tr("How to say a sound"))
        self._text.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._words = QWidget()
        words = QVBoxLayout(self._words)
        words.setContentsMargins(0, 0, 0, 0)
        words.addWidget(self._title)
        words.addWidget(self._text)
        words.addStretch(1)
        row = QBoxLayout(QBoxLayout.Direction.TopToBottom if tall else QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(4, 4, 4, 4)
        row.addWidget(self._mouth, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        if tall:
            row.addStretch(1)
        self.setFocusProxy(self._text)

    def show_sound(self, symbol: str, pairs: Sequence[tuple[str, str]] = ()) -> None:
        """Say how this phone is made; `pairs` are words to compare."""
        self.symbol = symbol
        how = how_to_say()[symbol]
        title = self.tr("How to say {sound}").format(sound=f"{SOUNDS[symbol]} /{ipa_of(symbol)}/")
        often = self.tr("What often happens: {slip}").format(slip=say(how.slip))
        steps = [say(step) for step in how.steps]
        lines = [*steps, often]
        if pairs:
            compare = " · ".join(f"{word} – {other}" for word, other in pairs)
            lines.append(self.tr("Compare: {pairs}").format(pairs=compare))
        self._mouth.show_sound(symbol)
        self._title.setText(title)
        rows = "".join(f"<li>{step}</li>" for step in steps)
        below = "".join(f"<p style='margin-top:6px; color:{theme().quiet}'>{line}</p>" for line in lines[len(steps) :])
        self._text.setText(f"<ul style='margin-left:-22px; margin-top:2px'>{rows}</ul>{below}")
        self._text.setAccessibleName(" ".join((f"{title}.", *lines, mouth_text(symbol))))

    @property
    def spoken(self) -> str:
        """All it says, as a screen reader reads it."""
        return self._text.accessibleName()
