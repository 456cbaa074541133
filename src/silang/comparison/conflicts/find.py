"""Where reports cannot both be right: numbers, dates, places, names, sources and wording.

Fail closed: numbers, dates, sources and wording are looked for only where two units surely enough assert the same;
slips of days, names, ages and places of speaking where what they are of is the same for certain.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from silang.comparison.conflicts.ages import ages_apart
from silang.comparison.conflicts.dates import days_apart, months_apart
from silang.comparison.conflicts.expansions import expansions_apart
from silang.comparison.conflicts.facing import Facing, Table
from silang.comparison.conflicts.hours import hours_apart, hours_of, hours_of_moments
from silang.comparison.conflicts.makes import makes_apart
from silang.comparison.conflicts.markers import Marker, markers_apart, markers_of, markers_of_places
from silang.comparison.conflicts.numbers import numbers_apart
from silang.comparison.conflicts.offices import offices_apart
from silang.comparison.conflicts.sites import sites_apart
from silang.comparison.conflicts.slips import slips
from silang.comparison.conflicts.sources import sources_apart
from silang.comparison.conflicts.spellings import spellings_apart
from silang.comparison.conflicts.venues import venues_apart
from silang.comparison.conflicts.wordings import wordings_apart
from silang.comparison.likeness import Likeness
from silang.comparison.tying import Tied
from silang.model import Conflict, Evidence, Extraction, Report

# Chances of asserting the same from which each kind is looked for.
SEEN = 0.02  # any; two hours of one moment need no more
_TIMED = 0.34  # two hours farther apart
_PLACED = 0.34  # kilometre markers, places behind the same words, makes
_TOLD = 0.34  # the wording of one utterance, and its source
_DATED = 0.5  # months and years
_COUNTED = 0.8  # numbers
_SAID = 0.85  # the day on which something was said

_NEAR, _FAR = 15, 60  # minutes between two hours of one moment


def find_conflicts(
    reports: Sequence[Report], extractions: Sequence[Extraction], likeness: Likeness, tied: Sequence[Tied]
) -> list[Conflict]:
    """The conflicts of reports and of their tied units, in the order of the text; ids are given later."""
    chances = {pair.edge: pair.chance for pair in tied}
    table = Table(reports, extractions, likeness.units, chances)
    found: dict[tuple[str, str], Conflict] = {}
    sides: set[tuple[str, Evidence, Evidence]] = set()
    for conflict in chain(_of_things(table), _of_tied(table, tied)):
        side = conflict.kind, conflict.left, conflict.right
        if side not in sides:
            found.setdefault((conflict.kind, conflict.detail), conflict)
            sides.add(side)
    return sorted(
        found.values(), key=lambda c: (c.left.report, c.left.start, c.right.report, c.right.start, c.kind, c.detail)
    )


def _of_things(table: Table) -> Iterator[Conflict]:
    """Where what they are of is the same for certain, whatever the sentences assert."""
    yield from slips(table)
    yield from spellings_apart(table)
    yield from offices_apart(table)
    yield from expansions_apart(table)
    yield from ages_apart(table)
    yield from venues_apart(table)


def _of_tied(table: Table, tied: Sequence[Tied]) -> Iterator[Conflict]:
    """Between units that assert alike, the surest first; then what these show to hold in the whole story."""
    moments: set[tuple[int, int]] = set()
    places: set[tuple[Marker, Marker]] = set()
    hours = [hours_of(extraction) for extraction in table.extractions]
    markers = markers_of(table)
    for pair in sorted(tied, key=lambda t: (-t.chance, t.edge)):
        facing = table.face(table.units[pair.left], table.units[pair.right])
        if moment := hours_apart(facing, hours, _FAR if pair.chance >= _TIMED else _NEAR):
            moments.add(moment)
        if pair.chance >= _PLACED and (place := markers_apart(markers[pair.left], markers[pair.right])):
            places.add(place)
        yield from _between(facing, pair.chance)
    yield from hours_of_moments(moments, table)
    yield from markers_of_places(places, markers, table)


def _between(facing: Facing, chance: float) -> Iterator[Conflict]:
    renderings = list(wordings_apart(facing)) if chance >= _TOLD else []
    yield from renderings
    if chance >= _TOLD:
        yield from sources_apart(facing)
    if chance >= _PLACED:
        yield from sites_apart(facing)
        yield from makes_apart(facing)
    if chance >= _DATED and not renderings:  # *next month* for *last month* is one conflict, not two
        yield from months_apart(facing)
    if chance >= _COUNTED:
        yield from numbers_apart(facing)
    if chance >= _SAID:
        yield from days_apart(facing)
