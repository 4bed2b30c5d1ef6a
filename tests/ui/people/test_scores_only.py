"""Who wants scores only, in the whole program: results are kept, sound is not. Who changes their mind is kept from then on."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.people.readers import Start, read, session_of
from tutor.domain.errors import StoreError
from tutor.domain.learner import KeepAudio, Learner
from tutor.store.people import People


def test_a_reading_leaves_its_results_and_no_sound(start: Start, people: People, qtbot: QtBot) -> None:
    folder = people.folder(people.add(Learner("Ann", audio=KeepAudio.NEVER)).id)
    program = start()
    read(program, qtbot, stop=False)
    takes = folder / "takes"
    assert list(takes.iterdir()) == []  # while they read
    session = session_of(program)
    session.stop()
    qtbot.waitUntil(lambda: session.attempt is not None and session.assessment is not None and session.is_idle)
    assert session.attempt is not None
    first = session.attempt.take.id
    assert list(takes.iterdir()) == []
    assert session.desk.history.attempt(first).assessment is not None
    assert session.desk.history.waveform(first).seconds > 2  # it can be heard again today

    assert program.who is not None
    program.who.profiles.keep(replace(session.learner, audio=KeepAudio.KEPT))
    qtbot.waitUntil(lambda: session.learner.audio is KeepAudio.KEPT)
    read(program, qtbot)
    assert session.attempt is not None
    assert [path.name for path in takes.iterdir()] == [f"{session.attempt.take.id}.flac"]


def test_what_was_read_is_not_to_be_heard_after_the_program_ended(start: Start, people: People, qtbot: QtBot) -> None:
    people.add(Learner("Ann", audio=KeepAudio.NEVER))
    program = start()
    read(program, qtbot)
    session = session_of(program)
    assert session.attempt is not None
    take_id = session.attempt.take.id
    program.window.close()
    program.close()
    again = session_of(start())
    with pytest.raises(StoreError, match="sound_let_go"):
        again.desk.history.waveform(take_id)
    assert again.desk.history.attempt(take_id).assessment is not None
