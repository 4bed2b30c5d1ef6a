"""A microphone's check as rows and one message."""

from dataclasses import dataclass
from datetime import tzinfo

from tutor.domain.assessment import Verdict
from tutor.domain.microphone import MicrophoneCheck
from tutor.domain.wording import say
from tutor.present.messages import Message

_QUIET_SNR_DB = 25.0  # half of the readings the thresholds were chosen on have more

_SAID: dict[Verdict, Message] = {
    Verdict.NO_SPEECH: Message("No voice was heard.", "Unmute this microphone or choose another one, and check again."),
    Verdict.TOO_SHORT: Message("That was too short to tell.", "Check again, and count to ten."),
    Verdict.TOO_QUIET: Message("Your voice is too soft.", "Move closer to the microphone or turn it up, and check again."),
    Verdict.CLIPPED: Message(
        "Your voice is so loud that the sound is damaged.", "Move back a little, or turn the microphone down."
    ),
    Verdict.NOISY: Message("There is much noise around you.", "Find a quieter place or move closer to the microphone."),
}
_GOOD = Message("Your microphone works well.", "You can start reading.")


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One thing that was measured: its name, the word for it, the figure, and whether it is good."""

    name: str
    word: str
    figure: str
    good: bool

    @property
    def text(self) -> str:
        """In one line; the sign stands beside the word, never alone."""
        return f"{'✓' if self.good else '!'} {self.name}: {self.word} ({self.figure})"


def check_rows(check: MicrophoneCheck) -> tuple[CheckRow, ...]:
    """Voice, background, distortion; nothing of a sample without speech, where the figures would mislead."""
    found, facts = set(check.problems), check.facts
    if found & {Verdict.NO_SPEECH, Verdict.TOO_SHORT}:
        return ()
    above = facts.level_db - facts.noise_db
    calm = say("quiet") if above >= _QUIET_SNR_DB else say("some noise")
    background = say("loud") if Verdict.NOISY in found else calm
    cut = say("none") if facts.clipped == 0 else say("hardly any")
    return (
        CheckRow(say("Your voice"), say("too soft") if Verdict.TOO_QUIET in found else say("good"), _decibels(facts.level_db),
                 Verdict.TOO_QUIET not in found),
        CheckRow(say("Background"), background, say("{db:.0f} dB below your voice").format(db=above), Verdict.NOISY not in found),
        CheckRow(say("Distortion"), say("too much") if Verdict.CLIPPED in found else cut,
                 say("{share:.2g} % cut off").format(share=100 * facts.clipped), Verdict.CLIPPED not in found),
    )  # fmt: skip


def check_message(check: MicrophoneCheck) -> Message:
    """What was found, and one thing to do."""
    said = _SAID[check.problems[0]] if check.problems else _GOOD
    return Message(say(said.what), say(said.do))


def check_line(check: MicrophoneCheck, zone: tzinfo | None = None) -> str:
    """When and with what it was done, and how it went; times in `zone`, or in this computer's."""
    when = check.when.astimezone(zone).strftime("%Y-%m-%d %H:%M")
    said = say("Last check: {when}, {device}. {found}")
    return said.format(when=when, device=check.device, found=check_message(check).what)


def _decibels(level: float) -> str:
    return f"{level:.0f} dB".replace("-", "−")
