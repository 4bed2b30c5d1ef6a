"""The questions about a learner: name, level, first language. Shown at the first run and in a profile."""

from dataclasses import replace
from typing import get_args

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from tutor.domain.learner import Learner
from tutor.domain.target import Level

_SPOKEN = (
    "ar", "bn", "cs", "de", "el", "es", "fa", "fi", "fil", "fr", "gu", "he", "hi", "hu", "id", "it", "ja", "km", "ko", "mr", "ms",
    "nl", "pl", "pt", "ro", "ru", "sv", "sw", "ta", "te", "th", "tr", "uk", "ur", "vi", "zh",
)  # fmt: skip


class AboutLearner(QWidget):
    """`learner` is what was given, with what is filled in; none of it must be."""

    def __init__(self, learner: Learner) -> None:
        super().__init__()
        self._given = learner
        self.name, self.level, self.language = QLineEdit(learner.name, maxLength=80), QComboBox(), QComboBox()
        self._fill_choices()
        self.form = QFormLayout(self)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.form.setVerticalSpacing(12)
        for text, field, name in (
            (self.tr("&Name:"), self.name, self.tr("Name")),
            (self.tr("&Level of English:"), self.level, self.tr("Level of English")),
            (self.tr("&First language (optional):"), self.language, self.tr("First language, optional")),
        ):
            self.ask(text, field, name)

    def ask(self, label: str, field: QWidget, name: str) -> None:
        """A question under the others."""
        field.setAccessibleName(name)
        if isinstance(field, QComboBox):
            field.view().setAccessibleName(name)
        self.form.addRow(label, field)

    @property
    def learner(self) -> Learner:
        """What was given, with what is filled in now."""
        level, language = self.level.currentData(), self.language.currentData()
        return replace(self._given, name=self.name.text().strip(), level=level, first_language=language)

    def _fill_choices(self) -> None:
        words = {
            "A1": self.tr("A1: a beginner, short and simple sentences"),
            "A2": self.tr("A2: everyday things in simple words"),
            "B1": self.tr("B1: most of what I meet in daily life"),
            "B2": self.tr("B2: longer texts, also about my work"),
            "C1": self.tr("C1: nearly everything"),
        }
        for level in get_args(Level):
            self.level.addItem(words[level], level)
        self.level.setCurrentIndex(max(0, self.level.findData(self._given.level)))
        self.language.addItem(self.tr("I'd rather not say"), "")
        for shown, code in sorted((language_name(code), code) for code in _SPOKEN):
            self.language.addItem(shown, code)
        self.language.addItem(self.tr("Another language"), "other")
        self.language.setCurrentIndex(max(0, self.language.findData(self._given.first_language)))


def language_name(code: str) -> str:
    """In English, and as its speakers write it."""
    locale = QLocale(code)
    english, own = QLocale.languageToString(locale.language()), locale.nativeLanguageName()
    return f"{english} – {own}" if own and own != english else english
