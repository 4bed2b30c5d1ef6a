"""The drill that is going on: which sound, which step, which tries; and the deck behind it. Holds no widget.

A try is a take like any other: it goes through the session, which records, keeps, assesses and shows it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from tutor.domain.cards import Card
from tutor.domain.errors import TutorError
from tutor.domain.take import DRILL, Attempt
from tutor.domain.target import Target
from tutor.practice.deck import due_today, grade, learn, practise
from tutor.practice.focus import Focus, focus_of, focus_of_card
from tutor.practice.ports import Clock, Deck
from tutor.ui.tasks import RunTask

if TYPE_CHECKING:
    from tutor.practice.drill import Step, Try
    from tutor.reading.pairs import Pairs
    from tutor.ui.session import Session

MakeTarget = Callable[[str, str | None], Target]
PairsFound = tuple[tuple[str, str | None], tuple[tuple[str, str], ...]]


@dataclass(frozen=True, slots=True)
class DrillDesk:
    """What a drill needs of the world. `pairs` may take a moment the first time."""

    deck: Deck
    clock: Clock
    pairs: "Callable[[], Pairs]"
    make_target: MakeTarget
    run_task: RunTask
    export: Callable[[Path, Sequence[Card]], int]


@dataclass(frozen=True, slots=True)
class Origin:
    """What was on the page when the drill began: a take with the sound that was chosen, or a text."""

    take_id: str | None
    text: str
    passage_id: str | None
    word: int | None = None
    phone: int | None = None


class Drill(QObject):
    """`changed`: another step, another try, or the end. `cards_changed` carries all cards. `left` carries the `Origin`."""

    changed = Signal()
    cards_changed = Signal(object)
    left = Signal(object)
    compared = Signal()
    exported = Signal(int)
    failed = Signal(object)

    def __init__(self, desk: DrillDesk, session: "Session") -> None:
        super().__init__(session)
        self._desk, self._session = desk, session
        self.cards: tuple[Card, ...] = ()
        self.focus: Focus | None = None
        self.steps: tuple[Step, ...] = ()
        self.at = 0
        self.tries: list[Try] = []
        self.origin: Origin | None = None
        self._queue: list[Card] = []
        self._pairs: dict[tuple[str, str | None], tuple[tuple[str, str], ...]] = {}
        self._fresh: str | None = None  # the take that is being assessed
        session.text_changed.connect(self._text_changed)
        session.attempt_changed.connect(self._attempt_changed)

    @property
    def active(self) -> bool:
        """Whether a drill is on the page."""
        return bool(self.steps)

    @property
    def step(self) -> "Step":
        """The step on the page; only while `active`."""
        return self.steps[self.at]

    @property
    def due(self) -> tuple[Card, ...]:
        """What to practise today, by this computer's day."""
        return due_today(self.cards, self.now())

    @property
    def waiting(self) -> int:
        """How many more sounds follow this one."""
        return len(self._queue)

    def now(self) -> datetime:
        """By this computer's clock and zone."""
        return self._desk.clock.now().astimezone()

    def load(self) -> None:
        """Read the deck."""
        self._desk.run_task(self._desk.deck.cards, self._loaded, self._report)

    def start(self, word: int, phone: int) -> None:
        """Drill that sound of the take on the page."""
        attempt, target = self._session.attempt, self._session.target
        if attempt is None or attempt.assessment is None or target is None:
            return
        self._queue = []
        self.origin = Origin(attempt.take.id, self._session.text, self._session.passage_id, word, phone)
        self._prepare(partial(_as_it_is, focus_of(attempt.assessment, target, word, phone, attempt.take.id)), short=False)

    def practise_due(self, cards: Sequence[Card] | None = None) -> None:
        """Drill what is due today, one sound after the other, or these cards."""
        self._queue = list(self.due if cards is None else cards)
        if self._queue:
            attempt = self._session.attempt
            self.origin = Origin(attempt.take.id if attempt else None, self._session.text, self._session.passage_id)
            self._next_card()

    def next(self) -> None:
        """To the next step, the next sound, or back."""
        if self.at + 1 < len(self.steps):
            self._go(self.at + 1)
        elif self._queue:
            self._next_card()
        else:
            self.leave()

    def leave(self) -> None:
        """Back to where one came from."""
        origin = self.origin
        self._end()
        if origin is not None:
            self.left.emit(origin)

    def pairs_of(self, symbol: str, heard: str | None) -> tuple[tuple[str, str], ...]:
        """Words to compare; none until `compare` found them."""
        return self._pairs.get((symbol, heard), ())

    def compare(self, symbol: str, heard: str | None) -> None:
        """Find words that differ in that sound alone; `compared` follows when they are there."""
        if (symbol, heard) not in self._pairs:
            self._desk.run_task(partial(self._find_pairs, symbol, heard), self._found_pairs, self._report)

    def export(self, path: Path) -> None:
        """Write all cards for Anki; `exported` carries how many."""
        self._desk.run_task(partial(self._desk.export, path, self.cards), self._exported, self._report)

    def put(self, card: Card) -> None:
        """Change a card, as when it is suspended."""
        self._desk.run_task(partial(self._changing, partial(self._desk.deck.put, card)), self._loaded, self._report)

    def remove(self, card: Card) -> None:
        """Delete a card."""
        self._desk.run_task(partial(self._changing, partial(self._desk.deck.remove, card.key)), self._loaded, self._report)

    def _next_card(self) -> None:
        card = self._queue.pop(0)
        self._prepare(partial(_focus_of, card, self._desk.make_target), short=True)

    def _prepare(self, find: Callable[[], Focus], *, short: bool) -> None:
        self._desk.run_task(partial(self._prepared, find, short), self._begin, self._report)

    def _prepared(self, find: Callable[[], Focus], short: bool) -> "tuple[Focus, tuple[Step, ...]]":
        from tutor.practice.drill import steps

        focus = find()
        return focus, steps(focus, self._desk.pairs(), short=short)

    def _find_pairs(self, symbol: str, heard: str | None) -> PairsFound:
        from tutor.practice.drill import contrasts

        return (symbol, heard), contrasts(self._desk.pairs(), symbol, heard)

    @Slot(object)
    def _found_pairs(self, found: PairsFound) -> None:
        self._pairs[found[0]] = found[1]
        self.compared.emit()

    @Slot(object)
    def _exported(self, count: int) -> None:
        self.exported.emit(count)

    @Slot(object)
    def _begin(self, made: "tuple[Focus, tuple[Step, ...]]") -> None:
        self.focus, self.steps = made
        self._go(0)

    def _go(self, at: int) -> None:
        self.at, self.tries = at, []
        self._session.choose_text(self.step.text, DRILL)
        self.changed.emit()

    def _end(self) -> None:
        self.focus, self.steps, self.at, self.tries, self.origin, self._queue = None, (), 0, [], None, []
        self.changed.emit()

    @Slot(str, object)
    def _text_changed(self, text: str, passage_id: str | None) -> None:
        if self.active and (passage_id != DRILL or text != self.step.text):
            self._end()  # something else was chosen

    @Slot(object)
    def _attempt_changed(self, attempt: Attempt | None) -> None:
        if attempt is None or attempt.assessment is None:
            self._fresh = attempt.take.id if attempt is not None else None
        elif attempt.take.is_drill and self.active:
            self._tried(attempt)
        elif attempt.take.id == self._fresh and self._session.target is not None:
            self._fresh = None
            self._desk.run_task(partial(self._learn, attempt, self._session.target), self._loaded, self._report)

    def _tried(self, attempt: Attempt) -> None:
        from tutor.practice.drill import Kind, judged

        assert attempt.assessment is not None
        assert self.focus is not None
        if attempt.take.id in (each.take_id for each in self.tries):
            return
        sounds = [each.sound for each in self.tries if each.sound is not None]
        before = sounds[-1] if sounds else self.focus.before if self.step.kind is Kind.WORD else None
        made = judged(attempt.assessment, self.step, attempt.take.id, before)
        first = self.step.kind is Kind.WORD and not sounds and made.sound is not None
        self.tries.append(made)
        self.changed.emit()
        card = next((card for card in self.cards if card.key == self.focus.key), None)
        if first and made.sound is not None and card is not None:
            self._desk.run_task(partial(self._graded, card, made), self._loaded, self._report)

    def _graded(self, card: Card, made: "Try") -> tuple[Card, ...]:
        assert made.sound is not None
        given = grade(made.sound, practised=self._desk.deck.practised(card.key) > 0)
        if given is not None:
            practise(card, given, made.take_id, self._desk.deck, self._desk.clock.now())
        return tuple(self._desk.deck.cards())

    def _learn(self, attempt: Attempt, target: Target) -> tuple[Card, ...]:
        learn(attempt, target, self._desk.deck, self._desk.clock.now())
        return tuple(self._desk.deck.cards())

    def _changing(self, change: Callable[[], None]) -> tuple[Card, ...]:
        change()
        return tuple(self._desk.deck.cards())

    @Slot(object)
    def _loaded(self, cards: Sequence[Card]) -> None:
        self.cards = tuple(cards)
        self.cards_changed.emit(self.cards)

    @Slot(object)
    def _report(self, error: TutorError) -> None:
        self.failed.emit(error)


def _as_it_is(focus: Focus) -> Focus:
    return focus


def _focus_of(card: Card, make_target: MakeTarget) -> Focus:
    """In the pool; a sentence that can't be read any more is no reason not to practise its word."""
    try:
        return focus_of_card(card, make_target(card.sentence, None))
    except TutorError:
        return focus_of_card(card, None)
