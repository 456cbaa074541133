"""A whole archive as one file of JSON lines, from either store and back into either.

The first line names the format, each further one is a row of a table with its nouns in plain JSON, the last says how
many there were. What follows from the nouns (columns, search, comparisons) is not written; it is made again.
"""

from __future__ import annotations

import gzip
import io
import json
import os
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Any, Literal

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from silang.archive import tables
from silang.archive.adding import Known, insert
from silang.archive.preparing import Prepared, ready
from silang.archive.records import load as load_noun
from silang.archive.records import pack, store, unpack
from silang.archive.streams import UNREAD, pressed, unpressed
from silang.engine import Engine
from silang.errors import ArchiveError
from silang.model import Extraction, Report, Story

FORMAT = "silang-archive/1"
_R, _P = tables.report.c, tables.placed.c
_NOUNS: dict[str, type] = {"noun": Report, "found": Extraction}
_PLAIN = (tables.alias, tables.ruling, tables.source_file)
_DAMAGE = (ValueError, LookupError, TypeError, AttributeError, EOFError, zlib.error, sa.exc.SQLAlchemyError)
_KNOWN = ("version", "read_as", "added", "current", "story")


def write(connection: Connection, path: Path) -> int:
    """Writes the archive as one moment of it; gives how many reports (with old versions) it holds.

    `path` is either whole or not there; packed where its name ends in ``.gz``. The same archive gives the same bytes.
    """
    part = path.with_name(f"{path.name}.part")
    reports = 0
    try:
        with _opened(part, "w", path) as file:
            rows = 0
            file.write(_line({"format": FORMAT}))
            for name, row in _rows(connection):
                file.write(_line({"table": name, "row": row}))
                rows += 1
                reports += name == "report"
            file.write(_line({"rows": rows}))
        with part.open("rb+") as done:
            os.fsync(done.fileno())
        os.replace(part, path)
    except OSError as error:
        raise ArchiveError(f"cannot write to {path}: {error.strerror or error}") from error
    finally:
        part.unlink(missing_ok=True)
    return reports


def restore(connection: Connection, path: Path, engine: Engine) -> int:
    """Puts a written archive into an empty one; gives how many reports. Raises ArchiveError for anything else.

    `engine` makes the reports ready, which stand last in the file.
    """
    if connection.execute(sa.select(_R.n).limit(1)).first():
        raise ArchiveError("the archive is not empty; restore into a new one")
    reports = rows = 0
    told: Any = None

    def lines(file: IO[str]) -> Iterator[_Line]:
        nonlocal told, rows
        for number, line in enumerate(file, 1):
            with _damage(path, number):
                told = json.loads(line)
                if number == 1:
                    if told != {"format": FORMAT}:
                        raise ValueError(f"its first line does not say {FORMAT}")
                elif "table" in told:
                    rows += 1
                    yield _Line(str(path), number, told["table"], told["row"])

    try:
        with _damage(path, 0), _opened(path, "r", path) as file:
            for line, made in engine.map(_read, lines(file)):
                with _damage(path, line.number):
                    if made:
                        known = Known(**{key: line.row[key] for key in _KNOWN})
                        insert(connection, line.row["id"], made, known)
                        reports += 1
                    else:
                        _put(connection, line.table, line.row)
    except OSError as error:
        raise ArchiveError(f"cannot read {path}: {error.strerror or error}") from error
    if told != {"rows": rows}:
        raise ArchiveError(f"{path}: the backup ends early, after {rows} rows; nothing was restored")
    return reports


@dataclass(frozen=True, slots=True)
class _Line:
    """A row of a table, and where it stands."""

    path: str
    number: int
    table: str
    row: dict[str, Any]


def _read(line: _Line) -> tuple[_Line, Prepared | None]:
    """A line of the file; one of a report with its nouns made ready for the tables."""
    if line.table != "report":
        return line, None
    with _damage(Path(line.path), line.number):
        report, found = unpack(Report, line.row["noun"]), unpack(Extraction, line.row["found"])
        left = {**{key: line.row[key] for key in _KNOWN}, "id": report.id}
        return replace(line, row=left), ready(report, found)


@contextmanager
def _damage(path: Path, number: int) -> Iterator[None]:
    """What is wrong with a line, told of with its place; an error that names one already passes."""
    try:
        yield
    except _DAMAGE as error:
        raise ArchiveError(f"{path}:{number}: no backup of an archive, or a damaged one: {_short(error)}") from error


def _rows(connection: Connection) -> Iterator[tuple[str, dict[str, Any]]]:
    for row in _stream(connection, sa.select(tables.story).order_by(tables.story.c.id)):
        yield "story", {**row, "noun": pack(load_noun(Story, row["noun"]))}
    for row in _stream(connection, sa.select(tables.placed).order_by(tables.placed.c.place)):
        yield "placed", {**row, "data": unpressed(row["data"])}
    corrected = sa.select(_P.address).where(_P.address.in_(sa.select(tables.waiting.c.address)))
    for row in _stream(connection, corrected.order_by(_P.address)):
        yield "waiting", row
    for table in _PLAIN:
        for row in _stream(connection, sa.select(table).order_by(*table.primary_key)):
            yield table.name, row
    columns = (*(_R[name] for name in _KNOWN), _R.noun, _R.found)
    for row in _stream(connection, sa.select(*columns).order_by(_R.n)):
        nouns = {name: pack(load_noun(kind, row[name])) for name, kind in _NOUNS.items()}
        yield "report", {**row, **nouns}


def _stream(connection: Connection, query: sa.Select[Any]) -> Iterable[dict[str, Any]]:
    found = connection.execution_options(yield_per=200).execute(query)
    return (dict(row) for row in found.mappings())


def _put(connection: Connection, name: str, row: dict[str, Any]) -> None:
    if name == "story":
        connection.execute(sa.insert(tables.story).values(**{**row, "noun": store(unpack(Story, row["noun"]))}))
    elif name == "placed":
        connection.execute(sa.insert(tables.placed).values(**{**row, "data": pressed(row["data"])}))
    elif name == "waiting":
        connection.execute(sa.insert(tables.waiting).values(**row, data=UNREAD))
    else:
        table = {one.name: one for one in _PLAIN}[name]
        connection.execute(sa.insert(table).values(**row))


def _line(data: dict[str, Any]) -> str:
    return json.dumps(data, separators=(",", ":")) + "\n"


def _short(error: Exception) -> str:
    return str(getattr(error, "orig", None) or error).strip().splitlines()[0]


@contextmanager
def _opened(path: Path, mode: Literal["r", "w"], named: Path) -> Iterator[IO[str]]:
    """`path` as lines of text, packed where `named` says so; the same text packs to the same bytes."""
    if named.suffix != ".gz":
        with path.open(mode, encoding="utf-8", newline="\n") as file:
            yield file
        return
    with path.open("rb" if mode == "r" else "wb") as raw:
        packed = gzip.GzipFile("", "rb" if mode == "r" else "wb", 6, raw, mtime=0)
        with io.TextIOWrapper(packed, encoding="utf-8", newline="\n") as file:
            yield file
