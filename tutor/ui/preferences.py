"""What was chosen on this computer about sound, and what it knows of the first run: the one place that reads and writes it."""

from dataclasses import asdict
from typing import get_args

from PySide6.QtCore import QSettings

from tutor.domain.engine import Engine, Kind
from tutor.domain.learner import Learner
from tutor.domain.microphone import MicrophoneCheck
from tutor.domain.target import Level
from tutor.practice.ending import AS_SUITS, CHOICES


class Preferences:
    """Each property is read from the settings and written to them at once; a value nobody can have chosen counts as none."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    @property
    def microphone(self) -> str | None:
        """Its name; None: the system's own."""
        return self._text("sound/microphone") or None

    @microphone.setter
    def microphone(self, name: str | None) -> None:
        self._settings.setValue("sound/microphone", name or "")

    @property
    def loudspeaker(self) -> str | None:
        """Its name; None: the system's own."""
        return self._text("sound/loudspeaker") or None

    @loudspeaker.setter
    def loudspeaker(self, name: str | None) -> None:
        self._settings.setValue("sound/loudspeaker", name or "")

    @property
    def ends_by_itself(self) -> str:
        """One of `practice.ending.CHOICES`."""
        said = self._text("sound/ends_by_itself")
        return said if said in CHOICES else AS_SUITS

    @ends_by_itself.setter
    def ends_by_itself(self, choice: str) -> None:
        self._settings.setValue("sound/ends_by_itself", choice)

    @property
    def microphone_check(self) -> MicrophoneCheck | None:
        """The newest."""
        from tutor.practice.microphone import check_from_text  # its libraries are heavy, and the window paints before them

        return check_from_text(self._text("sound/check"))

    @microphone_check.setter
    def microphone_check(self, check: MicrophoneCheck) -> None:
        from tutor.practice.microphone import check_as_text

        self._settings.setValue("sound/check", check_as_text(check))

    @property
    def engine(self) -> Engine:
        """Who judges; the one that ships where nothing else was chosen."""
        kinds: tuple[Kind, ...] = get_args(Kind)
        kind: Kind = next((known for known in kinds if known == self._text("engine/kind")), "embedded")
        return Engine(kind, self._text("engine/model"), self._text("engine/server"))

    @engine.setter
    def engine(self, engine: Engine) -> None:
        for name, value in asdict(engine).items():
            self._settings.setValue(f"engine/{name}", value)

    @property
    def level(self) -> Level | None:
        """Of who read last, to begin with their passage."""
        return next((known for known in get_args(Level) if known == self._text("learner/level")), None)

    @level.setter
    def level(self, level: Level | None) -> None:
        self._settings.setValue("learner/level", level or "")

    @property
    def only_learner(self) -> Learner:
        """What an older program, which knew one learner, was told."""
        return Learner(self._text("learner/name"), self.level, self._text("learner/first_language"))

    @property
    def welcomed(self) -> bool:
        """Whether the first run is over."""
        return self._text("learner/welcomed") == "yes"

    @welcomed.setter
    def welcomed(self, done: bool) -> None:
        self._settings.setValue("learner/welcomed", "yes" if done else "")

    def _text(self, key: str) -> str:
        return str(self._settings.value(key) or "")
