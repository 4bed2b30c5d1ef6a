"""Counts in what was saved by older programs, all of it in one go, for whoever has nothing else to do meanwhile."""

from tutor.practice.ports import Progress, Tallies


def count_all(tallies: Tallies, progress: Progress) -> None:
    """Until every assessment that can be read is counted. Raises `StoreError` or `Cancelled`; what was counted stays."""
    waiting = tallies.uncounted()
    at: int | None = None
    while waiting and (at := tallies.fill(at)) is not None:
        progress(1 - tallies.uncounted() / waiting, "counting")
