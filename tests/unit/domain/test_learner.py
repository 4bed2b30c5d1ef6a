"""When a changed profile deletes something that was kept."""

from dataclasses import replace

import pytest

from tutor.domain.learner import KeepAudio, Learner, keeps_less

BEFORE = Learner("Ann", audio=KeepAudio.THINNED, expires_days=90, scores_stay=True)


@pytest.mark.parametrize(
    "change",
    [{"audio": KeepAudio.NEVER}, {"expires_days": 30}, {"scores_stay": False}, {"audio": KeepAudio.KEPT, "expires_days": 89}],
)
def test_less_is_kept(change: dict[str, object]) -> None:
    assert keeps_less(replace(BEFORE, **change), BEFORE)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "change", [{"name": "Bo"}, {"audio": KeepAudio.KEPT}, {"expires_days": None, "scores_stay": False}, {"expires_days": 91}]
)
def test_as_much_is_kept(change: dict[str, object]) -> None:
    assert not keeps_less(replace(BEFORE, **change), BEFORE)  # type: ignore[arg-type]
