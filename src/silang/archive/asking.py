"""A condition that both stores can be asked for, however long its list."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TypeVar

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlalchemy.engine import Connection

from silang.archive.store import is_sqlite

T = TypeVar("T", str, int)


def among(connection: Connection, column: sa.ColumnElement[T], values: Iterable[T]) -> sa.ColumnElement[bool]:
    """Whether `column` is one of `values`; they travel as one parameter."""
    told = sorted(values)
    if is_sqlite(connection):
        return column.in_(sa.select(sa.func.json_each(json.dumps(told)).table_valued("value").c.value))
    return column == sa.any_(sa.literal(told, postgresql.ARRAY(column.type)))
