"""What is stored, as rows a person reads: what, how much, until when, where."""

from collections.abc import Sequence
from dataclasses import dataclass

from tutor.domain.learner import KeepAudio, Learner
from tutor.domain.ledger import Holding, Kind
from tutor.domain.wording import say

NAMES: dict[Kind, str] = {
    Kind.RESULTS: "Readings and their results",
    Kind.SOUND: "Sound of readings",
    Kind.DRAFTS: "Recordings being made",
    Kind.COMMENTS: "Spoken comments of tutors",
    Kind.NOTES: "Spoken notes that came with homework",
    Kind.COPIES: "Copies of the results",
    Kind.DAMAGED: "Damaged histories, set aside",
    Kind.WORDS: "Own pronunciations",
    Kind.LEARNERS: "List of learners",
    Kind.TUTOR: "Things of the tutor",
    Kind.MODELS: "Models",
    Kind.SETTINGS: "Settings",
    Kind.LOGS: "Logs of the program",
    Kind.OTHER: "Other files",
}
UNTIL: dict[Kind, str] = {
    Kind.RESULTS: "until you delete them",
    Kind.SOUND: "until you delete it",
    Kind.DRAFTS: "until the recording ends, at the latest until the next start",
    Kind.COMMENTS: "until their reading is deleted",
    Kind.NOTES: "until the learner is deleted",
    Kind.COPIES: "for about three months; what you delete goes from them too",
    Kind.DAMAGED: "until you delete them; readings deleted later may still be in them",
    Kind.WORDS: "until the learner is deleted",
    Kind.LEARNERS: "as long as there are learners",
    Kind.TUTOR: "until the tutor deletes them",
    Kind.MODELS: "until somebody deletes their folder",
    Kind.SETTINGS: "until somebody deletes them",
    Kind.LOGS: "until newer ones take their place, 2 MB at most",
    Kind.OTHER: "until somebody deletes them",
}
_LARGE = 1000


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """`title` says what and how much, `below` until when and where. `deletable`: it can be deleted by itself."""

    kind: Kind
    what: str
    amount: str
    until: str
    path: str
    deletable: bool

    @property
    def title(self) -> str:
        """What, and how much."""
        return say("{what}: {amount}").format(what=self.what, amount=self.amount)

    @property
    def below(self) -> str:
        """Until when, and where."""
        return say("{until} · {path}").format(until=_capital(self.until), path=self.path)

    @property
    def spoken(self) -> str:
        """All of it."""
        return say("{what}: {amount}, {until}").format(what=self.what, amount=self.amount, until=self.until)


def ledger_rows(holdings: Sequence[Holding], learner: Learner | None = None) -> tuple[LedgerRow, ...]:
    """In the order of `Kind`; what is a learner's is kept as their profile says."""
    return tuple(
        LedgerRow(each.kind, say(NAMES[each.kind]), amount(each), _until(each.kind, learner), each.path, each.kind in DELETABLE)
        for each in holdings
    )


DELETABLE = (Kind.RESULTS, Kind.SOUND, Kind.COPIES, Kind.DAMAGED)


def amount(holding: Holding) -> str:
    """`3 files, 1.2 MB`."""
    said = say("1 file, {size}") if holding.files == 1 else say("{count} files, {size}")
    return said.format(count=holding.files, size=size_words(holding.size))


def size_words(size: int) -> str:
    """`0 kB`, `512 kB`, `1.2 MB`, `3.4 GB`."""
    if size < _LARGE**2:
        return say("{size} kB").format(size=-(-size // _LARGE))
    if size < _LARGE**3:
        return say("{size} MB").format(size=f"{size / _LARGE**2:.1f}")
    return say("{size} GB").format(size=f"{size / _LARGE**3:.1f}")


def _until(kind: Kind, learner: Learner | None) -> str:
    if learner is not None and kind is Kind.SOUND and learner.audio is KeepAudio.NEVER:
        return say("until the next start: this profile keeps scores only")
    days = learner.expires_days if learner is not None else None
    if days is not None and (kind is Kind.SOUND or (kind is Kind.RESULTS and learner is not None and not learner.scores_stay)):
        return say("until {days} days after they were made").format(days=days)
    if learner is not None and kind is Kind.SOUND and learner.audio is KeepAudio.THINNED:
        return say("until there is a newer reading of the same text")
    return say(UNTIL[kind])


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
