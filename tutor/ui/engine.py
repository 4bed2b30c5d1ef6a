"""Who judges: remembers the choice, has the assessor changed, opens the dialog and brings models in. Knows no model."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from tutor.domain.engine import Engine, Kind, LargeModel, Offer, SmallState
from tutor.domain.errors import TutorError
from tutor.practice.ports import Assessor, Progress
from tutor.ui.assess_worker import Written
from tutor.ui.engine_dialog import EngineDialog
from tutor.ui.long_task import LongTask
from tutor.ui.preferences import Preferences
from tutor.ui.second_opinion import SecondOpinion
from tutor.ui.session import Session


@dataclass(frozen=True, slots=True)
class EngineDesk:
    """What is outside the window. `load` makes an assessor, or the one that ships where the chosen one can't be made.

    `install(wheels, needs_card, progress)` puts the add-on into its place. It, `models` and `bring_in` raise `ModelError`;
    `keep_token(server, token)` too, where the system keeps no secrets.
    """

    load: Callable[[Engine, Written], Assessor]
    models: Callable[[], Sequence[LargeModel]]
    small: Callable[[], SmallState]
    bring_in: Callable[[Path, Progress], str]
    install: Callable[[Path, bool, Progress], None]
    keep_token: Callable[[str, str], None]
    offers: Callable[[], Mapping[Kind, Offer]]


class EngineChoice(QObject):
    """`failed` carries a `TutorError`."""

    failed = Signal(object)

    def __init__(self, settings: QSettings, action: QAction, second: QAction, window: QWidget) -> None:
        super().__init__(window)
        self.preferences = Preferences(settings)
        self._window, self._action = window, action
        self.second = SecondOpinion(second, window)
        self.second.failed.connect(self.failed)
        self._desk: EngineDesk | None = None
        self._session: Session | None = None
        self.dialog: EngineDialog | None = None
        self.bringing: LongTask | None = None
        action.triggered.connect(self._open)
        action.setEnabled(False)

    dialog: EngineDialog | None  # the one that is open
    bringing: LongTask | None  # a model that is being copied

    def begin(self, desk: EngineDesk, session: Session) -> None:
        """From now on it can be chosen."""
        self._desk, self._session = desk, session
        self._action.setEnabled(True)
        self.second.begin(session, partial(desk.load, Engine(), _nobody_reads))
        self._tell()

    def close(self) -> None:
        """Stop copying."""
        if self.bringing is not None:
            self.bringing.close()

    @Slot()
    def _open(self) -> None:
        if self._desk is None or self.dialog is not None:
            return
        self.dialog = EngineDialog(self.preferences.engine, self._desk.offers(), self._window)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.finished.connect(self._closed)
        self.dialog.model_wanted.connect(self._bring_in)
        self.dialog.addon_wanted.connect(self._install)
        self._list()
        self.dialog.open()

    def _list(self) -> None:
        assert self._desk is not None
        assert self._session is not None
        self._session.run_task(partial(_there, self._desk), self._listed, self._not_listed)

    @Slot(object)
    def _listed(self, there: tuple[Sequence[LargeModel], SmallState]) -> None:
        if self.dialog is not None:
            self.dialog.show_models(*there)

    @Slot(object)
    def _not_listed(self, error: TutorError) -> None:
        if self.dialog is not None:
            self.dialog.say(error)

    @Slot(int)
    def _closed(self, result: int) -> None:
        assert self._desk is not None
        assert self._session is not None
        dialog, self.dialog = self.dialog, None
        if result != EngineDialog.DialogCode.Accepted or dialog is None:
            return
        self.preferences.engine = engine = dialog.engine
        if engine.kind == "server" and dialog.token:
            self._session.run_task(partial(self._desk.keep_token, engine.server, dialog.token), self._use, self._not_kept)
        else:
            self._use()

    @Slot()
    def _use(self, _: object = None) -> None:
        assert self._desk is not None
        assert self._session is not None
        self._tell()
        self._session.change_assessor(partial(self._desk.load, self.preferences.engine))

    def _tell(self) -> None:
        self.second.choose(large=self.preferences.engine.kind != "embedded")

    @Slot(object)
    def _not_kept(self, error: TutorError) -> None:
        self.failed.emit(error)

    @Slot(object)
    def _bring_in(self, path: Path) -> None:
        assert self._desk is not None
        self._run(self.tr("Copying the model. You can go on later where you stop now."), partial(self._desk.bring_in, path))

    @Slot(object, bool)
    def _install(self, wheels: Path, needs_card: bool) -> None:
        assert self._desk is not None
        job = self._run(self.tr("Installing the add-on…"), partial(self._desk.install, wheels, needs_card))
        if job is not None:
            job.done.connect(self._installed)

    def _run(self, said: str, work: Callable[[Progress], object]) -> LongTask | None:
        """One at a time."""
        assert self.dialog is not None
        if self.bringing is not None:
            return None
        self.bringing = LongTask(said, work, self.dialog)
        self.bringing.ended.connect(self._brought)
        self.bringing.failed.connect(self._not_listed)
        self.bringing.start()
        return self.bringing

    @Slot(object)
    def _installed(self, _: object) -> None:
        if self.dialog is not None:
            self.dialog.tell(self.tr("The add-on is installed."))

    @Slot()
    def _brought(self) -> None:
        self.bringing = None
        self._list()


def _there(desk: EngineDesk) -> tuple[Sequence[LargeModel], SmallState]:
    return desk.models(), desk.small()


def _nobody_reads(_: object) -> None:
    """While a second opinion is being written."""
