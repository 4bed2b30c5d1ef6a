"""One take as a report: for the learner what went well and what comes next, for a parent the same in plain words, for a teacher
all there is."""

from dataclasses import dataclass, replace
from datetime import datetime

from tutor.domain.assessment import Assessment, Miscue, Verdict, WordScore
from tutor.domain.marks import Mark
from tutor.domain.phones import ipa_of
from tutor.domain.target import Target
from tutor.domain.wording import language, say
from tutor.present.curves import plot_name, plots
from tutor.present.happenings import event_legend, glyphs
from tutor.present.heat import HeatCell, legend, phone_cells, word_cells
from tutor.present.messages import problem_message, verdict_name
from tutor.present.rationale import Group, rationale_rows
from tutor.present.reports.blocks import (
    Aspects,
    Block,
    Curves,
    Facts,
    Lines,
    MarkedText,
    Parts,
    Reader,
    Report,
    Strip,
    Strips,
    Table,
    Text,
    sections_of,
)
from tutor.present.scores import AspectRow, aspect_rows, label
from tutor.present.svg import draw
from tutor.present.text import text_runs

_WORDS_AT_ONCE = 3  # more advice at a time is none


@dataclass(frozen=True, slots=True)
class About:
    """What a report says of a take besides its assessment. `title`: of the passage, or the recording's name.

    `when` is shown as it comes; `correct_a_minute`: words, None where nothing can be counted; `corrections` and `comments` are
    what the tutor said (`remarks`).
    """

    title: str
    when: datetime
    learner: str = ""
    correct_a_minute: float | None = None
    corrections: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Take:
    """What the parts are made of."""

    said: Assessment
    target: Target
    about: About
    cells: tuple[HeatCell, ...]

    @property
    def read(self) -> bool:
        return not self.said.verdict.refuses

    @property
    def strips(self) -> tuple[Strip, ...]:
        return tuple(_strip(cell, self.said.words[cell.word]) for cell in self.cells)

    def lines(self, *groups: Group) -> tuple[str, ...]:
        return tuple(row.text for row in rationale_rows(self.said) if row.group in groups)


def take_report(said: Assessment, target: Target, about: About, reader: Reader) -> Report:
    """The report of an assessment as it is shown to its learner (`practice.accepting`)."""
    take = _Take(said, target, about, word_cells(said))
    parts = {Reader.LEARNER: _for_learner, Reader.PARENT: _for_parent, Reader.TEACHER: _for_teacher}[reader](take)
    sections = sections_of(parts)
    when = about.when.strftime("%Y-%m-%d %H:%M")
    meta = tuple(part for part in (about.learner, about.title, when, f"{said.audio.seconds:.1f} s") if part)
    title = say("Reading report for the family") if reader is Reader.PARENT else say("Reading report")
    return Report(
        title, about.when, meta, sections, _footer(said, reader), say("About this recording"), _notice(said), language()
    )


def _for_learner(take: _Take) -> Parts:
    return (
        (say("The text"), [_text(take)]),
        (say("What your tutor says"), [_lines(take.about.comments)]),
        (say("What went well"), [_well(take)]),
        (say("What to practise next"), [_next(take)]),
        (say("Also noticed"), [_lines(take.lines(Group.NOTICED, Group.ACCENT))]),
        (say("Scores, and how sure they are"), [_pace(take), _scores(take)]),
        (say("Sounds to look at"), _sounds(take)),
        (say("Melody and loudness"), _curves(take)),
    )


def _for_parent(take: _Take) -> Parts:
    helps = (
        say("Listen to the text first, then read it aloud together."),
        say("Say what went well before anything else; one or two words at a time are enough."),
        say("Ten minutes a day do more than an hour once a week."),
    )
    practise = Lines(take.lines(Group.WORK)[:_WORDS_AT_ONCE]) if take.lines(Group.WORK) else None
    advice = Text(say("This advice speaks to the reader."), quiet=True) if practise else None
    return (
        (say("In short"), [Text(_in_short(take))]),
        (say("What was read"), [MarkedText(text_runs(take.target, take.cells), False, (), ())]),
        (say("What the tutor says"), [_lines(take.about.comments)]),
        (say("What went well"), [_well(take)]),
        (say("What to practise at home"), [practise, advice]),
        (say("How to help"), [Lines(helps)]),
    )


def _for_teacher(take: _Take) -> Parts:
    return (
        (say("The text"), [_text(take)]),
        (say("Scores"), [_pace(take), _scores(take)]),
        (say("Corrections by the tutor"), [_lines(take.about.corrections)]),
        (say("Comments by the tutor"), [_lines(take.about.comments)]),
        (say("What stood out"), [_lines(take.lines(*Group))]),
        (say("Sounds to look at"), _sounds(take)),
        (say("Melody and loudness"), _curves(take)),
        (say("Every word and sound"), [_everything(take)]),
    )


def _text(take: _Take) -> Block:
    found = glyphs(take.said)
    return MarkedText(text_runs(take.target, take.cells, found), take.read, legend(take.cells), event_legend(found))


def _lines(items: tuple[str, ...]) -> Block | None:
    return Lines(items) if items else None


def _well(take: _Take) -> Block | None:
    """What the rationale praises, else how many words were clear."""
    clear = sum(cell.mark in (Mark.CLEAR, Mark.ACCENT) for cell in take.cells)
    counted = say("{clear} of {all} words came through clearly.").format(clear=clear, all=len(take.cells))
    return _lines(take.lines(Group.FIRST) or ((counted,) if clear and take.read else ()))


def _next(take: _Take) -> Block | None:
    work = take.lines(Group.WORK)
    if work:
        return Lines(work, numbered=True)
    return Text(say("No single word stands out. Try a longer or a harder text.")) if take.said.verdict is Verdict.SCORED else None


def _in_short(take: _Take) -> str:
    words, seconds = take.said.words, round(take.said.audio.seconds)
    read = sum(word.miscue is not Miscue.OMITTED for word in words) if take.read else 0
    if not read:
        return say("This recording could not be judged.")
    said = say("{read} of the {all} words of this text were read aloud in {seconds} seconds.")
    total = take.said.scores.total
    whole = label("total", total.value) if total and take.said.verdict is Verdict.SCORED else ""
    first = said.format(read=read, all=len(words), seconds=seconds)
    return f"{first} {say('The reading as a whole: {words}.').format(words=whole)}" if whole else first


def _pace(take: _Take) -> Block | None:
    prosody, pace = take.said.prosody, take.about.correct_a_minute
    pairs = [(say("Words correct per minute"), f"{pace:.0f}")] if pace is not None else []
    if prosody is not None and take.read:
        pairs += [
            (say("Words per minute"), f"{prosody.words_per_minute:.0f}"),
            (say("Syllables per second while speaking"), f"{prosody.articulation_rate:.1f}"),
        ]
    return Facts(tuple(pairs)) if pairs else None


def _scores(take: _Take) -> Block | None:
    if not (take.said.scores.total or take.said.scores.completeness):
        return None
    caption = say(
        "From 0 to 10, in steps of a half. The pale bar is the range in which a teacher's score lies {times} times out of 100."
    ).format(times=f"{take.said.confidence * 100:.0f}")
    heads = (say("Aspect"), say("Score"), say("Range"), say("In words, and how sure"))
    return Aspects(caption, heads, tuple(map(with_certainty, aspect_rows(take.said))))


def with_certainty(row: AspectRow) -> AspectRow:
    """Says with its words how sure they are, where they are a judgement and no count."""
    return replace(row, label=f"{row.label} · {row.certainty}") if row.steps else row


def _sounds(take: _Take) -> list[Block | None]:
    marked = tuple(strip for strip in take.strips if strip.cell.mark in (Mark.NEEDS_WORK, Mark.UNSURE))
    note = say("Orange tiles are the weaker sounds, blue ones the clear ones; ▾ asks for work, ? means the program is not sure.")
    return [Strips(marked), Text(note, quiet=True)] if marked else []


def _curves(take: _Take) -> list[Block | None]:
    found = plots(take.said, take.target)
    note = say(
        "Grey columns are pauses; a dashed frame means the text has no stop there. The pale band around a line shows how sure it"
        " is. Pitch 0 is the middle of your own voice. Blue lines are the stops of the text, broken where there was no pause."
        " Bold words usually carry the weight."
    )
    drawn = tuple((plot_name(plot), draw(plot, take.said.audio.seconds)) for plot in found)
    return [Curves(drawn), Text(note, quiet=True)] if drawn else []


def _everything(take: _Take) -> Block | None:
    if not take.read:
        return None
    rows = tuple(
        (strip.cell.text, phone.text, heard, f"{phone.symbol} {phone.tooltip}".strip())
        for strip in take.strips
        for phone, heard in strip.phones
    )
    caption = say("Each sound of each word, with what was heard if it was another one.")
    return Table(caption, (say("Word"), say("Sound"), say("Heard"), say("Result")), rows, fold=say("Show the table"))


def _strip(cell: HeatCell, word: WordScore) -> Strip:
    pairs = zip(phone_cells(word, cell.word), word.phones, strict=True)
    return Strip(cell, tuple((drawn, _other(score.heard, score.phone.symbol)) for drawn, score in pairs))


def _other(heard: str | None, expected: str) -> str:
    return ipa_of(heard) if heard and heard != expected else ""


def _notice(said: Assessment) -> tuple[str, ...]:
    scored = said.verdict is Verdict.SCORED
    codes = [] if scored else [said.verdict.value]
    messages = [str(problem_message(code)) for code in dict.fromkeys((*codes, *said.problems))]
    doubt = [say("The scores below can't be relied on.")] if not scored and said.scores.total else []
    return (*([] if scored else [verdict_name(said.verdict)]), *messages, *doubt)


def _footer(said: Assessment, reader: Reader) -> tuple[str, ...]:
    caution = say("Scores are estimates made by a program on this computer; a teacher's ear comes first.")
    if reader is Reader.PARENT:
        return (say("This report was made by a program on this computer, which can be mistaken; a teacher's ear comes first."),)
    audio, model = said.audio, said.model
    heard = say("Recording: {seconds:.1f} s of speech, level {level:.0f} dB, noise {noise:.0f} dB.").format(
        seconds=audio.speech_seconds, level=audio.level_db, noise=audio.noise_db
    )
    made = say("Model: {engine} {name} {version}.").format(engine=model.engine, name=model.id, version=model.version)
    return (f"{heard} {made} {caution}",)
