"""Where the program writes down what went wrong, for whoever is asked to help."""

import faulthandler
import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TextIO


def keep_log(folder: Path) -> TextIO:
    """Log to a file, and crashes of the interpreter to another; returns the latter, which must stay open."""
    folder.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(folder / "tutor.log", maxBytes=500_000, backupCount=2, encoding="utf-8")
    logging.basicConfig(level=logging.INFO, handlers=[handler], format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    crashes = (folder / "crash.txt").open("a", encoding="utf-8")
    faulthandler.enable(crashes)
    return crashes
