"""Editors' rulings, append-only: one is never changed, a later one takes it back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from silang.archive import tables
from silang.archive.nouns import Ruling, RulingKind
from silang.stories import Ruling as Said
from silang.stories.rulings import Verdict

_C = tables.ruling.c
_FIELDS = ("number", "kind", "verdict", "left", "right", "who", "at", "note", "undoes")


def append(connection: Connection, ruling: Ruling, *, address: str | None = None, others: Sequence[str] = ()) -> Ruling:
    """Writes `ruling` under the next number; its own number and `undone` are not looked at.

    Of one on a story also the `address` of its report, and those of the `others` that the story held.
    """
    number = (connection.scalar(sa.select(sa.func.max(_C.number))) or 0) + 1
    row = {name: getattr(ruling, name) for name in _FIELDS}
    bound = json.dumps({"others": list(others)}) if ruling.kind == "story" else None
    connection.execute(sa.insert(tables.ruling).values({**row, "number": number, "address": address, "bound": bound}))
    return find(connection, number)


def said(ruling: Ruling, address: str) -> Said:
    """A ruling on a story as the stream of stories takes it; reports are known to that by their address."""
    verdict: Verdict = "undone" if ruling.undoes else "belongs" if ruling.verdict else "does not belong"
    return Said(address, ruling.right, verdict, ruling.who, ruling.at)


def bound(connection: Connection) -> Iterator[tuple[Said, list[str]]]:
    """All rulings on stories in their order, each with the addresses of the other reports that its story held then."""
    made = {ruling.number: ruling for ruling in _select(connection, _C.kind == "story")}
    rows = connection.execute(sa.select(_C.number, _C.address, _C.bound).where(_C.kind == "story").order_by(_C.number))
    for row in rows:
        yield said(made[row.number], row.address), json.loads(row.bound)["others"]


def find(connection: Connection, number: int) -> Ruling:
    """The ruling of that number; KeyError where there is none."""
    for ruling in _select(connection, _C.number == number):
        return ruling
    raise KeyError(number)


def newest(
    connection: Connection, page: tuple[int | None, int], sides: AbstractSet[str] | None = None
) -> tuple[Ruling, ...]:
    """All rulings, or those on one of `sides`, which are reports and stories; newest first."""
    found = reversed(_select(connection, sa.true()))
    mine = (r for r in found if sides is None or sides & {subject(r.left), subject(r.right)})
    limit, offset = page
    return tuple(islice(mine, offset, None if limit is None else offset + limit))


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
