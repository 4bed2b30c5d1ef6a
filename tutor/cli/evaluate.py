"""`tutor evaluate`: how close the assessor comes to human raters on a manifest of recordings."""

from argparse import ArgumentTypeError, Namespace, _SubParsersAction
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tutor.cli.options import ENGINES, add_engine
from tutor.domain.errors import ModelError

if TYPE_CHECKING:
    from tutor.cli.world import World

MEASURES = ("pcc", "mse", "mae", "bias", "coverage", "width")


def add(commands: "_SubParsersAction[Any]") -> None:
    """The command's arguments."""
    parser = commands.add_parser("evaluate", help="compare scores with human raters", description="Compare scores with raters.")
    parser.add_argument("manifest", type=Path, metavar="MANIFEST", help="a JSON Lines file of recordings and labels")
    add_engine(parser)
    parser.add_argument("--limit", type=_positive, metavar="N", help="only the first N recordings")
    parser.add_argument("--json", metavar="FILE", help="write the figures as JSON (-: to standard output, and nothing else)")
    parser.set_defaults(run=run)


def run(args: Namespace, _: "World") -> int:
    """Always 0; what can't be read raises."""
    from tutor.cli.output import progress, write_json
    from tutor.cli.train import extra_needed

    if args.engine != ENGINES[0]:
        raise ModelError("engine_not_here", engine=args.engine)
    with extra_needed(), progress("Evaluating") as told:
        from tutor.training.evaluate import evaluate

        figures = evaluate(args.manifest, args.model, args.limit, told)
    if args.json:
        write_json(args.json, figures)
    if args.json != "-":
        _print(figures)
    return 0


def _print(figures: Mapping[str, Any]) -> None:
    from tutor.cli.output import say, table

    table(("Score", *MEASURES), _rows(figures))
    found = figures["mispronunciation"]
    say("", "Mispronounced phones: " + ", ".join(f"{name} {_short(value)}" for name, value in found.items()))
    say(f"{figures['takes']} takes, {figures['refused']} that the gate would refuse.")
    say(f"{_short(figures['speed']['times_real_time'])} times real time.")


def _rows(figures: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    for level in ("phone", "word", "utterance"):
        for aspect, measured in figures[level].items():
            yield (f"{level} {aspect}", *(_short(measured[name]) for name in MEASURES))


def _short(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError(f"{text!r} is not a number from 1 on")
    return int(text)
