"""Where files lie that a person opened with a double click while the program was open: its second start leaves them there."""

from pathlib import Path
from uuid import uuid4

from filelock import FileLock, Timeout

from tutor.store.paths import Paths

_LOCK, _LEFT = "window.lock", ".left"


class Doorstep:
    """A folder of this person's on this computer. One window at a time has it, and takes what others leave."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = FileLock(folder / _LOCK, thread_local=False)

    @classmethod
    def default(cls) -> "Doorstep":
        """This person's."""
        return cls(Paths.default().config / "opened")

    def claim(self) -> bool:
        """Whether files that are left from now on are ours to take: not while another window has the doorstep."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._lock.acquire(timeout=0)
        except (Timeout, OSError):  # a folder nobody can write to keeps no window from opening
            return False
        self.take()  # whoever these were left for is gone
        return True

    def leave(self, file: Path) -> bool:
        """Whether a window is open that takes the file."""
        try:
            with FileLock(self.folder / _LOCK, timeout=0):
                return False
        except Timeout:
            draft = self.folder / uuid4().hex
            draft.write_text(str(file.absolute()), encoding="utf-8")
            draft.rename(draft.with_suffix(_LEFT))
            return True
        except OSError:
            return False

    def take(self) -> tuple[Path, ...]:
        """What was left since the last time."""
        found = list[Path]()
        for note in self.folder.glob(f"*{_LEFT}"):
            found.append(Path(note.read_text(encoding="utf-8")))
            note.unlink()
        return tuple(found)

    def give_up(self) -> None:
        """It is no longer ours."""
        self._lock.release()
