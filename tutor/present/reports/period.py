"""A learner's practice over some weeks as a report: to the learner, to the family in plain words, to the teacher with tables."""

from collections.abc import Callable

from tutor.domain.accepted import Accepted
from tutor.domain.assessment import Aspect
from tutor.domain.change import Change
from tutor.domain.practised import Came, Practised
from tutor.domain.sounds import SOUNDS
from tutor.domain.wording import language, say
from tutor.present.reports import figures
from tutor.present.reports.blocks import Block, Facts, Lines, Parts, Reader, Report, Text, sections_of
from tutor.present.reports.figures import Over, model_named, sound_named
from tutor.present.reports.minutes import minutes_chart
from tutor.present.scores import label
from tutor.reading.howto import how_to_say

_AT_ONCE = 3  # more to practise at a time is nothing to practise
_LEAST_TIMES, _HARD = 5, 0.15  # so often read and so often marked that it is worth practising


def period_report(done: Practised, over: Over, reader: Reader) -> Report:
    """The report; of a period without readings it says so."""
    parts = {Reader.LEARNER: _for_learner, Reader.PARENT: _for_parent, Reader.TEACHER: _for_teacher}[reader](done, over)
    title = say("Reading practice: for the family") if reader is Reader.PARENT else say("Reading practice")
    span = say("{first} to {last}").format(first=done.first.isoformat(), last=done.last.isoformat())
    meta = tuple(part for part in (over.learner, span) if part)
    if not done.readings:
        parts = ((say("In short"), [Text(say("Nothing was read aloud in this time."))]),)
    footer = _footer(done, reader)
    models = _models(done) if reader is not Reader.PARENT else ()
    return Report(title, over.made, meta, sections_of(parts), footer, say("About these figures"), models, language())


def _for_learner(done: Practised, over: Over) -> Parts:
    return (
        (say("In short"), [_facts(done, with_pace=True), minutes_chart(done)]),
        (say("What your tutor says"), [Lines(over.comments) if over.comments else None]),
        (say("What went well"), [Lines(_better(done, _usual))]),
        (say("What to practise next"), _next(done, over.accepted)),
        (say("Where you stand, and how sure that is"), [figures.levels(done)]),
        (say("What you read"), [figures.texts(done, over)]),
    )


def _for_parent(done: Practised, over: Over) -> Parts:
    helps = (
        say("Let them read a text they know, and listen to the end before you say anything."),
        say("Say what went well before anything else; one or two words at a time are enough."),
        say("Ten minutes a day do more than an hour once a week."),
    )
    total = next((each.level for each in done.standings if each.aspect == "total"), None)
    lately = say("Reading as a whole was lately: {words}.").format(words=label("total", total.value)) if total else ""
    return (
        (say("In short"), [Text(_in_short(done)), minutes_chart(done)]),
        (say("What was read"), [figures.texts(done, over)]),
        (say("What went well"), [Lines(tuple(line for line in (*_better(done, _plainly), lately) if line))]),
        (say("What the tutor says"), [Lines(over.comments) if over.comments else None]),
        (say("What to practise at home"), _at_home(done, over.accepted)),
        (say("How to help"), [Lines(helps)]),
    )


def _for_teacher(done: Practised, over: Over) -> Parts:
    return (
        (say("In short"), [_facts(done, with_pace=True), minutes_chart(done)]),
        (say("Levels at the end"), [figures.levels(done), figures.changes(done)]),
        (say("Sounds"), [figures.sounds(done)]),
        (say("Words"), [figures.words(done)]),
        (say("Corrections by the tutor"), [Lines(over.corrections) if over.corrections else None]),
        (say("Comments by the tutor"), [Lines(over.comments) if over.comments else None]),
        (say("Every reading"), [figures.readings(done, over)]),
    )


def _days(done: Practised) -> int:
    return sum(seconds > 0 for seconds in done.seconds.values())


def _facts(done: Practised, *, with_pace: bool) -> Facts:
    pairs = [
        (say("Minutes read aloud"), str(done.minutes)),
        (say("Days with practice"), str(_days(done))),
        (say("Readings"), str(len(done.readings))),
    ]
    if with_pace and done.correct_a_minute is not None:
        pairs.append((say("Words correct per minute"), f"{done.correct_a_minute:.0f}"))
    return Facts(tuple(pairs))


def _in_short(done: Practised) -> str:
    said = say("There was practice on {days} days, {minutes} minutes of reading aloud in all, with {readings} readings.")
    return said.format(days=_days(done), minutes=done.minutes, readings=len(done.readings))


def _usual(aspect: Aspect) -> str:
    return say(aspect.capitalize())


def _plainly(aspect: Aspect) -> str:
    """For those who were never told what the aspects are."""
    names = {
        "accuracy": say("how clear the words are"), "fluency": say("how smoothly it goes"),
        "prosody": say("melody and pace"), "total": say("the reading as a whole"),
    }  # fmt: skip
    return names.get(aspect, aspect)


def _better(done: Practised, named: Callable[[Aspect], str]) -> tuple[str, ...]:
    """What got better beyond doubt; else what is always true of those who practised."""
    aspects = [named(each.aspect) for each in done.standings if each.change is Change.BETTER]
    sounds = [str(SOUNDS[each.name]) for each in done.sounds if each.change is Change.BETTER]
    lines = [say("Better than at the beginning: {names}.").format(names=say(", ").join(aspects))] if aspects else []
    lines += [say("Clearer than at the beginning: {sounds}.").format(sounds=say(", ").join(sounds[:_AT_ONCE]))] if sounds else []
    held = say("Practice on {days} days: well kept up.").format(days=_days(done))
    return tuple(lines) or (held,)


def _hard(came: tuple[Came, ...], fine: set[str | None]) -> list[Came]:
    """The most often marked first; nothing that is accepted as it is."""
    often = [each for each in came if each.times >= _LEAST_TIMES and each.share >= _HARD and each.marked > 1]
    worth = [each for each in often if each.name not in fine]
    return sorted(worth, key=lambda each: (-each.marked, each.name))


def _worth(done: Practised, accepted: Accepted) -> tuple[list[Came], list[Came]]:
    """A few sounds and words to practise."""
    everywhere: set[str | None] = {each.expected for each in accepted if each.word is None}
    return _hard(done.sounds, everywhere)[:_AT_ONCE], _hard(done.words, {each.word for each in accepted})[: 2 * _AT_ONCE]


def _next(done: Practised, accepted: Accepted) -> list[Block | None]:
    sounds, words = _worth(done, accepted)
    said = say("{sound}: needed work {marked} of {times} times. {how}")
    lines = tuple(
        said.format(sound=sound_named(each.name), marked=each.marked, times=each.times, how=say(how_to_say()[each.name].steps[0]))
        for each in sounds
    )
    listed = say("Words to come back to: {words}.").format(words=say(", ").join(f"“{each.name}”" for each in words))
    nothing = say("Nothing needed work often. Try longer or harder texts.")
    if not lines and not words:
        return [Text(nothing)]
    return [Lines(lines, numbered=True) if lines else None, Text(listed) if words else None]


def _at_home(done: Practised, accepted: Accepted) -> list[Block | None]:
    worth = _worth(done, accepted)
    sounds = tuple(str(SOUNDS[each.name]) for each in worth[0])
    words = [f"“{each.name}”" for each in worth[1]]
    if not sounds and not words:
        return [Text(say("Nothing in particular: read on, and try a harder text now and then."))]
    listed = Text(say("Words to read slowly together: {words}.").format(words=say(", ").join(words))) if words else None
    return [Text(say("These sounds are worth a few minutes:")) if sounds else None, Lines(sounds) if sounds else None, listed]


def _models(done: Practised) -> tuple[str, ...]:
    """Said before anything else where there is more than one."""
    if len(done.judged) < 2 or done.model is None:
        return ()
    count = dict(done.judged)[done.model]
    others = say("; ").join(f"{model_named(model)} ({number})" for model, number in done.judged if model != done.model)
    said = say(
        "The program changed in this time, and scores of different models don't compare. Levels, pace, sounds and words below are"
        " of the {count} readings that {model} judged; not of those by: {others}."
    )
    return (said.format(count=count, model=model_named(done.model), others=others),)


def _footer(done: Practised, reader: Reader) -> tuple[str, ...]:
    if reader is Reader.PARENT:
        return (say("This report was made by a program on this computer, which can be mistaken; a teacher's ear comes first."),)
    caution = say("Scores are estimates made by a program on this computer; a teacher's ear comes first.")
    model = say("Model: {engine} {name} {version}.")
    named = model.format(engine=done.model.engine, name=done.model.id, version=done.model.version) if done.model else ""
    return (f"{named} {caution}".strip(),)
