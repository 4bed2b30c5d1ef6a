"""One quiet line above the page: what is wrong and what to do. Never in the way, never a dialog."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from tutor.present.messages import Message
from tutor.ui.actions import unsigned
from tutor.ui.announce import announce
from tutor.ui.theme import icon, named, theme


class Banner(QFrame):
    """Hidden until `say`. May offer one action as a button."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("banner")
        self._sign, self._what = QLabel(), QLabel(wordWrap=True)
        self._offer = QToolButton(toolButtonStyle=Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._offer.setAccessibleName(self.tr("What to do"))
        self._close = named(QToolButton(), "bare")
        self._close.setAccessibleName(self.tr("Close this message"))
        self._close.setToolTip(self.tr("Close this message"))
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 8)
        row.addWidget(self._sign)
        row.addWidget(self._what, 1)
        row.addWidget(self._offer)
        row.addWidget(self._close)
        self.refresh()
        self.hide()

    def say(self, message: Message, offer: QAction | None = None) -> None:
        """Show a message, read it out, and offer an action if there is one."""
        is_new = str(message) != self.text
        self._what.setText(f"<b>{_escaped(message.what)}</b> {_escaped(message.do)}")
        self.setAccessibleName(str(message))
        self._offer.setVisible(offer is not None)
        if offer is not None:
            self._offer.setDefaultAction(offer)
            self._offer.setAccessibleName(unsigned(offer.text()))
        self.show()
        if is_new:
            announce(self, str(message), now=True)

    @property
    def text(self) -> str:
        """What it says; empty when hidden."""
        return self.accessibleName() if self.isVisibleTo(self.parentWidget() or QWidget()) else ""

    @Slot()
    def refresh(self) -> None:
        """Draw the icons in the palette in force."""
        self._sign.setPixmap(icon("notice", theme().accent).pixmap(22, 22))
        self._close.setIcon(icon("close"))


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
