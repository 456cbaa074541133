"""A report into the archive: its id by address, its version by text, what was found in it, and what it is found by."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from urllib.parse import parse_qsl, urlencode, urlsplit

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection

from silang.archive import fulltext, tables
from silang.archive.nouns import Added
from silang.archive.placing import describe
from silang.archive.records import store
from silang.archive.store import is_sqlite
from silang.archive.terms import indexed
from silang.comparison.entities import fold
from silang.model import Extraction, Input, Report

_R = tables.report.c
_TRACKING = ("utm_", "fbclid", "gclid", "igshid")
_ID = 12  # hex digits: one chance in a million that two of 20 million reports share an id


def address(report: Report) -> str:
    """What makes it this report and no other: its URL without tracking, else its outlet and text; hashed.

    A URL that leads to no page of a site (its front page, ``n/a``) is none.
    """
    if url := plain_url(report.url or ""):
        told = f"url {url}"
    else:
        told = f"text {report.outlet.id if report.outlet else ''} {report.text}"
    return _sha256(told)[: 2 * _ID]


def plain_url(url: str) -> str:
    """`url` without scheme, fragment, tracking parameters and a leading ``www.``; empty where it names no page."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    given = parse_qsl(parts.query, True, errors="surrogateescape")  # bytes that are no UTF-8 still tell pages apart
    kept = [(key, value) for key, value in given if not key.casefold().startswith(_TRACKING)]
    query = f"?{urlencode(kept, errors='surrogatepass')}" if kept else ""
    page = f"{parts.path.rstrip('/')}{query}"
    return f"{parts.netloc.casefold().removeprefix('www.')}{page}" if parts.netloc and page else ""


def digest(report: Report) -> str:
    """The SHA-256 of the text, in hex."""
    return _sha256(report.text)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def known(connection: Connection, report: Report) -> Added | None:
    """The version of that address which has that very text already."""
    row = connection.execute(
        sa.select(_R.id, _R.version).where(_R.address == address(report), _R.digest == digest(report))
    ).first()
    return Added(row.id, "known", row.version) if row else None


def put(connection: Connection, report: Report, found: Extraction) -> Added:
    """Writes a report that is not known, as the newest version of its address; it takes the story of the one before."""
    here = address(report)
    last = connection.execute(
        sa.select(_R.n, _R.version, _R.story).where(_R.address == here).order_by(_R.version.desc()).limit(1)
    ).first()
    version = last.version + 1 if last else 1
    id = here[:_ID] if last is None else f"{here[:_ID]}.{version}"
    if last:
        _retire(connection, last.n)
    known = Known(version, report.id, now(), True, last.story if last else None)
    insert(connection, replace(report, id=id), replace(found, report=id), known)
    if known.story:
        describe(connection, known.story)
    return Added(id, "version" if last else "new", version)


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


def insert(connection: Connection, report: Report, found: Extraction, known: Known) -> None:
    """Writes one version of an address and all that it is found by."""
    if report.outlet:
        row = {"id": report.outlet.id, "name": report.outlet.name, "group": report.outlet.group}
        insert_new(connection, tables.outlet, row)
    n = connection.execute(
        sa.insert(tables.report).values(
            id=report.id,
            address=address(report),
            digest=digest(report),
            outlet=report.outlet.id if report.outlet else None,
            headline=report.headline,
            url=report.url,
            published=report.published,
            day=day(report, found),
            noun=store(report),
            found=store(found),
            version=known.version,
            current=known.current,
            read_as=known.read_as,
            added=known.added,
            story=known.story,
        )
    ).inserted_primary_key
    assert n is not None
    fulltext.index(connection, n[0], *indexed(report))
    if known.current:
        _list(connection, n[0], found)


def _list(connection: Connection, n: int, found: Extraction) -> None:
    """Puts those whom a current report names and credits on the lists of names."""
    said = Counter(s.source.entity for s in found.statements if s.source and s.source.entity)
    named: dict[tuple[str, str], str] = {}
    statements: Counter[tuple[str, str]] = Counter()
    for entity in found.entities:
        if key := fold(entity.name):
            named.setdefault((entity.label, key), entity.name)
            statements[entity.label, key] += said[entity.id]
    names = [
        {"report": n, "label": label, "key": key, "name": name, "statements": statements[label, key]}
        for (label, key), name in named.items()
    ]
    credits = {c.name: {"report": n, "name": c.name, "kind": c.kind} for c in found.credits}
    insert_new(connection, tables.named, *names)
    insert_new(connection, tables.credited, *credits.values())


def note_inputs(connection: Connection, inputs: tuple[Input, ...]) -> None:
    """Remembers the files that reports came from."""
    for one in inputs:
        row = {"path": one.path, "sha256": one.sha256, "added": now()}
        insert_new(connection, tables.source_file, row)


def insert_new(connection: Connection, table: sa.Table, *rows: Mapping[str, object]) -> None:
    """Inserts those of `rows` whose key is not there yet."""
    make = sqlite.insert if is_sqlite(connection) else postgresql.insert
    if rows:
        connection.execute(make(table).on_conflict_do_nothing(), list(rows))


def day(report: Report, found: Extraction) -> str | None:
    """The ISO day of publication, else the one that relative times were counted from."""
    told = (report.published or found.reference or "")[:10]
    try:
        return datetime.strptime(told, "%Y-%m-%d").date().isoformat()
    except ValueError:
        return None


def now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
