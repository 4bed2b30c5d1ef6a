"""What the texts' words sound like for this learner: the lexicon with own pronunciations, guesses, and ways to correct them.

The one maker of targets for the window, so that a corrected word counts in every later assessment of any text.
"""

from tutor.domain.phones import Pronunciation
from tutor.domain.target import Target
from tutor.practice.ports import Sayings
from tutor.reading.lexicon import Lexicon
from tutor.reading.target import make_target

SUGGESTIONS = 5


class Wordbook:
    """Fit for several threads; a word that is set counts in the targets made after that."""

    def __init__(self, lexicon: Lexicon, sayings: Sayings) -> None:
        """Raises `TextError` when the own pronunciations can't be read."""
        self._sayings = sayings
        self._lexicon = lexicon.owning(sayings.read())

    def make_target(self, text: str, passage_id: str | None = None) -> Target:
        """What a text asks to be said. Raises `TextError`."""
        return make_target(text, self._lexicon, passage_id)

    def refresh(self) -> None:
        """Go by what is kept now. Raises `TextError`, `StoreError`."""
        self._lexicon = self._lexicon.owning(self._sayings.read())

    def suggestions(self, word: str) -> tuple[Pronunciation, ...]:
        """Ways to say it: those that count, then guesses from its letters."""
        return self._lexicon.suggest(word, max(SUGGESTIONS, len(self._lexicon.pronounce(word)[0])))

    def set_word(self, word: str, said: tuple[Pronunciation, ...]) -> None:
        """These pronunciations count from now on and no others; none: what the lexicon says. Raises `StoreError`, `TextError`."""
        self._sayings.write(word, said)
        self.refresh()
