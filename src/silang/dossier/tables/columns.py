"""What a table is: columns of one kind each, a key, and the tables that its columns join."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from silang.dossier.tables.flat import Flat

Kind = Literal["text", "whole", "number", "day", "instant"]
Cell = str | int | date | datetime | None
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `kind` says what its cells are; `empty` whether a cell may be null.

    text: a string · whole: a whole number · number: a decimal string · day: a day · instant: a time in UTC
    """

    name: str
    kind: Kind
    says: str
    empty: bool = False


@dataclass(frozen=True, slots=True)
class Join:
    """Columns that name a row of another table by its key."""

    columns: tuple[str, ...]
    table: str


@dataclass(frozen=True, slots=True)
class Table:
    """One table: `rows` lays an export flat, cell by cell in the order of `columns`. An empty `key` is no key."""

    name: str
    says: str
    columns: tuple[Column, ...]
    rows: Callable[[Flat], Iterator[Row]]
    key: tuple[str, ...] = ()
    joins: tuple[Join, ...] = ()
