"""A report for paper: markup that Qt sets on pages, and its drawings as SVG. `ui.pdf` makes the file. Knows no Qt."""

from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from tutor.present.palette import LIGHT
from tutor.present.reports.blocks import Report
from tutor.present.reports.page import fixed_words, template

WIDEST = 640  # pixels that a drawing has across the page
LONGEST = 30 * 120  # pixels of a curve: of longer readings paper says in words what the curves show


@dataclass(frozen=True, slots=True)
class Picture:
    """One drawing, in pixels of 1/96 inch."""

    svg: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Paper:
    """`markup` names the drawings by their place in `pictures`: `<img src="0">`."""

    title: str
    when: datetime
    markup: str
    pictures: tuple[Picture, ...]


def on_paper(report: Report) -> Paper:
    """The report in light colours; the same report gives the same paper."""
    pictures = _Pictures()
    markup = template("paper.html").render(
        report=report, words=fixed_words(), theme=LIGHT, widest=WIDEST, longest=LONGEST, picture=pictures.add
    )
    title = " · ".join((report.title, *report.meta[:1]))
    return Paper(title, report.when, markup, tuple(pictures.made))


class _Pictures:
    def __init__(self) -> None:
        self.made: list[Picture] = []
        self._style: str = template("drawings.svg.html").module.paper(LIGHT)  # type: ignore[attr-defined]

    def add(self, drawn: Markup, width: int, height: int, left: int = 0) -> Markup:
        """The tag of a drawing, or of the part of it that begins `left` pixels from its edge."""
        box = f'width="{width}" height="{height}" viewBox="{left} 0 {width} {height}"'
        self.made.append(Picture(f'<svg xmlns="http://www.w3.org/2000/svg" {box}>{self._style}{drawn}</svg>', width, height))
        return Markup('<img src="{}" width="{}" height="{}">').format(len(self.made) - 1, width, height)
