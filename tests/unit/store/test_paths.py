"""Where files lie."""

from pathlib import Path

import pytest

from tutor.store.paths import Paths


def test_one_variable_moves_everything(home: Path) -> None:
    assert Paths.default() == Paths(home / "data", home / "config", home / "log")


def test_a_home_may_be_relative_or_begin_with_a_tilde(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/somewhere")
    monkeypatch.setenv("READALOUD_TUTOR_HOME", "~/here")
    assert Paths.default().data == Path("/somewhere/here/data")
    monkeypatch.setenv("READALOUD_TUTOR_HOME", "here")
    assert Paths.default().data.is_absolute()


def test_otherwise_the_systems_folders_are_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("READALOUD_TUTOR_HOME")
    found = Paths.default()
    assert len({found.data, found.config, found.log}) >= 2
    assert all("readaloud-tutor" in path.parts for path in (found.data, found.config, found.log))
