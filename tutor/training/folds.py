"""From trained networks to a model folder: each fold answered by the team that never heard it, then referee and calibration."""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from rich.progress import track

from tutor.domain.assessment import ModelStamp
from tutor.scorer.assessor import STAMP_FILE, EmbeddedAssessor
from tutor.scorer.networks import HEAD, LISTENER, Networks
from tutor.scorer.referee import REFEREE, Referee
from tutor.training.answers import Answer, Scored, answer
from tutor.training.calibrate import calibrate
from tutor.training.evaluate import Figures, figures
from tutor.training.export import export
from tutor.training.fit import Scorer
from tutor.training.manifest import ALL, RatedReading
from tutor.training.referee import fit_referees, write_referee

REPORT = "cross_validation.json"


def answer_fold(members: Sequence[Scorer], first_layer: int, readings: Sequence[RatedReading], folder: Path) -> list[Answer]:
    """Readings judged by a team that never heard their speakers."""
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / HEAD).exists():
        export(members, first_layer, folder)
    networks = Networks(folder)
    return [answer(networks, reading) for reading in track(readings, f"judging {folder.name}")]


Scores = dict[int, list[Scored]]  # by fold


def referee_folds(answers: Mapping[int, Sequence[Answer]], folder: Path) -> Scores:
    """Every fold scored by a referee that has not learned from it; the one that learned from all goes to `folder/model`."""
    scored: Scores = {}
    for fold, rules in fit_referees([a for theirs in answers.values() for a in theirs]).items():
        place = folder / ("model" if fold == ALL else f"fold{fold}")
        place.mkdir(exist_ok=True)
        write_referee(rules, place)
        if fold != ALL:
            referee = Referee(place)
            scored[fold] = [Scored(a.reading, referee.decide(a.scored)) for a in answers[fold]]
    return scored


def cross_validate(answers: Mapping[int, Sequence[Answer]], scored: Scores, folder: Path) -> None:
    """Figures of each fold, calibrated on the other folds, with their mean and standard deviation over the folds."""
    rows = []
    for fold, mine in answers.items():
        others = [s for other, theirs in scored.items() if other != fold for s in theirs]
        place, stamp = folder / f"fold{fold}", ModelStamp("embedded", "fold", str(fold))
        rows.append(figures(mine, EmbeddedAssessor(Networks(place), Referee(place), calibrate(others), stamp)))
    report = {"mean": _over(rows, np.mean), "spread": _over(rows, np.std), "folds": rows}
    (folder / REPORT).write_text(json.dumps(report, indent=1) + "\n", "utf-8")


def write_model(members: Sequence[Scorer], first_layer: int, scored: Scores, name: str, folder: Path) -> None:
    """The shipped folder, where its referee lies: the team of all speakers, calibrated by the folds' scores."""
    export(members, first_layer, folder)
    calibrate([s for theirs in scored.values() for s in theirs]).save(folder)
    digest = hashlib.sha256(b"".join((folder / file).read_bytes() for file in (LISTENER, HEAD, REFEREE))).hexdigest()
    (folder / STAMP_FILE).write_text(json.dumps({"id": name, "version": digest[:12]}) + "\n", "utf-8")


def _over(rows: Sequence[Figures], statistic: Callable[[list[float]], np.floating]) -> dict[str, float]:
    flat = [dict(_leaves(row)) for row in rows]
    return {name: float(statistic([row[name] for row in flat])) for name in flat[0] if all(name in row for row in flat)}


def _leaves(value: object, name: str = "") -> Iterator[tuple[str, float]]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _leaves(inner, f"{name}.{key}".lstrip("."))
    elif isinstance(value, int | float):
        yield name, float(value)
