"""Class packs for the tutor area. Adapters are imported when they are needed."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.domain.audio import Waveform
from tutor.domain.target import Passage
from tutor.practice.ports import People
from tutor.ui.tutoring.pack_maker import PacksDesk, TextSources
from tutor.ui.tutoring.spoken_note import NoteSound

if TYPE_CHECKING:
    from tutor.store.unwritten import UnwrittenDraft


def packs_desk(people: People, data: Path, passages: Sequence[Passage]) -> PacksDesk:
    """For packs made of these passages and of text files; `data` is the folder of the program's data."""
    from tutor.reading.own import read_entries
    from tutor.store.packs.classroom import Classroom
    from tutor.store.textfiles import read_text

    sources = TextSources(passages, read_text, lambda path: tuple(read_entries(path).items()))
    return PacksDesk(Classroom(people, data), sources, _note_sound)


def _note_sound() -> NoteSound:
    from tutor.audio.player import SpeakerPlayer
    from tutor.audio.recorder import MicrophoneRecorder

    return NoteSound(MicrophoneRecorder(), SpeakerPlayer(), _held)


def _held(rate: int, when: datetime, keep: Callable[[Waveform], None]) -> "UnwrittenDraft":
    """A note is in its pack or nowhere."""
    from tutor.store.drafts import Subject
    from tutor.store.unwritten import UnwrittenDraft

    return UnwrittenDraft(Subject("note", "", None, when, rate), lambda _, waveform: keep(waveform))
