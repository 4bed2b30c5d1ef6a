"""Hand-written stand-ins for the ports of `tutor.practice.ports`: microphone, loudspeaker, assessor, history, clock."""

import itertools
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import numpy as np

from tests.builders import RATE, STAMP, WHEN, a_waveform, an_assessment
from tutor.domain.accepted import Acceptance, Accepted
from tutor.domain.assessment import Assessment, ModelStamp
from tutor.domain.audio import AudioFacts, Samples, Waveform
from tutor.domain.cards import Card, Practised
from tutor.domain.errors import AudioError, StoreError
from tutor.domain.history.readings import Counts, Readings
from tutor.domain.library import OwnText
from tutor.domain.phones import Pronunciation
from tutor.domain.take import Attempt, Take
from tutor.domain.target import Target
from tutor.practice.ports import Draft, Progress
from tutor.reading.letters import fold


@dataclass
class FakeRecorder:
    """A microphone that hears what the test says with `hear`. `error` is raised by `start`; set `failure` to break it off.

    `plugged` are the microphones there are, `used` the one that was asked for last.
    """

    sample_rate: int = RATE
    error: Exception | None = None
    failure: Exception | None = None
    level_db: float = -120.0
    draft: Draft | None = None
    plugged: tuple[str, ...] = ("Test microphone",)
    used: str | None = None

    def devices(self) -> tuple[str, ...]:
        return self.plugged

    def rate(self, device: str | None) -> int:
        if self.error is not None:
            raise self.error
        if device is not None and device not in self.plugged:
            raise AudioError("microphone_gone", device=device)
        return self.sample_rate

    def start(self, draft: Draft, device: str | None) -> None:
        if self.error is not None:
            raise self.error
        self.failure, self.draft, self.used = None, draft, device

    def hear(self, waveform: Waveform) -> None:
        """Samples arrive."""
        assert self.draft is not None, "nobody records"
        self.draft.write(waveform.samples)
        self.level_db = 20 * float(np.log10(np.abs(waveform.samples).max() + 1e-6))

    def stop(self) -> Take:
        return self._let_go().finish("Test microphone", 0)

    def cancel(self) -> None:
        self._let_go().discard()

    def _let_go(self) -> Draft:
        draft, self.draft, self.level_db = self.draft, None, -120.0
        assert draft is not None, "nobody records"
        return draft


@dataclass
class FakePlayer:
    """A loudspeaker that is silent; the test moves `position_s` on. `error` is raised by `play`."""

    device: str | None = None
    error: Exception | None = None
    position_s: float | None = None
    played: list[Waveform] = field(default_factory=list)

    def devices(self) -> tuple[str, ...]:
        return ("Test loudspeaker",)

    def play(self, waveform: Waveform) -> None:
        if self.error is not None:
            raise self.error
        self.played.append(waveform)
        self.position_s = 0.0

    def stop(self) -> None:
        self.position_s = None


@dataclass
class FakeVoice:
    """A model voice that hums, loud and at its own rate, a quarter of a second a word, with `edge_s` of silence around.

    With `lack` there is none.
    """

    lack: AudioError | None = None
    error: Exception | None = None
    edge_s: float = 0.0
    asked: list[str] = field(default_factory=list)

    def render(self, text: str) -> Waveform:
        self.asked.append(text)
        if self.error is not None:
            raise self.error
        hum = a_waveform(0.25 * len(text.split()), level=0.5, rate=22_050, hertz=200.0)
        return Waveform(np.pad(hum.samples, round(self.edge_s * hum.rate)), hum.rate)


@dataclass
class FakeAssessor:
    """Says `answer` after `seconds`, telling its progress in `steps`.

    `error` makes it fail; `gate` makes it wait, deaf to cancelling, until the test sets it: an answer that comes late.
    `heard` keeps what it was given, `overheard` what was fed to it while it was recorded, which fails with `deaf`.
    """

    answer: Assessment = field(default_factory=an_assessment)
    seconds: float = 0.0
    steps: int = 5
    error: Exception | None = None
    gate: threading.Event | None = None
    heard: list[tuple[Waveform, Target]] = field(default_factory=list)
    overheard: list["FakeOverhearing"] = field(default_factory=list)
    followed: list["FakeFollowing"] = field(default_factory=list)
    deaf: Exception | None = None

    @property
    def stamp(self) -> ModelStamp:
        return STAMP

    def overhear(self, rate: int) -> "FakeOverhearing":
        self.overheard.append(FakeOverhearing(rate, self.deaf))
        return self.overheard[-1]

    def follow(self, rate: int, target: Target) -> "FakeFollowing":
        self.followed.append(FakeFollowing(target))
        return self.followed[-1]

    def assess(self, waveform: Waveform, facts: AudioFacts, target: Target, progress: Progress) -> Assessment:
        self.heard.append((waveform, target))
        if self.gate is not None:
            assert self.gate.wait(10), "the test never opened the gate"
        for step in range(self.steps):
            progress(step / self.steps, "listening")
            time.sleep(self.seconds / self.steps)
        if self.error is not None:
            raise self.error
        return replace(self.answer, audio=facts)


@dataclass
class FakeOverhearing:
    """Keeps what it is fed, or fails."""

    rate: int
    error: Exception | None
    blocks: list[Samples] = field(default_factory=list)

    def feed(self, samples: Samples) -> None:
        if self.error is not None:
            raise self.error
        self.blocks.append(samples)


@dataclass
class FakeFollowing:
    """A reader who reads one word with each block."""

    target: Target
    place: int = -1

    def hear(self, samples: Samples) -> int:
        self.place = min(self.place + 1, len(self.target.words))
        return self.place

    def judge(self) -> None:
        return None


@dataclass
class MemoryDraft:
    """A take being recorded into a `MemoryHistory`."""

    history: "MemoryHistory"
    take: Take
    rate: int
    blocks: list[Samples] = field(default_factory=list)

    def write(self, samples: Samples) -> None:
        self.blocks.append(np.array(samples, dtype=np.float32))

    def finish(self, device: str, overflows: int) -> Take:
        whole = np.concatenate(self.blocks) if self.blocks else np.zeros(0, dtype=np.float32)
        waveform = Waveform(whole, self.rate)
        return self.history.add(replace(self.take, device=device, overflows=overflows, seconds=waveform.seconds), waveform)

    def discard(self) -> None:
        self.blocks.clear()


@dataclass
class MemoryHistory:
    """A history that forgets when the test ends. `error` is raised by everything; `left_behind` is what `recover` finds."""

    error: StoreError | None = None
    left_behind: tuple[tuple[Take, Waveform], ...] = ()
    sounds: dict[str, Waveform] = field(default_factory=dict)
    kept: dict[str, Attempt] = field(default_factory=dict)
    ids: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))

    def add(self, take: Take, waveform: Waveform) -> Take:
        """Put a take in, as the real one does when a draft ends."""
        self._check()
        self.sounds[take.id], self.kept[take.id] = waveform, Attempt(take, None)
        return take

    def open_draft(self, text: str, passage_id: str | None, rate: int, when: datetime) -> MemoryDraft:
        self._check()
        return MemoryDraft(self, Take(f"take-{next(self.ids)}", text, passage_id, when, 0.0, ""), rate)

    def keep(self, waveform: Waveform, text: str, passage_id: str | None, when: datetime, device: str) -> Take:
        draft = self.open_draft(text, passage_id, waveform.rate, when)
        draft.write(waveform.samples)
        return draft.finish(device, 0)

    def recover(self) -> tuple[Take, ...]:
        return tuple(self.add(replace(take, recovered=True), waveform) for take, waveform in self.left_behind)

    def waveform(self, take_id: str) -> Waveform:
        self._check()
        return self.sounds[take_id]

    def save(self, take_id: str, assessment: Assessment) -> None:
        self._check()
        self.kept[take_id] = replace(self.kept[take_id], assessment=assessment)

    def attempt(self, take_id: str) -> Attempt:
        self._check()
        return self.kept[take_id]

    def attempts(self, limit: int = 100, *, drills: bool = True) -> Sequence[Attempt]:
        self._check()
        wanted = [attempt for attempt in self.kept.values() if drills or not attempt.take.is_drill]
        newest_first = sorted(wanted, key=lambda attempt: attempt.take.recorded_at, reverse=True)
        return newest_first[:limit]

    def _check(self) -> None:
        if self.error is not None:
            raise self.error


@dataclass
class NoTallies:
    """Of a history in which nobody counted."""

    error: StoreError | None = None

    def uncounted(self) -> int:
        if self.error is not None:
            raise self.error
        return 0

    def fill(self, before: int | None = None) -> int | None:
        return None

    def readings(self) -> Readings:
        nothing, whole = np.zeros(0), np.zeros(0, dtype=np.int64)
        columns = (nothing, nothing, nothing, nothing, nothing)
        return Readings((), (), (), (), (), nothing, nothing, whole, whole, np.zeros((0, 5, 3)), *columns)

    def sounds(self, readings: Readings) -> Counts:
        nothing, whole = np.zeros(0), np.zeros(0, dtype=np.int64)
        return Counts((), whole, whole, nothing, nothing, nothing, nothing)

    def words(self, readings: Readings) -> Counts:
        return self.sounds(readings)


@dataclass
class MemoryLibrary:
    """A library that forgets when the test ends. `error` is raised by everything that writes."""

    error: StoreError | None = None
    kept: dict[int, OwnText] = field(default_factory=dict)
    fine: set[Acceptance] = field(default_factory=set)

    def texts(self) -> Sequence[OwnText]:
        return sorted(self.kept.values(), key=lambda text: text.id or 0, reverse=True)

    def keep_text(self, text: OwnText) -> OwnText:
        self._check()
        made = replace(text, id=text.id or max(self.kept, default=0) + 1)
        assert made.id is not None
        self.kept[made.id] = made
        return made

    def remove_text(self, text_id: int) -> None:
        self._check()
        self.kept.pop(text_id, None)

    def accepted(self) -> Accepted:
        return frozenset(self.fine)

    def accept(self, acceptance: Acceptance) -> None:
        self._check()
        self.fine.add(acceptance)

    def mark_again(self, acceptance: Acceptance) -> None:
        self._check()
        self.fine.discard(acceptance)

    def _check(self) -> None:
        if self.error is not None:
            raise self.error


@dataclass
class MemorySayings:
    """Own pronunciations that are forgotten when the test ends."""

    entries: dict[str, tuple[Pronunciation, ...]] = field(default_factory=dict)

    def read(self) -> dict[str, tuple[Pronunciation, ...]]:
        return dict(self.entries)

    def write(self, word: str, said: tuple[Pronunciation, ...]) -> None:
        self.entries[fold(word)] = said
        if not said:
            del self.entries[fold(word)]


@dataclass
class ManualClock:
    """A clock that stands still until `advance`."""

    at: datetime = WHEN
    seconds: float = 0.0

    def now(self) -> datetime:
        return self.at

    def monotonic(self) -> float:
        return self.seconds

    def advance(self, seconds: float) -> None:
        """Let time pass."""
        self.at += timedelta(seconds=seconds)
        self.seconds += seconds


@dataclass
class MemoryDeck:
    """A deck that forgets when the test ends."""

    kept: dict[str, Card] = field(default_factory=dict)
    practices: list[Practised] = field(default_factory=list)

    def cards(self) -> Sequence[Card]:
        return list(self.kept.values())

    def put(self, card: Card, practised: Practised | None = None) -> None:
        self.kept[card.key] = card
        self.practices += [practised] if practised else []

    def remove(self, key: str) -> None:
        del self.kept[key]

    def practised(self, key: str) -> int:
        return sum(each.key == key for each in self.practices)
