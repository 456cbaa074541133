"""What Alembic runs: the migrations, on the connection that `silang.archive.store` hands over."""

from __future__ import annotations

from alembic import context

from silang.archive.tables import meta

context.configure(connection=context.config.attributes["connection"], target_metadata=meta)
context.run_migrations()
