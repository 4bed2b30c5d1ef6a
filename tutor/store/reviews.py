"""What tutors said, as rows beside the takes; spoken comments as FLAC in `comments/`. Decides nothing about which row counts."""

import json
import logging
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from sqlalchemy import RowMapping, Table, select

from tutor.domain.audio import Waveform
from tutor.domain.errors import AudioError, StoreError
from tutor.domain.review import Comment, Correction, Look
from tutor.domain.strictness import Setting, Threshold
from tutor.domain.take import Take
from tutor.store.audiofiles import read_flac, write_flac
from tutor.store.database import Database, SqlStore
from tutor.store.drafts import DraftFiles, FileDraft, Subject, drafts_in
from tutor.store.faults import store_errors
from tutor.store.review_rows import Row, add_row, read_correction, read_look, read_plain, read_setting, read_threshold
from tutor.store.tables import comments, corrections, looks, strictness, thresholds
from tutor.store.tallies import uncount

log = logging.getLogger(__name__)
_Read = TypeVar("_Read")


class SqlReviews(SqlStore):
    """A `ports.Reviews`."""

    def __init__(self, database: Database) -> None:
        """Raises `StoreError` when there can't be a folder for the sound."""
        super().__init__(database)
        self._voices = database.folder / "comments"
        with store_errors(self._voices):
            self._voices.mkdir(exist_ok=True)

    def add(self, row: Row) -> None:
        """Keep a row; nothing happens when its id is there already. Raises `StoreError`: `no_such_take`, `in_use`, …"""
        with self.database.writing() as connection:
            add_row(connection, row)
            if isinstance(row, Correction):
                uncount(connection, [row.take_id])

    def corrections(self, take_id: str | None = None) -> Sequence[Correction]:
        """Every row, or those of a take. Raises `StoreError`, as all below."""
        return self._rows(corrections, read_correction, take_id)

    def comments(self, take_id: str | None = None) -> Sequence[Comment]:
        """Comments, and the rows that withdraw one."""
        return self._rows(comments, partial(read_plain, Comment), take_id)

    def looks(self) -> Sequence[Look]:
        """Which takes were opened, and which ones a tutor is done with."""
        return self._rows(looks, read_look)

    def settings(self) -> Sequence[Setting]:
        """Every strictness that was ever set."""
        return self._rows(strictness, read_setting)

    def thresholds(self) -> Sequence[Threshold]:
        """Every threshold that was ever refitted or taken back."""
        return self._rows(thresholds, read_threshold)

    def open_voice(self, comment: Comment, rate: int) -> FileDraft:
        """On disk from its first block on, like a take; what is being commented on lies in the draft's text."""
        self.database.check_writable()
        said = json.dumps({"take": comment.take_id, "tutor": comment.tutor, "first": comment.first, "last": comment.last})
        return FileDraft(self._voices, Subject(comment.id, said, None, comment.at, rate), self._keep)

    def voice(self, comment_id: str) -> Waveform:
        """The sound of a spoken comment. Raises `StoreError`: `no_sound` when its file is gone or broken."""
        try:
            return read_flac(self._sound(comment_id))
        except AudioError as error:
            raise StoreError("no_sound", path=str(self._sound(comment_id)), reason=error.code) from error

    def recover(self) -> int:
        """Keep spoken comments that killed processes left behind; one that can't be read is logged and stays."""
        if self.database.read_only:
            return 0
        kept = 0
        for files in drafts_in(self._voices):
            if files.claim():
                try:
                    kept += self._recovered(files)
                finally:
                    files.lock.release()
        return kept

    def _recovered(self, files: DraftFiles) -> bool:
        try:
            subject = files.subject()
            with store_errors(files.sound):
                waveform = files.waveform(subject.rate)
            if wanted := len(waveform.samples) > 0:
                self._keep(subject.take(waveform, "", 0, recovered=True), waveform)
        except (ValueError, KeyError, TypeError):
            log.exception("A spoken comment can't be recovered; it stays at %s", files.sound)
            return False
        files.remove()
        return wanted

    def _keep(self, take: Take, waveform: Waveform) -> None:
        """The sound first, as with takes: a row without sound would be a broken promise."""
        said = json.loads(take.text)
        about = (said["take"], said["tutor"], take.recorded_at, said["first"], said["last"])
        with store_errors(self._voices):
            write_flac(self._sound(take.id), waveform)
        self.add(Comment(take.id, *about, "", waveform.seconds))

    def _sound(self, comment_id: str) -> Path:
        return self._voices / f"{comment_id}.flac"

    def _rows(self, table: Table, made: Callable[[RowMapping], _Read], take_id: str | None = None) -> list[_Read]:
        wanted = select(table) if take_id is None else select(table).where(table.c.take_id == take_id)
        with self.database.reading() as connection:
            rows = connection.execute(wanted).mappings().all()
        return [made(row) for row in rows]
