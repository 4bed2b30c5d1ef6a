"""Which actions can be taken, and which are seen, while nothing is read, while somebody reads and while it is judged."""

from tutor.domain.take import Attempt
from tutor.ui.actions import Actions, refresh_icons
from tutor.ui.choice import Choice
from tutor.ui.stage import Stage


def allow(made: Actions, stage: Stage, attempt: Attempt | None, choice: Choice, *, playing: bool) -> None:
    """`attempt` is what is on the page, `choice` what is chosen in it; `playing`: it is being heard."""
    unjudged = attempt is not None and attempt.assessment is None
    made.record.setEnabled(stage.records or stage.is_free)
    made.discard.setEnabled(stage.records)
    made.discard.setVisible(stage.records)
    made.open_file.setEnabled(stage.is_free)
    made.open_file.setVisible(not stage.records)
    made.play.setVisible(not stage.records)
    made.play.setEnabled(attempt is not None and stage.is_free)
    made.assess_again.setEnabled(attempt is not None and stage is Stage.READY)
    made.assess_again.setVisible(unjudged and stage is Stage.READY)
    made.cancel.setEnabled(stage is Stage.ASSESSING)
    made.cancel.setVisible(stage is Stage.ASSESSING)
    made.sound.setEnabled(stage.is_free)
    made.history.setEnabled(stage.is_free)
    made.compare.setEnabled(choice.word is not None)
    for action in (made.next_mark, made.previous_mark):
        action.setEnabled(choice.marked > 0)
    refresh_icons(made, recording=stage.records, playing=playing)
