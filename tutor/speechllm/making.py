"""Puts the SpeechLLM assessor together from a model's folder or a server's address. torch is imported only for a folder."""

from pathlib import Path

from tutor.domain.assessment import ModelStamp
from tutor.domain.errors import ModelError
from tutor.practice.ports import Assessor
from tutor.speechllm.assessor import Check, SpeechLlmAssessor, Written, unheard
from tutor.speechllm.scoring import PlainScoring
from tutor.speechllm.truth import check


def make_assessor(
    model: Path | None, server: str | None, listener: Assessor, *, truthful: Check = check, written: Written = unheard
) -> SpeechLlmAssessor:
    """With the model in a folder, or on a server. Raises `ModelError`."""
    if server is not None:
        from tutor.speechllm.server import ServerJudge

        remote = ServerJudge(server)
        return SpeechLlmAssessor(
            remote, listener, PlainScoring(), ModelStamp("speechllm", remote.model, "server"), truthful=truthful, written=written
        )
    if model is None:
        raise ModelError("no_model_named")
    from tutor.speechllm.calibrated import scoring_of
    from tutor.speechllm.local import LocalJudge

    scoring = scoring_of(model)
    local = LocalJudge.load(model)
    said = local.loaded.manifest
    stamp = ModelStamp("speechllm", said.id, said.version)
    return SpeechLlmAssessor(local, listener, scoring, stamp, truthful=truthful, written=written)
