"""What measures, sounds, words and models are called."""

from tutor.domain.assessment import ModelStamp
from tutor.domain.history.findings import Kind
from tutor.domain.history.level import Measure
from tutor.domain.sounds import SOUNDS
from tutor.domain.wording import say


def measure_name(measure: Measure) -> str:
    """For a list or the head of a curve."""
    return {
        "total": say("Total"), "accuracy": say("Accuracy"), "fluency": say("Fluency"), "prosody": say("Prosody"),
        "completeness": say("Completeness"), "pace": say("Words correct per minute"),
    }[measure]  # fmt: skip


def unit(measure: Measure) -> str:
    """What its numbers are."""
    return say("words a minute") if measure == "pace" else say("of 10")


def item_name(kind: Kind, name: str) -> str:
    """`“th” as in “thin”` or the word in quotes."""
    return str(SOUNDS[name]) if kind == "sound" else f"“{name}”"


def model_name(stamp: ModelStamp) -> str:
    """Short enough for a curve: a version, or the large model's."""
    return say("version {version}").format(version=stamp.version) if stamp.engine == "embedded" else f"{stamp.id} {stamp.version}"
