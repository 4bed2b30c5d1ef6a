"""Listening to what was read: a word, a phrase, a sentence, slower or again and again, and the model voice beside it."""

from dataclasses import dataclass, fields
from functools import partial

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow

from tutor.domain.assessment import Assessment
from tutor.domain.wording import say
from tutor.practice.listening import SPEEDS, Piece, next_speed, piece_of, sentence_of
from tutor.practice.ports import ModelVoice
from tutor.present.messages import error_message
from tutor.ui.actions import make_action, name_actions
from tutor.ui.announce import announce
from tutor.ui.choice import Choice
from tutor.ui.layout import Layout
from tutor.ui.listen_bar import ListenBar
from tutor.ui.model_melody import ModelMelody
from tutor.ui.session import Session
from tutor.ui.stage import Stage


@dataclass(frozen=True, slots=True)
class ListenActions:
    """One QAction each, in the order of the menu."""

    word: QAction
    sentence: QAction
    onward: QAction
    loop: QAction
    slower: QAction
    faster: QAction
    model: QAction
    model_sentence: QAction
    both: QAction
    melody: QAction


class Listen(QObject):
    """Plays what its actions ask for of the take that is shown, at the speed that is set."""

    def __init__(self, window: QMainWindow, parts: Layout, choice: Choice) -> None:
        super().__init__(window)
        self._parts, self._choice = parts, choice
        self._session: Session | None = None
        self._heard = ""
        self.actions = _make_actions(window)
        made = self.actions
        self.bar = ListenBar((made.word, made.sentence, made.onward, made.loop, made.slower, made.faster, made.model, made.both))
        parts.put_listen_bar(self.bar)
        self._connect()
        self._enable()

    def begin(self, session: Session) -> None:
        """Follow a session."""
        self._session = session
        session.stage_changed.connect(self._enable)
        session.attempt_changed.connect(self._enable)
        session.playback.asked.connect(self._say_state)
        session.playback.started.connect(self._say_state)
        session.playback.ended.connect(self._ended)
        lack = session.desk.voice.lack
        if lack is not None:
            made = self.actions
            for action in (made.model, made.both, made.model_sentence, made.melody):
                action.setIconText(self.tr("{name} (off)").format(name=action.iconText()))
                action.setToolTip(str(error_message(lack)))
        self._melody = ModelMelody(self.actions.melody, self._parts, session)
        self._parts.melody().offer(self.actions.melody)
        self._enable()

    def _connect(self) -> None:
        made = self.actions
        for action, slot in (
            (made.word, self._play_word), (made.sentence, self._play_sentence), (made.onward, self._play_onward),
            (made.slower, self._slower), (made.faster, self._faster), (made.model, self._model_word),
            (made.model_sentence, self._model_sentence), (made.both, self._both),
        ):  # fmt: skip
            action.triggered.connect(slot)
        made.loop.toggled.connect(self._loop)
        self._parts.page.word_clicked.connect(self._play_word)
        self.enter = enter = QShortcut(QKeySequence(Qt.Key.Key_Return), self._parts.page)
        enter.setContext(Qt.ShortcutContext.WidgetShortcut)
        enter.activated.connect(self._play_word)

    def _assessment(self) -> Assessment | None:
        return None if self._session is None else self._session.assessment

    @Slot()
    def _enable(self) -> None:
        free = self._session is not None and self._session.stage is Stage.READY and self._choice.word is not None
        for field in fields(self.actions):
            getattr(self.actions, field.name).setEnabled(free)
        if free and self._session is not None:
            self._enable_speeds(self._session.playback.speed)
        self.bar.setVisible(free)
        self._say_state()

    def _chosen(self) -> tuple[int, int] | None:
        """The words that are selected, else the one that is chosen."""
        word = self._choice.word
        return self._parts.page.selected_words() or (None if word is None else (word, word))

    def _sentence(self) -> tuple[int, int] | None:
        word, target = self._choice.word, self._session.target if self._session is not None else None
        return None if word is None or target is None else sentence_of(target, word)

    def _text_of(self, words: tuple[int, int]) -> str:
        """As it is written, so that the voice knows its commas."""
        assert self._session is not None
        assert self._session.target is not None
        target = self._session.target
        return target.text[target.words[words[0]].start : target.words[words[1]].end]

    def _play(self, words: tuple[int, int] | None) -> None:
        piece = self._piece(words)
        if self._session is not None and words is not None and piece is not None:
            self._session.play(piece)
            self._heard = self._named(words)
            self._say_state()

    def _piece(self, words: tuple[int, int] | None) -> Piece | None:
        said = self._assessment()
        if words is None or said is None:
            return None
        piece = piece_of(said.words, *words)
        if piece is None:
            self._tell(self.tr("{words} was not read.").format(words=self._named(words)))
        return piece

    def _named(self, words: tuple[int, int]) -> str:
        text = self._text_of(words)
        return f"“{text if len(text) <= 40 else text[:38].rstrip() + ' …'}”"

    @Slot()
    def _play_word(self) -> None:
        self._play(self._chosen())

    @Slot()
    def _play_sentence(self) -> None:
        self._play(self._sentence())

    @Slot()
    def _play_onward(self) -> None:
        said, chosen = self._assessment(), self._chosen()
        piece = self._piece(chosen)
        if self._session is not None and said is not None and chosen is not None and piece is not None:
            self._session.play(Piece(piece.start, said.audio.seconds))
            self._heard = self.tr("from {word} on").format(word=self._named((chosen[0], chosen[0])))
            self._say_state()

    @Slot(bool)
    def _loop(self, on: bool) -> None:
        if self._session is not None:
            self._session.playback.looping = on
        self._tell(self.tr("What you play is repeated.") if on else self.tr("What you play is heard once."))

    @Slot()
    def _slower(self) -> None:
        self._change_speed(-1)

    @Slot()
    def _faster(self) -> None:
        self._change_speed(1)

    def _change_speed(self, by: int) -> None:
        if self._session is not None:
            playback = self._session.playback
            playback.set_speed(next_speed(playback.speed, by))
            self._enable_speeds(playback.speed)
            self._say_state()
            announce(self.bar, self._speed_said())

    def _enable_speeds(self, speed: float) -> None:
        self.actions.slower.setEnabled(speed > SPEEDS[0])
        self.actions.faster.setEnabled(speed < SPEEDS[-1])

    @Slot()
    def _model_word(self) -> None:
        self._say_model(self._chosen())

    @Slot()
    def _model_sentence(self) -> None:
        self._say_model(self._sentence())

    def _say_model(self, words: tuple[int, int] | None) -> None:
        voice = self._voice()
        if self._session is not None and words is not None and voice is not None:
            playback, text = self._session.playback, self._text_of(words)
            playback.play_sound(partial(voice.render, text))
            self._heard = self.tr("the model voice, {words}").format(words=self._named(words))
            self._say_state()

    @Slot()
    def _both(self) -> None:
        voice, words = self._voice(), self._chosen()
        piece = self._piece(words) if voice is not None else None
        if self._session is not None and self._session.attempt and voice and words is not None and piece is not None:
            make = partial(voice.render, self._text_of(words))
            self._session.playback.play_beside(self._session.attempt.take.id, piece, make)
            self._heard = self.tr("you, then the model voice, {words}").format(words=self._named(words))
            self._say_state()

    def _voice(self) -> ModelVoice | None:
        """The voice; without one say why, and what to do."""
        if self._session is None:
            return None
        lack = self._session.desk.voice.lack
        if lack is not None:
            self._parts.banner.say(error_message(lack))
        return self._session.desk.voice if lack is None else None

    @Slot()
    def _ended(self) -> None:
        self._heard = ""
        self._say_state()

    @Slot()
    def _say_state(self) -> None:
        if self._session is None:
            return
        playback = self._session.playback
        if not playback.playing:
            said = self.tr("Click a word or press Enter to hear it.")
        elif playback.preparing:
            said = self.tr("Preparing {what}…").format(what=self._heard or self.tr("your take"))
        else:
            said = self.tr("Playing {what}.").format(what=self._heard or self.tr("your take"))
        again = self.tr("Repeating.") if playback.looping else ""
        self.bar.say(" ".join(part for part in (said, self._speed_said(), again) if part))

    def _speed_said(self) -> str:
        assert self._session is not None
        return self.tr("Speed {speed:g}×.").format(speed=self._session.playback.speed)

    def _tell(self, sentence: str) -> None:
        self._say_state()
        self.bar.say(f"{sentence} {self.bar.state}")
        announce(self.bar, sentence)


def _make_actions(window: QMainWindow) -> ListenActions:
    """All of them, in a menu of their own."""
    made = ListenActions(
        word=_action(window, say("&Hear the word or selection"), say("Word"), "H"),
        sentence=_action(window, say("Play the &sentence"), say("Sentence"), "S"),
        onward=_action(window, say("Play from the word &on"), say("From here"), "Shift+P"),
        loop=_action(window, say("&Repeat what is played"), say("Repeat"), "L"),
        slower=_action(window, say("S&lower"), say("Slower"), "["),
        faster=_action(window, say("&Faster"), say("Faster"), "]"),
        model=_action(window, say("&Model voice: the word or selection"), say("Model"), "M"),
        model_sentence=_action(window, say("Model voice: the s&entence"), say("Model sentence"), "Shift+M"),
        both=_action(window, say("&Mine, then the model voice"), say("Mine + model"), "C"),
        melody=_action(window, say("Draw the model voice's mel&ody"), say("Draw the model's melody"), "Shift+H"),
    )
    name_actions(made)
    for action in (made.loop, made.melody):
        action.setCheckable(True)
    window.menuBar().addMenu(say("&Listen")).addActions([getattr(made, field.name) for field in fields(made)])
    return made


def _action(window: QMainWindow, text: str, short: str, key: str) -> QAction:
    made = make_action(window, text, key)
    made.setIconText(short)
    return made
