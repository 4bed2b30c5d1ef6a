"""A class over some weeks as a report for its teacher: who practised, what is hard for many, how groups are judged.

Learners are listed by name with how much they read, never how well, so that the page can lie on a desk.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from tutor.domain.practised import FEWEST_LEARNERS, Classroom, Group, Hard, Pupil
from tutor.domain.wording import language, say
from tutor.present.reports.blocks import Block, Facts, Report, Table, Text, sections_of
from tutor.present.reports.figures import model_named, sound_named

_IN_A_TABLE = 15


def class_report(room: Classroom, made: datetime, language_name: Callable[[str], str]) -> Report:
    """The report; `language_name` says the language of a code."""
    languages = tuple(replace(each, name=language_name(each.name) if each.name else "") for each in room.by_language)
    span = say("{first} to {last}").format(first=room.first.isoformat(), last=room.last.isoformat())
    parts = (
        (say("In short"), [_facts(room)]),
        (say("Who practised"), [_pupils(room)]),
        (say("Sounds that are hard for many"), [_hard_sounds(room)]),
        (say("Words that are hard for many"), [_hard_words(room), _left_out(room)]),
        (say("By first language"), [_groups(languages, say("First language"))]),
        (say("By level"), [_groups(room.by_level, say("Level")), _what_groups_are_for(room)]),
    )
    caution = say("Scores are estimates made by a program on this computer; a teacher's ear comes first.")
    notice_name = say("About these figures")
    return Report(say("Class overview"), made, (span,), sections_of(parts), (caution,), notice_name, _models(room), language())


def _facts(room: Classroom) -> Block:
    active = [pupil for pupil in room.pupils if pupil.readings]
    return Facts((
        (say("Learners who practised"), say("{some} of {all}").format(some=len(active), all=len(room.pupils))),
        (say("Minutes read aloud"), str(sum(pupil.minutes for pupil in room.pupils))),
        (say("Readings"), str(sum(pupil.readings for pupil in room.pupils))),
    ))  # fmt: skip


def _pupils(room: Classroom) -> Block | None:
    heads = (say("Learner"), say("Level"), say("Days"), say("Minutes"), say("Readings"), say("Last time"))
    rows = tuple(_pupil(pupil) for pupil in sorted(room.pupils, key=lambda pupil: pupil.name.casefold()))
    return Table(say("In the order of their names. Minutes are of reading aloud, drills too."), heads, rows) if rows else None


def _pupil(pupil: Pupil) -> tuple[str, ...]:
    last = _day(pupil.last) if pupil.last else say("not in this time")
    return pupil.name or say("No name yet"), pupil.level or "–", str(pupil.days), str(pupil.minutes), str(pupil.readings), last


def _day(day: date) -> str:
    return day.isoformat()


def _hard_sounds(room: Classroom) -> Block | None:
    return _hard(room.sounds, say("Sound"), {each.name: sound_named(each.name) for each in room.sounds})


def _hard_words(room: Classroom) -> Block | None:
    return _hard(room.words, say("Word"), {})


def _hard(found: tuple[Hard, ...], head: str, names: dict[str, str]) -> Block:
    if not found:
        return Text(say("Nothing that can be said of five learners or more."))
    caption = say(
        "Learners for whom it often needed work, of those who read it at least three times. A tutor's answer counts in place of"
        " the program's."
    )
    heads = (head, say("Learners"), say("Of"), say("Share"))
    rows = tuple(
        (names.get(each.name, each.name), str(each.struggling), str(each.readers), f"{each.struggling / each.readers:.0%}")
        for each in found[:_IN_A_TABLE]
    )
    return Table(caption, heads, rows)


def _left_out(room: Classroom) -> Block | None:
    if not room.few:
        return None
    said = say("{count} sounds and words that fewer than {fewest} learners read three times are left out.")
    return Text(said.format(count=room.few, fewest=FEWEST_LEARNERS), quiet=True)


def _groups(groups: tuple[Group, ...], head: str) -> Block | None:
    if len(groups) < 2:
        return None
    caption = say("The share of sounds marked as needing work, and the share of words that were too unclear to judge.")
    rows = tuple(
        (each.name or say("not told"), str(each.learners), _share(each.marked), _share(each.unjudged)) for each in groups
    )
    return Table(caption, (head, say("Learners"), say("Marked"), say("Not judged")), rows)


def _share(share: float | None) -> str:
    return say("not shown") if share is None else f"{share:.1%}"


def _what_groups_are_for(room: Classroom) -> Block | None:
    if len(room.by_language) < 2 and len(room.by_level) < 2:
        return None
    said = say(
        "Groups of fewer than {fewest} learners are not shown, nor one more where theirs could be worked out. A group that is"
        " marked much more often may read less clearly, or be judged less fairly: listen to some of its takes."
    )
    return Text(said.format(fewest=FEWEST_LEARNERS), quiet=True)


def _models(room: Classroom) -> tuple[str, ...]:
    if len(room.models) < 2:
        return ()
    said = say(
        "The program changed in this time. Of each learner only readings that {model} judged count for sounds, words and groups."
    )
    return (said.format(model=model_named(room.models[-1])),)
