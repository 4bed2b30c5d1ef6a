"""What a tutor's review of one learner works with. Made by whoever knows the stores, off the GUI thread."""

from collections.abc import Callable
from dataclasses import dataclass

from tutor.domain.learner import Learner
from tutor.domain.target import Target
from tutor.practice.ports import History, Player, Recorder, Reviews, Tallies


@dataclass(frozen=True, slots=True)
class Study:
    """One learner's stores, open until `close`, and sound. `make_target(text, passage_id)` raises TutorErrors."""

    learner: Learner
    history: History
    reviews: Reviews
    make_target: Callable[[str, str | None], Target]
    recorder: Recorder
    player: Player
    close: Callable[[], None]
    tallies: Tallies
