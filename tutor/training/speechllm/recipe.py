"""How an adapter is trained, as a TOML file: what it holds, its defaults, and what it may not say. Knows no models.

`recipes/` beside this module holds `paper-a`, `paper-b` and `ours`; a file of one's own is named by its path.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any, Literal, Self, get_args

from tutor.domain.errors import ModelError
from tutor.speechllm.rubric import SENTENCE, Name
from tutor.training.speechllm.preferences import Plan

RECIPES = Path(__file__).parent / "recipes"
Raters = Literal["released", "each"]
Schedule = Literal["constant", "linear", "cosine"]
LEVELS: Mapping[str, tuple[Name, ...]] = {"sentence": SENTENCE, "words": ("word", "stress"), "sounds": ("phone",)}


@dataclass(frozen=True, slots=True)
class Adapter:
    """LoRA: `targets` are names of the language model's linear layers; what hears is never adapted.

    `projector`: the way from there into the language model goes on learning.
    """

    rank: int = 64
    alpha: int = 128
    dropout: float = 0.05
    targets: tuple[str, ...] = ("q_proj", "v_proj", "o_proj", "up_proj", "down_proj")
    projector: bool = False


@dataclass(frozen=True, slots=True)
class Data:
    """`raters`: one target of the released labels, or each rater's own; `explained`: with a rationale."""

    raters: Raters = "released"
    explained: bool = True


@dataclass(frozen=True, slots=True)
class Loss:
    """`sft` and `preference` weigh the two terms (0: not used); `per_token`: mean log-probabilities, else their sum.

    `choices`: of the labels and the rationale only, without what the grammar forces between them; `levels`: of labels of these
    levels only, and no rationale (empty: everything).
    """

    sft: float = 1.0
    preference: float = 0.0
    beta: float = 0.1
    delta: float = 0.5
    per_token: bool = True
    choices: bool = False
    levels: tuple[Name, ...] = ()


@dataclass(frozen=True, slots=True)
class Steps:
    """`batch` is what one step learns from on all devices together; it stops `patience` looks after the best.

    `halved`: a model small enough for a processor computes in bfloat16 there, and keeps what it needs for the gradient.
    """

    epochs: float = 6
    batch: int = 16
    rate: float = 5e-5
    schedule: Schedule = "cosine"
    warmup: float = 0.05
    clip: float = 1.0
    check_every: int = 50
    patience: int = 4
    seed: int = 42
    halved: bool = False


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything a training is told. `pairs` is None where nothing is preferred to anything."""

    adapter: Adapter = field(default_factory=Adapter)
    data: Data = field(default_factory=Data)
    loss: Loss = field(default_factory=Loss)
    steps: Steps = field(default_factory=Steps)
    pairs: Plan | None = None

    def __post_init__(self) -> None:
        if (self.loss.preference > 0) != (self.pairs is not None):
            raise ValueError("[pairs] and a preference above 0 in [loss] go together")
        if self.loss.sft <= 0 and self.loss.preference <= 0:
            raise ValueError("nothing to learn: sft and preference are 0")
        if self.loss.levels and not self.loss.choices:
            raise ValueError("levels are of choices")
        if not 0 <= self.loss.delta < 1 or self.steps.batch < 1 or self.adapter.rank < 1:
            raise ValueError("delta from 0 to below 1, batch and rank from 1")

    @classmethod
    def named(cls, name: str) -> Self:
        """One of `recipes/`, or a file. `ModelError` names what can't be read in it."""
        path = RECIPES / f"{name}.toml"
        path = path if path.is_file() else Path(name)
        try:
            return cls.parse(tomllib.loads(path.read_text("utf-8")))
        except OSError as error:
            known = ", ".join(sorted(each.stem for each in RECIPES.glob("*.toml")))
            raise ModelError("no_such_recipe", name=name, known=known) from error
        except (ValueError, TypeError, KeyError) as error:
            raise ModelError("broken_recipe", path=str(path), reason=str(error)) from error

    @classmethod
    def parse(cls, said: Mapping[str, Any]) -> Self:
        """From tables; unknown tables and entries are refused."""
        kinds = {"adapter": Adapter, "data": Data, "loss": Loss, "steps": Steps}
        unknown = set(said) - {*kinds, "pairs"}
        if unknown:
            raise ValueError(f"unknown tables {sorted(unknown)}")
        parts = {name: _table(kind, name, said.get(name, {})) for name, kind in kinds.items()}
        plan = Plan(explained=parts["data"].explained, **said["pairs"]) if "pairs" in said else None
        return cls(**parts, pairs=plan)

    def facts(self) -> dict[str, Any]:
        """As JSON holds it, to be kept with what it made."""
        return asdict(self)


def _table(kind: type[Any], name: str, said: Mapping[str, Any]) -> Any:
    unknown = set(said) - {each.name for each in fields(kind)}
    if unknown:
        raise ValueError(f"unknown in [{name}]: {sorted(unknown)}")
    made = kind(**{key: tuple(value) if isinstance(value, list) else value for key, value in said.items()})
    for key, allowed in (("raters", get_args(Raters)), ("schedule", get_args(Schedule))):
        if getattr(made, key, allowed[0]) not in allowed:
            raise ValueError(f"{key} is one of {', '.join(allowed)}")
    return made
