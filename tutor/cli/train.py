"""`tutor train scorer|speechllm` and `tutor calibrate`: hand their arguments on to `tutor.training`.

It needs the extra `train`, for a SpeechLLM `speechllm` as well.
"""

from argparse import Namespace, _SubParsersAction
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tutor.domain.errors import ModelError

if TYPE_CHECKING:
    from tutor.cli.world import World

_EXTRA = {"torch", "transformers", "onnx", "onnxscript", "pocketsphinx", "accelerate", "bitsandbytes", "peft"}


def add(commands: "_SubParsersAction[Any]") -> None:
    """The two commands; their own arguments are `tutor.training`'s."""
    train = commands.add_parser("train", help="train a model (extra: train)", description="Train a model.")
    what = train.add_subparsers(metavar="MODEL", required=True)
    scorer = what.add_parser("scorer", help="the embedded assessor: tutor train scorer DATASET --out DIR …", add_help=False)
    scorer.set_defaults(run=run_scorer, passes_on=True)
    told = "an adapter for Qwen2-Audio: tutor train speechllm DATASET --out DIR --base DIR …"
    speechllm = what.add_parser("speechllm", help=told, add_help=False)
    speechllm.set_defaults(run=run_speechllm, passes_on=True)
    calibrate = commands.add_parser("calibrate", help="calibrate a model's intervals (extra: train)", add_help=False)
    calibrate.set_defaults(run=run_calibrate, passes_on=True)


def run_scorer(args: Namespace, _: "World") -> int:
    """Exit code of the training."""
    with extra_needed():
        from tutor.training.scorer import main

        return main(_rest(args))


def run_speechllm(args: Namespace, _: "World") -> int:
    """Exit code of the training."""
    with extra_needed("speechllm,train"):
        from tutor.training.speechllm.train import main

        return main(_rest(args))


def run_calibrate(args: Namespace, _: "World") -> int:
    """Exit code of the calibration; a model's folder with an adapter is a SpeechLLM's."""
    rest = _rest(args)
    with extra_needed():
        if any((Path(each) / "adapter_config.json").is_file() for each in rest):
            from tutor.training.speechllm.calibrate import main as calibrate_adapter

            return calibrate_adapter(rest)
        from tutor.training.calibrate import main

        return main(rest)


@contextmanager
def extra_needed(extra: str = "train") -> Iterator[None]:
    """A missing package of an extra becomes `ModelError` (`missing_extra`)."""
    try:
        yield
    except ModuleNotFoundError as error:
        if error.name not in _EXTRA:
            raise
        raise ModelError("missing_extra", package=error.name, extra=extra) from error


def _rest(args: Namespace) -> list[str]:
    rest: Sequence[str] = args.rest
    return list(rest)
