"""A stretch of the stream of stories out of the archive and back: a row for each report that is placed.

The stream places a report by those of its days, so only those are read: the reports within the window, whole stories
alone. A report is known to the stream by its address; a new version is placed anew, in the turn of the one before.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from silang.archive import rulings, tables
from silang.archive.asking import among
from silang.archive.records import load
from silang.language import parse
from silang.model import Extraction, Report
from silang.stories import Placement, Profile, Stream, profile, state
from silang.stories.likeness import WINDOW
from silang.stories.state import FORMAT

_R, _P, _S, _A = tables.report.c, tables.placed.c, tables.story.c, tables.alias.c
_W = tables.waiting
UNREAD = b""  # what is kept of a report that waits, and is to be read again for it
_CURRENT = tables.placed.join(tables.report, sa.and_(_R.address == _P.address, _R.current))


@dataclass(frozen=True, slots=True)
class Stretch:
    """The stream of some stories, and how many reports it held when it was read."""

    stream: Stream
    read: int

    def serves(self, stories: set[str], most: int) -> bool:
        """Whether it holds those stories, and has not outgrown `most` reports nor twice those that it was read with."""
        held = self.stream.stories()
        return stories <= held.keys() and sum(map(len, held.values())) <= max(most, 2 * self.read)


def window(connection: Connection, days: Iterable[str]) -> set[str]:
    """The stories that reports of those ISO days may belong to. A report without a day counts as of the day on which it
    was added."""
    near = [_P.day.between(first.isoformat(), last.isoformat()) for first, last in spans(days)]
    if not near:
        return set()
    return set(connection.scalars(sa.select(_R.story).distinct().select_from(_CURRENT).where(sa.or_(*near))))


def spans(days: Iterable[str]) -> list[tuple[date, date]]:
    """The stretches of days within `WINDOW` of any of `days`, in order, those that touch as one."""
    reach = timedelta(days=WINDOW)
    found: list[tuple[date, date]] = []
    for day in sorted(date.fromisoformat(one) for one in set(days)):
        if found and day - reach <= found[-1][1]:
            found[-1] = (found[-1][0], day + reach)
        else:
            found.append((day - reach, day + reach))
    return found


def read(connection: Connection, stories: Iterable[str]) -> Stretch:
    """The stream of those stories, and of those that rulings on their reports name."""
    rows = connection.execute(
        sa.select(_P.address, _P.data, _R.story)
        .select_from(_CURRENT)
        .where(among(connection, _R.story, _named_too(connection, set(stories))))
        .order_by(_P.place)
    ).all()
    place = {row.address: n for n, row in enumerate(rows)}
    kept = [_current(connection, row.address, unpressed(row.data)) for row in rows]
    held: dict[str, list[int]] = {}
    for n, row in enumerate(rows):
        held.setdefault(row.story, []).append(n)
    given = sa.union_all(sa.select(_S.id, _S.born), sa.select(_A.old.label("id"), _A.born)).subquery()
    saved = {
        "format": FORMAT,
        "profiles": [one["profile"] for one in kept],
        "links": [sorted([place[to], score] for to, score in one["links"] if to in place) for one in kept],
        "copies": [copy for one in kept for copy in _held(one["copies"], place)],
        "rulings": _rulings(connection, place),
        "book": {
            "given": list(connection.scalars(sa.select(given.c.id).order_by(given.c.born))),
            "stories": held,
            "aliases": {old: story for old, story in connection.execute(sa.select(_A.old, _A.story)) if story in held},
        },
    }
    return Stretch(Stream.restored(saved), len(place))


def _held(copies: Iterable[dict[str, Any]], place: Mapping[str, int]) -> list[dict[str, Any]]:
    """The copies of one row with those that are read, in the order of these."""
    held = [copy for copy in copies if copy["left"] in place and copy["right"] in place]
    return sorted(held, key=lambda copy: place[copy["left"]])


def _current(connection: Connection, address: str, kept: dict[str, Any]) -> dict[str, Any]:
    """`kept` as the stream reads it now: a profile of another Silang is made again from the report; what it was found
    alike to stays."""
    if kept["format"] == FORMAT:
        return kept
    row = connection.execute(sa.select(_R.noun, _R.found).where(_R.address == address, _R.current)).one()
    return {**kept, "profile": state.profile(profiled(address, row.noun, row.found))}


def profiled(address: str, noun: bytes, found: bytes) -> Profile:
    """What a stored report is about, for the stream."""
    report = replace(load(Report, noun), id=address)
    return profile(report, parse(report), load(Extraction, found))


def about(connection: Connection, stories: Iterable[str]) -> dict[str, list[Profile]]:
    """What the reports of each of those stories are about."""
    rows = connection.execute(
        sa.select(_P.address, _P.data, _R.story)
        .select_from(_CURRENT)
        .where(among(connection, _R.story, stories))
        .order_by(_P.place)
    ).all()
    found: dict[str, list[Profile]] = {}
    for row in rows:
        kept = _current(connection, row.address, unpressed(row.data))
        found.setdefault(row.story, []).append(state.read_profile(kept["profile"]))
    return found


def _named_too(connection: Connection, stories: set[str]) -> set[str]:
    """`stories`, and those that a ruling on one of their reports names, and so on."""
    c = tables.ruling.c
    named = sa.func.coalesce(_A.story, c.right)
    source = tables.ruling.join(tables.report, sa.and_(_R.address == c.address, _R.current))
    source = source.outerjoin(tables.alias, _A.old == c.right)
    said = connection.execute(sa.select(_R.story, named).select_from(source).where(c.kind == "story")).all()
    while more := {to for story, to in said if story in stories} - stories:
        stories = stories | more
    return stories


def _rulings(connection: Connection, place: Mapping[str, int]) -> list[dict[str, Any]]:
    """The rulings on those reports as the stream keeps them."""
    return [
        {"ruling": asdict(said), "place": place[said.report], "others": [place[one] for one in others if one in place]}
        for said, others in rulings.bound(connection)
        if said.report in place
    ]


def write(connection: Connection, stream: Stream, days: Mapping[str, str], placements: Sequence[Placement]) -> None:
    """Keeps the reports of `days` (address to day) as the stream has placed them, in the order of `placements`: a row
    for each that is new to the archive, the row of one that is not written anew."""
    renewed = set(connection.scalars(sa.select(_P.address).where(among(connection, _P.address, days))))
    first = (connection.scalar(sa.select(sa.func.max(_P.place))) or 0) + 1
    new = [one.report for one in placements if one.report not in renewed]
    rows = [
        {"place": first + n, "address": address, "day": days[address], "data": pressed(stream.kept(address))}
        for n, address in enumerate(new)
    ]
    if rows:
        connection.execute(sa.insert(tables.placed), rows)
    for address in sorted(renewed):
        _rewrite(connection, address, {"day": days[address], "data": pressed(stream.kept(address))})
    for address in sorted({one for placed in placements for one in placed.relinked} - days.keys()):
        _rewrite(connection, address, {"data": pressed(_relinked(connection, stream, address, renewed))})
    connection.execute(sa.delete(_W).where(among(connection, _W.c.address, days)))


def _rewrite(connection: Connection, address: str, values: Mapping[str, object]) -> None:
    connection.execute(sa.update(tables.placed).where(_P.address == address).values(values))


def _relinked(connection: Connection, stream: Stream, address: str, renewed: AbstractSet[str]) -> dict[str, Any]:
    """What is kept of a report, its links and copies with those that were renewed as they are now. All others stay, for
    some may be to reports that are not in this stretch."""
    kept = unpressed(connection.execute(sa.select(_P.data).where(_P.address == address)).scalar_one())
    now = stream.kept(address)

    def of(copy: Mapping[str, Any]) -> str:
        return str(copy["right"] if copy["left"] == address else copy["left"])

    return {
        **kept,
        "links": [link for link in kept["links"] if link[0] not in renewed]
        + [link for link in now["links"] if link[0] in renewed],
        "copies": [copy for copy in kept["copies"] if of(copy) not in renewed]
        + [copy for copy in now["copies"] if of(copy) in renewed],
    }


def pressed(data: Mapping[str, Any]) -> bytes:
    """What `place` of the stream is kept as: deflated JSON."""
    return zlib.compress(json.dumps(data, separators=(",", ":")).encode("ascii"), 6)


def unpressed(stored: bytes) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(zlib.decompress(stored))
    return found


def await_place(connection: Connection, about: Profile) -> None:
    """Keeps what a report is about, whose address it bears, until it is placed."""
    connection.execute(sa.delete(_W).where(_W.c.address == about.report))
    data = pressed({"format": FORMAT, "profile": state.profile(about)})
    connection.execute(sa.insert(_W).values(address=about.report, data=data))


def awaited(address: str, data: bytes | None, noun: bytes, found: bytes) -> Profile:
    """What a waiting report is about: as it was kept, or made again where it was not (`UNREAD`), or by another
    Silang."""
    kept = unpressed(data) if data else {}
    if kept.get("format") == FORMAT:
        return state.read_profile(kept["profile"])
    return profiled(address, noun, found)


def stories_of(connection: Connection, addresses: Iterable[str]) -> Sequence[str]:
    """The stories that those addresses are in."""
    query = sa.select(_R.story).distinct().where(_R.current, _R.story.is_not(None))
    return connection.scalars(query.where(among(connection, _R.address, addresses))).all()
