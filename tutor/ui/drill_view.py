"""Around the page while a drill goes on: the sound and the steps above it, a row of tries and how to say it below."""

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QAction, QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListView, QStyleOptionViewItem, QVBoxLayout, QWidget

from tutor.domain.sounds import SOUNDS
from tutor.present.drill import SIGNS, TryRow, about, try_row
from tutor.ui.actions import key_of, text_button
from tutor.ui.drill import Drill
from tutor.ui.rows import ROW, Index, RowDelegate, RowsModel, RowsView
from tutor.ui.sound_help import SoundHelp
from tutor.ui.theme import sized, theme


class DrillView(QObject):
    """`head` and `foot` are hidden until a drill begins. Follows it once it is told which."""

    def __init__(self) -> None:
        super().__init__()
        self.head, self.foot = QWidget(), QWidget()
        self._drill: Drill | None = None
        self._record: QAction | None = None
        self._title, self._steps, self._said = QLabel(wordWrap=True), QLabel(wordWrap=True), QLabel(wordWrap=True)
        font = self.head.font()
        self._title.setFont(sized(font, 1.3, bold=True))
        self._said.setFont(sized(font, 1.1, bold=True))
        self._steps.setTextFormat(Qt.TextFormat.RichText)
        self.help = SoundHelp(tall=False)
        self._rows = RowsModel[TryRow](_shown, _spoken)
        self._tile = _TryDelegate()
        self.tries = RowsView(self.tr("Tries"), self._tile)
        self.tries.setModel(self._rows)
        self.tries.setFlow(QListView.Flow.LeftToRight)
        self.tries.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.tries.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lay_out()
        self._show(False)

    def follow(self, drill: Drill, record: QAction) -> None:
        """Show what it does from now on."""
        self._drill, self._record = drill, record
        drill.changed.connect(self.refresh)

    def add_buttons(self, *actions: QAction) -> None:
        """The ways on and out."""
        for action in actions:
            button = text_button(action)
            self._buttons.addWidget(button)

    @property
    def said(self) -> str:
        """What is said about the newest try, or what to do."""
        return self._said.text()

    @Slot()
    def refresh(self) -> None:
        """Everything anew."""
        drill = self._drill
        self._show(drill is not None and drill.active)
        if drill is None or not drill.active:
            return
        step = drill.step
        self._title.setText(self.tr("Drill: {sound}").format(sound=SOUNDS[step.symbol]))
        self._steps.setText(self._steps_text(drill))
        self._steps.setAccessibleName(
            self.tr("Step {at} of {all}: {kind}").format(at=drill.at + 1, all=len(drill.steps), kind=self._kind(step.kind))
        )
        self.help.show_sound(step.symbol)
        self._rows.show_rows([try_row(number, each) for number, each in enumerate(drill.tries, 1)])
        self.tries.setVisible(bool(drill.tries))
        self.tries.setFixedHeight(self._tile.height(self.tries) + 22)
        if drill.tries:
            self._said.setText(about(drill.tries[-1], step.symbol))
            self.tries.scrollTo(self._rows.index(len(drill.tries) - 1, 0))
        else:
            self._said.setText(self._what_to_do())

    def _what_to_do(self) -> str:
        key = key_of(self._record) if self._record is not None else ""
        if not key:
            return self.tr("Read aloud: press Enter.")
        return self.tr("Read aloud: press {key} or Enter.").format(key=key)

    def _steps_text(self, drill: Drill) -> str:
        """The one on the page in bold and between arrows: not by colour alone."""
        names = [self._kind(step.kind) for step in drill.steps]
        shown = [f"<b>▸ {name}</b>" if at == drill.at else name for at, name in enumerate(names)]
        more = self.tr("{count} more sounds after this").format(count=drill.waiting) if drill.waiting else ""
        return " &nbsp;·&nbsp; ".join(shown) + (f" &nbsp;&nbsp; ({more})" if more else "")

    def _kind(self, kind: str) -> str:
        return {
            "word": self.tr("Word"), "pair": self.tr("Pair"), "phrase": self.tr("Phrase"), "sentence": self.tr("Sentence"),
        }[kind]  # fmt: skip

    def _lay_out(self) -> None:
        above, below = QVBoxLayout(self.head), QVBoxLayout(self.foot)
        above.setContentsMargins(4, 0, 4, 0)
        below.setContentsMargins(4, 12, 4, 0)
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self._title, 1)
        above.addLayout(self._buttons)
        above.addWidget(self._steps)
        for widget in (self._said, self.tries, self.help):
            below.addWidget(widget)

    def _show(self, shown: bool) -> None:
        self.head.setVisible(shown)
        self.foot.setVisible(shown)


class _TryDelegate(RowDelegate):
    """Number and sign, the outcome, the change and the band under each other."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Three lines, centred."""
        painter.save()
        room, row, now = self.begin(painter, option), index.data(ROW), theme()
        font, top = option.font, room.top()
        ink = now.needs_work if row.sign == SIGNS["not_yet"] else now.ink
        lines = ((sized(font, 1.0, bold=True), ink, f"{index.row() + 1} {row.sign} {row.said}"),
                 (font, now.ink, row.change or "–"), (font, now.quiet, row.band))  # fmt: skip
        for each, colour, text in lines:
            tall = QFontMetricsF(each).height()
            painter.setFont(each)
            painter.setPen(QColor(colour))
            painter.drawText(QRectF(room.left(), top, room.width(), tall), Qt.AlignmentFlag.AlignCenter, text)
            top += tall
        painter.restore()

    def height(self, view: QWidget) -> int:
        """Of one tile."""
        return round(3 * QFontMetricsF(sized(view.font(), 1.0, bold=True)).height() + 16)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Wide enough for its words."""
        row, metrics = index.data(ROW), QFontMetricsF(sized(option.font, 1.0, bold=True))
        widest = max(metrics.horizontalAdvance(text) for text in (f"99 {row.sign} {row.said}", row.change, row.band))
        return QSize(round(widest) + 34, self.height(option.widget))


def _shown(row: TryRow) -> str:
    return f"{row.sign} {row.said}"


def _spoken(row: TryRow) -> str:
    return row.spoken
