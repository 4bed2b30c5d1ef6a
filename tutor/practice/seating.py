"""A seating plan: which learners sit at which computer, as a table that any spreadsheet program writes."""

import csv
import io
import itertools
from collections.abc import Iterable, Iterator
from typing import get_args

from tutor.domain.errors import TextError
from tutor.domain.learner import KeepAudio, Learner
from tutor.domain.target import Level

NEEDED = ("computer", "name")
EARLIER = "Earlier readings"
COLUMNS = (*NEEDED, "level", "first_language", "sound")


def seated_at(plan: str, computer: str) -> tuple[Learner, ...]:
    """The learners of a computer, in the plan's order; names of computers are compared without regard to case.

    `plan` is CSV with a head line that names its columns: `computer` and `name`, and if wanted `level` (A1 to C1),
    `first_language` (a code such as `zh`) and `sound` (`kept`, `thinned` or `never`). Commas or semicolons part them.
    Raises `TextError`: `plan_without_columns` (facts: missing), `broken_plan` (line, value), `not_in_plan` (computer, known).
    """
    rows = list(_rows(plan))
    found = tuple(learner for seat, learner in rows if seat.casefold() == computer.casefold())
    if not found:
        known = ", ".join(dict.fromkeys(seat for seat, _ in rows))
        raise TextError("not_in_plan", computer=computer, known=known or "–")
    return found


def earlier_name(there: Iterable[Learner]) -> str:
    """A name nobody has, for whoever read on a computer before its learners had names."""
    taken = {each.name.casefold() for each in there}
    names = (EARLIER if count == 1 else f"{EARLIER} ({count})" for count in itertools.count(1))
    return next(name for name in names if name.casefold() not in taken)


def _rows(plan: str) -> Iterator[tuple[str, Learner]]:
    head, _, _ = plan.partition("\n")
    reader = csv.DictReader(io.StringIO(plan), delimiter=";" if head.count(";") > head.count(",") else ",", restkey="")
    reader.fieldnames = [name.strip().casefold() for name in reader.fieldnames or ()]
    missing = [name for name in NEEDED if name not in reader.fieldnames]
    if missing:
        raise TextError("plan_without_columns", missing=", ".join(missing))
    for row in reader:
        said = {name: (row.get(name) or "").strip() for name in COLUMNS}
        if said["computer"] and said["name"]:
            yield said["computer"], _learner(said, reader.line_num)


def _learner(said: dict[str, str], line: int) -> Learner:
    levels: tuple[Level, ...] = get_args(Level)
    level = next((each for each in levels if each == said["level"].upper()), None)
    if said["level"] and level is None:
        raise TextError("broken_plan", line=line, value=said["level"])
    try:
        audio = KeepAudio(said["sound"].lower() or KeepAudio.KEPT)
    except ValueError as error:
        raise TextError("broken_plan", line=line, value=said["sound"]) from error
    return Learner(said["name"], level, said["first_language"].lower(), audio=audio)
