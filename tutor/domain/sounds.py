"""What a phone is called in front of a learner: how it is mostly spelled and a word everybody knows it from.

Knows nothing of IPA or of how a sound is made (`practice.hints`).
"""

from dataclasses import dataclass

from tutor.domain.phones import PHONES
from tutor.domain.wording import say

_NAMES = """
AA a father | AE a cat | AH u cup | AO aw law | AW ow now | AY i five | B b big | CH ch chair | D d day | DH th this
EH e bed | ER er bird | EY ay day | F f food | G g go | HH h hat | IH i sit | IY ee see | JH j job | K k key
L l leg | M m man | N n no | NG ng sing | OW o go | OY oy boy | P p pen | R r red | S s sun | SH sh ship
T t ten | TH th thin | UH oo book | UW oo food | V v very | W w wet | Y y yes | Z z zoo | ZH s vision
"""


@dataclass(frozen=True, slots=True)
class Sound:
    """A phone by its usual spelling (`th`) and a key word (`thin`)."""

    spelled: str
    key_word: str

    def __str__(self) -> str:
        return say("“{sound}” as in “{word}”").format(sound=self.spelled, word=self.key_word)


def _read() -> dict[str, Sound]:
    entries = (part.split() for part in _NAMES.replace("\n", "|").split("|") if part.strip())
    return {symbol: Sound(spelled, key) for symbol, spelled, key in entries}


SOUNDS: dict[str, Sound] = _read()
if set(SOUNDS) != set(PHONES):
    raise ValueError("every one of the 39 phones needs a name")
