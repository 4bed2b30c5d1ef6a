"""An assessment as CSV and as a Praat TextGrid."""

from praatio.utilities.textgrid_io import getTextgridAsStr

from tutor.domain.assessment import Assessment, Estimate, Event, EventKind, PhoneScore, WordScore
from tutor.present.numbers import plain
from tutor.present.sheet import csv_text

COLUMNS = (
    "word_index", "word", "miscue", "word_accuracy", "word_low", "word_high", "stress", "phone_index", "phone", "ipa", "start",
    "end", "judged", "accuracy", "low", "high", "heard", "heard_chance",
    "mispronounced",
)  # fmt: skip
_SHORTEST_S = 0.001
Interval = tuple[float, float, str]
Labelled = list[tuple[WordScore | PhoneScore | Event, str]]


def csv_table(assessment: Assessment) -> str:
    """One row a phone, words 0-10 and phones 0-2 as in the JSON, empty where there is nothing."""
    rows = (_row(at, word, nth, phone) for at, word in enumerate(assessment.words) for nth, phone in enumerate(word.phones))
    return csv_text(COLUMNS, rows)


def textgrid(assessment: Assessment) -> str:
    """Tiers of words and phones with their scores and the bands of these ("6 to 8": how sure the score is), and of events."""
    words = sorted((each for each in assessment.words if each.start is not None), key=lambda each: each.start or 0.0)
    phones = [phone for word in words for phone in word.phones]
    tiers: dict[str, Labelled] = {
        "words": [(word, word.text) for word in words],
        "phones": [(phone, str(phone.phone)) for phone in phones],
        "word scores": [(word, _value(word.accuracy)) for word in words],
        "word confidence": [(word, _band(word.accuracy)) for word in words],
        "phone scores": [(phone, _value(phone.accuracy)) for phone in phones],
        "phone confidence": [(phone, _band(phone.accuracy)) for phone in phones],
    }
    ends = [each.end for pairs in tiers.values() for each, _ in pairs if each.end is not None]
    end = max([assessment.audio.seconds, *ends])
    tiers["events"] = [(event, _event(event.kind)) for event in assessment.events]
    whole = {"xmin": 0.0, "xmax": end, "tiers": [_tier(name, _intervals(pairs), end) for name, pairs in tiers.items()]}
    return str(getTextgridAsStr(whole, "long_textgrid", includeBlankSpaces=True))


def _row(at: int, word: WordScore, nth: int, phone: PhoneScore) -> tuple[object, ...]:
    return (
        at, word.text, word.miscue, *_three(word.accuracy), _number(word.stress.value if word.stress else None), nth, phone.phone,
        phone.phone.ipa, _number(phone.start), _number(phone.end), int(phone.judged), *_three(phone.accuracy), phone.heard,
        _number(phone.heard_chance), _number(phone.mispronounced),
    )  # fmt: skip


def _three(score: Estimate | None) -> tuple[object, object, object]:
    return (None, None, None) if score is None else (_number(score.value), _number(score.low), _number(score.high))


def _number(value: float | None) -> float | None:
    return None if value is None else round(value, 3)


def _value(score: Estimate | None) -> str:
    return "not judged" if score is None else f"{score.value:.1f}"


def _band(score: Estimate | None) -> str:
    return "not judged" if score is None else f"{plain(score.low)} to {plain(score.high)}"


def _event(kind: EventKind) -> str:
    return kind.replace("_", "-")


def _intervals(pairs: Labelled) -> list[Interval]:
    """In order and without overlap, which Praat demands; what has no length is left out."""
    made: list[Interval] = []
    for each, text in pairs:
        if each.start is None or each.end is None:
            continue
        start = max(each.start, made[-1][1] if made else 0.0)
        if each.end - start >= _SHORTEST_S:
            made.append((start, each.end, text))
    return made


def _tier(name: str, entries: list[Interval], end: float) -> dict[str, object]:
    return {"class": "IntervalTier", "name": name, "xmin": 0.0, "xmax": end, "entries": entries}
