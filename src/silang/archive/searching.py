"""Search: the reports that hold all that is sought, an excerpt of each with its marks, and facets to narrow by."""

from __future__ import annotations

import heapq
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Row

from silang.archive import tables
from silang.archive.asking import among, apart, listed
from silang.archive.fulltext import matching
from silang.archive.listing import CURRENT, line_columns, names_of, report_line
from silang.archive.nouns import Facet, FacetName, Found, Hit, Query, ReportLine
from silang.archive.placing import follow
from silang.archive.records import load
from silang.archive.terms import Wanted, marked, wanted
from silang.language.sentences import blocks, sentences
from silang.model import Label, Report, Span

SHOWN = 12  # values of a facet
_R = tables.report.c
_N = tables.named.c
_C = tables.credited.c
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
    shown = _first(connection, hits, query, by_score=query.order == "relevance" and bool(sought.phrases))
    return Found(
        tuple(_shown(connection, shown, sought)), len(hits), _facets(connection, hits) if facets and hits else {}
    )


def _hits(query: Query, sought: Wanted, connection: Connection) -> sa.Select[Any]:
    """What is asked of every report that the query lets through: number, score, day, outlet, story."""
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
    if query.origin:
        where.append(_R.n.in_(sa.select(_C.report).where(_C.key == query.origin)))
    columns = (_R.day, _R.outlet, _R.story)
    if not sought.phrases:
        return sa.select(_R.n, sa.literal(0.0).label("score"), *columns).where(*where)
    matched = matching(connection, sought).subquery("matched")
    return sa.select(_R.n, matched.c.score, *columns).join(tables.report, _R.n == matched.c.n).where(*where)


def _names(label: Label, key: str) -> sa.ColumnElement[bool]:
    return _R.n.in_(sa.select(_N.report).where(_N.label == label, _N.key == key))


def _first(connection: Connection, hits: Sequence[Row[Any]], query: Query, *, by_score: bool) -> list[int]:
    """The numbers of the page's hits: the best where `by_score`, then the newest first, undated last."""
    end = query.offset + query.limit
    near = _at_the_top(hits, end, by_score)
    asked = sa.select(_R.n, _R.instant).where(among(connection, _R.n, [hit.n for hit in near]))
    late = {row.n: row.instant for row in connection.execute(asked)}

    def place(hit: Row[Any]) -> tuple[float, str, str, int]:
        return (hit.score if by_score else 0.0, hit.day or "", late[hit.n] or "", -hit.n)

    return [hit.n for hit in heapq.nlargest(end, near, key=place)[query.offset :]]


def _at_the_top(hits: Sequence[Row[Any]], most: int, by_score: bool) -> Sequence[Row[Any]]:
    """Those that score among the `most` highest, or are of the latest days, and all that are level with the last."""
    if len(hits) <= most:
        return hits
    values = [hit.score for hit in hits] if by_score else [hit.day or "" for hit in hits]
    bar = heapq.nlargest(most, values)[-1]
    return [hit for hit, value in zip(hits, values, strict=True) if value >= bar]


def _shown(connection: Connection, numbers: Sequence[int], sought: Wanted) -> Iterable[Hit]:
    columns, source = line_columns()
    rows = connection.execute(
        sa.select(*columns, _R.n, _R.noun).select_from(source).where(_R.n.in_(numbers))
    ).mappings()
    found = {row["n"]: row for row in rows}
    return (_hit(report_line(found[n]), load(Report, found[n]["noun"]), sought) for n in numbers)


def _facets(connection: Connection, hits: Sequence[Row[Any]]) -> dict[FacetName, tuple[Facet, ...]]:
    o, s = tables.outlet.c, tables.story.c
    numbers, _, days, outlets, stories = zip(*hits, strict=True)
    return {
        "outlet": _called(connection, _most(Counter(outlets)), o.id, sa.select(o.name)),
        **_people_and_places(connection, numbers),
        "day": tuple(Facet(day, day, n) for day, n in _most(Counter(days))),
        "origin": _origins(connection, numbers),
        "story": _called(connection, _most(Counter(stories)), s.id, sa.select(s.headline)),
    }


def _most(counts: Counter[Any]) -> list[tuple[str, int]]:
    told = [(value, n) for value, n in counts.items() if value is not None]
    return heapq.nsmallest(SHOWN, told, key=lambda pair: (-pair[1], pair[0]))


def _people_and_places(connection: Connection, numbers: Sequence[int]) -> dict[FacetName, tuple[Facet, ...]]:
    """Sought from the reports where they are few, else along the index of all names, which is sooner read than most of
    the reports one by one."""
    last = connection.scalar(sa.select(sa.func.max(_R.n))) or 0
    sought = _N.label if 3 * len(numbers) > last else apart(connection, _N.label)
    n = sa.func.count().label("n")
    found: dict[FacetName, tuple[Facet, ...]] = {}
    for label, facet in _NAMES.items():
        asked = sa.select(_N.key, n).where(among(connection, _N.report, numbers), sought == label).group_by(_N.key)
        rows = connection.execute(asked.order_by(n.desc(), _N.key).limit(SHOWN)).all()
        found[facet] = _called(connection, [(key, number) for key, number in rows], _N.key, names_of(label))
    return found


def _origins(connection: Connection, numbers: Sequence[int]) -> tuple[Facet, ...]:
    """Whom the reports say that they have it from."""
    n = sa.func.count(_C.report.distinct()).label("n")
    asked = sa.select(_C.key, n).where(among(connection, _C.report, numbers)).group_by(_C.key)
    rows = connection.execute(asked.order_by(n.desc(), _C.key).limit(SHOWN))
    called = sa.select(_C.name).order_by(_C.report, _C.name)
    return _called(connection, [(key, number) for key, number in rows], _C.key, called)


def _called(
    connection: Connection, counts: Sequence[tuple[str, int]], key: sa.Column[str], name: sa.Select[Any]
) -> tuple[Facet, ...]:
    """`counts` with what each value is called: the first `name` where `key` is that value."""
    values = listed(connection, key, [value for value, _ in counts])
    first = name.where(key == values.c.value).limit(1).correlate(values).scalar_subquery()
    names = {row[0]: row[1] for row in connection.execute(sa.select(values.c.value, first))}
    return tuple(Facet(value, names[value] or value, n) for value, n in counts)


def _hit(line: ReportLine, report: Report, sought: Wanted) -> Hit:
    body = list(report.body())
    kept = list(marked(report.text, body, sought.terms))
    spans = sentences(report.text, _around(blocks(report.text, body), kept)) or (Span(0, len(report.text)),)
    excerpt = _excerpt(report.text, spans, kept)
    return Hit(line, excerpt, excerpt.of(report.text), tuple(mark for mark in kept if excerpt.holds(mark)))


def _around(paragraphs: Sequence[Span], marks: Sequence[Span]) -> list[Span]:
    """The paragraphs that hold a mark, and the one after each; the first two where none does."""
    starts = [paragraph.start for paragraph in paragraphs]
    held = sorted({bisect_right(starts, mark.start) - 1 for mark in marks}) or [0]
    return [paragraphs[n] for n in sorted({m for n in held for m in (n, n + 1) if 0 <= m < len(paragraphs)})]


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
