"""Search: the reports that hold all that is sought, an excerpt of each with its marks, and facets to narrow by."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Row

from silang.archive import tables
from silang.archive.asking import among
from silang.archive.fulltext import matching
from silang.archive.listing import CURRENT, line_columns, report_line
from silang.archive.nouns import Facet, FacetName, Found, Hit, Query, ReportLine
from silang.archive.placing import follow
from silang.archive.records import load
from silang.archive.terms import Wanted, marked, wanted
from silang.language.sentences import blocks, sentences
from silang.model import Label, Report, Span

SHOWN = 12  # values of a facet
_R = tables.report.c
_N = tables.named.c
_EXCERPT = 240  # code points
_NAMES: Mapping[Label, FacetName] = {"PER": "person", "LOC": "place"}


def search(connection: Connection, query: Query, *, facets: bool = True) -> Found[Hit]:
    """The hits of one page, how many reports there are in all, and the facets over all of them.

    Every hit's number, score, day, outlet and story is held at once; texts are read for the page alone.
    """
    sought = wanted(query.words)
    if query.words.strip() and not sought.phrases:
        return Found((), 0)
    hits = connection.execute(_hits(query, sought, connection)).all()
    first = heapq.nsmallest(query.offset + query.limit, hits, key=_by_score if query.order == "relevance" else _by_day)
    shown = [hit.n for hit in first[query.offset :]]
    return Found(
        tuple(_shown(connection, shown, sought)), len(hits), _facets(connection, hits) if facets and hits else {}
    )


def _hits(query: Query, sought: Wanted, connection: Connection) -> sa.Select[Any]:
    """What is asked of every report that the query lets through."""
    where: list[sa.ColumnElement[bool]] = [CURRENT]
    if query.outlet:
        where.append(_R.outlet == query.outlet)
    if query.story:
        where.append(_R.story == follow(connection, query.story))
    if query.since:
        where.append(_R.day >= query.since)
    if query.until:
        where.append(_R.day <= query.until)
    if query.person:
        where.append(_names("PER", query.person))
    if query.place:
        where.append(_names("LOC", query.place))
    columns = (_R.n, _R.id, _R.day, _R.outlet, _R.story)
    if not sought.phrases:
        return sa.select(*columns, sa.literal(0.0).label("score")).where(*where)
    matched = matching(connection, sought).subquery("matched")
    return sa.select(*columns, matched.c.score).join(tables.report, _R.n == matched.c.n).where(*where)


def _names(label: Label, key: str) -> sa.ColumnElement[bool]:
    return _R.n.in_(sa.select(_N.report).where(_N.label == label, _N.key == key))


def _by_score(hit: Row[Any]) -> tuple[float, bool, int, str]:
    return (-hit.score, *_by_day(hit))


def _by_day(hit: Row[Any]) -> tuple[bool, int, str]:
    """The newest first, undated last; the id settles ties."""
    return hit.day is None, -int((hit.day or "").replace("-", "") or 0), hit.id


def _shown(connection: Connection, numbers: Sequence[int], sought: Wanted) -> Iterable[Hit]:
    columns, source = line_columns()
    rows = connection.execute(
        sa.select(*columns, _R.n, _R.noun).select_from(source).where(_R.n.in_(numbers))
    ).mappings()
    found = {row["n"]: row for row in rows}
    return (_hit(report_line(found[n]), load(Report, found[n]["noun"]), sought) for n in numbers)


def _facets(connection: Connection, hits: Sequence[Row[Any]]) -> dict[FacetName, tuple[Facet, ...]]:
    o, s = tables.outlet.c, tables.story.c
    days = _most(hit.day for hit in hits)
    return {
        "outlet": _called(connection, _most(hit.outlet for hit in hits), (o.id, o.name)),
        **_people_and_places(connection, [hit.n for hit in hits]),
        "day": tuple(Facet(day, day, n) for day, n in days),
        "story": _called(connection, _most(hit.story for hit in hits), (s.id, s.headline)),
    }


def _most(values: Iterable[str | None]) -> list[tuple[str, int]]:
    counts = Counter(value for value in values if value is not None)
    return heapq.nsmallest(SHOWN, counts.items(), key=lambda pair: (-pair[1], pair[0]))


def _people_and_places(connection: Connection, numbers: Sequence[int]) -> dict[FacetName, tuple[Facet, ...]]:
    n = sa.func.count().label("n")
    here = among(connection, _N.report, numbers)
    found: dict[FacetName, tuple[Facet, ...]] = {}
    for label, facet in _NAMES.items():
        query = sa.select(_N.key, n).where(here, _N.label == label).group_by(_N.key)
        counts = [(key, number) for key, number in connection.execute(query.order_by(n.desc(), _N.key).limit(SHOWN))]
        found[facet] = _called(connection, counts, (_N.key, _N.name), _N.label == label)
    return found


def _called(
    connection: Connection,
    counts: Sequence[tuple[str, int]],
    named: tuple[sa.ColumnElement[str], sa.ColumnElement[str]],
    *where: sa.ColumnElement[bool],
) -> tuple[Facet, ...]:
    """`counts` with what each value is called."""
    value, name = named
    asked = sa.select(value, sa.func.min(name)).where(value.in_([v for v, _ in counts]), *where).group_by(value)
    names = {row[0]: row[1] for row in connection.execute(asked)}
    return tuple(Facet(v, names.get(v, v), n) for v, n in counts)


def _hit(line: ReportLine, report: Report, sought: Wanted) -> Hit:
    body = list(report.body())
    kept = list(marked(report.text, body, sought.terms))
    spans = sentences(report.text, blocks(report.text, body)) or (Span(0, len(report.text)),)
    excerpt = _excerpt(report.text, spans, kept)
    return Hit(line, excerpt, excerpt.of(report.text), tuple(mark for mark in kept if excerpt.holds(mark)))


def _excerpt(text: str, spans: Sequence[Span], marks: Sequence[Span]) -> Span:
    """The sentence that holds most of what is sought, with those after it as they fit; of a long one the part around
    its first mark."""
    held = [sum(sentence.holds(mark) for mark in marks) for sentence in spans]
    best = spans[held.index(max(held))]
    ends = [s.end for s in spans if s.start >= best.start and s.end <= best.start + _EXCERPT]
    if ends:
        return Span(best.start, max(ends))
    start = next((mark.start for mark in marks if best.holds(mark)), best.start)
    if start > best.start + _EXCERPT // 2:
        start = text.rfind(" ", best.start, start - _EXCERPT // 3) + 1 or start
    else:
        start = best.start
    end = min(start + _EXCERPT, best.end)
    return Span(start, end if end == best.end else max(text.rfind(" ", start, end), start + 1))
