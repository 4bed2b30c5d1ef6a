"""`tutor doctor`: is everything there that the program needs? A line each, plain text, with what to do about a problem."""

import shutil
import subprocess
import sys
import tempfile
from argparse import Namespace, _SubParsersAction
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from tutor.domain.errors import TutorError

if TYPE_CHECKING:
    from tutor.cli.world import World

_LIBRARIES = ("numpy", "onnxruntime", "PySide6-Essentials", "sounddevice", "soundfile", "SQLAlchemy")
_LARGE = ("torch", "transformers", "accelerate", "bitsandbytes", "peft")
_ASK_CARD = ("--query-gpu=name,memory.total,memory.free", "--format=csv,noheader")
_OLDEST, _TOO_NEW = (3, 11), (3, 14)
_LEAST_FREE = 500 * 1024**2


@dataclass(frozen=True, slots=True)
class Check:
    """One line: what was looked at, what was found, and what to `do` when it is a problem (empty: it is fine).

    `absent`: something the program can do without, and what to do for it.
    """

    name: str
    found: str
    do: str = ""
    absent: bool = False

    @property
    def bad(self) -> bool:
        """Whether the program doesn't work as it should."""
        return bool(self.do) and not self.absent

    def __str__(self) -> str:
        state = "absent" if self.absent else "problem" if self.do else "ok"
        return f"{state:8} {self.name}: {self.found} {self.do}".rstrip()


def add(commands: "_SubParsersAction[Any]") -> None:
    """The command's arguments."""
    parser = commands.add_parser("doctor", help="check this computer", description="Check what the program needs.")
    parser.set_defaults(run=run)


def run(_: Namespace, world: "World") -> int:
    """0 when all is well, 1 when there is a problem."""
    from tutor.cli.output import say

    bad = 0
    for check in checks(world):
        say(str(check))
        bad += check.bad
    say("", "All is well." if not bad else f"{bad} {'problem' if bad == 1 else 'problems'} found.")
    return 1 if bad else 0


def checks(world: "World") -> Iterator[Check]:
    """Every check, in the order of what builds on what."""
    yield _python()
    yield from (_library(name) for name in _LIBRARIES)
    yield _told("Microphones", lambda: _microphones(world))
    yield _told("Loudspeakers", lambda: _loudspeakers(world))
    yield _voice()
    yield _display(world)
    yield _told("Model", lambda: _model(world))
    yield from _large_models()
    yield _told("Data folder", _data_folder)
    yield _told("Histories", lambda: _histories(world))
    yield _told("Passages", lambda: _passages(world))


def _told(name: str, look: Callable[[], Check]) -> Check:
    """A failure of the look itself is what the check found."""
    from tutor.present.messages import error_message

    try:
        return look()
    except TutorError as error:
        message = error_message(error)
        return Check(name, message.what, message.do)


def _python() -> Check:
    version = sys.version.split()[0]
    fits = _OLDEST <= sys.version_info[:2] < _TOO_NEW
    return Check("Python", version, "" if fits else "Use Python 3.11, 3.12 or 3.13.")


def _library(name: str) -> Check:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return Check(name, version(name))
    except PackageNotFoundError:
        return Check(name, "not installed.", "Install the program again.")


def _microphones(world: "World") -> Check:
    names = world.recorder().devices()
    if not names:
        return Check("Microphones", "none found.", "Plug one in, or allow microphones in the system's settings.")
    return Check("Microphones", f"{len(names)} ({', '.join(names)})")


def _loudspeakers(world: "World") -> Check:
    names = world.player().devices()
    if not names:
        return Check("Loudspeakers", "none found.", "Plug in headphones to listen to your takes.", absent=True)
    return Check("Loudspeakers", f"{len(names)} ({', '.join(names)})")


def _voice() -> Check:
    from tutor.audio.voice import SystemVoice
    from tutor.present.messages import error_message

    lack = SystemVoice().lack
    if lack is None:
        return Check("Model voice", "the system's own")
    said = error_message(lack)
    return Check("Model voice", said.what, said.do, absent=True)


def _large_models() -> Iterator[Check]:
    """What the engine speechllm needs. torch itself is not imported: that takes seconds."""
    from tutor.engines import addon_place, large_models
    from tutor.speechllm.addon import use

    use(addon_place())
    lacking = [name for name in _LARGE if find_spec(name) is None]
    if lacking:
        do = "For --engine speechllm: tutor addon install DIR, or pip install 'readaloud-tutor[speechllm]'."
        yield Check("Large models", f"{', '.join(lacking)} not installed.", do, absent=True)
        return
    yield _card()
    yield _told("Large models", lambda: _shelf([model.name for model in large_models()]))


def _card() -> Check:
    asked = shutil.which("nvidia-smi")
    done = subprocess.run([asked, *_ASK_CARD], capture_output=True, text=True, timeout=20, check=False) if asked else None
    if done is None or done.returncode != 0 or not done.stdout.strip():
        return Check("Graphics card", "no NVIDIA card found.", "The built-in assessor needs none.", absent=True)
    return Check("Graphics card", "; ".join(done.stdout.strip().splitlines()))


def _shelf(names: list[str]) -> Check:
    if not names:
        return Check("Large models", "none here yet.", "See: tutor models list.", absent=True)
    return Check("Large models", ", ".join(names))


def _histories(world: "World") -> Check:
    """Every learner's database, read from its first page to its last."""
    from tutor.store.database import DATABASE
    from tutor.store.upkeep.repair import is_sound

    people = world.people()
    learners = people.learners()
    damaged = [each.name for each in learners if (file := people.folder(each.id) / DATABASE).is_file() and not is_sound(file)]
    if damaged:
        return Check("Histories", f"damaged: {', '.join(damaged)}.", "Open the program: it mends them and says what was found.")
    return Check("Histories", f"{len(learners)} {'learner' if len(learners) == 1 else 'learners'}, all sound")


def _display(world: "World") -> Check:
    from tutor.cli.display import is_named

    if not is_named():
        return Check("Window", "there is no display.", "Use the commands (tutor --help), or start from a desktop.")
    complaint = world.no_window()
    fix = "Install Qt's system libraries (Debian, Ubuntu: sh packaging/system-libraries.sh) or check DISPLAY."
    return Check("Window", f"can't be opened ({complaint}).", fix) if complaint else Check("Window", "can be opened")


def _model(world: "World") -> Check:
    stamp = world.assessor("embedded", None, None).stamp
    return Check("Model", f"{stamp.engine} {stamp.id} {stamp.version}")


def _data_folder() -> Check:
    from tutor.store.paths import Paths

    folder = Paths.default().data
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            free = shutil.disk_usage(folder).free
    except OSError as error:
        return Check(
            "Data folder", f"{folder} can't be written ({error.strerror}).", "Allow writing to it, or set READALOUD_TUTOR_HOME."
        )
    shown = f"{folder}, {free / 1024**3:.1f} GB free"
    return Check("Data folder", shown, "" if free >= _LEAST_FREE else "Free some space: takes need about 2 MB a minute.")


def _passages(world: "World") -> Check:
    from tutor.reading.passages import load_passages

    passages = load_passages()
    words = sum(len(world.target(None, each.id).words) for each in passages)
    return Check("Passages", f"{len(passages)}, {words} words")
