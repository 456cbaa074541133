"""Reports into stories, and story ids that stay: whatever is not yet placed is grouped with the reports of its days.

A story's id is made of the report that founded it; where two stories become one, the id that is given up leads to the
other. Rulings on what belongs to a story are obeyed after the grouping.
"""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import chain, count

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlalchemy.engine import Connection

from silang.archive import tables
from silang.archive.nouns import Ruling
from silang.archive.records import load, store
from silang.archive.rulings import standing
from silang.archive.store import is_sqlite
from silang.language import parse
from silang.model import Extraction, Report, Story
from silang.stories import group
from silang.stories.likeness import WINDOW

_R = tables.report.c


@dataclass(frozen=True, slots=True)
class _Member:
    n: int
    report: Report
    found: Extraction
    story: str | None
    day: str | None


def place_all(connection: Connection, again: str | None = None) -> int:
    """Places every current report that is in no story, and the report `again` anew; gives how many stories changed."""
    days = waiting(connection, again)
    if not days:
        return 0
    rulings = [replace(r, right=follow(connection, r.right)) for r in standing(connection, "story")]
    members = _around(connection, [day for day in days if day], rulings)
    found = group([m.report for m in members], [parse(m.report) for m in members], [m.found for m in members])
    return _settle(connection, members, _ruled(found, members, rulings), rulings)


def waiting(connection: Connection, again: str | None = None) -> list[str | None]:
    """The days of the current reports that are in no story, and that of report `again`."""
    query = sa.select(_R.day).where(_R.current, sa.or_(_R.story.is_(None), _R.id == again)).distinct()
    return list(connection.scalars(query))


def _around(connection: Connection, days: Sequence[str], rulings: Iterable[Ruling]) -> list[_Member]:
    """The reports that may be of one event with those of `days`, all others of their stories, and whom rulings join."""
    near = [_R.story.is_(None), _R.day.is_(None)]
    if days:
        first, last = date.fromisoformat(min(days)), date.fromisoformat(max(days))
        reach = timedelta(days=WINDOW)
        near.append(_R.day.between(str(first - reach), str(last + reach)))
    touched = connection.execute(sa.select(_R.id, _R.story).where(_R.current, sa.or_(*near))).all()
    reports, stories = {row.id for row in touched}, {row.story for row in touched if row.story}
    stories |= {r.right for r in rulings if r.left in reports}
    reports |= {r.left for r in rulings if r.right in stories}
    query = sa.select(_R.n, _R.noun, _R.found, _R.story, _R.day).where(_R.current).order_by(_R.n)
    wanted = sa.or_(_among(connection, _R.id, reports), _among(connection, _R.story, stories))
    return [
        _Member(row.n, load(Report, row.noun), load(Extraction, row.found), row.story, row.day)
        for row in connection.execute(query.where(wanted))
    ]


def _among(connection: Connection, column: sa.ColumnElement[str], values: Iterable[str]) -> sa.ColumnElement[bool]:
    """Whether `column` is one of `values`, however many: they travel as one parameter."""
    if is_sqlite(connection):
        return column.in_(sa.select(sa.func.json_each(json.dumps(sorted(values))).table_valued("value").c.value))
    return column == sa.any_(sa.literal(sorted(values), postgresql.ARRAY(sa.String)))


def _ruled(found: Iterable[Story], members: Sequence[_Member], rulings: Iterable[Ruling]) -> list[Story]:
    """The stories after the rulings: who does not belong stands alone, who belongs joins."""
    home = {id: story for story in found for id in story.reports}
    for ruling in rulings:
        mates = (m.report.id for m in members if m.story == ruling.right and m.report.id != ruling.left)
        there = next((home[id] for id in mates), None)
        if ruling.left in home and there and ruling.verdict != (home[ruling.left] == there):
            home = _moved(home, ruling.left, there if ruling.verdict else None)
    return list(dict.fromkeys(home.values()))


def _moved(home: dict[str, Story], report: str, there: Story | None) -> dict[str, Story]:
    old = home[report]
    left = replace(old, reports=tuple(id for id in old.reports if id != report))
    joined = replace(there, reports=(*there.reports, report)) if there else replace(old, reports=(report,), reasons=())
    changed = {old: left, **({there: joined} if there else {})}
    return {id: joined if id == report else changed.get(story, story) for id, story in home.items()}


def _settle(
    connection: Connection, members: Sequence[_Member], found: Sequence[Story], rulings: Sequence[Ruling]
) -> int:
    """Writes the stories under ids that stay; gives how many changed."""
    by_id = {member.report.id: member for member in members}
    before: dict[str, set[str]] = {}
    for member in members:
        if member.story:
            before.setdefault(member.story, set()).add(member.report.id)
    barred = {(ruling.left, ruling.right) for ruling in rulings if not ruling.verdict}
    kept, heirs = _kept(found, before, barred, {id: member.n for id, member in by_id.items()})
    changed = 0
    for n, story in enumerate(found):
        mine = sorted((by_id[id] for id in story.reports), key=lambda m: m.n)
        id = kept.get(n) or _fresh(connection, mine[0].report.id)
        if before.get(id) != set(story.reports):
            changed += 1
            _write(connection, replace(story, id=id), mine)
    for old in sorted(before.keys() - set(kept.values())):
        _give_up(connection, old, kept.get(heirs[old]) or _story_of(connection, found[heirs[old]].reports[0]))
    return changed


def _kept(
    found: Sequence[Story], before: Mapping[str, set[str]], barred: Container[tuple[str, str]], order: Mapping[str, int]
) -> tuple[dict[int, str], dict[str, int]]:
    """Which group goes on under which old id, and into which group each old story mostly went: who holds most of an
    old story's reports keeps its id."""
    shares = [
        (-len(held), min(order[id] for id in story.reports), n, old)
        for n, story in enumerate(found)
        for old, ids in before.items()
        if (held := ids & set(story.reports)) and not any((id, old) in barred for id in held)
    ]
    kept: dict[int, str] = {}
    heirs: dict[str, int] = {}
    for _, _, n, old in sorted(shares):
        heirs.setdefault(old, n)
        if n not in kept and old not in kept.values():
            kept[n] = old
    return kept, heirs


def _story_of(connection: Connection, report: str) -> str:
    found: str = connection.execute(sa.select(_R.story).where(_R.id == report)).scalar_one()
    return found


def _fresh(connection: Connection, founder: str) -> str:
    """An id made of the founding report's, with a number where it was given away before."""
    base = f"s{founder}"
    used = set(connection.scalars(sa.select(tables.story.c.id).where(tables.story.c.id.like(f"{base}%"))))
    used |= set(connection.scalars(sa.select(tables.alias.c.old).where(tables.alias.c.old.like(f"{base}%"))))
    return next(id for id in chain([base], (f"{base}-{n}" for n in count(2))) if id not in used)


def _write(connection: Connection, story: Story, mine: Sequence[_Member]) -> None:
    outlets = {m.report.outlet.id for m in mine if m.report.outlet}
    days = sorted(m.day for m in mine if m.day)
    row = {
        "headline": story.headline,
        "first": days[0] if days else None,
        "last": days[-1] if days else None,
        "reports": len(mine),
        "outlets": len(outlets),
        "noun": store(story),
    }
    if not connection.execute(sa.update(tables.story).where(tables.story.c.id == story.id).values(row)).rowcount:
        connection.execute(sa.insert(tables.story).values(id=story.id, **row))
    connection.execute(sa.update(tables.report).where(_R.n.in_([m.n for m in mine])).values(story=story.id))
    connection.execute(sa.delete(tables.compared).where(tables.compared.c.story == story.id))


def _give_up(connection: Connection, old: str, heir: str) -> None:
    connection.execute(sa.update(tables.alias).where(tables.alias.c.story == old).values(story=heir))
    connection.execute(sa.insert(tables.alias).values(old=old, story=heir))
    connection.execute(sa.delete(tables.compared).where(tables.compared.c.story == old))
    connection.execute(sa.delete(tables.story).where(tables.story.c.id == old))


def follow(connection: Connection, story: str) -> str:
    """The id that a story goes by now."""
    heir: str | None = connection.scalar(sa.select(tables.alias.c.story).where(tables.alias.c.old == story))
    return heir or story
