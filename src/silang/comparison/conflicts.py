"""Where reports cannot both be right: numbers, dates, names and wording.

Fail closed: numbers, dates and wording are looked for only where two units surely enough assert the same; slips of
days, spellings and offices where what they are of is the same for certain.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from silang.comparison.dates import days_apart, months_apart
from silang.comparison.facing import Facing, face
from silang.comparison.hours import hours_apart, hours_of, hours_of_moments
from silang.comparison.likeness import Likeness
from silang.comparison.numbers import numbers_apart
from silang.comparison.offices import offices_apart
from silang.comparison.slips import slips
from silang.comparison.spellings import spellings_apart
from silang.comparison.tying import Tied
from silang.comparison.wordings import wordings_apart
from silang.model import Conflict, Extraction, Report

# Chances of asserting the same from which each kind is looked for.
SEEN = 0.02  # any; two hours of one moment need no more
_TIMED = 0.34  # two hours farther apart
_TOLD = 0.34  # the wording of one utterance
_DATED = 0.5  # months and years
_COUNTED = 0.8  # numbers
_SAID = 0.85  # the day on which something was said

_NEAR, _FAR = 15, 60  # minutes between two hours of one moment


def find_conflicts(
    reports: Sequence[Report], extractions: Sequence[Extraction], likeness: Likeness, tied: Sequence[Tied]
) -> list[Conflict]:
    """The conflicts of reports and of their tied units, in the order of the text; ids are given later."""
    found: dict[tuple[str, str], Conflict] = {}
    chances = {pair.edge: pair.chance for pair in tied}
    for conflict in (
        *slips(reports, extractions, likeness.units, chances),
        *spellings_apart(reports, extractions, likeness.units, chances),
        *offices_apart(reports, extractions, likeness.units),
    ):
        found.setdefault((conflict.kind, conflict.detail), conflict)
    moments: set[tuple[int, int]] = set()
    hours = [hours_of(extraction) for extraction in extractions]
    for pair in sorted(tied, key=lambda t: (-t.chance, t.edge)):
        facing = face((likeness.units[pair.left], likeness.units[pair.right]), reports, extractions)
        if moment := hours_apart(facing, hours, _FAR if pair.chance >= _TIMED else _NEAR):
            moments.add(moment)
        for conflict in _between(facing, pair.chance):
            found.setdefault((conflict.kind, conflict.detail), conflict)
    for conflict in hours_of_moments(moments, reports, extractions, likeness.units, chances):
        found.setdefault((conflict.kind, conflict.detail), conflict)
    return sorted(
        found.values(), key=lambda c: (c.left.report, c.left.start, c.right.report, c.right.start, c.kind, c.detail)
    )


def _between(facing: Facing, chance: float) -> Iterator[Conflict]:
    renderings = list(wordings_apart(facing)) if chance >= _TOLD else []
    yield from renderings
    if chance >= _DATED and not renderings:  # *next month* for *last month* is one conflict, not two
        yield from months_apart(facing)
    if chance >= _COUNTED:
        yield from numbers_apart(facing)
    if chance >= _SAID:
        yield from days_apart(facing)
