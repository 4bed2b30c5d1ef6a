"""Class packs for the tutor area. Adapters are imported when they are needed."""

from collections.abc import Sequence
from pathlib import Path

from tutor.domain.target import Passage
from tutor.practice.ports import People
from tutor.ui.tutoring.pack_maker import PacksDesk, TextSources


def packs_desk(people: People, data: Path, passages: Sequence[Passage]) -> PacksDesk:
    """For packs made of these passages and of text files; `data` is the folder of the program's data."""
    from tutor.reading.own import read_entries
    from tutor.store.packs.classroom import Classroom
    from tutor.store.textfiles import read_text

    sources = TextSources(passages, read_text, lambda path: tuple(read_entries(path).items()))
    return PacksDesk(Classroom(people, data), sources)
