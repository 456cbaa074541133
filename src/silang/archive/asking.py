"""A condition that both stores can be asked for, however long its list."""

from __future__ import annotations

import json
from collections.abc import Iterable

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlalchemy.engine import Connection

from silang.archive.store import is_sqlite


def among(connection: Connection, column: sa.ColumnElement[str], values: Iterable[str]) -> sa.ColumnElement[bool]:
    """Whether `column` is one of `values`; they travel as one parameter."""
    if is_sqlite(connection):
        return column.in_(sa.select(sa.func.json_each(json.dumps(sorted(values))).table_valued("value").c.value))
    return column == sa.any_(sa.literal(sorted(values), postgresql.ARRAY(sa.String)))
