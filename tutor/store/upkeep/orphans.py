"""Sound whose row is gone: every FLAC file says what it is of, so the take comes back from the file alone."""

import json
import logging
from collections.abc import Container
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from tutor.domain.audio import Waveform
from tutor.domain.errors import AudioError
from tutor.domain.take import Take
from tutor.store.audiofiles import read_about, write_flac

LOST_TEXT = "The text of this recording is lost."  # where sound was kept before files said what they are of
log = logging.getLogger(__name__)


def write_sound(path: Path, take: Take, waveform: Waveform) -> None:
    """A take's sound, with what it is of. Raises `OSError`."""
    about = asdict(take) | {"recorded_at": take.recorded_at.isoformat()}
    write_flac(path, waveform, json.dumps(about, ensure_ascii=False))


def lost_takes(folder: Path, known: Container[str]) -> list[Take]:
    """The takes of a folder's sound that nobody knows, those left out that a draft will bring back."""
    found = []
    for path in sorted(folder.glob("*.flac")):
        if path.stem not in known and not path.with_suffix(".json").exists():
            try:
                found.append(_take(path))
            except (AudioError, ValueError):
                log.warning("sound that can't be read stays at %s", path)
    return found


def _take(path: Path) -> Take:
    about, seconds = read_about(path)
    try:
        told = json.loads(about)
        return Take(**told | {"id": path.stem, "seconds": seconds, "recorded_at": datetime.fromisoformat(told["recorded_at"])})
    except (ValueError, KeyError, TypeError):
        when = datetime.strptime(path.stem[:15], "%Y%m%d-%H%M%S").replace(tzinfo=UTC)
        return Take(path.stem, LOST_TEXT, None, when, seconds, "", recovered=True)
