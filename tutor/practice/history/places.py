"""Where a sound or a word stands in a take, so that one can go there."""

from tutor.domain.assessment import Assessment
from tutor.domain.marks import Mark, mark_phone, mark_word
from tutor.reading.letters import fold

Place = tuple[int, int | None]  # word, and phone of it


def place_of(said: Assessment, sound: str | None, word: str | None) -> Place | None:
    """The first word (folded spelling) or sound (ARPAbet) of that kind; one that needs work before the others."""
    if sound is None and word is None:
        return None
    found = [
        (mark is not Mark.NEEDS_WORK, at, phone)
        for at, each in enumerate(said.words)
        if word in (None, fold(each.text))
        for mark, phone in _phones(said, at, sound)
    ]
    return min(found, key=lambda one: one[:2])[1:] if found else None


def _phones(said: Assessment, at: int, sound: str | None) -> list[tuple[Mark, int | None]]:
    if sound is None:
        return [(mark_word(said.words[at]), None)]
    return [(mark_phone(phone), nth) for nth, phone in enumerate(said.words[at].phones) if phone.phone.symbol == sound]
