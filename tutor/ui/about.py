"""What this program is: its version and its parts', whose work is in it, and under which licences. Knows nothing of learners."""

import json
import sys
from html import escape
from importlib.metadata import distribution, version
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QObject, QSize, Qt, Slot, qVersion
from PySide6.QtGui import QAction, QFontDatabase, QGuiApplication, QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPlainTextEdit,
    QTabWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from tutor.domain.resources import assets
from tutor.ui.layout import fitting
from tutor.ui.theme import sized

_PROGRAM = "readaloud-tutor"
_PARTS = ("PySide6-Essentials", "onnxruntime", "numpy", "SQLAlchemy", "sounddevice", "soundfile")
_ICON = 64  # points


def program_icon() -> QIcon:
    """The one that stands for the program in the system's lists and in its windows."""
    return QIcon(str(assets() / "icons" / f"{_PROGRAM}.svg"))


class AboutMenu(QObject):
    """A menu of its own, at the end."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.action = QAction(self.tr("&About Read-aloud tutor"), window)
        self.action.setObjectName("About.about")
        self.action.setShortcut("F1")
        self.action.setMenuRole(QAction.MenuRole.AboutRole)  # macOS wants it in the program's own menu
        self.action.triggered.connect(self.open_dialog)
        window.menuBar().addMenu(self.tr("&Help")).addAction(self.action)

    @Slot()
    def open_dialog(self) -> None:
        """Show it; it closes itself."""
        dialog = AboutDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


class AboutDialog(QDialog):
    """Opened from the menu."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Read-aloud tutor"))
        self.pages, self.told, self.licences = QTabWidget(), QTextBrowser(), QPlainTextEdit(_notices())
        self.pages.setAccessibleName(self.tr("About Read-aloud tutor"))
        self.told.setHtml(self._told())
        self.told.setOpenLinks(False)
        self.told.setAccessibleName(self.tr("Versions and whose work is in it"))
        self.licences.setReadOnly(True)
        self.licences.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))  # it has tables
        self.licences.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.licences.setTabChangesFocus(True)
        self.licences.setAccessibleName(self.tr("Licences"))
        self.pages.addTab(self.told, self.tr("&About"))
        self.pages.addTab(self.licences, self.tr("&Licences"))
        self._lay_out()

    def versions(self) -> str:
        """One a line, for a letter to whoever helps."""
        return "\n".join(f"{name} {number}" for name, number in _versions().items())

    def _lay_out(self) -> None:
        head, name, drawn = QHBoxLayout(), QLabel(self.tr("Read-aloud tutor")), QLabel()
        name.setFont(sized(self.font(), 1.5, bold=True))
        drawn.setPixmap(program_icon().pixmap(QSize(_ICON, _ICON)))
        words = QVBoxLayout()
        words.addWidget(name)
        words.addWidget(QLabel(self.tr("Version {number}").format(number=version(_PROGRAM))))
        head.addWidget(drawn)
        head.addSpacing(12)
        head.addLayout(words, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(self.tr("&Close"))
        copy = buttons.addButton(self.tr("Copy &versions"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 20, 20, 16)
        whole.setSpacing(14)
        whole.addLayout(head)
        whole.addWidget(self.pages, 1)
        whole.addWidget(buttons)
        em = self.fontMetrics().height()
        self.resize(fitting(QSize(38 * em, 34 * em)))

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.versions())

    def _told(self) -> str:
        """The first page, as rich text."""
        parts = [
            ("", [self.tr("Reads along while you read English aloud, and says how sure it is. It works without internet."),
                  self.tr("Free software under the MIT licence: use it, change it and pass it on.")]),
            (self.tr("Whose work is in it"), self._works()),
            (self.tr("Qt and the LGPL"), self._qt()),
            (self.tr("Versions"), [f"{name} {number}" for name, number in _versions().items()]),
        ]  # fmt: skip
        return "".join(_part(title, lines) for title, lines in parts)

    def _works(self) -> list[str]:
        return [
            self.tr("Moonshine, Useful Sensors (MIT): the network that listens was trained on from its English “tiny” model."),
            self.tr(
                "SpeechOcean762, Zhang and others, Interspeech 2021 (CC BY 4.0): the recordings and scores it learned from. "
                "Six of them are the samples, encoded anew."
            ),
            self.tr("The CMU Pronouncing Dictionary, Carnegie Mellon University (BSD): words and their sounds."),
            self.tr("OpenDyslexic, Abbie Gonzalez (SIL Open Font License): letters for readers with dyslexia."),
            self.tr("The page “Licences” names all packages and libraries."),
        ]

    def _qt(self) -> list[str]:
        lines = [
            self.tr(
                "The windows are made with Qt {number} and PySide6, used unchanged under the GNU Lesser General Public License, "
                "version 3. Their source is at download.qt.io."
            ).format(number=qVersion()),
            self.tr("You may put your own build of Qt in the place of this one. Its libraries are in {folder}.").format(
                folder=QLibraryInfo.path(QLibraryInfo.LibraryPath.LibrariesPath)
            ),
        ]
        texts = Path(sys.executable).parent / "licences"
        if getattr(sys, "frozen", False) and texts.is_dir():
            lines.append(self.tr("The texts of the licences are in {folder}.").format(folder=texts))
        return lines


def _part(title: str, lines: list[str]) -> str:
    heading = f"<h3>{escape(title)}</h3>" if title else ""
    return heading + "".join(f"<p>{escape(line)}</p>" for line in lines)


def _versions() -> dict[str, str]:
    model = json.loads((assets() / "scorer" / "model.json").read_text(encoding="utf-8"))
    own = {"Read-aloud tutor": version(_PROGRAM), model["id"]: model["version"], "Python": sys.version.split()[0]}
    return own | {name: version(name) for name in _PARTS}


def _notices() -> str:
    """NOTICE and LICENSE, as they are installed with the program."""
    installed = distribution(_PROGRAM)
    return "\n\n".join(filter(None, (installed.read_text(f"licenses/{name}") for name in ("NOTICE", "LICENSE"))))
