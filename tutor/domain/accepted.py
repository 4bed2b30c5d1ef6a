"""What a learner says is fine: a sound in place of another, in one word or in all. Never flagged again; other sounds still are.

The stored assessment stays as it was said; `accepting` makes the assessment that is shown, whose accepted sounds are only not
marked (`domain.marks` has the rule).
"""

from dataclasses import dataclass, replace

from tutor.domain.assessment import Assessment, PhoneScore, WordScore


@dataclass(frozen=True, slots=True)
class Acceptance:
    """`heard` (ARPAbet) is as good as `expected`, in `word` or, when that is None, in every word.

    Without `heard` (no other sound was named) there is a `word`: else a whole sound would never be judged again.
    """

    expected: str
    heard: str | None
    word: str | None = None

    def __post_init__(self) -> None:
        if self.heard is None and self.word is None:
            raise ValueError("without a sound that was heard, only one word can be accepted")
        if self.word is not None:
            object.__setattr__(self, "word", _folded(self.word))

    def covers(self, word: str, score: PhoneScore) -> bool:
        """Whether it speaks of that sound of that word."""
        same = self.expected == score.phone.symbol and self.heard == heard_instead(score)
        return same and self.word in (None, _folded(word))


Accepted = frozenset[Acceptance]


def heard_instead(score: PhoneScore) -> str | None:
    """What was heard in place of the expected sound (ARPAbet), None when no other was named."""
    return score.heard if score.heard != score.phone.symbol else None


def accepting(assessment: Assessment, accepted: Accepted) -> Assessment:
    """The same with `PhoneScore.accepted` set where the learner accepts what was heard; nothing else differs."""
    words = tuple(accepting_word(word, accepted) for word in assessment.words)
    return assessment if words == assessment.words else replace(assessment, words=words)


def accepting_word(word: WordScore, accepted: Accepted) -> WordScore:
    """The same of one word."""
    phones = tuple(replace(phone, accepted=any(each.covers(word.text, phone) for each in accepted)) for phone in word.phones)
    return replace(word, phones=phones)


def _folded(word: str) -> str:
    return word.casefold().replace("’", "'")
