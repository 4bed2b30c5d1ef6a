"""A report as it will look on paper, to scroll through: read only, in the size of the window's letters."""

import re

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QTextBrowser

from tutor.present.palette import LIGHT
from tutor.present.reports.paper import WIDEST, Paper
from tutor.ui.pdf import document_of

_MARGIN = 16  # pixels
_PAPER_POINTS = 10.0  # what the body of a page is set in
_SIZE = re.compile(r"(?<=font-size: )[\d.]+(?=pt)")


class Preview(QTextBrowser):
    """White as paper in any theme."""

    def __init__(self) -> None:
        super().__init__(openLinks=False)
        self.setObjectName("paper")
        self.setAccessibleName(self.tr("Preview"))
        self.setTabChangesFocus(True)
        self.setStyleSheet(f"#paper {{ background: {LIGHT.page}; color: {LIGHT.ink}; }}")
        self._paper: Paper | None = None

    def show_paper(self, paper: Paper | None) -> None:
        """The report, from its top; None clears it."""
        self._paper = paper
        if paper is None:
            self.clear()
            return
        grown = max(1.0, self.font().pointSizeF() / _PAPER_POINTS)
        markup = _SIZE.sub(lambda found: f"{float(found.group()) * grown:.1f}", paper.markup)
        wide = (self.viewport().width() - 2 * _MARGIN) / WIDEST
        document = document_of(paper, markup, max(0.5, min(grown, wide)))
        document.setParent(self)
        document.setDocumentMargin(_MARGIN)
        document.setDefaultFont(QFont(self.font()))
        self.setDocument(document)  # the one before is the view's, which deletes it
