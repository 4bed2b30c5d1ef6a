"""The list of learners as the text of `learners.json`, and back. Opens no file.

    {"schema": 1, "last": ID, "heir": ID or "", "learners": [{"id": …, "name": …, …, "pin": null}]}

`heir` is whom an older program's files are being moved to (`store.moving`).
"""

import json
import re
from dataclasses import dataclass, field, replace
from typing import Any, get_args

from tutor.domain.learner import KeepAudio, Learner
from tutor.domain.target import Level
from tutor.store.codes import KeptCode

SCHEMA = 1
_ID = re.compile(r"[0-9a-f]{12}")  # an id names a folder: nothing that leads elsewhere


@dataclass(frozen=True, slots=True)
class Roll:
    """What the file says; `pins` by the learner's id."""

    learners: tuple[Learner, ...] = ()
    last: str = ""
    heir: str = ""
    pins: dict[str, KeptCode] = field(default_factory=dict)

    def with_learner(self, learner: Learner) -> "Roll":
        """In the place of the one with this id, else at the end."""
        known = [each.id for each in self.learners]
        if learner.id not in known:
            return replace(self, learners=(*self.learners, learner))
        return replace(self, learners=tuple(learner if each.id == learner.id else each for each in self.learners))

    def without(self, learner_id: str) -> "Roll":
        """Without that learner."""
        return replace(
            self, learners=tuple(each for each in self.learners if each.id != learner_id),
            pins={known: pin for known, pin in self.pins.items() if known != learner_id},
            last="" if self.last == learner_id else self.last, heir="" if self.heir == learner_id else self.heir,
        )  # fmt: skip

    def with_pin(self, learner_id: str, pin: KeptCode | None) -> "Roll":
        """With that learner's PIN, or without one."""
        kept = {known: each for known, each in self.pins.items() if known != learner_id} | ({learner_id: pin} if pin else {})
        learners = tuple(replace(each, has_pin=each.id in kept) for each in self.learners)
        return replace(self, learners=learners, pins=kept)


class NewerRollError(Exception):
    """Written by a newer program."""


def to_bytes(roll: Roll) -> bytes:
    """As it is kept."""
    learners = [_entry(learner, roll.pins.get(learner.id)) for learner in roll.learners]
    data = {"schema": SCHEMA, "last": roll.last, "heir": roll.heir, "learners": learners}
    return json.dumps(data, ensure_ascii=False, indent=1).encode()


def from_bytes(data: bytes) -> Roll:
    """Raises `ValueError` for anything that isn't whole, `NewerRollError` for what a newer program wrote."""
    try:
        said = json.loads(data)
        if said["schema"] > SCHEMA:
            raise NewerRollError(said["schema"])
        entries = said["learners"]
        learners = tuple(_learner(entry) for entry in entries)
        pins = {entry["id"]: KeptCode(**entry["pin"]) for entry in entries if entry["pin"]}
        roll = Roll(learners, str(said["last"]), str(said["heir"]), pins)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"{type(error).__name__}: {error}") from error
    known = [each.id for each in learners]
    if len(set(known)) < len(known) or roll.heir not in ("", *known):
        raise ValueError("ids that don't fit together")
    return roll


def _entry(learner: Learner, pin: KeptCode | None) -> dict[str, Any]:
    return {
        "id": learner.id, "name": learner.name, "level": learner.level, "first_language": learner.first_language,
        "audio": learner.audio.value, "expires_days": learner.expires_days,
        "scores_stay": learner.scores_stay,
        "pin": pin and {"hash": pin.hash, "misses": pin.misses, "until": pin.until},
    }  # fmt: skip


def _learner(entry: dict[str, Any]) -> Learner:
    if not _ID.fullmatch(entry["id"]):
        raise ValueError(f"no id: {entry['id']}")
    if entry["level"] not in (None, *get_args(Level)):
        raise ValueError(f"no level: {entry['level']}")
    days = entry["expires_days"]
    return Learner(
        str(entry["name"]), entry["level"], str(entry["first_language"]), entry["id"], KeepAudio(entry["audio"]),
        None if days is None else int(days), bool(entry["pin"]), bool(entry.get("scores_stay", False)),
    )  # fmt: skip
