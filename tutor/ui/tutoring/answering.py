"""What an answer would be about, and giving it: a word, a sound of it, or one of the scores; and being done with a take."""

from PySide6.QtCore import QModelIndex, QObject, QSignalBlocker, Slot

from tutor.domain.review import RATED, About, Answer
from tutor.practice.review import HEARD_WHOLE, is_answer
from tutor.present.messages import Message
from tutor.present.review import about_name, answer_name, answers_of
from tutor.ui.announce import announce
from tutor.ui.rows import ROW
from tutor.ui.tutoring.bench import Bench


class Answering(QObject):
    """Joins the keys of the answers to what is chosen on the page, in the strip or among the scores."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench.parts)
        self._session, self._parts = bench.session, bench.parts
        self._choice, self._actions = bench.choice, bench.actions
        session, parts, choice, actions = bench.session, bench.parts, bench.choice, bench.actions
        self.aspect: int | None = None
        for action in actions.answers:
            action.setCheckable(True)
            action.triggered.connect(self._answer)
        for action, slot in (
            (actions.agree, self._agree), (actions.undo, session.undo), (actions.done, self._done),
            (actions.next_sound, self._next_sound), (actions.previous_sound, self._previous_sound),
            (actions.aspect, self._next_aspect),
        ):  # fmt: skip
            action.triggered.connect(slot)
        choice.chosen.connect(self._word_chosen)
        parts.feedback.score_view.selectionModel().currentChanged.connect(self._score_chosen)

    aspect: int | None  # which of RATED is chosen; None: a word or a sound is

    @property
    def about(self) -> About:
        """What an answer would be about."""
        if self.aspect is not None:
            return About(aspect=RATED[self.aspect])
        return About(self._choice.word or 0, self._choice.phone)

    def begin(self) -> None:
        """Another take is on the screen."""
        self.aspect = None
        self._parts.banner.hide()

    @Slot()
    def refresh(self) -> None:
        """Say what is chosen, what was said of it, and whether the take is done."""
        take = self._session.take
        if take is None or take.plain.verdict.refuses:
            return
        about, machine = self.about, self._session.machine(self.about)
        self._parts.answers.show_choice(about, take.plain, machine, take.review.answers.get(about))
        self._actions.agree.setEnabled(machine is not None and is_answer(about, machine))
        self._mark_score()
        self._show_done()

    def _show_done(self) -> None:
        take = self._session.take
        assert take is not None
        done = take.attempt.take.id in take.seen.reviewed
        self._parts.answers.show_done(done)
        count = len(take.review.answers)
        said = self.tr("Answers in this take: {count}.").format(count=count)
        if done:
            said += " " + self.tr("You are done with it: what you did not answer counts as agreed.")
        self._parts.answers.say(said)

    @Slot()
    def _answer(self) -> None:
        action, about, take = self.sender(), self.about, self._session.take
        at = next((at for at, each in enumerate(self._actions.answers) if each is action), None)
        if take is not None and at is not None and at < len(answers_of(about)):
            self._say(about, answers_of(about)[at])

    @Slot()
    def _agree(self) -> None:
        machine = self._session.machine(self.about)
        if machine is not None and is_answer(self.about, machine):
            self._say(self.about, machine)

    def _say(self, about: About, answer: Answer) -> None:
        assert self._session.take is not None
        self._session.answer(about, answer)
        name = about_name(about, self._session.take.plain)
        announce(self._parts.answers, self.tr("{what}: {answer}").format(what=name, answer=answer_name(about, answer)))

    @Slot()
    def _done(self) -> None:
        take, heard = self._session.take, self._session.heard.share
        if take is None:
            return
        self._session.done()
        if take.attempt.take.id not in take.seen.reviewed and heard < HEARD_WHOLE:
            said = self.tr("You heard {share:.0%} of this take, so it is not counted in the agreement.").format(share=heard)
            self._parts.banner.say(Message(said, self.tr("To have it counted, play it to its end, then be done with it again.")))
        else:
            self._parts.banner.hide()

    @Slot()
    def _next_sound(self) -> None:
        self._step(1)

    @Slot()
    def _previous_sound(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        """Through the sounds of the word, around the end; from the word itself to its first or last."""
        take, word = self._session.take, self._choice.word
        if take is None or word is None:
            return
        many, phone = len(take.plain.words[word].phones), self._choice.phone
        at = (0 if by > 0 else many - 1) if phone is None else (phone + by) % many
        self._choice.choose(word, at)

    @Slot()
    def _next_aspect(self) -> None:
        self.aspect = 0 if self.aspect is None else (self.aspect + 1) % len(RATED)
        self._parts.panels.setCurrentIndex(0)
        self.refresh()

    @Slot()
    def _word_chosen(self) -> None:
        self.aspect = None
        self._parts.reveal_word()
        self.refresh()

    @Slot(QModelIndex)
    def _score_chosen(self, index: QModelIndex) -> None:
        row = index.data(ROW) if index.isValid() else None
        if row is not None and row.aspect in RATED:
            self.aspect = RATED.index(row.aspect)
            self.refresh()

    def _mark_score(self) -> None:
        """In the list of scores, without being told of it."""
        view = self._parts.feedback.score_view
        rows = [view.model().index(at, 0) for at in range(view.model().rowCount())]
        wanted = None if self.aspect is None else RATED[self.aspect]
        index = next((index for index in rows if index.data(ROW).aspect == wanted), QModelIndex())
        with QSignalBlocker(view.selectionModel()):
            view.setCurrentIndex(index)
            if not index.isValid():
                view.clearSelection()
        view.viewport().update()
