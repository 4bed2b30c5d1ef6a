"""Invented practice: learners who read for a year, through the real store, for looking at screens and for tests with a past.

    python -m tests.invented FOLDER [--learners 30] [--days 365]     about two minutes for all of it

writes `FOLDER/learners/ID/` (history.db and takes/) for each; the same seed makes the same practice. From a test:

    pupils = invent(tmp_path, learners=2, days=30)                   well under a second for the two
    history = SqlHistory(open_database(folder_of(tmp_path, pupils[0])))

What is in it, so that every screen has something to show:
    - pupils differ: how often they read, how well, how fast they get better, which sounds are hard for them. `SOUNDS` lists
      those; the first of a pupil's sounds gets better over the year, the others stay as they are
    - the first pupil reads most days, the second seldom, the last gave up halfway, all rest now and then for two weeks
    - whole passages, single sentences of them, an own text, and tries of drills (`domain.take.DRILL`)
    - most takes are scored; some are noisy, incomplete, too quiet or not assessed at all
    - the model changes on day `CHANGED` of the year (`OLD`, then `NEW`, which scores half a point lower): curves break there
    - the pupil's deck of the last three weeks
Sound is silence with a hum at its beginning, of the length the reading would have: a year of thirty takes some 100 MB.
"""

import argparse
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import numpy as np

from tests.builders import RATE, a_waveform, facts
from tutor.domain.assessment import (
    Assessment,
    Estimate,
    Event,
    Evidence,
    Miscue,
    ModelStamp,
    PhoneScore,
    RationaleLine,
    Scores,
    Unjudged,
    Verdict,
    WordScore,
)
from tutor.domain.audio import Waveform
from tutor.domain.phones import Phone
from tutor.domain.prosody import Pause, Prosody, Track
from tutor.domain.take import DRILL, Attempt
from tutor.domain.target import Target, TargetWord
from tutor.practice.deck import learn
from tutor.practice.sentences import sentence_texts
from tutor.reading.howto import how_to_say
from tutor.reading.lexicon import Lexicon
from tutor.reading.passages import load_passages
from tutor.reading.target import make_target
from tutor.store.database import open_database
from tutor.store.deck import SqlDeck
from tutor.store.history import SqlHistory

UNTIL = datetime(2026, 11, 22, 17, 0, tzinfo=UTC)
CHANGED = 240  # the day, of 365, on which the model was another
OLD, NEW = ModelStamp("embedded", "moonshine-tiny", "2026.1"), ModelStamp("embedded", "moonshine-tiny", "2026.2")
SOUNDS = ("TH", "V", "DH", "R", "NG", "AE", "IH", "L", "Z", "W", "SH", "EH")
NAMES = (
    "Mei Lin", "Bowen", "Jia", "Haoran", "Yuxi", "Zihan", "Ruoxi", "Chen Yi", "Anan", "Luming", "Xiaoyu", "Tianle", "Weijia",
    "Siqi", "Junjie", "Ke Xin", "Minghao", "Yichen", "Lele", "Zixuan", "Qiao", "Ruilin", "Fangfang", "Hongyi", "Peng", "Shuang",
    "Tao", "Wen", "Xinyi", "Yang",
)  # fmt: skip
OWN = "My name is on the board today. I will tell you about the three things that I like best in our village."
_ODD = (Verdict.NOISY, Verdict.INCOMPLETE, Verdict.INCOMPLETE, Verdict.TOO_QUIET)


@dataclass(frozen=True, slots=True)
class Pupil:
    """Who reads: on a share of days `habit`, at first as well as `level` (0-10), `gain` points better after a year.

    `hard` are the chances that a sound goes wrong on the first day; of the first of them it is a quarter at the end.
    """

    id: str
    name: str
    level: float
    gain: float
    habit: float
    hard: dict[str, float]
    stops: float = 1.0  # the share of the time after which they gave up


def pupils(count: int = 30, seed: int = 1) -> tuple[Pupil, ...]:
    """The first of them are the same however many there are."""
    made = [_pupil(at, random.Random(f"{seed} {at}")) for at in range(count)]
    return (*made[:-1], replace(made[-1], stops=0.5)) if count > 2 else tuple(made)


def folder_of(folder: Path, pupil: Pupil) -> Path:
    """Where a pupil's database lies."""
    return folder / "learners" / pupil.id


def invent(
    folder: Path, *, learners: int = 30, days: int = 365, seed: int = 1, until: datetime = UNTIL, sound: bool = True
) -> tuple[Pupil, ...]:
    """Let some pupils practise for the `days` before `until`; who they are. Without `sound` takes last 0.1 s."""
    made = pupils(learners, seed)
    for pupil in made:
        practise(folder_of(folder, pupil), pupil, days=days, seed=seed, until=until, sound=sound)
    return made


def practise(folder: Path, pupil: Pupil, *, days: int = 365, seed: int = 1, until: datetime = UNTIL, sound: bool = True) -> None:
    """One pupil's practice into the database of a folder."""
    chance = random.Random(f"{seed} {pupil.id} practice")
    database = open_database(folder)
    history, deck = SqlHistory(database), SqlDeck(database)
    for when, passage_id, target in _sessions(pupil, chance, days, until):
        share = 1 - (until - when) / timedelta(days=days)
        said = _assessed(pupil, target, share, _stamp(share), chance)
        waveform = _sound(said.audio.seconds if sound else 0.1)
        take = history.keep(waveform, target.text, passage_id, when, "Headset microphone")
        if chance.random() > 0.01:
            history.save(take.id, said)
            if until - when < timedelta(days=21):
                learn(Attempt(take, said), target, deck, when)
    database.close()


def _stamp(share: float) -> ModelStamp:
    """Which model judged at that share of the time."""
    return OLD if share < CHANGED / 365 else NEW


def _hard(pupil: Pupil, share: float) -> dict[str, float]:
    """How likely each sound goes wrong at that share of the time."""
    first = next(iter(pupil.hard))
    return {sound: chance * (1 - 0.75 * share if sound == first else 1.0) for sound, chance in pupil.hard.items()}


def _pupil(at: int, chance: random.Random) -> Pupil:
    hard = {sound: chance.uniform(0.25, 0.7) for sound in chance.sample(SOUNDS, chance.randint(2, 5))}
    habit = (0.75, 0.12)[at] if at < 2 else chance.uniform(0.15, 0.6)
    level, gain = chance.uniform(4.0, 8.0), chance.uniform(-0.2, 2.0)
    return Pupil(f"p{at + 1:02}", NAMES[at % len(NAMES)], level, gain, habit, hard)


def _sessions(pupil: Pupil, chance: random.Random, days: int, until: datetime) -> Iterator[tuple[datetime, str | None, Target]]:
    """When what is read, oldest first."""
    rests = {day + more for day in range(days) if chance.random() < 0.006 for more in range(14)}
    for day in range(round(days * pupil.stops)):
        if day in rests or chance.random() > pupil.habit:
            continue
        at = until - timedelta(days=days - 1 - day) - timedelta(hours=chance.randint(0, 8), minutes=chance.randint(0, 59))
        for _ in range(chance.randint(1, 4)):
            at += timedelta(minutes=chance.randint(1, 6))
            if at < until:
                yield (at, *_text(pupil, chance))


def _text(pupil: Pupil, chance: random.Random) -> tuple[str | None, Target]:
    kind, passage = chance.random(), chance.choice(load_passages())
    if kind < 0.2:
        return passage.id, _target(passage.text)
    if kind < 0.75:
        return passage.id, _target(chance.choice(sentence_texts(_target(passage.text))))
    if kind < 0.85:
        return None, _target(OWN)
    words = [w.text for w in _target(passage.text).words if any(p.symbol in pupil.hard for p in w.pronunciations[0])]
    return DRILL, _target(chance.choice(words or ["think"]).lower())


@cache
def _lexicon() -> Lexicon:
    return Lexicon.load()


@cache
def _target(text: str) -> Target:
    return make_target(text, _lexicon())


def _sound(seconds: float) -> Waveform:
    samples = np.zeros(round(seconds * RATE), dtype=np.float32)
    hum = _hum()[: len(samples)]
    samples[: len(hum)] = hum
    return Waveform(samples, RATE)


@cache
def _hum() -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    return np.asarray(a_waveform(0.1).samples)


def _assessed(pupil: Pupil, target: Target, share: float, model: ModelStamp, chance: random.Random) -> Assessment:
    """What the model says of one reading, at that share of the time."""
    verdict = Verdict.SCORED if chance.random() > 0.06 else chance.choice(_ODD)
    skill = pupil.level + pupil.gain * share + chance.gauss(0, 0.5) - (0.5 if model == NEW else 0.0)
    pace = (70 + 9 * skill) * chance.uniform(0.9, 1.1)
    words, end, hard = list[WordScore](), 0.4, _hard(pupil, share)
    read = round(len(target.words) * (0.6 if verdict is Verdict.INCOMPLETE else 1.0))
    for at, word in enumerate(target.words):
        length = 60 / pace * len(word.pronunciations[0]) / 3.2
        said = at < read and chance.random() > 0.01
        words.append(_word(hard, word, end, length, chance) if said else _left_out(word))
        end += length + (0.35 if word.break_after and said else 0.0) if said else 0.0
    audio = facts(seconds=end + 0.5, speech_seconds=0.85 * end, speech_start=0.4, speech_end=end)
    if verdict.refuses:
        bare = tuple(_left_out(word, Unjudged.REFUSED) for word in target.words)
        return Assessment(model, audio, verdict, bare, problems=(verdict.value,))
    problems = () if verdict is Verdict.SCORED else (verdict.value,)
    scores = _scores(skill, tuple(words), chance)
    return Assessment(
        model, audio, verdict, tuple(words), scores, problems, events=_events(words, chance),
        prosody=_prosody(end + 0.5, words, target, chance), rationale=_rationale(words), seconds=0.1,
    )  # fmt: skip


def _word(hard: dict[str, float], word: TargetWord, start: float, length: float, chance: random.Random) -> WordScore:
    said = word.pronunciations[0]
    step = length / len(said)
    sounds = tuple(_sound_said(hard, phone, start + at * step, step, chance) for at, phone in enumerate(said))
    mean = sum(each.accuracy.value for each in sounds if each.accuracy) / len(sounds)
    worst = min(each.accuracy.value for each in sounds if each.accuracy)
    accuracy = _near(2.5 * mean + 2.5 * worst + chance.gauss(0, 0.3), 1.2, 10.0)
    miscue = Miscue.REPEATED if chance.random() < 0.01 else None
    return WordScore(word.text, start, start + length, miscue, accuracy, _near(9.5 + chance.gauss(0, 0.5), 0.8, 10.0), sounds)


def _sound_said(hard: dict[str, float], phone: Phone, start: float, length: float, chance: random.Random) -> PhoneScore:
    off = chance.random() < hard.get(phone.symbol, 0.015)
    value = chance.gauss(0.45, 0.2) if off else chance.gauss(1.85, 0.12)
    rivals = how_to_say()[phone.symbol].rivals
    heard = rivals[0] if off and rivals else phone.symbol
    wrong = min(0.99, max(0.01, chance.gauss(0.8, 0.12) if off else chance.gauss(0.05, 0.05)))
    return PhoneScore(phone, start, start + length, _near(value, 0.3, 2.0), heard, wrong, 0.8)


def _left_out(word: TargetWord, why: Unjudged = Unjudged.NOT_READ) -> WordScore:
    sounds = tuple(PhoneScore.unjudged(phone, why) for phone in word.pronunciations[0])
    return WordScore(word.text, None, None, Miscue.OMITTED if why is Unjudged.NOT_READ else None, None, None, sounds, why)


def _near(value: float, spread: float, top: float) -> Estimate:
    value = min(top, max(0.0, value))
    return Estimate(value, max(0.0, value - spread), min(top, value + spread))


def _scores(skill: float, words: tuple[WordScore, ...], chance: random.Random) -> Scores:
    """Short readings are judged less surely."""
    spread = 1.0 + 1.2 / max(1, len(words)) ** 0.5
    share = 10 * sum(word.start is not None for word in words) / len(words)
    made = [_near(skill + off + chance.gauss(0, 0.35), spread, 10.0) for off in (0.3, 0.0, -0.4, 0.0)]
    return Scores(made[0], made[1], made[2], Estimate(share, share, share), made[3])


def _events(words: list[WordScore], chance: random.Random) -> tuple[Event, ...]:
    read = [(at, word) for at, word in enumerate(words) if word.end is not None]
    if not read or chance.random() < 0.6:
        return ()
    at, word = chance.choice(read)
    return (Event("hesitation", word.end or 0.0, (word.end or 0.0) + 0.1, at),)


def _rationale(words: list[WordScore]) -> tuple[RationaleLine, ...]:
    marked = [
        (at, nth, word, phone)
        for at, word in enumerate(words)
        for nth, phone in enumerate(word.phones)
        if (phone.mispronounced or 0.0) >= 0.5
    ]
    return tuple(
        RationaleLine(f"In “{word.text}” the {phone.phone.symbol} sounded like {phone.heard}.", (Evidence("phone", at, nth),))
        for at, nth, word, phone in marked[:3]
    )


def _prosody(seconds: float, words: list[WordScore], target: Target, chance: random.Random) -> Prosody:
    step = 0.05  # a fifth of the real curves' points: a year of them is written in minutes
    t = np.arange(0, seconds, step, dtype=np.float32)
    pitch = (3 * np.sin(2 * t + chance.random()) - t / 8).astype(np.float32)
    energy = (-30 + 8 * np.sin(9 * t)).astype(np.float32)
    read = [(at, word.start, word.end) for at, word in enumerate(words) if word.start is not None and word.end is not None]
    pauses = [Pause(end, end + 0.3, at, True) for at, _, end in read[:-1] if target.words[at].break_after]
    span = read[-1][2] - read[0][1] if read else 0.0
    pace = 60 * len(read) / span if span else None
    return Prosody(step, Track(pitch, pitch - 1, pitch + 1), Track(energy, energy - 2, energy + 2), tuple(pauses), pace, 4.0)


def main() -> None:
    """From the command line."""
    parser = argparse.ArgumentParser(description="Invent practice, for looking.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--learners", type=int, default=30)
    parser.add_argument("--days", type=int, default=365)
    given = parser.parse_args()
    for pupil in pupils(given.learners):
        practise(folder_of(given.folder, pupil), pupil, days=given.days)
        print(pupil.id, pupil.name, flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
