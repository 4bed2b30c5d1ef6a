"""What the parts of a review window have in common."""

from dataclasses import dataclass

from tutor.ui.choice import Choice
from tutor.ui.tutoring.review_actions import ReviewActions
from tutor.ui.tutoring.review_layout import ReviewLayout
from tutor.ui.tutoring.review_session import ReviewSession


@dataclass(frozen=True, slots=True)
class Bench:
    """The take under review, where it is shown, what is chosen of it, and the keys."""

    session: ReviewSession
    parts: ReviewLayout
    choice: Choice
    actions: ReviewActions
