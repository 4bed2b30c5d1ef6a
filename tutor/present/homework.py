"""Words about assignments: what is due, what a pack brings. Draws nothing."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from tutor.domain.assignment import AssignedText, Known, Offer, Standing
from tutor.domain.wording import say
from tutor.present.texts import TextRow

_STAYS = timedelta(days=14)  # without a date, after it was done


def homework_rows(standings: Sequence[Standing], today: date, wanted: str = "") -> tuple[TextRow, ...]:
    """The texts of assignments that are not behind the learner, those to do first; `wanted` as in `texts.text_rows`."""
    shown = [(each, text, done) for each in standings if not _is_over(each, today) for text, done in _texts(each)]
    rows = [
        (TextRow(text.title, _line(each, done=done), assigned=text), each.received.assignment.title) for each, text, done in shown
    ]
    words = wanted.casefold().split()
    return tuple(row for row, title in rows if all(word in f"{row.title} {row.line} {title}".casefold() for word in words))


def _texts(standing: Standing) -> Iterable[tuple[AssignedText, bool]]:
    return zip(standing.received.assignment.texts, standing.read, strict=True)


def _is_over(standing: Standing, today: date) -> bool:
    last = standing.received.assignment.due or standing.received.at.date() + _STAYS
    return standing.done and last < today


def _line(standing: Standing, *, done: bool) -> str:
    return " · ".join((due_words(standing), say("✓ read") if done else say("not read yet")))


def due_words(standing: Standing) -> str:
    """Until when, as one says it."""
    due, left = standing.received.assignment.due, standing.days_left
    if due is None or left is None:
        return say("Homework")
    if left == 0:
        return say("Homework until today")
    if left == 1:
        return say("Homework until tomorrow")
    if left < 0 and not standing.done:
        return say("Homework, was until {day}").format(day=day_words(due))
    return say("Homework until {day}").format(day=day_words(due))


def day_words(day: date) -> str:
    """A date that nobody reads the wrong way round."""
    return day.isoformat()


def standing_words(standings: Sequence[Standing]) -> tuple[str, str] | None:
    """What is to be done next, and where it is; None when nothing is."""
    left = [each for each in standings if not each.done]
    if not left:
        return None
    said, open_ = left[0].received.assignment, left[0].read.count(False)
    what = say("“{title}” from {sender}: {open} of {all} texts to read.")
    told = what.format(title=said.title, sender=said.sender, open=open_, all=len(said.texts))
    return f"{told} {due_words(left[0])}.", say("They come first in the list of texts.")


def offer_lines(offer: Offer) -> tuple[str, ...]:
    """What is in a pack, for whoever is to take it."""
    said = offer.assignment
    until = say("To read until {day}.").format(day=day_words(said.due)) if said.due else say("To read when you like.")
    lines = [until]
    if said.spoken_s is not None:
        lines.append(say("With a spoken note of {seconds:.0f} s.").format(seconds=said.spoken_s))
    if said.words:
        count = len(said.words)
        one, many = say("A word comes with the way it is said."), say("{count} words come with the way they are said.")
        lines.append(one if count == 1 else many.format(count=count))
    if offer.said:
        told = say("With what your tutor said about your readings: {count}, of which {spoken} by voice.")
        lines.append(told.format(count=offer.said, spoken=offer.spoken))
    if offer.left_out:
        one = say("One of these is left out: the reading it is about was deleted here.")
        many = say("{count} of these are left out: the readings they are about were deleted here.")
        lines.append(one if offer.left_out == 1 else many.format(count=offer.left_out))
    return tuple(lines)


def signer_words(offer: Offer) -> str:
    """Who signed, and what to make of it."""
    sender = offer.assignment.sender
    if offer.known is Known.KNOWN:
        return say("It is signed with a key you accepted before.")
    if offer.known is Known.FIRST:
        said = say("It is the first class pack here. Ask {sender} for the number of their key. It has to be this one:")
        return said.format(sender=sender)
    said = say(
        "Careful: it says it is from {sender}, but it is signed with another key than those accepted here ({tutors}). "
        "Take it only if your tutor tells you this number:"
    )
    return said.format(sender=sender, tutors=say(", ").join(offer.tutors))
