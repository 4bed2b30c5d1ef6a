"""What can go wrong, as one tree. An error carries a code and facts; `present.messages` makes the sentence a person reads.

TutorError
├── AudioError      no PortAudio, no device, device lost, a file that isn't audio
├── TextError       nothing to read, a passage that isn't there or is broken
├── ModelError      missing, broken or incompatible model
├── StoreError      locked, newer, broken or full
├── PackError       a class pack or return file that isn't taken
└── Cancelled       the person asked to stop; not a failure
"""


class TutorError(Exception):
    """A failure a person can act on.

    `code` is a stable snake_case name such as `no_device`; `facts` are the values its sentence mentions.
    """

    def __init__(self, code: str, **facts: object) -> None:
        self.code = code
        self.facts = facts
        super().__init__(f"{code} {facts}" if facts else code)


class AudioError(TutorError):
    """Microphone, loudspeaker or audio file."""


class TextError(TutorError):
    """The text to read."""


class ModelError(TutorError):
    """The model that assesses."""


class StoreError(TutorError):
    """The history on disk."""


class PackError(TutorError):
    """A class pack or a return file."""


class Cancelled(TutorError):
    """The person asked to stop."""

    def __init__(self) -> None:
        super().__init__("cancelled")
