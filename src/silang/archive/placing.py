"""Reports into stories as they come, by the stream of stories (`silang.stories.Stream`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from silang.archive import rulings, streams, tables
from silang.archive.asking import among
from silang.archive.nouns import Ruling
from silang.archive.records import load, store
from silang.archive.streams import Stretch
from silang.errors import RulingError
from silang.model import Extraction, Reason, Report, Story
from silang.stories import Placement, Profile, Stream, naming, outline
from silang.stories.outline import NEWEST

AT_ONCE = 100  # reports that are placed in one transaction
_HELD = 5_000  # reports that a stretch may grow to before it is read anew
_R, _S, _A = tables.report.c, tables.story.c, tables.alias.c
_P, _W = tables.placed.c, tables.waiting.c
_WAITS = sa.and_(_R.current, sa.or_(_R.story.is_(None), _W.address.is_not(None)))


@dataclass(frozen=True, slots=True)
class Waiting:
    """A report that is to be placed: its address, the day that it counts as of, what it is about."""

    address: str
    day: str
    about: Profile


def waiting(connection: Connection) -> list[Waiting]:
    """Some of the reports that are in no story yet, or in one by a text that was corrected since; the oldest first."""
    rows = connection.execute(
        sa.select(_R.address, _R.day, _R.added, _R.noun, _R.found, _W.data)
        .select_from(tables.report.outerjoin(tables.waiting, _W.address == _R.address))
        .where(_WAITS)
        .order_by(_R.day.is_(None), _R.day, _R.n)
        .limit(AT_ONCE)
    )
    return [
        Waiting(row.address, row.day or row.added[:10], streams.awaited(row.address, row.data, row.noun, row.found))
        for row in rows
    ]


def place(connection: Connection, found: Sequence[Waiting], stretch: Stretch | None = None) -> Stretch:
    """Places those of `found` that are still waiting. `stretch`, where nobody has written since it was given, saves
    reading what it holds already; the stretch as it is now."""
    here = _still(connection, found)
    days = {one.address: one.day for one in here}
    stories = streams.window(connection, [*days.values(), *_before(connection, days)])
    if stretch is None or not stretch.serves(stories, _HELD):
        stretch = streams.read(connection, stories)
    stream = stretch.stream
    placements = [(stream.renew if stream.holds(one.address) else stream.add)(one.about) for one in here]
    streams.write(connection, stream, days, placements)
    _settle(connection, stream, placements)
    return stretch


def _still(connection: Connection, found: Sequence[Waiting]) -> list[Waiting]:
    query = sa.select(_R.address).select_from(tables.report.outerjoin(tables.waiting, _W.address == _R.address))
    left = set(connection.scalars(query.where(_WAITS, among(connection, _R.address, [one.address for one in found]))))
    return [one for one in found if one.address in left]


def _before(connection: Connection, addresses: Iterable[str]) -> Sequence[str]:
    """The days as of which those of `addresses` count that are placed already."""
    return connection.scalars(sa.select(_P.day).where(among(connection, _P.address, addresses))).all()


def rule(connection: Connection, ruling: Ruling) -> Ruling:
    """Writes a ruling on a story (or one that undoes such a ruling) and obeys it. Raises RulingError where the
    report would be taken from a story of its own."""
    address = connection.scalar(sa.select(_R.address).where(_R.id == ruling.left))
    assert address is not None
    stories = [follow(connection, ruling.right), *streams.stories_of(connection, [address])]
    stream = streams.read(connection, stories).stream
    said = rulings.said(ruling, address)
    if said.verdict == "does not belong" and stream.reports(ruling.right) == (address,):
        why = f"{ruling.left} is the only report of {ruling.right}; it cannot be taken from it"
        raise RulingError("only_report", why)
    others = [one for one in stream.reports(ruling.right) if one != address]
    placement = stream.rule(said)
    made = rulings.append(connection, ruling, address=address, others=others)
    _settle(connection, stream, [placement])
    return made


def _settle(connection: Connection, stream: Stream, placements: Sequence[Placement]) -> None:
    """Writes what became of the stories that `placements` touched."""
    moved = {report for one in placements for report, _ in one.moved}
    touched = {one.story for one in placements}  # also where nothing moved: a ruling is a new reason
    touched |= {story for one in placements for _, story in one.moved}
    touched |= {story for one in placements for change in one.changes for story in (change.old, change.new)}
    touched |= set(streams.stories_of(connection, moved))  # those that a report was taken from
    members, aliases = stream.stories(), stream.aliases()
    alive = [id for id in stream.by_birth(touched) if id in members]
    _name(connection, alive)
    homes = [{"here": report, "home": id} for id in alive for report in members[id]]
    if homes:
        lies = sa.update(tables.report).where(_R.current, _R.address == sa.bindparam("here"))
        connection.execute(lies.values(story=sa.bindparam("home")), homes)
    for id in sorted(touched & aliases.keys()):
        _give_up(connection, id, aliases[id])
    describe(
        connection,
        {id: tuple(why for report in members[id] for why in stream.placement(report).reasons) for id in alive},
    )


def _name(connection: Connection, ids: Sequence[str]) -> None:
    """Makes room for the stories that are new, in the order of their birth."""
    known = set(connection.scalars(sa.select(_S.id).where(among(connection, _S.id, ids))))
    numbers = sa.union_all(sa.select(_S.born), sa.select(_A.born)).subquery()
    born = (connection.scalar(sa.select(sa.func.max(numbers.c.born))) or 0) + 1
    rows = [
        {"id": id, "born": born + n, "headline": "", "reports": 0, "outlets": 0, "noun": store(Story(id, "", ()))}
        for n, id in enumerate(id for id in ids if id not in known)
    ]
    if rows:
        connection.execute(sa.insert(tables.story), rows)


def _give_up(connection: Connection, old: str, heir: str) -> None:
    """Lets the id of a story that became part of another lead there."""
    born = connection.scalar(sa.select(_S.born).where(_S.id == old))
    if born is None:
        return
    connection.execute(sa.update(tables.alias).where(_A.story == old).values(story=heir))
    connection.execute(sa.insert(tables.alias).values(old=old, story=heir, born=born))
    connection.execute(sa.delete(tables.compared).where(tables.compared.c.story == old))
    connection.execute(sa.delete(tables.story).where(_S.id == old))


def describe(connection: Connection, why: Mapping[str, tuple[Reason, ...]]) -> None:
    """Writes what lists show of each of those stories, from its reports as they are now, and why they are together."""
    rows = connection.execute(
        sa.select(_R.id, _R.story, _R.day, _R.outlet, _R.headline)
        .where(among(connection, _R.story, why), _R.current)
        .order_by(_R.day.is_(None), _R.day, _R.instant.nulls_first(), _R.n)
    ).all()
    held: dict[str, list[Any]] = {id: [] for id in why}
    for row in rows:
        held[row.story].append(row)
    told = [_told(connection, id, held[id], reasons) for id, reasons in why.items()]
    if told:
        here = _S.id == sa.bindparam("here")
        connection.execute(
            sa.update(tables.story).where(here).values({n: sa.bindparam(n) for n in told[0] if n != "here"}), told
        )
    c = tables.compared.c
    connection.execute(sa.delete(tables.compared).where(among(connection, c.story, why)))


def _told(connection: Connection, id: str, rows: Sequence[Any], why: tuple[Reason, ...]) -> dict[str, object]:
    """What lists show of one story, of whose reports `rows` are, oldest first."""
    days = [row.day for row in rows if row.day]
    reports, found = _newest(connection, [row.id for row in rows])
    named = next((row.headline for row in reversed(rows) if row.headline), None) or naming.headline(reports, found)
    return {
        "here": id,
        "headline": named,
        "first": days[0] if days else None,
        "last": days[-1] if days else None,
        "reports": len(rows),
        "outlets": len({row.outlet for row in rows if row.outlet}),
        "noun": store(Story(id, named, (), reasons=why, outline=outline(reports, found))),
    }


def reasons(connection: Connection, id: str) -> tuple[Reason, ...]:
    """Why the reports of a story are together, as was written last."""
    return load(Story, connection.execute(sa.select(_S.noun).where(_S.id == id)).scalar_one()).reasons


def _newest(connection: Connection, ids: Sequence[str]) -> tuple[list[Report], list[Extraction]]:
    """The reports that a story's outline is made of, and what was found in them; `ids` stand oldest first."""
    newest = ids[-NEWEST:]
    rows = connection.execute(sa.select(_R.id, _R.noun, _R.found).where(_R.id.in_(newest)))
    kept = {row.id: (load(Report, row.noun), load(Extraction, row.found)) for row in rows}
    return [kept[id][0] for id in newest], [kept[id][1] for id in newest]


def follow(connection: Connection, story: str) -> str:
    """The id that a story goes by now."""
    heir: str | None = connection.scalar(sa.select(_A.story).where(_A.old == story))
    return heir or story
