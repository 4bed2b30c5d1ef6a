"""Several trainings at a time, a process and a core each, with a progress bar for every one. Knows nothing of networks."""

import multiprocessing
import time
from collections.abc import Callable, MutableMapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import torch
from rich.progress import Progress

Tell = Callable[[float], None]  # hears which share of a job is done
_GLANCE_S = 0.5


@dataclass(frozen=True, slots=True)
class Job:
    """`work(path, tell, *facts)` makes the file `path`; work and facts can be pickled."""

    path: Path
    work: Callable[..., None]
    facts: tuple[Any, ...]


def run_all(jobs: Sequence[Job], at_once: int) -> None:
    """Do every job whose file isn't there yet. What a job raises is raised here."""
    missing = [job for job in jobs if not job.path.exists()]
    with Progress() as progress:
        bars = {job.path: progress.add_task(job.path.stem, total=1.0) for job in missing}

        def show(path: Path, share: float) -> None:
            progress.update(bars[path], completed=share)

        if at_once == 1:
            for job in missing:
                job.work(job.path, partial(show, job.path), *job.facts)
        else:
            _in_processes(missing, at_once, show)


def _in_processes(jobs: Sequence[Job], at_once: int, show: Callable[[Path, float], None]) -> None:
    context = multiprocessing.get_context("spawn")  # a forked torch may hang in threads it left behind
    with context.Manager() as manager, ProcessPoolExecutor(at_once, context, max_tasks_per_child=1) as pool:
        shares = manager.dict()
        futures = [pool.submit(_do, job, shares) for job in jobs]
        while not all(future.done() for future in futures):
            _fail_early(futures)
            for path, share in shares.items():
                show(path, share)
            time.sleep(_GLANCE_S)
        _fail_early(futures)


def _fail_early(futures: Sequence[Future[None]]) -> None:
    for future in futures:
        if future.done():
            future.result()


def _do(job: Job, shares: MutableMapping[Path, float]) -> None:
    torch.set_num_threads(1)
    job.work(job.path, partial(shares.__setitem__, job.path), *job.facts)
