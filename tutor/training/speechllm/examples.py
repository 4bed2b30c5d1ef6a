"""What one step learns from: a reading's sound with the better answer and, where pairs are wanted, the worse one, as tensors."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch.utils.data import Dataset

from tutor.acoustics.resample import to_16k
from tutor.domain.errors import ModelError
from tutor.speechllm.asking import LONGEST_S, RATE, Clip, grammar_of, model_inputs
from tutor.speechllm.codec import Response, write
from tutor.speechllm.facts import Facts
from tutor.speechllm.grammar import Walk
from tutor.store.audiofiles import read_audio
from tutor.training.manifest import RatedReading
from tutor.training.speechllm.losses import IGNORED
from tutor.training.speechllm.pauses import Pauses
from tutor.training.speechllm.preferences import Rated, make_pair, with_rationale
from tutor.training.speechllm.recipe import Loss, Recipe
from tutor.training.speechllm.targets import labels_of, raters_of


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """One reading and what is to be answered; `rejected` is None where nothing is compared."""

    clip: Clip
    chosen: str
    rejected: str | None


class Examples(Dataset[Example]):
    """Every reading once, or once a rater; sound is read when it is asked for. Same recipe, same answers.

    `facts` by reading, for a model that is given them.
    """

    def __init__(
        self, readings: Sequence[RatedReading], pauses: Pauses, recipe: Recipe, facts: Mapping[str, Facts] | None = None
    ) -> None:
        self._readings, self._pauses, self._recipe, self._facts = readings, pauses, recipe, facts
        each = recipe.data.raters == "each"
        self._places = [
            (at, rater) for at, reading in enumerate(readings) for rater in (range(raters_of(reading)) if each else (None,))
        ]

    def __len__(self) -> int:
        return len(self._places)

    def __getitem__(self, at: int) -> Example:
        place, rater = self._places[at]
        reading, mine = self._readings[place], self._rated(place, rater)
        generator = np.random.default_rng([self._recipe.steps.seed, at])
        chosen, rejected = self._answers(mine, generator)
        clip = clip_of(reading, self._facts)
        said = [write(each, clip.words, clip.facts) for each in (chosen, rejected) if each]
        return Example(clip, said[0], said[1] if rejected else None)

    def _answers(self, mine: Rated, generator: np.random.Generator) -> tuple[Response, Response | None]:
        if self._recipe.pairs is None:
            explained = self._recipe.data.explained
            return (with_rationale(mine, int(generator.integers(2**32))) if explained else mine.labels), None
        other = self._rated(int(generator.integers(len(self._readings))), None)
        pair = make_pair(mine, other, self._recipe.pairs, generator)
        return pair.chosen, pair.rejected

    def _rated(self, place: int, rater: int | None) -> Rated:
        reading = self._readings[place]
        return Rated(labels_of(reading, rater), reading.target.words, self._pauses.get(reading.id, ()))


def clip_of(reading: RatedReading, facts: Mapping[str, Facts] | None = None) -> Clip:
    """A reading as the model gets it, with its `facts` where the model is given them."""
    return Clip(to_16k(read_audio(reading.audio)).samples, reading.target.words, facts[reading.id] if facts else None)


def short_enough(readings: Sequence[RatedReading]) -> list[RatedReading]:
    """Those that fit into one clip; the processor would cut the others without a word."""
    return [reading for reading in readings if len(to_16k(read_audio(reading.audio)).samples) <= LONGEST_S * RATE]


class Collator:
    """Examples to one batch: all better answers, then all worse ones; `labels` are the answers' tokens and their end token.

    What of them is learned is as in `recipe.Loss`.
    """

    def __init__(self, processor: Any, wanted: Loss) -> None:
        self._processor, self._wanted = processor, wanted

    def __call__(self, examples: Sequence[Example]) -> Mapping[str, Any]:
        """Padded on the left, as when the model is used."""
        worse = [(each.clip, each.rejected) for each in examples if each.rejected is not None]
        rows = [*((each.clip, each.chosen) for each in examples), *worse]
        end = self._processor.tokenizer.eos_token
        answers = [answer + end for _, answer in rows]
        batch = dict(model_inputs(self._processor, [clip for clip, _ in rows], answers))
        labels = self._labels(batch["input_ids"], answers)
        if self._wanted.choices:
            for row, (clip, _) in zip(labels, rows, strict=True):
                self._leave_choices(row, clip)
        return {**batch, "labels": labels}

    def _leave_choices(self, row: torch.Tensor, clip: Clip) -> None:
        """Ignore what the grammar forces, and what isn't of the levels that are wanted."""
        levels, at = self._wanted.levels, int((row != IGNORED).nonzero()[0])
        walk = Walk(grammar_of(clip, self._processor))
        while not walk.free:
            token = int(row[at])
            if len(walk.allowed()) == 1 or (levels and walk.slot.level not in levels):
                row[at] = IGNORED
            walk.take(token)
            at += 1
        if levels:
            row[at:] = IGNORED

    def _labels(self, tokens: torch.Tensor, answers: Sequence[str]) -> torch.Tensor:
        labels = torch.full_like(tokens, IGNORED)
        for row, answer in enumerate(answers):
            own = torch.tensor(self._processor.tokenizer(answer, add_special_tokens=False)["input_ids"])
            if not torch.equal(tokens[row, -len(own) :], own):  # joined to the question: not the tokens that will be written
                raise ModelError("tokenizer_unfit")
            labels[row, -len(own) :] = own
        return labels
