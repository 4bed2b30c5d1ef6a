"""The tables and lists of a report over a period, and how sounds and models are named in reports."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from tutor.domain.accepted import Accepted
from tutor.domain.assessment import ASPECTS, Aspect, ModelStamp, Scores, Verdict
from tutor.domain.change import Change
from tutor.domain.phones import ipa_of
from tutor.domain.practised import Came, Practised, Reading
from tutor.domain.sounds import SOUNDS
from tutor.domain.wording import say
from tutor.present.changes import SIGNS
from tutor.present.messages import verdict_name
from tutor.present.numbers import plain
from tutor.present.reports.blocks import Aspects, Block, Lines, Table, Text
from tutor.present.reports.take import with_certainty
from tutor.present.scores import aspect_row
from tutor.present.takes import shortened

_IN_A_TABLE = 15
_CHANGES = {Change.BETTER: "better", Change.SAME: "no clear change", Change.WORSE: "weaker",
            Change.UNKNOWN: "too little to tell"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Over:
    """What a report says besides the figures: when it was `made`, titles of passages by id, what the tutor said (`remarks`).

    `accepted` is what the learner says is fine: the learner and the family are not told to practise it.
    """

    made: datetime
    learner: str = ""
    titles: Mapping[str, str] = field(default_factory=dict)
    corrections: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    accepted: Accepted = frozenset()


def sound_named(symbol: str) -> str:
    """`“th” as in “thin” /θ/`."""
    return f"{SOUNDS[symbol]} /{ipa_of(symbol)}/"


def model_named(model: ModelStamp) -> str:
    """As reports name a model."""
    return f"{model.engine} {model.id} {model.version}"


def levels(done: Practised) -> Block | None:
    """As aspects of a take are shown; a level is not a take's score, and the caption says so."""
    if not done.standings:
        return Text(say("There are too few readings for a level: it takes three."), quiet=True)
    known = {each.aspect: each.level for each in done.standings}
    rows = tuple(with_certainty(aspect_row(aspect, known[aspect])) for aspect in ASPECTS if aspect in known)
    caption = say("From 0 to 10. A level rests on many readings and moves slowly; its range holds it 9 times out of 10.")
    return Aspects(caption, (say("Aspect"), say("Level now"), say("Range"), say("In words, and how sure")), rows)


def changes(done: Practised) -> Block | None:
    """Which aspects moved over the period, as a sentence."""
    if not done.standings:
        return None
    moved = [each for each in done.standings if each.change in (Change.BETTER, Change.WORSE)]
    if not moved:
        return Text(say("Since the first of these readings no aspect has changed by more than can be told."), quiet=True)
    names = (f"{SIGNS[each.change]} {say(each.aspect.capitalize())}: {say(_CHANGES[each.change])}" for each in moved)
    return Text(say("Since the first of these readings: {changes}.").format(changes=say("; ").join(names)), quiet=True)


def sounds(done: Practised) -> Block | None:
    """The sounds that needed work most often, as a table; None without any."""
    hardest = sorted(done.sounds, key=lambda each: (-each.share, each.name))[:_IN_A_TABLE]
    rows = tuple((sound_named(each.name), *_came(each)) for each in hardest if each.marked)
    return Table(_hardest_first(len(done.sounds)), (say("Sound"), *_came_heads()), rows) if rows else None


def words(done: Practised) -> Block | None:
    """The words that needed work most often, as a table; None without any."""
    hardest = sorted(done.words, key=lambda each: (-each.marked, -each.share, each.name))[:_IN_A_TABLE]
    rows = tuple((each.name, *_came(each)) for each in hardest if each.marked)
    return Table(_hardest_first(len(done.words)), (say("Word"), *_came_heads()), rows) if rows else None


def _hardest_first(count: int) -> str:
    said = say(
        "The hardest first, {shown} at most of {count}. “Needed work” is a share of the times it was judged; where a tutor"
        " answered, as they said."
    )
    return said.format(shown=_IN_A_TABLE, count=count)


def _came_heads() -> tuple[str, ...]:
    return say("Takes"), say("Times"), say("Needed work"), say("Later half against earlier half")


def _came(each: Came) -> tuple[str, ...]:
    change = f"{SIGNS[each.change]} {say(_CHANGES[each.change])}"
    return str(each.takes), str(each.times), f"{each.share:.0%}", change


def texts(done: Practised, over: Over) -> Block | None:
    """What was read and how often, the most read first."""
    counted = Counter(text_title(each, over.titles) for each in done.readings)
    most = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:8]
    once, often = say("{title} (once)"), say("{title} ({count} times)")
    lines = tuple((once if count == 1 else often).format(title=title, count=count) for title, count in most)
    more = len(counted) - len(most)
    return Lines((*lines, *([say("and {count} more").format(count=more)] if more > 0 else ()))) if lines else None


def text_title(reading: Reading, titles: Mapping[str, str]) -> str:
    """Of its passage; of an own text its first words."""
    return titles.get(reading.passage_id, reading.passage_id) if reading.passage_id else shortened(reading.text)


def readings(done: Practised, over: Over) -> Block | None:
    """Every reading as a row, oldest first; folded, since there may be hundreds."""
    names = (say(aspect.capitalize()) for aspect in ASPECTS)
    heads = (say("When"), say("Text"), *names, say("Words correct per minute"), say("Model"))
    numbers = {model: str(at) for at, (model, _) in enumerate(done.judged, 1)}
    rows = tuple(_reading(each, over, numbers) for each in done.readings)
    caption = say("Scores from 0 to 10 with their ranges. Those of different models don't compare. Models: {models}.")
    named = say("; ").join(f"{number}: {model_named(model)}" for model, number in numbers.items())
    return Table(caption.format(models=named or "–"), heads, rows, fold=say("Show the table"), ends_newest=True) if rows else None


def _reading(each: Reading, over: Over, numbers: Mapping[ModelStamp, str]) -> tuple[str, ...]:
    title = text_title(each, over.titles)
    if each.verdict is not Verdict.SCORED:
        verdict = verdict_name(each.verdict) if each.verdict else say("Not assessed yet")
        title = say("{title} ({verdict})").format(title=title, verdict=verdict)
    pace = f"{each.correct_a_minute:.0f}" if each.correct_a_minute is not None else "–"
    scores = (_score(each.scores, aspect) for aspect in ASPECTS)
    return f"{each.when:%Y-%m-%d %H:%M}", title, *scores, pace, numbers[each.model] if each.model else "–"


def _score(scores: Scores, aspect: Aspect) -> str:
    score = getattr(scores, aspect)
    if score is None:
        return "–"
    if aspect == "completeness":
        return f"{score.value / 10:.0%}"
    return f"{plain(score.value)} ({plain(score.low)}–{plain(score.high)})"
