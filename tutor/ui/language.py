"""The language of the window: the system's or the chosen one, out of the files in `assets/i18n`. A new file is a new language.

Chosen languages hold from the next start: words that stand in the window are not rewritten.
"""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QSettings, QTranslator, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMainWindow, QMenu

from tutor.domain.resources import assets
from tutor.domain.wording import speak
from tutor.present.messages import Message
from tutor.ui.actions import unsigned
from tutor.ui.banner import Banner

ENGLISH = "en"
_SYSTEM, _KEY = "", "language"  # in the settings; the one place that would ask for which learner


def languages(folder: Path | None = None) -> tuple[str, ...]:
    """Codes of the languages there are, English first."""
    found = (folder or _folder()).glob("tutor_*.qm")
    return ENGLISH, *sorted(path.stem.removeprefix("tutor_") for path in found)


def wanted_language(settings: QSettings, of_system: list[str], folder: Path | None = None) -> str:
    """The chosen one, else the first of the system's that there is; English when there is none."""
    there, chosen = languages(folder), str(settings.value(_KEY) or _SYSTEM)
    if chosen in there:
        return chosen
    found = (code for name in of_system for code in there if _is_one(name, code))
    return next(found, ENGLISH)


def install_language(settings: QSettings, folder: Path | None = None) -> None:
    """Before the window is made: its words, those of `say` and Qt's own."""
    code = wanted_language(settings, QLocale.system().uiLanguages(), folder)
    if code != ENGLISH:
        _install(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), f"qtbase_{code}.qm")
        _install(str(folder or _folder()), f"tutor_{code}.qm")
        speak(partial(QCoreApplication.translate, "Words"), code.replace("_", "-"))


class LanguageMenu(QObject):
    """One action a language, each named in itself, and the system's first."""

    def __init__(self, window: QMainWindow, settings: QSettings, banner: Banner) -> None:
        super().__init__(window)
        self._settings, self._banner = settings, banner
        self.actions = QActionGroup(self)
        view = window.findChild(QMenu, "view")
        assert view is not None
        inner = view.addMenu(self.tr("Lan&guage"))
        chosen = str(settings.value(_KEY) or _SYSTEM)
        for code in (_SYSTEM, *languages()):
            action = QAction(_own_name(code) if code else self.tr("As the &computer is set"), window, checkable=True)
            action.setData(code)
            action.setObjectName(f"Language.{code or 'system'}")
            action.setChecked(code == chosen)
            self.actions.addAction(action)
            inner.addAction(action)
        self.actions.triggered.connect(self._choose)

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        self._settings.setValue(_KEY, action.data())
        said = self.tr("The language is kept: {name}.").format(name=unsigned(action.text()))
        self._banner.say(Message(said, self.tr("It holds when the program is started again.")))


def _own_name(code: str) -> str:
    name = "English" if code == ENGLISH else QLocale(code).nativeLanguageName()
    return name or code


def _is_one(name: str, code: str) -> bool:
    """Whether `zh-Hans-SG`, as a system says it, can be read by one who reads `zh_CN`: language and script are the same."""
    own, there = QLocale(name), QLocale(code)
    return own.language() == there.language() and own.script() == there.script()


def _install(folder: str, name: str) -> None:
    app = QCoreApplication.instance()
    assert app is not None
    translator = QTranslator(app)
    if translator.load(name, folder):
        app.installTranslator(translator)


def _folder() -> Path:
    return assets() / "i18n"
