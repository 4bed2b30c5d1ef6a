"""What a tutor sees and says, in words: answers, comments, agreement, strictness. Knows no widget and decides nothing."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import datetime, tzinfo

from tutor.domain.agreement import Agreement, Refit
from tutor.domain.assessment import Assessment, ModelStamp
from tutor.domain.marks import Mark
from tutor.domain.review import SOUND_ANSWERS, WORD_ANSWERS, About, Answer, Comment
from tutor.domain.rubric import EDGES
from tutor.domain.sounds import SOUNDS
from tutor.domain.strictness import PAUSE_EDGES, SOUND_EDGES, WORD_CHANCES, Rule, Strictness, Threshold
from tutor.domain.take import Attempt
from tutor.domain.wording import say
from tutor.present.heat import WORDING
from tutor.present.scores import step_label
from tutor.present.takes import shortened, take_rows

STRICTNESS: dict[Strictness, str] = {
    Strictness.LENIENT: "Lenient", Strictness.STANDARD: "Standard", Strictness.STRICT: "Strict",
}  # fmt: skip
KINDS: dict[str, str] = {
    "word": "Words", "phone": "Sounds", "accuracy": "Accuracy", "fluency": "Fluency", "prosody": "Prosody", "total": "Total",
}  # fmt: skip
# Landis and Koch 1977 named these fifths; they said themselves that the names are arbitrary, but they are what people know.
_STRENGTHS = ((0.81, "almost perfect"), (0.61, "substantial"), (0.41, "moderate"), (0.21, "fair"), (0.01, "slight"), (-1, "none"))


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """One kind of thing: its name, share and kappa with their bands, and of how many."""

    kind: str
    shown: str
    below: str


@dataclass(frozen=True, slots=True)
class CommentRow:
    """One comment: what it is about, what it says, who said it when."""

    comment: Comment
    title: str
    below: str

    @property
    def spoken(self) -> str:
        """For a screen reader."""
        return f"{self.title}; {self.below}"


@dataclass(frozen=True, slots=True)
class SoundRow:
    """A sound the tutor gave answers about: what could be refitted, and what is in force."""

    symbol: str
    shown: str
    below: str
    refit: Refit | None
    fitted: Threshold | None


@dataclass(frozen=True, slots=True)
class ToReview:
    """One take in a tutor's list. `sign` stands beside the title: ● new, ✓ done."""

    take_id: str
    sign: str
    title: str
    below: str


def answers_of(about: About) -> tuple[Answer, ...]:
    """What can be said of it, the most serious first."""
    if about.aspect is not None:
        return tuple(range(1, len(EDGES[about.aspect]) + 1))
    return SOUND_ANSWERS if about.phone is not None else WORD_ANSWERS


def answer_name(about: About, answer: Answer) -> str:
    """`Needs work`, or the rubric's words for a step."""
    if isinstance(answer, Mark):
        said = say(WORDING[answer])
        return said[:1].upper() + said[1:]
    return step_label(about.aspect, answer) if about.aspect is not None else str(answer)


def about_name(about: About, assessment: Assessment) -> str:
    """`“think”`, `“th” /θ/ in “think”` or `Fluency`."""
    if about.aspect is not None:
        return say(about.aspect.capitalize())
    word = assessment.words[about.word or 0]
    if about.phone is None:
        return f"“{word.text}”"
    phone = word.phones[about.phone].phone
    said = say("“{sound}” /{ipa}/ in “{word}”")
    return said.format(sound=SOUNDS[phone.symbol].spelled, ipa=phone.ipa, word=word.text)


def comment_rows(comments: Iterable[Comment], texts: Sequence[str], zone: tzinfo | None = None) -> tuple[CommentRow, ...]:
    """In the order given; `texts` are the words of the take."""
    return tuple(_comment(comment, texts, zone) for comment in comments)


def span_name(first: int | None, last: int | None, texts: Sequence[str]) -> str:
    """`“I think it”`, with a gap in the middle when it is long; what has no words is the whole take."""
    if first is None or last is None or first >= len(texts):
        return say("The whole take")
    words = list(texts[first : last + 1])
    return f"“{' '.join(words if len(words) <= 6 else [*words[:3], '…', *words[-2:]])}”"


def when_said(at: datetime, zone: tzinfo | None = None) -> str:
    """Day and time where the reader is."""
    return at.astimezone(zone).strftime("%Y-%m-%d %H:%M")


def take_line(attempt: Attempt, zone: tzinfo | None = None) -> str:
    """When a take was read, how long it is and how it went."""
    row = next(iter(take_rows([attempt], zone)))
    score = say("{total} of 10 ({band})").format(total=row.total, band=row.band) if row.total else row.verdict
    return say(" · ").join((row.when, row.length, score))


def to_review_rows(attempts: Iterable[Attempt], opened: Set[str], reviewed: Set[str]) -> tuple[ToReview, ...]:
    """A row a take, in the order given; those that were never opened are new."""
    return tuple(_to_review(attempt, opened, reviewed) for attempt in attempts)


def agreement_rows(found: Mapping[str, Agreement | None]) -> tuple[AgreementRow, ...]:
    """A row for each kind there is something to say of."""
    return tuple(_agreement(kind, one) for kind, one in found.items() if one is not None)


def sound_rows(
    counts: Mapping[str, int], refits: Mapping[str, Refit], rule: Rule, model: ModelStamp | None
) -> tuple[SoundRow, ...]:
    """Sounds that can be refitted or were, then the five that lack the fewest answers."""
    fitted = {symbol: row for symbol, row in rule.fitted.items() if row.edge is not None}
    ready = [symbol for symbol in sorted({*refits, *fitted}) if symbol in refits or symbol in fitted]
    others = sorted((symbol for symbol in counts if symbol not in ready), key=lambda symbol: (-counts[symbol], symbol))[:5]
    return tuple(
        _sound(symbol, counts.get(symbol, 0), refits.get(symbol), fitted.get(symbol), model) for symbol in (*ready, *others)
    )


def strictness_said(accuracy: Strictness, pauses: Strictness) -> tuple[str, str]:
    """What the two settings do, a sentence each."""
    marks = say(
        "A sound is marked when it was mispronounced with a probability of {sound:.0%} or more, a word when raters would call it "
        "less than clear with {word:.0%} or more."
    )
    gaps = say("A pause where the text has no stop is marked from {seconds:g} s on.")
    return (
        marks.format(sound=SOUND_EDGES[accuracy], word=WORD_CHANCES[accuracy]),
        gaps.format(seconds=PAUSE_EDGES[pauses]),
    )


def setting_said(rule: Rule) -> str:
    """For the learner; empty where nothing was set."""
    fitted = [symbol for symbol, row in rule.fitted.items() if row.edge is not None]
    if rule.accuracy is Strictness.STANDARD and rule.pauses is Strictness.STANDARD and not fitted:
        return ""
    said = say("Your tutor's setting: sounds and words {accuracy}, pauses {pauses}.").format(
        accuracy=say(STRICTNESS[rule.accuracy]).lower(), pauses=say(STRICTNESS[rule.pauses]).lower()
    )
    if fitted:
        names = say(", ").join(f"“{SOUNDS[symbol].spelled}”" for symbol in sorted(fitted))
        said += " " + say("Fitted to your tutor's ear: {sounds}.").format(sounds=names)
    return said


def sound_name(symbol: str) -> str:
    """`“th” as in “thin”`."""
    return str(SOUNDS[symbol])


def refit_said(found: Refit) -> str:
    """What a new edge would change, on answers that were held out."""
    head = say("{labels} answers from {takes} takes, {marked} of them to be marked.").format(
        labels=found.labels, takes=found.takes, marked=found.marked
    )
    if found.edge == found.now:
        return head + " " + say("Your answers fit the threshold in force, {now:.0%}.").format(now=found.now)
    said = say(
        "From {now:.0%} to {edge:.0%}: on answers held out, equal ones go from {before:.0%} to {after:.0%}, "
        "kappa from {k0} to {k1}."
    )
    told = said.format(
        now=found.now, edge=found.edge, before=found.before.share, after=found.after.share,
        k0=_number(found.before.kappa), k1=_number(found.after.kappa),
    )  # fmt: skip
    return " ".join((head, told, "" if found.better else say("That is not better, so it is not offered."))).strip()


def _to_review(attempt: Attempt, opened: Set[str], reviewed: Set[str]) -> ToReview:
    take = attempt.take
    if take.id in reviewed:
        sign, state = "✓", say("done")
    elif take.id in opened or attempt.assessment is None:
        sign, state = "", ""
    else:
        sign, state = "●", say("new")
    line = take_line(attempt)
    return ToReview(take.id, sign, shortened(take.text), say(" · ").join((state, line)) if state else line)


def _comment(comment: Comment, texts: Sequence[str], zone: tzinfo | None) -> CommentRow:
    title = comment.text or say("▶ Spoken comment, {seconds:.0f} s").format(seconds=comment.seconds or 0)
    where = span_name(comment.first, comment.last, texts)
    said = say("{where} · {tutor}, {when}").format(where=where, tutor=comment.tutor, when=when_said(comment.at, zone))
    return CommentRow(comment, title, said)


def _agreement(kind: str, found: Agreement) -> AgreementRow:
    share = say("{share:.0%} the same").format(share=found.share)
    if found.share_band is not None:
        share += say(" ({low:.0%} to {high:.0%})").format(low=found.share_band[0], high=found.share_band[1])
    below = [share, _kappa(found), say("{items} answers in {takes} takes").format(items=found.items, takes=found.takes)]
    if found.share_band is None:
        below.append(say("too few takes for a band"))
    return AgreementRow(kind, say(KINDS[kind]), say(" · ").join(below))


def _kappa(found: Agreement) -> str:
    if found.kappa is None:
        return say("kappa needs answers of more than one kind")
    strength = next(say(name) for edge, name in _STRENGTHS if found.kappa >= edge)
    said = say("weighted kappa {kappa}, {strength}").format(kappa=_number(found.kappa), strength=strength)
    if found.kappa_band is None:
        return said
    return said + say(" ({low} to {high})").format(low=_number(found.kappa_band[0]), high=_number(found.kappa_band[1]))


def _sound(symbol: str, count: int, found: Refit | None, fitted: Threshold | None, model: ModelStamp | None) -> SoundRow:
    below = (
        refit_said(found)
        if found is not None
        else say("{count} answers so far, not yet enough of both kinds.").format(count=count)
    )
    if fitted is not None and fitted.edge is not None:
        said = say("Since {when} marked from {edge:.0%} on.").format(when=when_said(fitted.at), edge=fitted.edge)
        if model is not None and fitted.model != model:
            said = say("Was fitted to another model, so it is not in force.")
        below = f"{said} {below}"
    return SoundRow(symbol, sound_name(symbol), below, found, fitted)


def _number(kappa: float | None) -> str:
    return "–" if kappa is None else f"{kappa:.2f}"
