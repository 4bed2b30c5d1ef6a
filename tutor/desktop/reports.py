"""Reports of a learner or of the class, made of what is kept."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tutor.domain.learner import Learner
from tutor.practice.ports import People, Progress
from tutor.ui.people.about import language_name

if TYPE_CHECKING:
    from tutor.present.reports.formats import Asked, Reports


def gather(people: People, learner: Learner | None, asked: "Asked", progress: Progress) -> "Reports":
    """What was `asked` for of one learner, or without one of the class. Raises `StoreError` or `Cancelled`."""
    from tutor.store.reported import reports_of, reports_of_class

    def now() -> datetime:
        return datetime.now(UTC).astimezone()

    if learner is None:
        return reports_of_class(people, now, language_name)(asked, progress)
    return reports_of(learner, people.folder(learner.id), now)(asked, progress)
