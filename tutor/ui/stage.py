"""The stages of practice: what is going on, and what that leaves room for."""

from enum import Enum, auto


class Stage(Enum):
    """What is going on."""

    NO_TEXT = auto()
    READY = auto()
    OPENING = auto()  # the microphone was asked for; nothing heard yet
    RECORDING = auto()
    KEEPING = auto()  # a take or a file is being put away
    ASSESSING = auto()

    @property
    def records(self) -> bool:
        """Whether the microphone is open, or was asked for."""
        return self in (Stage.OPENING, Stage.RECORDING)

    @property
    def takes_in(self) -> bool:
        """Whether a take is coming, or on its way to the disk."""
        return self.records or self is Stage.KEEPING

    @property
    def is_free(self) -> bool:
        """Whether another take can begin, and the one on the page be heard."""
        return self in (Stage.READY, Stage.ASSESSING)
