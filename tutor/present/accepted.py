"""What a learner accepts, in words."""

from tutor.domain.accepted import Acceptance
from tutor.domain.phones import ipa_of
from tutor.domain.sounds import SOUNDS


def accepted_line(acceptance: Acceptance) -> tuple[str, str]:
    """`“s” for “th”` with its IPA, and where."""
    where = f"in “{acceptance.word}”" if acceptance.word else "in all words"
    expected = SOUNDS[acceptance.expected].spelled
    if acceptance.heard is None:
        return f"My “{expected}” /{ipa_of(acceptance.expected)}/", where
    heard = SOUNDS[acceptance.heard].spelled
    return f"“{heard}” /{ipa_of(acceptance.heard)}/ for “{expected}” /{ipa_of(acceptance.expected)}/", where
