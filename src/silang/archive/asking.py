"""Conditions that both stores can be asked for, however long a list."""

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
    if is_sqlite(connection):
        return column.in_(sa.select(listed(connection, column, values).c.value))
    return column == sa.any_(_array(column, values))


def listed(connection: Connection, column: sa.ColumnElement[T], values: Iterable[T]) -> sa.TableValuedAlias:
    """`values`, which are of the kind of `column`, as the rows of a table with the one column `value`."""
    if is_sqlite(connection):
        return sa.func.json_each(json.dumps(sorted(values))).table_valued("value")
    return sa.func.unnest(_array(column, values)).table_valued("value").render_derived()


def _array(column: sa.ColumnElement[T], values: Iterable[T]) -> sa.BindParameter[list[T]]:
    return sa.literal(sorted(values), postgresql.ARRAY(column.type))


def apart(connection: Connection, column: sa.ColumnElement[str]) -> sa.ColumnElement[str]:
    """`column` where it is asked of rows that are found by other columns: SQLite, which guesses the length of no list,
    is not to seek by it."""
    return sa.type_coerce(sa.literal_column(f"+{column}"), sa.String()) if is_sqlite(connection) else column
