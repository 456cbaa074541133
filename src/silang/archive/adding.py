"""A report into the archive: its id by address, its version by text, what was found in it, and what it is found by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection

from silang.archive import fulltext, streams, tables
from silang.archive.addresses import address, digest, named
from silang.archive.nouns import Added
from silang.archive.placing import describe, reasons
from silang.archive.preparing import Prepared, as_version
from silang.archive.store import is_sqlite
from silang.model import Input, Report

_R = tables.report.c


def known(connection: Connection, report: Report) -> Added | None:
    """The version of that address which has that very text already."""
    return _known(connection, address(report), digest(report))


def _known(connection: Connection, address: str, digest: str) -> Added | None:
    row = connection.execute(sa.select(_R.id, _R.version).where(_R.address == address, _R.digest == digest)).first()
    return Added(row.id, "known", row.version) if row else None


def put(connection: Connection, made: Prepared) -> Added:
    """Writes a report, if it is not known, as the newest version of its address; it takes the story of the one before
    until it is placed anew."""
    if found := _known(connection, made.address, made.digest):
        return found
    last = connection.execute(
        sa.select(_R.n, _R.version, _R.story).where(_R.address == made.address).order_by(_R.version.desc()).limit(1)
    ).first()
    version = last.version + 1 if last else 1
    if last:
        _retire(connection, last.n)
        made = as_version(made, version)
    known = Known(version, made.read_as, now(), True, last.story if last else None)
    insert(connection, named(made.address, version), made, known)
    if known.story:
        describe(connection, {known.story: reasons(connection, known.story)})
    if made.about:
        streams.await_place(connection, made.about)
    return Added(named(made.address, version), "version" if last else "new", version)


def _retire(connection: Connection, n: int) -> None:
    """Lets report number `n` be a version before the current one: in no story, on no list of names."""
    connection.execute(sa.update(tables.report).where(_R.n == n).values(current=False, story=None))
    for table in (tables.named, tables.credited):
        connection.execute(sa.delete(table).where(table.c.report == n))


@dataclass(frozen=True, slots=True)
class Known:
    """What the archive knows of a report besides the report."""

    version: int
    read_as: str
    added: str
    current: bool
    story: str | None


def insert(connection: Connection, id: str, made: Prepared, known: Known) -> None:
    """Writes one version of an address and all that it is found by."""
    if made.outlet:
        insert_new(connection, tables.outlet, asdict(made.outlet))
    columns = ("address", "digest", "headline", "url", "published", "instant", "day", "noun", "found")
    row = {name: getattr(made, name) for name in columns}
    n = connection.execute(
        sa.insert(tables.report).values(
            **row,
            id=id,
            outlet=made.outlet.id if made.outlet else None,
            version=known.version,
            current=known.current,
            read_as=known.read_as,
            added=known.added,
            story=known.story,
        )
    ).inserted_primary_key
    assert n is not None
    fulltext.index(connection, n[0], *made.terms)
    if known.current:
        insert_new(connection, tables.named, *({"report": n[0], **asdict(name)} for name in made.names))
        insert_new(connection, tables.credited, *({"report": n[0], **asdict(one)} for one in made.credits))


def note_inputs(connection: Connection, inputs: Iterable[Input]) -> None:
    """Remembers the files that reports came from."""
    for one in inputs:
        row = {"path": one.path, "sha256": one.sha256, "added": now()}
        insert_new(connection, tables.source_file, row)


def insert_new(connection: Connection, table: sa.Table, *rows: Mapping[str, object]) -> None:
    """Inserts those of `rows` whose key is not there yet."""
    make = sqlite.insert if is_sqlite(connection) else postgresql.insert
    if rows:
        connection.execute(make(table).on_conflict_do_nothing(), list(rows))


def now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
