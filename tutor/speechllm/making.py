"""Puts the SpeechLLM assessor together from a model's folder or a server. torch is imported only for a folder."""

from dataclasses import dataclass
from pathlib import Path

from tutor.domain.assessment import ModelStamp
from tutor.practice.ports import Assessor
from tutor.speechllm.assessor import Check, SpeechLlmAssessor, Written, unheard
from tutor.speechllm.scoring import PlainScoring
from tutor.speechllm.truth import check


@dataclass(frozen=True, slots=True)
class Server:
    """A classroom's, with its token where it wants one."""

    address: str
    token: str | None = None


def make_assessor(
    source: Path | Server, listener: Assessor, *, truthful: Check = check, written: Written = unheard
) -> SpeechLlmAssessor:
    """With the model in a folder, or on a server. Raises `ModelError`."""
    if isinstance(source, Server):
        from tutor.speechllm.server import ServerJudge

        remote = ServerJudge(source.address, source.token)
        stamp = ModelStamp("speechllm", remote.model, "server")
        return SpeechLlmAssessor(remote, listener, PlainScoring(), stamp, truthful=truthful, written=written)
    from tutor.speechllm.calibrated import scoring_of
    from tutor.speechllm.local import LocalJudge

    scoring = scoring_of(source)
    local = LocalJudge.load(source)
    said = local.loaded.manifest
    stamp = ModelStamp("speechllm", said.id, said.version)
    return SpeechLlmAssessor(local, listener, scoring, stamp, truthful=truthful, written=written)
