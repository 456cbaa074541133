"""Search: the reports that hold all that is sought, an excerpt of each with its marks, and facets to narrow by."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from silang.archive import tables
from silang.archive.fulltext import matching
from silang.archive.listing import line_columns, report_line
from silang.archive.nouns import Facet, FacetName, Found, Hit, Query, ReportLine
from silang.archive.records import load
from silang.archive.terms import Wanted, terms, wanted
from silang.language import parse
from silang.model import Label, Report, Span

SHOWN = 12  # values of a facet
_R = tables.report.c
_N = tables.named.c
_EXCERPT = 240  # code points


def search(connection: Connection, query: Query, *, facets: bool = True) -> Found[Hit]:
    """The hits of one page, how many reports there are in all, and the facets over all of them."""
    sought = wanted(query.words)
    if query.words.strip() and not sought.phrases:
        return Found((), 0)
    hits = _hits(connection, query, sought)
    columns, source = line_columns()
    best = [hits.c.score.desc()] if query.order == "relevance" else []
    rows = connection.execute(
        sa.select(*columns, _R.noun)
        .select_from(source.join(hits, hits.c.n == _R.n))
        .order_by(*best, _R.day.is_(None), _R.day.desc(), _R.id)
        .limit(query.limit)
        .offset(query.offset)
    )
    found = tuple(_hit(report_line(row), load(Report, row["noun"]), sought) for row in rows.mappings())
    total = connection.scalar(sa.select(sa.func.count()).select_from(hits)) or 0
    return Found(found, total, _facets(connection, hits) if facets and total else {})


def _hits(connection: Connection, query: Query, sought: Wanted) -> sa.CTE:
    """Number and score of every report that the query lets through."""
    where: list[sa.ColumnElement[bool]] = [_R.current]
    if query.outlet:
        where.append(_R.outlet == query.outlet)
    if query.story:
        where.append(_R.story == query.story)
    if query.since:
        where.append(_R.day >= query.since)
    if query.until:
        where.append(_R.day <= query.until)
    if query.person:
        where.append(_names("PER", query.person))
    if query.place:
        where.append(_names("LOC", query.place))
    if not sought.phrases:
        return sa.select(_R.n, sa.literal(0.0).label("score")).where(*where).cte("hits")
    matched = matching(connection, sought).subquery("matched")
    return sa.select(matched.c.n, matched.c.score).join(tables.report, _R.n == matched.c.n).where(*where).cte("hits")


def _names(label: Label, key: str) -> sa.ColumnElement[bool]:
    return sa.exists().where(_N.report == _R.n, _N.label == label, _N.key == key)


def _facets(connection: Connection, hits: sa.CTE) -> dict[FacetName, tuple[Facet, ...]]:
    of_reports = tables.report.join(hits, hits.c.n == _R.n)
    o, s = tables.outlet.c, tables.story.c
    of_names = tables.named.join(hits, hits.c.n == _N.report)
    return {
        "outlet": _counted(connection, (o.id, o.name), of_reports.join(tables.outlet, _R.outlet == o.id)),
        "person": _counted(connection, (_N.key, sa.func.max(_N.name)), of_names, _N.label == "PER"),
        "place": _counted(connection, (_N.key, sa.func.max(_N.name)), of_names, _N.label == "LOC"),
        "day": _counted(connection, (_R.day, _R.day), of_reports, _R.day.is_not(None)),
        "story": _counted(connection, (s.id, s.headline), of_reports.join(tables.story, _R.story == s.id)),
    }


def _counted(
    connection: Connection, value: tuple[Any, Any], source: sa.FromClause, *where: sa.ColumnElement[bool]
) -> tuple[Facet, ...]:
    """The most frequent values, each with its name."""
    n = sa.func.count().label("n")
    key, name = value
    group = [key] if isinstance(name, sa.Function) else list(dict.fromkeys(value))
    rows = connection.execute(
        sa.select(key, name, n).select_from(source).where(*where).group_by(*group).order_by(n.desc(), key).limit(SHOWN)
    )
    return tuple(Facet(value, shown, number) for value, shown, number in rows)


def _hit(line: ReportLine, report: Report, sought: Wanted) -> Hit:
    sentences = parse(report).sentences or (Span(0, len(report.text)),)
    kept = [Span(token.start, token.end) for token, term in terms(report.text, report.body()) if term in sought.terms]
    start = _best(sentences, kept)
    excerpt = Span(start, _end(report.text, sentences, start))
    return Hit(line, excerpt, excerpt.of(report.text), tuple(mark for mark in kept if excerpt.holds(mark)))


def _best(sentences: Sequence[Span], marks: Sequence[Span]) -> int:
    """Where the sentence starts that holds most of what is sought; the first of equals."""
    held = [sum(sentence.holds(mark) for mark in marks) for sentence in sentences]
    return sentences[held.index(max(held))].start


def _end(text: str, sentences: Sequence[Span], start: int) -> int:
    """The end of the last whole sentence that fits, else the last whole word."""
    limit = start + _EXCERPT
    ends = [s.end for s in sentences if s.start >= start and s.end <= limit]
    if ends:
        return max(ends)
    return limit if len(text) <= limit else max(text.rfind(" ", start, limit), start + 1)
