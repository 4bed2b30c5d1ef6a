"""Words and phones as cells of the heat map: mark, level, symbol beside the colour, tooltip and what a screen reader says."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from tutor.domain.assessment import PHONE_SCALE, WORD_SCALE, Assessment, Estimate, Miscue, PhoneScore, Unjudged, WordScore
from tutor.domain.marks import WORD_EDGE, Mark, mark_phone, mark_word, would_be_marked
from tutor.domain.sounds import SOUNDS
from tutor.domain.wording import say
from tutor.present.happenings import Glyph, glyphs
from tutor.present.numbers import certainty, of_ten, steps
from tutor.present.palette import LEVELS

SYMBOLS: dict[Mark, str] = {
    Mark.CLEAR: "", Mark.UNSURE: "?", Mark.NEEDS_WORK: "▾", Mark.NOT_READ: "∅", Mark.OTHER_WORD: "≠", Mark.NOT_JUDGED: "–",
    Mark.ACCENT: "~",
}  # fmt: skip
WORDING: dict[Mark, str] = {
    Mark.CLEAR: "clear", Mark.UNSURE: "not sure", Mark.NEEDS_WORK: "needs work", Mark.NOT_READ: "not read",
    Mark.OTHER_WORD: "another word was heard", Mark.NOT_JUDGED: "not judged",
    Mark.ACCENT: "part of an accent",
}  # fmt: skip
TUTOR = "✎"  # beside whatever a tutor said something of
_REASONS = {
    Unjudged.CUT: "the recording begins or ends inside it",
    Unjudged.UNCLEAR: "too unclear for a score",
    Unjudged.REFUSED: "the recording can't be judged",
}  # fmt: skip
_DOUBT = "it may be clear or not: the range is too wide to tell"
_MISCUES = {Miscue.REPEATED: "said more than once", Miscue.SELF_CORRECTED: "you corrected yourself"}


@dataclass(frozen=True, slots=True)
class HeatCell:
    """One word (`phone` None) or one phone of a word.

    `level` 0 (weakest) to `palette.LEVELS` - 1 by the score, None without one. `mark` decides whether attention is called to it;
    `by_tutor`: it is what a tutor said, and the text names what the program said as well.
    """

    word: int
    phone: int | None
    text: str
    mark: Mark
    level: int | None
    symbol: str
    certainty: str
    tooltip: str
    spoken: str
    by_tutor: bool = False


def word_cells(assessment: Assessment) -> tuple[HeatCell, ...]:
    """One cell a word of the target, in order."""
    found = glyphs(assessment)
    return tuple(_word_cell(at, word, found) for at, word in enumerate(assessment.words))


def cell_so_far(word: WordScore, at: int) -> HeatCell:
    """The cell of word `at` alone, when nothing is known yet of what happened around it."""
    return _word_cell(at, word, ())


def phone_cells(word: WordScore, at: int) -> tuple[HeatCell, ...]:
    """One cell a phone of word `at`, in order; their text is IPA."""
    return tuple(_phone_cell(at, nth, phone) for nth, phone in enumerate(word.phones))


def legend(cells: Iterable[HeatCell]) -> tuple[tuple[Mark, str, str], ...]:
    """Mark, symbol and wording of the marks that occur, in a fixed order."""
    seen = {cell.mark for cell in cells}
    return tuple((mark, SYMBOLS[mark], say(WORDING[mark])) for mark in Mark if mark in seen)


def heard_instead(phone: PhoneScore) -> str | None:
    """`s` when a sound other than the expected one was heard, in usual spelling."""
    if phone.heard is None or phone.heard == phone.phone.symbol:
        return None
    expected, heard = SOUNDS[phone.phone.symbol], SOUNDS[phone.heard]
    return str(heard) if expected.spelled == heard.spelled else heard.spelled


def _word_cell(at: int, word: WordScore, found: tuple[Glyph, ...]) -> HeatCell:
    if said := _by_tutor(word):
        bare = replace(word, tutor=None, phones=tuple(replace(phone, tutor=None) for phone in word.phones))
        return _of_tutor(_word_cell(at, bare, found), mark_word(word), said)
    mark = mark_word(word)
    marks = [mark_phone(phone) for phone in word.phones]
    parts = [say(_MISCUES[word.miscue]) if word.miscue in _MISCUES else "", _reason(word, mark)]
    parts += [_what(phone) for phone, own in zip(word.phones, marks, strict=True) if own in (Mark.NEEDS_WORK, Mark.ACCENT)]
    fine = [phone for phone in word.phones if _is_accepted(phone)]
    parts += map(_accepted, fine)
    parts += [say("before it, {event}").format(event=glyph.spoken) for glyph in found if at == 0 and glyph.after_word == -1]
    parts += [say("after it, {event}").format(event=glyph.spoken) for glyph in found if glyph.after_word == at]
    score = None if fine and mark is Mark.CLEAR else of_ten(word.accuracy, WORD_SCALE)
    return _cell((at, None), word.text, mark, score, parts)


def _phone_cell(at: int, nth: int, phone: PhoneScore) -> HeatCell:
    if phone.tutor is not None:
        said = say("tutor: {mark}").format(mark=say(WORDING[phone.tutor]))
        return _of_tutor(_phone_cell(at, nth, replace(phone, tutor=None)), phone.tutor, said)
    mark = mark_phone(phone)
    parts = [_what(phone) if mark in (Mark.NEEDS_WORK, Mark.ACCENT) else "", _reason(phone, mark)]
    if _is_accepted(phone):
        return _cell((at, nth), phone.phone.ipa, mark, None, [_accepted(phone)])
    return _cell((at, nth), phone.phone.ipa, mark, of_ten(phone.accuracy, PHONE_SCALE), parts)


def _cell(where: tuple[int, int | None], text: str, mark: Mark, score: Estimate | None, parts: list[str]) -> HeatCell:
    headline = _wording(mark, score) + (say(", ") + steps(score) if score else "")
    said = say("; ").join(part for part in (headline, *parts) if part)
    sure = say(", ").join((headline, certainty(score) if score else say("no score")))
    spoken = say("; ").join(part for part in (say("{word}: {said}").format(word=text, said=sure), *parts) if part)
    level = None if score is None else min(LEVELS - 1, int(score.value / WORD_SCALE * LEVELS))
    return HeatCell(*where, text, mark, level, SYMBOLS[mark], certainty(score), said[:1].upper() + said[1:], spoken)


def _by_tutor(word: WordScore) -> str:
    """What a tutor said of it and of its sounds; empty: nothing."""
    whole = [] if word.tutor is None else [say("tutor: {mark}").format(mark=say(WORDING[word.tutor]))]
    told = [(SOUNDS[phone.phone.symbol].spelled, phone.tutor) for phone in word.phones if phone.tutor is not None]
    sounds = [say("tutor: {sound} {mark}").format(sound=sound, mark=say(WORDING[mark])) for sound, mark in told]
    return say("; ").join(whole + sounds)


def _of_tutor(cell: HeatCell, mark: Mark, said: str) -> HeatCell:
    """What the machine said stays to be read behind what the tutor said; a score that the tutor doesn't share has no colour."""
    both = say("{tutor}; the program: {program}")
    level = cell.level if mark is cell.mark else None
    tooltip = both.format(tutor=said[:1].upper() + said[1:], program=cell.tooltip[:1].lower() + cell.tooltip[1:])
    spoken = both.format(tutor=say("{word}: {said}").format(word=cell.text, said=said), program=cell.spoken)
    symbol = f"{SYMBOLS[mark]}{TUTOR}"
    return replace(cell, mark=mark, level=level, symbol=symbol, tooltip=tooltip, spoken=spoken, by_tutor=True)


def _reason(score: WordScore | PhoneScore, mark: Mark) -> str:
    """Why it isn't judged, or why that says so little."""
    if score.reason is not None:
        return say(_REASONS[score.reason]) if score.reason in _REASONS else ""
    return say(_DOUBT) if mark is Mark.UNSURE else ""


def _wording(mark: Mark, score: Estimate | None) -> str:
    """A word that is clear but for one sound isn't told to need work as a whole."""
    only_sounds = mark is Mark.NEEDS_WORK and score is not None and score.value >= WORD_EDGE
    return say("clear but for a sound") if only_sounds else say(WORDING[mark])


def _is_accepted(phone: PhoneScore) -> bool:
    """Whether only the learner's word for it keeps it unmarked: then its score isn't shown as a shortcoming either."""
    return phone.accepted and would_be_marked(phone)


def _accepted(phone: PhoneScore) -> str:
    heard, spelled = heard_instead(phone), SOUNDS[phone.phone.symbol].spelled
    said = say("you accept {heard} for {sound} here") if heard else say("you accept your {sound} here")
    return said.format(heard=heard, sound=spelled)


def _what(phone: PhoneScore) -> str:
    heard = heard_instead(phone)
    spelled = SOUNDS[phone.phone.symbol].spelled
    said = say("{sound} sounded like {heard}") if heard else say("{sound} was not clear")
    return said.format(heard=heard, sound=spelled)
