from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.domain.errors import ModelError
from tutor.scorer.calibration import LEVELS, Calibration

SAID = Calibration(0.9, dict.fromkeys(LEVELS, 1.5), slope=0.8, offset=-0.2)


def test_what_is_saved_is_what_is_loaded(tmp_path: Path) -> None:
    SAID.save(tmp_path)
    assert Calibration.load(tmp_path) == SAID


def test_a_missing_and_a_broken_file_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="model_missing"):
        Calibration.load(tmp_path)
    (tmp_path / "calibration.json").write_text("{")
    with pytest.raises(ModelError, match="model_unreadable"):
        Calibration.load(tmp_path)


@given(st.sampled_from(LEVELS), st.floats(-5, 5), st.floats(-20, 20))
def test_an_estimate_lies_in_its_band_and_on_its_scale(name: str, mean: float, log_variance: float) -> None:
    said = SAID.estimate(name, mean, log_variance)
    top = 2.0 if name == "phone" else 10.0
    assert 0 <= said.low <= said.value <= said.high <= top


def test_a_larger_variance_widens_the_band() -> None:
    sure, unsure = (SAID.estimate("fluency", 1.0, spread) for spread in (-3.0, -1.0))
    assert sure.low > unsure.low
    assert sure.high < unsure.high


@given(st.floats(-500, 500))
def test_a_chance_is_a_chance(logit: float) -> None:
    assert 0 <= SAID.mispronounced(logit) <= 1
