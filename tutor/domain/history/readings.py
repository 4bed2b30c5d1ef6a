"""Many takes in columns, oldest first, so that ten thousand of them are filtered while one types."""

from dataclasses import dataclass
from datetime import date, datetime, tzinfo

import numpy as np
from numpy.typing import NDArray

from tutor.domain.assessment import ASPECTS, Aspect, ModelStamp, Verdict
from tutor.domain.take import DRILL

Numbers = NDArray[np.float64]
Whole = NDArray[np.int64]
Mask = NDArray[np.bool_]
RELIED_ON = (Verdict.SCORED, Verdict.INCOMPLETE)
"""Takes of other verdicts are kept and shown, but no level, pace or table is made of them."""


@dataclass(frozen=True, slots=True, eq=False)
class Readings:
    """One row a take, with what its newest assessment says. All columns are of one length; NaN is for what there isn't.

    `when` is in seconds since 1970 (UTC), `seconds` the length of the sound. `verdicts` are empty for takes that are not
    assessed, `assessments` the numbers of these, -1 for none; `models` points into `stamps`, -1 for none. `scores` has a row
    a take, an aspect (order of `ASPECTS`) a column, and value, low and high in each. `counted` and `correct` are words of
    the text and those read correctly, `pace` and `correct_pace` words and correct words per minute.
    """

    ids: tuple[str, ...]
    texts: tuple[str, ...]
    passages: tuple[str | None, ...]
    verdicts: tuple[str, ...]
    stamps: tuple[ModelStamp, ...]
    when: Numbers
    seconds: Numbers
    assessments: Whole
    models: Whole
    scores: Numbers
    confidence: Numbers
    counted: Numbers
    correct: Numbers
    pace: Numbers
    correct_pace: Numbers

    def __len__(self) -> int:
        return len(self.ids)

    def score(self, aspect: Aspect) -> Numbers:
        """Value, low and high of that aspect, a row a take."""
        return self.scores[:, ASPECTS.index(aspect)]

    def drills(self) -> Mask:
        """Which are tries of a drill."""
        return np.array([passage == DRILL for passage in self.passages], dtype=bool)

    def relied_on(self) -> Mask:
        """Which of them levels, pace and tables are made of."""
        wanted = {verdict.value for verdict in RELIED_ON}
        return np.array([verdict in wanted for verdict in self.verdicts], dtype=bool)

    def days(self, zone: tzinfo | None = None) -> Whole:
        """The day of each, as `date.toordinal`, where `zone` is, or this computer."""
        made = (datetime.fromtimestamp(when, zone).toordinal() for when in self.when)
        return np.fromiter(made, dtype=np.int64, count=len(self))


@dataclass(frozen=True, slots=True, eq=False)
class Counts:
    """How sounds or words came, a row for each of them in each take.

    `names` are told once; `item` points into them and `reading` into the readings' rows. The rest is `tally.Times`.
    """

    names: tuple[str, ...]
    reading: Whole
    item: Whole
    times: Numbers
    total: Numbers
    marked: Numbers
    left_out: Numbers

    def holding(self, name: str, readings: int) -> Mask:
        """Which of so many readings have it."""
        found = np.zeros(readings, dtype=bool)
        if name in self.names:
            found[self.reading[self.item == self.names.index(name)]] = True
        return found


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which takes are looked at. None asks for nothing: all texts, all the time, any word.

    `texts` are passage ids or texts (whole or parts of them count); `since` and `until` are days, both included. `drills`
    parts tries of drills from readings: there is never both.
    """

    texts: tuple[str, ...] | None = None
    since: date | None = None
    until: date | None = None
    drills: bool = False
    sound: str | None = None
    word: str | None = None
