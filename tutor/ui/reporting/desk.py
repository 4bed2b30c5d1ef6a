"""What reports need of the world. Light: the window paints before what makes reports is imported."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.practice.ports import Progress
from tutor.ui.tasks import RunTask

if TYPE_CHECKING:
    from tutor.present.reports.formats import Asked, Reports


@dataclass(frozen=True, slots=True)
class ReportDesk:
    """`gather` reads and counts what is asked for; `save` writes a file whole or not at all. Both raise TutorErrors."""

    gather: "Callable[[Asked, Progress], Reports]"
    save: Callable[[Path, bytes], None]
    run_task: RunTask
