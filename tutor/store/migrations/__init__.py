"""How a database of an earlier release becomes today's. Run by Alembic at open, and only when it is needed."""
