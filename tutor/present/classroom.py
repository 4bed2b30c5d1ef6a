"""Words about who gave back what, for the tutor."""

from collections.abc import Sequence
from dataclasses import dataclass

from tutor.domain.returns import Pupil
from tutor.domain.wording import say
from tutor.present.homework import day_words
from tutor.present.learners import shown_name


@dataclass(frozen=True, slots=True)
class PupilRow:
    """A learner, and the quiet line below."""

    title: str
    below: str

    @property
    def spoken(self) -> str:
        """For a screen reader."""
        return f"{self.title}, {self.below.replace(' · ', ', ')}"


def pupil_rows(pupils: Sequence[Pupil]) -> tuple[PupilRow, ...]:
    """Those who gave nothing back first: these are the ones to ask."""
    ordered = sorted(pupils, key=lambda each: (each.at is not None, shown_name(each.learner).casefold()))
    return tuple(PupilRow(shown_name(each.learner), _below(each)) for each in ordered)


def _below(pupil: Pupil) -> str:
    if not pupil.readable:
        return say("their history can't be read now")
    if pupil.at is None:
        return say("nothing given back yet")
    day = day_words(pupil.at.astimezone().date())
    parts = [say("given back on {day}, {count} readings in all").format(day=day, count=pupil.takes)]
    if pupil.newest is not None:
        done = say("“{title}”: {read} of {all} texts")
        parts.append(done.format(title=pupil.newest.title, read=pupil.read, all=len(pupil.newest.texts)))
    return " · ".join(parts)


def returned_words(pupils: Sequence[Pupil]) -> str:
    """How many gave back, and of those how many have done the newest pack."""
    if not pupils:
        return say("There are no learners yet: they come with what they give back.")
    back = sum(each.at is not None for each in pupils)
    newest = pupils[0].newest
    if newest is None:
        return say("{count} of {all} learners gave something back.").format(count=back, all=len(pupils))
    done = sum(each.read == len(newest.texts) for each in pupils)
    said = say("{count} of {all} learners gave something back; {done} have read all of “{title}”.")
    return said.format(count=back, all=len(pupils), done=done, title=newest.title)
