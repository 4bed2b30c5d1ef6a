"""`tutor assess --both`: the built-in assessor's opinion beside the chosen engine's, as a table and as JSON."""

from argparse import Namespace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tutor.cli.world import World
    from tutor.domain.assessment import Assessment, Estimate
    from tutor.domain.opinions import Opinions
    from tutor.domain.target import Target


def second_opinion(args: Namespace, said: "Assessment", target: "Target", world: "World") -> "Opinions":
    """Assess the file again, with the assessor that ships."""
    from tutor.cli.assess import assess_file
    from tutor.domain.opinions import side_by_side

    return side_by_side(said, assess_file(args.audio, target, lambda: world.assessor("embedded", None, None)))


def opinions_json(opinions: "Opinions") -> dict[str, Any]:
    """Every score both gave, with whether they can both hold."""
    scores = [
        {"about": each.about, "first": _plain(each.first), "second": _plain(each.second), "apart": each.apart}
        for each in opinions.all
    ]
    return {"confidence": round(opinions.confidence, 3), "scores": scores}


def print_opinions(opinions: "Opinions") -> None:
    """A row a score."""
    from tutor.cli.output import say, table

    say(
        "",
        f"Two assessors: {len(opinions.apart)} of {len(opinions.all)} scores lie further apart than both allow.",
        f"Confidence for the two together: {opinions.confidence:.2f}.",
        "",
    )
    rows = [(each.name, _shown(each.first), _shown(each.second), "apart" if each.apart else "") for each in opinions.all]
    table(("", "Chosen engine", "Built-in", ""), rows)


def _plain(one: "Estimate") -> dict[str, float]:
    return {name: round(getattr(one, name), 3) for name in ("value", "low", "high")}


def _shown(one: "Estimate") -> str:
    return f"{one.value:.1f} ({one.low:.1f} to {one.high:.1f})"
