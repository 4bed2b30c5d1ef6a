"""`tutor evaluate`: how close the assessor comes to human raters on a manifest of recordings."""

from argparse import ArgumentTypeError, Namespace, _SubParsersAction
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tutor.cli.options import ENGINES, add_engine

if TYPE_CHECKING:
    from tutor.cli.world import World
    from tutor.domain.engine import Engine
    from tutor.practice.ports import Progress

MEASURES = ("pcc", "mse", "mae", "bias", "coverage", "width")


def add(commands: "_SubParsersAction[Any]") -> None:
    """The command's arguments."""
    parser = commands.add_parser("evaluate", help="compare scores with human raters", description="Compare scores with raters.")
    parser.add_argument("manifest", type=Path, metavar="MANIFEST", help="a JSON Lines file of recordings and labels")
    add_engine(parser)
    parser.add_argument("--limit", type=_positive, metavar="N", help="only the first N recordings")
    parser.add_argument("--rationale", action="store_true", help="also measure how true the explanations are")
    parser.add_argument("--json", metavar="FILE", help="write the figures as JSON (-: to standard output, and nothing else)")
    parser.set_defaults(run=run)


def run(args: Namespace, _: "World") -> int:
    """Always 0; what can't be read raises."""
    from tutor.cli.output import progress, write_json
    from tutor.cli.train import extra_needed

    with extra_needed("train" if args.engine == ENGINES[0] else "speechllm"), progress("Evaluating") as told:
        figures = _figures(args, told)
    if args.json:
        write_json(args.json, figures)
    if args.json != "-":
        _print(figures)
    return 0


def _figures(args: Namespace, told: "Progress") -> dict[str, Any]:
    from tutor.engines import engine_of

    engine = engine_of(args.engine, args.model, args.server)
    if engine.kind == "embedded" and not args.rationale:
        from tutor.training.evaluate import evaluate

        return evaluate(args.manifest, args.model, args.limit, told)
    return _through_the_port(args, engine, told)


def _through_the_port(args: Namespace, engine: "Engine", told: "Progress") -> dict[str, Any]:
    from tutor.engines import load_assessor
    from tutor.training.assessed import assess_all, figures_of, rationale_figures
    from tutor.training.manifest import read_manifest

    assessor = load_assessor(engine, untrue_too=args.rationale)
    given = assess_all(assessor, read_manifest(args.manifest)[: args.limit], told)
    return figures_of(given) | ({"rationale": rationale_figures(given)} if args.rationale else {})


def _print(figures: Mapping[str, Any]) -> None:
    from tutor.cli.output import say, table

    table(("Score", *MEASURES), _rows(figures))
    found = figures["mispronunciation"]
    say("", "Mispronounced phones: " + ", ".join(f"{name} {_short(value)}" for name, value in found.items()))
    say(f"{figures['takes']} takes, {figures['refused']} that the gate would refuse.")
    say(f"{_short(figures['speed']['times_real_time'])} times real time.")
    if "rationale" in figures:
        _print_rationale(figures["rationale"])


def _print_rationale(measured: Mapping[str, Any]) -> None:
    from tutor.cli.output import say, table

    say(
        "",
        f"{measured['sentences']} sentences of explanation, {_short(measured['untrue'])} of them against their own scores.",
        "",
    )
    rows = [
        (name, str(each["mentions"]), _short(each["internal"]), _short(each["external"]))
        for name, each in measured["agreement"].items()
    ]
    table(("Mentioned", "Times", "With own scores", "With raters"), rows)


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
