"""What a store knows of its own tables, by which it chooses how to search them: taken anew as the archive grows."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from silang.archive import tables
from silang.archive.store import is_sqlite

_GROWN = 1.25  # times the reports at which it was taken last
_SEEN = 1000  # rows of an index that SQLite looks at
_C = tables.state.c


def due(connection: Connection) -> bool:
    """Whether the archive has grown so much that it pays."""
    return _reports(connection) > _GROWN * int(_taken(connection) or 0)


def take(connection: Connection) -> None:
    """Takes them, and tidies what Postgres has put off of its full-text index, which every search would go through."""
    if is_sqlite(connection):
        connection.exec_driver_sql(f"PRAGMA analysis_limit = {_SEEN}")
        connection.exec_driver_sql("ANALYZE")
        # Connections open elsewhere, a server's among them, read statistics only with the schema: let it change.
        connection.exec_driver_sql("CREATE TABLE analyzed (x)")
        connection.exec_driver_sql("DROP TABLE analyzed")
    else:
        for table in (*tables.meta.tables, "terms"):
            connection.exec_driver_sql(f'ANALYZE "{table}"')
        connection.exec_driver_sql("SELECT gin_clean_pending_list('terms_vector'::regclass)")
    number = str(_reports(connection))
    if _taken(connection) is None:
        connection.execute(sa.insert(tables.state).values(name="analyzed", value=number))
    else:
        connection.execute(sa.update(tables.state).where(_C.name == "analyzed").values(value=number))


def _reports(connection: Connection) -> int:
    return connection.scalar(sa.select(sa.func.max(tables.report.c.n))) or 0


def _taken(connection: Connection) -> str | None:
    return connection.scalar(sa.select(_C.value).where(_C.name == "analyzed"))
