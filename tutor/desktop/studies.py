"""Opens a learner's stores for a tutor: the one place besides the program itself that knows all of these adapters."""

from functools import cache
from pathlib import Path

from tutor.domain.learner import Learner
from tutor.reading.lexicon import Lexicon
from tutor.ui.tutoring.study import Study


def open_study(folder: Path, learner: Learner) -> Study:
    """What lies in a learner's folder, for the pool's thread: it takes a moment. Raises `StoreError`."""
    from tutor.audio.player import SpeakerPlayer
    from tutor.audio.recorder import MicrophoneRecorder
    from tutor.practice.wordbook import Wordbook
    from tutor.store.database import open_database
    from tutor.store.history import SqlHistory
    from tutor.store.paths import OWN_WORDS
    from tutor.store.reviews import SqlReviews
    from tutor.store.sayings import SayingsFile
    from tutor.store.tallies import SqlTallies

    database = open_database(folder)
    book = Wordbook(_lexicon(), SayingsFile(folder / OWN_WORDS))
    history, reviews = SqlHistory(database), SqlReviews(database)
    reviews.recover()
    return Study(
        learner, history, reviews, book.make_target, MicrophoneRecorder(), SpeakerPlayer(), database.close, SqlTallies(database)
    )


@cache
def _lexicon() -> Lexicon:
    """A tutor goes from learner to learner."""
    return Lexicon.load()
