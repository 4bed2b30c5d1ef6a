"""What tutors said as rows of the database: records to columns and back. Decides nothing about which row counts."""

import json
import zlib
from dataclasses import fields
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Connection, RowMapping, Table, select
from sqlalchemy.dialects.sqlite import insert

from tutor.domain.assessment import ModelStamp
from tutor.domain.marks import Mark
from tutor.domain.review import About, Answer, Answers, Comment, Correction, Look
from tutor.domain.strictness import Setting, Strictness, Threshold
from tutor.store.database import in_order
from tutor.store.tables import comments, corrections, looks, strictness, thresholds

Row = Correction | Look | Comment | Setting | Threshold
_TABLES: dict[type, Table] = {
    Correction: corrections, Look: looks, Comment: comments, Setting: strictness, Threshold: thresholds,
}  # fmt: skip
_Read = TypeVar("_Read")


def corrections_of(connection: Connection, take_id: str) -> list[Correction]:
    """Every row about a take, in no order that counts."""
    wanted = select(corrections).where(corrections.c.take_id == take_id)
    return [read_correction(row) for row in connection.execute(wanted).mappings()]


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


def read_correction(row: RowMapping) -> Correction:
    """A tutor's answer."""
    about = About.parse(row["about"])
    said = {"about": about, "answer": _answer(row["answer"]), "machine": _answer(row["machine"]), "model": _stamp(row)}
    return read_plain(Correction, row, **said)


def read_look(row: RowMapping) -> Look:
    """What was opened, or gone through."""
    shown = None if row["shown"] is None else _unpacked(row["shown"])
    return read_plain(Look, row, shown=shown, model=_stamp(row) if row["engine"] else None)


def read_setting(row: RowMapping) -> Setting:
    """A strictness."""
    return read_plain(Setting, row, accuracy=Strictness(row["accuracy"]), pauses=Strictness(row["pauses"]))


def read_threshold(row: RowMapping) -> Threshold:
    """A refitted threshold."""
    return read_plain(Threshold, row, model=_stamp(row))


def read_plain(kind: type[_Read], row: RowMapping, **others: object) -> _Read:
    """A record whose fields are the columns, but for the time and those that are given."""
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
