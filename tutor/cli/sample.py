"""What `tutor` does where no window can be opened: assess a recording that ships, print the result, write the report."""

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tutor.cli.world import World
    from tutor.domain.assessment import Assessment
    from tutor.domain.target import Target

_LEVEL = "middling"  # a reading with something to say about


def run(world: "World") -> int:
    """Exit codes as `tutor assess`. Raises what that raises."""
    from tutor.cli.assess import assess_file, exit_code, print_result
    from tutor.cli.output import note, say
    from tutor.domain.resources import assets

    folder = assets() / "samples"
    samples = json.loads((folder / "samples.json").read_text(encoding="utf-8"))
    chosen = next(each for each in samples if each["level"] == _LEVEL)
    note(f'Assessing the sample recording {chosen["file"]}. For your own: tutor assess AUDIO --text "…" (tutor --help).')
    target = world.target(chosen["text"], None)
    assessment = assess_file(folder / chosen["file"], target, lambda: world.assessor("embedded", None, None))
    say(f"“{chosen['text']}”")
    print_result(assessment)
    say("", f"Report: {_report(assessment, target, chosen['file'], world)}")
    return exit_code(assessment)


def _report(assessment: "Assessment", target: "Target", source: str, world: "World") -> "Path":
    from tutor.cli.output import write
    from tutor.practice.pace import words_correct_per_minute
    from tutor.present.reports.blocks import Reader
    from tutor.present.reports.page import html_page
    from tutor.present.reports.take import About, take_report
    from tutor.store.paths import Paths

    path = Paths.default().data / "sample-report.html"
    about = About(source, world.now(), correct_a_minute=words_correct_per_minute(assessment))
    write(path, lambda: html_page(take_report(assessment, target, about, Reader.LEARNER)))
    return path
