"""Files of ours that a person opens from outside, with a double click: at the start, beside an open window, for a tutor."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.program import tutor
from tests.ui.people.readers import PATIENCE_MS, Start, choose, enter_code, read, session_of
from tests.ui.people.test_homework import a_pack, part_of
from tests.unit.store.packs.room import Computer
from tutor.app import Program
from tutor.domain.errors import PackError
from tutor.domain.learner import Learner
from tutor.present.messages import error_message
from tutor.store.doorstep import Doorstep
from tutor.store.passcode import PasscodeFile
from tutor.store.paths import Paths
from tutor.store.people import People
from tutor.ui.homework.pack_dialog import PackDialog
from tutor.ui.stage import Stage
from tutor.ui.tutoring.packs_page import PacksPage

GARDEN_TEXT = "I think it is a garden."


@pytest.fixture
def doorstep() -> Iterator[Doorstep]:
    door = Doorstep.default()
    assert door.claim()
    yield door
    door.give_up()


@pytest.fixture
def returned(tmp_path: Path) -> Path:
    """What Mei gave back."""
    desk = Computer(tmp_path / "desk")
    mei = desk.add("Mei")
    desk.take(a_pack(tmp_path), mei)
    desk.read(mei, 1, text=GARDEN_TEXT)
    desk.give(tmp_path / "Mei.tutorreturn", mei)
    return tmp_path / "Mei.tutorreturn"


def is_offered(program: Program) -> bool:
    return isinstance(part_of(program).dialog, PackDialog)


def test_a_pack_given_at_the_start_is_offered_once_somebody_reads(
    start: Start, people: People, qtbot: QtBot, tmp_path: Path
) -> None:
    for name in ("Mei", "Bowen"):
        people.add(Learner(name))
    program = start()
    program.arrivals.add(a_pack(tmp_path))
    qtbot.wait(700)  # more than once it looks whether it is time
    assert program.homework is None
    choose(program, "Mei", qtbot)
    qtbot.waitUntil(lambda: is_offered(program), timeout=PATIENCE_MS)


def test_beside_an_open_window_a_second_start_hands_its_file_over_and_ends(
    start: Start, people: People, qtbot: QtBot, tmp_path: Path, doorstep: Doorstep
) -> None:
    people.add(Learner("Mei"))
    program = start()
    program.arrivals.watch(doorstep.folder, doorstep.take)
    ran = tutor(a_pack(tmp_path), QT_QPA_PLATFORM="offscreen")
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
    qtbot.waitUntil(lambda: is_offered(program), timeout=PATIENCE_MS)


def test_it_waits_until_a_recording_is_over(start: Start, people: People, qtbot: QtBot, tmp_path: Path) -> None:
    people.add(Learner("Mei"))
    program = start()
    read(program, qtbot, stop=False)
    program.arrivals.add(a_pack(tmp_path))
    qtbot.wait(700)
    assert not is_offered(program)
    session_of(program).stop()
    qtbot.waitUntil(lambda: is_offered(program), timeout=PATIENCE_MS)


def test_what_the_system_tells_a_running_program_to_open_is_offered(
    start: Start, people: People, qtbot: QtBot, tmp_path: Path, qapp: QApplication
) -> None:
    people.add(Learner("Mei"))
    program = start()
    qapp.installEventFilter(program.arrivals)
    QApplication.sendEvent(qapp, QFileOpenEvent(str(a_pack(tmp_path))))
    qtbot.waitUntil(lambda: is_offered(program), timeout=PATIENCE_MS)


def test_a_file_that_is_gone_is_told(start: Start, people: People, qtbot: QtBot, tmp_path: Path) -> None:
    people.add(Learner("Mei"))
    program = start()
    path = tmp_path / "gone.tutorpack"
    program.arrivals.add(path)
    said = str(error_message(PackError("pack_missing", path=str(path))))
    qtbot.waitUntil(lambda: program.window.parts.banner.text == said, timeout=PATIENCE_MS)


def test_what_was_given_back_is_merged_after_the_passcode(start: Start, people: People, qtbot: QtBot, returned: Path) -> None:
    people.add(Learner("Ms Chen"))
    PasscodeFile(Paths.default().data / "tutor").set("tutors only")
    program = start()
    program.arrivals.add(returned)
    assert program.who is not None
    area = enter_code(program.who.entry, "tutors only", qtbot)
    page = area.tabs.currentWidget()
    assert isinstance(page, PacksPage)
    qtbot.waitUntil(lambda: "Mei: 1 new takes" in page.told.toPlainText(), timeout=PATIENCE_MS)
    program.arrivals.add(returned)  # once more, while the tutor is there
    qtbot.waitUntil(lambda: "nothing new" in page.told.toPlainText(), timeout=PATIENCE_MS)
    area.close()


def test_where_no_tutor_works_a_return_asks_for_no_passcode(start: Start, people: People, qtbot: QtBot, returned: Path) -> None:
    people.add(Learner("Mei"))
    program = start()
    qtbot.waitUntil(lambda: session_of(program).stage is Stage.READY, timeout=PATIENCE_MS)
    program.arrivals.add(returned)
    said = str(error_message(PackError("return_without_tutor", name="Mei.tutorreturn")))
    qtbot.waitUntil(lambda: program.window.parts.banner.text == said, timeout=PATIENCE_MS)
    assert program.who is not None
    assert program.who.entry.dialog is None


def test_without_a_display_it_says_so_and_names_the_commands(tmp_path: Path) -> None:
    ran = tutor(a_pack(tmp_path), DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    assert ran.returncode == 1
    assert ran.stderr.startswith("There is no display. See “tutor pack open --help”")
