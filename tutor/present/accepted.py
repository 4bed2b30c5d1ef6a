"""What a learner accepts, in words."""

from tutor.domain.accepted import Acceptance
from tutor.domain.phones import ipa_of
from tutor.domain.sounds import SOUNDS
from tutor.domain.wording import say


def accepted_line(acceptance: Acceptance) -> tuple[str, str]:
    """`“s” for “th”` with its IPA, and where."""
    where = say("in “{word}”").format(word=acceptance.word) if acceptance.word else say("in all words")
    expected = SOUNDS[acceptance.expected].spelled
    facts = {"expected": expected, "ipa": ipa_of(acceptance.expected)}
    if acceptance.heard is None:
        return say("My “{expected}” /{ipa}/").format(**facts), where
    heard = SOUNDS[acceptance.heard].spelled
    said = say("“{heard}” /{heard_ipa}/ for “{expected}” /{ipa}/")
    return said.format(heard=heard, heard_ipa=ipa_of(acceptance.heard), **facts), where
