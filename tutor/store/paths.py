"""Where this account's files lie."""

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

HOME_VARIABLE = "READALOUD_TUTOR_HOME"
OWN_WORDS = "lexicon.txt"  # own pronunciations, in a learner's folder
_NAME = "readaloud-tutor"


@dataclass(frozen=True, slots=True)
class Paths:
    """Folders, which need not exist yet: `data` holds the learners, `config` this computer's settings, `log` logs."""

    data: Path
    config: Path
    log: Path

    @classmethod
    def default(cls) -> "Paths":
        """The system's own folders for this person, or one folder for all when READALOUD_TUTOR_HOME names it."""
        if home := os.environ.get(HOME_VARIABLE):
            root = Path(home).expanduser().absolute()
            return cls(root / "data", root / "config", root / "log")
        return cls(
            platformdirs.user_data_path(_NAME, appauthor=False),
            platformdirs.user_config_path(_NAME, appauthor=False),
            platformdirs.user_log_path(_NAME, appauthor=False),
        )
