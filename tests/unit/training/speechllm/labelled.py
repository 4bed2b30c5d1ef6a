"""Readings with labels of any kind, for property tests."""

from hypothesis import strategies as st

from tutor.domain.phones import Phone
from tutor.domain.target import TargetWord
from tutor.speechllm.codec import Response, WordLabels, has_stress
from tutor.speechllm.rubric import LABELS, SENTENCE, STRESS_LABELS
from tutor.training.speechllm.preferences import Rated

SAID = {
    "the": "DH AH0", "that": "DH AE1 T", "thin": "TH IH1 N", "sister": "S IH1 S T ER0", "banana": "B AH0 N AE1 N AH0",
    "garden": "G AA1 R D AH0 N", "a": "AH0", "tooth": "T UW1 TH", "breathe": "B R IY1 DH", "it's": "IH1 T S",
    "badly": "B AE1 D L IY0",
}  # fmt: skip


def words_of(names: list[str]) -> tuple[TargetWord, ...]:
    out, at = [], 0
    for name in names:
        out.append(TargetWord(name, at, at + len(name), (tuple(Phone.parse(part) for part in SAID[name].split()),)))
        at += len(name) + 1
    return tuple(out)


@st.composite
def rated(draw: st.DrawFn, least: int = 1) -> Rated:
    words = words_of(draw(st.lists(st.sampled_from(sorted(SAID)), min_size=least, max_size=7)))
    label = st.sampled_from(LABELS)
    labels = Response(
        {aspect: draw(label) for aspect in SENTENCE},
        tuple(
            WordLabels(
                draw(label),
                draw(st.sampled_from(STRESS_LABELS)) if has_stress(word) else None,
                tuple(draw(label) for _ in word.pronunciations[0]),
            )
            for word in words
        ),
    )
    pauses = draw(st.lists(st.integers(0, len(words) - 1), unique=True, max_size=3))
    return Rated(labels, words, tuple(pauses))
