"""What practice needs of the world. Adapters in `audio`, `scorer`, `speechllm` and `store` fulfil these."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

from tutor.domain.accepted import Acceptance, Accepted
from tutor.domain.assessment import Assessment, ModelStamp, WordScore
from tutor.domain.assignment import Assignment, Offer, Reading, Received
from tutor.domain.audio import AudioFacts, Samples, Waveform
from tutor.domain.cards import Card, Practised
from tutor.domain.errors import AudioError
from tutor.domain.history.readings import Counts, Readings
from tutor.domain.learner import Learner
from tutor.domain.ledger import Kind, Ledger
from tutor.domain.library import OwnText
from tutor.domain.phones import Pronunciation
from tutor.domain.returns import Given, Pupil, Receipt
from tutor.domain.review import Comment, Correction, Look
from tutor.domain.strictness import Setting, Threshold
from tutor.domain.take import Attempt, Take
from tutor.domain.target import Target
from tutor.reading.own import Entries


class Progress(Protocol):
    """Told how far a longer job is; raises `Cancelled` when the person wants it to stop."""

    def __call__(self, share: float, stage: str) -> None:
        """`share` from 0 to 1; `stage` a snake_case name such as `listening`."""


class Overhearing(Protocol):
    """A take that an assessor hears while it is still being read, so that less is left to do when it ends."""

    def feed(self, samples: Samples) -> None:
        """The next mono samples, rounded as the take is kept (`domain.audio.as_kept`)."""


class Following(Protocol):
    """Where a reader is in their text, while they read."""

    def hear(self, samples: Samples) -> int:
        """The number of the word being read, or of the one to come, after these mono samples; behind the last their number."""

    def judge(self) -> Sequence[WordScore | None] | None:
        """What can be said by now of each word of the text, where its sentence was read to the end; None without news.

        Takes some 0.1 s for one sentence. Called seldom, it goes on with the newest ones.
        """


class Assessor(Protocol):
    """Turns a take and its target into an assessment. Lives in one thread."""

    @property
    def stamp(self) -> ModelStamp:
        """Which model this is."""

    def overhear(self, rate: int) -> Overhearing | None:
        """Begin to hear a take of that rate in Hz while it is being read, and forget the one before.

        None: this assessor needs the whole take first. `assess` then takes less time for that take, and says the same as ever;
        of a take that nobody wants assessed it need not be told.
        """

    def follow(self, rate: int, target: Target) -> Following | None:
        """Begin to follow a take of that rate in Hz through its text, for the reader to see; nothing of it counts for `assess`.

        None: this assessor can't.
        """

    def assess(self, waveform: Waveform, facts: AudioFacts, target: Target, progress: Progress) -> Assessment:
        """Judge 16 kHz mono sound against the target, without prosody; its rationale may be empty.

        The verdict is `scored`, `incomplete` or `off_script`. Raises `ModelError` or `Cancelled`.
        """


class Draft(Protocol):
    """A take while it is being recorded: on disk from its first block on, so that a killed process loses nothing."""

    def write(self, samples: Samples) -> None:
        """Append mono float32 samples at the draft's rate. Raises `StoreError` (disk full); what was written stays."""

    def finish(self, device: str, overflows: int) -> Take:
        """Close it and keep it as a take. Raises `StoreError`."""

    def discard(self) -> None:
        """Throw it away: the person pressed Esc."""


class Recorder(Protocol):
    """A microphone."""

    def devices(self) -> tuple[str, ...]:
        """Names of the microphones there are; raises `AudioError` without PortAudio."""

    def rate(self, device: str | None) -> int:
        """The device's own rate in Hz (None: the default device). Raises `AudioError`."""

    def start(self, draft: Draft, device: str | None) -> None:
        """Record into the draft until `stop`. Raises `AudioError` when there is none or it can't be opened."""

    def stop(self) -> Take:
        """Stop, write what is left and finish the draft; after a `failure` the same, with all that came before it."""

    def cancel(self) -> None:
        """Stop and discard."""

    @property
    def level_db(self) -> float:
        """Peak level of the last 100 ms, dB of full scale; -120 when idle."""

    @property
    def failure(self) -> Exception | None:
        """Why the recording broke off by itself (device lost, disk full), else None. Poll it with the level."""


class Player(Protocol):
    """A loudspeaker. `device` is the name of the one wanted; None, or one that is gone: the system's own."""

    device: str | None

    def devices(self) -> tuple[str, ...]:
        """Names of the loudspeakers there are; raises `AudioError` without PortAudio."""

    def play(self, waveform: Waveform) -> None:
        """Play from the start, stopping what plays. Returns at once. Raises `AudioError`."""

    def stop(self) -> None:
        """Silence."""

    @property
    def position_s(self) -> float | None:
        """Seconds into what plays, None when nothing does."""


class ModelVoice(Protocol):
    """A voice that reads English aloud, as a model."""

    @property
    def lack(self) -> AudioError | None:
        """Why there is none on this computer; None when there is one."""

    def render(self, text: str) -> Waveform:
        """The text as sound, at a usual pace. May take a second, in any thread. Raises `AudioError`."""


class History(Protocol):
    """Takes and attempts, kept for years."""

    def open_draft(self, text: str, passage_id: str | None, rate: int, when: datetime) -> Draft:
        """A new take to record into. Raises `StoreError`."""

    def keep(self, waveform: Waveform, text: str, passage_id: str | None, when: datetime, device: str) -> Take:
        """Keep sound that is already whole, such as an opened file. Raises `StoreError`."""

    def recover(self) -> tuple[Take, ...]:
        """Make takes of drafts a killed process left behind; called once at start."""

    def waveform(self, take_id: str) -> Waveform:
        """A take's sound. Raises `StoreError`."""

    def save(self, take_id: str, assessment: Assessment) -> None:
        """Add an assessment to a take; the newest one counts. Raises `StoreError`."""

    def attempt(self, take_id: str) -> Attempt:
        """A take with its newest assessment. Raises `StoreError`."""

    def attempts(self, limit: int = 100, *, drills: bool = True) -> Sequence[Attempt]:
        """The newest takes first, each with its newest assessment; without those of drills when they aren't wanted."""


class Tallies(Protocol):
    """What the history counts with. All of it raises `StoreError`."""

    def uncounted(self) -> int:
        """How many assessments have no counts: older programs made none, and a tutor changes what holds."""

    def fill(self, before: int | None = None) -> int | None:
        """Count some of these in. Called with what it returned it goes on behind them; None: it is through."""

    def readings(self) -> Readings:
        """All takes, oldest first."""

    def sounds(self, readings: Readings) -> Counts:
        """How the sounds came in these."""

    def words(self, readings: Readings) -> Counts:
        """How the words came in these."""


class Deck(Protocol):
    """The words to practise. All of it raises `StoreError`."""

    def cards(self) -> Sequence[Card]:
        """All of them, the oldest first."""

    def put(self, card: Card, practised: Practised | None = None) -> None:
        """Keep a card, new or changed, and the practice that changed it."""

    def remove(self, key: str) -> None:
        """Delete a card and its practices; takes stay."""

    def practised(self, key: str) -> int:
        """How often a card was practised."""


class Library(Protocol):
    """What a learner brought and decided: own texts, and the sounds that are fine as they are."""

    def texts(self) -> Sequence[OwnText]:
        """All own texts, the newest first. Raises `StoreError`, as all of these."""

    def keep_text(self, text: OwnText) -> OwnText:
        """Add it when its `id` is None or no longer there, else put it in the place of what has this id; as it is kept."""

    def remove_text(self, text_id: int) -> None:
        """Let go of it; nothing happens when it isn't there. Takes of it stay."""

    def accepted(self) -> Accepted:
        """The substitutions that are never to be marked."""

    def accept(self, acceptance: Acceptance) -> None:
        """Add one."""

    def mark_again(self, acceptance: Acceptance) -> None:
        """Take one away."""


class Reviews(Protocol):
    """What tutors said about a learner's takes, and how the learner is marked: rows, only added. All raises `StoreError`."""

    def add(self, row: Correction | Look | Comment | Setting | Threshold) -> None:
        """Keep a row; nothing happens when its id is there already."""

    def corrections(self, take_id: str | None = None) -> Sequence[Correction]:
        """Every row, or those of a take, in no order that counts; so with all of these."""

    def comments(self, take_id: str | None = None) -> Sequence[Comment]:
        """Comments, and the rows that withdraw one."""

    def looks(self) -> Sequence[Look]:
        """Which takes were opened, and which ones a tutor is done with."""

    def settings(self) -> Sequence[Setting]:
        """Every strictness that was ever set."""

    def thresholds(self) -> Sequence[Threshold]:
        """Every threshold that was ever refitted or taken back."""

    def open_voice(self, comment: Comment, rate: int) -> Draft:
        """Where to record a spoken comment into; when it is finished the comment is kept with it."""

    def voice(self, comment_id: str) -> Waveform:
        """The sound of a spoken comment."""

    def recover(self) -> int:
        """Keep spoken comments that a killed process left behind; called once at start. How many."""


class Sayings(Protocol):
    """Own pronunciations of words, by their folded spelling (`reading.own`)."""

    def read(self) -> Entries:
        """All. Raises `TextError` when they can't be read."""

    def write(self, word: str, said: tuple[Pronunciation, ...]) -> None:
        """In place of what the word had; none: let go of it. Raises `StoreError` or `TextError`; nothing is lost then."""


class People(Protocol):
    """Who reads on this computer. All of it raises `StoreError`: `broken_learners`, `newer_learners`, `locked_learners`, …"""

    def learners(self) -> Sequence[Learner]:
        """All, in the order they came."""

    def last(self) -> Learner | None:
        """Who read last; else the first one; None without any."""

    def add(self, learner: Learner) -> Learner:
        """Put them in the list; as they are kept, with an id: the one they have from another computer, or a new one.

        Raises `learner_there` for a name or an id that another one has.
        """

    def change(self, learner: Learner) -> None:
        """What is known of them, by their id; their PIN stays. Raises `no_such_learner` or `learner_there`."""

    def remove(self, learner_id: str) -> None:
        """Delete them and all that is theirs. Raises `locked_database` while their history is open anywhere."""

    def folder(self, learner_id: str) -> Path:
        """Where all that is theirs lies: the stores of one learner are opened on it."""

    def opened(self, learner_id: str) -> None:
        """They read now: remember it for the next start. Raises `no_such_learner`."""

    def set_pin(self, learner_id: str, pin: str | None) -> None:
        """From now on this PIN opens what is theirs; None: it is open. Takes a tenth of a second. Raises `no_such_learner`."""

    def check_pin(self, learner_id: str, pin: str) -> bool:
        """Whether it opens what is theirs; without a PIN anything does. Takes a tenth of a second.

        Raises `code_waits` (fact: `seconds`) after several others: until then no try counts.
        """


class Passcode(Protocol):
    """What keeps learners out of the tutor area."""

    def is_set(self) -> bool:
        """Whether there is one."""

    def set(self, code: str) -> None:
        """From now on this one. Takes a tenth of a second. Raises `StoreError`."""

    def check(self, code: str) -> bool:
        """Whether it is this one. Takes a tenth of a second. Raises `StoreError`: `code_waits`, `broken_passcode`."""


class Keeper(Protocol):
    """A learner's say over what is kept of them. All of it raises `StoreError`; what deletes, `in_use` where it may only read."""

    def ledger(self) -> Ledger:
        """What there is of everybody, how much and where."""

    def delete_take(self, take_id: str, progress: Progress) -> None:
        """A take with its sound, its results and all that was said about it, also from the copies. Words to practise stay."""

    def delete(self, kind: Kind, progress: Progress) -> None:
        """All the learner has of a kind: `RESULTS` are all takes, `SOUND` leaves their results; `COPIES`, `DAMAGED`.

        Cancelled by `progress`, what is still there stays.
        """


class Homework(Protocol):
    """A learner's assignments: packs that come, and takes that go back. All of it raises `StoreError` or `PackError`."""

    def received(self) -> Sequence[Received]:
        """Every assignment, the newest first."""

    def readings(self) -> Sequence[Reading]:
        """Takes of assigned texts."""

    def look(self, path: Path, progress: Progress) -> Offer:
        """Look a pack through; nothing is kept of it. Raises `pack_for_another`, …"""

    def take(self, offer: Offer, progress: Progress) -> bool:
        """Keep it, and believe who signed it from now on; False when the assignment is there already."""

    def note(self, assignment_id: str) -> Waveform:
        """The spoken note of an assignment that has one (`Assignment.spoken_s`)."""

    def takes(self) -> Sequence[str]:
        """The ids of all takes."""

    def give_back(self, path: Path, takes: Sequence[str], progress: Progress, *, sound: bool) -> Given:
        """Write takes to a file for the tutor. Raises `nothing_to_give`, …"""


class ClassPacks(Protocol):
    """The tutor's side. All of it raises `StoreError` or `PackError`."""

    def number(self) -> str:
        """Of the tutor's key, for the pupils to compare."""

    def make(
        self, path: Path, assignment: Assignment, progress: Progress, *, strictness: Setting | None, note: Waveform | None
    ) -> None:
        """Write one pack for the class, with a `note` by voice if there is one."""

    def make_each(self, folder: Path, assignment: Assignment, progress: Progress, *, note: Waveform | None) -> Sequence[Path]:
        """Write a pack for each learner, with the note and with what was said about their readings."""

    def returns_in(self, folder: Path) -> Sequence[Path]:
        """Files that learners gave back."""

    def receive(self, path: Path, progress: Progress, *, any_computer: bool = False) -> Receipt:
        """Merge one of them into its learner's history."""

    def pupils(self, progress: Progress) -> Sequence[Pupil]:
        """Who gave back what, in the order of the learners."""


class Clock(Protocol):
    """The time."""

    def now(self) -> datetime:
        """Aware, UTC."""

    def monotonic(self) -> float:
        """Seconds, never going back."""
