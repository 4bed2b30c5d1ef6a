"""Puts the SpeechLLM assessor together from a model's folder or a server. torch is imported only for a folder."""

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from tutor.domain.assessment import ModelStamp
from tutor.domain.engine import SmallState
from tutor.domain.errors import ModelError
from tutor.practice.ports import Assessor
from tutor.speechllm.addon import adapter
from tutor.speechllm.assessor import Check, SpeechLlmAssessor, Written, unheard
from tutor.speechllm.loading import Manifest
from tutor.speechllm.scoring import PlainScoring
from tutor.speechllm.truth import check

COMPACT = Path("compact")  # names the small model that ships, in place of a folder


@dataclass(frozen=True, slots=True)
class Server:
    """A classroom's, with its token where it wants one."""

    address: str
    token: str | None = None


def compact_state(shelf: Path) -> SmallState:
    """Whether the small model can be used; its base is to be brought to the shelf (`bringing.bring_in`)."""
    folder = adapter()
    if find_spec("torch") is None or not (folder / "adapter_config.json").is_file():
        return "no_addon"
    return "ready" if (shelf / str(Manifest.load(folder).base) / "config.json").is_file() else "no_base"


def make_assessor(
    source: Path | Server, listener: Assessor, shelf: Path, *, truthful: Check = check, written: Written = unheard
) -> SpeechLlmAssessor:
    """With the model in a folder (or COMPACT), whose base may be on the `shelf`, or on a server. Raises `ModelError`."""
    if isinstance(source, Server):
        from tutor.speechllm.server import ServerJudge

        remote = ServerJudge(source.address, source.token)
        stamp = ModelStamp("speechllm", remote.model, "server")
        return SpeechLlmAssessor(remote, listener, PlainScoring(), stamp, truthful=truthful, written=written)
    from tutor.speechllm.calibrated import scoring_of
    from tutor.speechllm.local import LocalJudge

    if source == COMPACT:
        state, source = compact_state(shelf), adapter()
        if state == "no_addon":
            raise ModelError("missing_extra", package=source.name, extra="speechllm")
        if state == "no_base":
            raise ModelError("no_base", name=Manifest.load(source).base)
    scoring = scoring_of(source)
    local = LocalJudge.load(source, shelf)
    said = local.loaded.manifest
    stamp = ModelStamp("speechllm", said.id, said.version)
    return SpeechLlmAssessor(local, listener, scoring, stamp, truthful=truthful, written=written)
