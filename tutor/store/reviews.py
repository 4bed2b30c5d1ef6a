"""What tutors said, as rows beside the takes; spoken comments as FLAC in `comments/`. Decides nothing about which row counts."""

import json
import logging
import zlib
from collections.abc import Callable, Sequence
from dataclasses import fields
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, RowMapping, Table, select
from sqlalchemy.dialects.sqlite import insert

from tutor.domain.assessment import ModelStamp
from tutor.domain.audio import Waveform
from tutor.domain.errors import AudioError, StoreError
from tutor.domain.marks import Mark
from tutor.domain.review import About, Answer, Answers, Comment, Correction, Look
from tutor.domain.strictness import Setting, Strictness, Threshold
from tutor.domain.take import Take
from tutor.store.audiofiles import read_flac, write_flac
from tutor.store.database import Database, SqlStore, in_order
from tutor.store.drafts import DraftFiles, FileDraft, Subject, drafts_in
from tutor.store.faults import store_errors
from tutor.store.tables import comments, corrections, looks, strictness, thresholds

log = logging.getLogger(__name__)
Row = Correction | Look | Comment | Setting | Threshold
_TABLES: dict[type, Table] = {
    Correction: corrections, Look: looks, Comment: comments, Setting: strictness, Threshold: thresholds,
}  # fmt: skip
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

    def corrections(self, take_id: str | None = None) -> Sequence[Correction]:
        """Every row, or those of a take. Raises `StoreError`, as all below."""
        return self._rows(corrections, _correction, take_id)

    def comments(self, take_id: str | None = None) -> Sequence[Comment]:
        """Comments, and the rows that withdraw one."""
        return self._rows(comments, partial(_plain, Comment), take_id)

    def looks(self) -> Sequence[Look]:
        """Which takes were opened, and which ones a tutor is done with."""
        return self._rows(looks, _look)

    def settings(self) -> Sequence[Setting]:
        """Every strictness that was ever set."""
        return self._rows(strictness, _setting)

    def thresholds(self) -> Sequence[Threshold]:
        """Every threshold that was ever refitted or taken back."""
        return self._rows(thresholds, _threshold)

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


def add_row(connection: Connection, row: Row) -> None:
    """Keep a row with others in one transaction; nothing happens when its id is there already."""
    connection.execute(insert(_TABLES[type(row)]).values(_values(row)).on_conflict_do_nothing())


def _values(row: Row) -> dict[str, Any]:
    values = {field.name: getattr(row, field.name) for field in fields(row)}
    if "model" in values:
        model: ModelStamp | None = values.pop("model")
        names = (model.engine, model.id, model.version) if model else (None, None, None)
        values |= dict(zip(("engine", "model_id", "model_version"), names, strict=True))
    if isinstance(row, Correction):
        values |= {"about": str(row.about), "answer": _text(row.answer), "machine": _text(row.machine)}
    if isinstance(row, Look):
        values["shown"] = None if row.shown is None else _packed(row.shown)
    return values | {"at": in_order(row.at)}


def _correction(row: RowMapping) -> Correction:
    about = About.parse(row["about"])
    said = {"about": about, "answer": _answer(row["answer"]), "machine": _answer(row["machine"]), "model": _stamp(row)}
    return _plain(Correction, row, **said)


def _look(row: RowMapping) -> Look:
    shown = None if row["shown"] is None else _unpacked(row["shown"])
    return _plain(Look, row, shown=shown, model=_stamp(row) if row["engine"] else None)


def _setting(row: RowMapping) -> Setting:
    return _plain(Setting, row, accuracy=Strictness(row["accuracy"]), pauses=Strictness(row["pauses"]))


def _threshold(row: RowMapping) -> Threshold:
    return _plain(Threshold, row, model=_stamp(row))


def _plain(kind: type[_Read], row: RowMapping, **others: object) -> _Read:
    values = {field.name: row[field.name] for field in fields(kind) if field.name not in others}  # type: ignore[arg-type]
    return kind(**values | {"at": datetime.fromisoformat(row["at"])} | others)


def _stamp(row: RowMapping) -> ModelStamp:
    return ModelStamp(row["engine"], row["model_id"], row["model_version"])


def _text(answer: Answer | None) -> str | None:
    return None if answer is None else str(answer)


def _answer(text: str | None) -> Answer | None:
    if text is None:
        return None
    return int(text) if text.isdecimal() else Mark(text)


def _packed(shown: Answers) -> bytes:
    """Some hundred bytes a take, where the plain words would be ten thousand."""
    text = json.dumps({str(about): str(answer) for about, answer in shown.items()}, separators=(",", ":"))
    return zlib.compress(text.encode())


def _unpacked(data: bytes) -> dict[About, Answer]:
    said = json.loads(zlib.decompress(data))
    read = {About.parse(about): _answer(answer) for about, answer in said.items()}
    return {about: answer for about, answer in read.items() if answer is not None}
