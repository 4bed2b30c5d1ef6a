"""Own texts and accepted sounds in the history's database."""

from collections.abc import Sequence

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert

from tutor.domain.accepted import Acceptance, Accepted
from tutor.domain.library import OwnText, split_tags
from tutor.store.database import SqlStore
from tutor.store.tables import accepted, texts


class SqlLibrary(SqlStore):
    """A `ports.Library`."""

    def texts(self) -> Sequence[OwnText]:
        """All own texts, the newest first."""
        with self.database.reading() as connection:
            rows = connection.execute(select(texts).order_by(texts.c.id.desc())).all()
        return [OwnText(row.id, row.title, row.text, split_tags(row.tags)) for row in rows]

    def keep_text(self, text: OwnText) -> OwnText:
        """Add it, or put it in the place of the one with its id."""
        row = {"id": text.id, "title": text.title, "tags": ", ".join(text.tags), "text": text.text}
        adding = insert(texts).values(row).on_conflict_do_update(index_elements=[texts.c.id], set_=row).returning(texts.c.id)
        with self.database.writing() as connection:
            kept = connection.execute(adding).scalar_one()
        return OwnText(kept, text.title, text.text, text.tags)

    def remove_text(self, text_id: int) -> None:
        """Let go of it."""
        with self.database.writing() as connection:
            connection.execute(delete(texts).where(texts.c.id == text_id))

    def accepted(self) -> Accepted:
        """The substitutions that are never to be marked."""
        with self.database.reading() as connection:
            rows = connection.execute(select(accepted)).all()
        return frozenset(Acceptance(row.expected, row.heard or None, row.word or None) for row in rows)

    def accept(self, acceptance: Acceptance) -> None:
        """Add one; it may be there already."""
        with self.database.writing() as connection:
            connection.execute(insert(accepted).values(_row(acceptance)).on_conflict_do_nothing())

    def mark_again(self, acceptance: Acceptance) -> None:
        """Take one away."""
        row = _row(acceptance)
        same = [accepted.c[name] == value for name, value in row.items()]
        with self.database.writing() as connection:
            connection.execute(delete(accepted).where(*same))


def _row(acceptance: Acceptance) -> dict[str, str]:
    """Empty for None: SQL holds no NULL for equal to another."""
    return {"expected": acceptance.expected, "heard": acceptance.heard or "", "word": acceptance.word or ""}
