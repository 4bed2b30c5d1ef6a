from pathlib import Path

import pytest

from tests.unit.training.speechllm.tiny import write_recipe
from tutor.domain.errors import ModelError
from tutor.training.speechllm.preferences import DIMENSIONS, KINDS
from tutor.training.speechllm.recipe import RECIPES, Recipe


def test_the_published_one_is_as_published() -> None:
    """field.md B.4 to B.6."""
    recipe = Recipe.named("paper-b")
    assert (recipe.loss.sft, recipe.loss.preference, recipe.loss.beta, recipe.loss.delta) == (1.0, 1.0, 0.1, 0.5)
    assert (recipe.adapter.rank, recipe.adapter.alpha, recipe.adapter.dropout) == (64, 128, 0.05)
    assert set(recipe.adapter.targets) == {"q_proj", "v_proj", "o_proj", "up_proj", "down_proj"}
    assert (recipe.steps.batch, recipe.steps.rate, recipe.steps.schedule, recipe.steps.clip) == (16, 5e-6, "constant", 1.0)
    assert recipe.loss.per_token
    assert not recipe.data.explained
    assert recipe.pairs
    assert recipe.pairs.downgrades == 0.88
    assert set(recipe.pairs.kinds) == set(DIMENSIONS)


def test_every_one_of_ours_can_be_read() -> None:
    assert {path.stem for path in RECIPES.glob("*.toml")} == {"ours", "paper-a", "paper-b", "compact-sft", "compact-bdpo"}
    ours, several = Recipe.named("ours"), Recipe.named("paper-a")
    assert ours.pairs
    assert set(ours.pairs.kinds) == set(KINDS)
    assert ours.data.explained
    assert several.data.raters == "each"
    assert several.pairs is None


@pytest.mark.parametrize(
    "text",
    [
        "[steps]\nepoch = 3", "[extra]", "[loss]\npreference = 1.0", "[loss]\nsft = 0.0", '[data]\nraters = "some"', "[[",
        '[steps]\nschedule = "sudden"', "[loss]\ndelta = 1.0", "[pairs]\nkinds = {length = 1}\n[loss]\npreference = 1.0",
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(ModelError, match="broken_recipe"):
        Recipe.named(str(path))


def test_one_of_ones_own(tmp_path: Path) -> None:
    assert Recipe.named(str(write_recipe(tmp_path / "mine.toml", rate=1e-3))).steps.rate == 1e-3
    with pytest.raises(ModelError, match="no_such_recipe") as caught:
        Recipe.named("theirs")
    assert caught.value.facts["known"] == "compact-bdpo, compact-sft, ours, paper-a, paper-b"
