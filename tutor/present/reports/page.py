"""A report as one HTML file, for a screen of any width, for print and for a screen reader: no script, nothing fetched."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from tutor.domain.marks import Mark
from tutor.domain.wording import say
from tutor.present.palette import DARK, LIGHT
from tutor.present.reports.blocks import Report


def html_page(report: Report) -> str:
    """The whole file. Every text of the report is escaped; the same report gives the same page."""
    return template("page.html").render(report=report, words=fixed_words(), light=LIGHT, dark=DARK, marks=tuple(Mark))


def fixed_words() -> dict[str, str]:
    """What the templates themselves say, with places for facts."""
    return {
        "marks": say("What the marks mean"),
        "no_mark": say("No mark: {meaning}"),
        "heard": say("heard {sound}"),
        "over_time": say("{name} in {unit}"),
    }


@cache
def template(name: str) -> Template:
    """One of the templates beside `present`; what they are given is escaped."""
    folder = FileSystemLoader(Path(__file__).parent.parent / "templates")
    made = Environment(loader=folder, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return made.get_template(name)
