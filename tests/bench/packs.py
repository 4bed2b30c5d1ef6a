"""A class's round trip, timed: `python -m tests.bench.packs [PUPILS [TAKES]]`, as the issue says 30 of 20.

A pack goes out to pupils' computers, each reads and gives back, the tutor merges all of it twice in random order. What lies there
then is compared with what the pupils have, to the byte. Takes are two seconds of a hum, results those of `tests.builders`.
"""

import random
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.unit.store.packs.room import Computer, a_key, an_assignment, told
from tutor.domain.learner import Learner
from tutor.store.packs.making import for_class, make_pack


@contextmanager
def timed(what: str, sums: dict[str, float]) -> Iterator[None]:
    """Print how long it took."""
    began, busy = time.perf_counter(), time.process_time()
    yield
    sums[what] = time.perf_counter() - began
    print(f"{what:34} {sums[what]:6.1f} s, {time.process_time() - busy:5.1f} s of the processor")


def main(pupils: int, takes: int) -> None:
    """Raises `AssertionError` when anything is lost or doubled."""
    chance, sums = random.Random(1), dict[str, float]()
    with tempfile.TemporaryDirectory() as folder:
        root, pack = Path(folder), Path(folder) / "week.tutorpack"
        desks: list[tuple[Computer, Learner]] = []
        with timed("out: a pack, taken by each", sums):
            make_pack(pack, for_class(an_assignment()), a_key(), told)
            for at in range(pupils):
                computer = Computer(root / f"desk{at}")
                desks.append((computer, computer.add(f"Pupil {at}")))
                assert computer.take(pack, desks[-1][1])
        with timed("work: takes kept and results saved", sums):
            for computer, pupil in desks:
                computer.read(pupil, takes, seconds=2.0)
        returned = [root / f"{at}.tutorreturn" for at in range(pupils)]
        with timed("back: a file from each", sums):
            for path, (computer, pupil) in zip(returned, desks, strict=True):
                computer.give(path, pupil)
        tutor = Computer(root / "tutor")
        for time_ in ("first", "second"):
            with timed(f"merged for the {time_} time", sums):
                merged = [tutor.receive(path).merged for path in chance.sample(returned, k=pupils)]
            assert sum(each.takes for each in merged) == (pupils * takes if time_ == "first" else 0)
        for computer, pupil in desks:
            own, there = computer.contents(pupil.id), tutor.contents(pupil.id)
            assert all(own[what] == there[what] for what in ("takes", "assessments", "files"))
    print(f"{'all of it':34} {sum(sums.values()):6.1f} s; nothing lost, nothing doubled")


if __name__ == "__main__":
    main(*(int(word) for word in (sys.argv[1:] + ["30", "20"][len(sys.argv) - 1 :])))
