"""What lists show: stories, reports, outlets, people; each page is one query."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, RowMapping

from silang.archive import tables
from silang.archive.asking import among
from silang.archive.nouns import Found, PersonLine, ReportLine, StoryLine, Utterance, Version
from silang.archive.records import load
from silang.comparison.entities import fold
from silang.errors import UnknownIdError
from silang.model import Evidence, Extraction, Independence, Label, Outlet, Report, Story

_R = tables.report.c
CURRENT = _R.current.is_(True)  # so written, an index serves it
_S = tables.story.c
_N = tables.named.c
_LINE = (_R.id, _R.version, _R.outlet, tables.outlet.c.name, tables.outlet.c.group, _R.headline, _R.url, _R.published,
         _R.day, _R.story)  # fmt: skip
_WITH_OUTLET = tables.report.outerjoin(tables.outlet, _R.outlet == tables.outlet.c.id)

_NONE = "no report {!r} in the archive; `silang search` finds reports"

Page = tuple[int, int]
"""How many, and after how many."""


def lines(connection: Connection, where: sa.ColumnElement[bool], page: Page) -> Found[ReportLine]:
    """Reports, newest first."""
    query = sa.select(*_LINE).select_from(_WITH_OUTLET).where(where)
    newest = query.order_by(_R.day.desc().nulls_last(), _R.instant.desc().nulls_last(), _R.id)
    rows = connection.execute(newest.limit(page[0]).offset(page[1])).mappings()
    return Found(tuple(report_line(row) for row in rows), _count(connection, query))


def line(connection: Connection, id: str) -> ReportLine:
    """The report (any version) of that id. Raises UnknownIdError."""
    row = connection.execute(sa.select(*_LINE).select_from(_WITH_OUTLET).where(_R.id == id)).mappings().first()
    if row is None:
        raise UnknownIdError(_NONE.format(id))
    return report_line(row)


def report(connection: Connection, id: str) -> Report:
    """The report (any version) of that id. Raises UnknownIdError."""
    return load(Report, _stored(connection, _R.noun, id))


def extraction(connection: Connection, id: str) -> Extraction:
    """What was found in that report. Raises UnknownIdError."""
    return load(Extraction, _stored(connection, _R.found, id))


def _stored(connection: Connection, column: sa.ColumnElement[bytes], id: str) -> bytes:
    found = connection.scalar(sa.select(column).where(_R.id == id))
    if found is None:
        raise UnknownIdError(_NONE.format(id))
    return found


def report_line(row: RowMapping) -> ReportLine:
    outlet = Outlet(row["outlet"], row["name"], row["group"]) if row["outlet"] else None
    rest = {name: row[name] for name in ("id", "version", "headline", "url", "published", "day", "story")}
    return ReportLine(outlet=outlet, **rest)


def line_columns() -> tuple[tuple[sa.ColumnElement[Any], ...], sa.FromClause]:
    """What a `report_line` is made of, and from where; for queries of other modules."""
    return _LINE, _WITH_OUTLET


def versions(connection: Connection, id: str, page: Page) -> Found[Version]:
    """The texts of one address, oldest first; empty where the report is not known."""
    here = sa.select(_R.address).where(_R.id == id).scalar_subquery()
    query = sa.select(_R.id, _R.version.label("number"), _R.added, _R.current).where(_R.address == here)
    rows = connection.execute(query.order_by(_R.version).limit(page[0]).offset(page[1])).mappings()
    return Found(tuple(Version(**row) for row in rows), _count(connection, query))


def stories(
    connection: Connection, page: Page, *, day: str | None = None, outlet: str | None = None
) -> Found[StoryLine]:
    """Stories by the number of their independent origins, then the newest; those not compared yet stand behind.

    `day`: only those that a report of that day is in.
    """
    c = tables.compared.c
    query = sa.select(
        *(_S[n] for n in ("id", "headline", "first", "last", "reports", "outlets", "noun")), c.least, c.most
    )
    query = query.select_from(tables.story.outerjoin(tables.compared, _S.id == c.story))
    members = sa.select(_R.story).where(CURRENT, _R.story == _S.id)
    if day:
        query = query.where(_S.first <= day, _S.last >= day, members.where(_R.day == day).exists())
    if outlet:
        query = query.where(members.where(_R.outlet == outlet).exists())
    order = (
        sa.func.coalesce(c.least, 0).desc(), sa.func.coalesce(c.most, 0).desc(),
        _S.last.is_(None), _S.last.desc(), _S.reports.desc(), _S.id,
    )  # fmt: skip
    rows = connection.execute(query.order_by(*order).limit(page[0]).offset(page[1])).all()
    outlines = {row.id: load(Story, row.noun).outline for row in rows}
    words = _words(connection, [outline.line for outline in outlines.values() if outline.line])
    lines = [
        StoryLine(
            *(row.id, row.headline, row.first, row.last, row.reports, row.outlets),
            independent=Independence(row.least, row.most) if row.most is not None else None,
            line=words.get(outline.line) if outline.line else None,
            who=outline.who,
            where=outline.where,
        )
        for row, outline in ((row, outlines[row.id]) for row in rows)
    ]
    return Found(tuple(lines), _count(connection, query))


def _words(connection: Connection, lines: Sequence[Evidence]) -> dict[Evidence, str]:
    """What those spans say, each run of white space as one blank."""
    rows = connection.execute(sa.select(_R.id, _R.noun).where(_R.id.in_({line.report for line in lines})))
    texts = {row.id: load(Report, row.noun).text for row in rows}
    return {line: " ".join(line.of(texts[line.report]).split()) for line in lines}


def days(connection: Connection) -> tuple[tuple[str, int], ...]:
    """Each day with reports, newest first, and how many stories they are of."""
    query = sa.select(_R.day, sa.func.count(_R.story.distinct())).where(CURRENT, _R.day.is_not(None))
    return tuple((day, n) for day, n in connection.execute(query.group_by(_R.day).order_by(_R.day.desc())))


def outlets(connection: Connection, page: tuple[int | None, int]) -> tuple[tuple[Outlet, int], ...]:
    """Each outlet and how many reports it has here, most first; all of them where the page has no end."""
    query, held = _outlets()
    rows = connection.execute(query.order_by(held.desc(), tables.outlet.c.id).limit(page[0]).offset(page[1]))
    return tuple((Outlet(id, name, group), number) for id, name, group, number in rows)


def outlet(connection: Connection, id: str) -> tuple[Outlet, int]:
    """That outlet and how many reports it has here. Raises UnknownIdError."""
    row = connection.execute(_outlets()[0].where(tables.outlet.c.id == id)).first()
    if row is None:
        raise UnknownIdError(f"no outlet {id!r} in the archive")
    return Outlet(*row[:3]), row[3]


def _outlets() -> tuple[sa.Select[Any], sa.ColumnElement[int]]:
    o = tables.outlet.c
    held = sa.select(_R.outlet, sa.func.count().label("n")).where(CURRENT).group_by(_R.outlet).subquery()
    return sa.select(o.id, o.name, o.group, held.c.n).join(held, held.c.outlet == o.id), held.c.n


def shared(connection: Connection, outlet: str, page: Page) -> tuple[str, ...]:
    """The stories that an outlet and other reports are in, by the newest of its reports."""
    newest = sa.func.max(_R.day)
    query = sa.select(_R.story).join(tables.story, _S.id == _R.story)
    query = query.where(CURRENT, _R.outlet == outlet, _S.reports > 1).group_by(_R.story)
    query = query.order_by(newest.is_(None), newest.desc(), _R.story).limit(page[0]).offset(page[1])
    return tuple(connection.scalars(query).all())


def members(connection: Connection, story: str) -> tuple[str, ...]:
    """The ids of a story's reports."""
    return tuple(connection.scalars(sa.select(_R.id).where(CURRENT, _R.story == story).order_by(_R.n)).all())


def credits(connection: Connection, outlet: str) -> tuple[tuple[str, str, int], ...]:
    """Whom an outlet's reports credit: name, kind, in how many reports; most first."""
    c, n = tables.credited.c, sa.func.count().label("n")
    query = sa.select(c.name, c.kind, n).join(tables.report, c.report == _R.n).where(CURRENT, _R.outlet == outlet)
    rows = connection.execute(query.group_by(c.name, c.kind).order_by(n.desc(), c.name))
    return tuple((name, kind, number) for name, kind, number in rows)


def people(connection: Connection, page: Page, *, label: Label = "PER", words: str = "") -> Found[PersonLine]:
    """Whom the reports name, those who say most first; `words`: only those of whose folded name a word starts so."""
    said, reports = sa.func.sum(_N.statements).label("statements"), sa.func.count().label("reports")
    query = sa.select(_N.key, reports, said).where(_N.label == label).group_by(_N.key)
    if words:
        within = _N.key.contains(f" {words}", autoescape=True)
        query = query.where(sa.or_(_N.key.startswith(words, autoescape=True), within))
    first = query.order_by(said.desc(), reports.desc(), _N.key).limit(page[0]).offset(page[1]).subquery()
    name = names_of(label).where(_N.key == first.c.key).limit(1).correlate(first).scalar_subquery()
    shown = sa.select(first, name.label("name")).order_by(
        first.c.statements.desc(), first.c.reports.desc(), first.c.key
    )
    rows = connection.execute(shown).mappings()
    found = tuple(PersonLine(label=label, **row) for row in rows)
    return Found(found, _count(connection, query))


def person(connection: Connection, key: str, label: Label) -> PersonLine:
    """Whom that key names. Raises UnknownIdError where nobody goes by it."""
    told = sa.select(sa.func.count(), sa.func.sum(_N.statements)).where(_N.label == label, _N.key == key)
    reports, statements = connection.execute(told).one()
    if not reports:
        raise UnknownIdError(f"nobody goes by {key!r} in the archive")
    name = connection.execute(names_of(label).where(_N.key == key).limit(1)).scalar_one()
    return PersonLine(key, label, name, reports, statements)


def known_people(connection: Connection, keys: Iterable[str]) -> frozenset[str]:
    """Those of `keys` that somebody goes by."""
    return frozenset(
        connection.scalars(sa.select(_N.key).distinct().where(_N.label == "PER", among(connection, _N.key, set(keys))))
    )


def names_of(label: Label) -> sa.Select[Any]:
    """What those of that label are called, where they say most."""
    return sa.select(_N.name).where(_N.label == label).order_by(_N.statements.desc(), _N.report.desc())


def said(connection: Connection, key: str, page: Page) -> Found[Utterance]:
    """What a person says, report by report, newest first; the page counts reports, `total` too."""
    speaks = sa.select(_N.report).where(_N.label == "PER", _N.key == key, _N.statements > 0)
    found = lines(connection, _R.n.in_(speaks), page)
    nouns = {
        row.id: (load(Report, row.noun), load(Extraction, row.found))
        for row in connection.execute(sa.select(_R.id, _R.noun, _R.found).where(_R.id.in_([r.id for r in found.items])))
    }
    utterances = []
    for line in found.items:
        report, extraction = nouns[line.id]
        mine = {e.id for e in extraction.entities if e.label == "PER" and fold(e.name) == key}
        utterances += [
            Utterance(line, s, s.of(report.text)) for s in extraction.statements if s.source and s.source.entity in mine
        ]
    return Found(tuple(utterances), found.total)


def _count(connection: Connection, query: sa.Select[Any]) -> int:
    return connection.scalar(sa.select(sa.func.count()).select_from(query.order_by(None).subquery())) or 0
