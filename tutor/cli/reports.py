"""Writes reports that commands make: a web page, pages to print."""

from argparse import Namespace
from collections.abc import Callable
from typing import TYPE_CHECKING

from tutor.domain.errors import StoreError

if TYPE_CHECKING:
    from tutor.present.reports.blocks import Reader, Report


def write_report(args: Namespace, make: "Callable[[Reader], Report]") -> None:
    """To the files of `options.add_report`, where any is asked for. Raises `StoreError`."""
    if not (args.html or args.pdf):
        return
    from tutor.cli.output import write
    from tutor.present.reports.blocks import Reader

    report = make(Reader(args.reader))
    if args.html:
        from tutor.present.reports.page import html_page

        write(args.html, lambda: html_page(report))
    if args.pdf:
        write(args.pdf, lambda: _pdf(report))


def _pdf(report: "Report") -> bytes:
    from tutor.present.reports.paper import on_paper

    try:
        from tutor.ui.pdf import pdf
    except ImportError as error:  # on a server without the libraries of windows
        raise StoreError("no_pdf_here", reason=str(error)) from error
    return pdf(on_paper(report))
