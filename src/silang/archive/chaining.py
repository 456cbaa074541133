"""Stories of the archive that follow one from another, found on demand: by the names that the reports of one share with
those of others within the reach of a chain."""

from __future__ import annotations

from datetime import date, timedelta

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from silang.archive import streams, tables
from silang.model import Chapter
from silang.stories.chains import REACH, chains

_NAMES = 24  # of a story, those that most of its reports hold
_CROWD = 500  # reports; a name that more of them hold points at no chain
_MOST = 40  # stories that are looked at, those that share the most
_R, _S, _N = tables.report.c, tables.story.c, tables.named.c


def chapters(connection: Connection, story: str) -> tuple[Chapter, ...]:
    """The other stories of that story's chain, oldest first; none where its day is not known."""
    day = connection.scalar(sa.select(_S.first).where(_S.id == story))
    if day is None:
        return ()
    near = _near(connection, story, day)
    profiles = streams.about(connection, [story, *near]) if near else {}
    for chain in chains(profiles):
        if story in chain.stories:
            others = dict(chain.others(story))
            rows = connection.execute(sa.select(_S.id, _S.headline, _S.first).where(_S.id.in_(list(others))))
            heads = {row.id: row for row in rows}
            return tuple(Chapter(id, heads[id].headline, heads[id].first, names) for id, names in others.items())
    return ()


def _near(connection: Connection, story: str, day: str) -> list[str]:
    """The stories within reach that share the most names with this one."""
    names = _names(connection, story)
    if not names:
        return []
    here, reach = date.fromisoformat(day), timedelta(days=REACH)
    shared = sa.func.count(_N.key.distinct())
    rows = connection.scalars(
        sa.select(_R.story)
        .select_from(tables.named.join(tables.report, _R.n == _N.report))
        .where(_N.label.in_(("PER", "ORG", "LOC")), _N.key.in_(names), _R.current, _R.story != story)
        .where(_R.day.between((here - reach).isoformat(), (here + reach).isoformat()))
        .group_by(_R.story)
        .order_by(shared.desc(), _R.story)
        .limit(_MOST)
    )
    return list(rows)


def _names(connection: Connection, story: str) -> list[str]:
    """What most reports of the story name, without the names that are everywhere."""
    held = sa.func.count()
    mine = connection.scalars(
        sa.select(_N.key)
        .select_from(tables.named.join(tables.report, _R.n == _N.report))
        .where(_R.story == story, _R.current)
        .group_by(_N.key)
        .order_by(held.desc(), _N.key)
        .limit(_NAMES)
    ).all()
    everywhere = sa.select(_N.key).where(_N.label.in_(("PER", "ORG", "LOC")), _N.key.in_(mine))
    common = set(connection.scalars(everywhere.group_by(_N.key).having(held > _CROWD)))
    return [name for name in mine if name not in common]
