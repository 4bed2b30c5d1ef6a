"""What became of a damaged history."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Repaired:
    """`takes` and `results` are there again; `copy_of` is the day of the copy that helped out, None when none was needed.

    `from_sound` of the takes came back from their sound alone. `whole`: nothing was found to be missing. The damaged file
    lies at `kept_at`.
    """

    takes: int
    results: int
    copy_of: date | None
    from_sound: int
    whole: bool
    kept_at: str
