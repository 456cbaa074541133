"""The words of what was found, without what fills a text that is read otherwise than it is printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from silang.extraction.times import find_times
from silang.language.mending import FILLER, said
from silang.model import Entity, Extraction, Source, Statement, Time


def times_of(text: str, reference: date | None) -> tuple[Time, ...]:
    """The times of a text that is filled, found without what fills it, which belongs to the sign before it."""
    kept = [*(at for at, sign in enumerate(text) if sign != FILLER), len(text)]
    found = find_times(said(text), reference)
    return tuple(replace(time, start=kept[time.start], end=kept[time.end]) for time in found)


def worded(found: Extraction) -> Extraction:
    """`found` with every name and word as it is said; spans stay."""
    return replace(
        found,
        quantities=tuple(replace(q, counted=_said(q.counted)) for q in found.quantities),
        credits=tuple(replace(credit, name=said(credit.name)) for credit in found.credits),
        statements=tuple(map(_statement, found.statements)),
        entities=tuple(map(_entity, found.entities)),
    )


def _statement(statement: Statement) -> Statement:
    hops = tuple(replace(hop, name=said(hop.name)) for hop in statement.hops)
    return replace(statement, source=_source(statement.source), hops=hops)


def _source(source: Source | None) -> Source | None:
    return source and replace(source, text=said(source.text), name=_said(source.name))


def _entity(entity: Entity) -> Entity:
    name = said(entity.name)
    aliases = dict.fromkeys(said(alias) for alias in entity.aliases)
    return replace(entity, name=name, aliases=tuple(alias for alias in aliases if alias != name))


def _said(words: str | None) -> str | None:
    return words and said(words)
