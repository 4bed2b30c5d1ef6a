"""Counts in what has no counts, all of it in one go, for whoever has nothing else to do meanwhile.

Older programs made none, and what a tutor answered since is to be counted anew.
"""

from tutor.practice.ports import Progress, Tallies


def count_all(tallies: Tallies, progress: Progress) -> None:
    """Until every assessment that can be read is counted. Raises `StoreError` or `Cancelled`; what was counted stays."""
    waiting = tallies.uncounted()
    at: int | None = None
    while waiting and (at := tallies.fill(at)) is not None:
        progress(1 - tallies.uncounted() / waiting, "counting")
