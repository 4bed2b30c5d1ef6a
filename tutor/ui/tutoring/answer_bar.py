"""What is chosen, what the program says of it and what the tutor can say instead: a button and a key each."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from tutor.domain.assessment import Assessment
from tutor.domain.review import About, Answer
from tutor.present.review import about_name, answer_name, answers_of
from tutor.ui.actions import text_button
from tutor.ui.flow import FlowLayout
from tutor.ui.theme import named, sized
from tutor.ui.tutoring.review_actions import ReviewActions, keyed


class AnswerBar(QWidget):
    """Knows actions and words, no store. `say` is its line of status."""

    def __init__(self, actions: ReviewActions) -> None:
        super().__init__()
        self.setObjectName("transport")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._actions, self._about = actions, About()
        self._what, self._said, self._status = QLabel(), QLabel(), QLabel(wordWrap=True)
        self._what.setFont(sized(self.font(), 1.15, bold=True))
        self._status.setProperty("quiet", True)
        self._said.setAccessibleName(self.tr("What was said of it"))
        self._status.setAccessibleName(self.tr("Status"))
        self.answers = [text_button(action) for action in actions.answers]
        others = (actions.agree, actions.undo, actions.next_mark, actions.next_sound, actions.aspect,
                  actions.comment, actions.speak)  # fmt: skip
        self.others = [text_button(action) for action in others]
        self.done = text_button(actions.done)
        self._lay_out()

    def show_choice(self, about: About, assessment: Assessment, machine: Answer | None, mine: Answer | None) -> None:
        """Offer the answers about what is chosen."""
        self._about = about
        self._what.setText(about_name(about, assessment))
        program = self.tr("nothing") if machine is None else answer_name(about, machine)
        if mine is None:
            self._said.setText(self.tr("The program: {program}").format(program=program))
        else:
            said = self.tr("The program: {program}. You: {mine}")
            self._said.setText(said.format(program=program, mine=answer_name(about, mine)))
        self._offer(answers_of(about), mine)

    def _offer(self, answers: Sequence[Answer], mine: Answer | None) -> None:
        for at, (action, button) in enumerate(zip(self._actions.answers, self.answers, strict=True)):
            there = at < len(answers)
            action.setEnabled(there)
            button.setVisible(there)
            if there:
                action.setIconText(keyed(action, answer_name(self._about, answers[at])))
                button.setAccessibleName(action.iconText())
            action.setChecked(there and answers[at] == mine)

    def show_done(self, done: bool) -> None:
        """Whether the take was gone through."""
        action = self._actions.done
        action.setIconText(keyed(action, self.tr("Not done") if done else self.tr("Done")))

    def say(self, status: str) -> None:
        """What is going on, in one line."""
        self._status.setText(status)

    @property
    def status(self) -> str:
        """What it says."""
        return self._status.text()

    @property
    def said(self) -> str:
        """What was said of what is chosen, by program and tutor."""
        return self._said.text()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 8, 24, 8)
        column.setSpacing(5)
        head = QWidget()
        line = FlowLayout(head)
        line.addWidget(self._what)
        line.addWidget(self._said)
        column.addWidget(head)
        for buttons in (self.answers, [*self.others, self.done]):
            row = named(QWidget(), "listen")
            flow = FlowLayout(row)
            for button in buttons:
                flow.addWidget(button)
            column.addWidget(row)
        column.addWidget(self._status)
