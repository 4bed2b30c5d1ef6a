"""The deck's cards and practices as rows beside the takes."""

from collections.abc import Sequence
from dataclasses import asdict, fields
from datetime import datetime

from sqlalchemy import RowMapping, delete, select
from sqlalchemy.dialects.sqlite import insert

from tutor.domain.cards import Card, Practised, parse_said
from tutor.store.database import SqlStore, in_order
from tutor.store.tables import cards, practices


class SqlDeck(SqlStore):
    """A `ports.Deck`."""

    def cards(self) -> Sequence[Card]:
        """All of them, the oldest first. Raises `StoreError`."""
        with self.database.reading() as connection:
            rows = connection.execute(select(cards).order_by(cards.c.made_at, cards.c.key)).mappings().all()
        return [_card(row) for row in rows]

    def put(self, card: Card, practised: Practised | None = None) -> None:
        """Keep a card, new or changed, and the practice that changed it. Raises `StoreError`."""
        row = _row(card)
        adding = insert(cards).values(row).on_conflict_do_update(index_elements=["key"], set_=row)
        with self.database.writing() as connection:
            connection.execute(adding)
            if practised is not None:
                done = {"card": practised.key, "at": in_order(practised.at), "grade": int(practised.grade)}
                connection.execute(insert(practices), done | {"take_id": practised.take_id})

    def remove(self, key: str) -> None:
        """Delete a card and its practices; takes stay. Raises `StoreError`."""
        with self.database.writing() as connection:
            connection.execute(delete(cards).where(cards.c.key == key))

    def practised(self, key: str) -> int:
        """How often a card was practised. Raises `StoreError`."""
        with self.database.reading() as connection:
            return len(connection.execute(select(practices.c.id).where(practices.c.card == key)).all())


def _row(card: Card) -> dict[str, object]:
    row = asdict(card) | {"key": card.key, "said": " ".join(map(str, card.said))}
    return row | {"made_at": in_order(card.made_at), "due": in_order(card.due)}


def _card(row: RowMapping) -> Card:
    values = {field.name: row[field.name] for field in fields(Card)}
    times = {name: datetime.fromisoformat(row[name]) for name in ("made_at", "due")}
    return Card(**values | times | {"said": parse_said(row["said"])})
