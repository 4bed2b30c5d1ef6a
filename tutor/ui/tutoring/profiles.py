"""The learners themselves: their profiles, the way out of a forgotten PIN, a class added by its names, the tutor's passcode."""

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from tutor.domain.errors import TutorError
from tutor.domain.learner import KeepAudio, Learner
from tutor.present.learners import shown_name
from tutor.ui.flow import FlowLayout
from tutor.ui.layout import scrolling
from tutor.ui.people.about import language_name
from tutor.ui.people.codes import NewCodeDialog
from tutor.ui.people.profiles import Profiles
from tutor.ui.theme import named, sized
from tutor.ui.tutoring.page import TutorDesk, TutorPage


class ProfilesPage(TutorPage):
    """What is known of the chosen learner, and what a tutor can do about it."""

    def __init__(self, desk: TutorDesk) -> None:
        super().__init__(desk)
        self.title = self.tr("Profile")
        self._learner: Learner | None = None
        self.profiles = Profiles(desk.people, desk.passcode, desk.run_task, self)
        self.name, self.facts = named(QLabel(wordWrap=True), "heading"), QLabel(wordWrap=True)
        self.name.setFont(sized(self.font(), 1.4, bold=True))
        self.edit, self.pin = QPushButton(self.tr("&Edit…")), QPushButton(self.tr("&Take the PIN away"))
        self.delete = QPushButton(self.tr("&Delete this learner…"))
        self.add, self.passcode = QPushButton(self.tr("&Add learners…")), QPushButton(self.tr("&Change the passcode…"))
        self.dialog: NamesDialog | NewCodeDialog | None = None
        self._lay_out()
        self.edit.clicked.connect(self._edit)
        self.pin.clicked.connect(self._drop_pin)
        self.delete.clicked.connect(self._delete)
        self.add.clicked.connect(self._add)
        self.passcode.clicked.connect(self._change_passcode)
        for signal in (self.profiles.changed, self.profiles.added):
            signal.connect(self.learners_changed)
        self.profiles.remove_wanted.connect(desk.remove)
        self.profiles.failed.connect(self.failed)

    def show_learner(self, learner: Learner | None) -> None:
        """Their profile."""
        self._learner = learner
        for button in (self.edit, self.delete):
            button.setEnabled(learner is not None)
        self.pin.setEnabled(learner is not None and learner.has_pin)
        self.name.setText(shown_name(learner) if learner else self.tr("Nobody reads here yet"))
        nobody = self.tr("Add the learners of your class by their names.")
        self.facts.setText("\n".join(self._facts(learner)) if learner else nobody)

    def _facts(self, learner: Learner) -> list[str]:
        kept = {
            KeepAudio.KEPT: self.tr("Recordings: all are kept"),
            KeepAudio.THINNED: self.tr("Recordings: only the newest of each text are kept"),
            KeepAudio.NEVER: self.tr("Recordings: none is kept, scores only"),
        }[learner.audio]
        days = self.tr("Readings are deleted {days} days after they were made").format(days=learner.expires_days)
        language = language_name(learner.first_language) if learner.first_language else self.tr("not told")
        return [
            self.tr("Level of English: {level}").format(level=learner.level or self.tr("not told")),
            self.tr("First language: {language}").format(language=language),
            kept, *([days] if learner.expires_days is not None else []),
            self.tr("PIN: one is asked for") if learner.has_pin else self.tr("PIN: none"),
        ]  # fmt: skip

    def _lay_out(self) -> None:
        inside, about, all_ = QWidget(), QWidget(), QWidget()
        for box, buttons in ((about, (self.edit, self.pin, self.delete)), (all_, (self.add, self.passcode))):
            row = FlowLayout(box)
            for button in buttons:
                button.setAutoDefault(False)
                row.addWidget(button)
        column, whole = QVBoxLayout(inside), QVBoxLayout(self)
        column.setSpacing(14)
        column.setContentsMargins(20, 16, 20, 16)
        for widget in (self.name, self.facts, about, named(QLabel(self.tr("All learners")), "caption"), all_):
            column.addWidget(widget)
        column.insertSpacing(3, 18)
        column.addStretch(1)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(inside))

    @Slot()
    def _edit(self) -> None:
        if self._learner is not None:
            self.profiles.edit(self._learner)

    @Slot()
    def _drop_pin(self) -> None:
        if self._learner is not None:
            self.profiles.drop_pin(self._learner)

    @Slot()
    def _delete(self) -> None:
        if self._learner is not None:
            self.profiles.remove(self._learner)

    @Slot()
    def _add(self) -> None:
        self._open(NamesDialog(self), self._add_named)

    @Slot()
    def _change_passcode(self) -> None:
        about = self.tr("Whoever knows it can open what every learner here has read.")
        self._open(NewCodeDialog(self.tr("New passcode"), about, self, pin=False), self._keep_passcode)

    def _open(self, dialog: "NamesDialog | NewCodeDialog", then: object) -> None:
        self.dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(then)
        dialog.open()

    @Slot()
    def _add_named(self) -> None:
        assert isinstance(self.dialog, NamesDialog)
        self.desk.run_task(partial(self._add_all, self.dialog.names), self._done, self._not_done)

    def _add_all(self, names: list[str]) -> None:
        """In the pool. Who is there already stays as they are."""
        there = {each.name.casefold() for each in self.desk.people.learners()}
        for name in names:
            if name.casefold() not in there:
                self.desk.people.add(Learner(name))
                there.add(name.casefold())

    @Slot()
    def _keep_passcode(self) -> None:
        assert isinstance(self.dialog, NewCodeDialog)
        self.desk.run_task(partial(self.desk.passcode.set, self.dialog.code), self._done, self._not_done)

    @Slot(object)
    def _done(self, _: object) -> None:
        self.learners_changed.emit()

    @Slot(object)
    def _not_done(self, error: TutorError) -> None:
        self.failed.emit(error)


class NamesDialog(QDialog):
    """A class as a list of names. `names` are those typed or pasted, without empty lines and doubles."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Add learners"))
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(self.tr("Names, one a line"))
        self.text.setTabChangesFocus(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("&Add them"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        about = self.tr("One name a line, typed or pasted. Whoever is here already stays as they are.")
        for widget in (QLabel(about, wordWrap=True), self.text, buttons):
            column.addWidget(widget)
        self.text.setFocus()

    @property
    def names(self) -> list[str]:
        """In the order given."""
        lines = (line.strip()[:80] for line in self.text.toPlainText().splitlines())
        return list(dict.fromkeys(line for line in lines if line))
