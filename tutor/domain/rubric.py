"""The rubric's steps: from which score (0-10) each aspect has reached which one. Knows no words for them (`present.scores`)."""

from tutor.domain.assessment import Aspect

EDGES: dict[Aspect, tuple[float, ...]] = {
    "accuracy": (9, 7, 5, 3, 0),
    "fluency": (8, 6, 4, 0),
    "prosody": (9, 7, 5, 3, 0),
    "total": (9, 7, 5, 3, 0),
    "completeness": (),  # counted, not judged
}
"""Highest first: the lowest score of each step, as the corpus's raters were told."""


def step_of(aspect: Aspect, value: float) -> int:
    """The step that a score rounds into: 1 is the lowest; 0 for completeness, which has none."""
    return sum(value >= edge - 0.5 for edge in EDGES[aspect])
