"""What a person is told about a history that was damaged."""

from tutor.domain.repair import Repaired
from tutor.domain.wording import say
from tutor.present.messages import Message


def repair_message(made: Repaired) -> Message:
    """What is there again, what may be missing, and where the damaged file is."""
    what = say("The history was damaged. Recordings that are back: {takes}; results: {results}.")
    if made.copy_of is not None:
        what = say("The history was damaged. Recordings that are back: {takes}; results: {results}, some from the copy of {day}.")
    do = say("Nothing was found to be missing. The damaged file is kept: {path}.")
    if not made.whole:
        do = say("Where a result is missing, open the recording and assess it again. The damaged file is kept: {path}.")
    facts = {"takes": made.takes, "results": made.results, "day": made.copy_of, "path": made.kept_at}
    return Message(what.format(**facts), do.format(**facts))
