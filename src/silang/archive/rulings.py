"""Editors' rulings, append-only: one is never changed, a later one takes it back."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from silang.archive import tables
from silang.archive.nouns import Ruling, RulingKind

_C = tables.ruling.c
_FIELDS = ("number", "kind", "verdict", "left", "right", "who", "at", "note", "undoes")


def append(connection: Connection, ruling: Ruling, *, address: str | None = None, bound: str | None = None) -> Ruling:
    """Writes `ruling` under the next number; its own number and `undone` are not looked at.

    `address` and `bound` are what the stream of stories keeps of one on a story.
    """
    number = (connection.scalar(sa.select(sa.func.max(_C.number))) or 0) + 1
    row = {name: getattr(ruling, name) for name in _FIELDS}
    connection.execute(sa.insert(tables.ruling).values({**row, "number": number, "address": address, "bound": bound}))
    return find(connection, number)


def find(connection: Connection, number: int) -> Ruling:
    """The ruling of that number; KeyError where there is none."""
    for ruling in _select(connection, _C.number == number):
        return ruling
    raise KeyError(number)


def everything(connection: Connection) -> tuple[Ruling, ...]:
    """All rulings, newest first."""
    return tuple(reversed(_select(connection, sa.true())))


def standing(connection: Connection, kind: RulingKind) -> tuple[Ruling, ...]:
    """The rulings of one kind that nobody has taken back, in the order in which they were made."""
    found = _select(connection, sa.and_(_C.kind == kind, _C.undoes.is_(None)))
    return tuple(ruling for ruling in found if not ruling.undone)


def subject(side: str) -> str:
    """The report or story that one side of a ruling is about."""
    return side.partition(":")[0]


def _select(connection: Connection, where: sa.ColumnElement[bool]) -> Sequence[Ruling]:
    later = tables.ruling.alias()
    undone = sa.exists().where(later.c.undoes == _C.number).label("undone")
    rows = connection.execute(sa.select(*(_C[name] for name in _FIELDS), undone).where(where).order_by(_C.number))
    return [Ruling(**row) for row in rows.mappings()]
