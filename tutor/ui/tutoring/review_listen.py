"""A tutor listens: the heat map follows the sound, and where it is stopped there is the word to be answered for."""

from PySide6.QtCore import QObject, Signal, Slot

from tutor.practice.listening import Piece, next_speed, piece_of, sentence_of
from tutor.ui.playback import Playback
from tutor.ui.tutoring.bench import Bench


class ReviewListen(QObject):
    """Joins the play actions to the take on the screen. `heard_more` follows when playing stops."""

    heard_more = Signal()

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench.parts)
        self._session, self._parts = bench.session, bench.parts
        self._choice, self._actions = bench.choice, bench.actions
        session, parts, actions = bench.session, bench.parts, bench.actions
        self.playback = Playback(session.study.player, session.study.history, session.run_task, self)
        self._at = None
        for action, slot in (
            (actions.play, self.play_or_stop), (actions.word, self._word), (actions.sentence, self._sentence),
            (actions.slower, self._slower), (actions.faster, self._faster),
        ):  # fmt: skip
            action.triggered.connect(slot)
        actions.loop.toggled.connect(self._loop)
        parts.page.word_clicked.connect(self._word)
        self.playback.moved.connect(self._moved)
        self.playback.started.connect(self.say_state)
        self.playback.ended.connect(self._ended)
        session.opened.connect(self._opened)
        self.say_state()

    _at: float | None  # seconds into the take while it plays

    @Slot()
    def play_or_stop(self) -> None:
        """From the chosen word to the end; or stop, and choose the word that was heard."""
        if not self.playback.playing:
            self.play(self._onward())
            return
        meant = self._session.heard.stopped_at(self._at) if self._at is not None else None
        self.playback.stop()
        if meant is not None:
            self._choice.choose_word(meant)

    def _onward(self) -> Piece | None:
        take = self._session.take
        if take is None:
            return None
        end, word = take.attempt.take.seconds, self._choice.word
        piece = piece_of(take.plain.words, word, word) if word else None  # from the first word on all is played
        return Piece(piece.start if piece is not None else 0.0, end)

    @Slot()
    def _word(self) -> None:
        word = self._choice.word
        words = self._parts.page.selected_words() or (None if word is None else (word, word))
        if self._session.take is not None and words is not None:
            self.play(piece_of(self._session.take.plain.words, *words))

    @Slot()
    def _sentence(self) -> None:
        take, word = self._session.take, self._choice.word
        if take is not None and word is not None:
            self.play(piece_of(take.plain.words, *sentence_of(take.target, word)))

    @Slot(object)
    def play(self, piece: Piece | None) -> None:
        """Play a piece of the take; None: it was not read."""
        if self._session.take is None:
            return
        if piece is None:
            self._parts.listen.say(self.tr("This was not read."))
        else:
            self.playback.play(self._session.take.attempt.take.id, piece)

    @Slot()
    def _slower(self) -> None:
        self._change_speed(-1)

    @Slot()
    def _faster(self) -> None:
        self._change_speed(1)

    def _change_speed(self, by: int) -> None:
        self.playback.set_speed(next_speed(self.playback.speed, by))
        self.say_state()

    @Slot(bool)
    def _loop(self, on: bool) -> None:
        self.playback.looping = on
        self.say_state()

    @Slot(float)
    def _moved(self, seconds: float) -> None:
        """Underline the word that is heard, keep it in view, and go to its row in the heat map."""
        self._at = seconds
        word, take = self._session.heard.at(seconds), self._session.take
        self._parts.melody().show_position(seconds)
        if word is None or take is None:
            return
        span = take.target.words[word]
        self._parts.page.show_place((span.start, span.end))
        self._parts.follow_word(word)

    @Slot()
    def _ended(self) -> None:
        self._at = None
        self._parts.page.show_place(None)
        self._parts.melody().show_position(None)
        self.say_state()
        self.heard_more.emit()

    @Slot()
    def _opened(self) -> None:
        self.playback.stop()
        if self._session.take is not None:
            self.playback.prepare(self._session.take.attempt.take.id)
        self.say_state()

    @Slot()
    def say_state(self) -> None:
        """Speed, and how much of the take was heard."""
        said = self.tr("Speed {speed:g}×. You have heard {share:.0%} of this take.")
        self._parts.listen.say(said.format(speed=self.playback.speed, share=self._session.heard.share))
