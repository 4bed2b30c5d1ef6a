"""A second start of the program hands its file to the window that is open, and to nobody where none is."""

from pathlib import Path

from tutor.store.doorstep import Doorstep


def test_a_file_is_handed_to_the_window_that_is_open(tmp_path: Path) -> None:
    ours, other = Doorstep(tmp_path), Doorstep(tmp_path)
    assert ours.claim()
    assert other.leave(tmp_path / "week 1 你好.tutorpack")
    assert ours.take() == (tmp_path / "week 1 你好.tutorpack",)
    assert ours.take() == ()
    ours.give_up()


def test_where_no_window_is_open_nothing_is_left(tmp_path: Path) -> None:
    assert not Doorstep(tmp_path / "not there yet").leave(Path("week1.tutorpack"))
    ours = Doorstep(tmp_path)
    assert ours.claim()
    ours.give_up()
    assert not Doorstep(tmp_path).leave(Path("week1.tutorpack"))


def test_one_window_takes_what_is_left_and_the_next_one_nothing_of_before(tmp_path: Path) -> None:
    first, second = Doorstep(tmp_path), Doorstep(tmp_path)
    assert first.claim()
    assert not second.claim()
    assert second.leave(Path("week1.tutorpack"))
    first.give_up()  # before it took it
    assert second.claim()
    assert second.take() == ()
    second.give_up()


def test_a_folder_that_nobody_can_write_to_keeps_no_window_from_opening(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    door = Doorstep(tmp_path / "file" / "opened")
    assert not door.claim()
    assert not door.leave(Path("week1.tutorpack"))
