"""Importing stays Python's own beside Qt: PySide's reads the source of whatever is imported, and keeps it for good."""

from tests.program import run_code

_PROGRAM = """
import linecache
import tutor.__main__
from tutor.cli import display

class Trial:
    def complaint(self):
        import tutor.app
        tutor.app.run = lambda given: 0

display.Trial = Trial
tutor.__main__._window()
before = len(linecache.cache)
import imaplib, mailbox, xml.dom.minidom
print(len(linecache.cache) - before)
"""


def test_the_source_of_what_the_program_imports_is_not_kept() -> None:
    done = run_code(_PROGRAM, QT_QPA_PLATFORM="offscreen")
    assert (done.stdout.strip(), done.stderr) == ("0", "")
