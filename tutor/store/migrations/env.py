"""Alembic's entry: run the revisions on the connection that `tutor.store.database` hands over."""

from alembic import context

from tutor.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,  # SQLite can, Alembic leaves it off: a kill halfway must leave the old database
)
with context.begin_transaction():
    context.run_migrations()
