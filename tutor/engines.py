"""Makes the assessor a person chose, for the window and the command line alike; imports only what that one needs."""

import os
from collections.abc import Callable
from pathlib import Path

from tutor.domain.assessment import RationaleLine
from tutor.domain.engine import Engine, Kind, LargeModel, Offer, SmallState
from tutor.domain.errors import ModelError, TutorError
from tutor.practice.ports import Assessor, Progress
from tutor.present.messages import error_message
from tutor.store.paths import Paths

TOKEN = "READALOUD_TUTOR_SERVER_TOKEN"
"""The environment variable that holds a classroom server's token; it goes before the one in the system's keyring."""

Written = Callable[[tuple[RationaleLine, ...]], None]


def nobody_reads(_: tuple[RationaleLine, ...]) -> None:
    """While an explanation is being written."""


def engine_of(name: str, model: Path | None, server: str | None) -> Engine:
    """What a command's options --engine, --model and --server choose. Raises `ModelError` where they don't go together."""
    if name == "embedded" and server:
        raise ModelError("server_without_engine")
    if name != "embedded" and not (model or server):
        raise ModelError("no_model_named")
    kind: Kind = "embedded" if name == "embedded" else "server" if server else "card"
    return Engine(kind, str(model or ""), server or "")


def load_assessor(engine: Engine, written: Written = nobody_reads, *, untrue_too: bool = False) -> Assessor:
    """Ready to use; `written` hears an explanation while it is being written. Raises `ModelError`.

    `untrue_too`: with what the scores don't bear out, for measuring how much of it there is.
    """
    from tutor.scorer.assessor import EmbeddedAssessor

    if engine.kind == "embedded":
        return EmbeddedAssessor.load(Path(engine.model) if engine.model else None)
    try:
        from tutor.speechllm.addon import use
        from tutor.speechllm.making import COMPACT, Server, make_assessor
        from tutor.speechllm.truth import check, keep_all

        use(addon_place())
        source: Path | Server = COMPACT if engine.kind == "compact" else Path(engine.model)
        if engine.kind == "server":
            source = Server(engine.server, token_of(engine.server))
        truthful = keep_all if untrue_too else check
        return make_assessor(source, EmbeddedAssessor.load(), shelf(), truthful=truthful, written=written)
    except ModuleNotFoundError as error:
        raise ModelError("missing_extra", package=error.name, extra="speechllm") from error


def load_or_built_in(engine: Engine, written: Written, told: Callable[[TutorError], object]) -> Assessor:
    """The chosen one; the one that ships where it can't be had, which is `told`: nobody is kept from practising.

    Raises `ModelError` where even that one is missing.
    """
    try:
        return load_assessor(engine, written)
    except TutorError as error:
        if engine.kind == "embedded":
            raise
        told(ModelError("built_in_meanwhile", why=error_message(error).what))
        return load_assessor(Engine())


def token_of(server: str) -> str | None:
    """The token for a server's address, from the environment or the keyring."""
    from tutor.store.secrets import kept_token

    return os.environ.get(TOKEN) or kept_token(server)


def addon_place() -> Path:
    """The folder of the add-on for large models."""
    from tutor.speechllm.addon import place

    return place(Paths.default().data)


def shelf() -> Path:
    """The folder of the large models brought to this computer."""
    return Paths.default().data / "models"


def large_models() -> tuple[LargeModel, ...]:
    """Those on the shelf. Raises `ModelError` for a broken one."""
    from tutor.speechllm.shelf import Model, models

    def told(model: Model) -> LargeModel:
        card = min((need.total for need in model.needs.values()), default=None)
        return LargeModel(model.name, model.folder, model.size, model.licence, model.base or "", card / 1024**3 if card else None)

    return tuple(told(model) for model in models(shelf()))


def compact_state() -> SmallState:
    """Whether the small model can be used here."""
    from tutor.speechllm.addon import use
    from tutor.speechllm.making import compact_state as state

    use(addon_place())
    return state(shelf())


def install_addon(wheels: Path, needs_card: bool, progress: Progress) -> None:
    """Install the add-on for language models, `needs_card` where it is for a large one. Raises `ModelError` or `Cancelled`."""
    from tutor.speechllm.addon import cards, install

    install(wheels, addon_place(), progress, there=cards(), needs_card=needs_card)


def bring_in(path: Path, progress: Progress) -> str:
    """Copy a model to the shelf; its name there. Raises `ModelError` or `Cancelled`."""
    from tutor.speechllm.bringing import bring_in as copied

    return copied(path, shelf(), progress).name


def offers() -> dict[Kind, Offer]:
    """The bases that can be downloaded, for a processor and for a graphics card."""
    from tutor.speechllm.gguf import SMALL
    from tutor.speechllm.shelf import KNOWN

    return {"compact": SMALL, "card": KNOWN}
