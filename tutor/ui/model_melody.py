"""The model voice's melody under the learner's: asked for once, then drawn for every take until it is switched off."""

from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

from tutor.domain.assessment import Assessment
from tutor.domain.errors import TutorError
from tutor.domain.target import Target
from tutor.practice.listening import model_reading
from tutor.present.messages import error_message
from tutor.ui.layout import Layout
from tutor.ui.session import Session


class ModelMelody(QObject):
    """Has the voice read the text, and the assessor find its words; keeps the readings of this session's texts."""

    def __init__(self, action: QAction, parts: Layout, session: Session) -> None:
        super().__init__(session)
        self._action, self._parts, self._session = action, parts, session
        self._ticket: int | None = None
        self._asked: Target | None = None
        self._known: dict[str, Assessment] = {}
        action.toggled.connect(self._toggled)
        session.attempt_changed.connect(self._show)
        session.judged.connect(self._judged)

    @Slot(bool)
    def _toggled(self, on: bool) -> None:
        lack = self._session.desk.voice.lack
        if on and lack is not None:
            self._parts.banner.say(error_message(lack))
            self._action.setChecked(False)
        else:
            self._show()

    @Slot()
    def _show(self) -> None:
        attempt, target = self._session.attempt, self._session.target
        if attempt is None or attempt.assessment is None or target is None:
            return
        wanted = self._action.isChecked()
        self._parts.melody().show_model(self._known.get(target.text) if wanted else None)
        if wanted and target.text not in self._known and target is not self._asked:
            self._asked = target
            self._ticket = self._session.judge(partial(model_reading, self._session.desk.voice, target))

    @Slot(int, object)
    def _judged(self, ticket: int, result: object) -> None:
        if ticket != self._ticket or self._asked is None:
            return
        asked, self._asked, self._ticket = self._asked, None, None
        if isinstance(result, Assessment):
            self._known[asked.text] = result
            self._show()
        elif isinstance(result, TutorError):
            self._action.setChecked(False)
            self._session.failed.emit(result)
