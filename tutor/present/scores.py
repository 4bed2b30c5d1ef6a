"""The five aspects as rows: value in halves, band, a label from the corpus's rubric bands, and what a screen reader says."""

from dataclasses import dataclass, replace

from tutor.domain.assessment import ASPECTS, UTTERANCE_SCALE, Aspect, Assessment, Estimate, Verdict
from tutor.domain.rubric import EDGES, step_of
from tutor.domain.wording import say
from tutor.present.numbers import certainty, half, plain, steps

_RUBRIC: dict[Aspect, tuple[str, ...]] = {
    "accuracy": (
        "Clear throughout", "Clear, with a few slips", "Can be understood, several sounds to work on",
        "Hard to follow in many places", "Only a few words came through",
    ),
    "fluency": ("Smooth", "A few pauses", "Many pauses", "Often interrupted"),
    "prosody": (
        "Good melody, steady pace", "Nearly there, small unevenness", "Uneven pace or weak rhythm",
        "Too fast, too slow or flat", "The sentence breaks off",
    ),
    "total": ("Very good", "Good", "Halfway there", "Needs practice", "A first step"),
    "completeness": (),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Steps:
    """A score in the rubric's few steps, 1 to `of`: its own one, and the lowest and highest that its range reaches into."""

    own: int
    lowest: int
    highest: int
    of: int


@dataclass(frozen=True, slots=True)
class AspectRow:
    """One aspect. `value`, `low`, `high` in 0-10 steps of 0.5 for drawing, None when not judged; the rest is text.

    `steps` is None where there is no rubric: for what is counted or not judged. `tutor`: what a tutor said of it; empty: nothing.
    """

    aspect: Aspect
    name: str
    value: float | None
    low: float | None
    high: float | None
    shown: str
    band: str
    label: str
    certainty: str
    spoken: str
    steps: Steps | None = None
    tutor: str = ""


def aspect_rows(assessment: Assessment) -> tuple[AspectRow, ...]:
    """A row for each aspect in the order of `ASPECTS`. Scores of any verdict but `scored` are said not to be relied on."""
    doubt = "" if assessment.verdict is Verdict.SCORED else say("; not to be relied on")
    rows = (_row(aspect, getattr(assessment.scores, aspect), doubt) for aspect in ASPECTS)
    return tuple(_of_tutor(row, assessment.tutor_steps.get(row.aspect)) for row in rows)


def aspect_row(aspect: Aspect, score: Estimate | None) -> AspectRow:
    """The row of one score that isn't a take's, such as a level."""
    return _row(aspect, score, "")


def label(aspect: Aspect, value: float) -> str:
    """The rubric band a 0-10 value rounds into; empty for completeness, which is a count."""
    return step_label(aspect, step_of(aspect, value)) if _RUBRIC[aspect] else ""


def step_label(aspect: Aspect, step: int) -> str:
    """The rubric's words for a step of it, 1 the lowest."""
    return say(_RUBRIC[aspect][-step])


def _steps(aspect: Aspect, score: Estimate) -> Steps:
    own, lowest, highest = (step_of(aspect, value) for value in (score.value, score.low, score.high))
    return Steps(own, lowest, highest, len(EDGES[aspect]))


def _row(aspect: Aspect, score: Estimate | None, doubt: str) -> AspectRow:
    name = say(aspect.capitalize())
    if score is None:
        unknown = say("not judged")
        return AspectRow(aspect, name, None, None, None, "–", "", say("Not judged"), unknown, f"{name}: {unknown}")
    if aspect == "completeness":
        return _completeness(name, score, doubt)
    words = label(aspect, score.value)
    band = say("{low} to {high}").format(low=plain(score.low), high=plain(score.high))
    reached = _steps(aspect, score)
    spoken = say("{name}: {words}, step {own} of {of}; {score}{doubt}").format(
        name=name, words=words, own=reached.own, of=reached.of, score=steps(score), doubt=doubt
    )
    drawn = (half(score.value), half(score.low), half(score.high))
    return AspectRow(aspect, name, *drawn, plain(score.value), band, words, certainty(score), spoken, reached)


def _of_tutor(row: AspectRow, step: int | None) -> AspectRow:
    if step is None:
        return row
    said = say("Tutor: {words}, step {step} of {of}")
    tutor = said.format(words=step_label(row.aspect, step), step=step, of=len(EDGES[row.aspect]))
    return replace(row, tutor=tutor, spoken=say("{one}; {other}").format(one=row.spoken, other=tutor))


def _completeness(name: str, score: Estimate, doubt: str) -> AspectRow:
    share = f"{score.value / UTTERANCE_SCALE:.0%}"
    whole = score.value == UTTERANCE_SCALE
    words = say("All of the text was read") if whole else say("{share} of the words were read").format(share=share)
    drawn = (half(score.value), half(score.low), half(score.high))
    return AspectRow("completeness", name, *drawn, share, "", words, say("counted"), f"{name}: {words}{doubt}")
