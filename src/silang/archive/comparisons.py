"""A story laid side by side on demand: kept until its reports, the rulings on them or Silang itself change."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from silang.archive import tables
from silang.archive.chaining import chapters
from silang.archive.nouns import Ruling
from silang.archive.placing import follow
from silang.archive.records import load, store
from silang.archive.ruled import ruled
from silang.archive.rulings import standing, subject
from silang.comparison import tie_entities
from silang.dossier.feet import standing as feet
from silang.dossier.scene import Scene
from silang.dossier.wording import wording
from silang.errors import UnknownIdError
from silang.model import Comparison, Crosscheck, Extraction, Independence, Reading, Report, Story
from silang.pipeline import compare
from silang.version import MODEL, VERSION

_R = tables.report.c


@dataclass(frozen=True, slots=True)
class Table:
    """A story with its reports and what was found in each, and the rulings that touch them. `key` names just that."""

    story: Story
    reports: tuple[Report, ...]
    found: tuple[Extraction, ...]
    rulings: tuple[Ruling, ...]
    key: str


@dataclass(frozen=True, slots=True)
class Made:
    """A comparison that was made of a `Table`, and on how many origins its story stands."""

    story: str
    key: str
    comparison: Comparison
    bounds: Independence | None


def waiting(connection: Connection) -> Sequence[str]:
    """The stories of two reports or more that were not compared since they changed, newest first."""
    c, s = tables.compared.c, tables.story.c
    query = sa.select(s.id).outerjoin(tables.compared, c.story == s.id).where(c.story.is_(None), s.reports > 1)
    return connection.scalars(query.order_by(s.last.desc(), s.id)).all()


def known(connection: Connection, id: str) -> str:
    """The id that the story goes by now. Raises UnknownIdError where there is no such story."""
    here = follow(connection, id)
    if connection.scalar(sa.select(tables.story.c.id).where(tables.story.c.id == here)) is None:
        raise UnknownIdError(f"no story {id!r} in the archive; `silang stories` lists them")
    return here


def key(connection: Connection, id: str) -> str:
    """Names all that a comparison of the story stands on, without reading it. Raises UnknownIdError."""
    here = known(connection, id)
    members = connection.execute(sa.select(_R.id, _R.digest).where(_R.story == here, _R.current)).all()
    return _key([(m.id, m.digest) for m in members], touching(connection, {m.id for m in members}))


def mark(connection: Connection, id: str) -> str:
    """Names all that the story shows of itself: what its comparison stands on, its headline and outline, why its
    reports are together. Not what other stories it follows: to seek those costs a tenth of a second."""
    here = known(connection, id)
    noun = connection.scalar(sa.select(tables.story.c.noun).where(tables.story.c.id == here))
    return hashlib.sha256(key(connection, here).encode() + (noun or b"")).hexdigest()


def table(connection: Connection, id: str) -> Table:
    """All that a comparison of the story stands on. Raises UnknownIdError where there is no such story."""
    here = known(connection, id)
    row = connection.execute(sa.select(tables.story).where(tables.story.c.id == here)).one()
    members = connection.execute(
        sa.select(_R.id, _R.address, _R.digest, _R.noun, _R.found)
        .where(_R.story == here, _R.current)
        .order_by(_R.day.is_(None), _R.day, _R.instant.nulls_first(), _R.n)
    ).all()
    named = {m.address: m.id for m in members}
    noun = load(Story, row.noun)
    why = tuple(replace(r, report=named.get(r.report or "")) for r in noun.reasons)
    ids = tuple(m.id for m in members)
    story = Story(here, noun.headline, ids, row.first, row.last, why, noun.outline)
    rulings = touching(connection, {m.id for m in members})
    return Table(
        story,
        tuple(load(Report, m.noun) for m in members),
        tuple(load(Extraction, m.found) for m in members),
        rulings,
        _key([(m.id, m.digest) for m in members], rulings),
    )


def touching(connection: Connection, reports: set[str]) -> tuple[Ruling, ...]:
    """The rulings in force on claims and origins of those reports."""
    made = (*standing(connection, "claim"), *standing(connection, "origin"))
    return tuple(r for r in made if {subject(r.left), subject(r.right)} <= reports)


def forget(connection: Connection, ruling: Ruling) -> None:
    """Drops the comparison that a ruling on a claim or origin changes."""
    mine = sa.select(_R.story).where(_R.id.in_([subject(ruling.left), subject(ruling.right)]))
    connection.execute(sa.delete(tables.compared).where(tables.compared.c.story.in_(mine)))


def _key(members: Sequence[tuple[str, str]], rulings: Sequence[Ruling]) -> str:
    told = json.dumps([VERSION, MODEL, sorted(members), [r.number for r in rulings]])
    return hashlib.sha256(told.encode()).hexdigest()


def kept(connection: Connection, laid: Table) -> Comparison | None:
    """The comparison of just that, where it was made before."""
    c = tables.compared.c
    stored = connection.scalar(sa.select(c.noun).where(c.story == laid.story.id, c.key == laid.key))
    return load(Comparison, stored) if stored is not None else None


def keep(connection: Connection, made: Made) -> None:
    """Remembers a comparison and its story's bounds, unless the story has changed meanwhile."""
    try:
        if key(connection, made.story) != made.key:
            return
    except UnknownIdError:
        return
    connection.execute(sa.delete(tables.compared).where(tables.compared.c.story == made.story))
    connection.execute(
        sa.insert(tables.compared).values(
            story=made.story,
            key=made.key,
            noun=store(made.comparison),
            least=made.bounds.at_least if made.bounds else None,
            most=made.bounds.at_most if made.bounds else None,
        )
    )


def made(laid: Table) -> Made:
    """Compares the story now."""
    return of(laid, crosscheck(laid, None))


def of(laid: Table, found: Crosscheck) -> Made:
    """What is to be kept of a story that was compared."""
    return Made(laid.story.id, laid.key, found.stories[0], _independent(found))


def chained(connection: Connection, laid: Table) -> Table:
    """`laid` with the stories of its story's chain."""
    return replace(laid, story=replace(laid.story, chain=chapters(connection, laid.story.id)))


def crosscheck(laid: Table, comparison: Comparison | None) -> Crosscheck:
    """The story as a cross-check of its own; compared now where `comparison` is None, rulings obeyed."""
    tied = tie_entities([laid.story], laid.found)
    if comparison is None:
        comparison = ruled(compare(laid.story, laid.reports, tied.extractions), laid.rulings)
    return Crosscheck(Reading(laid.reports), tied.extractions, tied.entities, (replace(comparison, story=laid.story),))


def _independent(made: Crosscheck) -> Independence | None:
    """On how many origins the story stands, as its dossier says; None for a story of one report."""
    count = feet(Scene(made, made.stories[0], wording("id"), True)).independent
    return Independence(count.least, count.most) if count else None
