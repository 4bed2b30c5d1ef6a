"""Joins drills, the deck and the help for sounds to the window: their actions, where they show, and the way back."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QToolButton

from tutor.domain.cards import Card
from tutor.domain.marks import Mark, mark_phone
from tutor.domain.take import Attempt
from tutor.domain.wording import say
from tutor.present.messages import Message
from tutor.ui.actions import explain
from tutor.ui.deck_dialog import DeckDialog
from tutor.ui.drill import Drill, Origin
from tutor.ui.session import Session
from tutor.ui.stage import Stage
from tutor.ui.theme import icon

if TYPE_CHECKING:
    from tutor.ui.window import MainWindow

_WEAK_FIRST = {Mark.NEEDS_WORK: 0, Mark.UNSURE: 1}


class Drilling(QObject):
    """Lives with the window; `begin` brings it to life. While a drill goes on, N is the next step and Esc the way back."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window, self._parts, self._actions = window, window.parts, window.actions_
        self._session: Session | None = None
        self._back_to: Origin | None = None
        self._stage = Stage.NO_TEXT
        made = self._actions
        self._due_button = QToolButton(toolButtonStyle=Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._due_button.setDefaultAction(made.practise)
        self._due_button.hide()
        side = window.side.layout()
        if side is not None:
            side.addWidget(self._due_button)
        self._parts.strip.add_buttons(made.how, made.drill)
        self._parts.drill.add_buttons(made.next_mark)
        self._parts.drill.tries.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for action, slot in (
            (made.drill, self._start), (made.how, self._show_how), (made.practise, self._practise),
            (made.deck, self._open_deck), (made.export_deck, self._export),
        ):  # fmt: skip
            action.triggered.connect(slot)
        self._again = [self._shortcut(key) for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)]
        window.choice.chosen.connect(self._sound_chosen)
        self.enable(Stage.NO_TEXT)

    def begin(self, session: Session) -> None:
        """Follow a session's drill."""
        self._session, drill = session, session.drill
        self._parts.drill.follow(drill, self._actions.record)
        drill.changed.connect(self._changed)
        drill.cards_changed.connect(self._cards_changed)
        drill.left.connect(self._go_back)
        drill.compared.connect(self._sound_chosen)
        drill.exported.connect(self._exported)
        drill.failed.connect(self._window.show_error)
        session.attempt_changed.connect(self._attempt_shown)
        drill.load()

    @property
    def active(self) -> bool:
        """Whether a drill is on the page."""
        return self._drill is not None and self._drill.active

    @property
    def _drill(self) -> Drill | None:
        return self._session.drill if self._session else None

    def status(self) -> str:
        """What is said under the page while nothing is recorded."""
        return self._parts.drill.said

    def took_next(self) -> bool:
        """Take N for the drill, when there is one."""
        if self.active and self._drill is not None and self._stage is Stage.READY:
            self._drill.next()
        return self.active

    def took_escape(self) -> bool:
        """Take Esc for the way back, when a drill is on the page and nothing is recorded."""
        if not self.active or self._drill is None or self._stage in (Stage.OPENING, Stage.RECORDING, Stage.ASSESSING):
            return False
        self._drill.leave()
        return True

    def enable(self, stage: Stage) -> None:
        """What can be done now."""
        self._stage, made = stage, self._actions
        ready, drill = stage is Stage.READY, self._drill
        chosen = self._window.choice.word is not None
        made.drill.setEnabled(ready and chosen and not self.active)
        made.how.setEnabled(chosen and not self.active)
        made.practise.setEnabled(ready and not self.active and drill is not None and bool(drill.due))
        for action in (made.deck, made.export_deck):
            action.setEnabled(ready and not self.active)
        made.export_deck.setEnabled(made.deck.isEnabled() and drill is not None and bool(drill.cards))
        made.next_mark.setText(say("&Next step") if self.active else say("&Next marked word"))
        made.discard.setText(say("&Back") if self.active and ready else say("&Discard"))
        for action in (made.next_mark, made.discard):
            explain(action)
        self._parts.strip.show_buttons(not self.active)
        self._window.listen.enter.setEnabled(not self.active)
        for shortcut in self._again:
            shortcut.setEnabled(self.active)
        if self.active and ready:
            made.next_mark.setEnabled(True)
            made.discard.setEnabled(True)
            made.discard.setVisible(True)
            made.discard.setIcon(icon("previous"))

    def _sound(self) -> tuple[int, int] | None:
        """Word and phone to speak of: the chosen one, else the weakest of the word."""
        choice, said = self._window.choice, self._session.assessment if self._session else None
        if choice.word is None or said is None:
            return None
        phones = said.words[choice.word].phones
        if choice.phone is not None and choice.phone < len(phones):
            return choice.word, choice.phone
        weak = [(_WEAK_FIRST.get(mark_phone(each), 2), each.accuracy.value if each.accuracy else 2.0, at)
                for at, each in enumerate(phones)]  # fmt: skip
        return choice.word, min(weak)[2]

    @Slot()
    def _start(self) -> None:
        sound = self._sound()
        if sound is not None and self._drill is not None:
            self._drill.start(*sound)

    @Slot()
    def _practise(self) -> None:
        if self._drill is not None:
            self._drill.practise_due()

    @Slot()
    def _show_how(self) -> None:
        self._parts.show_sound_help()

    @Slot()
    def _sound_chosen(self) -> None:
        sound = self._sound()
        if sound is None or self._session is None or self._session.assessment is None:
            return
        word, phone = sound
        score = self._session.assessment.words[word].phones[phone]
        self._session.drill.compare(score.phone.symbol, score.heard)
        self._parts.sound.show_sound(score.phone.symbol, self._session.drill.pairs_of(score.phone.symbol, score.heard))
        self.enable(self._stage)

    @Slot()
    def _changed(self) -> None:
        self.enable(self._stage)
        if self.active:
            self._parts.page.setFocus()

    @Slot(object)
    def _cards_changed(self, _: tuple[Card, ...]) -> None:
        assert self._drill is not None
        due = len(self._drill.due)
        one, many = say("1 sound to practise &today"), say("{count} sounds to practise &today")
        self._actions.practise.setText(one if due == 1 else many.format(count=due) if due else say("Practise &today"))
        self._due_button.setVisible(due > 0)
        self.enable(self._stage)

    @Slot(object)
    def _go_back(self, origin: Origin) -> None:
        assert self._session is not None
        self._back_to = origin
        if origin.take_id is not None:
            self._session.choose_take(origin.take_id)
        else:
            self._session.choose_text(origin.text, origin.passage_id)

    @Slot(object)
    def _attempt_shown(self, attempt: Attempt | None) -> None:
        if self.active:  # of a word alone there is nothing to say but its sounds
            self._parts.show_panels(False)
            self._parts.strip.setVisible(attempt is not None and attempt.assessment is not None)
        back = self._back_to
        if back is not None and attempt is not None and attempt.take.id == back.take_id and back.word is not None:
            self._back_to = None
            self._window.choice.choose(back.word, back.phone)

    @Slot()
    def _open_deck(self) -> None:
        if self._drill is not None:
            dialog = DeckDialog(self._drill, self._window)
            dialog.export_wanted.connect(self._export)
            dialog.exec()
            dialog.deleteLater()

    @Slot()
    def _export(self) -> None:
        kinds = self.tr("Anki package (*.apkg)")
        name, _ = QFileDialog.getSaveFileName(self._window, self.tr("Export for Anki"), "my-sounds.apkg", kinds)
        if name and self._drill is not None:
            self._drill.export(Path(name).with_suffix(".apkg"))

    @Slot(int)
    def _exported(self, count: int) -> None:
        said = self.tr("Words written for Anki: {count}.").format(count=count)
        self._parts.banner.say(
            Message(said, self.tr("Open the file in Anki to take them in; doing so again adds nothing twice."))
        )

    def _shortcut(self, key: Qt.Key) -> QShortcut:
        shortcut = QShortcut(QKeySequence(key), self._parts.page)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self._window.record_or_stop)
        return shortcut
