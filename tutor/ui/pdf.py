"""A report as a PDF: Qt sets the pages, with this computer's fonts, which go into the file. Needs no display and no window."""

import os
import re
import sys
from datetime import datetime

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QMarginsF, QRect, QRectF, QSizeF, QUuid
from PySide6.QtGui import (
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtSvg import QSvgRenderer

from tutor.present.reports.paper import Paper, Picture

_DPI, _SCREEN_DPI = 300, 96
_PLAIN_DATE, _XML_DATE = re.compile(rb"(?<=\(D:)\d{14}"), re.compile(rb"(?<=Date=\")[-\d]{10}T[:\d]{8}")


def pdf(paper: Paper) -> bytes:
    """The file's bytes: A4, page numbers, drawings as lines. The same paper gives the same bytes on the same computer.

    For any thread of a program with a window; without one, as on the command line, for the main thread.
    """
    _alive = _application()  # must live as long as pages are set
    made = QBuffer()
    document = document_of(paper, paper.markup, laid_out=False)  # else it would want a timer of the thread; pages are laid out
    made.open(QIODevice.OpenModeFlag.WriteOnly)
    document.print_(_writer(made, paper))
    return _dated(bytes(made.data().data()), paper.when)


def document_of(paper: Paper, markup: str, scale: float = 1.0, *, laid_out: bool = True) -> QTextDocument:
    """The paper as a document, its drawings so many times as large."""
    document = QTextDocument()
    document.setMetaInformation(QTextDocument.MetaInformation.DocumentTitle, paper.title)
    drawings = _Drawings(document, paper.pictures, scale)
    document.documentLayout().registerHandler(QTextFormat.ObjectTypes.ImageObject, drawings)
    document.setLayoutEnabled(laid_out)
    document.setHtml(markup)
    return document


def _application() -> QCoreApplication:
    there = QGuiApplication.instance()
    if there is not None:
        return there
    if sys.platform not in ("win32", "darwin"):  # elsewhere there may be no display, and Qt would abort the process
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return QGuiApplication(["readaloud-tutor"])


def _writer(made: QBuffer, paper: Paper) -> QPdfWriter:
    writer = QPdfWriter(made)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)  # `print_` leaves 20 mm of its own
    writer.setResolution(_DPI)
    writer.setTitle(paper.title)
    writer.setDocumentId(QUuid.createUuidV5(QUuid(), paper.markup.encode()))
    writer.setCreator("readaloud-tutor")
    return writer


def _dated(data: bytes, when: datetime) -> bytes:
    """With the report's time in place of the time of day. As long as before, since a PDF counts its bytes."""
    said = _PLAIN_DATE.sub(f"{when:%Y%m%d%H%M%S}".encode(), data)
    return _XML_DATE.sub(f"{when:%Y-%m-%dT%H:%M:%S}".encode(), said)


class _Drawings(QPyTextObject):
    """Stands in for images: draws the picture whose number is the image's name."""

    def __init__(self, document: QTextDocument, pictures: tuple[Picture, ...], scale: float) -> None:
        super().__init__(document)
        self._pictures, self._scale = pictures, scale

    def intrinsicSize(self, document: QTextDocument, position: int, form: QTextFormat) -> QSizeF:
        """In dots of the paper, once there is one."""
        picture, paper = self._picture(form), document.documentLayout().paintDevice()
        dots = paper.logicalDpiX() / _SCREEN_DPI if paper else 1.0
        return QSizeF(picture.width * dots, picture.height * dots) * self._scale

    def drawObject(
        self, painter: QPainter, place: QRectF | QRect, document: QTextDocument, position: int, form: QTextFormat
    ) -> None:
        """As lines and letters, never as dots."""
        painter.save()
        place = QRectF(place)
        painter.setClipRect(place)
        QSvgRenderer(QByteArray(self._picture(form).svg.encode())).render(painter, place)
        painter.restore()

    def _picture(self, form: QTextFormat) -> Picture:
        return self._pictures[int(form.toImageFormat().name())]
